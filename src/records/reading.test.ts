import { describe, expect, it } from "vitest";
import { readHistory } from "./history.ts";
import { type Mapping, mappingShape, problemsOf } from "./mapping.ts";
import { longest, type ReadRow, readRows } from "./reading.ts";
import { readTable } from "./table.ts";

const tableOf = (content: string | unknown, name = "r.csv") =>
  readTable({ name, bytes: new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content)) });
const mappingOf = (given: Partial<Omit<Mapping, "columns">> & { columns?: Mapping["columns"] }): Mapping =>
  mappingShape.parse({ version: 1, ...given, columns: { ref: "id", title: "title", ...given.columns } });

function read(content: unknown, given: Parameters<typeof mappingOf>[0] = {}, history?: string): ReadRow[] {
  const mapping = mappingOf(given);
  const companion = history === undefined ? null : tableOf(history);
  const table = tableOf(content, typeof content === "string" ? "r.csv" : "r.json");
  expect(problemsOf(mapping, table.columns, companion?.columns ?? null)).toEqual([]);
  return readRows(table, mapping, companion && readHistory(companion, mapping.history!, mapping.dateOrder));
}
const codes = (rows: ReadRow[]) => rows.map((row) => row.reasons?.map(({ code }) => code) ?? []);

describe("reading rows", () => {
  it("takes what the mapping names, and keeps the whole row as it came", () => {
    const [row] = read("id,title,who,extra\n7, One ,Ada; Bo ;,left alone\n", { columns: { authors: "who" } });
    expect(row!.facts).toEqual({
      ref: "7",
      title: "One",
      authors: ["Ada", "Bo"],
      source: { id: "7", title: " One ", who: "Ada; Bo ;", extra: "left alone" },
    });
  });

  it("takes numbers, lists and empty values of JSON", () => {
    const rows = read(
      [
        { id: 7, title: "One", who: ["Ada", " Bo "], day: null },
        { id: 8, title: true, day: "2020-01-02" },
      ],
      {
        columns: { authors: "who", openedOn: "day" },
      },
    );
    expect(rows.map((row) => row.facts)).toMatchObject([
      { ref: "7", authors: ["Ada", "Bo"], openedOn: null },
      { ref: "8", title: "true", authors: [], openedOn: "2020-01-02" },
    ]);
  });

  it("separates lists by their own sign where one is named", () => {
    const [row] = read('id,title,a,b\n1,One,"x, y","p;q"\n', {
      columns: { topics: { column: "a", separator: "," }, supersedes: "b" },
    });
    expect(row!.facts).toMatchObject({ topics: ["x", "y"], supersedes: ["p", "q"] });
  });

  it("keeps only web addresses as links", () => {
    const rows = read("id,title,url\n1,One,https://example.org/x\n2,Two,javascript:alert(1)\n", {
      columns: { link: "url" },
    });
    expect(rows.map((row) => row.facts?.link)).toEqual(["https://example.org/x", null]);
  });

  it("refuses what it cannot read and says why, every reason of a row", () => {
    const long = "x".repeat(longest.title + 1);
    const rows = read(
      `id,title,opened,decided\n,One,2020-01-02,\n2,,2020-02-30,\n3,${long},soon,\n4,Four,03/04/2020,2020-01-01\n5,Five\n6,Six,,\n`,
      { columns: { openedOn: "opened", decidedOn: "decided" } },
    );
    expect(codes(rows)).toEqual([
      ["no_ref"],
      ["no_title", "no_such_day"],
      ["too_long", "not_a_date"],
      ["ambiguous_date"],
      ["ragged"],
      [],
    ]);
    expect(rows[3]!.reasons).toEqual([{ code: "ambiguous_date", column: "opened", params: { value: "03/04/2020" } }]);
  });

  it("asks for the order of dates by mapping, for all columns or one", () => {
    const text = "id,title,opened,decided\n1,One,03/04/2020,05/04/2020\n";
    const columns = { openedOn: "opened", decidedOn: "decided" } as const;
    expect(read(text, { columns, dateOrder: "day-month-year" })[0]!.facts).toMatchObject({ openedOn: "2020-04-03" });
    const decidedOn = { column: "decided", order: "month-day-year" } as const;
    const mixed = read(text, { columns: { ...columns, decidedOn }, dateOrder: "day-month-year" });
    expect(mixed[0]!.facts).toMatchObject({ openedOn: "2020-04-03", decidedOn: "2020-05-04" });
  });

  it("refuses words that the mapping does not explain", () => {
    const rows = read("id,title,who,end\n1,One,boss,ok\n2,Two,crowd,ok\n3,Three,constructor,no\n", {
      columns: {
        decidedBy: { column: "who", values: { boss: "lead" } },
        outcome: { column: "end", values: { ok: "accepted" } },
      },
    });
    expect(codes(rows)).toEqual([[], ["value_not_mapped"], ["value_not_mapped", "value_not_mapped"]]);
    expect(rows[1]!.reasons).toEqual([{ code: "value_not_mapped", column: "who", params: { value: "crowd" } }]);
  });

  it("refuses lists and objects where words or choices belong", () => {
    const rows = read(
      [
        { id: 1, title: "One", k: ["a"], w: null },
        { id: 2, title: "Two", k: null, w: { a: 1 } },
      ],
      {
        columns: { kind: "k", decidedBy: { column: "w", values: {} } },
      },
    );
    expect(codes(rows)).toEqual([["not_words"], ["value_not_mapped"]]);
  });
});

describe("who decided", () => {
  const columns = {
    decidedOn: "on",
    decider: "name",
    outcome: { column: "end", values: { yes: "accepted", no: "rejected", off: "withdrawn" } },
    decidedBy: { column: "who", values: { boss: "lead", aide: "delegate", none: null } },
  } satisfies Mapping["columns"];
  const by = (row: string, given: Parameters<typeof mappingOf>[0] = {}) =>
    read(`id,title,on,name,end,who\n1,One,${row}\n`, { columns, ...given })[0]!.facts;

  it.each([
    ["2020-01-02,Ada,yes,boss", "lead"],
    ["2020-01-02,Ada,yes,", "unknown"],
    [",,no,", "unknown"],
    [",,off,", null],
    [",,,", null],
    ["2020-01-02,Ada,yes,none", null],
  ])("%s is %s", (row, kind) => {
    expect(by(row)!.decidedBy).toBe(kind);
  });

  it.each([
    ["2012-05-05,Ada,yes,boss", "unknown", null],
    ["2012-05-06,Ada,yes,boss", "lead", "Ada"],
    [",Ada,yes,boss", "unknown", null],
    ["2012-05-05,Ada,yes,aide", "delegate", "Ada"],
  ])("with deciders named since 2012-05-06, %s is %s", (row, kind, decider) => {
    expect(by(row, { deciderKnownSince: "2012-05-06" })).toMatchObject({ decidedBy: kind, decider });
  });
});

describe("keys that stand twice", () => {
  it("are refused where the rows differ, all of them; a copy is refused once", () => {
    const rows = read("id,title\n1,One\n2,Two\n1,Uno\n2,Two\n3,Three\n");
    expect(codes(rows)).toEqual([["same_key"], [], ["same_key"], ["copy"], []]);
    expect(rows[0]!.reasons![0]!.params).toEqual({ lines: "2, 4" });
    expect(rows[3]!.reasons![0]!.params).toEqual({ line: 3 });
  });
});

describe("a companion file", () => {
  const history = { key: "id", on: "day", from: "old", to: "new", by: "who" };

  it("gives each decision its steps in the order of days", () => {
    const rows = read(
      "id,title\n1,One\n2,Two\n",
      { history },
      "id,day,old,new,who\n1,2020-02-01,Draft,Final,Bo\n1,2020-01-01,,Draft,Ada\n",
    );
    expect(rows[0]!.facts!.steps).toEqual([
      { on: "2020-01-01", from: null, to: "Draft", by: "Ada", note: null, reference: null },
      { on: "2020-02-01", from: "Draft", to: "Final", by: "Bo", note: null, reference: null },
    ]);
    expect(rows[1]!.facts!.steps).toEqual([]);
  });

  it("works out what a status was before, where the file does not say", () => {
    const rows = read(
      "id,title\n1,One\n",
      { history: { key: "id", on: "day", to: "new" } },
      "id,day,new\n1,2020-01-01,Draft\n1,2020-02-01,Final\n",
    );
    expect(rows[0]!.facts!.steps!.map(({ from }) => from)).toEqual([null, "Draft"]);
  });

  it("refuses the decision whose history cannot be read, and names the line", () => {
    const rows = read(
      "id,title\n1,One\n2,Two\n3,Three\n4,Four\n",
      { history },
      "id,day,old,new,who\n1,01/02/2020,,Draft,\n2,2020-01-01,,,\n3,2020-01-01\n,2020-01-01,,Draft,\n",
    );
    expect(codes(rows)).toEqual([["history_ambiguous"], ["history_row"], ["history_row"], []]);
    expect(rows[0]!.reasons![0]!.params).toMatchObject({ line: 2 });
  });
});

describe("changes of status within a file", () => {
  const keys = { on: "on", from: "from", to: "to", by: "by", note: "note", reference: "reference" };
  const steps = { column: "steps", keys };

  it("are read from a list of objects, in the order of their days", () => {
    const rows = read(
      [
        {
          id: 1,
          title: "One",
          steps: [
            { on: "2020-02-01", from: "Draft", to: "Final", by: "Bo", note: "at last" },
            { on: "2020-01-01", to: "Draft" },
          ],
        },
        { id: 2, title: "Two", steps: [] },
        { id: 3, title: "Three", steps: null },
      ],
      { columns: { steps } },
    );
    expect(rows.map((row) => row.facts?.steps)).toEqual([
      [
        { on: "2020-01-01", from: null, to: "Draft", by: null, note: null, reference: null },
        { on: "2020-02-01", from: "Draft", to: "Final", by: "Bo", note: "at last", reference: null },
      ],
      [],
      [],
    ]);
  });

  it("without a status before each, it is the one before it", () => {
    const list = [
      { day: "2020-02-01", became: "Final" },
      { day: "2020-01-01", became: "Draft" },
    ];
    const [row] = read([{ id: 1, title: "One", steps: list }], {
      columns: { steps: { column: "steps", keys: { on: "day", to: "became" } } },
    });
    expect(row!.facts!.steps!.map(({ from, to }) => [from, to])).toEqual([
      [null, "Draft"],
      ["Draft", "Final"],
    ]);
  });

  it.each([
    ["words", "2020-01-01 Draft"],
    ["a list of words", ["Draft"]],
    ["no day", [{ to: "Draft" }]],
    ["no status", [{ on: "2020-01-01", from: "Draft" }]],
    ["a day that is none", [{ on: "2020-02-30", to: "Draft" }]],
  ])("%s refuse the row and say so", (_, cell) => {
    const [row] = read([{ id: 1, title: "One", steps: cell }], { columns: { steps } });
    expect(row!.reasons).toMatchObject([{ code: "steps", column: "steps" }]);
  });

  it("a companion file goes before them", () => {
    const [row] = read(
      [{ id: 1, title: "One", steps: [{ on: "2020-01-01", to: "Draft" }] }],
      { columns: { steps }, history: { key: "id", on: "on", to: "to" } },
      "id,on,to\n1,2021-01-01,Open\n",
    );
    expect(row!.facts!.steps!.map(({ to }) => to)).toEqual(["Open"]);
  });
});

describe("reversals", () => {
  const statuses = { Draft: "open", Final: "accepted", Rejected: "rejected" } as const;
  const columns = {
    decidedOn: "on",
    reversals: { column: "back", pattern: "{on} {from}>{to}" },
  } satisfies Mapping["columns"];
  const back = (cell: string, given: Parameters<typeof mappingOf>[0] = {}) =>
    read(`id,title,on,back\n1,One,2020-01-01,${cell}\n`, { columns, statuses, ...given })[0]!;

  it("are read from text by a pattern; held since the verdict where no step says", () => {
    expect(back("2020-01-11 Final>Draft; 2021-01-01 Final>Rejected").facts!.reversals).toEqual([
      { on: "2020-01-11", from: "Final", to: "Draft", heldDays: 10, kind: "clerical", kindGiven: false },
      { on: "2021-01-01", from: "Final", to: "Rejected", heldDays: 366, kind: "overturned", kindGiven: false },
    ]);
    expect(back("").facts!.reversals).toEqual([]);
  });
  it("are unclear where nobody says what the statuses mean", () => {
    expect(back("2021-01-01 Final>Rejected", { statuses: {} }).facts!.reversals![0]!.kind).toBe("unclear");
  });
  it("take a kind from the record where it names one", () => {
    const reversals = { column: "back", pattern: "{on} {from}>{to} ({kind})", kinds: { oops: "clerical" } } as const;
    const given = { columns: { ...columns, reversals } };
    expect(back("2021-01-01 Final>Rejected (oops)", given).facts!.reversals).toMatchObject([
      { kind: "clerical", kindGiven: true },
    ]);
    expect(back("2021-01-01 Final>Rejected (retired)", given).facts!.reversals).toMatchObject([{ kind: "retired" }]);
    expect(back("2021-01-01 Final>Rejected (hm)", given).reasons).toMatchObject([
      { code: "value_not_mapped", column: "back" },
    ]);
  });
  it.each(["soon", "2021-01-01 Final", "01/02/2021 Final>Draft", "2021-02-30 Final>Draft"])("refuse %s", (cell) => {
    expect(back(cell).facts).toBeNull();
  });
  it("are read from JSON objects by keys", () => {
    const reversals = { column: "back", keys: { on: "d", from: "f", to: "t", heldDays: "h" } };
    const rows = read(
      [
        { id: 1, title: "One", back: [{ d: "2021-01-01", f: "Final", t: "Draft", h: 40 }] },
        { id: 2, title: "Two", back: [{}] },
        { id: 3, title: "Three", back: 5 },
      ],
      {
        statuses,
        columns: { reversals },
      },
    );
    expect(rows[0]!.facts!.reversals).toEqual([
      { on: "2021-01-01", from: "Final", to: "Draft", heldDays: 40, kind: "reopened", kindGiven: false },
    ]);
    expect(codes(rows)).toEqual([[], ["reversal"], ["reversal"]]);
  });
});

describe("what keeps a mapping from being used", () => {
  const columns = ["id", "title", "back"];
  it.each<[string, Parameters<typeof mappingOf>[0], readonly string[] | null, string[]]>([
    ["nothing", {}, null, []],
    ["a column that is not there", { columns: { kind: "type" } }, null, ["no_such_column"]],
    ["reversals nobody can read", { columns: { reversals: { column: "back" } } }, null, ["reversals_unread"]],
    [
      "a pattern without its parts",
      { columns: { reversals: { column: "back", pattern: "{on}" } } },
      null,
      ["reversals_pattern"],
    ],
    ["a companion file that is missing", { history: { key: "id", on: "d", to: "t" } }, null, ["history_missing"]],
    ["a companion file that nobody asked for", {}, ["id"], ["history_unmapped"]],
    [
      "a companion file with other columns",
      { history: { key: "id", on: "d", to: "t" } },
      ["id", "t"],
      ["no_such_history_column"],
    ],
    [
      "a term that ends first",
      { terms: [{ from: "2020-01-02", until: "2020-01-02", who: null }] },
      null,
      ["term_ends_first"],
    ],
  ])("%s", (_, given, historyColumns, expected) => {
    expect(problemsOf(mappingOf(given), columns, historyColumns).map(({ code }) => code)).toEqual(expected);
  });
  it("a key or title that nobody chose", () => {
    const mapping = mappingShape.parse({ version: 1, columns: {} });
    expect(problemsOf(mapping, columns, null).map(({ code }) => code)).toEqual(["no_ref", "no_title"]);
  });
});
