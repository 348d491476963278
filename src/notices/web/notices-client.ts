import { clientOf } from "../../foundation/client.ts";
import type { OutputOf, Travelled } from "../../foundation/contract.ts";
import type { notices } from "../contract.ts";

type Ops = typeof notices.operations;

/** Questions about what I was told. */
export const noticesClient = clientOf<typeof notices>("notices");

/** One thing that I was told. */
export type NoticeView = Travelled<OutputOf<Ops["list"]>>["notices"][number];
/** What I chose to be told of. */
export type Choices = Travelled<OutputOf<Ops["choices"]>>;
/** A mail that was written to me. */
export type MailView = Travelled<OutputOf<Ops["mail"]>>["mails"][number];
