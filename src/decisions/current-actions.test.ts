import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { aTeam, type Team, type TeamPerson } from "../../test/team.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function handedOver(level: number) {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen", "Divya"], observers: ["Ivo"] });
  const { areas } = await t.nomsa.ask("areas.make", { areas: [{ name: "On-call", owner: t.grace.member, level }] });
  return { t, area: areas[0]! };
}
const inDays = (t: Pick<Team<never>, "clock">, days: number) =>
  new Date(t.clock.now().getTime() + days * dayMs).toISOString();
/** What waits for somebody, as lines. */
const waiting = async (who: TeamPerson) =>
  (await who.ask("decisions.waiting")).waiting.map(
    ({ kind, title, n, on }) => `${kind} ${title}${n > 1 ? ` ${n}` : ""}${on ? ` ${on}` : ""}`,
  );
const mine = async (who: TeamPerson, which: "going" | "decided" = "going") =>
  Object.fromEntries((await who.ask("decisions.current", { which })).decisions.map(({ title, mine }) => [title, mine]));
const show = (who: TeamPerson, decision: string) => who.ask("decisions.deciding", { decision });
/** Begins a round as whoever holds it. */
async function round(
  t: Pick<Team<never>, "clock">,
  who: TeamPerson,
  decision: string,
  more: { method?: "advice" | "consent"; days?: number; electors?: string[] } = {},
) {
  const { n } = await show(who, decision);
  const { round } = await who.ask("decisions.beginRound", {
    decision,
    n,
    method: more.method ?? "advice",
    exit: more.method === "consent" ? "another_round" : null,
    dueAt: inDays(t, more.days ?? 1),
    electors: more.electors ?? [],
  });
  return round;
}
const voice = (who: TeamPerson, round: string, stance: "agree" | "consent" | "object", reason = "") =>
  who.ask("decisions.voice", { round, stance, reason });

describe("what waits for me", () => {
  it("a consent round at 4 from end to end", async () => {
    const { t, area } = await handedOver(4);
    const title = "Pager";
    const { decision } = await t.chen.ask("decisions.propose", { title, area, proposal: "Buy one" });
    expect(await waiting(t.grace)).toEqual([`take_up_asked ${title} 2026-03-02`]);
    expect(await waiting(t.chen)).toEqual([]);
    expect([await mine(t.grace), await mine(t.nomsa)]).toEqual([{ [title]: "take_up" }, { [title]: null }]);
    await t.grace.ask("decisions.takeUp", { decision });
    expect(await mine(t.grace)).toEqual({ [title]: "begin" });
    expect(await waiting(t.grace)).toEqual([]);

    const one = await round(t, t.grace, decision, { method: "consent" });
    for (const who of [t.grace, t.chen, t.divya])
      expect(await waiting(who)).toEqual([`voice_asked ${title} 2026-03-03`]);
    for (const who of [t.nomsa, t.ivo]) expect(await waiting(who)).toEqual([]);
    await voice(t.chen, one, "object", "It is loud");
    expect(await waiting(t.chen)).toEqual([]);
    await voice(t.grace, one, "consent");
    await voice(t.divya, one, "consent");
    await expect.poll(async () => (await show(t.grace, decision)).phase).toBe("opened");
    expect(await waiting(t.nomsa)).toEqual([`lead_voice_asked ${title} 2026-03-03`]);
    expect(await mine(t.nomsa)).toEqual({ [title]: "lead_voice" });
    expect(await waiting(t.grace)).toEqual([`objection_stands ${title} 2026-03-02`]);
    expect(await mine(t.grace)).toEqual({ [title]: "integrate" });

    const { objections, n } = await show(t.grace, decision);
    await t.grace.ask("decisions.newVersion", { decision, n, proposal: "Rent one", integrates: [objections[0]!.id] });
    const two = await round(t, t.grace, decision, { method: "consent" });
    for (const who of [t.grace, t.chen, t.divya]) await voice(who, two, "consent");
    await expect.poll(async () => (await show(t.grace, decision)).phase).toBe("opened");
    // the lead's window is open still: nothing waits for whoever looks after it
    expect(await waiting(t.grace)).toEqual([]);
    t.clock.pass(dayMs);
    expect(await waiting(t.nomsa)).toEqual([]);
    expect(await waiting(t.grace)).toEqual([`decide_ready ${title} 2026-03-02`]);
    await t.grace.ask("decisions.sumUp", { decision, words: "Nobody minds" });
    expect(await waiting(t.chen)).toEqual([`heard_asked ${title}`]);
    await t.chen.ask("decisions.sayHeard", { decision, heard: true });
    expect(await waiting(t.chen)).toEqual([]);
    expect(await waiting(t.nomsa)).toEqual([]);

    const last = await show(t.grace, decision);
    await t.grace.ask("decisions.decide", { decision, n: last.n, outcome: "accepted", review: "2026-03-10" });
    expect(await waiting(t.grace)).toEqual([]);
    expect(await mine(t.grace, "decided")).toEqual({ [title]: null });
    t.clock.pass(7 * dayMs);
    expect(await waiting(t.grace)).toEqual([`decision_review_due ${title} 2026-03-10`]);
    expect(await mine(t.grace, "decided")).toEqual({ [title]: "review" });
    expect(await waiting(t.chen)).toEqual([]);
    // whoever proposed it, when whoever held it is gone
    await t.nomsa.ask("people.removeFromTeam", { member: t.grace.member });
    expect(await waiting(t.chen)).toEqual([`decision_review_due ${title} 2026-03-10`]);
    expect(await waiting(t.grace)).toEqual([]);
  });

  it("tells nobody, by any word of it, whether anybody else has spoken", async () => {
    const { t, area } = await handedOver(4);
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area, proposal: "Buy one" });
    const one = await round(t, t.grace, decision, { method: "consent" });
    const everybody = [t.nomsa, t.grace, t.chen, t.divya, t.ivo];
    const told = async (who: TeamPerson) => {
      const current = await who.ask("decisions.current", {});
      for (const { round } of current.decisions) if (round) round.spoken = 0;
      return JSON.stringify([(await who.ask("decisions.waiting")).waiting, current]);
    };
    const before = await Promise.all(everybody.map(told));
    await voice(t.chen, one, "object", "It is loud");
    const after = await Promise.all(everybody.map(told));
    const changed = everybody.filter((_, n) => before[n] !== after[n]);
    expect(changed.map(({ user }) => user.name)).toEqual(["Chen"]);
    const [line] = (await t.divya.ask("decisions.current", {})).decisions;
    expect(line!.round).toMatchObject({ n: 1, electors: 3, spoken: 1 });
  });

  it("somebody of another team whom a guardrail names finds their voice there, and nothing else", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const sam = await t.joins("Sam");
    await t.nomsa.ask("people.removeFromTeam", { member: sam.member });
    const guardrails = [{ id: randomUUID(), kind: "ask" as const, members: [sam.member], team: null }];
    const { areas } = await t.nomsa.ask("areas.make", {
      areas: [{ name: "On-call", owner: t.grace.member, level: 6, guardrails }],
    });
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area: areas[0]!, proposal: "Buy" });
    expect(await mine(t.grace)).toEqual({ Pager: "begin" });
    expect(await waiting(sam)).toEqual([]);
    const one = await round(t, t.grace, decision);
    expect(await waiting(sam)).toEqual(["voice_asked Pager 2026-03-03"]);
    expect((await show(sam, decision)).rounds[0]!.whyNotSpeak).toBeNull();
    await voice(sam, one, "agree");
    expect(await waiting(sam)).toEqual([]);
    await expect.poll(async () => (await show(t.grace, decision)).phase).toBe("opened");
    expect(await waiting(t.grace)).toEqual(["decide_ready Pager 2026-03-02"]);
  });

  it("questions wait for whoever decides at 1 to 3, before it and after, until somebody answers", async () => {
    const { t, area } = await handedOver(1);
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area, proposal: "Buy one" });
    const ask = (words: string) => t.chen.ask("decisions.remark", { decision, kind: "question", words });
    const { remark } = await ask("How many?");
    await ask("Why?");
    expect(await waiting(t.nomsa)).toEqual(["take_up_asked Pager 2026-03-02", "questions_open Pager 2"]);
    await t.nomsa.ask("decisions.takeUp", { decision });
    expect(await mine(t.nomsa)).toEqual({ Pager: "decide" });
    await t.grace.ask("decisions.remark", { decision, kind: "fact", words: "Two", answers: remark });
    const { n } = await show(t.nomsa, decision);
    await t.nomsa.ask("decisions.decide", { decision, n, outcome: "accepted", reasons: "Nights" });
    expect(await waiting(t.nomsa)).toEqual(["questions_open Pager"]);
    expect(await mine(t.nomsa, "decided")).toEqual({ Pager: "answer" });
    expect(await waiting(t.grace)).toEqual([]);
  });

  it("what stands still, what waited until today, and a step-in to look back at", async () => {
    const { t, area } = await handedOver(6);
    const propose = async (title: string, decideBy: string | null = null) =>
      (await t.grace.ask("decisions.propose", { title, area, proposal: "x", decideBy })).decision;
    await propose("Late", "2026-03-04");
    const waits = await propose("Waits");
    await t.grace.ask("decisions.wait", { decision: waits, until: "2026-03-05", why: "Prices change" });
    const lent = await propose("Lent", "2026-03-20");
    await t.nomsa.ask("decisions.stepIn", {
      decision: lent,
      howBad: 3,
      howSoon: 3,
      howLong: 3,
      undo: 3,
      reason: "It harms people",
      scope: "This one",
      level: 2,
      until: "2026-03-04",
    });
    // on loan: whoever stepped in decides it, and the owner has it back by itself
    expect(await mine(t.nomsa)).toMatchObject({ Lent: "decide" });
    expect(await mine(t.grace)).toEqual({ Late: "decide", Waits: null, Lent: null });
    expect([await waiting(t.grace), await waiting(t.nomsa)]).toEqual([[], []]);
    t.clock.pass(3 * dayMs);
    expect(await waiting(t.grace)).toEqual(["decision_stalled Late 2026-03-04", "wait_over Waits 2026-03-05"]);
    expect(await mine(t.grace)).toEqual({ Late: "decide", Waits: "resume", Lent: "decide" });
    expect(await waiting(t.nomsa)).toEqual(["step_in_review Lent 2026-03-04"]);
    const [stepIn] = (await show(t.nomsa, lent)).stepIns;
    await t.nomsa.ask("areas.reviewStepIn", {
      stepIn: stepIn!.id,
      intended: "Calm",
      happened: "Calm",
      because: "",
      keep: "",
    });
    expect(await waiting(t.nomsa)).toEqual([]);
  });

  it("what nobody who may holds any more is somebody else's to take up", async () => {
    const { t, area } = await handedOver(5);
    const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area });
    await t.nomsa.ask("areas.hold", { area, part: "deputy", member: t.chen.member });
    expect(await waiting(t.chen)).toEqual([]);
    await t.nomsa.ask("people.removeFromTeam", { member: t.grace.member });
    expect(await waiting(t.chen)).toEqual(["take_up_asked Pager 2026-03-02"]);
    await t.chen.ask("decisions.takeUp", { decision });
    expect(await waiting(t.chen)).toEqual([]);
  });
});

describe("what a team is deciding", () => {
  it("is for the people of the team, what is nearest to its end first, a page at a time", async () => {
    const { t, area } = await handedOver(4);
    const propose = async (title: string, decideBy: string | null = null) =>
      (await t.grace.ask("decisions.propose", { title, area, proposal: "x", decideBy })).decision;
    await propose("No day");
    await propose("Far", "2026-05-01");
    await propose("Near", "2026-03-10");
    const sealed = await propose("Sealed");
    await round(t, t.grace, sealed, { method: "consent" });
    const waits = await propose("Waits");
    await t.grace.ask("decisions.wait", { decision: waits, until: "2026-03-05", why: "Prices change" });
    await t.grace.ask("decisions.withdraw", { decision: await propose("Gone") });
    await t.grace.ask("decisions.note", { words: "Noted", area, how: "together" });
    const of = async (more: Record<string, unknown>) => {
      const { total, decisions } = await t.ivo.ask("decisions.current", more);
      return [total, decisions.map(({ title }) => title)];
    };
    expect(await of({})).toEqual([5, ["Sealed", "Near", "Far", "No day", "Waits"]]);
    expect(await of({ offset: 1, limit: 2 })).toEqual([5, ["Near", "Far"]]);
    expect(await of({ which: "decided" })).toEqual([1, ["Noted"]]);
    const { decisions, whyNotPropose } = await t.ivo.ask("decisions.current", {});
    expect(whyNotPropose).toContain("Observers look on");
    expect(decisions[0]).toMatchObject({ level: 4, area: { name: "On-call" }, holder: { name: "Grace" }, mine: null });
    expect(decisions[4]).toMatchObject({ phase: "waiting", on: "2026-03-05" });
    const out = await t.joins("Omar");
    await t.nomsa.ask("people.removeFromTeam", { member: out.member });
    expect(await out.refused("decisions.current", {})).toBe("decisions.not_in_team");
  });

  it("asks as many statements about nine decisions as about one", async () => {
    const { t, area } = await handedOver(4);
    /** How many statements one answer takes, whatever else this process asks meanwhile. */
    const statements = async () => {
      const spied = vi.spyOn(pg.Client.prototype, "query");
      await t.grace.ask("decisions.waiting");
      const { calls, contexts } = spied.mock;
      const begins = calls.findIndex(([text]) => String(text).startsWith("begin read only"));
      const n = contexts.filter((client, at) => at >= begins && client === contexts[begins]).length;
      spied.mockRestore();
      return n;
    };
    await t.chen.ask("decisions.propose", { title: "One", area });
    const one = await statements();
    for (let n = 0; n < 8; n += 1) await t.chen.ask("decisions.propose", { title: `Question ${n}`, area });
    expect(await statements()).toBe(one);
    expect(one).toBeGreaterThan(5);
    expect(one).toBeLessThan(14);
  });
});

it("what is being decided in one area is asked for by itself, however much else is", async () => {
  const { t, area } = await handedOver(6);
  for (const title of ["Lunch", "Dinner"]) await t.chen.ask("decisions.propose", { title });
  const { decision } = await t.grace.ask("decisions.propose", { title: "Pager", area });
  const { total, decisions } = await t.ivo.ask("decisions.current", { area, limit: 1 });
  expect([total, decisions.map(({ id }) => id)]).toEqual([1, [decision]]);
  expect((await t.ivo.ask("decisions.current", { area: randomUUID() })).total).toBe(0);
});
