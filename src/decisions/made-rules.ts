import type { Phase, Shape } from "./deciding-rules.ts";
import type { Method } from "./method-rules.ts";
import type { Next, ReviewVerdict } from "./outcome-rules.ts";

/**
 * What a decision made here says beside what the log has of every one. Nobody's voice, objection or remark is in it, no name, and
 * not how sure anybody was: beside who decided and how it turned out, that would be somebody's marks.
 */
export type Made = {
  shape: Shape;
  phase: Phase;
  /** Null while it can still change. */
  level: number | null;
  /** The method of its latest round; null where there was none. */
  method: Method | null;
  area: string | null;
  proposal: string;
  options: string[];
  cost: number | null;
  currency: string | null;
  /** A two-way door. */
  reversible: boolean | null;
  decideBy: string | null;
  outside: string;
  stopRule: string;
  endsOn: string | null;
  sumUp: string | null;
  expected: string;
  effectOn: string | null;
  reviewOn: string | null;
  waitUntil: string | null;
  why: string | null;
  /** The key of the decision that this one adapts. */
  adapts: string | null;
  /** The earliest first. */
  reviews: { on: string; verdict: ReviewVerdict; learned: string; next: Next; byRule: boolean; again: string | null }[];
};
