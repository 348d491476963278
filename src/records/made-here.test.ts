import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { aTeam } from "../../test/team.ts";
import type { DecisionFacts } from "../decisions/rules.ts";

const dayMs = 86_400_000;
const secrets = {
  voice: "my voice is heliotrope",
  remark: "a remark in vermilion",
  notQuite: "not quite cerulean",
};

/** A record of an imported decision (I-1), a note (D-1) and a decision that was proposed, heard, decided and reviewed here (D-2). */
async function aMixedRecord() {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], at: "2026-03-02T09:00:00Z", timeZone: "UTC" });
  const file = { name: "log.csv", text: "id,title,status,decided\nI-1,A list of berths,Final,2026-01-05\n" };
  const { import: imported } = await t.nomsa.ask("records.importDecisions", { file });
  const { areas } = await t.nomsa.ask("areas.make", {
    areas: [{ name: "Release timing", level: 5, owner: t.grace.member }],
  });
  const { goal } = await t.nomsa.ask("direction.makeGoal", {
    outcome: "Fewer late ships",
    measure: { kind: "done" },
    owner: t.grace.member,
    due: "2026-08-01",
    serves: { kind: "nothing" },
  });
  const { decision: note } = await t.grace.ask("decisions.note", { words: "We keep one quay open", how: "together" });
  const { decision } = await t.grace.ask("decisions.propose", {
    title: "Release on which day",
    context: "Two releases came late.",
    proposal: "We release on Tuesdays.",
    options: ["Release on Fridays", "Whenever it is ready"],
    expected: "Fewer night calls",
    outside: "The harbour office",
    cost: { amount: 1200, currency: "EUR" },
    reversible: true,
    area: areas[0]!,
    goal,
  });
  await t.chen.ask("decisions.remark", { decision, kind: "comment", words: secrets.remark });
  const n = async () => (await t.grace.ask("decisions.deciding", { decision })).n;
  const { round } = await t.grace.ask("decisions.beginRound", {
    decision,
    n: await n(),
    method: "advice",
    dueAt: "2026-03-04T09:00:00Z",
    electors: [t.chen.member],
  });
  await t.chen.ask("decisions.voice", { round, stance: "concern", reason: secrets.voice });
  t.clock.pass(2 * dayMs);
  await t.grace.ask("decisions.sumUp", { decision, words: "I heard that Tuesdays are busy." });
  await t.chen.ask("decisions.sayHeard", { decision, heard: false, words: secrets.notQuite });
  await t.grace.ask("decisions.decide", {
    decision,
    n: await n(),
    outcome: "accepted",
    reasons: "Calm nights.",
    confidence: 73,
    review: "2026-03-20",
    expected: "Fewer night calls",
  });
  t.clock.pass(20 * dayMs);
  await t.grace.ask("decisions.review", { decision, verdict: "partly", learned: "Mondays fill up.", next: "keep" });
  const whole = async () => {
    const { body } = await t.chen.ask("records.exportRecord", { format: "json" });
    return JSON.parse(body as string).decisions as (DecisionFacts & { goal: string | null; made: unknown })[];
  };
  return { ...t, imported: imported!, note, decision, whole };
}

const factsOnly = ({ source: _, ...facts }: DecisionFacts) => {
  const { goal: _goal, made: _made, ...rest } = facts as DecisionFacts & { goal: unknown; made: unknown };
  return rest;
};

describe("taking along what was decided here", () => {
  let t: Awaited<ReturnType<typeof aMixedRecord>>;
  beforeAll(async () => {
    t = await aMixedRecord();
  });

  it("as JSON, whole: what the log has, and what it says beside that", async () => {
    const decisions = await t.whole();
    expect(decisions.map(({ ref, made }) => [ref, made !== null])).toEqual([
      ["D-1", true],
      ["D-2", true],
      ["I-1", false],
    ]);
    expect(decisions[1]).toMatchObject({
      title: "Release on which day",
      status: "reviewed",
      outcome: "accepted",
      decidedBy: "delegate",
      decider: "Grace",
      goal: "Fewer late ships",
    });
    expect(decisions[1]!.made).toEqual({
      shape: "decision",
      phase: "reviewed",
      level: 5,
      method: "advice",
      area: "Release timing",
      proposal: "We release on Tuesdays.",
      options: ["Release on Fridays", "Whenever it is ready"],
      cost: 1200,
      currency: "EUR",
      reversible: true,
      decideBy: null,
      outside: "The harbour office",
      stopRule: "",
      endsOn: null,
      sumUp: "I heard that Tuesdays are busy.",
      expected: "Fewer night calls",
      effectOn: null,
      reviewOn: "2026-03-20",
      waitUntil: null,
      why: null,
      adapts: null,
      reviews: [
        { on: "2026-03-24", verdict: "partly", learned: "Mondays fill up.", next: "keep", byRule: false, again: null },
      ],
    });
  });

  it("as MADR, under the format's own headings", async () => {
    const { body } = await t.chen.ask("records.exportRecord", { format: "madr" });
    const files = unzipSync(body as Uint8Array);
    const text = strFromU8(files["0002-release-on-which-day.md"]!);
    expect(parseYaml(/^---\n([\s\S]*?)---\n/.exec(text)![1]!)).toEqual({
      status: "accepted",
      date: "2026-03-04",
      "decision-makers": ["Grace"],
    });
    expect(text.match(/^#+ .*$/gm)).toEqual([
      "# Release on which day",
      "## Context and Problem Statement",
      "## Considered Options",
      "## Decision Outcome",
      "### The proposal",
      "### What was heard",
      "### Consequences",
      "### Confirmation",
      "## More Information",
      "### History",
    ]);
    for (const line of [
      "- Release on Fridays",
      "- Level: 5 Advise",
      "- Method: Advice",
      "Calm nights.",
      "We release on Tuesdays.",
      "Fewer night calls",
      "- 2026-03-24: It worked in part. It is kept. Mondays fill up.",
      "- Status on the record: Reviewed",
      "- Serves: Fewer late ships",
      "- Cost: 1200 EUR",
      "- Can it be undone: Yes, a two-way door",
      "| 2026-03-04 | Opened | Decided |  |",
    ]) {
      expect(text.split("\n")).toContain(line);
    }
    const note = strFromU8(files["0001-we-keep-one-quay-open.md"]!);
    expect(note).toContain("- Kind: Note");
    expect(note).not.toMatch(/Considered Options|Confirmation|Consequences/);
  });

  it("as CSV, with columns of its own that are empty where there is nothing", async () => {
    const { body } = await t.chen.ask("records.exportRecord", { format: "csv" });
    const [header, ...rows] = (body as string).trim().split("\r\n");
    expect(header!.split(",").slice(-20)).toEqual(
      ["goal", "level", "method", "area", "proposal", "options", "cost", "currency", "reversible", "decide_by"].concat([
        "outside",
        "stop_rule",
        "ends_on",
        "sum_up",
        "expected",
        "effect_on",
        "review_on",
        "wait_until",
        "adapts",
        "reviews",
      ]),
    );
    expect(rows[1]).toContain("2026-03-24 partly, keep: Mondays fill up.");
    expect(rows[2]).toMatch(/,{19}$/);
  });

  it("nobody's voice, remark or answer, nor how sure anybody was, leaves in any form", async () => {
    for (const format of ["csv", "json", "madr"] as const) {
      const { body } = await t.chen.ask("records.exportRecord", { format });
      const text =
        typeof body === "string"
          ? body
          : Object.values(unzipSync(body))
              .map((file) => strFromU8(file))
              .join("\n");
      for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
      expect(text).not.toMatch(/confiden|73/i);
    }
  });

  it("read into another team's record, every fact is the same, and again it changes nothing", async () => {
    const { body } = await t.chen.ask("records.exportRecord", { format: "json" });
    const file = { name: "record.json", text: body as string };
    const other = await aTeam({ lead: "Otto" });
    const { counts } = await other.otto.ask("records.importDecisions", { file });
    expect(counts).toMatchObject({ new: 3, refused: 0 });
    const there = JSON.parse((await other.otto.ask("records.exportRecord", { format: "json" })).body as string);
    expect(there.decisions.map(factsOnly)).toEqual((await t.whole()).map(factsOnly));
    // what has no field there is kept with the row as it came
    expect(there.decisions[1].source.made).toEqual((await t.whole())[1]!.made);
    expect((await other.otto.ask("records.importDecisions", { file })).counts).toMatchObject({ unchanged: 3 });
    // a key that came with the record is not given to a decision made there
    const { ref } = await other.otto.ask("decisions.note", { words: "Ours", how: "together" });
    expect(ref).not.toMatch(/^D-[12]$/);
  });
});

describe("a file never touches what was decided here", () => {
  it("rows with the key of one are refused with a sentence, and the others go in", async () => {
    const t = await aMixedRecord();
    const before = await t.whole();
    const { body } = await t.chen.ask("records.exportRecord", { format: "json" });
    const text = (body as string).replaceAll("Release on which day", "Release on no day");
    const file = { name: "record.json", text };
    const preview = await t.nomsa.ask("records.previewImport", { file });
    expect(preview.counts).toMatchObject({ new: 0, changed: 1, refused: 2 });
    expect(preview.reasons).toMatchObject([
      {
        code: "made_here",
        rows: 2,
        sentence:
          "These rows have keys of decisions that were made here. A file never changes those: give the rows keys of their own.",
      },
    ]);
    const { rows } = preview.rows;
    expect(rows.find(({ ref }) => ref === "D-2")!.reasons[0]!.sentence).toBe(
      "“D-2” is the key of a decision that was made here. A file never changes those: give this row a key of its own.",
    );
    const refused = await t.nomsa.ask("records.refusedOfPreview", { file });
    expect(refused.body).toContain("“D-1” is the key");
    const done = await t.nomsa.ask("records.importDecisions", { file, seen: preview.seen });
    expect(done.counts).toMatchObject({ changed: 1, refused: 2 });
    expect((await t.whole()).slice(0, 2)).toEqual(before.slice(0, 2));
  });

  it("undoing imports takes back what they brought, and leaves what was decided here alone", async () => {
    const t = await aMixedRecord();
    const before = await t.whole();
    await t.nomsa.ask("records.undoImport", { import: t.imported });
    expect(await t.whole()).toEqual(before.filter(({ ref }) => ref !== "I-1"));
    const { decisions } = await t.chen.ask("decisions.list", { sort: "ref", descending: false });
    expect(decisions.map(({ ref }) => ref)).toEqual(["D-1", "D-2"]);
  });

  it("while a file comes in, a decision proposed at the same time gets a key that is free", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const rows = Array.from({ length: 300 }, (_, i) => `D-${i + 1},Old ${i + 1},2020-01-01`).join("\n");
    const file = { name: "old.csv", text: `id,title,decided\n${rows}\n` };
    const proposals = Array.from({ length: 6 }, (_, i) => t.grace.ask("decisions.propose", { title: `New ${i}` }));
    const [imported, ...proposed] = await Promise.all([t.nomsa.ask("records.importDecisions", { file }), ...proposals]);
    const refs = proposed.map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(6);
    const { counts } = imported;
    const { decisions, total } = await t.nomsa.ask("decisions.list", { limit: 200, search: "new" });
    expect(decisions.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
    expect(total).toBe(6);
    expect(counts.new + counts.refused).toBe(300);
    // a row is refused only where a decision made here had its key first
    expect(counts.refused).toBe(refs.filter((ref) => Number(ref.slice(2)) <= 300).length);
  });
});
