import type { Standing, WhyNot } from "../people/rules.ts";
import type { Part } from "./intent-rules.ts";
import { because, hasASay, whyNotSee } from "./rules.ts";

export type Measure = { kind: "number"; name: string; unit: string; start: number; target: number } | { kind: "done" };
export type GoalState = "open" | "reached" | "dropped";
/** What a goal says it serves, whether or not that still stands. */
export type Served = { servesLine: string | null; servesGoal: string | null };

export function goalState(ended: string | null): GoalState {
  return ended === null ? "open" : (ended as GoalState);
}

/** Whether a goal's day is over and it is still open. */
export function isOverdue(goal: { ended: string | null; due: string }, today: string): boolean {
  return goal.ended === null && today > goal.due;
}

/** Why a measure tells nobody whether the goal is reached: a number that starts at its target does not move. */
export function whyNotMeasure(measure: Measure): WhyNot {
  return measure.kind === "number" && measure.start === measure.target ? because("number_needed") : null;
}

/** Whether two measures say the same. */
export function sameMeasure(a: Measure, b: Measure): boolean {
  if (a.kind === "done" || b.kind === "done") return a.kind === b.kind;
  return a.name === b.name && a.unit === b.unit && a.start === b.start && a.target === b.target;
}

/** A measure in history, in no language: its name, the way it goes and the unit. Null: simply done or not. */
export function measureWords(measure: Measure): string | null {
  if (measure.kind === "done") return null;
  return `${measure.name}: ${measure.start} → ${measure.target}${measure.unit ? ` ${measure.unit}` : ""}`;
}

/** Why somebody may not change or end a goal: its owner and the leads may, while they have a say in the team. */
export function whyNotTouch(
  standing: Pick<Standing, "role">,
  me: string,
  goal: { owner: string; ended: string | null },
): WhyNot {
  const mine = standing.role === "lead" || (hasASay(standing.role) && goal.owner === me);
  return (
    whyNotSee(standing) ?? (mine ? null : because("only_the_owner")) ?? (goal.ended ? because("goal_ended") : null)
  );
}

/** Why somebody may not say how sure they are of a goal: only its owner does. */
export function whyNotRead(
  standing: Pick<Standing, "role">,
  me: string,
  goal: { owner: string; ended: string | null },
): WhyNot {
  const mine = hasASay(standing.role) && goal.owner === me;
  return (
    whyNotSee(standing) ?? (mine ? null : because("only_the_owner")) ?? (goal.ended ? because("goal_ended") : null)
  );
}

/** Why somebody may not take a goal up again: its owner and the leads may, when it has ended. */
export function whyNotReopen(
  standing: Pick<Standing, "role">,
  me: string,
  goal: { owner: string; ended: string | null },
): WhyNot {
  return whyNotTouch(standing, me, { ...goal, ended: null }) ?? (goal.ended ? null : because("goal_open"));
}

/**
 * Why a goal may not serve another: never itself, nor one that serves it, however far down.
 * @param goal the one that would serve
 * @param parent what it would serve
 * @param servesGoal goal → the goal it serves
 */
export function whyNotServe(goal: string, parent: string, servesGoal: ReadonlyMap<string, string | null>): WhyNot {
  let at: string | null | undefined = parent;
  for (const seen = new Set<string>(); at && !seen.has(at); at = servesGoal.get(at)) {
    if (at === goal) return because("serves_itself");
    seen.add(at);
  }
  return null;
}

/** A line of a current intent of the team or of one above it. */
export type LineAbove = {
  line: string;
  part: Part;
  words: string;
  team: string;
  teamName: string;
  /** How far up: 0 is the team's own. */
  depth: number;
  /** The line that the intent it stands in serves. */
  intentServes: string | null;
};
/** A goal of the team or of one above it. */
export type GoalAbove = Served & {
  goal: string;
  outcome: string;
  team: string;
  teamName: string;
  ended: string | null;
};

/** What a team's goals can serve, by id: lines of current intents and goals, of the team and of those above it. */
export type Above = { lines: ReadonlyMap<string, LineAbove>; goals: ReadonlyMap<string, GoalAbove> };

/**
 * What a goal serves now, or null: it is an orphan. It is one when it names nothing, when the line it names stands in no
 * current intent of its team or above, when the goal it names was dropped, or is of a team that is not above any more.
 */
export function servesNow(
  goal: Served,
  above: Above,
): { kind: "line"; line: LineAbove } | { kind: "goal"; goal: GoalAbove } | null {
  const parent = goal.servesGoal ? above.goals.get(goal.servesGoal) : undefined;
  if (parent) return parent.ended === "dropped" ? null : { kind: "goal", goal: parent };
  const line = goal.servesLine ? above.lines.get(goal.servesLine) : undefined;
  return line ? { kind: "line", line } : null;
}

/** One step of the way from a goal up to the top. */
export type ChainLink = {
  kind: "goal" | "line";
  id: string;
  words: string;
  part: Part | null;
  team: string;
  teamName: string;
};

/**
 * The way from what a goal serves up to the top, the nearest first: parent goals, then the line they serve, then the line
 * that this line's intent serves, and so on. It ends where something on the way serves nothing any more.
 * @param goal where it begins; it is not itself part of the way
 * @param above what is there to be served
 * @returns the way, and whether it ends in a line of an intent that has no intent above it
 */
export function chainFrom(goal: Served & { goal: string }, above: Above): { chain: ChainLink[]; reachesTop: boolean } {
  const chain: ChainLink[] = [];
  const seen = new Set([goal.goal]);
  let last: LineAbove | undefined;
  for (let next = servesNow(goal, above); next; ) {
    if (next.kind === "goal") {
      const { goal: id, outcome, team, teamName } = next.goal;
      // a move of teams can close a circle that nobody drew
      if (seen.has(id)) break;
      seen.add(id);
      chain.push({ kind: "goal", id, words: outcome, part: null, team, teamName });
      next = servesNow(next.goal, above);
    } else {
      last = next.line;
      const { line: id, words, part, team, teamName } = last;
      chain.push({ kind: "line", id, words, part, team, teamName });
      const up: LineAbove | undefined = last.intentServes ? above.lines.get(last.intentServes) : undefined;
      next = up && up.depth > last.depth ? { kind: "line", line: up } : null;
    }
  }
  const top = Math.max(...[...above.lines.values()].map((line) => line.depth));
  return { chain, reachesTop: last !== undefined && last.depth === top };
}
