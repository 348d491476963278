import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aTeam, type OperationsByName, type Team, type TeamPerson } from "../../test/team.ts";
import type { InputOf } from "../foundation/contract.ts";

type Guardrail = NonNullable<InputOf<OperationsByName["areas.make"]>["areas"][number]["guardrails"]>[number];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A team with one area that Grace owns. */
async function handedOver(level: number, guardrails: Guardrail[] = []) {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen", "Divya"], observers: ["Ivo"] });
  const area = await make(t, { owner: t.grace.member, level, guardrails });
  return { t, area };
}
async function make(
  t: Team<"Nomsa">,
  one: { name?: string; owner?: string; level: number; guardrails?: Guardrail[] },
): Promise<string> {
  const { areas } = await t.nomsa.ask("areas.make", { areas: [{ name: "On-call", ...one }] });
  return areas[0]!;
}
const goalOf = async (t: Team<"Nomsa">, outcome = "Nobody wakes twice") =>
  (
    await t.nomsa.ask("direction.makeGoal", {
      outcome,
      measure: { kind: "done" },
      owner: t.nomsa.member,
      due: "2026-06-01",
      serves: { kind: "nothing" },
    })
  ).goal;
const noticesFor = async (who: TeamPerson) =>
  (await who.ask("notices.list", {})).notices
    .filter(({ kind }) => kind.startsWith("decisions."))
    .map(({ kind, settled }) => `${kind.slice("decisions.".length)}${settled ? " settled" : ""}`);
const show = (who: TeamPerson, decision: string) => who.ask("decisions.deciding", { decision });
/** What stands in the tables, behind the door. */
const stands = async (t: Team<never>, decision: string) => {
  const { rows } = await t.house.owner.query(
    `select d.ref, d.kind, d.status, d.outcome, d.decided_by, d.decider, d.decided_on::text, d.leads_own, p.holder_id as holder, p.version, p.n,
      p.phase, p.level, (select array_agg(v.proposal order by v.n) from decision_version v where v.decision_id = d.id) as versions
     from decision d join deciding p on p.decision_id = d.id where d.id = $1`,
    [decision],
  );
  return rows[0];
};

describe("proposing", () => {
  it.each([
    [1, "nomsa"],
    [2, "nomsa"],
    [3, "nomsa"],
    [4, "grace"],
    [5, "grace"],
    [6, "grace"],
    [7, "grace"],
  ] as const)("at level %i: %s takes it up; whoever else proposes asks them", async (level, taker) => {
    const { t, area } = await handedOver(level);
    const mine = await t[taker].ask("decisions.propose", { title: "Pager", area });
    expect(mine.taken).toBe(true);
    expect((await stands(t, mine.decision)).holder).toBe(t[taker].member);
    const theirs = await t.chen.ask("decisions.propose", { title: "Rota", area });
    expect(theirs.taken).toBe(false);
    expect((await stands(t, theirs.decision)).holder).toBeNull();
    expect(await noticesFor(t[taker])).toEqual(["proposed"]);
    const notTaker = taker === "nomsa" ? t.grace : t.nomsa;
    expect(await noticesFor(notTaker)).toEqual([]);
    expect(await notTaker.refused("decisions.takeUp", { decision: theirs.decision })).toBe(
      taker === "nomsa" ? "decisions.lead_takes_up" : "decisions.owner_takes_up",
    );
    await t[taker].ask("decisions.takeUp", { decision: theirs.decision });
    expect((await stands(t, theirs.decision)).holder).toBe(t[taker].member);
    expect(await noticesFor(t[taker])).toEqual(["proposed settled"]);
    expect(await t[taker].refused("decisions.takeUp", { decision: theirs.decision })).toBe("decisions.already_yours");
  });

  it("without an area it starts at level 4 and is whoever's who proposes it", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"], observers: ["Ivo"] });
    const { taken, decision, ref } = await t.grace.ask("decisions.propose", { title: "Which room" });
    expect({ taken, ref }).toEqual({ taken: true, ref: "D-1" });
    expect(await stands(t, decision)).toMatchObject({
      status: "shaping",
      outcome: null,
      decided_by: null,
      level: null,
    });
    expect(await t.ivo.refused("decisions.propose", { title: "x" })).toBe("decisions.observers_look_on");
  });

  it("at 5 and more, where nobody owns the area, nobody can take it up until somebody does", async () => {
    const { t, area } = await handedOver(5);
    await t.nomsa.ask("areas.hold", { area, part: "deputy", member: t.chen.member });
    await t.nomsa.ask("people.removeFromTeam", { member: t.grace.member });
    const { decision } = await t.divya.ask("decisions.propose", { title: "Pager", area });
    // the deputy while nobody owns it
    expect(await noticesFor(t.chen)).toEqual(["proposed"]);
    await t.nomsa.ask("people.removeFromTeam", { member: t.chen.member });
    expect(await t.nomsa.refused("decisions.takeUp", { decision })).toBe("decisions.nobody_holds_it");
  });

  it("is called by the next free name, also by many at once, and past what an imported record calls its own", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
    for (const ref of ["D-2", "D-900", "D-x"]) {
      await t.house.owner.query(
        `insert into decision (workspace_id, id, team_id, origin, ref, title, topics, authors, handed_to, supersedes, superseded_by,
          self_decided, leads_own, source, changed_at) values ($1, $2, $3, 'imported', $4, 'Old', '{}', '{}', '{}', '{}', '{}', false, false, '{}', $5)`,
        [t.workspace, randomUUID(), t.team, ref, t.clock.now()],
      );
    }
    const people = [t.nomsa, t.grace, t.chen];
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, n) => people[n % 3]!.ask("decisions.propose", { title: `Question ${n}` })),
    );
    expect(made.map(({ ref }) => ref).sort()).toEqual(["D-1", "D-3", "D-4", "D-5", "D-6", "D-7"]);
  });

  it("names only what is there: area, goal, people, days, and what an experiment needs", async () => {
    const { t } = await handedOver(4);
    const other = await aTeam({ lead: "Nomsa" });
    const refused = (draft: Record<string, unknown>) =>
      t.grace.refused("decisions.propose", { title: "Pager", ...draft });
    expect(await refused({ area: await make(other, { level: 4 }) })).toBe("decisions.no_such_area");
    expect(await refused({ goal: await goalOf(other) })).toBe("decisions.no_such_goal");
    expect(await refused({ affected: [other.nomsa.member] })).toBe("decisions.not_in_the_team");
    expect(await refused({ decideBy: "2026-03-01" })).toBe("decisions.day_is_past");
    expect(await refused({ shape: "experiment", endsOn: "2026-03-01", stopRule: "x" })).toBe("decisions.day_is_past");
    expect(await refused({ shape: "experiment", endsOn: "2026-04-01" })).toBe("decisions.experiment_needs");
    expect(await refused({ shape: "experiment", stopRule: "Two bad nights" })).toBe("decisions.experiment_needs");
    const nobodys = await make(t, { name: "Rooms", level: 4 });
    await t.nomsa.ask("areas.close", { area: nobodys, closed: true });
    expect(await refused({ area: nobodys })).toBe("decisions.no_such_area");
    const sam = await t.stranger();
    expect(await sam.refused("decisions.propose", { title: "x" })).toBe("not_found");
    const out = await t.joins("Omar");
    await t.nomsa.ask("people.removeFromTeam", { member: out.member });
    expect(await out.refused("decisions.propose", { title: "x" })).toBe("decisions.not_in_team");
    await t.nomsa.ask("people.closeTeam", { closed: true });
    expect(await refused({})).toBe("people.team_closed");
  });
});

describe("changing it while it is shaped", () => {
  it("writes the first version anew, counts the change, and lets nobody overwrite another's", async () => {
    const { t, area } = await handedOver(4);
    const goal = await goalOf(t);
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area, proposal: "Buy one" });
    const changed = await t.grace.ask("decisions.change", {
      decision,
      n: 1,
      draft: { proposal: "Rent one", title: "A pager", goal, affected: [t.chen.member, t.ivo.member] },
    });
    expect(changed).toEqual({ n: 2 });
    expect(await stands(t, decision)).toMatchObject({ version: 1, n: 2, versions: ["Rent one"] });
    expect(await t.grace.refused("decisions.change", { decision, n: 1, draft: { title: "x" } })).toBe(
      "decisions.changed_meanwhile",
    );
    // what stands there already is no change
    expect(await t.grace.ask("decisions.change", { decision, n: 2, draft: { title: "A pager", goal } })).toEqual({
      n: 2,
    });
    for (const who of [t.chen, t.nomsa]) {
      expect(await who.refused("decisions.change", { decision, n: 2, draft: { title: "x" } })).toBe(
        "decisions.not_yours_to_change",
      );
    }
    expect(await t.ivo.refused("decisions.change", { decision, n: 2, draft: { title: "x" } })).toBe(
      "decisions.observers_look_on",
    );
    expect(await show(t.ivo, decision)).toMatchObject({
      title: "A pager",
      goal: { goal, words: "Nobody wakes twice" },
      affected: [{ name: "Chen" }, { name: "Ivo" }],
    });
  });

  it("a version that somebody was asked about is never written anew, not even by the database's own hand", async () => {
    const { t, area } = await handedOver(4);
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area, proposal: "Buy one" });
    await t.grace.ask("decisions.beginRound", {
      decision,
      n: 1,
      method: "consent",
      exit: "another_round",
      dueAt: new Date(t.clock.now().getTime() + dayMs).toISOString(),
    });
    expect(await t.grace.refused("decisions.change", { decision, n: 2, draft: { title: "x" } })).toBe(
      "decisions.not_in_this_phase",
    );
    const client = await t.engine.pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.workspace', $1, true)", [t.workspace]);
      const { rowCount } = await client.query(
        "update decision_version set proposal = 'Steal one' where workspace_id = $1 and decision_id = $2",
        [t.workspace, decision],
      );
      expect(rowCount).toBe(0);
    } finally {
      await client.query("rollback");
      client.release();
    }
    expect((await stands(t, decision)).versions).toEqual(["Buy one"]);
  });

  it("handed over after voices were heard, its words stay as they were: other words are another version", async () => {
    const { t, area } = await handedOver(3);
    const { decision } = await t.nomsa.ask("decisions.propose", { title: "Pager", area, proposal: "Buy one" });
    await t.nomsa.ask("decisions.beginRound", {
      decision,
      n: 1,
      method: "advice",
      dueAt: new Date(t.clock.now().getTime() + dayMs).toISOString(),
    });
    const { rounds } = await show(t.chen, decision);
    for (const who of [t.grace, t.chen, t.divya]) {
      await who.ask("decisions.voice", { round: rounds[0]!.id, stance: "agree" });
    }
    await expect.poll(async () => (await show(t.grace, decision)).phase).toBe("opened");
    const opened = await show(t.nomsa, decision);
    expect(await t.nomsa.refused("decisions.change", { decision, n: opened.n, draft: { proposal: "x" } })).toBe(
      "decisions.new_version_instead",
    );
    await t.nomsa.ask("decisions.overToYou", { decision, to: null });
    const { n } = await show(t.grace, decision);
    await t.grace.ask("decisions.change", { decision, n, draft: { proposal: "Rent one" } });
    expect(await stands(t, decision)).toMatchObject({ version: 2, versions: ["Buy one", "Rent one"] });
    // until somebody is asked about these, they may be written anew
    await t.grace.ask("decisions.change", { decision, n: n + 1, draft: { proposal: "Lend one" } });
    expect(await stands(t, decision)).toMatchObject({ version: 2, versions: ["Buy one", "Lend one"] });
  });

  it("is somebody else's to take up where its new facts say so, and they are asked", async () => {
    const { t, area } = await handedOver(6);
    const ours = await make(t, { name: "Rooms", owner: t.chen.member, level: 6 });
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area });
    await t.grace.ask("decisions.change", { decision, n: 1, draft: { area: ours } });
    expect((await stands(t, decision)).holder).toBeNull();
    expect(await noticesFor(t.chen)).toEqual(["proposed"]);
    // back to where it is hers
    await t.grace.ask("decisions.change", { decision, n: 2, draft: { area } });
    expect((await stands(t, decision)).holder).toBe(t.grace.member);
    expect(await noticesFor(t.chen)).toEqual(["proposed settled"]);
  });
});

describe("weighing", () => {
  it.each([
    [1, { decides: "lead", deciders: ["Nomsa"], mineAtOnce: false, alone: "lead_decides", together: "lead_decides" }],
    [3, { decides: "lead", deciders: ["Nomsa"], mineAtOnce: false, alone: "lead_decides", together: "lead_decides" }],
    [4, { decides: "round", deciders: [], mineAtOnce: true, alone: "together_here", together: null }],
    [5, { decides: "owner", deciders: ["Grace"], mineAtOnce: true, alone: null, together: null }],
    [7, { decides: "owner", deciders: ["Grace"], mineAtOnce: true, alone: null, together: null }],
  ] as const)("at level %i tells who decides, who takes it up and who may note it", async (level, expected) => {
    const { t, area } = await handedOver(level);
    const facts = { area, cost: null, reversible: null, goal: null };
    const { ahead, mineAtOnce, whyNotNoteAlone, whyNotNoteTogether } = await t.grace.ask("decisions.weigh", facts);
    expect({ level: ahead.level, decides: ahead.decides, deciders: ahead.deciders.map(({ name }) => name) }).toEqual({
      level,
      decides: expected.decides,
      deciders: expected.deciders,
    });
    expect(mineAtOnce).toBe(expected.mineAtOnce);
    expect([whyNotNoteAlone === null, whyNotNoteTogether === null]).toEqual([
      expected.alone === null,
      expected.together === null,
    ]);
    for (const [how, code] of [
      ["alone", expected.alone],
      ["together", expected.together],
    ] as const) {
      if (code) expect(await t.grace.refused("decisions.note", { words: "x", area, how })).toBe(`decisions.${code}`);
    }
  });

  it("shows the guardrail that brings the level down, whom it asks, and what is not known yet", async () => {
    const { t, area } = await handedOver(6, [
      { id: randomUUID(), kind: "cost", over: 500, currency: "EUR", level: 3 },
      { id: randomUUID(), kind: "one_way", level: 4 },
    ]);
    const weigh = async (facts: Record<string, unknown>) =>
      (await t.grace.ask("decisions.weigh", { area, cost: null, reversible: null, goal: null, ...facts })).ahead;
    expect(await weigh({})).toMatchObject({ level: 6, depends: ["cost", "reversible"] });
    expect(await weigh({ cost: { amount: 900, currency: "EUR" } })).toMatchObject({
      level: 3,
      because: [{ kind: "cost", level: 3, over: 500 }],
      depends: [],
      round: true,
      frozen: false,
    });
    expect(await weigh({ cost: { amount: 0, currency: "EUR" }, reversible: false })).toMatchObject({ level: 4 });
    expect(
      await t.grace.refused("decisions.weigh", { area: randomUUID(), cost: null, reversible: null, goal: null }),
    ).toBe("decisions.no_such_area");
  });

  it("offers what a decision can name", async () => {
    const { t, area } = await handedOver(5, [{ id: randomUUID(), kind: "cost", over: 500, currency: "EUR", level: 3 }]);
    const goal = await goalOf(t);
    const { areas, goals, people, whyNotPropose } = await t.ivo.ask("decisions.choicesForDraft");
    const owner = { member: t.grace.member, name: "Grace", expected: false };
    expect(areas).toEqual([{ area, name: "On-call", level: 5, owner, currency: "EUR" }]);
    expect(goals).toEqual([{ goal, words: "Nobody wakes twice" }]);
    expect(people.map(({ name, lead }) => `${name}${lead ? " leads" : ""}`)).toEqual([
      "Nomsa leads",
      "Chen",
      "Divya",
      "Grace",
      "Ivo",
    ]);
    expect(whyNotPropose).toContain("Observers look on");
  });
});

describe("we decided", () => {
  it.each([
    [1, "nomsa", "alone", "lead", "Nomsa", { grace: ["told"], ivo: ["told"], nomsa: [] }],
    [2, "nomsa", "together", "lead", "Nomsa", { grace: ["told"], ivo: ["told"], nomsa: [] }],
    [3, "nomsa", "alone", "lead", "Nomsa", { grace: ["decided"], ivo: ["decided"], nomsa: [] }],
    [4, "chen", "together", "team", null, { grace: ["decided"], ivo: ["decided"], nomsa: ["decided"] }],
    [5, "grace", "alone", "delegate", "Grace", { grace: [], ivo: [], nomsa: ["told"] }],
    [6, "grace", "alone", "delegate", "Grace", { grace: [], ivo: [], nomsa: ["told"] }],
    [7, "grace", "alone", "delegate", "Grace", { grace: [], ivo: [], nomsa: [] }],
    [7, "divya", "together", "team", null, { grace: [], ivo: [], nomsa: [] }],
  ] as const)("at level %i %s notes it %s: the log has %s", async (level, who, how, by, decider, told) => {
    const { t, area } = await handedOver(level);
    const noted = await t[who].ask("decisions.note", { words: "Rota moves to Mondays", area, how });
    expect(noted).toMatchObject({ ref: "D-1", level });
    expect(await stands(t, noted.decision)).toMatchObject({
      kind: "note",
      status: "decided",
      phase: "decided",
      outcome: "accepted",
      decided_by: by,
      decider,
      decided_on: "2026-03-02",
      level,
      leads_own: by === "lead",
    });
    for (const [name, kinds] of Object.entries(told)) {
      expect([name, await noticesFor(t[name as keyof typeof told])]).toEqual([name, kinds]);
    }
    const { decisions } = await t.ivo.ask("decisions.list", { search: "Mondays" });
    expect(decisions).toMatchObject([{ ref: "D-1", outcome: "accepted", decidedBy: by }]);
  });

  it("is nobody's alone where a guardrail names people to be asked first", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], observers: ["Ivo"] });
    const guardrails: Guardrail[] = [{ id: randomUUID(), kind: "ask", members: [t.chen.member], team: null }];
    const area = await make(t, { owner: t.grace.member, level: 7, guardrails });
    const note = (how: "alone" | "together") => ({ words: "Rota moves", area, how });
    expect(await t.grace.refused("decisions.note", note("alone"))).toBe("decisions.ask_them_first");
    await t.grace.ask("decisions.note", note("together"));
    expect(await t.ivo.refused("decisions.note", note("together"))).toBe("decisions.observers_look_on");
    // whoever was to be asked has gone: nobody is asked any more
    await t.nomsa.ask("people.removeMember", { member: t.chen.member });
    await t.grace.ask("decisions.note", note("alone"));
  });

  it("is taken back within a day, and leaves no verdict; later it is looked back at", async () => {
    const { t, area } = await handedOver(1);
    const { decision } = await t.nomsa.ask("decisions.note", { words: "Rota moves", area, how: "alone" });
    const second = await t.nomsa.ask("decisions.note", { words: "Rooms swap", area, how: "alone" });
    t.clock.pass(dayMs - 1);
    expect(await t.grace.refused("decisions.withdraw", { decision })).toBe("decisions.not_yours_to_withdraw");
    await t.nomsa.ask("decisions.withdraw", { decision });
    expect(await stands(t, decision)).toMatchObject({
      phase: "withdrawn",
      outcome: "withdrawn",
      decided_by: null,
      decider: null,
      leads_own: false,
    });
    // whoever was told of it is told that it is not so
    expect(await noticesFor(t.grace)).toContain("withdrawn");
    t.clock.pass(1);
    expect(await t.nomsa.refused("decisions.withdraw", { decision: second.decision })).toBe(
      "decisions.decided_already",
    );
  });

  it("grows into a full record, once", async () => {
    const { t, area } = await handedOver(7);
    const goal = await goalOf(t);
    const { decision } = await t.grace.ask("decisions.note", { words: "Rota moves", area, how: "alone" });
    const record = {
      decision,
      n: 1,
      context: "Sundays were hard",
      proposal: "Mondays at nine",
      options: ["Fridays"],
      reasons: "People sleep",
      expected: "Fewer swaps",
      confidence: 80,
      review: "2026-04-01",
      goal,
      outside: "The night desk",
      credits: [{ member: t.chen.member, part: "helped" as const }],
    };
    expect(await t.grace.refused("decisions.grow", { ...record, review: "2026-03-01" })).toBe("decisions.day_is_past");
    expect(await t.grace.refused("decisions.grow", { ...record, goal: randomUUID() })).toBe("decisions.no_such_goal");
    const other = await aTeam({ lead: "Nomsa" });
    expect(
      await t.grace.refused("decisions.grow", { ...record, credits: [{ member: other.nomsa.member, part: "did" }] }),
    ).toBe("decisions.not_in_the_team");
    expect(await t.chen.refused("decisions.grow", record)).toBe("decisions.not_yours_to_change");
    await t.grace.ask("decisions.grow", record);
    expect(await show(t.chen, decision)).toMatchObject({
      shape: "decision",
      phase: "decided",
      context: "Sundays were hard",
      proposal: "Mondays at nine",
      goal: { goal },
      decided: {
        reasons: "People sleep",
        confidence: 80,
        review: "2026-04-01",
        credits: [{ name: "Chen", part: "helped" }],
      },
    });
    expect((await stands(t, decision)).versions).toEqual(["Mondays at nine"]);
    expect(await t.grace.refused("decisions.grow", { ...record, n: 2 })).toBe("decisions.not_a_note");
    expect(await t.grace.refused("decisions.withdraw", { decision })).toBe("decisions.decided_already");
  });
});

describe("beside a decision", () => {
  it("questions go to whoever holds it, answers to whoever asked, and what is taken back is gone", async () => {
    const { t, area } = await handedOver(5);
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area });
    const say = (
      who: TeamPerson,
      kind: "comment" | "question" | "fact",
      words: string,
      answers: string | null = null,
    ) => who.ask("decisions.remark", { decision, kind, words, answers });
    const { remark: asked } = await say(t.chen, "question", "How many nights?");
    expect(await noticesFor(t.grace)).toEqual(["question"]);
    const { remark: answer } = await say(t.grace, "fact", "Eleven", asked);
    expect(await noticesFor(t.grace)).toEqual(["question settled"]);
    expect(await noticesFor(t.chen)).toEqual(["answered"]);
    // a lead brings facts, and no opinion before the others
    expect(await t.nomsa.refused("decisions.remark", { decision, kind: "comment", words: "No", answers: asked })).toBe(
      "decisions.lead_speaks_last",
    );
    await say(t.nomsa, "fact", "Twelve in May", answer);
    expect(await t.chen.refused("decisions.remark", { decision, kind: "question", words: "Why", answers: asked })).toBe(
      "invalid",
    );
    const shown = (await show(t.chen, decision)).remarks;
    expect(shown.map(({ words, answers, by, mine }) => [words, answers === asked, by.name, by.lead, mine])).toEqual([
      ["How many nights?", false, "Chen", false, true],
      ["Eleven", true, "Grace", false, false],
      ["Twelve in May", true, "Nomsa", true, false],
    ]);
    expect(await t.grace.refused("decisions.takeBackRemark", { remark: asked })).toBe("decisions.not_yours_to_change");
    await t.chen.ask("decisions.takeBackRemark", { remark: asked });
    expect(await t.chen.refused("decisions.takeBackRemark", { remark: asked })).toBe("decisions.no_such_remark");
    expect((await show(t.chen, decision)).remarks.map(({ words, answers }) => [words, answers])).toEqual([
      ["Eleven", null],
      ["Twelve in May", null],
    ]);
    const { rows } = await t.house.owner.query("select words from decision_remark where id = $1", [asked]);
    expect(rows).toEqual([{ words: "" }]);
    const another = await t.grace.ask("decisions.propose", { title: "Rota", area });
    expect(
      await t.grace.refused("decisions.remark", {
        decision: another.decision,
        kind: "fact",
        words: "x",
        answers: answer,
      }),
    ).toBe("decisions.no_such_remark");
  });

  it("a question about what nobody took up goes to those who may", async () => {
    const { t, area } = await handedOver(2);
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area });
    await t.chen.ask("decisions.remark", { decision, kind: "question", words: "Why now?" });
    expect((await noticesFor(t.nomsa)).sort()).toEqual(["proposed", "question"]);
    expect(await noticesFor(t.grace)).toEqual([]);
  });
});

describe("withdrawing", () => {
  it("ends what is asked, and drops a sealed round unopened", async () => {
    const { t, area } = await handedOver(4);
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area, proposal: "Buy one" });
    await t.grace.ask("decisions.beginRound", {
      decision,
      n: 1,
      method: "consent",
      exit: "another_round",
      dueAt: new Date(t.clock.now().getTime() + dayMs).toISOString(),
    });
    const { rounds } = await show(t.chen, decision);
    await t.chen.ask("decisions.voice", { round: rounds[0]!.id, stance: "object", reason: "A secret reason" });
    expect(await t.divya.refused("decisions.withdraw", { decision })).toBe("decisions.not_yours_to_withdraw");
    await t.grace.ask("decisions.withdraw", { decision, why: "Not needed any more" });
    expect(await stands(t, decision)).toMatchObject({ phase: "withdrawn", outcome: "withdrawn", decided_by: null });
    const seen = await show(t.divya, decision);
    expect(seen).toMatchObject({ why: "Not needed any more", rounds: [{ openedAt: null, result: null, mine: null }] });
    expect(seen.rounds[0]!.droppedAt).not.toBeNull();
    expect(JSON.stringify(seen)).not.toContain("secret");
    expect(await noticesFor(t.divya)).toEqual(["withdrawn", "voice_asked settled"]);
    expect(await t.grace.refused("decisions.withdraw", { decision })).toBe("decisions.not_in_this_phase");
    expect((await t.divya.ask("decisions.waiting")).waiting).toEqual([]);
  });
});

describe("the whole of a decision", () => {
  it("is for its team and for whom a round asks; an imported one has no such page", async () => {
    const { t } = await handedOver(4);
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager" });
    const out = await t.joins("Omar");
    await t.nomsa.ask("people.removeFromTeam", { member: out.member });
    expect(await out.refused("decisions.deciding", { decision })).toBe("decisions.not_in_team");
    expect(await out.refused("decisions.deciding", { decision: randomUUID() })).toBe("decisions.no_such_decision");
    const imported = randomUUID();
    await t.house.owner.query(
      `insert into decision (workspace_id, id, team_id, origin, ref, title, topics, authors, handed_to, supersedes, superseded_by,
        self_decided, leads_own, source, changed_at) values ($1, $2, $3, 'imported', 'PEP-1', 'Old', '{}', '{}', '{}', '{}', '{}', false, false, '{}', $4)`,
      [t.workspace, imported, t.team, t.clock.now()],
    );
    expect(await t.grace.refused("decisions.deciding", { decision: imported })).toBe("decisions.not_made_here");
    expect(await t.grace.refused("decisions.versions", { decision: imported })).toBe("decisions.not_made_here");
    expect(await out.refused("decisions.deciding", { decision: imported })).toBe("decisions.not_in_team");
  });
});

describe("a closed team", () => {
  it("decides nothing any more; what it was deciding stays to be read", async () => {
    const { t, area } = await handedOver(4);
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", proposal: "Two of us", area });
    const { n } = await show(t.grace, decision);
    await t.nomsa.ask("people.closeTeam", { closed: true });
    expect(await t.grace.refused("decisions.change", { decision, n, draft: { title: "Phone" } })).toBe(
      "people.team_closed",
    );
    expect(await t.grace.refused("decisions.withdraw", { decision })).toBe("people.team_closed");
    expect(await show(t.chen, decision)).toMatchObject({ title: "Pager", phase: "shaping" });
  });
});
