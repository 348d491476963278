import { allFields, type Card, type CardField, type Guardrail } from "./card-rules.ts";
import { type LevelWritten, levelInForce, onTrial } from "./level-rules.ts";
import { endOf, type Loan } from "./step-in-rules.ts";

/** One row of a card's history. */
export type CardStep = {
  card: Card & LevelWritten & { n: number; at: Date };
  changed: readonly string[];
  byMember: string | null;
  by: string | null;
  why: string | null;
};
/** One time that somebody had a part in an area. */
export type HoldStep = {
  name: string;
  part: "owner" | "deputy" | "learning";
  from: Date;
  until: Date | null;
  givenBy: string | null;
  endedBy: string | null;
};
/** One field from what to what, in plain text; null for nothing. */
export type FieldStep = { field: string; from: string | null; to: string | null };
/** One step-in on an area: a loan of its level. */
export type LoanStep = Loan & { by: string; reason: string; endedBy: string | null };
/** What one person (null: the clock, or somebody who left) changed at one moment, and why. */
export type Entry = {
  at: Date;
  by: string | null;
  why: string | null;
  changes: FieldStep[];
  trialUntil: Date | null;
  loanUntil: Date | null;
};

/** How values are said to one reader. */
export type Sayer = {
  money(amount: number, currency: string): string;
  day(day: string): string;
  guardrail(one: Guardrail): string;
  goal(id: string): string;
  line(id: string): string;
  /** A member's name as it is told in history: null for who has left. */
  member(id: string | null): string | null;
};

function said(card: Card, field: Exclude<CardField, "guardrails">, say: Sayer): string | null {
  if (field === "money") return card.money && say.money(card.money.amount, card.money.currency);
  if (field === "review") return card.review && say.day(card.review);
  if (field === "mattersGoal") return card.mattersGoal && say.goal(card.mattersGoal);
  if (field === "mattersLine") return card.mattersLine && say.line(card.mattersLine);
  const value = card[field];
  return value === null || value === "" ? null : String(value);
}

/** Only the guardrails that are other, each as a sentence. */
function guardrailsDiffering(of: readonly Guardrail[], other: readonly Guardrail[], say: Sayer): string | null {
  const there = new Set(other.map((one) => JSON.stringify(one)));
  const sentences = of.filter((one) => !there.has(JSON.stringify(one))).map((one) => say.guardrail(one));
  return sentences.length > 0 ? sentences.join("\n") : null;
}

function fieldStep(from: Card, to: Card, field: CardField, say: Sayer): FieldStep {
  if (field !== "guardrails") return { field, from: said(from, field, say), to: said(to, field, say) };
  return {
    field,
    from: guardrailsDiffering(from.guardrails, to.guardrails, say),
    to: guardrailsDiffering(to.guardrails, from.guardrails, say),
  };
}

const parts = ["owner", "deputy", "learning"] as const;
type HoldChange = { at: Date; by: string | null; step: FieldStep };

/** Parts as changes: who had it before, who after. Where one follows another at once it is one change. */
function holdChanges(holds: readonly HoldStep[]): HoldChange[] {
  const changes: HoldChange[] = [];
  for (const part of parts) {
    const of = holds.filter((hold) => hold.part === part);
    const followed = new Set<HoldStep>();
    for (const hold of of) {
      const before =
        part === "learning"
          ? undefined
          : of.find((one) => one !== hold && !followed.has(one) && one.until?.getTime() === hold.from.getTime());
      if (before) followed.add(before);
      changes.push({
        at: hold.from,
        by: hold.givenBy,
        step: { field: part, from: before?.name ?? null, to: hold.name },
      });
    }
    for (const hold of of) {
      if (!hold.until || followed.has(hold)) continue;
      changes.push({ at: hold.until, by: hold.endedBy, step: { field: part, from: hold.name, to: null } });
    }
  }
  return changes;
}

/** Trials that ended by themselves: the clock changed the level. */
function trialEnds(cards: readonly CardStep[], now: Date): Entry[] {
  return cards.flatMap(({ card }, n): Entry[] => {
    const until = card.trialUntil;
    const next = cards[n + 1]?.card;
    if (!until || until > (next?.at ?? now) || (cards[n - 1]?.card.trialUntil?.getTime() ?? 0) > until.getTime())
      return [];
    const changes = [{ field: "level", from: String(card.level), to: String(card.levelBefore) }];
    return [{ at: until, by: null, why: null, changes, trialUntil: null, loanUntil: null }];
  });
}

/** Step-ins, and how each went back: handed back, or by itself. */
function loanEntries(cards: readonly CardStep[], loans: readonly LoanStep[], now: Date, say: Sayer): Entry[] {
  const agreedAt = (at: Date) => String(levelInForce(cards.findLast(({ card }) => card.at <= at)!.card, at));
  return loans.flatMap((loan): Entry[] => {
    const { at, reason, untilAt } = loan;
    const end = endOf(loan);
    const level = String(loan.level);
    const begun = { field: "step_in", from: agreedAt(at), to: level };
    const entry = { at, by: say.member(loan.by), why: reason, changes: [begun], trialUntil: null, loanUntil: untilAt };
    if (end > now) return [entry];
    const back = { field: loan.endedBy ? "hand_back" : "went_back", from: level, to: agreedAt(end) };
    const by = say.member(loan.endedBy);
    return [entry, { at: end, by, why: null, changes: [back], trialUntil: null, loanUntil: null }];
  });
}

/**
 * Everything that changed in an area, the latest first.
 * @param cards its card's rows, in order
 * @param holds who had which part when, in order
 * @param loans the step-ins, in order
 * @param now what the clock has changed until then is told as well
 * @param say how values are said
 * @param seesDesiredAt whether the reader may see what an owner wished at a moment; else that it changed is left out as well
 */
export function entriesOf(
  cards: readonly CardStep[],
  holds: readonly HoldStep[],
  loans: readonly LoanStep[],
  now: Date,
  say: Sayer,
  seesDesiredAt: (at: Date) => boolean,
): Entry[] {
  const left = holdChanges(holds);
  const entries = cards.map(({ card, changed, by, byMember, why }, n): Entry => {
    const before = cards[n - 1]?.card;
    const changes: FieldStep[] = [];
    if (!before) changes.push({ field: "made", from: null, to: card.name });
    const level = levelInForce(card, card.at);
    if (!before || changed.includes("level")) {
      changes.push({ field: "level", from: before ? String(levelInForce(before, card.at)) : null, to: String(level) });
    }
    for (const what of ["closed", "reopened"]) {
      if (changed.includes(what)) changes.push({ field: what, from: null, to: card.name });
    }
    for (const part of parts) {
      if (!changed.includes(part)) continue;
      // whoever moves up gives what they had away in the same step; that stands behind what they move up to
      const givesAway = part !== changed.find((one) => parts.includes(one as never));
      const mine = left.filter(
        ({ at, by, step }) =>
          step.field === part &&
          at.getTime() === card.at.getTime() &&
          by === byMember &&
          (step.to === null || !givesAway),
      );
      const first = mine[0];
      if (!first) continue;
      left.splice(left.indexOf(first), 1);
      changes.push(first.step);
    }
    if (before) {
      for (const field of allFields) {
        if (!changed.includes(field)) continue;
        // that a wish ends with its owner goes without saying
        if (field === "desired" && (changed.includes("owner") || !seesDesiredAt(card.at))) continue;
        changes.push(fieldStep(before, card, field, say));
      }
    }
    const trialUntil = changed.includes("level") && onTrial(card, card.at) ? card.trialUntil : null;
    return { at: card.at, by, why, changes, trialUntil, loanUntil: null };
  });
  for (const { at, by, step } of left) {
    entries.push({ at, by: say.member(by), why: null, changes: [step], trialUntil: null, loanUntil: null });
  }
  entries.push(...trialEnds(cards, now), ...loanEntries(cards, loans, now, say));
  return entries
    .filter(({ changes }) => changes.length > 0)
    .map((entry, n) => ({ entry, n }))
    .sort((a, b) => b.entry.at.getTime() - a.entry.at.getTime() || b.n - a.n)
    .map(({ entry }) => entry);
}
