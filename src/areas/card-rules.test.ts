import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allFields,
  bendOfGuardrails,
  type Card,
  changedFields,
  type Guardrail,
  mayNeedYes,
  type Patch,
  servingOne,
  sidesNeeded,
  sidesOf,
  splitPatch,
  whyNotWrite,
  withoutRepeats,
} from "./card-rules.ts";
import { effectiveLevel } from "./level-rules.ts";

const [a, b, c] = ["a", "b", "c"].map((end) => `0195a8b2-0000-7000-8000-00000000000${end}`) as [string, string, string];
const cost = (over: number, level = 4, currency = "EUR", id = a): Guardrail => ({
  id,
  kind: "cost",
  over,
  currency,
  level,
});
const card: Card = {
  name: "On-call",
  purpose: "",
  good: "",
  money: { amount: 100, currency: "EUR" },
  scope: "",
  guardrails: [cost(50)],
  people: "",
  budget: "",
  information: "",
  rhythm: "",
  escalation: "",
  review: null,
  matters: "",
  mattersLine: null,
  mattersGoal: null,
  offered: 5,
  desired: null,
};

describe("whose yes a change needs", () => {
  it.each([
    ["name", "a", "b", "lead"],
    ["people", "a", "b", "lead"],
    ["budget", "a", "b", "lead"],
    ["information", "a", "b", "lead"],
    ["escalation", "a", "b", "lead"],
    ["offered", 4, 5, "lead"],
    ["matters", "a", "b", "owner"],
    ["mattersLine", null, a, "owner"],
    ["mattersGoal", null, a, "owner"],
    ["rhythm", "a", "b", "owner"],
    ["desired", null, 5, "owner"],
    ["review", null, "2026-01-01", "either"],
    ["purpose", "a", "b", "both"],
    ["good", "a", "b", "both"],
    ["scope", "a", "b", "both"],
    ["money", { amount: 1, currency: "EUR" }, { amount: 2, currency: "EUR" }, "lead"],
    ["money", { amount: 2, currency: "EUR" }, { amount: 1, currency: "EUR" }, "owner"],
    ["money", { amount: 2, currency: "EUR" }, { amount: 2, currency: "ZAR" }, "both"],
    ["money", null, { amount: 2, currency: "EUR" }, "both"],
    ["money", { amount: 2, currency: "EUR" }, null, "both"],
    ["guardrails", [cost(50)], [], "lead"],
    ["guardrails", [], [cost(50)], "owner"],
    ["guardrails", [cost(50)], [cost(60)], "lead"],
    ["guardrails", [cost(50)], [cost(40)], "owner"],
    ["guardrails", [cost(50, 4)], [cost(50, 5)], "lead"],
    ["guardrails", [cost(50, 4)], [cost(50, 3)], "owner"],
    ["guardrails", [cost(50, 4)], [cost(60, 3)], "both"],
    ["guardrails", [cost(50)], [cost(50, 4, "ZAR")], "both"],
    ["guardrails", [cost(50)], [cost(50, 4, "EUR", b)], "both"],
    ["guardrails", [{ id: a, kind: "one_way", level: 4 }], [{ id: a, kind: "one_way", level: 3 }], "owner"],
    ["guardrails", [{ id: a, kind: "one_way", level: 4 }], [{ id: a, kind: "one_way", level: 5 }], "lead"],
    [
      "guardrails",
      [{ id: a, kind: "ask", members: [b], team: null }],
      [{ id: a, kind: "ask", members: [b, c], team: null }],
      "owner",
    ],
    [
      "guardrails",
      [{ id: a, kind: "ask", members: [b, c], team: null }],
      [{ id: a, kind: "ask", members: [b], team: null }],
      "lead",
    ],
    [
      "guardrails",
      [{ id: a, kind: "ask", members: [b], team: null }],
      [{ id: a, kind: "ask", members: [c], team: null }],
      "both",
    ],
    [
      "guardrails",
      [{ id: a, kind: "ask", members: [], team: null }],
      [{ id: a, kind: "ask", members: [], team: b }],
      "owner",
    ],
    ["guardrails", [{ id: a, kind: "text", words: "x" }], [{ id: a, kind: "text", words: "y" }], "both"],
    ["guardrails", [{ id: a, kind: "goal" }], [cost(1)], "both"],
  ] as const)("%s from %o to %o: %s", (field, from, to, needed) => {
    expect(sidesNeeded(field, from as never, to as never)).toBe(needed);
  });

  it("what a lead can do to guardrails alone never lowers the level of anything", () => {
    const level = fc.integer({ min: 1, max: 7 });
    const id = fc.constantFrom(a, b, c);
    const one: fc.Arbitrary<Guardrail> = fc.oneof(
      fc.record({
        id,
        kind: fc.constant("cost" as const),
        over: fc.integer({ min: 0, max: 9 }),
        currency: fc.constantFrom("EUR", "ZAR"),
        level,
      }),
      fc.record({ id, kind: fc.constant("one_way" as const), level }),
    );
    const list = fc.uniqueArray(one, { selector: (guardrail) => guardrail.id, maxLength: 3 });
    const facts = fc.record({
      cost: fc.integer({ min: 0, max: 10 }),
      currency: fc.constantFrom("EUR", "ZAR"),
      reversible: fc.boolean(),
    });
    fc.assert(
      fc.property(list, list, facts, (from, to, what) => {
        const at = (guardrails: readonly Guardrail[]) =>
          effectiveLevel({ level: 7, guardrails, money: null }, what).level;
        const needed = sidesNeeded("guardrails", from, to);
        if (needed === "lead") expect(at(to)).toBeGreaterThanOrEqual(at(from));
        if (needed === "owner") expect(at(to)).toBeLessThanOrEqual(at(from));
        if (needed === "either") expect(at(to)).toBe(at(from));
      }),
      { numRuns: 2000 },
    );
  });

  it("a guardrail named twice is what it is last, so that none hides behind another", () => {
    expect(withoutRepeats([cost(50), cost(10)])).toEqual([cost(10)]);
    expect(bendOfGuardrails([cost(50)], withoutRepeats([cost(50), cost(10)]))).toBe("tighter");
  });
});

const ofOwner = { role: "member", owns: true, heldByJoined: true } as const;
const ofLead = { role: "lead", owns: false, heldByJoined: true } as const;
const ofLeadAlone = { role: "lead", owns: false, heldByJoined: false } as const;
const ofLeadWhoOwns = { role: "lead", owns: true, heldByJoined: true } as const;

describe("who writes", () => {
  const writable = (stand: Parameters<typeof whyNotWrite>[1]) =>
    allFields.filter((field) => !whyNotWrite(field, stand));
  const ownersOwn = ["rhythm", "matters", "mattersLine", "mattersGoal", "desired"];
  const leadsOwn = ["name", "people", "budget", "information", "escalation", "offered"];
  it("each side what is theirs and what is both's", () => {
    expect(writable(ofLead)).toEqual(allFields.filter((field) => !ownersOwn.includes(field)));
    expect(writable(ofOwner)).toEqual(allFields.filter((field) => !leadsOwn.includes(field)));
    expect(writable(ofLeadWhoOwns)).toEqual([...allFields]);
    expect(writable(ofLeadAlone)).toEqual(
      allFields.filter((field) => field === "rhythm" || !ownersOwn.includes(field)),
    );
    expect(writable({ ...ofOwner, owns: false })).toEqual([]);
    expect(writable({ role: "observer", owns: false, heldByJoined: false })).toEqual([]);
  });
  it("says beforehand what may wait for the other side", () => {
    const both = ["purpose", "good", "money", "scope", "guardrails"];
    expect(allFields.filter((field) => mayNeedYes(field, ofLead))).toEqual(both);
    expect(allFields.filter((field) => mayNeedYes(field, ofOwner))).toEqual(both);
    expect(allFields.filter((field) => mayNeedYes(field, ofLeadWhoOwns))).toEqual([]);
    expect(allFields.filter((field) => mayNeedYes(field, ofLeadAlone))).toEqual([]);
  });
});

describe("a patch", () => {
  const patch: Patch = {
    name: "Pager",
    purpose: "Sleep",
    review: "2026-05-01",
    money: { amount: 90, currency: "EUR" },
    scope: "",
  };
  it("is parted into what holds and what waits", () => {
    expect(splitPatch(card, patch, sidesOf(ofLead))).toEqual({
      applied: ["name", "review"],
      proposed: ["purpose", "money"],
    });
    expect(splitPatch(card, patch, sidesOf(ofLeadWhoOwns))).toEqual({
      applied: ["name", "purpose", "money", "review"],
      proposed: [],
    });
    expect(splitPatch(card, { money: { amount: 90, currency: "EUR" } }, sidesOf(ofOwner))).toEqual({
      applied: ["money"],
      proposed: [],
    });
  });
  it("is nothing where it says what stands, guardrails in another order too", () => {
    const two = { ...card, guardrails: [cost(50), cost(60, 4, "EUR", b)] };
    expect(
      changedFields(two, { ...two, guardrails: [...two.guardrails].reverse(), money: { ...card.money! } }),
    ).toEqual([]);
  });
  it("serves one thing", () => {
    expect(servingOne({ mattersGoal: a, mattersLine: b })).toEqual({ mattersGoal: a, mattersLine: null });
    expect(servingOne({ mattersLine: b })).toEqual({ mattersGoal: null, mattersLine: b });
    expect(servingOne({ mattersLine: null })).toEqual({ mattersLine: null });
  });
});
