import { describe, expect, it } from "vitest";
import type { AreaView } from "../../areas/web/areas-client.ts";
import { Refused } from "../../foundation/client.ts";
import { cardPatch, cardTyped } from "./start-card-patch.ts";

const sentences = { amount: "an amount", words: "the words", lookAgain: "look again" };
const card = {
  good: "Nobody waits.",
  scope: "",
  money: { amount: 2000, currency: "ZAR" },
  escalation: "",
  review: "2026-12-01",
  guardrails: [
    { id: "a", kind: "ask", members: [{ member: "m", name: "Chen", expected: false }], team: null },
    { id: "b", kind: "cost", over: 500, currency: "ZAR", level: 3 },
    { id: "c", kind: "goal" },
  ],
} as unknown as AreaView;
const typed = cardTyped(card, "EUR");

function refusedFields(change: Partial<typeof typed>): Record<string, string> {
  try {
    cardPatch(card, { ...typed, ...change }, sentences);
  } catch (error) {
    if (error instanceof Refused) return error.fields;
    throw error;
  }
  return {};
}

describe("a card's first fields", () => {
  it("are no change until something is typed", () => expect(cardPatch(card, typed, sentences)).toEqual({}));

  it("hand in only what is other than it was", () => {
    const next = { ...typed, escalation: " Call Nomsa. ", money: "3 000" };
    expect(cardPatch(card, next, sentences)).toEqual({
      escalation: "Call Nomsa.",
      money: { amount: 3000, currency: "ZAR" },
    });
    expect(cardPatch(card, { ...typed, money: "", review: "" }, sentences)).toEqual({ money: null, review: null });
  });

  it("use the currency that the card uses, else the one that is likely", () => {
    expect(typed.currency).toBe("ZAR");
    expect(cardTyped({ ...card, money: null, guardrails: [] }, "EUR").currency).toBe("EUR");
  });

  it("change the one guardrail and keep the others as they are", () => {
    const ask = { id: "a", kind: "ask", members: ["m"], team: null };
    const goal = { id: "c", kind: "goal" };
    const over = { ...typed, guard: { ...typed.guard, over: "800" } };
    expect(cardPatch(card, over, sentences).guardrails).toEqual([
      { id: "b", kind: "cost", over: 800, currency: "ZAR", level: 3 },
      ask,
      goal,
    ]);
    const none = { ...typed, guard: { ...typed.guard, kind: "none" as const } };
    expect(cardPatch(card, none, sentences).guardrails).toEqual([ask, goal]);
  });

  it("say which field cannot be taken", () => {
    expect(refusedFields({ money: "a lot" })).toEqual({ money: "an amount" });
    expect(refusedFields({ guard: { ...typed.guard, kind: "text", words: " " } })).toEqual({ guard: "the words" });
    expect(refusedFields({ guard: { ...typed.guard, over: "" } })).toEqual({ guard: "an amount" });
  });
});
