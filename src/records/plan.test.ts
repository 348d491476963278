import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecisionFacts, deciderKinds, outcomes } from "../decisions/rules.ts";
import {
  changesBetween,
  imageOf,
  type Logged,
  planImport,
  sameData,
  sealOf,
  wholeFacts,
  whyNotConfirm,
} from "./plan.ts";
import type { ReadFacts, ReadRow } from "./reading.ts";

const told = (facts: Partial<ReadFacts> & { ref: string }): ReadRow => {
  const whole = { title: "One", source: { id: facts.ref }, ...facts };
  return { line: 2, cells: [facts.ref], ref: facts.ref, title: whole.title, facts: whole, reasons: null };
};
const logOf = (...facts: Partial<DecisionFacts>[]) =>
  new Map(
    facts.map((one): [string, Logged] => {
      const ref = one.ref ?? "1";
      return [ref, { id: `id-${ref}`, facts: wholeFacts({ title: "One", source: { id: ref }, ...one, ref }, null) }];
    }),
  );
const states = (rows: readonly ReadRow[], log: ReadonlyMap<string, Logged>) =>
  planImport(rows, log).rows.map(({ state }) => state);

describe("what an import would do", () => {
  it("tells every row, and what the file does not name", () => {
    const log = logOf({ ref: "1" }, { ref: "2" }, { ref: "9" });
    const refused: ReadRow = { line: 5, cells: [], ref: null, title: null, facts: null, reasons: [{ code: "no_ref" }] };
    const plan = planImport([told({ ref: "1" }), told({ ref: "2", title: "Two" }), told({ ref: "3" }), refused], log);
    expect(plan.rows.map(({ state }) => state)).toEqual(["unchanged", "changed", "new", "refused"]);
    expect(plan.counts).toEqual({ rows: 4, new: 1, changed: 1, unchanged: 1, refused: 1 });
    expect(plan.notInFile).toBe(1);
  });

  it("a refused row with a key still names its decision", () => {
    const refused: ReadRow = {
      line: 2,
      cells: [],
      ref: "1",
      title: null,
      facts: null,
      reasons: [{ code: "no_title" }],
    };
    expect(planImport([refused], logOf({ ref: "1" })).notInFile).toBe(0);
  });

  it("keeps what the mapping does not feed", () => {
    const log = logOf({ ref: "1", kind: "Process", decidedBy: "lead", steps: [step] });
    expect(states([told({ ref: "1" })], log)).toEqual(["unchanged"]);
    expect(states([told({ ref: "1", kind: null })], log)).toEqual(["changed"]);
    expect(states([told({ ref: "1", steps: [] })], log)).toEqual(["changed"]);
  });

  it("a verdict that nobody is named for is unknown, unless the log knows", () => {
    expect(wholeFacts({ ref: "1", title: "One", source: {}, decidedOn: "2020-01-02" }, null).decidedBy).toBe("unknown");
    expect(wholeFacts({ ref: "1", title: "One", source: {} }, null).decidedBy).toBeNull();
    const known = logOf({ ref: "1", decidedBy: "lead" }).get("1")!.facts;
    expect(wholeFacts({ ref: "1", title: "One", source: {}, decidedOn: "2020-01-02" }, known).decidedBy).toBe("lead");
  });

  it("does not take another order of keys for a change", () => {
    const log = logOf({ ref: "1", source: { a: 1, b: { c: [1], d: 2 } } });
    expect(states([told({ ref: "1", source: { b: { d: 2, c: [1] }, a: 1 } })], log)).toEqual(["unchanged"]);
  });

  it("names each field that changes, and columns of the row as it came", () => {
    const before = logOf({ ref: "1", authors: ["Ada"], source: { id: "1", note: "x" } }).get("1")!.facts;
    const after = {
      ...before,
      authors: ["Ada", "Bo"],
      decidedOn: "2020-01-02",
      steps: [step],
      source: { id: "1", note: "y" },
    };
    expect(changesBetween(before, after)).toEqual([
      { field: "authors", column: null, before: "Ada", after: "Ada; Bo" },
      { field: "decidedOn", column: null, before: null, after: "2020-01-02" },
      { field: "steps", column: null, before: null, after: "2020-01-01 Draft > Final" },
      { field: "source", column: "note", before: "x", after: "y" },
    ]);
  });
});

const step = { on: "2020-01-01", from: "Draft", to: "Final", by: null, note: null, reference: null };

describe("the seal of a preview", () => {
  const rows = [told({ ref: "1", title: "Changed" })];
  const seal = (log: ReadonlyMap<string, Logged>, file = "a,b", given = rows) =>
    sealOf([file, "{}"], planImport(given, log));

  it("holds while nothing moved", () => {
    expect(whyNotConfirm(seal(logOf({})), seal(logOf({})))).toBeNull();
  });
  it("breaks when the file did, or the log", () => {
    expect(whyNotConfirm(seal(logOf({})), seal(logOf({}), "a,c"))).toBe("file_changed");
    expect(whyNotConfirm(seal(logOf({})), seal(logOf({ title: "Other" })))).toBe("log_changed");
    expect(whyNotConfirm(seal(logOf({})), seal(new Map()))).toBe("log_changed");
    expect(whyNotConfirm("nonsense", seal(logOf({})))).toBe("file_changed");
  });
  it("tells the border between two files", () => {
    const plan = planImport(rows, new Map());
    expect(sealOf(["ab", "c"], plan)).not.toBe(sealOf(["a", "bc"], plan));
  });
});

const word = fc.option(fc.string({ maxLength: 12 }));
const names = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 });
const facts = fc.record(
  {
    ref: fc.constantFrom("1", "2", "3", "4", "5", "6"),
    title: fc.string({ minLength: 1, maxLength: 10 }),
    source: fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>, {
      maxKeys: 3,
    }),
    kind: word,
    topics: names,
    authors: names,
    decidedOn: fc.option(fc.constantFrom("2020-01-02", "2021-03-04")),
    outcome: fc.option(fc.constantFrom(...outcomes)),
    decidedBy: fc.option(fc.constantFrom(...deciderKinds)),
    steps: fc.array(fc.constant(step), { maxLength: 2 }),
  },
  { requiredKeys: ["ref", "title", "source"] },
) as fc.Arbitrary<ReadFacts>;
const file = fc.uniqueArray(facts, { selector: ({ ref }) => ref }).map((all) => all.map(told));

/** The log after a plan, as the store writes it. */
function logAfter(log: ReadonlyMap<string, Logged>, rows: readonly ReadRow[]): Map<string, Logged> {
  const next = new Map(log);
  for (const row of planImport(rows, log).rows) {
    if (row.state === "new") next.set(row.facts.ref, { id: `id-${row.facts.ref}`, facts: row.facts });
    if (row.state === "changed") next.set(row.facts.ref, { ...row.logged, facts: row.facts });
  }
  return next;
}

describe("whatever the files", () => {
  it("importing twice changes nothing the second time", () => {
    fc.assert(
      fc.property(file, file, (first, second) => {
        const log = logAfter(logAfter(new Map(), first), second);
        expect(new Set(states(second, log))).toEqual(new Set(second.length ? ["unchanged"] : []));
      }),
    );
  });
  it("facts that come back from JSON are the same facts", () => {
    fc.assert(
      fc.property(facts, (one) => {
        const whole = wholeFacts(one, null);
        const back = JSON.parse(JSON.stringify(whole));
        expect(imageOf(back)).toBe(imageOf(whole));
        expect(sameData(back, whole)).toBe(true);
      }),
    );
  });
  it("data are the same exactly where their texts are", () => {
    const data = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(data, data, (a, b) => {
        expect(sameData(a, b)).toBe(imageOf(a) === imageOf(b));
        expect(sameData(a, JSON.parse(imageOf(a)))).toBe(true);
      }),
    );
    expect(sameData({ a: Number.POSITIVE_INFINITY }, { a: null })).toBe(true);
    expect(sameData([], {})).toBe(false);
    expect(sameData({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });
});
