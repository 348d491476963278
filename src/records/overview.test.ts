import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween, deciderKinds, type Reversal } from "../decisions/rules.ts";
import { type Description, overviewOf, type Recorded, spreadOf, usualBatch } from "./overview.ts";

const plain: Description = { deciderKnownSince: null, batchFrom: usualBatch, terms: [] };
let made = 0;
const decision = (given: Partial<Recorded>): Recorded => ({
  id: String(made++).padStart(6, "0"),
  ref: String(made),
  title: "One thing",
  onRecordFrom: given.openedOn ?? given.decidedOn ?? null,
  openedOn: null,
  decidedOn: null,
  decidedBy: given.decidedOn ? "lead" : null,
  outcome: null,
  selfDecided: false,
  leadsOwn: false,
  reversals: [],
  ...given,
});
const dayAfter = (day: string, n: number) => new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);

describe("quartiles", () => {
  it.each([
    [[], { n: 0, q1: null, median: null, q3: null }],
    [[7], { n: 1, q1: 7, median: 7, q3: 7 }],
    [[4, 1, 3, 2], { n: 4, q1: 1.75, median: 2.5, q3: 3.25 }],
    [[5, 1, 2, 4, 3], { n: 5, q1: 2, median: 3, q3: 4 }],
  ])("of %j", (numbers, spread) => {
    expect(spreadOf(numbers)).toEqual(spread);
  });
});

describe("an empty record", () => {
  it("has nothing to say, and says so without numbers made up", () => {
    const nothing = overviewOf([], plain, "2026-01-01");
    expect(nothing).toMatchObject({ firstVerdict: null, years: [], gaps: [], running: null, batches: [] });
    expect(nothing.time.all).toEqual({ n: 0, q1: null, median: null, q3: null });
    expect(overviewOf([decision({ openedOn: "2020-01-01" })], plain, "2026-01-01").totals).toEqual({
      onRecord: 1,
      withVerdict: 0,
      withoutVerdict: 1,
      undated: 0,
    });
  });
});

describe("the delegated share of a year", () => {
  const of = (kinds: Recorded["decidedBy"][], description = plain) =>
    overviewOf(
      kinds.map((decidedBy, i) => decision({ decidedOn: `2020-0${i + 1}-01`, decidedBy })),
      description,
      "2021-01-01",
    ).years[0]!.delegated;

  it.each([
    [["lead", "lead", "delegate"], { share: 1 / 3, of: 3, atLeast: 1 / 3, atMost: 1 / 3 }],
    [["lead", "team", "other"], { share: 0, of: 1, atLeast: 0, atMost: 0 }],
    [["lead", "unknown", "delegate"], { share: null, of: 2, atLeast: 1 / 3, atMost: 2 / 3 }],
    [["unknown", "unknown"], { share: null, of: 0, atLeast: 0, atMost: 1 }],
    [["team", "other"], { share: null, of: 0, atLeast: null, atMost: null }],
  ] as const)("%j", (kinds, delegated) => {
    expect(of([...kinds])).toEqual({ since: null, ...delegated });
  });
  it("counts from the day on which the record began to name deciders", () => {
    const known = (deciderKnownSince: string) => ({ ...plain, deciderKnownSince });
    const kinds = ["unknown", "delegate", "lead", "lead"] as Recorded["decidedBy"][];
    expect(of(kinds, known("2020-02-01"))).toMatchObject({ share: 1 / 3, since: "2020-02-01" });
    expect(of(kinds, known("2021-01-01"))).toEqual({ share: null, of: 0, since: null, atLeast: null, atMost: null });
    expect(of(kinds, known("2019-01-01"))).toMatchObject({ share: null, since: null, atLeast: 1 / 4 });
  });
});

describe("gaps", () => {
  const verdicts = ["2020-01-01", "2020-03-01", "2020-12-01"].map((decidedOn) => decision({ decidedOn }));
  const gapWith = (terms: Description["terms"], asOf = "2021-01-01") =>
    overviewOf(verdicts, { ...plain, terms }, asOf).gaps[0];

  it("lie between verdicts of those in charge: a team's vote or a withdrawal ends none", () => {
    const between = [
      decision({ decidedOn: "2020-07-01", decidedBy: "team" }),
      decision({ decidedOn: "2020-08-01", decidedBy: "other" }),
    ];
    expect(overviewOf([...verdicts, ...between], plain, "2021-01-01").gaps[0]).toMatchObject({ days: 275 });
    const unknown = decision({ decidedOn: "2020-07-01", decidedBy: "unknown" });
    expect(overviewOf([...verdicts, unknown], plain, "2021-01-01").gaps[0]).toMatchObject({ days: 153 });
  });

  it.each<[string, Description["terms"], string, number | null]>([
    ["no terms told", [], "unknown", null],
    ["terms that begin later", [{ from: "2020-04-01", until: null, who: null }], "unknown", null],
    ["one term throughout", [{ from: "2020-01-01", until: null, who: null }], "throughout", 0],
    [
      "terms that meet",
      [
        { from: "2020-01-01", until: "2020-06-01", who: "Ada" },
        { from: "2020-06-01", until: null, who: "Bo" },
      ],
      "throughout",
      0,
    ],
    [
      "terms that overlap",
      [
        { from: "2020-01-01", until: "2020-09-01", who: "Ada" },
        { from: "2020-06-01", until: "2020-07-01", who: "Bo" },
      ],
      "part",
      91,
    ],
    ["a term that ended before", [{ from: "2019-01-01", until: "2020-02-01", who: "Ada" }], "nobody", 275],
    [
      "a break",
      [
        { from: "2019-01-01", until: "2020-06-01", who: "Ada" },
        { from: "2020-07-01", until: null, who: "Bo" },
      ],
      "part",
      30,
    ],
  ])("with %s", (_, terms, decider, withoutDecider) => {
    expect(gapWith(terms)).toEqual({ from: "2020-03-01", until: "2020-12-01", days: 275, decider, withoutDecider });
  });

  it("runs from the last verdict to the date asked for", () => {
    const terms = [{ from: "2019-01-01", until: "2020-12-11", who: "Ada" }];
    expect(overviewOf(verdicts, { ...plain, terms }, "2020-12-31").running).toEqual({
      from: "2020-12-01",
      until: null,
      days: 30,
      decider: "part",
      withoutDecider: 20,
    });
  });
});

describe("time to decide", () => {
  it("leaves out what contradicts itself or has no day, and says how many", () => {
    const { time, totals } = overviewOf(
      [
        decision({ openedOn: "2020-01-01", decidedOn: "2020-01-11" }),
        decision({ openedOn: "2020-02-01", decidedOn: "2020-01-11" }),
        decision({ decidedOn: "2020-01-11" }),
        decision({ openedOn: "2020-01-01", decidedBy: "lead" }),
        decision({ openedOn: "2020-01-01", decidedOn: "2020-01-31", decidedBy: "other" }),
      ],
      plain,
      "2021-01-01",
    );
    expect(time.all).toEqual({ n: 1, q1: 10, median: 10, q3: 10 });
    expect(time.byKind.find(({ decidedBy }) => decidedBy === "other")).toMatchObject({ n: 1, median: 30 });
    expect(time.leftOut).toEqual({ inBatches: 0, undated: 2, contradictory: 1 });
    expect(totals.undated).toBe(1);
  });
});

const day = fc.integer({ min: 0, max: 4000 }).map((n) => dayAfter("2010-01-01", n));
const reversal = fc.record({
  on: day,
  from: fc.constantFrom("Final", "Draft"),
  to: fc.constantFrom("Final", "Draft"),
  heldDays: fc.option(fc.nat(900)),
  kind: fc.constantFrom("overturned", "clerical", "reopened"),
  kindGiven: fc.boolean(),
}) as fc.Arbitrary<Reversal>;
const recorded = fc
  .record({
    openedOn: fc.option(day),
    decidedOn: fc.option(day),
    decidedBy: fc.option(fc.constantFrom(...deciderKinds)),
    selfDecided: fc.boolean(),
    leadsOwn: fc.boolean(),
    reversals: fc.array(reversal, { maxLength: 2 }),
  })
  .map((given) => {
    const days = [given.openedOn, given.decidedOn].filter((one) => one !== null).sort();
    return decision({ ...given, onRecordFrom: days[0] ?? null });
  });
const record = fc.array(recorded, { maxLength: 60 });
const terms = fc
  .array(fc.record({ from: day, until: fc.option(day), who: fc.constant(null) }), { maxLength: 4 })
  .map((all) => all.filter(({ from, until }) => until === null || from < until));

describe("whatever the record", () => {
  it("a batch never moves a median", () => {
    fc.assert(
      fc.property(
        record,
        fc.integer({ min: usualBatch, max: 40 }),
        fc.constantFrom("lead", "delegate", "team", "unknown"),
        fc.nat(3000),
        (log, size, decidedBy, took) => {
          const quiet = "2009-06-15"; // a day of its own
          const openedOn = dayAfter(quiet, -took);
          const batch = Array.from({ length: size }, () =>
            decision({
              openedOn,
              decidedOn: quiet,
              decidedBy: decidedBy as Recorded["decidedBy"],
              onRecordFrom: openedOn,
            }),
          );
          const [before, after] = [
            overviewOf(log, plain, "2030-01-01"),
            overviewOf([...log, ...batch], plain, "2030-01-01"),
          ];
          expect(after.time.all).toEqual(before.time.all);
          expect(after.time.byKind).toEqual(before.time.byKind);
          expect(after.time.byYear).toEqual(before.time.byYear);
          expect(after.batches).toContainEqual({ on: quiet, verdicts: size });
          expect(after.time.leftOut.inBatches).toBe(before.time.leftOut.inBatches + size);
        },
      ),
    );
  });

  it("what is known on a date does not depend on what came after it", () => {
    fc.assert(
      fc.property(record, day, terms, (log, asOf, held) => {
        const description = { ...plain, terms: held };
        const cut = log
          .filter(({ onRecordFrom }) => onRecordFrom === null || onRecordFrom <= asOf)
          .map((one) => {
            const later = one.decidedOn !== null && one.decidedOn > asOf;
            const reversals = one.reversals.filter(({ on }) => on <= asOf);
            return { ...one, reversals, ...(later ? { decidedOn: null, decidedBy: null } : {}) };
          });
        const heldBy = held
          .filter(({ from }) => from <= asOf)
          .map((term) => ({ ...term, until: term.until !== null && term.until <= asOf ? term.until : null }));
        expect(overviewOf(log, description, asOf)).toEqual(overviewOf(cut, { ...plain, terms: heldBy }, asOf));
      }),
    );
  });

  it("a later date only adds", () => {
    fc.assert(
      fc.property(record, day, fc.nat(2000), (log, early, more) => {
        const [then, later] = [overviewOf(log, plain, early), overviewOf(log, plain, dayAfter(early, more))];
        expect(later.totals.onRecord).toBeGreaterThanOrEqual(then.totals.onRecord);
        expect(later.totals.withVerdict).toBeGreaterThanOrEqual(then.totals.withVerdict);
        expect(later.reversals.total).toBeGreaterThanOrEqual(then.reversals.total);
        for (const year of then.years) {
          const same = later.years.find((one) => one.year === year.year)!;
          for (const kind of deciderKinds) expect(same[kind]).toBeGreaterThanOrEqual(year[kind]);
        }
      }),
    );
  });

  it("adds up: kinds to years, years to all, and every verdict is timed or left out", () => {
    fc.assert(
      fc.property(record, (log) => {
        const { years, totals, time, gaps } = overviewOf(log, plain, "2030-01-01");
        for (const year of years) expect(deciderKinds.reduce((n, kind) => n + year[kind], 0)).toBe(year.total);
        expect(years.reduce((n, { total }) => n + total, 0) + totals.undated).toBe(totals.withVerdict);
        const timed = time.byKind.reduce((n, { n: some }) => n + some, 0);
        const { inBatches, undated, contradictory } = time.leftOut;
        expect(timed + inBatches + undated + contradictory).toBe(totals.withVerdict);
        for (const { from, until, days } of gaps) expect(daysBetween(from, until!)).toBe(days);
      }),
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(record, (log) => {
        expect(overviewOf([...log].reverse(), plain, "2030-01-01")).toEqual(overviewOf(log, plain, "2030-01-01"));
      }),
    );
  });
});
