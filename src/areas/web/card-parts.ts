import type { AreaView, CardField, CardPatch } from "./areas-client.ts";
import { say } from "./areas-words.ts";

/** The parts of a handover card, in the order in which it is read, and the fields of each. */
export const cardParts = {
  name: ["name"],
  purpose: ["purpose", "good"],
  bounds: ["money", "scope", "guardrails"],
  means: ["people", "budget", "information"],
  rhythm: ["rhythm", "escalation", "review"],
  matters: ["matters", "mattersLine", "mattersGoal"],
} as const satisfies Record<string, readonly CardField[]>;
export type CardPart = keyof typeof cardParts;

/** Fields that are a text and nothing else, and how long each may be. */
export const textFields = {
  name: 80,
  purpose: 400,
  good: 600,
  scope: 400,
  people: 300,
  budget: 300,
  information: 300,
  rhythm: 200,
  escalation: 300,
  matters: 400,
} as const satisfies Partial<Record<CardField, number>>;
export type TextField = keyof typeof textFields;

/** What stands on a card now, as it would be handed in. */
export function cardOf(view: AreaView): Required<Omit<CardPatch, "guardrails" | "offered" | "desired">> {
  const { serves } = view;
  return {
    name: view.name,
    purpose: view.purpose,
    good: view.good,
    money: view.money,
    scope: view.scope,
    people: view.people,
    budget: view.budget,
    information: view.information,
    rhythm: view.rhythm,
    escalation: view.escalation,
    review: view.review,
    matters: view.matters,
    mattersLine: serves?.kind === "line" ? serves.line : null,
    mattersGoal: serves?.kind === "goal" ? serves.goal : null,
  };
}

/** Whether two values of a field are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Why no field of a part may be written, as a sentence; null where one may. */
export function whyNotPart(part: CardPart, view: AreaView): string | null {
  const reasons = cardParts[part].map((field) => view.whyNotWrite[field] ?? null);
  return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null;
}

/** Whose yes a field may need, said where it is written. */
export function yesHint(field: CardField, view: AreaView): string | undefined {
  if (!view.needsYes.includes(field)) return undefined;
  if (view.mine === "owner") return say("web.edit.needs_lead");
  return view.owner ? say("web.edit.needs_owner", { name: view.owner.name }) : undefined;
}
