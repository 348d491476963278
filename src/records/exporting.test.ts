import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { aTeam } from "../../test/team.ts";
import type { DecisionFacts } from "../decisions/rules.ts";
import { csvOf, guarded, unguarded } from "./csv.ts";
import { asCsv, asJson, asMadr, asRefused } from "./exporting.ts";
import { guessMapping } from "./guess.ts";
import { type LeavingDecision, madrOf, type SayIn } from "./madr.ts";
import { wholeFacts } from "./plan.ts";
import { readRows } from "./reading.ts";
import { readTable } from "./table.ts";

const say: SayIn = (room, key) => `${room}.${key}`;
const facts = (given: Partial<DecisionFacts>): DecisionFacts =>
  wholeFacts({ ref: "1", title: "Use one queue", source: { id: "1", note: "kept" }, ...given }, null);
const full = facts({
  kind: "Process",
  topics: ["api", "ops"],
  status: "Final",
  authors: ["Ada", "Bo"],
  handedTo: ["Bo"],
  openedOn: "2020-01-01",
  decidedOn: "2020-02-01",
  outcome: "accepted",
  decidedBy: "delegate",
  decider: "Bo",
  basis: "header",
  supersedes: ["0"],
  supersededBy: ["7"],
  context: "Two queues were slow.",
  reasons: "One is enough.",
  link: "https://example.org/1",
  steps: [{ on: "2020-01-01", from: null, to: "Draft", by: "Ada", note: "a | b", reference: null }],
  reversals: [{ on: "2021-01-01", from: "Final", to: "Rejected", heldDays: 335, kind: "overturned", kindGiven: false }],
});
const imported = (one: DecisionFacts): LeavingDecision => ({ facts: one, goal: null, made: null });
const leaving = (decisions: DecisionFacts[]) => ({
  teamName: "Platform",
  description: { deciderKnownSince: null, batchFrom: 8, terms: [] },
  decisions: decisions.map(imported),
  at: new Date("2026-03-02T09:00:00Z"),
});

describe("cells that a spreadsheet would run", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "＝1"])(
    "%j is guarded, and comes back",
    (cell) => {
      expect(guarded(cell)).toBe(`'${cell}`);
      expect(unguarded(guarded(cell))).toBe(cell);
    },
  );
  it.each(["1", "a=b", "'tis", "", "2020-01-01"])("%j stays", (cell) => {
    expect(guarded(cell)).toBe(cell);
    expect(unguarded(cell)).toBe(cell);
  });
  it("none leaves in any file, and every cell comes back as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const text = csvOf(["a", "b"], rows);
        for (const line of readTable({ name: "x.csv", bytes: Buffer.from(`${text}end,end\r\n`) }).rows.slice(0, -1)) {
          expect(rows).toContainEqual(line.cells);
        }
      }),
    );
    expect(csvOf(["=a"], [["=b"], [["=c"]]])).toBe(`\ufeff'=a\r\n'=b\r\n"[""=c""]"\r\n`);
  });
});

describe("the record as CSV", () => {
  it("reads back into the same decisions, by a guessed mapping", () => {
    const open = facts({ ref: "2", title: "=cmd()", authors: [] });
    const text = asCsv(leaving([full, open]));
    const table = readTable({ name: "x.csv", bytes: Buffer.from(text) });
    const mapping = guessMapping(table, null);
    const rows = readRows(table, mapping, null);
    const kept = [
      "ref",
      "title",
      "kind",
      "topics",
      "status",
      "context",
      "reasons",
      "link",
      "authors",
      "handedTo",
      "openedOn",
      "decidedOn",
      "outcome",
      "decidedBy",
      "decider",
      "basis",
      "supersedes",
      "supersededBy",
    ] as const;
    const pick = (one: Partial<DecisionFacts>) => Object.fromEntries(kept.map((key) => [key, one[key]]));
    expect(rows.map((row) => row.reasons)).toEqual([null, null]);
    expect(rows.map((row) => pick(row.facts!))).toEqual([full, open].map(pick));
  });
});

describe("the record as JSON", () => {
  it("is whole, with the rows as they came", () => {
    const { decisions, ...rest } = JSON.parse(asJson(leaving([full])));
    expect(decisions).toEqual([{ ...full, goal: null, made: null }]);
    expect(rest).toMatchObject({ format: "bellwether-record", version: 1, team: "Platform" });
  });
  it("reads back, reversals too, by a guessed mapping", () => {
    const table = readTable({ name: "x.json", bytes: Buffer.from(asJson(leaving([full]))) });
    const [row] = readRows(table, guessMapping(table, null), null);
    expect(row!.facts).toMatchObject({ ref: "1", handedTo: ["Bo"], decidedBy: "delegate", supersededBy: ["7"] });
    expect(row!.facts!.reversals).toMatchObject([
      { on: "2021-01-01", kind: "overturned", heldDays: 335, kindGiven: true },
    ]);
  });
});

describe("the record as MADR", () => {
  const front = (text: string) => parseYaml(/^---\n([\s\S]*?)---\n/.exec(text)![1]!) as Record<string, unknown>;

  it("is one file a decision, numbered in order, with names that every file system takes", () => {
    const zip = unzipSync(
      asMadr(leaving([full, facts({ ref: "2", title: "../../é vil: 日本" }), facts({ title: "日本" })]), say),
    );
    expect(Object.keys(zip)).toEqual(["0001-use-one-queue.md", "0002-e-vil.md", "0003.md"]);
    expect(strFromU8(zip["0001-use-one-queue.md"]!)).toBe(madrOf(imported(full), say));
  });

  it("says status, date and who decided in front, and the rest below the format's own headings", () => {
    const text = madrOf(imported(full), say);
    expect(front(text)).toEqual({ status: "superseded by 7", date: "2020-02-01", "decision-makers": ["Bo"] });
    expect(text.match(/^#+ .*$/gm)).toEqual([
      "# Use one queue",
      "## Context and Problem Statement",
      "## Decision Outcome",
      "## More Information",
      "### records.madr.history",
      "### records.madr.reversals",
    ]);
    expect(text).toContain("| 2020-01-01 |  | Draft | a \\| b |");
    expect(text).toContain("records.madr.decidedBy: decisions.decidedBy.delegate: Bo");
  });

  it("says unknown and open as they are, and lets no title break out", () => {
    const unknown = madrOf(imported(facts({ decidedBy: "unknown", decidedOn: "2020-01-01" })), say);
    expect(unknown).toContain("decisions.decidedBy.unknown");
    expect(front(unknown)).toEqual({ status: "proposed", date: "2020-01-01" });
    const odd = madrOf(
      imported(facts({ title: "One\n---\n# Two <script>", decider: "a: b\n- c", decidedBy: "lead" })),
      say,
    );
    expect(odd).toContain("# One --- # Two &lt;script>");
    expect(front(odd)["decision-makers"]).toEqual(["a: b\n- c"]);
    expect(odd).toContain("decisions.decidedBy.lead: a: b - c");
  });
});

describe("refused rows as a file", () => {
  it("keeps the columns as they came, cells beyond the header too, and finds a free name for the reason", () => {
    const text = asRefused(
      ["id", "reason"],
      [
        { cells: ["1", "x", "more"], why: ["Too long.", "No."] },
        { cells: [{ a: 1 }], why: ["Odd."] },
      ],
      "reason",
    );
    const table = readTable({ name: "x.csv", bytes: Buffer.from(text) });
    expect(table.columns).toEqual(["id", "reason", "#3", "reason 2"]);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ["1", "x", "more", "Too long. No."],
      ['{"a":1}', "", "", "Odd."],
    ]);
  });
});

describe("taking a record along", () => {
  const file = { name: "record.csv", text: "id,title,decided\n1,One,2020-01-01\n2,Two,\n" };

  it("whoever may read it may take it along, in each form", async () => {
    const t = await aTeam({ lead: "Nomsa", observers: ["Ivo"] });
    await t.nomsa.ask("records.importDecisions", { file });
    const csv = await t.ivo.ask("records.exportRecord", { format: "csv" });
    expect(csv).toMatchObject({ fileName: "Platform-record-2026-03-02.csv", contentType: "text/csv; charset=utf-8" });
    expect((csv.body as string).split("\r\n")).toHaveLength(4);
    const json = await t.ivo.ask("records.exportRecord", { format: "json" });
    expect(JSON.parse(json.body as string).decisions).toHaveLength(2);
    const madr = await t.ivo.ask("records.exportRecord", { format: "madr" });
    expect(madr).toMatchObject({ fileName: "Platform-record-2026-03-02-madr.zip", contentType: "application/zip" });
    const text = strFromU8(unzipSync(madr.body as Uint8Array)["0001-one.md"]!);
    expect(text).toContain("- Decided by: Unknown");
  });

  it("an empty record is an empty file", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const csv = await t.nomsa.ask("records.exportRecord", { format: "csv" });
    expect((csv.body as string).trim().split("\r\n")).toHaveLength(1);
    expect(
      Object.keys(unzipSync((await t.nomsa.ask("records.exportRecord", { format: "madr" })).body as Uint8Array)),
    ).toEqual([]);
  });
});
