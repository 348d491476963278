import { describe, expect, it } from "vitest";
import { type Mapping, mappingShape } from "../mapping.ts";
import {
  columnFor,
  dateQuestions,
  fieldGroups,
  mappingFrom,
  meaningsOf,
  statusWords,
  withColumn,
  withDateOrder,
  withHistoryColumn,
  withMeaning,
  withOffice,
  withoutHistory,
  withPattern,
  withStatus,
} from "./mapping-draft.ts";
import type { Preview } from "./records-client.ts";

const draft: Mapping = {
  version: 1,
  separator: ";",
  statuses: { Draft: "open" },
  columns: {
    ref: "pep",
    title: "title",
    status: "status",
    openedOn: { column: "created", order: "day-month-year" },
    decidedOn: "verdict",
    decidedBy: { column: "by", values: { leader: "lead" } },
  },
  history: { key: "pep", on: "date", to: "to_status", by: "committer" },
};
const ask = (part: Partial<Preview["asks"][number]>): Preview["asks"][number] => ({
  code: "value",
  sentence: "",
  kind: "value",
  field: "decidedBy",
  column: "by",
  value: "council",
  rows: 3,
  ...part,
});

describe("a mapping being edited", () => {
  it("has a place for every field, once", () => {
    const fields = fieldGroups.flatMap((group) => [...group.fields]);
    expect(fields.toSorted()).toEqual(Object.keys(mappingShape.shape.columns.shape).toSorted());
  });

  it("drops what was said of a column together with the column, and keeps it where the column stays", () => {
    expect(withColumn(draft, "decidedBy", "by")).toBe(draft);
    expect(withColumn(draft, "decidedBy", "who").columns.decidedBy).toEqual({ column: "who", values: {} });
    expect(withColumn(draft, "openedOn", "opened").columns.openedOn).toBe("opened");
    expect(columnFor(withColumn(draft, "status", null), "status")).toBeNull();
    expect(withColumn(draft, "reversals", "back").columns.reversals).toEqual({
      column: "back",
      pattern: "{on} {from}>{to}",
    });
    expect(withColumn(draft, "steps", "history").columns.steps).toMatchObject({ keys: { on: "on", to: "to" } });
  });

  it("lists unexplained words first, and takes an explanation back", () => {
    const asks = [ask({}), ask({ value: "leader" }), ask({ field: "outcome", value: "ok" })];
    expect(meaningsOf(draft, asks, "decidedBy")).toEqual([
      { value: "council", means: undefined, rows: 3 },
      { value: "leader", means: "lead", rows: 0 },
    ]);
    const said = withMeaning(draft, "decidedBy", "council", null);
    expect(said.columns.decidedBy?.values).toEqual({ leader: "lead", council: null });
    expect(withMeaning(said, "decidedBy", "council", undefined).columns.decidedBy?.values).toEqual({ leader: "lead" });
    expect(withMeaning(draft, "outcome", "x", null)).toBe(draft);
  });

  it("asks for the order of dates where it is asked for, and where it was said", () => {
    const asks = [ask({ kind: "date_order", field: "decidedOn", column: "verdict", value: null, rows: 7 })];
    expect(dateQuestions(draft, asks)).toEqual([
      { field: "openedOn", column: "created", order: "day-month-year", rows: 0 },
      { field: "decidedOn", column: "verdict", order: null, rows: 7 },
    ]);
    const month = "month-day-year";
    expect(withDateOrder(draft, "decidedOn", month).columns.decidedOn).toEqual({ column: "verdict", order: month });
    expect(withDateOrder(draft, "history.on", month).history?.on).toEqual({ column: "date", order: month });
  });

  it("explains statuses, those in the file among them", () => {
    const columns = [{ name: "status", fields: ["status"], filled: 9, different: 2, samples: ["Final", "Draft"] }];
    expect(statusWords(draft, columns)).toEqual(["Draft", "Final"]);
    expect(withStatus(draft, "Final", "accepted").statuses).toEqual({ Draft: "open", Final: "accepted" });
    expect(withStatus(draft, "Draft", undefined).statuses).toEqual({});
  });

  it("stays a mapping that the server takes, whatever is edited", () => {
    const edited = [
      withColumn(draft, "outcome", "verdict"),
      withPattern(withColumn(draft, "reversals", "back"), ""),
      withHistoryColumn(draft, "by", null),
      withHistoryColumn(withoutHistory(draft), "note", "subject"),
      withHistoryColumn(draft, "key", null),
      withOffice(draft, { terms: [{ from: "2000-01-01", until: null, who: null }], batchFrom: 5 }),
    ];
    for (const mapping of edited) expect(() => mappingShape.parse(mapping)).not.toThrow();
    expect(withHistoryColumn(draft, "by", null).history).toEqual({ key: "pep", on: "date", to: "to_status" });
  });

  it("leaves out what is empty, so that the record keeps its own", () => {
    const told = withOffice(draft, {
      terms: [{ from: "2000-01-01", until: null, who: null }],
      deciderKnownSince: "2012-05-06",
    });
    expect(withOffice(told, { terms: [], deciderKnownSince: "" })).toEqual(draft);
  });

  it("reads a mapping file, and takes nothing else for one", () => {
    expect(mappingFrom('{"version":1}')).toEqual({ version: 1 });
    for (const text of ["[]", "null", "3", "{", ""]) expect(mappingFrom(text)).toBeNull();
  });
});
