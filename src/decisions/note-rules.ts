import type { Level } from "../areas/rules.ts";
import type { WhyNot } from "../people/rules.ts";
import { type DecidingStand, whyNotNote } from "./deciding-rules.ts";
import type { Whom } from "./outcome-rules.ts";
import { processAt } from "./process-rules.ts";
import type { DeciderKind } from "./rules.ts";

/** How a note's matter was settled: by whoever writes it, or by people together. */
export type How = "alone" | "together";

const dayMs = 86_400_000;

/** Whether a note may still be taken back: within a day of its writing. */
export function isFreshNote(note: { shape: string; decidedAt: Date | null }, now: Date): boolean {
  return note.shape === "note" && note.decidedAt !== null && now.getTime() - note.decidedAt.getTime() < dayMs;
}

/**
 * Why somebody may not write "we decided" here.
 * @param asks whether guardrails name somebody else to be asked first: nobody settles that alone
 */
export function whyNotNoteHere(level: Level, stand: DecidingStand, how: How, asks: boolean): WhyNot {
  const whyNot = whyNotNote(level, stand, how);
  if (whyNot) return whyNot;
  return how === "alone" && asks ? { code: "decisions.ask_them_first" } : null;
}

/** Who had the last word in what a note tells: below 4 the lead in any case, above it whoever settled it. */
export function noteDecidedBy(level: Level, how: How, leads: boolean): DeciderKind {
  if (level <= 3) return "lead";
  if (how === "together") return "team";
  return leads ? "lead" : "delegate";
}

/** Whom a level tells of a note: it has no opening of which the leads at 5 could have been told. */
export function toldOfNote(level: Level): { kind: "told" | "decided"; whom: Whom } {
  const { tells } = processAt(level);
  if (tells === "nobody") return { kind: "told", whom: "nobody" };
  if (tells === "leads_opening" || tells === "leads_after") return { kind: "told", whom: "leads" };
  return { kind: tells === "team" ? "decided" : "told", whom: "team" };
}
