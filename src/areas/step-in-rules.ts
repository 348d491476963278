import type { WhyNot } from "../people/rules.ts";
import { daysAfter } from "./time-rules.ts";

/** The ladder of moves, the lightest first. */
export const rungs = ["look", "question", "context", "advise", "agree", "step_in"] as const;
export type Rung = (typeof rungs)[number];

/** How the four questions of the step-in test were answered, each from 1 (little) to 3 (much). */
export type Answers = { howBad: number; howSoon: number; howLong: number; undo: number };

/** A loan lasts this many days at the most. */
export const mostLoanDays = 30;
/** A loan takes a level to this one at the most: from 5 on it is the owner who decides, and nobody has stepped in. */
export const highestLoan = 4;
/** So long before a loan ends both sides are told. */
export const daysBeforeLoanEnds = 3;

/**
 * The lightest rung that fits. Each answer alone can only lift it so far: what is a nuisance is never more than a question, what
 * can easily be undone never more than advice, and what is weeks away leaves time to agree. Raising an answer never gives a
 * lighter one.
 * @param answers each from 1 to 3
 */
export function lightestRung({ howBad, howSoon, howLong, undo }: Answers): Rung {
  const harm = howBad + howLong - 1; // 1 … 5
  if (howBad === 1) return undo === 3 || howLong === 3 ? "question" : "look";
  if (undo === 1) return howBad === 3 && howSoon === 3 ? "advise" : howSoon === 1 ? "question" : "context";
  if (howSoon === 1) return harm >= 4 ? "agree" : "advise";
  if (howBad === 3 && undo === 3) return "step_in";
  if (howSoon === 3 && harm >= 4) return "step_in";
  return harm >= 3 ? "agree" : "advise";
}

/** A step-in as far as its state goes. */
export type Loan = { level: number; at: Date; untilAt: Date; endedAt: Date | null };

/** When a loan ends or ended: by itself, or earlier because it was handed back. */
export function endOf(loan: Pick<Loan, "untilAt" | "endedAt">): Date {
  return loan.endedAt && loan.endedAt < loan.untilAt ? loan.endedAt : loan.untilAt;
}

/** Whether a loan is in force at a moment: begun, not handed back, and its end not reached. */
export function inForce(loan: Loan, at: Date): boolean {
  return loan.at <= at && at < endOf(loan);
}

/** A level with a loan on it: a loan only lowers. */
export function levelOnLoan<L extends number>(level: L, loan: Loan | null, at: Date): L {
  return loan && inForce(loan, at) && loan.level < level ? (loan.level as L) : level;
}

const no = (code: string, params?: Record<string, string | number>): WhyNot => ({
  code: `areas.${code}`,
  ...(params ? { params } : {}),
});

/**
 * Why a loan may not end on a day.
 * @param until its last day
 * @param today where whoever asks is; a loan lasts 30 days from it at the most, however often it is made longer
 * @param after it must end after this day: the one on which it ends now
 */
export function whyNotUntil(until: string, today: string, after: string | null = null): WhyNot {
  if (until < today || (after !== null && until <= after)) return no("loan_ends_past");
  return until > daysAfter(today, mostLoanDays) ? no("loan_too_long", { most: mostLoanDays }) : null;
}

/** Why a loan may not be at a level: it lowers, or it is none. */
export function whyNotLend(level: number, back: number): WhyNot {
  return level < back ? null : no("loan_level_not_lower");
}

/** What somebody is to an area on which they would step in, and how it stands. */
export type LendStand = { leads: boolean; owns: boolean; level: number; onLoan: boolean };

/** Why somebody may not step in on an area: a lead of its team may, where it is not theirs and its level can be lowered. */
export function whyNotStepIn({ leads, owns, level, onLoan }: LendStand): WhyNot {
  if (!leads) return no("only_the_lead");
  if (owns) return no("own_area");
  if (onLoan) return no("stepped_in_already");
  return whyNotLend(1, level);
}

/** What somebody is to a step-in, and how far it has come. */
export type LoanStand = {
  inForce: boolean;
  /** I stepped in. */
  mine: boolean;
  /** I lead its team. */
  leads: boolean;
  /** I am who was told by it, or who holds it now. */
  owns: boolean;
  /** Somebody else can say yes to a longer loan. */
  answered: boolean;
  reviewed: boolean;
};

/** Why somebody may not hand a loan back: whoever stepped in may, and any other lead. */
export function whyNotHandBack({ inForce, mine, leads }: LoanStand): WhyNot {
  if (!inForce) return no("loan_over");
  return mine || leads ? null : no("only_who_stepped_in");
}

/** Why somebody may not ask for a later end. */
export function whyNotExtend({ inForce, mine, answered }: LoanStand): WhyNot {
  if (!inForce) return no("loan_over");
  if (!mine) return no("only_who_stepped_in");
  return answered ? null : no("nobody_to_say_yes");
}

/** Why somebody may not look back: whoever stepped in may, and whoever it was about, once, when it is over. */
export function whyNotReview({ inForce, mine, owns, reviewed }: LoanStand): WhyNot {
  if (inForce) return no("loan_not_over");
  if (!mine && !owns) return no("only_who_stepped_in");
  return reviewed ? no("reviewed_already") : null;
}
