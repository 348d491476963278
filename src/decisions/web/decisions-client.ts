import { clientOf } from "../../foundation/client.ts";
import type { OutputOf, Travelled } from "../../foundation/contract.ts";
import type { decisions } from "../contract.ts";

type Ops = typeof decisions.operations;

/** Questions about a team's log. */
export const decisionsClient = clientOf<typeof decisions>("decisions");

/** One line of the log. */
export type LogLine = Travelled<OutputOf<Ops["list"]>>["decisions"][number];
/** What the log can be filtered by. */
export type LogChoices = Travelled<OutputOf<Ops["choices"]>>;
/** One decision, whole. */
export type DecisionView = Travelled<OutputOf<Ops["show"]>>;
