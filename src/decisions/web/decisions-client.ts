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
/** One decision that is being made here, with its rounds, objections and remarks. */
export type DecidingView = Travelled<OutputOf<Ops["deciding"]>>;
/** At which level something is decided, and how it goes from there. */
export type Ahead = DecidingView["ahead"];
/** One decision that is being made, as a line. */
export type InProgress = Travelled<OutputOf<Ops["current"]>>["decisions"][number];
/** What a decision can name: areas, goals, people. */
export type DraftChoices = Travelled<OutputOf<Ops["choicesForDraft"]>>;
/** How sure I was, and how it turned out. */
export type Calibration = Travelled<OutputOf<Ops["calibration"]>>;
/** One of its rounds; while it is sealed, only how many spoke. */
export type Round = DecidingView["rounds"][number];
/** Something said beside it. */
export type Remark = DecidingView["remarks"][number];
/** An objection or a concern, with its state. */
export type Objection = DecidingView["objections"][number];
/** One voice of a round that has opened. */
export type Voice = Travelled<OutputOf<Ops["voices"]>>["voices"][number];
/** One version of a proposal. */
export type Version = Travelled<OutputOf<Ops["versions"]>>["versions"][number];
/** What can wait for me in a decision. */
export type WaitingKind = Travelled<OutputOf<Ops["waiting"]>>["waiting"][number]["kind"];
