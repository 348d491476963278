import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { aTeam } from "../../test/team.ts";

const dayMs = 86_400_000;
const secrets = { voice: "my voice is heliotrope", remark: "a remark in vermilion", notQuite: "not quite cerulean" };

/**
 * A log of imported and live decisions: an imported one (I-1); a note (D-1); an advice decision in an area that serves a goal, decided
 * after a round (D-2); one that is shaped (D-3); a withdrawn one (D-4); one that waits (D-5). It stands on 10 March.
 */
async function aMixedLog() {
  const t = await aTeam({
    lead: "Nomsa",
    members: ["Grace", "Chen"],
    observers: ["Ivo"],
    at: "2026-03-02T09:00:00Z",
    timeZone: "UTC",
  });
  const file = {
    name: "log.csv",
    text: "id,title,type,status,decided,reasons\nI-1,Ein Anlegeplatzverzeichnis,Prozess,Endgültig,2026-01-05,Café am Kai\n",
  };
  await t.nomsa.ask("records.importDecisions", { file });
  const { areas } = await t.nomsa.ask("areas.make", {
    areas: [{ name: "Release timing", level: 5, owner: t.grace.member }],
  });
  const area = areas[0]!;
  const { goal } = await t.nomsa.ask("direction.makeGoal", {
    outcome: "Fewer late ships",
    measure: { kind: "done" },
    owner: t.grace.member,
    due: "2026-08-01",
    serves: { kind: "nothing" },
  });
  const note = await t.grace.ask("decisions.note", { words: "We keep one quay open", how: "together" });
  const advised = await t.grace.ask("decisions.propose", {
    title: "Release on which day",
    context: "Two releases came late.",
    proposal: "We release on Tuesdays,\nbefore noon.",
    options: ["Release on Fridays"],
    expected: "Fewer night calls",
    outside: "The harbour office",
    area,
    goal,
    reversible: true,
  });
  const shaped = await t.chen.ask("decisions.propose", { title: "هل نُغيّر الرَّصيف؟", proposal: "نُبقي الرصيف الأول" });
  const dropped = await t.chen.ask("decisions.propose", { title: "Paint the crane" });
  await t.chen.ask("decisions.remark", { decision: advised.decision, kind: "comment", words: secrets.remark });
  const read = async (decision: string) => t.grace.ask("decisions.deciding", { decision });

  t.clock.pass(2 * dayMs); // 4 March
  await t.chen.ask("decisions.withdraw", { decision: dropped.decision, why: "It was painted." });
  const { round } = await t.grace.ask("decisions.beginRound", {
    decision: advised.decision,
    n: (await read(advised.decision)).n,
    method: "advice",
    dueAt: "2026-03-06T09:00:00Z",
    electors: [t.chen.member],
  });
  await t.chen.ask("decisions.voice", { round, stance: "concern", reason: secrets.voice });

  t.clock.pass(2 * dayMs); // 6 March
  await t.grace.ask("decisions.sumUp", { decision: advised.decision, words: "I heard that Tuesdays are busy." });
  await t.chen.ask("decisions.sayHeard", { decision: advised.decision, heard: false, words: secrets.notQuite });
  await t.grace.ask("decisions.decide", {
    decision: advised.decision,
    n: (await read(advised.decision)).n,
    outcome: "accepted",
    reasons: "Calm nights.",
    confidence: 73,
    review: "2026-03-09",
    expected: "Fewer night calls",
  });
  const waiting = await t.nomsa.ask("decisions.propose", { title: "Buy a tug" });
  await t.nomsa.ask("decisions.wait", {
    decision: waiting.decision,
    until: "2026-04-01",
    why: "Money comes in April.",
  });
  t.clock.pass(4 * dayMs); // 10 March

  const list = (input: Parameters<typeof t.ivo.ask<"decisions.list">>[1] = {}) => t.ivo.ask("decisions.list", input);
  const refs = async (input: Parameters<typeof list>[0]) =>
    (await list({ sort: "ref", descending: false, ...input })).decisions.map(({ ref }) => ref);
  return { ...t, area, goal, note, advised, shaped, list, refs, round };
}

let t: Awaited<ReturnType<typeof aMixedLog>>;
beforeAll(async () => {
  t = await aMixedLog();
});

describe("one log of imported and live decisions", () => {
  it("lists them together; what is made here says how far it has come and at which level", async () => {
    const { decisions, total, onRecord } = await t.list({ sort: "ref", descending: false });
    expect([total, onRecord]).toEqual([6, 6]);
    const told = decisions.map(({ ref, phase, level, kind, outcome, decidedBy }) => [
      ref,
      phase,
      level,
      kind,
      outcome,
      decidedBy,
    ]);
    expect(told).toEqual([
      ["D-1", "decided", 4, "note", "accepted", "team"],
      ["D-2", "decided", 5, null, "accepted", "delegate"],
      ["D-3", "shaping", null, null, null, null],
      ["D-4", "withdrawn", null, null, "withdrawn", null],
      ["D-5", "waiting", null, null, "waiting", null],
      ["I-1", null, null, "Prozess", null, "unknown"],
    ]);
  });

  it.each([
    ["level 4", () => ({ level: 4 }), ["D-1"]],
    ["level 5", () => ({ level: 5 }), ["D-2"]],
    ["method", () => ({ method: "advice" }), ["D-2"]],
    ["another method", () => ({ method: "consent" }), []],
    ["state", () => ({ phase: "shaping" }), ["D-3"]],
    ["area", () => ({ area: t.area }), ["D-2"]],
    ["goal", () => ({ goal: t.goal }), ["D-2"]],
    ["decider", () => ({ decidedBy: "delegate" }), ["D-2"]],
    ["no verdict", () => ({ decidedBy: "none" }), ["D-3", "D-4", "D-5"]],
    ["outcome", () => ({ outcome: "waiting" }), ["D-5"]],
    ["kind", () => ({ kind: "note" }), ["D-1"]],
    ["several at once", () => ({ level: 5, method: "advice", search: "tuesdays", year: 2026 }), ["D-2"]],
  ] as const)("filters by %s", async (_, filter, found) => {
    expect(await t.refs(filter() as Parameters<typeof t.refs>[0])).toEqual(found);
  });

  it.each<[string, string[]]>([
    ["release day", ["D-2"]],
    ["LATE tuesdays", ["D-2"]],
    ['"tuesdays, before noon"', ["D-2"]],
    ['"noon tuesdays"', []],
    ["fridays", ["D-2"]],
    ["night calls", ["D-2"]],
    ["harbour office", ["D-2"]],
    ["heard busy", ["D-2"]],
    ["calm", ["D-2"]],
    ["april", ["D-5"]],
    ["painted", ["D-4"]],
    ["quay -tuesdays", ["D-1"]],
    ["-quay -crane -tug -release", ["D-3", "I-1"]],
    // inside longer words, without accents and vowel signs, in any script
    ["verzeichnis", ["I-1"]],
    ["cafe", ["I-1"]],
    ["CAFÉ", ["I-1"]],
    ["الرصيف", ["D-3"]],
    ["هل نغير", ["D-3"]],
    ["نبقى", ["D-3"]],
    ["ENDGULTIG", ["I-1"]],
    ["prozess", ["I-1"]],
    ["d-2", ["D-2"]],
    // codes are no words, and what two texts say is no phrase
    ["shaping", []],
    ["note", []],
    ['"noon release on fridays"', []],
  ])("finds %j", async (search, found) => {
    expect(await t.refs({ search })).toEqual(found);
  });

  it("finds no voice, no remark, no answer to a sum-up and no name", async () => {
    for (const search of [...Object.values(secrets), "Grace", "Chen", "Nomsa", "heliotrope"]) {
      expect([search, await t.refs({ search })]).toEqual([search, []]);
    }
  });

  it("whatever a decision says, any part of it finds it, and a minus before that part does not", async () => {
    const other = await aTeam({ lead: "Nomsa", timeZone: "UTC" });
    const words = fc.stringMatching(/^[a-zA-ZäÖéßøñçıŁΣσςжЯع-يأإآة0-9]{1,8}( [a-zA-ZäÖéßøñçΣσςжЯع-ي0-9]{1,6}){0,2}$/u);
    await fc.assert(
      fc.asyncProperty(words, fc.nat(), fc.nat(), async (said, from, length) => {
        const { ref } = await other.nomsa.ask("decisions.propose", { title: "Q", proposal: `« ${said} »` });
        const at = from % said.length;
        const part = said.slice(at, at + 1 + (length % 12)).trim();
        fc.pre(part !== "");
        const look = async (search: string) =>
          (await other.nomsa.ask("decisions.list", { search, limit: 200 })).decisions.map((one) => one.ref);
        expect(await look(`"${part.toUpperCase()}"`)).toContain(ref);
        expect(await look(`"${part.normalize("NFD")}"`)).toContain(ref);
        expect(await look(`-"${part}"`)).not.toContain(ref);
      }),
      { numRuns: 25 },
    );
  });

  it("stands as it stood on any day: state, level, outcome and status", async () => {
    const on = async (asOf: string) =>
      Object.fromEntries(
        (await t.list({ asOf })).decisions.map(({ ref, phase, level, outcome, decidedBy }) => [
          ref,
          [phase, level, outcome, decidedBy],
        ]),
      );
    expect(Object.keys(await on("2026-03-01"))).toEqual(["I-1"]);
    expect(await on("2026-03-03")).toMatchObject({
      "D-1": ["decided", 4, "accepted", "team"],
      "D-2": ["shaping", null, null, null],
      "D-4": ["shaping", null, null, null],
    });
    expect(await on("2026-03-05")).toMatchObject({
      "D-2": ["opened", null, null, null],
      "D-4": ["withdrawn", null, "withdrawn", null],
    });
    const sixth = await on("2026-03-06");
    expect(sixth["D-2"]).toEqual(["decided", 5, "accepted", "delegate"]);
    expect(sixth["D-5"]).toEqual(["waiting", null, "waiting", null]);
    expect(await t.refs({ asOf: "2026-03-03", phase: "shaping" })).toEqual(["D-2", "D-3", "D-4"]);
    expect(await t.refs({ asOf: "2026-03-05", level: 5 })).toEqual([]);
    expect(await t.refs({ asOf: "2026-03-05", phase: "opened" })).toEqual(["D-2"]);
  });

  it("offers what its decisions can be filtered by, and nothing that none has", async () => {
    expect(await t.ivo.ask("decisions.choices")).toEqual({
      years: [2026],
      kinds: ["note", "Prozess"],
      topics: [],
      areas: [{ area: t.area, name: "Release timing" }],
      levels: [4, 5],
      methods: ["advice"],
      phases: ["shaping", "decided", "withdrawn", "waiting"],
      goals: [{ goal: t.goal, words: "Fewer late ships" }],
    });
  });

  it("tells one made here as it tells every other: its facts, its history, its goal", async () => {
    const shown = await t.ivo.ask("decisions.show", { decision: t.advised.decision });
    expect(shown).toMatchObject({
      ref: "D-2",
      origin: "live",
      status: "decided",
      context: "Two releases came late.",
      reasons: "Calm nights.",
      authors: ["Grace"],
      openedOn: "2026-03-02",
      decidedOn: "2026-03-06",
      days: 4,
      outcome: "accepted",
      decidedBy: "delegate",
      decider: "Grace",
      deciderMember: t.grace.member,
      selfDecided: false,
      serves: { goal: t.goal, outcome: "Fewer late ships" },
      source: {},
    });
    expect(shown.steps.map(({ on, to }) => `${on} ${to}`)).toEqual([
      "2026-03-02 shaping",
      "2026-03-04 sealed",
      "2026-03-04 opened",
      "2026-03-06 decided",
    ]);
    const { decisions } = await t.ivo.ask("decisions.serving", { goal: t.goal });
    expect(decisions.map(({ ref }) => ref)).toEqual(["D-2"]);
  });

  it("counts them as the log says who decided, notes too", async () => {
    const overview = await t.ivo.ask("records.overview");
    expect(overview.totals).toMatchObject({ onRecord: 6, withVerdict: 3, withoutVerdict: 3 });
    expect(overview.years).toMatchObject([{ year: 2026, lead: 0, delegate: 1, team: 1, unknown: 1, total: 3 }]);
    // a note tells no day on which its question came up, so it says nothing of how long deciding takes
    expect(overview.time.byKind.find(({ decidedBy }) => decidedBy === "team")).toMatchObject({ n: 0 });
    expect(overview.time.byKind.find(({ decidedBy }) => decidedBy === "delegate")).toMatchObject({ n: 1, median: 4 });
  });
});

describe("one that takes another's place, and one that is taken back", () => {
  it("are told as imported ones are, from the day on which it happened", async () => {
    const s = await aTeam({ lead: "Nomsa", members: ["Grace"], at: "2026-03-02T09:00:00Z", timeZone: "UTC" });
    const note = (words: string) => s.nomsa.ask("decisions.note", { words, how: "alone" });
    const { areas } = await s.nomsa.ask("areas.make", {
      areas: [{ name: "Quay", level: 7, owner: s.nomsa.member }],
    });
    const decided = async (title: string) => {
      const { decision } = await s.nomsa.ask("decisions.propose", {
        title,
        proposal: "So.",
        area: areas[0]!,
        reversible: true,
      });
      const { n } = await s.nomsa.ask("decisions.deciding", { decision });
      await s.nomsa.ask("decisions.decide", { decision, n, outcome: "accepted" });
      return decision;
    };
    await expect(note("x")).rejects.toThrow();
    const [first, second] = [await decided("One crane"), await decided("Two ropes")];
    s.clock.pass(3 * dayMs);
    await s.nomsa.ask("decisions.review", {
      decision: second,
      verdict: "not",
      learned: "One was enough.",
      next: "reverse",
    });
    const { decision: third } = await s.nomsa.ask("decisions.review", {
      decision: first,
      verdict: "partly",
      learned: "Two are better.",
      next: "adapt",
    });
    s.clock.pass(3 * dayMs);
    const { n } = await s.nomsa.ask("decisions.deciding", { decision: third! });
    await s.nomsa.ask("decisions.decide", { decision: third!, n, outcome: "accepted" });

    const shown = await s.grace.ask("decisions.show", { decision: first });
    expect(shown).toMatchObject({ outcome: "superseded", supersededBy: [{ decision: third }] });
    expect(await s.grace.ask("decisions.show", { decision: third! })).toMatchObject({
      supersedes: [{ decision: first }],
    });
    const taken = await s.grace.ask("decisions.show", { decision: second });
    expect(taken.reversals).toEqual([
      { on: "2026-03-05", from: "decided", to: "reversed", heldDays: 3, kind: "overturned", kindGiven: true },
    ]);
    const on = async (asOf: string) =>
      Object.fromEntries(
        (await s.grace.ask("decisions.list", { asOf })).decisions.map((one) => [one.ref, [one.outcome, one.reversed]]),
      );
    expect(await on("2026-03-04")).toEqual({ "D-1": ["accepted", null], "D-2": ["accepted", null] });
    expect(await on("2026-03-06")).toEqual({
      "D-1": ["accepted", null],
      "D-2": ["accepted", "overturned"],
      "D-3": [null, null],
    });
    expect(await on("2026-03-08")).toMatchObject({ "D-1": ["superseded", null], "D-3": ["accepted", null] });
    const reversed = await s.grace.ask("decisions.list", { reversed: "any" });
    expect(reversed.decisions.map(({ ref }) => ref)).toEqual(["D-2"]);
  });
});
