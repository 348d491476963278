import type { Guardrail, GuardrailShown } from "./areas-client.ts";
import { amountTyped } from "./may-i-currency.ts";

export type GuardrailKind = Guardrail["kind"];
export const guardrailKinds: readonly GuardrailKind[] = ["cost", "one_way", "ask", "goal", "text"];

/** A guardrail as it stands in its form: every kind's fields, as texts where they are typed. */
export type GuardrailDraft = {
  id: string;
  kind: GuardrailKind;
  over: string;
  currency: string;
  level: number;
  members: readonly string[];
  team: string;
  words: string;
};

/** The level that a guardrail brings a decision down to, until another is chosen. */
const usualLevel = 4;

/** A random id (RFC 9562, version 4); the browser's own is missing outside secure contexts. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A new guardrail to fill in. */
export function newDraft(kind: GuardrailKind, currency: string): GuardrailDraft {
  return { id: newId(), kind, over: "", currency, level: usualLevel, members: [], team: "", words: "" };
}

/** A guardrail opened for changing. */
export function draftOf(one: GuardrailShown, currency: string): GuardrailDraft {
  const draft = { ...newDraft(one.kind, currency), id: one.id };
  if (one.kind === "cost") return { ...draft, over: String(one.over), currency: one.currency, level: one.level };
  if (one.kind === "one_way") return { ...draft, level: one.level };
  if (one.kind === "ask") {
    return { ...draft, members: one.members.map(({ member }) => member), team: one.team?.team ?? "" };
  }
  return one.kind === "text" ? { ...draft, words: one.words } : draft;
}

/** What is still missing in a draft, or null where it is whole. */
export function missingIn(draft: GuardrailDraft): "over" | "members" | "words" | null {
  if (draft.kind === "cost" && typeof amountTyped(draft.over) !== "number") return "over";
  if (draft.kind === "ask" && draft.members.length === 0 && !draft.team) return "members";
  return draft.kind === "text" && !draft.words.trim() ? "words" : null;
}

/** A whole draft as it is handed in. */
export function guardrailFrom(draft: GuardrailDraft): Guardrail {
  const { id, kind, level, currency } = draft;
  switch (kind) {
    case "cost":
      return { id, kind, over: amountTyped(draft.over) ?? 0, currency, level };
    case "one_way":
      return { id, kind, level };
    case "ask":
      return { id, kind, members: [...draft.members], team: draft.team || null };
    case "goal":
      return { id, kind };
    case "text":
      return { id, kind, words: draft.words.trim() };
  }
}
