import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { guessMapping } from "./guess.ts";
import { readHistory } from "./history.ts";
import { fedFields, mappingShape, problemsOf } from "./mapping.ts";
import { readRows } from "./reading.ts";
import { readTable } from "./table.ts";

const tableOf = (content: string, name = "r.csv") => readTable({ name, bytes: new TextEncoder().encode(content) });
const guessOf = (content: string, history?: string) =>
  guessMapping(tableOf(content), history ? tableOf(history) : null);
const root = path.resolve(import.meta.dirname, "../..");
const peps = path.resolve(root, "../shared/data/peps");
const there = existsSync(path.join(peps, "peps.csv"));
if (!there) console.warn("The Python record is not beside this repository: guessing its columns is not checked here.");

describe("guessing a mapping", () => {
  it("finds columns by their headers, whatever the case and signs", () => {
    const guess = guessOf(
      "Decision-ID;Title;Proposed By;Created;Verdict;Decided_by;Notes\nD1;One;Ada, Bo;2020-01-02;Approved;Team lead;x\n",
    );
    expect(
      fedFields(guess)
        .map(({ field, column }) => `${field}=${column}`)
        .sort(),
    ).toEqual([
      "authors=Proposed By",
      "decidedBy=Decided_by",
      "openedOn=Created",
      "outcome=Verdict",
      "ref=Decision-ID",
      "title=Title",
    ]);
    expect(guess.columns.outcome!.values).toEqual({ Approved: "accepted" });
    expect(guess.columns.decidedBy!.values).toEqual({ "Team lead": "lead" });
    expect(guess.separator).toBe(",");
    expect(mappingShape.parse(guess)).toEqual(guess);
  });

  it("leaves words out whose meaning is not plain, so that the preview asks", () => {
    const guess = guessOf("id,title,decided by\n1,One,lead\n2,Two,the oracle\n");
    expect(guess.columns.decidedBy!.values).toEqual({ lead: "lead" });
  });

  it("takes an outcome from the status where there is no other", () => {
    const guess = guessOf("number,title,status,date\n1,One,Accepted,2020-01-02\n2,Two,Proposed,2020-01-03\n");
    expect(guess.columns.outcome).toEqual({ column: "status", values: { Accepted: "accepted", Proposed: null } });
    expect(guess.columns.decidedOn).toBe("date");
  });

  it("takes a column of dates only where dates stand in it", () => {
    expect(guessOf("id,title,date\n1,One,soon\n2,Two,later\n").columns.decidedOn).toBeUndefined();
  });

  it.each([
    ["31/01/2020", "day-month-year"],
    ["01/31/2020", "month-day-year"],
    ["01/02/2020", undefined],
  ])("takes the order of dates that %s proves", (date, order) => {
    expect(guessOf(`id,title,decided\n1,One,${date}\n2,Two,03/04/2020\n`).dateOrder).toBe(order);
  });

  it("takes a column of short, different words as the key, or the title where there is none", () => {
    expect(guessOf("code,title\nA,One\nB,Two\n").columns.ref).toBe("code");
    expect(guessOf("title,status\nOne,x\nTwo,x\n").columns.ref).toBe("title");
    expect(guessOf("a,b\nx,1\nx,1\n").columns).toEqual({});
  });

  it("finds the companion file's columns by the keys in it", () => {
    const guess = guessOf(
      "id,title,status,reversals\n7,One,Final,2020-02-03 Draft>Final\n",
      "pep,when,from,to\n7,2020-01-02,,Draft\n",
    );
    expect(guess.history).toEqual({ key: "pep", on: "when", from: "from", to: "to" });
    expect(guess.statuses).toEqual({ Draft: "open", Final: "accepted" });
    expect(guessOf("id,title\n7,One\n", "other,when,to\n9,2020-01-02,Draft\n").history).toBeUndefined();
  });

  it("reads the example record that comes with the product whole", () => {
    const table = readTable({
      name: "harbour-decisions.csv",
      bytes: readFileSync(path.join(root, "examples/harbour-decisions.csv")),
    });
    const guess = guessMapping(table, null);
    expect(problemsOf(guess, table.columns, null)).toEqual([]);
    const rows = readRows(table, guess, null);
    expect(rows.filter((row) => row.facts === null)).toEqual([]);
    expect(rows.length).toBe(table.rows.length);
    expect(rows[0]!.facts).toMatchObject({
      ref: "H-1",
      decidedBy: "delegate",
      outcome: "accepted",
      handedTo: ["Chen Liu"],
    });
  });

  it.skipIf(!there)("gets the Python record right but for the words that only a person knows", () => {
    const [table, history] = ["peps.csv", "status_changes.csv"].map((name) =>
      readTable({ name, bytes: readFileSync(path.join(peps, name)) }),
    );
    const guess = guessMapping(table!, history!);
    const shipped = mappingShape.parse(
      JSON.parse(readFileSync(path.join(root, "examples/python-record.mapping.json"), "utf8")),
    );
    const fed = (mapping: typeof guess) => new Set(fedFields(mapping).map(({ field, column }) => `${field}=${column}`));
    expect([...fed(guess)].sort()).toEqual([...fed(shipped)].sort());
    const { file: _, ...companion } = shipped.history!;
    expect(guess.history).toEqual(companion);
    expect(guess.statuses).toEqual(
      expect.objectContaining({ Draft: "open", Active: "standing", Rejected: "rejected" }),
    );
    const rows = readRows(table!, guess, readHistory(history!, guess.history!, guess.dateOrder));
    const asked = new Set(
      rows.flatMap((row) => row.reasons ?? []).map(({ code, params }) => `${code} ${params?.value}`),
    );
    expect([...asked].sort()).toEqual([
      "value_not_mapped author",
      "value_not_mapped core-team-vote",
      "value_not_mapped not-a-verdict",
      "value_not_mapped release-manager",
      "value_not_mapped steering-council",
      "value_not_mapped superseded",
    ]);
  });
});
