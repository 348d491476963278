import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TestHouse } from "../../test/open-house.ts";
import { type Asker, aTeam } from "../../test/team.ts";
import { callerWithoutRequest, run } from "../foundation/run.ts";
import { type Mapping, mappingShape } from "./mapping.ts";
import { readTable } from "./table.ts";

const root = path.resolve(import.meta.dirname, "../..");
const peps = path.resolve(root, "../shared/data/peps");
const there = existsSync(path.join(peps, "peps.csv"));
if (!there) console.warn("The Python record is not beside this repository: importing it is not checked here.");

const csv = (text: string, name = "record.csv") => ({ name, text });
const mapping: Mapping = mappingShape.parse({
  version: 1,
  columns: {
    ref: "id",
    title: "title",
    decidedOn: "decided",
    decidedBy: { column: "who", values: { lead: "lead", team: "team" } },
  },
});
const file = csv(
  "id,title,decided,who\n1,One,2020-01-02,lead\n2,Two,,\n3,Three,2020-02-30,lead\n4,Four,2020-03-01,crowd\n",
);

/** Everything that an import could write, as one text. Ids and `changed_at` are left out: an undo is a change too. */
async function written(t: { workspace: string; house: TestHouse }): Promise<string> {
  const rowsOf = async (from: string) => {
    const { rows } = await t.house.owner.query(
      `select to_jsonb(x) - 'changed_at' - 'id' - 'decision_id' as row from ${from} where x.workspace_id = $1 order by 1`,
      [t.workspace],
    );
    return rows;
  };
  const within =
    "(select y.*, d.ref from decision d join TABLE y on y.workspace_id = d.workspace_id and y.decision_id = d.id) x";
  return JSON.stringify([
    await rowsOf("decision x"),
    await rowsOf(within.replace("TABLE", "decision_step")),
    await rowsOf(within.replace("TABLE", "decision_reversal")),
    await rowsOf("office_term x"),
    await rowsOf("record_description x"),
  ]);
}

const counts = async (lead: Asker) => (await lead.ask("decisions.list")).onRecord;

describe("looking at an import", () => {
  it("tells every row and writes nothing", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const before = await written(t);
    const preview = await t.nomsa.ask("records.previewImport", { file, mapping });
    expect(preview.counts).toEqual({ rows: 4, new: 2, changed: 0, unchanged: 0, refused: 2 });
    expect(preview.rows.rows.map(({ line, state, ref }) => [line, state, ref])).toEqual([
      [2, "new", "1"],
      [3, "new", "2"],
      [4, "refused", "3"],
      [5, "refused", "4"],
    ]);
    expect(preview.rows.rows[2]!.reasons).toEqual([
      { code: "no_such_day", column: "decided", sentence: "“2020-02-30” is a day that does not exist." },
    ]);
    expect(preview.asks).toEqual([
      {
        code: "value",
        kind: "value",
        field: "decidedBy",
        column: "who",
        value: "crowd",
        rows: 1,
        sentence: "What does “crowd” mean in “who”?",
      },
    ]);
    expect(preview.reasons.map(({ code, rows }) => [code, rows])).toEqual([
      ["no_such_day", 1],
      ["value_not_mapped", 1],
    ]);
    expect(await written(t)).toBe(before);
    const { rows } = await t.house.owner.query("select from import where workspace_id = $1", [t.workspace]);
    expect(rows).toHaveLength(0);
  });

  it("guesses a mapping, says what each column feeds and what stays beside", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const guessed = await t.nomsa.ask("records.previewImport", { file: csv("id,title,colour\n1,One,red\n2,Two,\n") });
    expect(guessed.guessed).toBe(true);
    expect(guessed.columns).toEqual([
      { name: "id", fields: ["ref"], filled: 2, different: 2, samples: ["1", "2"] },
      { name: "title", fields: ["title"], filled: 2, different: 2, samples: ["One", "Two"] },
      { name: "colour", fields: [], filled: 1, different: 1, samples: ["red"] },
    ]);
    const given = await t.nomsa.ask("records.previewImport", {
      file: csv("id,title,colour\n1,One,red\n2,Two,\n"),
      mapping: guessed.mapping,
    });
    expect(given.guessed).toBe(false);
    expect(given.seen).toBe(guessed.seen);
  });

  it("says what keeps a mapping from being used, and then refuses to import", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const unfit = {
      ...mapping,
      columns: { ...mapping.columns, kind: "type" },
      history: { key: "a", on: "b", to: "c" },
    };
    const preview = await t.nomsa.ask("records.previewImport", { file, mapping: unfit });
    expect(preview.problems.map(({ sentence }) => sentence)).toEqual([
      "The file has no column “type”, which the mapping reads as “kind”.",
      "The mapping reads a companion file of status changes. Add it, or take “history” out of the mapping.",
    ]);
    expect(preview.rows.total).toBe(0);
    expect(await t.nomsa.refused("records.importDecisions", { file, mapping: unfit })).toBe("records.mapping_unfit");
    expect(await t.nomsa.refused("records.refusedOfPreview", { file, mapping: unfit })).toBe("records.mapping_unfit");
  });

  it("guesses the columns of a file whose encoding somebody names", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const base64 = Buffer.from("id,title\n1,Caf\xe9\n", "latin1").toString("base64");
    const latin = { name: "latin.csv", base64 };
    expect(await t.nomsa.refused("records.previewImport", { file: latin })).toBe("records.not_utf8");
    const named = { version: 1, encoding: "windows-1252", columns: {} };
    const preview = await t.nomsa.ask("records.previewImport", { file: latin, mapping: named });
    expect(preview).toMatchObject({ guessed: true, mapping: { encoding: "windows-1252", columns: { ref: "id" } } });
    expect(preview.rows.rows[0]).toMatchObject({ state: "new", title: "Café" });
  });

  it("says where a mapping is not understood", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    for (const [broken, at] of [
      [{ ...mapping, columns: { ...mapping.columns, titel: "title" } }, "columns.titel"],
      [{ ...mapping, version: 2 }, "version"],
      [
        { ...mapping, columns: { ...mapping.columns, outcome: { column: "x", values: { yes: "sure" } } } },
        "columns.outcome.values.yes",
      ],
      [{ ...mapping, terms: [{ from: "soon" }] }, "terms.0.from"],
    ] as const) {
      const asked = t.nomsa.ask("records.previewImport", { file, mapping: broken });
      await expect(asked).rejects.toMatchObject({ code: "records.mapping_broken", params: { at } });
    }
  });

  it("pages through the rows of one state", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const page = await t.nomsa.ask("records.previewImport", { file, mapping, state: "refused", offset: 1, limit: 1 });
    expect(page.rows.total).toBe(2);
    expect(page.rows.rows.map(({ ref }) => ref)).toEqual(["4"]);
  });

  it("asks for the order of dates that can be read two ways, in the companion file too", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const preview = await t.nomsa.ask("records.previewImport", {
      file: csv("id,title,decided\n1,One,03/04/2020\n"),
      history: csv("id,date,to\n1,03/04/2020,Final\n", "history.csv"),
    });
    expect(preview.asks.map(({ kind, field, column }) => [kind, field, column])).toEqual([
      ["date_order", "decidedOn", "decided"],
      ["date_order", "history.on", "date"],
    ]);
    expect(preview.historyColumns).toEqual(["id", "date", "to"]);
  });

  it("accounts for the companion file's rows", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { history } = await t.nomsa.ask("records.previewImport", {
      file: csv("id,title\n1,One\n2,Two\n3,Three\n4,Four\n5,Five\n6,Six\n"),
      history: csv(
        "id,date,to\n1,2020-01-02,A\n2,2020-01-02,A\n3,2020-01-02,A\n4,2020-01-02,A\n5,2020-01-02,A\n9,2020-01-02,A\n",
        "h.csv",
      ),
    });
    expect(history).toEqual({ rows: 6, used: 5, withoutDecision: ["9"], withoutDecisionRows: 1, keyless: 0 });
  });

  it("refuses files that cannot be read with a sentence, and a file that came twice or not at all", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const refused = (given: { name: string; text?: string; base64?: string }) =>
      t.nomsa.refused("records.previewImport", { file: given });
    expect(await refused({ name: "a.csv" })).toBe("records.file_twice");
    expect(await refused({ name: "a.csv", text: "a", base64: "YQ==" })).toBe("records.file_twice");
    expect(await refused({ name: "a.csv", text: "" })).toBe("records.empty_file");
    expect(await refused({ name: "a.xlsx", base64: Buffer.from("PK\x03\x04xx").toString("base64") })).toBe(
      "records.spreadsheet_file",
    );
    expect(await refused({ name: "a.csv", base64: Buffer.alloc(26 * 1_048_576, "a").toString("base64") })).toBe(
      "records.files_too_large",
    );
  });
});

describe("importing", () => {
  it("writes what was shown, once, and hands refused rows back with the reason", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const { seen } = await t.nomsa.ask("records.previewImport", { file, mapping });
    const done = await t.nomsa.ask("records.importDecisions", { file, mapping, seen });
    expect(done.counts).toEqual({ rows: 4, new: 2, changed: 0, unchanged: 0, refused: 2 });
    const list = await t.grace.ask("decisions.list", { sort: "ref", descending: false });
    expect(list.decisions).toMatchObject([
      { ref: "1", title: "One", decidedOn: "2020-01-02", decidedBy: "lead" },
      { ref: "2", title: "Two", decidedOn: null, decidedBy: null },
    ]);
    const refused = await t.grace.ask("records.refusedRows", { import: done.import! });
    expect(refused.fileName).toBe("record-refused.csv");
    const table = readTable({ name: "x.csv", bytes: new TextEncoder().encode(refused.body) });
    expect(table.columns).toEqual(["id", "title", "decided", "who", "reason"]);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ["3", "Three", "2020-02-30", "lead", "decided: “2020-02-30” is a day that does not exist."],
      ["4", "Four", "2020-03-01", "crowd", "who: Nobody has said yet what “crowd” means here."],
    ]);
    const asked = await t.nomsa.ask("records.refusedOfPreview", { file, mapping });
    expect(asked.body).toBe(refused.body);
  });

  it("twice changes nothing: every row is unchanged and nothing is recorded", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    await t.nomsa.ask("records.importDecisions", { file, mapping });
    const before = await written(t);
    const again = await t.nomsa.ask("records.importDecisions", { file, mapping });
    expect(again).toMatchObject({ import: null, counts: { new: 0, changed: 0, unchanged: 2, refused: 2 } });
    expect(await written(t)).toBe(before);
    expect((await t.nomsa.ask("records.imports")).imports).toHaveLength(1);
  });

  it("takes the same bytes whether they come as text or as base64", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const base64 = Buffer.from(file.text).toString("base64");
    const one = await t.nomsa.ask("records.previewImport", { file, mapping });
    const two = await t.nomsa.ask("records.previewImport", { file: { name: "record.csv", base64 }, mapping });
    expect(two.seen).toBe(one.seen);
  });

  it("is refused where the file is another than the one that was looked at", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { seen } = await t.nomsa.ask("records.previewImport", { file, mapping });
    const other = csv(file.text.replace("One", "Uno"));
    expect(await t.nomsa.refused("records.importDecisions", { file: other, mapping, seen })).toBe(
      "records.file_changed",
    );
    const remapped = { ...mapping, separator: "," };
    expect(await t.nomsa.refused("records.importDecisions", { file, mapping: remapped, seen })).toBe(
      "records.file_changed",
    );
    expect(await counts(t.nomsa)).toBe(0);
  });

  it("is refused where the record changed since it was looked at", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { seen } = await t.nomsa.ask("records.previewImport", { file, mapping });
    await t.nomsa.ask("records.importDecisions", { file: csv(file.text.replace("One", "Uno")), mapping });
    expect(await t.nomsa.refused("records.importDecisions", { file, mapping, seen })).toBe("records.log_changed");
  });

  it("is refused while another one runs, and goes through afterwards", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const holder = await t.house.owner.connect();
    try {
      await holder.query("begin");
      await holder.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`record ${t.team}`]);
      expect(await t.nomsa.refused("records.importDecisions", { file, mapping })).toBe("records.import_running");
      await holder.query("rollback");
    } finally {
      holder.release();
    }
    const both = await Promise.allSettled([
      t.nomsa.ask("records.importDecisions", { file, mapping }),
      t.nomsa.ask("records.importDecisions", { file, mapping }),
    ]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await counts(t.nomsa)).toBe(2);
  });

  it("is all or nothing: what breaks on the way leaves no row", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const before = await written(t);
    const long = csv(`id,title\n${Array.from({ length: 1500 }, (_, i) => `${i},Title ${i}`).join("\n")}\n`);
    let told = 0;
    const broken = run(
      t.engine,
      "records.importDecisions",
      { workspace: t.workspace, team: t.team, file: long, progress: "p" },
      {
        ...callerWithoutRequest(t.nomsa.user),
        onProgress: (done) => {
          told = done;
          if (done >= 1000) throw new Error("the line broke");
        },
      },
    );
    await expect(broken).rejects.toThrow("the line broke");
    expect(told).toBe(1000);
    expect(await written(t)).toBe(before);
  });

  it("tells how far it is", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const told: [number, number][] = [];
    const long = csv(`id,title\n${Array.from({ length: 1200 }, (_, i) => `${i},Title ${i}`).join("\n")}\n`);
    await run(
      t.engine,
      "records.importDecisions",
      { workspace: t.workspace, team: t.team, file: long, progress: "p" },
      { ...callerWithoutRequest(t.nomsa.user), onProgress: (done, total) => told.push([done, total]) },
    );
    expect(told[0]).toEqual([0, 2400]);
    expect(told.at(-1)).toEqual([2400, 2400]);
    expect(told.map(([done]) => done)).toEqual([...told.map(([done]) => done)].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(3);
  });

  it("brings terms in office and since when deciders are named, and undoes them too", async () => {
    const t = await aTeam({ lead: "Nomsa", at: "2026-03-02T09:00:00Z" });
    const describing = {
      ...mapping,
      deciderKnownSince: "2020-02-01",
      batchFrom: 5,
      terms: [{ from: "2019-01-01", until: null, who: "Nomsa" }],
    };
    expect((await t.nomsa.ask("records.previewImport", { file, mapping: describing })).describes).toBe(true);
    const done = await t.nomsa.ask("records.importDecisions", { file, mapping: describing });
    expect(await t.nomsa.ask("records.overview")).toMatchObject({
      deciderKnownSince: "2020-02-01",
      batchFrom: 5,
      terms: [{ from: "2019-01-01", until: null, who: "Nomsa" }],
    });
    expect((await t.nomsa.ask("records.previewImport", { file, mapping: describing })).describes).toBe(false);
    expect(await t.nomsa.ask("records.undoImport", { import: done.import! })).toMatchObject({
      description: "restored",
    });
    const [decisions, , , terms] = JSON.parse(await written(t)) as unknown[][];
    expect([decisions, terms]).toEqual([[], []]);
    expect(await t.nomsa.ask("records.overview")).toMatchObject({ deciderKnownSince: null, batchFrom: 8, terms: [] });
  });
});

describe("undoing an import", () => {
  const second = csv("id,title,decided,who\n1,Uno,2021-01-02,team\n5,Five,,\n", "second.csv");

  it("takes away what it brought and puts back what it changed", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    await t.nomsa.ask("records.importDecisions", { file, mapping });
    const before = await written(t);
    t.clock.pass(1000);
    const done = await t.nomsa.ask("records.importDecisions", { file: second, mapping });
    expect(done).toMatchObject({ counts: { new: 1, changed: 1 }, notInFile: 1 });
    expect(await written(t)).not.toBe(before);
    expect(await t.nomsa.ask("records.undoImport", { import: done.import! })).toEqual({
      removed: 1,
      restored: 1,
      description: "untouched",
    });
    expect(await written(t)).toBe(before);
    const [undone] = (await t.nomsa.ask("records.imports")).imports;
    expect(undone).toMatchObject({ undoneBy: "Nomsa", whyNotUndo: "This import was undone already." });
    expect(await t.nomsa.refused("records.undoImport", { import: done.import! })).toBe("records.undone_already");
  });

  it("is refused where a later import built on it, and says which to undo first", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const first = (await t.nomsa.ask("records.importDecisions", { file, mapping })).import!;
    t.clock.set(new Date("2026-03-05T09:00:00Z"));
    const then = (await t.nomsa.ask("records.importDecisions", { file: second, mapping })).import!;
    expect(await t.nomsa.refused("records.undoImport", { import: first })).toBe("records.later_import_first");
    const { imports } = await t.nomsa.ask("records.imports");
    expect(imports.map(({ whyNotUndo }) => whyNotUndo)).toEqual([
      null,
      "A later import built on this one: second.csv, of Mar 5, 2026. Undo that one first.",
    ]);
    await t.nomsa.ask("records.undoImport", { import: then });
    await t.nomsa.ask("records.undoImport", { import: first });
    expect(await counts(t.nomsa)).toBe(0);
  });

  it("does not wait for a later import of other decisions", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const first = (await t.nomsa.ask("records.importDecisions", { file, mapping })).import!;
    await t.nomsa.ask("records.importDecisions", { file: csv("id,title\n77,Other\n") });
    await t.nomsa.ask("records.undoImport", { import: first });
    expect((await t.nomsa.ask("decisions.list")).decisions.map(({ ref }) => ref)).toEqual(["77"]);
  });

  it("keeps terms that somebody said anew since", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const terms = [{ from: "2019-01-01", until: null, who: "Nomsa" }];
    const done = await t.nomsa.ask("records.importDecisions", { file, mapping: { ...mapping, terms } });
    const said = { deciderKnownSince: null, batchFrom: 8, terms: [{ from: "2018-01-01", until: null, who: "Nomsa" }] };
    await t.nomsa.ask("records.describeRecord", said);
    expect(await t.nomsa.ask("records.undoImport", { import: done.import! })).toMatchObject({ description: "kept" });
    expect((await t.nomsa.ask("records.overview")).terms).toEqual(said.terms);
  });

  it("after it, importing again brings everything back", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const done = await t.nomsa.ask("records.importDecisions", { file, mapping });
    const before = await written(t);
    await t.nomsa.ask("records.undoImport", { import: done.import! });
    await t.nomsa.ask("records.importDecisions", { file, mapping });
    expect(await written(t)).toBe(before);
  });

  const cell = fc.constantFrom("", "One", "two; three", '"quoted"', "=1+1", "line\nbreak", "ñ", "2020-01-02");
  const anyFile = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), cell, cell, cell), { selector: ([ref]) => ref, minLength: 1 })
    .map((rows) =>
      rows.map(([ref, title, kind, authors]) => ({
        id: ref,
        title: title || "Untitled",
        kind,
        authors,
        decided: "2020-01-02",
      })),
    )
    .map((rows) => ({ name: "any.json", text: JSON.stringify(rows) }));

  it("whatever the files: undo after import leaves everything as before", async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, async (first, then) => {
        const t = await aTeam({ lead: "Nomsa" });
        await t.nomsa.ask("records.importDecisions", { file: first });
        const before = await written(t);
        const done = await t.nomsa.ask("records.importDecisions", { file: then });
        const after = await written(t);
        const again = await t.nomsa.ask("records.importDecisions", { file: then });
        expect(again.import).toBeNull();
        expect(await written(t)).toBe(after);
        if (done.import) await t.nomsa.ask("records.undoImport", { import: done.import });
        expect(await written(t)).toBe(before);
      }),
      { numRuns: 12 },
    );
  });
});

describe("who may", () => {
  it("a lead imports and undoes; members and observers look; nobody else", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"], observers: ["Ivo"] });
    const done = await t.nomsa.ask("records.importDecisions", { file, mapping });
    for (const person of [t.grace, t.ivo]) {
      expect(await person.refused("records.previewImport", { file, mapping })).toBe("records.not_a_lead_here");
      expect(await person.refused("records.importDecisions", { file, mapping })).toBe("records.not_a_lead_here");
      expect(await person.refused("records.undoImport", { import: done.import! })).toBe("records.not_a_lead_here");
      const shown = await person.ask("records.showImport", { import: done.import! });
      expect(shown).toMatchObject({
        by: "Nomsa",
        fileName: "record.csv",
        counts: { new: 2, refused: 2 },
        rows: { total: 4 },
      });
      expect(shown.whyNotUndo).toContain("can do this. Ask them.");
      expect((await person.ask("records.overview")).whyNotImport).toContain("can do this. Ask them.");
    }
  });

  it("a lead from above reads nothing until the team can see them in it; then they may import", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const { team } = await t.nomsa.ask("people.makeTeam", { name: "On-call", parent: t.team });
    await t.nomsa.ask("people.setRole", { team, member: t.grace.member, role: "lead" });
    await t.nomsa.ask("people.removeFromTeam", { team, member: t.nomsa.member });
    await t.grace.ask("records.importDecisions", { team, file, mapping });
    for (const name of ["records.overview", "records.imports", "decisions.list", "decisions.choices"] as const) {
      expect(await t.nomsa.refused(name, { team })).toBe("decisions.not_in_team");
    }
    expect(await t.nomsa.refused("records.importDecisions", { team, file, mapping })).toBe("decisions.not_in_team");
    expect(await t.nomsa.refused("records.exportRecord", { team, format: "csv" })).toBe("decisions.not_in_team");
    await t.nomsa.ask("people.setRole", { team, member: t.nomsa.member, role: "observer" });
    expect((await t.nomsa.ask("records.importDecisions", { team, file, mapping })).import).toBeNull();
  });

  it("a closed team's record is read and no longer imported into", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    await t.nomsa.ask("records.importDecisions", { file, mapping });
    await t.nomsa.ask("people.closeTeam", { closed: true });
    expect(await t.nomsa.refused("records.importDecisions", { file, mapping })).toBe("records.team_closed");
    expect((await t.nomsa.ask("records.overview")).totals.onRecord).toBe(2);
  });

  it("an import of another workspace is not there", async () => {
    const ours = await aTeam({ lead: "Nomsa" });
    const theirs = await aTeam({ lead: "Nomsa" });
    const done = await ours.nomsa.ask("records.importDecisions", { file, mapping });
    for (const name of ["records.showImport", "records.undoImport", "records.refusedRows"] as const) {
      expect(await theirs.nomsa.refused(name, { import: done.import! })).toBe("records.no_such_import");
    }
  });
});

describe.skipIf(!there)("the Python record in the database", () => {
  it("imports whole, shows its facts, is unchanged the second time and goes as a whole", async () => {
    const t = await aTeam({ lead: "Nomsa", at: "2026-11-24T09:00:00Z" });
    const read = (name: string) => readFileSync(path.join(peps, name)).toString("base64");
    const shipped = mappingShape.parse(
      JSON.parse(readFileSync(path.join(root, "examples/python-record.mapping.json"), "utf8")),
    );
    const input = {
      file: { name: "peps.csv", base64: read("peps.csv") },
      history: { name: "status_changes.csv", base64: read("status_changes.csv") },
      mapping: shipped,
    };
    const preview = await t.nomsa.ask("records.previewImport", input);
    expect(preview.counts).toEqual({ rows: 736, new: 736, changed: 0, unchanged: 0, refused: 0 });
    expect(preview.history).toEqual({
      rows: 1786,
      used: 1786,
      withoutDecision: [],
      withoutDecisionRows: 0,
      keyless: 0,
    });
    const done = await t.nomsa.ask("records.importDecisions", { ...input, seen: preview.seen });

    const overview = await t.nomsa.ask("records.overview");
    expect(overview.totals).toEqual({ onRecord: 736, withVerdict: 617, withoutVerdict: 119, undated: 0 });
    expect(Math.round(overview.years.find(({ year }) => year === 2013)!.delegated.share! * 100)).toBe(61);
    expect(overview.years.filter(({ year }) => year < 2012).every(({ delegated }) => delegated.share === null)).toBe(
      true,
    );
    expect(overview.gaps[2]).toEqual({
      from: "2018-07-11",
      until: "2019-03-11",
      days: 243,
      decider: "part",
      withoutDecider: 207,
    });
    expect(overview.batches[0]).toEqual({ on: "2007-05-18", verdicts: 12 });
    expect(overview.selfDecided.latest.map(({ ref }) => ref).sort()).toEqual(["426", "440", "459", "503"]);
    const then = await t.nomsa.ask("records.overview", { asOf: "2013-12-31" });
    expect(then.years.at(-1)).toEqual(overview.years.find(({ year }) => year === 2013));

    const again = await t.nomsa.ask("records.importDecisions", input);
    expect(again).toMatchObject({ import: null, counts: { unchanged: 736 } });
    const json = await t.nomsa.ask("records.previewImport", {
      ...input,
      file: { name: "peps.json", base64: read("peps.json") },
    });
    expect(json.counts).toMatchObject({ rows: 736, refused: 0, new: 0 });
    expect(await t.nomsa.ask("records.undoImport", { import: done.import! })).toEqual({
      removed: 736,
      restored: 0,
      description: "restored",
    });
    expect(await counts(t.nomsa)).toBe(0);
  });
});
