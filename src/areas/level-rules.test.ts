import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Guardrail } from "./card-rules.ts";
import {
  type Bounds,
  carriedOn,
  effectiveLevel,
  type Facts,
  type LevelWritten,
  levelForGood,
  levelInForce,
  levelStretches,
  mayI,
  movesIn90Days,
} from "./level-rules.ts";

const level = fc.integer({ min: 1, max: 7 });
const currency = fc.constantFrom("EUR", "ZAR");
const amount = fc.integer({ min: 0, max: 100 });
const guardrail: fc.Arbitrary<Guardrail> = fc.oneof(
  fc.record({ id: fc.uuid(), kind: fc.constant("cost" as const), over: amount, currency, level }),
  fc.record({ id: fc.uuid(), kind: fc.constant("one_way" as const), level }),
  fc.record({
    id: fc.uuid(),
    kind: fc.constant("ask" as const),
    members: fc.array(fc.uuid(), { maxLength: 3 }),
    team: fc.option(fc.uuid()),
  }),
  fc.record({ id: fc.uuid(), kind: fc.constant("goal" as const) }),
  fc.record({ id: fc.uuid(), kind: fc.constant("text" as const), words: fc.constantFrom("a", "b", "c") }),
);
const bounds: fc.Arbitrary<Bounds> = fc.record({
  level,
  guardrails: fc.array(guardrail, { maxLength: 6 }),
  money: fc.option(fc.record({ amount, currency })),
});
const facts: fc.Arbitrary<Facts> = fc.record(
  { cost: amount, currency, reversible: fc.boolean(), namesGoal: fc.boolean() },
  { requiredKeys: [] },
);

describe("the effective level", () => {
  it("is never above the area's, and something says why", () => {
    fc.assert(
      fc.property(bounds, facts, (area, what) => {
        const effective = effectiveLevel(area, what);
        expect(effective.level).toBeLessThanOrEqual(area.level);
        expect(effective.because.length).toBeGreaterThan(0);
        for (const because of effective.because) expect(because.level).toBe(effective.level);
        expect(effective.because.every(({ kind }) => kind === "area")).toBe(effective.level === area.level);
      }),
    );
  });

  it("is never raised by one more guardrail, nor is anything else it asks for taken off", () => {
    fc.assert(
      fc.property(bounds, guardrail, facts, (area, more, what) => {
        const before = effectiveLevel(area, what);
        const after = effectiveLevel({ ...area, guardrails: [...area.guardrails, more] }, what);
        expect(after.level).toBeLessThanOrEqual(before.level);
        expect(after.ask.members).toEqual(expect.arrayContaining(before.ask.members));
        expect(after.acknowledge).toEqual(expect.arrayContaining(before.acknowledge));
        expect(after.mustNameGoal || !before.mustNameGoal).toBe(true);
      }),
    );
  });

  it("does not depend on the order of guardrails", () => {
    fc.assert(
      fc.property(
        bounds.chain((area) =>
          fc.tuple(fc.constant(area), fc.shuffledSubarray([...area.guardrails], { minLength: area.guardrails.length })),
        ),
        facts,
        ([area, shuffled], what) => {
          const one = effectiveLevel(area, what);
          const other = effectiveLevel({ ...area, guardrails: shuffled }, what);
          expect({ ...other, acknowledge: [...other.acknowledge].sort() }).toEqual({
            ...one,
            acknowledge: [...one.acknowledge].sort(),
          });
        },
      ),
    );
  });

  it("is never lowered by a lower cost", () => {
    fc.assert(
      fc.property(bounds, facts, amount, (area, what, less) => {
        const cost = what.cost ?? 100;
        const dear = effectiveLevel(area, { ...what, cost });
        const cheap = effectiveLevel(area, { ...what, cost: Math.min(less, cost) });
        expect(cheap.level).toBeGreaterThanOrEqual(dear.level);
      }),
    );
  });

  it("says what it depends on: exactly what could still bring it down", () => {
    fc.assert(
      fc.property(bounds, facts, (area, what) => {
        const { level: known, depends } = effectiveLevel(area, what);
        const dearest = effectiveLevel(area, { ...what, cost: what.cost ?? 1000 }).level;
        const oneWay = effectiveLevel(area, { ...what, reversible: what.reversible ?? false }).level;
        expect(depends.includes("cost")).toBe(dearest < known);
        expect(depends.includes("reversible")).toBe(oneWay < known);
      }),
    );
  });

  const id = "0195a8b2-0000-7000-8000-000000000001";
  const over20k = { id, kind: "cost", over: 20_000, currency: "EUR", level: 3 } as const;
  const oneWay = { id, kind: "one_way", level: 4 } as const;
  it.each<[string, Bounds | null, Facts, number, unknown[]]>([
    ["no area", null, { cost: 5 }, 4, [{ kind: "no_area", level: 4 }]],
    [
      "nothing triggered",
      { level: 6, guardrails: [over20k], money: null },
      { cost: 20_000 },
      6,
      [{ kind: "area", level: 6 }],
    ],
    [
      "over the amount",
      { level: 6, guardrails: [over20k, oneWay], money: null },
      { cost: 20_001, currency: "EUR", reversible: false },
      3,
      [{ kind: "cost", level: 3, over: 20_000, currency: "EUR", otherCurrency: false }],
    ],
    [
      "another currency counts as over",
      { level: 6, guardrails: [over20k], money: null },
      { cost: 1, currency: "ZAR" },
      3,
      [{ kind: "cost", level: 3, over: 20_000, currency: "EUR", otherCurrency: true }],
    ],
    [
      "nothing in another currency",
      { level: 6, guardrails: [over20k], money: null },
      { cost: 0, currency: "ZAR" },
      6,
      [{ kind: "area", level: 6 }],
    ],
    [
      "beyond the authority",
      { level: 7, guardrails: [], money: { amount: 500, currency: "EUR" } },
      { cost: 501 },
      4,
      [{ kind: "authority", level: 4, amount: 500, currency: "EUR", otherCurrency: false }],
    ],
    [
      "a one-way door above the area's level",
      { level: 2, guardrails: [oneWay], money: null },
      { reversible: false },
      2,
      [{ kind: "area", level: 2 }],
    ],
  ])("%s", (_, area, what, expected, because) => {
    const effective = effectiveLevel(area, what);
    expect([effective.level, effective.because]).toEqual([expected, because]);
  });
});

const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const written = (on: number | null, now = 6, before = 4): LevelWritten =>
  on === null
    ? { level: now, trialUntil: null, levelBefore: null }
    : { level: now, trialUntil: at(on), levelBefore: before };

describe("trials", () => {
  it("go back by themselves at their moment", () => {
    expect([at(9), at(10), at(11)].map((moment) => levelInForce(written(10), moment))).toEqual([6, 4, 4]);
    expect(levelForGood(written(10))).toBe(4);
    expect(carriedOn(written(10), at(9))).toEqual(written(10));
    expect(carriedOn(written(10), at(10))).toEqual(written(null, 4));
  });

  it("the next row carries on what is in force, at every moment", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (until, now, later) => {
          const carried = carriedOn(written(until), at(now));
          expect(levelInForce(carried, at(now + later))).toBe(levelInForce(written(until), at(now + later)));
        },
      ),
    );
  });

  it("are stretches of time", () => {
    const rows = [
      { ...written(null, 4), at: at(1) },
      { ...written(10), at: at(3) },
      { ...written(10), at: at(5) },
      { ...written(null, 4), at: at(12) },
      { ...written(null, 5), at: at(14) },
    ];
    const plain = { trial: false, loan: false };
    expect(levelStretches(rows, [], at(20))).toEqual([
      { from: at(1), level: 4, ...plain },
      { from: at(3), level: 6, trial: true, loan: false },
      { from: at(10), level: 4, ...plain },
      { from: at(14), level: 5, ...plain },
    ]);
    expect(levelStretches(rows.slice(0, 2), [], at(9)).at(-1)).toEqual({
      from: at(3),
      level: 6,
      trial: true,
      loan: false,
    });
  });

  it("are on loan while a lead has stepped in, and go back to what is agreed then", () => {
    const loan = (from: number, until: number, level: number, endedAt: Date | null = null) => ({
      level,
      at: at(from),
      untilAt: at(until),
      endedAt,
    });
    const rows = [
      { ...written(null, 6), at: at(1) },
      // agreed while it is on loan
      { ...written(null, 5), at: at(6) },
      // and brought down below the second loan
      { ...written(null, 2), at: at(16) },
    ];
    const loans = [loan(4, 8, 2), loan(10, 18, 3, at(20)), loan(19, 30, 1, at(20))];
    expect(levelStretches(rows, loans, at(25))).toEqual([
      { from: at(1), level: 6, trial: false, loan: false },
      { from: at(4), level: 2, trial: false, loan: true },
      { from: at(8), level: 5, trial: false, loan: false },
      { from: at(10), level: 3, trial: false, loan: true },
      { from: at(16), level: 2, trial: false, loan: false },
      { from: at(19), level: 1, trial: false, loan: true },
      { from: at(20), level: 2, trial: false, loan: false },
    ]);
    // the end that is still to come is not told
    expect(levelStretches(rows, [loan(4, 8, 2)], at(5)).at(-1)).toEqual({
      from: at(4),
      level: 2,
      trial: false,
      loan: true,
    });
  });
});

it("moves are counted against what was there before", () => {
  const areas = [
    { level: 5, levelBefore: 3 },
    { level: 5, levelBefore: 6 },
    { level: 5, levelBefore: 5 },
    { level: 7, levelBefore: null },
  ];
  expect(movesIn90Days(areas)).toEqual({ ahead: 1, back: 1 });
});

describe("may I", () => {
  const lead = { role: "lead", part: null } as const;
  const member = { role: "member", part: null } as const;
  const owner = { role: "member", part: "owner" } as const;
  const deputy = { role: "member", part: "deputy" } as const;
  it.each([
    [1, lead, true, false, "yes"],
    [2, member, true, false, "lead"],
    [2, owner, true, false, "lead"],
    [2, lead, true, true, "yes_after"],
    [3, lead, true, false, "yes_after"],
    [3, owner, true, false, "lead_after"],
    [4, lead, true, false, "together"],
    [4, owner, false, false, "together"],
    [5, owner, true, false, "yes_after"],
    [5, deputy, true, false, "deputy"],
    [5, lead, true, false, "owner"],
    [6, owner, true, false, "yes"],
    [7, owner, true, true, "yes_after"],
    [7, member, true, true, "owner"],
    [7, { role: "member", part: "learning" }, true, false, "owner"],
    [6, lead, false, false, "nobody"],
    [5, { role: "observer", part: null }, true, false, "owner"],
  ] as const)("at level %i, %o, held: %s, guarded: %s → %s", (level, asker, held, guarded, answer) => {
    expect(mayI(level, asker, held, guarded).answer).toBe(answer);
  });
});
