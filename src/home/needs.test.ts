import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisions } from "../decisions/contract.ts";
import { decisionNeeds, inOrder, isOfDecision, type Need, needKinds } from "./needs.ts";

const need = (over: Partial<Need>): Need => ({
  kind: "review_due",
  team: "t",
  teamName: "Harbour",
  subject: null,
  title: null,
  by: null,
  level: null,
  n: 1,
  on: null,
  ...over,
});

describe("what needs me", () => {
  it("puts somebody's waiting before a page to put in order", () => {
    const order = inOrder([need({ kind: "orphan_goals" }), need({ kind: "no_owner" }), need({ kind: "yes_needed" })]);
    expect(order.map(({ kind }) => kind)).toEqual(["yes_needed", "no_owner", "orphan_goals"]);
  });
  it("puts a voice that a round waits for before what is only to be looked at again", () => {
    const order = inOrder([
      need({ kind: "decision_review_due" }),
      need({ kind: "review_due" }),
      need({ kind: "decide_ready" }),
      need({ kind: "voice_asked" }),
    ]);
    expect(order.map(({ kind }) => kind)).toEqual(["voice_asked", "decide_ready", "review_due", "decision_review_due"]);
  });
  it("knows every kind that waits in decisions, and that it leads to a decision", () => {
    const { waiting } = decisions.operations.waiting.output.shape;
    const kinds = waiting.element.shape.kind.options;
    expect([...decisionNeeds].sort()).toEqual([...kinds].sort());
    for (const kind of needKinds) expect(isOfDecision(kind)).toBe((kinds as readonly string[]).includes(kind));
  });
  it("puts the earlier date first, and what has none last", () => {
    const order = inOrder([need({ title: "a" }), need({ on: "2026-12-01" }), need({ on: "2026-11-01" })]);
    expect(order.map(({ on }) => on)).toEqual(["2026-11-01", "2026-12-01", null]);
  });
  it("is the same whatever order it was asked in", () => {
    const any = fc.record({
      kind: fc.constantFrom(...needKinds),
      teamName: fc.constantFrom("Harbour", "Quay"),
      title: fc.constantFrom("a", "b", "c"),
      on: fc.constantFrom(null, "2026-01-01", "2026-02-01"),
    });
    fc.assert(
      fc.property(fc.array(any), (some) => {
        const needs = some.map((one, at) => need({ ...one, subject: String(at) }));
        expect(inOrder(needs.toReversed())).toEqual(inOrder(needs));
      }),
    );
  });
});
