import { clientOf } from "../../foundation/client.ts";
import type { InputOf, OutputOf, Travelled } from "../../foundation/contract.ts";
import type { records } from "../contract.ts";

type Ops = typeof records.operations;

/** Questions about who has been deciding, and imports. */
export const recordsClient = clientOf<typeof records>("records");

/** Who has been deciding in a team's record, as of a date. */
export type Overview = Travelled<OutputOf<Ops["overview"]>>;
/** What an import would do. */
export type Preview = Travelled<OutputOf<Ops["previewImport"]>>;
/** What an import did. */
export type ImportDone = Travelled<OutputOf<Ops["importDecisions"]>>;
/** An earlier import. */
export type EarlierImport = Travelled<OutputOf<Ops["imports"]>>["imports"][number];
/** How the columns of a file feed the log, as it travels. */
export type MappingDraft = Preview["mapping"];
/** A file as it travels. */
export type SentFile = InputOf<Ops["previewImport"]>["file"];
