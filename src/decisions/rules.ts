import type { Standing, WhyNot } from "../people/rules.ts";

/** Who had the last word, in kind. No kind at all means that nobody gave a verdict. */
export const deciderKinds = ["lead", "delegate", "team", "other", "unknown"] as const;
export type DeciderKind = (typeof deciderKinds)[number];

/** What became of a decision. Agreeing to wait is an outcome. */
export const outcomes = ["accepted", "rejected", "withdrawn", "superseded", "waiting", "other"] as const;
export type Outcome = (typeof outcomes)[number];

/** How a verdict was taken back; `unclear` where the record does not say and its statuses do not either. */
export const reversalKinds = [
  "overturned",
  "late-acceptance",
  "reopened",
  "superseded",
  "retired",
  "clerical",
  "unclear",
] as const;
export type ReversalKind = (typeof reversalKinds)[number];

/** What a record's own status words mean: still open, in force, a standing document, or ended in one of three ways. */
export const statusClasses = ["open", "accepted", "standing", "rejected", "withdrawn", "superseded"] as const;
export type StatusClass = (typeof statusClasses)[number];

/** One change of status, as the record tells it. `on` is an ISO date. */
export type Step = {
  on: string;
  from: string | null;
  to: string;
  by: string | null;
  note: string | null;
  reference: string | null;
};

/** A verdict taken back. `kindGiven` says whether the record itself named the kind. */
export type Reversal = {
  on: string;
  from: string;
  to: string;
  heldDays: number | null;
  kind: ReversalKind;
  kindGiven: boolean;
};

/** Everything the log holds of one decision, apart from its keys. Dates are ISO dates; null means not known. */
export type DecisionFacts = {
  /** What the team calls it, unique in the team's log. */
  ref: string;
  title: string;
  kind: string | null;
  topics: string[];
  status: string | null;
  context: string | null;
  reasons: string | null;
  link: string | null;
  authors: string[];
  /** Who it was handed to, where it was. */
  handedTo: string[];
  openedOn: string | null;
  decidedOn: string | null;
  /** Where the date of the verdict is read from, in words. */
  decidedOnBasis: string | null;
  outcome: Outcome | null;
  /** Null: no verdict. `unknown`: a verdict, and the record does not say whose. */
  decidedBy: DeciderKind | null;
  decider: string | null;
  /** How it is known who decided, in words. */
  basis: string | null;
  supersedes: string[];
  supersededBy: string[];
  steps: Step[];
  reversals: Reversal[];
  /** The row as it came, so that nothing is lost that has no field here. */
  source: Record<string, unknown>;
};

const dayMs = 86_400_000;

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** Whole days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

function sameName(a: string): string {
  return a.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** Whether two lists of names have a name in common, whatever the case and spacing. */
export function shareAName(a: readonly string[], b: readonly string[]): boolean {
  const names = new Set(a.map(sameName));
  return b.some((name) => names.has(sameName(name)));
}

/**
 * Whether a decision was ended by somebody it was handed to who also wrote it.
 * Nobody's verdict is nobody's self-decision, so an open one is not.
 */
export function isSelfDecided(facts: Pick<DecisionFacts, "decidedBy" | "handedTo" | "authors">): boolean {
  return facts.decidedBy !== null && shareAName(facts.handedTo, facts.authors);
}

/** Whether the lead decided on a proposal of their own. Unknown deciders are not counted as the lead. */
export function isLeadsOwn(facts: Pick<DecisionFacts, "decidedBy" | "decider" | "authors">): boolean {
  return facts.decidedBy === "lead" && facts.decider !== null && shareAName([facts.decider], facts.authors);
}

/** The first day on which the record knows of a decision: opened, first status or verdict, whichever came first. */
export function onRecordFrom(facts: Pick<DecisionFacts, "openedOn" | "decidedOn" | "steps">): string | null {
  const days = [facts.openedOn, facts.decidedOn, ...facts.steps.map((step) => step.on)].filter((day) => day !== null);
  return days.length ? days.reduce((a, b) => (a < b ? a : b)) : null;
}

/** A verdict that goes back to open within this many days was a slip of the record, not a change of mind. */
export const slipDays = 30;

/**
 * What kind of reversal a change of status is, where the record does not say. A change back to open is a slip of the
 * record (`clerical`) when the verdict stood for less than `slipDays` or when a document that is merely in force went back;
 * ending what was accepted is `overturned`, ending a standing document is `retired`.
 * @param from what the status was, in kind; null where the record's word is not explained
 * @param to what it became
 * @param heldDays how long the verdict had stood; null where not known
 */
export function reversalKind(from: StatusClass | null, to: StatusClass | null, heldDays: number | null): ReversalKind {
  if (from === null || to === null || from === "open") return "unclear";
  if (to === "superseded") return "superseded";
  if (to === "open") {
    if (from === "standing") return "clerical";
    if (heldDays === null) return "unclear";
    return heldDays < slipDays ? "clerical" : "reopened";
  }
  const ended = to === "rejected" || to === "withdrawn";
  if (ended && from === "accepted") return "overturned";
  if (ended && from === "standing") return "retired";
  if (!ended && (from === "rejected" || from === "withdrawn")) return "late-acceptance";
  return "unclear";
}

/**
 * Why somebody may not read a team's log: it is for whoever holds a role in the team, and goes nowhere else by itself.
 * A lead from above or an administrator who wants to read takes a role first, which the team sees.
 * @param standing how they stand to the team
 */
export function whyNotRead(standing: Standing): WhyNot {
  return standing.role ? null : { code: "decisions.not_in_team" };
}

/** Why somebody may not say which goal a decision serves: whoever looks on has no voice. */
export function whyNotServe(standing: Standing): WhyNot {
  return standing.role === "observer" ? { code: "decisions.observers_look" } : whyNotRead(standing);
}
