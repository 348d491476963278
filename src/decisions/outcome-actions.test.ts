import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { aTeam, type Team, type TeamPerson } from "../../test/team.ts";
import { asTheClock } from "../foundation/as-the-clock.ts";
import { decisionsDue } from "./due-actions.ts";
import { attendToRounds } from "./opening-actions.ts";
import { forgetMember, ownDecisions } from "./own-store.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
type People = "Nomsa" | "Grace" | "Chen" | "Divya" | "Ivo";
type Here = { t: Team<People>; area: string };

/** A team with one area that Grace owns. */
async function handedOver(level: number, guardrails: Record<string, unknown>[] = []): Promise<Here> {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen", "Divya"], observers: ["Ivo"] });
  const card = { money: { amount: 10_000, currency: "EUR" }, scope: "Rota", escalation: "Nomsa" };
  const { areas } = await t.nomsa.ask("areas.make", {
    areas: [{ name: "On-call", level, owner: t.grace.member, guardrails: guardrails as never, ...card }],
  });
  return { t, area: areas[0]! };
}
type Draft = Partial<Parameters<TeamPerson["ask"]>[1]> & Record<string, unknown>;
async function propose({ area }: Here, who: TeamPerson, draft: Draft = {}): Promise<string> {
  const known = { cost: { amount: 100, currency: "EUR" }, reversible: true };
  const { decision } = await who.ask("decisions.propose", {
    title: "Pager",
    proposal: "Two of us carry it",
    area,
    ...known,
    ...draft,
  } as never);
  return decision;
}
/** What stands in the tables, behind the door. */
async function stands({ t }: Here, decision: string) {
  const { rows } = await t.house.owner.query(
    `select d.status, d.outcome, d.decided_on::text, d.decided_by, d.decider, d.decider_member, d.basis, d.reasons, d.self_decided,
      d.leads_own, d.handed_to, d.supersedes, d.superseded_by, p.phase, p.n, p.level, p.handed_level, p.holder_id, p.heard,
      p.effect_on::text, p.review_on::text, p.wait_until::text, p.why, p.confidence, p.expected, p.adapts,
      (select json_agg(r order by r.n) from decision_reversal r where r.decision_id = d.id) as reversals,
      (select json_agg(json_build_object('member', c.member_id, 'part', c.part) order by c.part)
        from decision_credit c where c.decision_id = d.id) as credits,
      (select count(*)::integer from decision_heard h where h.decision_id = d.id) as heard_by
     from decision d join deciding p on p.workspace_id = d.workspace_id and p.decision_id = d.id where d.id = $1`,
    [decision],
  );
  return rows[0];
}
const nOf = async (here: Here, decision: string): Promise<number> => (await stands(here, decision)).n;
type Ask = Record<string, unknown>;
const decideInput = async (here: Here, decision: string, rest: Ask) =>
  ({ decision, n: await nOf(here, decision), outcome: "accepted", ...rest }) as never;
const decide = async (here: Here, who: TeamPerson, decision: string, rest: Ask = {}) =>
  who.ask("decisions.decide", await decideInput(here, decision, rest));
const notDecided = async (here: Here, who: TeamPerson, decision: string, rest: Ask = {}) =>
  who.refused("decisions.decide", await decideInput(here, decision, rest));

async function begin(here: Here, who: TeamPerson, decision: string, rest: Ask = {}): Promise<string> {
  const dueAt = new Date(here.t.clock.now().getTime() + 3 * dayMs).toISOString();
  const n = await nOf(here, decision);
  const { round } = await who.ask("decisions.beginRound", { decision, n, method: "advice", dueAt, ...rest } as never);
  return round;
}
const voice = (who: TeamPerson, round: string, stance: string, reason = "") =>
  who.ask("decisions.voice", { round, stance, reason } as never);
const sumUp = (who: TeamPerson, decision: string) => who.ask("decisions.sumUp", { decision, words: "Nights are hard" });
const due = ({ t }: Here) => asTheClock(t.engine, t.workspace, decisionsDue);
const noticesFor = async (who: TeamPerson, kinds?: readonly string[]) =>
  (await who.ask("notices.list", {})).notices
    .map(({ kind, settled }) => ({ kind: kind.replace(/^decisions\./, ""), settled }))
    .filter(({ kind }) => !kinds || kinds.includes(kind))
    .map(({ kind, settled }) => `${kind}${settled ? " settled" : ""}`);
const stepIn = (who: TeamPerson, decision: string, rest: Ask = {}) =>
  who.ask("decisions.stepIn", { ...loan(decision), ...rest } as never);
const loan = (decision: string) => ({
  decision,
  howBad: 3,
  howSoon: 3,
  howLong: 3,
  undo: 3,
  reason: "The pager is dead",
  scope: "Tonight's rota",
  level: 1,
  until: "2026-03-04",
});
/** A decision of Grace's at level 6, decided. */
async function decided(here: Here, rest: Ask = {}, draft: Draft = {}): Promise<string> {
  const decision = await propose(here, here.t.grace, draft);
  await decide(here, here.t.grace, decision, rest);
  return decision;
}

describe("a decision is played to its end", () => {
  it("at level 1 by a lead, with reasons; the team is told afterwards", async () => {
    const here = await handedOver(1);
    const { t } = here;
    const decision = await propose(here, t.chen);
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.lead_decides");
    expect(await notDecided(here, t.ivo, decision)).toBe("decisions.observers_look_on");
    expect(await notDecided(here, t.nomsa, decision)).toBe("decisions.reasons_needed");
    await decide(here, t.nomsa, decision, { reasons: "Nights must be covered", confidence: 80, review: "2026-04-01" });
    expect(await stands(here, decision)).toMatchObject({
      phase: "decided",
      status: "decided",
      outcome: "accepted",
      decided_on: "2026-03-02",
      decided_by: "lead",
      decider: "Nomsa",
      decider_member: t.nomsa.member,
      basis: "at level 1 · Tell",
      reasons: "Nights must be covered",
      confidence: 80,
      review_on: "2026-04-01",
      level: 1,
      holder_id: t.nomsa.member,
      leads_own: false,
      effect_on: null,
    });
    for (const who of [t.grace, t.chen, t.divya]) expect(await noticesFor(who)).toContain("told");
    expect(await noticesFor(t.nomsa)).toEqual(["proposed settled"]);
  });

  it("at level 2 by a lead, with a later day on which it takes effect; the team is told before", async () => {
    const here = await handedOver(2);
    const { t } = here;
    const decision = await propose(here, t.nomsa);
    const reasons = "Cheaper";
    for (const effectOn of [null, "2026-03-01", "2026-03-02"]) {
      expect(await notDecided(here, t.nomsa, decision, { reasons, effectOn })).toBe("decisions.effect_needed");
    }
    await decide(here, t.nomsa, decision, { reasons, effectOn: "2026-03-09" });
    expect(await stands(here, decision)).toMatchObject({
      decided_by: "lead",
      basis: "at level 2 · Sell",
      effect_on: "2026-03-09",
      leads_own: true,
    });
    const { notices } = await t.chen.ask("notices.list", {});
    const told = notices.find(({ kind }) => kind === "decisions.told");
    expect(told?.text).toBe("Nomsa decided “Pager”. It does not take effect yet: ask what you want to ask.");
  });

  it("at level 3 by a lead, after the team was heard and what was heard is written", async () => {
    const here = await handedOver(3);
    const { t } = here;
    const decision = await propose(here, t.nomsa);
    const reasons = "As you said";
    expect(await notDecided(here, t.nomsa, decision, { reasons })).toBe("decisions.hear_first");
    const round = await begin(here, t.nomsa, decision);
    expect(await notDecided(here, t.nomsa, decision, { reasons })).toBe("decisions.still_sealed");
    for (const who of [t.grace, t.chen, t.divya]) await voice(who, round, "agree");
    expect(await notDecided(here, t.nomsa, decision, { reasons })).toBe("decisions.sum_up_first");
    await sumUp(t.nomsa, decision);
    expect(await notDecided(here, t.nomsa, decision)).toBe("decisions.reasons_needed");
    await decide(here, t.nomsa, decision, { reasons });
    expect(await stands(here, decision)).toMatchObject({
      decided_by: "lead",
      basis: "at level 3 · Consult, after advice",
    });
    for (const who of [t.grace, t.chen, t.divya, t.ivo]) expect(await noticesFor(who)).toContain("decided");
  });

  it("at level 4 by the round: whoever looks after it writes down what it said, when the lead had the time to speak", async () => {
    const here = await handedOver(4);
    const { t } = here;
    const decision = await propose(here, t.chen);
    await t.grace.ask("decisions.takeUp", { decision });
    const round = await begin(here, t.grace, decision, { method: "consent", exit: "another_round" });
    for (const who of [t.grace, t.chen, t.divya]) await voice(who, round, "consent");
    await sumUp(t.grace, decision);
    expect(await notDecided(here, t.nomsa, decision)).toBe("decisions.round_decides");
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.lead_may_still_speak");
    await voice(t.nomsa, round, "consent");
    expect(await notDecided(here, t.grace, decision, { outcome: "rejected" })).toBe("decisions.round_carried");
    await decide(here, t.grace, decision);
    expect(await stands(here, decision)).toMatchObject({
      decided_by: "team",
      decider: null,
      decider_member: null,
      basis: "at level 4 · Agree, by consent",
    });
    expect(await noticesFor(t.nomsa)).toContain("decided");
  });

  it("at level 5 by its owner after advice; silence and the lead's time stop nobody", async () => {
    const here = await handedOver(5);
    const { t } = here;
    const decision = await propose(here, t.grace, { affected: [t.chen.member, t.divya.member] });
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.hear_first");
    const round = await begin(here, t.grace, decision);
    await voice(t.chen, round, "against", "Not on Sundays");
    t.clock.pass(3 * dayMs + hourMs);
    await attendToRounds(t.engine);
    await sumUp(t.grace, decision);
    expect(await notDecided(here, t.nomsa, decision)).toBe("decisions.owner_decides");
    // nomsa has a day still, and divya said nothing
    await decide(here, t.grace, decision);
    expect(await stands(here, decision)).toMatchObject({
      decided_by: "delegate",
      decider: "Grace",
      basis: "at level 5 · Advise, after advice",
      decided_on: "2026-03-05",
    });
    for (const who of [t.chen, t.divya]) expect(await noticesFor(who)).toContain("decided");
  });

  it("at level 6 by its owner alone; the lead is told afterwards, others are not", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await decided(here);
    expect(await stands(here, decision)).toMatchObject({ decided_by: "delegate", basis: "at level 6 · Inquire" });
    expect(await noticesFor(t.nomsa)).toEqual(["told"]);
    expect(await noticesFor(t.chen)).toEqual([]);
  });

  it("at level 7 by its owner alone; it is in the log and nobody is told but who proposed it", async () => {
    const here = await handedOver(7);
    const { t } = here;
    const decision = await propose(here, t.chen);
    await t.grace.ask("decisions.takeUp", { decision });
    await decide(here, t.grace, decision, { outcome: "rejected" });
    expect(await stands(here, decision)).toMatchObject({ outcome: "rejected", basis: "at level 7 · Delegate" });
    expect(await noticesFor(t.nomsa)).toEqual([]);
    expect(await noticesFor(t.divya)).toEqual([]);
    expect(await noticesFor(t.chen)).toEqual(["decided"]);
  });

  it("by an owner who leads the team it is a lead's decision", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const { areas } = await t.nomsa.ask("areas.make", {
      areas: [{ name: "Budget", level: 6, owner: t.nomsa.member }],
    });
    const decision = await propose({ t, area: areas[0]! }, t.nomsa);
    await decide(here, t.nomsa, decision);
    expect(await stands(here, decision)).toMatchObject({ decided_by: "lead", leads_own: true });
  });
});

describe("deciding", () => {
  it("is done once, however many decide at once, and on what was read", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await propose(here, t.grace);
    const input = await decideInput(here, decision, {});
    const codes = await Promise.all(
      [1, 2, 3].map(() =>
        t.grace.ask("decisions.decide", input).then(
          () => "yes",
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(codes.sort()).toEqual(["decisions.changed_meanwhile", "decisions.changed_meanwhile", "yes"]);
    expect(await noticesFor(t.nomsa)).toEqual(["told"]);
    const { rows } = await t.house.owner.query(
      `select count(*)::integer as n from decision_step where decision_id = $1 and to_status = 'decided'`,
      [decision],
    );
    expect(rows[0].n).toBe(1);
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.not_in_this_phase");
  });

  it("needs what the level depends on, a proposal or reasons, and the goal and sentences a guardrail asks for", async () => {
    const guardrails = [
      { id: crypto.randomUUID(), kind: "cost", over: 1_000, currency: "EUR", level: 4 },
      { id: crypto.randomUUID(), kind: "one_way", level: 4 },
      { id: crypto.randomUUID(), kind: "goal" },
      { id: crypto.randomUUID(), kind: "text", words: "Never on a Friday" },
    ];
    const here = await handedOver(6, guardrails);
    const { t } = here;
    const refusedWith = async (draft: Draft, rest: Ask = {}) =>
      notDecided(here, t.grace, await propose(here, t.grace, draft), rest);
    expect(await refusedWith({ cost: null, reversible: null })).toBe("decisions.cost_needed");
    expect(await refusedWith({ reversible: null })).toBe("decisions.door_needed");
    expect(await refusedWith({})).toBe("decisions.goal_needed");
    const { goal } = await t.nomsa.ask("direction.makeGoal", {
      outcome: "Nobody wakes twice",
      measure: { kind: "done" },
      owner: t.nomsa.member,
      due: "2026-06-01",
      serves: { kind: "nothing" },
    });
    expect(await refusedWith({ goal })).toBe("decisions.read_them_first");
    expect(await refusedWith({ goal, proposal: "" }, { acknowledged: true })).toBe("decisions.no_proposal");
    const decision = await propose(here, t.grace, { goal, proposal: "" });
    await decide(here, t.grace, decision, { acknowledged: true, reasons: "Settled on the phone" });
    expect(await stands(here, decision)).toMatchObject({ outcome: "accepted", level: 6 });
    // what costs more is decided together, whoever owns it
    expect(await refusedWith({ goal, cost: { amount: 2_000, currency: "EUR" } }, { acknowledged: true })).toBe(
      "decisions.hear_first",
    );
  });

  it("hears those whom a guardrail names, at levels that ask nobody else", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const { areas } = await t.nomsa.ask("areas.make", {
      areas: [
        {
          name: "Data",
          level: 6,
          owner: t.grace.member,
          guardrails: [{ id: crypto.randomUUID(), kind: "ask", members: [t.divya.member], team: null }],
        },
      ],
    });
    const decision = await propose({ t, area: areas[0]! }, t.grace);
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.hear_first");
    const round = await begin(here, t.grace, decision);
    await voice(t.divya, round, "agree");
    await decide(here, t.grace, decision);
    expect(await stands(here, decision)).toMatchObject({ basis: "at level 6 · Inquire, after advice" });
    expect(await noticesFor(t.divya)).toContain("decided");
  });

  it("looks back at an experiment on the day it ends, and refuses a day that is past", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const experiment = { shape: "experiment", stopRule: "Two bad nights", endsOn: "2026-03-30" };
    const decision = await propose(here, t.grace, experiment);
    expect(await notDecided(here, t.grace, decision, { review: "2026-03-01" })).toBe("decisions.day_is_past");
    await decide(here, t.grace, decision);
    expect(await stands(here, decision)).toMatchObject({ review_on: "2026-03-30" });
  });

  it("credits who is or was in the team, each part once, and nobody else", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await propose(here, t.grace);
    await t.chen.ask("people.removeFromTeam", { member: t.chen.member });
    const credits = [
      { member: t.divya.member, part: "did" },
      { member: t.chen.member, part: "helped" },
      { member: t.chen.member, part: "helped" },
    ];
    const outsider = { member: crypto.randomUUID(), part: "helped" };
    expect(await notDecided(here, t.grace, decision, { credits: [...credits, outsider] })).toBe(
      "decisions.not_in_the_team",
    );
    await decide(here, t.grace, decision, { credits });
    expect((await stands(here, decision)).credits).toEqual([
      { member: t.divya.member, part: "did" },
      { member: t.chen.member, part: "helped" },
    ]);
  });

  it("a round that missed its quorum carries nothing; one that met it does", async () => {
    const here = await handedOver(4);
    const { t } = here;
    const decision = await propose(here, t.grace);
    const round = await begin(here, t.grace, decision, { method: "majority", quorum: 100 });
    await voice(t.grace, round, "yes");
    // once it is extended by its own length, then it opens
    for (let times = 0; times < 2; times++) {
      t.clock.pass(3 * dayMs + hourMs);
      await attendToRounds(t.engine);
    }
    t.clock.pass(2 * dayMs);
    await sumUp(t.grace, decision);
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.round_said_nothing");
    await decide(here, t.grace, decision, { outcome: "rejected" });
    expect(await stands(here, decision)).toMatchObject({ outcome: "rejected", decided_by: "team" });

    const other = await propose(here, t.grace);
    const second = await begin(here, t.grace, other, { method: "majority", quorum: 60 });
    await voice(t.grace, second, "yes");
    await voice(t.chen, second, "yes");
    t.clock.pass(3 * dayMs + hourMs);
    await attendToRounds(t.engine);
    t.clock.pass(2 * dayMs);
    await sumUp(t.grace, other);
    await decide(here, t.grace, other);
    expect(await stands(here, other)).toMatchObject({ basis: "at level 4 · Agree, by majority" });
  });

  it("an objection that stands stops a yes", async () => {
    const here = await handedOver(4);
    const { t } = here;
    const decision = await propose(here, t.grace);
    const round = await begin(here, t.grace, decision, { method: "consent", exit: "another_round" });
    for (const who of [t.grace, t.chen]) await voice(who, round, "consent");
    await voice(t.divya, round, "object", "Nobody can drive at night");
    t.clock.pass(2 * dayMs);
    await sumUp(t.grace, decision);
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.objection_stands");
    await decide(here, t.grace, decision, { outcome: "rejected" });
  });
});

describe("what was heard", () => {
  async function opened() {
    const here = await handedOver(5);
    const { t } = here;
    const decision = await propose(here, t.grace, { affected: [t.chen.member, t.divya.member] });
    const round = await begin(here, t.grace, decision);
    await voice(t.chen, round, "agree");
    await voice(t.divya, round, "agree");
    return { here, t, decision };
  }

  it("is written by whoever decides and answered by those who spoke; a rewritten one is answered anew", async () => {
    const { here, t, decision } = await opened();
    const say = { decision, heard: true };
    expect(await t.chen.refused("decisions.sayHeard", say)).toBe("decisions.no_sum_up");
    expect(await t.nomsa.refused("decisions.sumUp", { decision, words: "x" })).toBe("decisions.not_yours_to_decide");
    expect(await t.ivo.refused("decisions.sumUp", { decision, words: "x" })).toBe("decisions.observers_look_on");
    await sumUp(t.grace, decision);
    for (const who of [t.chen, t.divya]) expect(await noticesFor(who)).toContain("summed_up");
    expect(await noticesFor(t.nomsa)).not.toContain("summed_up");
    expect(await t.grace.refused("decisions.sayHeard", say)).toBe("decisions.only_who_spoke");
    expect(await t.nomsa.refused("decisions.sayHeard", say)).toBe("decisions.only_who_spoke");
    await t.chen.ask("decisions.sayHeard", say);
    await t.chen.ask("decisions.sayHeard", { decision, heard: false, words: "I meant Sundays" });
    await t.divya.ask("decisions.sayHeard", say);
    expect((await stands(here, decision)).heard_by).toBe(2);
    await sumUp(t.grace, decision);
    expect((await stands(here, decision)).heard_by).toBe(0);
    await decide(here, t.grace, decision);
    expect(await t.chen.refused("decisions.sayHeard", say)).toBe("decisions.not_in_this_phase");
  });

  it("says in no event who spoke", async () => {
    const { t, decision } = await opened();
    await sumUp(t.grace, decision);
    await t.chen.ask("decisions.sayHeard", { decision, heard: true });
    const { rows } = await t.house.owner.query(`select kind, data from event where subject_id = $1 and actor_id = $2`, [
      decision,
      t.chen.member,
    ]);
    expect(rows).toEqual([]);
  });

  it("is not carried over to a new version and its voices", async () => {
    const { here, t, decision } = await opened();
    await sumUp(t.grace, decision);
    const n = await nOf(here, decision);
    await t.grace.ask("decisions.newVersion", { decision, n, proposal: "Three of us carry it" });
    const round = await begin(here, t.grace, decision);
    t.clock.pass(hourMs);
    await voice(t.chen, round, "agree");
    await voice(t.divya, round, "agree");
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.sum_up_first");
    await sumUp(t.grace, decision);
    await decide(here, t.grace, decision);
  });
});

describe("at 5 and more a lead cannot decide in the owner's place", () => {
  it.each([5, 6, 7])("at level %i", async (level) => {
    const here = await handedOver(level);
    const { t } = here;
    const decision = await propose(here, t.nomsa);
    const close = async () => {
      expect(await notDecided(here, t.nomsa, decision, { reasons: "x" })).toBe("decisions.owner_decides");
      expect(await t.nomsa.refused("decisions.wait", { decision, until: "2026-03-09", why: "x" })).toMatch(
        /not_yours_to_decide|not_in_this_phase/,
      );
      expect(await t.nomsa.refused("decisions.overToYou", { decision, to: null })).toBe("decisions.theirs_already");
      expect(await t.nomsa.refused("decisions.sumUp", { decision, words: "x" })).toMatch(
        /not_yours_to_decide|not_in_this_phase/,
      );
      expect(await t.nomsa.refused("decisions.takeUp", { decision })).toBe("decisions.owner_takes_up");
    };
    await close();
    await t.grace.ask("decisions.takeUp", { decision });
    const round = await begin(here, t.grace, decision, { electors: [t.chen.member] });
    expect(await notDecided(here, t.nomsa, decision, { reasons: "x" })).toBe("decisions.owner_decides");
    await voice(t.chen, round, "agree");
    await close();
    await t.grace.ask("decisions.wait", { decision, until: "2026-03-09", why: "Chen is away" });
    expect(await t.nomsa.refused("decisions.resume", { decision })).toBe("decisions.not_yours_to_decide");
    expect(await notDecided(here, t.nomsa, decision, { reasons: "x" })).toBe("decisions.owner_decides");
    await t.grace.ask("decisions.resume", { decision });
    // only a step-in, which everybody it affects sees
    await stepIn(t.nomsa, decision);
    await decide(here, t.nomsa, decision, { reasons: "The pager is dead" });
    expect(await stands(here, decision)).toMatchObject({
      decided_by: "lead",
      decider: "Nomsa",
      basis: expect.stringMatching(/^at level 1 · Tell, by a step-in/),
      holder_id: t.grace.member,
      level,
    });
    expect(await noticesFor(t.grace)).toContain("areas.stepped_in");
    expect(await noticesFor(t.grace)).toContain("told");
    expect(await noticesFor(t.chen)).toContain("stepped_in");
  });
});

describe("a step-in", () => {
  it("goes back by itself before it was used: the owner decides as before, and the lead does not", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await propose(here, t.grace);
    const read = await nOf(here, decision);
    await stepIn(t.nomsa, decision);
    const { decision: _, ...rest } = loan(decision);
    expect(await t.nomsa.refused("decisions.stepIn", { decision, ...rest })).toBe("decisions.stepped_in_already");
    // what she read before is not what stands now
    expect(await t.grace.refused("decisions.decide", { decision, n: read, outcome: "accepted" })).toBe(
      "decisions.changed_meanwhile",
    );
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.lead_decides");
    // the loan is until the end of 4 March where Nomsa is
    t.clock.set(new Date("2026-03-04T21:59:59Z"));
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.lead_decides");
    t.clock.set(new Date("2026-03-04T22:00:00Z"));
    expect(await notDecided(here, t.nomsa, decision, { reasons: "x" })).toBe("decisions.owner_decides");
    await decide(here, t.grace, decision);
    expect(await stands(here, decision)).toMatchObject({ decided_by: "delegate", basis: "at level 6 · Inquire" });
  });

  it("after it was used, the decision stays, and looking back is the owner's again", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await propose(here, t.grace);
    await stepIn(t.nomsa, decision);
    await decide(here, t.nomsa, decision, { reasons: "The pager is dead" });
    t.clock.pass(10 * dayMs);
    expect(await stands(here, decision)).toMatchObject({ decided_by: "lead", outcome: "accepted", level: 6 });
    await t.grace.ask("decisions.review", { decision, verdict: "worked", next: "keep" });
  });

  it("on the area lowers what is decided in it meanwhile, and the log says so", async () => {
    const here = await handedOver(6);
    const { t, area } = here;
    const decision = await propose(here, t.grace);
    const { decision: _, ...rest } = loan(decision);
    await t.nomsa.ask("areas.stepIn", { area, ...rest });
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.lead_decides");
    await decide(here, t.nomsa, decision, { reasons: "The pager is dead" });
    expect(await stands(here, decision)).toMatchObject({
      decided_by: "lead",
      basis: "at level 1 · Tell, by a step-in",
    });
    expect(await noticesFor(t.grace)).toContain("told");
    // the log tells the level at which it was decided, also when the loan is over
    const levels = async () => (await t.grace.ask("decisions.list", {})).decisions.map(({ level }) => level);
    expect(await levels()).toEqual([1]);
    t.clock.set(new Date("2026-03-05T00:00:00Z"));
    expect(await levels()).toEqual([1]);
    expect(await stands(here, await decided(here))).toMatchObject({ decided_by: "delegate" });
  });

  it("on the area does not keep what began under it: a round goes on, and afterwards it is the owner's to decide", async () => {
    const here = await handedOver(6);
    const { t, area } = here;
    const { decision: _, ...rest } = loan("");
    await t.nomsa.ask("areas.stepIn", { area, ...rest, level: 3 });
    const decision = await propose(here, t.nomsa);
    const round = await begin(here, t.nomsa, decision);
    for (const who of [t.grace, t.chen, t.divya]) await voice(who, round, "agree");
    const { ahead } = await t.grace.ask("decisions.deciding", { decision });
    expect(ahead).toMatchObject({ level: 3, frozen: true, decides: "lead", loan: { by: "Nomsa", level: 3, back: 6 } });
    t.clock.set(new Date("2026-03-04T22:00:00Z"));
    const after = await t.grace.ask("decisions.deciding", { decision });
    expect(after.ahead).toMatchObject({ level: 6, decides: "owner", loan: null });
    expect(await notDecided(here, t.nomsa, decision, { reasons: "x" })).toBe("decisions.owner_decides");
    await t.grace.ask("decisions.takeUp", { decision });
    await decide(here, t.grace, decision);
    expect(await stands(here, decision)).toMatchObject({ decided_by: "delegate", level: 6 });
  });

  it("drops a sealed round when it decides: its voices are never opened", async () => {
    const here = await handedOver(5);
    const { t } = here;
    const decision = await propose(here, t.grace, { affected: [t.chen.member, t.divya.member] });
    const round = await begin(here, t.grace, decision);
    await voice(t.chen, round, "against", "Not on Sundays");
    await stepIn(t.nomsa, decision);
    await decide(here, t.nomsa, decision, { reasons: "The pager is dead" });
    t.clock.pass(10 * dayMs);
    await attendToRounds(t.engine);
    expect(await t.nomsa.refused("decisions.voices", { round })).toBe("decisions.still_sealed");
    expect(await t.divya.refused("decisions.voice", { round, stance: "agree" })).toBe("decisions.round_dropped");
    const { rows } = await t.house.owner.query(
      `select opened_at, dropped_at is not null as dropped from decision_round where id = $1`,
      [round],
    );
    expect(rows).toEqual([{ opened_at: null, dropped: true }]);
    expect(await stands(here, decision)).toMatchObject({ basis: "at level 1 · Tell, by a step-in" });
  });

  it("is for leads, for what is not theirs, with an end within thirty days and a lower level", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await propose(here, t.grace);
    const { decision: _, ...rest } = loan(decision);
    const refused = (who: TeamPerson, more: Ask) =>
      who.refused("decisions.stepIn", { decision, ...rest, ...more } as never);
    expect(await refused(t.chen, {})).toBe("decisions.only_the_lead");
    expect(await refused(t.nomsa, { until: "2026-03-01" })).toBe("areas.loan_ends_past");
    expect(await refused(t.nomsa, { until: "2026-06-01" })).toBe("areas.loan_too_long");
    const low = await handedOver(3);
    const leads = await propose(low, low.t.nomsa);
    expect(await low.t.nomsa.refused("decisions.stepIn", { ...loan(leads) })).toBe("decisions.yours_already");
    await decide(here, t.grace, decision);
    expect(await refused(t.nomsa, {})).toBe("decisions.not_in_this_phase");
  });
});

describe("over to you", () => {
  it("hands a lead's decision to one member, who decides after advice, whatever was heard for the lead", async () => {
    const here = await handedOver(3);
    const { t } = here;
    const decision = await propose(here, t.nomsa, { affected: [t.chen.member] });
    const round = await begin(here, t.nomsa, decision);
    for (const who of [t.grace, t.chen, t.divya]) await voice(who, round, "agree");
    await sumUp(t.nomsa, decision);
    const hand = (to: string | null) => ({ decision, to, why: "You know the nights" });
    expect(await t.grace.refused("decisions.overToYou", hand(t.grace.member))).toBe("decisions.only_the_lead");
    expect(await t.nomsa.refused("decisions.overToYou", hand(t.ivo.member))).toBe("decisions.not_in_the_team");
    expect(await t.nomsa.refused("decisions.overToYou", hand(t.nomsa.member))).toBe("decisions.yours_already");
    t.clock.pass(hourMs);
    await t.nomsa.ask("decisions.overToYou", hand(t.divya.member));
    expect(await stands(here, decision)).toMatchObject({
      phase: "shaping",
      level: 3,
      handed_level: 5,
      holder_id: t.divya.member,
      handed_to: ["Divya"],
      heard: null,
    });
    expect(await noticesFor(t.divya)).toContain("handed_over");
    expect(await noticesFor(t.grace)).toContain("handed_over");
    expect(await notDecided(here, t.nomsa, decision, { reasons: "x" })).toBe("decisions.owner_decides");
    expect(await t.nomsa.refused("decisions.overToYou", hand(null))).toBe("decisions.theirs_already");
    expect(await notDecided(here, t.divya, decision)).toBe("decisions.hear_first");
    const second = await begin(here, t.divya, decision);
    await voice(t.chen, second, "agree");
    await sumUp(t.divya, decision);
    await decide(here, t.divya, decision);
    expect(await stands(here, decision)).toMatchObject({
      decided_by: "delegate",
      decider: "Divya",
      basis: "at level 5 · Advise, after advice",
      self_decided: false,
    });
  });

  it("falls to the area's owner where whoever it was handed to leaves the team", async () => {
    const here = await handedOver(3);
    const { t } = here;
    const decision = await propose(here, t.nomsa);
    await t.nomsa.ask("decisions.overToYou", { decision, to: t.divya.member });
    expect(await t.grace.refused("decisions.takeUp", { decision })).toBe("decisions.owner_takes_up");
    await t.divya.ask("people.removeFromTeam", { member: t.divya.member });
    await t.grace.ask("decisions.takeUp", { decision });
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.hear_first");
    expect(await notDecided(here, t.nomsa, decision, { reasons: "x" })).toBe("decisions.owner_decides");
  });

  it("hands it to the team, which decides in a round that its owner looks after", async () => {
    const here = await handedOver(1);
    const { t } = here;
    const decision = await propose(here, t.nomsa);
    await t.nomsa.ask("decisions.overToYou", { decision, to: null });
    expect(await stands(here, decision)).toMatchObject({ handed_level: 4, holder_id: t.grace.member, handed_to: [] });
    for (const who of [t.grace, t.chen, t.divya]) expect(await noticesFor(who)).toContain("handed_over");
    expect(await notDecided(here, t.grace, decision)).toBe("decisions.hear_first");
    const round = await begin(here, t.grace, decision, { method: "consent", exit: "wait" });
    for (const who of [t.grace, t.chen, t.divya]) await voice(who, round, "consent");
    await voice(t.nomsa, round, "consent");
    await sumUp(t.grace, decision);
    await decide(here, t.grace, decision);
    expect(await stands(here, decision)).toMatchObject({ decided_by: "team", basis: "at level 4 · Agree, by consent" });
  });
});

describe("agreeing to wait", () => {
  it("is an outcome while it waits, and none when it comes back", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await propose(here, t.chen);
    await t.grace.ask("decisions.takeUp", { decision });
    const wait = { decision, until: "2026-03-10", why: "Until the tender is in" };
    expect(await t.chen.refused("decisions.wait", wait)).toBe("decisions.not_yours_to_decide");
    expect(await t.grace.refused("decisions.wait", { ...wait, until: "2026-03-02" })).toBe("decisions.day_is_past");
    await t.grace.ask("decisions.wait", wait);
    expect(await stands(here, decision)).toMatchObject({
      phase: "waiting",
      status: "waiting",
      outcome: "waiting",
      wait_until: "2026-03-10",
      why: "Until the tender is in",
      decided_on: null,
      decided_by: null,
    });
    expect(await noticesFor(t.chen)).toContain("waits");
    await due(here);
    expect(await noticesFor(t.grace, ["wait_over"])).toEqual([]);
    // the tenth begins in Johannesburg two hours before it begins in Greenwich
    t.clock.set(new Date("2026-03-09T22:00:00Z"));
    await due(here);
    await due(here);
    expect(await noticesFor(t.grace, ["wait_over"])).toEqual(["wait_over"]);
    expect(await t.chen.refused("decisions.resume", { decision })).toBe("decisions.not_yours_to_decide");
    await t.grace.ask("decisions.resume", { decision });
    expect(await stands(here, decision)).toMatchObject({
      phase: "shaping",
      outcome: null,
      wait_until: null,
      why: null,
    });
    expect(await noticesFor(t.grace, ["wait_over"])).toEqual(["wait_over settled"]);
    expect(await t.grace.refused("decisions.resume", { decision })).toBe("decisions.not_in_this_phase");
    await decide(here, t.grace, decision);
    expect(await stands(here, decision)).toMatchObject({ outcome: "accepted" });
  });

  it("keeps what was heard, on the words it was said of", async () => {
    const here = await handedOver(5);
    const { t } = here;
    const decision = await propose(here, t.grace, { affected: [t.chen.member] });
    const round = await begin(here, t.grace, decision);
    await voice(t.chen, round, "agree");
    await t.grace.ask("decisions.wait", { decision, until: "2026-03-10", why: "Chen is away" });
    await t.grace.ask("decisions.resume", { decision });
    expect(await stands(here, decision)).toMatchObject({ phase: "opened" });
    const n = await nOf(here, decision);
    expect(await t.grace.refused("decisions.change", { decision, n, draft: { proposal: "Other words" } })).toBe(
      "decisions.new_version_instead",
    );
    await sumUp(t.grace, decision);
    await decide(here, t.grace, decision);
  });
});

describe("looking back", () => {
  it("is for whoever proposed, held or decides it, and says what was learned when it did not simply work", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await decided(here, { review: "2026-04-01" });
    const review = { decision, verdict: "worked", next: "keep" } as const;
    expect(await t.chen.refused("decisions.review", review)).toBe("decisions.not_yours_to_review");
    expect(await t.ivo.refused("decisions.review", review)).toBe("decisions.observers_look_on");
    expect(await t.grace.refused("decisions.review", { ...review, verdict: "not" })).toBe("decisions.learned_needed");
    expect(await t.grace.refused("decisions.review", { ...review, again: "2026-03-02" })).toBe("decisions.day_is_past");
    await t.grace.ask("decisions.review", { ...review, again: "2026-05-01" });
    expect(await stands(here, decision)).toMatchObject({ phase: "decided", review_on: "2026-05-01" });
    expect(await t.grace.ask("decisions.review", review)).toEqual({ decision: null });
    expect(await stands(here, decision)).toMatchObject({
      phase: "reviewed",
      status: "reviewed",
      outcome: "accepted",
      reversals: null,
    });
    // what was put away can be taken out once more
    await t.grace.ask("decisions.review", { ...review, again: "2026-06-01" });
    expect(await stands(here, decision)).toMatchObject({ phase: "decided", review_on: "2026-06-01" });
  });

  it("adapts by a decision that is linked and takes its place when it is accepted", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await decided(here, {}, { affected: [t.chen.member], context: "Nights" });
    const { decision: next } = await t.grace.ask("decisions.review", {
      decision,
      verdict: "partly",
      next: "adapt",
      learned: "Sundays are different",
    });
    expect(await stands(here, next!)).toMatchObject({ phase: "shaping", adapts: decision, holder_id: t.grace.member });
    const shown = await t.grace.ask("decisions.deciding", { decision: next! });
    expect(shown).toMatchObject({
      title: "Pager",
      context: "Nights\n\nSundays are different",
      affected: [{ member: t.chen.member }],
      area: { area: here.area },
    });
    expect(await stands(here, decision)).toMatchObject({ phase: "reviewed", outcome: "accepted", superseded_by: [] });
    await decide(here, t.grace, next!);
    expect(await stands(here, decision)).toMatchObject({ outcome: "superseded", superseded_by: ["D-2"] });
    expect(await stands(here, next!)).toMatchObject({ outcome: "accepted", supersedes: ["D-1"] });
    // what has another in its place is not taken back as well
    const back = { decision, verdict: "not", next: "reverse", learned: "x" } as const;
    expect(await t.grace.refused("decisions.review", back)).toBe("decisions.not_in_this_phase");
  });

  it("leaves the old one in force where what adapts it is refused", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await decided(here);
    const adapt = { decision, verdict: "partly", next: "adapt", learned: "Sundays" } as const;
    const { decision: next } = await t.grace.ask("decisions.review", adapt);
    await decide(here, t.grace, next!, { outcome: "rejected" });
    expect(await stands(here, decision)).toMatchObject({ outcome: "accepted", superseded_by: [] });
  });

  it("reverses once, with how long it had held; the outcome stays what it was", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await decided(here);
    t.clock.pass(12 * dayMs);
    const reverse = { decision, verdict: "not", next: "reverse", learned: "Nobody slept" } as const;
    await t.grace.ask("decisions.review", reverse);
    expect(await stands(here, decision)).toMatchObject({
      phase: "reviewed",
      outcome: "accepted",
      reversals: [
        { kind: "overturned", kind_given: true, from_status: "decided", to_status: "reversed", held_days: 12 },
      ],
    });
    expect(await t.grace.refused("decisions.review", reverse)).toBe("decisions.not_in_this_phase");
  });

  it("tells those it concerned; an experiment that its rule ended is told as what it is", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const experiment = { shape: "experiment", stopRule: "Two bad nights", endsOn: "2026-03-30" };
    const decision = await propose(here, t.chen, experiment);
    await t.grace.ask("decisions.takeUp", { decision });
    await decide(here, t.grace, decision);
    const review = { decision, verdict: "not", next: "keep", learned: "Two is too few", byRule: true } as const;
    await t.grace.ask("decisions.review", review);
    const { notices } = await t.chen.ask("notices.list", {});
    expect(notices.find(({ kind }) => kind === "decisions.reviewed")?.text).toMatch(/ended early, as its stop rule/);
    expect(await noticesFor(t.grace)).not.toContain("reviewed");
  });
});

describe("calibration", () => {
  it("is mine alone: dots under twenty, bands from twenty on, the latest verdict each", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const made: string[] = [];
    for (let n = 0; n < 20; n++) made.push(await decided(here, { confidence: n < 10 ? 65 : 90 }));
    await decided(here); // without a confidence
    const unseen = await decided(here, { confidence: 50 }); // never looked back at
    const points = async () => t.grace.ask("decisions.calibration", {});
    expect(await points()).toEqual({ points: [], bands: null });
    for (const [n, decision] of made.slice(1).entries()) {
      await t.grace.ask("decisions.review", {
        decision,
        verdict: n % 2 === 0 ? "worked" : "partly",
        next: "keep",
        learned: "x",
      });
    }
    const under = await points();
    expect(under.points).toHaveLength(19);
    expect(under.bands).toBeNull();
    await t.grace.ask("decisions.review", { decision: made[0]!, verdict: "worked", next: "keep" });
    await t.grace.ask("decisions.review", { decision: made[0]!, verdict: "not", next: "keep", learned: "x" });
    const all = await points();
    expect(all.points).toHaveLength(20);
    expect(all.points.map(({ decision }) => decision)).not.toContain(unseen);
    expect(all.points.find(({ decision }) => decision === made[0])).toMatchObject({ verdict: "not", confidence: 65 });
    expect(all.points[0]!.decision).toBe(made.at(-1));
    expect(all.bands!.map(({ from, n }) => [from, n])).toEqual([
      [60, 10],
      [90, 10],
    ]);
    // 9 of the first ten: five worked, four partly, one not
    expect(all.bands![0]!.worked).toBeCloseTo(0.7);
    expect(await t.nomsa.ask("decisions.calibration", {})).toEqual({ points: [], bands: null });
  });
});

describe("what the clock brings", () => {
  it("asks whoever holds it to look back on the day, once, and no more after a month", async () => {
    const here = await handedOver(6);
    const { t } = here;
    await decided(here, { review: "2026-03-10" });
    t.clock.set(new Date("2026-03-09T21:59:00Z"));
    await due(here);
    expect(await noticesFor(t.grace, ["review_due"])).toEqual([]);
    t.clock.set(new Date("2026-03-09T22:00:00Z"));
    await due(here);
    await due(here);
    expect(await noticesFor(t.grace, ["review_due"])).toEqual(["review_due"]);
    expect(await noticesFor(t.nomsa, ["review_due"])).toEqual([]);
    await decided(here, { review: "2026-03-20" });
    t.clock.set(new Date("2026-05-01T00:00:00Z"));
    await due(here);
    expect(await noticesFor(t.grace, ["review_due"])).toEqual(["review_due"]);
  });

  it("prompts whoever holds it after a week without a move, and the leads five days later", async () => {
    const here = await handedOver(5);
    const { t } = here;
    await propose(here, t.grace);
    const prompts = async () => ({
      grace: await noticesFor(t.grace, ["stalled", "stalled_lead"]),
      nomsa: await noticesFor(t.nomsa, ["stalled", "stalled_lead"]),
      chen: await noticesFor(t.chen, ["stalled", "stalled_lead"]),
    });
    t.clock.pass(7 * dayMs - 1);
    await due(here);
    expect(await prompts()).toEqual({ grace: [], nomsa: [], chen: [] });
    t.clock.pass(1);
    await due(here);
    await due(here);
    expect(await prompts()).toEqual({ grace: ["stalled"], nomsa: [], chen: [] });
    t.clock.pass(5 * dayMs - 1);
    await due(here);
    expect((await prompts()).nomsa).toEqual([]);
    t.clock.pass(1);
    await due(here);
    await due(here);
    expect(await prompts()).toEqual({ grace: ["stalled"], nomsa: ["stalled_lead"], chen: [] });
  });

  it.each([6, 7])("does not tell the leads at level %i", async (level) => {
    const here = await handedOver(level);
    const { t } = here;
    await propose(here, t.grace);
    for (let day = 0; day < 20; day++) {
      t.clock.pass(dayMs);
      await due(here);
    }
    expect(await noticesFor(t.grace, ["stalled"])).toEqual(["stalled"]);
    expect(await noticesFor(t.nomsa, ["stalled_lead"])).toEqual([]);
  });

  it("prompts anew after a move, and those who may take it up where nobody has", async () => {
    const here = await handedOver(5);
    const { t } = here;
    const decision = await propose(here, t.chen);
    t.clock.pass(7 * dayMs);
    await due(here);
    const { notices } = await t.grace.ask("notices.list", {});
    expect(notices.find(({ kind }) => kind === "decisions.stalled")?.text).toBe(
      "Nobody has taken up “Pager” yet. It can be yours.",
    );
    await t.grace.ask("decisions.takeUp", { decision });
    t.clock.pass(6 * dayMs);
    await due(here);
    expect(await noticesFor(t.nomsa, ["stalled_lead"])).toEqual([]);
    t.clock.pass(dayMs);
    await due(here);
    expect(await noticesFor(t.grace, ["stalled", "stalled settled"])).toHaveLength(2);
  });

  it("prompts when the day to decide by has passed where whoever holds it is", async () => {
    const here = await handedOver(6);
    const { t } = here;
    await propose(here, t.grace, { decideBy: "2026-03-04" });
    t.clock.set(new Date("2026-03-04T21:59:00Z"));
    await due(here);
    expect(await noticesFor(t.grace, ["stalled"])).toEqual([]);
    t.clock.set(new Date("2026-03-04T22:00:00Z"));
    await due(here);
    expect(await noticesFor(t.grace, ["stalled"])).toEqual(["stalled"]);
  });

  it("at a lead's level prompts the lead once, not twice", async () => {
    const here = await handedOver(3);
    const { t } = here;
    await propose(here, t.nomsa);
    for (let day = 0; day < 20; day++) {
      t.clock.pass(dayMs);
      await due(here);
    }
    expect(await noticesFor(t.nomsa, ["stalled", "stalled_lead"])).toEqual(["stalled"]);
  });
});

describe("my own data", () => {
  /** What the room holds of somebody, asked by themselves. */
  const ownOf = ({ t }: Here, who: TeamPerson) =>
    asTheClock(t.engine, t.workspace, async ({ db, workspace }) => {
      await sql`select set_config('app.member', ${who.member}, true)`.execute(db);
      return ownDecisions(db, workspace, who.member);
    });

  it("has my voice before the round opens, and never anybody else's", async () => {
    const here = await handedOver(5);
    const { t } = here;
    const decision = await propose(here, t.grace, { affected: [t.chen.member, t.divya.member] });
    const round = await begin(here, t.grace, decision);
    await voice(t.chen, round, "concern", "My own words");
    const others = [t.grace, t.nomsa, t.divya];
    const nobodyElseHasIt = async () => {
      for (const who of others) expect(JSON.stringify(await ownOf(here, who))).not.toContain("My own words");
    };
    expect((await ownOf(here, t.chen)).voices).toMatchObject([{ decision_id: decision, reason: "My own words" }]);
    await nobodyElseHasIt();
    await voice(t.divya, round, "agree");
    await sumUp(t.grace, decision);
    await t.chen.ask("decisions.sayHeard", { decision, heard: false, words: "Sundays" });
    await nobodyElseHasIt();
    expect(await ownOf(here, t.chen)).toMatchObject({
      decisions: [],
      voices: [{ stance: "concern" }],
      objections: [{ kind: "concern", words: "My own words" }],
      heard: [{ heard: false, words: "Sundays" }],
    });
    await decide(here, t.grace, decision, { credits: [{ member: t.chen.member, part: "helped" }] });
    await t.grace.ask("decisions.review", { decision, verdict: "worked", next: "keep", learned: "Ask earlier" });
    expect(await ownOf(here, t.grace)).toMatchObject({
      decisions: [{ title: "Pager", proposed: true, holds: true, decided: true }],
      voices: [],
      reviews: [{ learned: "Ask earlier" }],
    });
    expect((await ownOf(here, t.chen)).credits).toMatchObject([{ part: "helped" }]);
  });

  it("loses my name where it stood as words, when I am erased", async () => {
    const here = await handedOver(6);
    const { t } = here;
    const decision = await decided(here);
    const hers = await propose(here, t.chen);
    await asTheClock(t.engine, t.workspace, ({ db, workspace }) => forgetMember(db, workspace, t.grace.member));
    const { rows } = await t.house.owner.query(
      `select d.authors, d.decider, (select array_agg(s.by_words order by s.n) from decision_step s where s.decision_id = d.id) as by
       from decision d where d.id = any($1) order by d.ref`,
      [[decision, hers]],
    );
    expect(rows).toEqual([
      { authors: [], decider: null, by: [null, null] },
      { authors: ["Chen"], decider: null, by: ["Chen"] },
    ]);
  });
});
