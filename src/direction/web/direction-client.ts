import { clientOf } from "../../foundation/client.ts";
import type { InputOf, OutputOf, Travelled } from "../../foundation/contract.ts";
import type { direction } from "../contract.ts";

type Ops = typeof direction.operations;

/** Questions about what a team is for, what it wants to reach, and what is promised in it. */
export const directionClient = clientOf<typeof direction>("direction");

/** A team's intent as its page shows it: my draft and the back-briefs included. */
export type IntentView = Travelled<OutputOf<Ops["show"]>>;
/** One published version of an intent. */
export type Intent = NonNullable<IntentView["intent"]>;
/** An intent's words played back by somebody. */
export type BackBrief = IntentView["backBriefs"]["readable"][number];
export type Verdict = NonNullable<BackBrief["verdict"]>;
/** A line of an intent, with the team whose it is. */
export type IntentLine = IntentView["above"][number];
export type Part = IntentLine["part"];

/** What is promised in a team, and what is proposed. */
export type AgreementView = Travelled<OutputOf<Ops["agreement"]>>;
export type Agreement = NonNullable<AgreementView["inForce"]>;
export type Promises = Omit<InputOf<Ops["proposeAgreement"]>, "workspace" | "team">;

export type GoalsView = Travelled<OutputOf<Ops["goals"]>>;
export type GoalEntry = GoalsView["goals"][number];
/** One goal, whole. */
export type GoalView = Travelled<OutputOf<Ops["goal"]>>;
export type Reading = GoalView["readings"][number];
export type Measure = GoalEntry["measure"];
/** What a goal is said to serve, as it is handed in. */
export type Serves = InputOf<Ops["makeGoal"]>["serves"];
