import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isLeadsOwn, isSelfDecided, onRecordFrom } from "../decisions/rules.ts";
import { readHistory } from "./history.ts";
import { mappingShape, problemsOf } from "./mapping.ts";
import { overviewOf, type Recorded, usualBatch } from "./overview.ts";
import { planImport } from "./plan.ts";
import { readRows } from "./reading.ts";
import { readTable } from "./table.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.resolve(root, "../shared/data/peps");
const there = existsSync(path.join(folder, "peps.csv"));
if (!there) console.warn("The Python record is not beside this repository: its facts are not checked here.");

const mapping = mappingShape.parse(
  JSON.parse(readFileSync(path.join(root, "examples/python-record.mapping.json"), "utf8")),
);
const table = (name: string) => readTable({ name, bytes: readFileSync(path.join(folder, name)) });

function readAll(name: "peps.csv" | "peps.json") {
  const [main, companion] = [table(name), table("status_changes.csv")];
  expect(problemsOf(mapping, main.columns, companion.columns)).toEqual([]);
  const history = readHistory(companion, mapping.history!, mapping.dateOrder);
  return { history, plan: planImport(readRows(main, mapping, history), new Map()) };
}

function recordedFrom(name: "peps.csv" | "peps.json"): Recorded[] {
  return readAll(name).plan.rows.flatMap((row) => {
    if (row.state !== "new") return [];
    const { facts } = row;
    const derived = {
      selfDecided: isSelfDecided(facts),
      leadsOwn: isLeadsOwn(facts),
      onRecordFrom: onRecordFrom(facts),
    };
    return [{ id: facts.ref.padStart(5, "0"), ...facts, ...derived }];
  });
}

const description = { deciderKnownSince: mapping.deciderKnownSince!, batchFrom: usualBatch, terms: mapping.terms! };

describe.skipIf(!there)("the Python record", () => {
  it.each(["peps.csv", "peps.json"] as const)(
    "imports whole from %s: 736 rows, none refused, every change of status used",
    (name) => {
      const { plan, history } = readAll(name);
      expect(plan.counts).toEqual({ rows: 736, new: 736, changed: 0, unchanged: 0, refused: 0 });
      expect(history).toMatchObject({ rows: 1786, keyless: 0 });
      expect(history.broken.size).toBe(0);
      const steps = plan.rows.reduce((n, row) => n + (row.state === "new" ? row.facts.steps.length : 0), 0);
      expect(steps).toBe(1786);
    },
  );

  it("reads the same decisions from the CSV and the JSON file, reversals' kinds worked out or told", () => {
    const [csv, json] = [recordedFrom("peps.csv"), recordedFrom("peps.json")];
    const plain = (all: Recorded[]) =>
      all.map(({ reversals, ...rest }) => ({
        ...rest,
        source: null,
        reversals: reversals.map((reversal) => ({ ...reversal, kindGiven: null })),
      }));
    expect(plain(csv)).toEqual(plain(json));
    expect(csv.flatMap(({ reversals }) => reversals).every(({ kindGiven }) => !kindGiven)).toBe(true);
    expect(json.flatMap(({ reversals }) => reversals).every(({ kindGiven }) => kindGiven)).toBe(true);
  });

  const all = there ? recordedFrom("peps.csv") : [];
  const now = overviewOf(all, description, "2026-11-24");
  const year = (wanted: number) => now.years.find((one) => one.year === wanted)!;
  const refs = (mentioned: { latest: { ref: string }[] }) =>
    mentioned.latest.map(({ ref }) => Number(ref)).sort((a, b) => a - b);

  it("counts who decided: 61 % of 2013 was delegated", () => {
    expect(now.totals).toEqual({ onRecord: 736, withVerdict: 617, withoutVerdict: 119, undated: 0 });
    expect(year(2013)).toMatchObject({ lead: 9, delegate: 14, team: 0, other: 3, unknown: 0, total: 26 });
    expect(year(2013).delegated).toMatchObject({ of: 23, since: null });
    expect(year(2013).delegated.share).toBeCloseTo(14 / 23, 10);
    expect(Math.round(year(2013).delegated.share! * 100)).toBe(61);
  });

  it("shows the fall of 2016 and 2017", () => {
    expect(year(2016).delegated.share).toBeCloseTo(5 / 22, 10);
    expect(year(2017).delegated.share).toBeCloseTo(6 / 24, 10);
  });

  it("says unknown before 2012-05-06, never 0 %", () => {
    for (const one of now.years.filter(({ year }) => year < 2012)) {
      expect(one.lead).toBe(0);
      expect(one.delegated).toEqual({ share: null, of: 0, since: null, atLeast: null, atMost: null });
    }
    expect(year(2001).unknown).toBe(22);
    expect(year(2011)).toMatchObject({ unknown: 5, delegate: 1 });
    const { delegated, ...counts } = year(2012);
    expect(counts).toMatchObject({ delegate: 5, lead: 5, unknown: 14 });
    expect(delegated).toMatchObject({ since: "2012-05-06", of: 10 });
    expect(all.filter(({ decidedBy, decidedOn }) => decidedBy === "lead" && decidedOn! < "2012-05-06")).toEqual([]);
  });

  it("finds 243 days without a verdict from 2018-07-11, 207 of them with nobody in office", () => {
    const gap = now.gaps.find(({ from }) => from === "2018-07-11");
    expect(gap).toEqual({ from: "2018-07-11", until: "2019-03-11", days: 243, decider: "part", withoutDecider: 207 });
  });

  it("finds the equally long gaps with a decider in office throughout", () => {
    expect(now.gaps.slice(0, 3)).toEqual([
      { from: "2006-05-01", until: "2007-02-17", days: 292, decider: "throughout", withoutDecider: 0 },
      { from: "2016-09-08", until: "2017-05-21", days: 255, decider: "throughout", withoutDecider: 0 },
      expect.objectContaining({ from: "2018-07-11" }),
    ]);
    expect(now.gaps.filter(({ decider }) => decider !== "throughout")).toHaveLength(1);
  });

  it("lists the batch of 2007-05-18, and keeps batches out of the medians", () => {
    expect(now.batches).toEqual([
      { on: "2007-05-18", verdicts: 12 },
      { on: "2007-05-10", verdicts: 9 },
      { on: "2005-06-28", verdicts: 8 },
    ]);
    const days = new Set(now.batches.map(({ on }) => on));
    const without = overviewOf(
      all.filter(({ decidedOn, decidedBy }) => !(decidedOn && days.has(decidedOn) && decidedBy !== null)),
      description,
      "2026-11-24",
    );
    expect(without.time.all).toEqual(now.time.all);
    expect(without.time.byYear).toEqual(now.time.byYear);
    expect(without.time.byKind).toEqual(now.time.byKind);
    expect(now.time.leftOut.inBatches).toBe(30);
  });

  it("keeps the long tail from speaking for all: the median is far below the mean", () => {
    const days = all
      .filter(({ decidedBy }) => decidedBy !== null && decidedBy !== "other")
      .map((one) => {
        return (Date.parse(one.decidedOn!) - Date.parse(one.openedOn!)) / 86_400_000;
      });
    const mean = days.reduce((a, b) => a + b, 0) / days.length;
    expect(now.time.all.median!).toBeLessThan(mean / 2);
    expect(now.time.leftOut.contradictory).toBe(1);
    // worked out apart, with another program, by the same definition of quartiles
    expect(now.time.all).toEqual({ n: 498, q1: 43, median: 142.5, q3: 436.5 });
  });

  it("lists exactly 426, 440, 459 and 503 as decided by somebody they were handed to who wrote them", () => {
    expect(refs(now.selfDecided)).toEqual([426, 440, 459, 503]);
  });

  it("lists the lead's verdicts on their own proposals apart", () => {
    expect(refs(now.leadsOwn)).toEqual([479, 526, 572]);
  });

  it("counts reversals by kind as the record itself does", () => {
    expect(Object.fromEntries(now.reversals.byKind.map(({ kind, count }) => [kind, count]))).toEqual({
      superseded: 17,
      clerical: 10,
      retired: 5,
      overturned: 4,
      reopened: 3,
      "late-acceptance": 2,
    });
    expect(now.reversals.total).toBe(41);
  });

  it("finds the overturned decisions that are known from elsewhere", () => {
    const events = JSON.parse(readFileSync(path.join(folder, "known_events.json"), "utf8")) as {
      overturned: { pep: number; overturned: string }[];
    };
    const kinds = {
      546: "overturned",
      563: "superseded",
      708: "overturned",
      3146: "overturned",
      308: "late-acceptance",
    };
    expect(events.overturned.map(({ pep }) => String(pep)).sort()).toEqual(Object.keys(kinds).sort());
    for (const { pep, overturned } of events.overturned) {
      const found = now.reversals.latest.find(({ ref, on }) => ref === String(pep) && on === overturned);
      expect(found?.kind).toBe(kinds[pep as keyof typeof kinds]);
    }
  });

  it("knows on any date only what was on the record then", () => {
    const then = overviewOf(all, description, "2018-12-31");
    expect(then.lastVerdict! <= "2018-12-31").toBe(true);
    expect(then.terms).toEqual([{ from: "2000-07-13", until: "2018-07-12", who: "Guido van Rossum" }]);
    expect(then.running).toEqual({ from: "2018-07-11", until: null, days: 173, decider: "part", withoutDecider: 172 });
    expect(then.reversals.latest.find(({ ref }) => ref === "563")).toBeUndefined();
    expect(overviewOf(all, description, "2018-07-11").terms[0]!.until).toBeNull();
    expect(overviewOf(all, description, "2014-01-01").years.at(-1)).toEqual(year(2013));
  });
});
