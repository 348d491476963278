import type { Level } from "../areas/rules.ts";
import type { Role, WhyNot } from "../people/rules.ts";
import { type DecidingStand, type DecidingState, mayDecideHere, whyNotTakePart } from "./deciding-rules.ts";
import type { Method } from "./method-rules.ts";
import { processAt } from "./process-rules.ts";
import { type DeciderKind, daysBetween } from "./rules.ts";

const no = (code: string): WhyNot => ({ code: `decisions.${code}` });

/** Why somebody may not write what they heard: whoever may decide does, or looks after the round at 4, once voices are open. */
export function whyNotSumUp(state: DecidingState, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (state.phase !== "opened") return no("not_in_this_phase");
  return mayDecideHere(state.level, stand) ? null : no("not_yours_to_decide");
}

/**
 * Why somebody may not say of a sum-up whether it is what they said: only whoever spoke in the latest round that opened knows.
 * @param spoke whether they did
 */
export function whyNotSayHeard(state: Pick<DecidingState, "phase" | "summedUp">, spoke: boolean): WhyNot {
  if (["decided", "reviewed", "withdrawn"].includes(state.phase)) return no("not_in_this_phase");
  if (!state.summedUp) return no("no_sum_up");
  return spoke ? null : no("only_who_spoke");
}

/** Why somebody may not take up again what waits. */
export function whyNotResume(state: DecidingState, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (state.phase !== "waiting") return no("not_in_this_phase");
  return mayDecideHere(state.level, stand) ? null : no("not_yours_to_decide");
}

/**
 * Who had the last word, in kind.
 * @param level at which it was decided, with what was on loan: a step-in to 1–3 makes it the lead's
 * @param leads whether whoever decided leads the team
 */
export function decidedByAt(level: Level, leads: boolean): DeciderKind {
  const { decides } = processAt(level);
  if (decides === "round") return "team";
  return decides === "lead" || leads ? "lead" : "delegate";
}

/** How the log says that a decision came about: after advice, by consent, by a majority, or by nobody's voice but the decider's. */
export function wayOf(round: { method: Method; current: boolean; opened: boolean } | null): Method | "alone" {
  return round?.current && round.opened ? round.method : "alone";
}

/** What is still wanted when it is decided, by level: reasons, and at 2 a later day on which it takes effect. */
export function wantedWith(
  level: Level,
  said: { outcome: "accepted" | "rejected"; reasons: string; effectOn: string | null },
  today: string,
): "reasons_needed" | "effect_needed" | null {
  const { reasons, effectLater } = processAt(level);
  if (reasons && said.reasons === "") return "reasons_needed";
  // what is refused takes no effect
  if (!effectLater || said.outcome === "rejected") return null;
  return said.effectOn !== null && said.effectOn > today ? null : "effect_needed";
}

/** The day on which a decision is looked back at: the one that was named; an experiment's own end otherwise. */
export function reviewDay(shape: DecidingState["shape"], named: string | null, endsOn: string | null): string | null {
  return named ?? (shape === "experiment" ? endsOn : null);
}

/** Those of a team whom a level tells. */
export type Whom = "team" | "leads" | "nobody";

/** The people of a team whom that is, by id. */
export function readersAmong(people: readonly { id: string; role: Role }[], whom: Whom): string[] {
  return people.filter(({ role }) => whom === "team" || (whom === "leads" && role === "lead")).map(({ id }) => id);
}

/** Whom a level tells that it is decided, and as what; whoever proposed it, holds it or was heard is told at every level. */
export function toldWhenDecided(level: Level): { kind: "told" | "decided"; whom: Whom } {
  const { tells } = processAt(level);
  if (tells === "team_after" || tells === "team_before") return { kind: "told", whom: "team" };
  if (tells === "leads_after") return { kind: "told", whom: "leads" };
  return { kind: "decided", whom: tells === "team" ? "team" : "nobody" };
}

export const verdicts = ["worked", "partly", "not"] as const;
export type ReviewVerdict = (typeof verdicts)[number];
export type Next = "keep" | "adapt" | "reverse";

/** Whether a review has to say what was learned: whenever it did not simply work, and when something changes. */
export function needsLearned(verdict: ReviewVerdict, next: Next): boolean {
  return verdict !== "worked" || next !== "keep";
}

/** What a review leads to: looked at again on a day, or done with. A day for another look only goes with keeping it. */
export function afterReview(next: Next, again: string | null): { phase: "decided" | "reviewed"; again: string | null } {
  return next === "keep" && again ? { phase: "decided", again } : { phase: "reviewed", again: null };
}

/** From so many reviewed decisions on, confidence is drawn in bands; under it there are only dots. */
export const bandsFrom = 20;

/**
 * How sure and how often right, in bands of ten per cent, each with somebody in it. "Partly" counts half. A hundred per cent
 * belongs to the last band.
 * @param points confidence in per cent and what the review said
 * @returns the bands from the lowest, `worked` between 0 and 1; null where there are too few points to say anything
 */
export function calibrationBands(
  points: readonly { confidence: number; verdict: ReviewVerdict }[],
): { from: number; to: number; n: number; worked: number }[] | null {
  if (points.length < bandsFrom) return null;
  const worth: Record<ReviewVerdict, number> = { worked: 1, partly: 0.5, not: 0 };
  return Array.from({ length: 10 }, (_, band) => {
    const inside = points.filter(({ confidence }) => Math.min(Math.floor(confidence / 10), 9) === band);
    const sum = inside.reduce((all, { verdict }) => all + worth[verdict], 0);
    return { from: band * 10, to: band * 10 + 10, n: inside.length, worked: inside.length ? sum / inside.length : 0 };
  }).filter(({ n }) => n > 0);
}

const dayMs = 86_400_000;
/** A decision that nobody moves for so long has stalled; so has one that nobody takes up. */
export const stallDays = 7;
/** The leads hear of it so many days after whoever holds it. */
export const stallLeadDays = 5;
/** What was due longer ago than this is told no more: whoever was to know has had a month. */
export const oldestDays = 31;

/**
 * Since when a decision has stalled; null while it has not. It has when its day has passed undecided, or when nothing moved it for
 * a week. A round that runs has a deadline of its own, and what waits a day. What has just moved is left a day, even when it is late.
 * @param decision `moved` when it came to its phase or was taken up; `late` the moment at which its day was over
 * @param now the moment
 */
export function stalledSince(
  decision: { phase: DecidingState["phase"]; moved: Date; late: Date | null },
  now: Date,
): Date | null {
  if (decision.phase !== "shaping" && decision.phase !== "opened") return null;
  const moved = decision.moved.getTime();
  const quiet = moved + stallDays * dayMs;
  const late = decision.late ? Math.max(decision.late.getTime(), moved + dayMs) : Number.POSITIVE_INFINITY;
  const since = Math.min(quiet, late);
  return since <= now.getTime() ? new Date(since) : null;
}

/** From when on the leads hear of what has stalled: whoever holds it hears first, however late that was. */
export function leadsHearFrom(since: Date, toldHolder: Date | null): Date {
  return new Date(Math.max(since.getTime(), toldHolder?.getTime() ?? 0) + stallLeadDays * dayMs);
}

/** Whether leads hear that something has stalled: at 6 and 7 they have no part in it. */
export function leadsHearOf(level: Level): boolean {
  return level <= 5;
}

/** Whether what came due at a moment is told still. */
export function isFresh(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < oldestDays * dayMs;
}

/** Whether something is due and not so old that it is told no more. */
export function isDue(day: string, today: string): boolean {
  const age = daysBetween(day, today);
  return age >= 0 && age < oldestDays;
}
