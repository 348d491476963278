import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aTeam, type Team, type TeamPerson } from "../../test/team.ts";
import { dbOn } from "../foundation/db.ts";
import { callerWithoutRequest, run } from "../foundation/run.ts";
import { attendToRounds } from "./opening-actions.ts";
import { giveVoice } from "./voice-store.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Two leads, three members, an observer, and an area that Grace owns. */
async function aPlace(level = 4, guardrails: Record<string, unknown>[] = []) {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen", "Divya"], observers: ["Ivo"] });
  const pieter = await t.joins("Pieter", "lead");
  const { areas } = await t.nomsa.ask("areas.make", {
    areas: [{ name: "On-call", level, owner: t.grace.member, guardrails: guardrails as never }],
  });
  const place = { ...t, pieter, area: areas[0]! };
  /** Somebody of the workspace who is not in the team. */
  const outside = async (name: string): Promise<TeamPerson> => {
    const person = await t.joins(name);
    await t.nomsa.ask("people.removeFromTeam", { member: person.member });
    return person;
  };
  return { ...place, outside };
}
type Place = Awaited<ReturnType<typeof aPlace>>;
type Begin = Partial<Parameters<TeamPerson["ask"]>[1]> & Record<string, unknown>;

const aDecision = async (t: Place, by: TeamPerson, more: Record<string, unknown> = {}) =>
  (
    await by.ask("decisions.propose", {
      title: "Who carries the pager",
      proposal: "Two of us, a week each.",
      area: t.area,
      ...more,
    })
  ).decision;

const shown = (who: TeamPerson, decision: string) => who.ask("decisions.deciding", { decision });
const inAnHour = (t: Team<never>) => new Date(t.clock.now().getTime() + hourMs).toISOString();

const roundOf = async (t: Place, by: TeamPerson, decision: string, how: Begin = {}) => {
  const { n } = await shown(by, decision);
  return by.ask("decisions.beginRound", {
    decision,
    n,
    method: "consent",
    exit: "another_round",
    dueAt: inAnHour(t),
    ...how,
  } as never);
};

const noticesFor = async (who: TeamPerson) =>
  (await who.ask("notices.list", {})).notices
    .filter(({ kind }) => kind.startsWith("decisions."))
    .map(({ kind, settled }) => `${kind.slice("decisions.".length)}${settled ? " settled" : ""}`);
const said = async (who: TeamPerson, round: string) =>
  (await who.ask("decisions.voices", { round })).voices.map(
    ({ by, stance, reason, last }) => `${by.name} ${stance}${reason && `: ${reason}`}${last ? " (last)" : ""}`,
  );
/** The voices that the app's own role finds in a workspace, as one member or as nobody. */
async function voicesSeen(t: Team<never>, member: string | null): Promise<string[]> {
  const client = await t.engine.pool.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.workspace', $1, true), set_config('app.member', $2, true)", [
      t.workspace,
      member ?? "",
    ]);
    const { rows } = await client.query<{ reason: string }>("select reason from voice order by reason");
    return rows.map(({ reason }) => reason);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

describe("a consent round at level 4", () => {
  it("opens when everybody spoke; the leads speak last; an objection is integrated and a new round carries it", async () => {
    const t = await aPlace(4);
    const decision = await aDecision(t, t.grace);
    const begun = await roundOf(t, t.grace, decision);
    expect(begun).toMatchObject({ electors: 3, opened: false });
    const { round } = begun;
    expect(await noticesFor(t.chen)).toEqual(["voice_asked"]);
    expect(await noticesFor(t.nomsa)).toEqual([]);

    await t.chen.ask("decisions.voice", { round, stance: "object", reason: "Weekends are not covered." });
    expect(await noticesFor(t.chen)).toEqual(["voice_asked settled"]);
    expect(await t.nomsa.refused("decisions.voice", { round, stance: "consent" })).toBe("decisions.lead_comes_last");
    expect(await t.ivo.refused("decisions.voice", { round, stance: "consent" })).toBe("decisions.no_voice_here");
    expect(await t.grace.refused("decisions.voice", { round, stance: "object" })).toBe("decisions.reason_needed");
    expect(await t.grace.refused("decisions.voice", { round, stance: "yes" })).toBe("decisions.stance_not_here");
    for (const who of [t.grace, t.nomsa, t.ivo]) {
      expect(await who.refused("decisions.voices", { round })).toBe("decisions.still_sealed");
      const { rounds, phase } = await shown(who, decision);
      expect({ phase, ...rounds[0] }).toMatchObject({
        phase: "sealed",
        electors: 3,
        spoken: 1,
        result: null,
        mine: null,
      });
    }
    expect((await shown(t.chen, decision)).rounds[0]!.mine).toMatchObject({ stance: "object" });

    // somebody changes their mind, and counts once
    await t.grace.ask("decisions.voice", { round, stance: "concern", reason: "It is dear." });
    await t.grace.ask("decisions.voice", { round, stance: "consent" });
    expect((await shown(t.divya, decision)).rounds[0]).toMatchObject({ spoken: 2, openedAt: null });
    await t.divya.ask("decisions.voice", { round, stance: "aside" });

    const open = await shown(t.ivo, decision);
    expect(open.phase).toBe("opened");
    expect(open.rounds[0]).toMatchObject({
      openedBecause: "all_spoke",
      spoken: 3,
      result: { tally: { object: 1, consent: 1, aside: 1 }, standing: 1, verdict: "not_carried" },
    });
    expect(await said(t.ivo, round)).toEqual([
      "Chen object: Weekends are not covered.",
      "Divya aside",
      "Grace consent",
    ]);
    expect(open.objections).toMatchObject([{ kind: "objection", words: "Weekends are not covered.", state: "raised" }]);
    expect(await noticesFor(t.divya)).toEqual(["opened", "voice_asked settled"]);
    expect(await noticesFor(t.nomsa)).toEqual(["lead_voice_asked"]);
    // changing it now would be after having read the others
    expect(await t.divya.refused("decisions.voice", { round, stance: "consent" })).toBe("decisions.round_is_open");

    await t.nomsa.ask("decisions.voice", { round, stance: "consent", reason: "I trust you." });
    expect(await noticesFor(t.grace)).toEqual(["opened"]);
    expect(await t.nomsa.refused("decisions.voice", { round, stance: "object", reason: "No." })).toBe(
      "decisions.spoken_already",
    );
    await t.pieter.ask("decisions.voice", { round, stance: "object", reason: "Pay is not settled." });
    expect((await said(t.chen, round)).slice(3)).toEqual([
      "Nomsa consent: I trust you. (last)",
      "Pieter object: Pay is not settled. (last)",
    ]);
    expect(await noticesFor(t.grace)).toEqual(["ready", "objection_raised", "opened"]);

    const [first, second] = (await shown(t.grace, decision)).objections;
    expect([first!.words, second!.words].sort()).toEqual(["Pay is not settled.", "Weekends are not covered."]);
    const { n } = await shown(t.grace, decision);
    const integrates = [first!.id, second!.id];
    const newer = { decision, n, proposal: "Two of us, a week each, paid, and weekends.", integrates };
    expect(await t.chen.refused("decisions.newVersion", newer)).toBe("decisions.not_yours_to_change");
    expect(await t.grace.refused("decisions.newVersion", { ...newer, n: n - 1 })).toBe("decisions.changed_meanwhile");
    expect(await t.grace.refused("decisions.newVersion", { ...newer, proposal: "Two of us, a week each. " })).toBe(
      "decisions.nothing_changed",
    );
    expect(await t.grace.refused("decisions.newVersion", { ...newer, integrates: [randomUUID()] })).toBe(
      "decisions.no_such_objection",
    );
    await t.grace.ask("decisions.newVersion", { ...newer, whatChanged: "Pay and weekends." });
    expect((await shown(t.chen, decision)).objections.map(({ state, endedVersion }) => [state, endedVersion])).toEqual([
      ["integrated", 2],
      ["integrated", 2],
    ]);
    expect((await noticesFor(t.chen))[0]).toBe("objection_ended");
    expect((await noticesFor(t.divya))[0]).toBe("new_version");
    const { versions } = await t.ivo.ask("decisions.versions", { decision });
    expect(versions.map(({ n, rounds, integrates }) => [n, rounds, integrates.length])).toEqual([
      [2, [], 2],
      [1, [1], 0],
    ]);

    const again = await roundOf(t, t.grace, decision);
    for (const who of [t.grace, t.chen, t.divya]) {
      await who.ask("decisions.voice", { round: again.round, stance: "consent" });
    }
    const carried = await shown(t.chen, decision);
    expect(carried.rounds[0]).toMatchObject({ n: 2, version: 2, result: { standing: 0, verdict: "carried" } });
    // the round before stays readable
    expect(await said(t.chen, round)).toHaveLength(5);
    // its window closed with the new version
    expect(await t.nomsa.refused("decisions.voice", { round, stance: "consent" })).toBe("decisions.spoken_already");
  });

  it("whoever speaks anew withdraws what they raised before; what others raised stands", async () => {
    const t = await aPlace(4);
    const decision = await aDecision(t, t.grace);
    const { round } = await roundOf(t, t.grace, decision);
    await t.grace.ask("decisions.voice", { round, stance: "consent" });
    await t.chen.ask("decisions.voice", { round, stance: "object", reason: "No weekends." });
    await t.divya.ask("decisions.voice", { round, stance: "object", reason: "No pay." });
    const { n } = await shown(t.grace, decision);
    await t.grace.ask("decisions.newVersion", { decision, n, proposal: "Paid." });
    const second = await roundOf(t, t.grace, decision);
    await t.chen.ask("decisions.voice", { round: second.round, stance: "consent" });
    t.clock.pass(hourMs);
    await attendToRounds(t.engine);
    const { objections, rounds } = await shown(t.chen, decision);
    expect(objections.map(({ words, state }) => [words, state])).toEqual([
      ["No pay.", "raised"],
      ["No weekends.", "withdrawn"],
    ]);
    expect(rounds[0]).toMatchObject({
      openedBecause: "deadline",
      spoken: 1,
      result: { standing: 1, verdict: "not_carried" },
    });
  });

  it("an objection is withdrawn by whoever raised it, and overruled only where that exit was named", async () => {
    const t = await aPlace(4);
    const raise = async (exit: string) => {
      const decision = await aDecision(t, t.grace);
      const { round } = await roundOf(t, t.grace, decision, { exit });
      await t.chen.ask("decisions.voice", { round, stance: "object", reason: "No weekends." });
      await t.divya.ask("decisions.voice", { round, stance: "concern", reason: "Dear." });
      await t.grace.ask("decisions.voice", { round, stance: "consent" });
      const { objections } = await shown(t.grace, decision);
      const of = (kind: string) => objections.find((one) => one.kind === kind)!.id;
      return { decision, objection: of("objection"), concern: of("concern") };
    };
    const one = await raise("wait");
    expect(await t.grace.refused("decisions.endObjection", { objection: one.objection, how: "withdrawn" })).toBe(
      "decisions.only_who_raised",
    );
    expect(
      await t.grace.refused("decisions.endObjection", { objection: one.objection, how: "overruled", why: "Late." }),
    ).toBe("decisions.no_overruling_here");
    await t.chen.ask("decisions.endObjection", { objection: one.objection, how: "withdrawn" });
    expect(await t.chen.refused("decisions.endObjection", { objection: one.objection, how: "withdrawn" })).toBe(
      "decisions.objection_ended",
    );
    expect((await shown(t.ivo, one.decision)).rounds[0]!.result).toMatchObject({ standing: 0, verdict: "carried" });
    expect((await noticesFor(t.grace))[0]).toBe("objection_ended");
    const { notices } = await t.grace.ask("notices.list", {});
    expect(notices[0]!.text).toBe("Chen withdrew an objection to “Who carries the pager”. None stands any more.");

    const other = await raise("holder_decides");
    const overrule = { objection: other.objection, how: "overruled" as const };
    expect(await t.grace.refused("decisions.endObjection", overrule)).toBe("decisions.why_needed");
    expect(await t.divya.refused("decisions.endObjection", { ...overrule, why: "Late." })).toBe(
      "decisions.no_overruling_here",
    );
    expect(
      await t.grace.refused("decisions.endObjection", { objection: other.concern, how: "overruled", why: "Late." }),
    ).toBe("decisions.no_overruling_here");
    await t.grace.ask("decisions.endObjection", { ...overrule, why: "It is a trial of a month." });
    expect((await shown(t.chen, other.decision)).objections.find(({ id }) => id === other.objection)).toMatchObject({
      state: "overruled",
      endedBy: "Grace",
      why: "It is a trial of a month.",
    });
    expect((await t.chen.ask("notices.list", {})).notices[0]!.text).toBe(
      "Grace overruled your objection to “Who carries the pager”. Read why.",
    );
  });
});

describe("who is asked, by level", () => {
  const ask = (members: string[]) => [{ id: randomUUID(), kind: "ask", members, team: null }];
  /** Who was asked at once, and whose voice comes last. */
  const asked = async (t: Place, decision: string) => {
    const { rows } = await t.house.owner.query<{ name: string; part: string }>(
      `select m.name, e.part from round_elector e join decision_round r on r.id = e.round_id join member m on m.id = e.member_id
       where r.decision_id = $1 order by m.name`,
      [decision],
    );
    const of = (part: string) => rows.filter((row) => row.part === part).map(({ name }) => name.split(" ")[0]);
    return { voice: of("voice"), lead: of("lead") };
  };

  it("3: the team, then the leads who do not decide", async () => {
    const t = await aPlace(3);
    const decision = await aDecision(t, t.nomsa);
    expect(await roundOf(t, t.nomsa, decision, { method: "advice", exit: null })).toMatchObject({ electors: 3 });
    expect(await asked(t, decision)).toEqual({ voice: ["Chen", "Divya", "Grace"], lead: ["Pieter"] });
    expect(
      await t.nomsa.refused("decisions.voice", {
        round: (await shown(t.nomsa, decision)).rounds[0]!.id,
        stance: "agree",
      }),
    ).toBe("decisions.no_voice_here");
  });

  it("5: those affected and chosen, somebody outside whom a guardrail names, then the leads, who are told at once", async () => {
    const t = await aPlace(4);
    const dora = await t.outside("Dora");
    const { areas } = await t.nomsa.ask("areas.make", {
      areas: [{ name: "Rota", level: 5, owner: t.grace.member, guardrails: ask([dora.member]) as never }],
    });
    const decision = await aDecision(t, t.grace, { area: areas[0], affected: [t.chen.member, t.grace.member] });
    expect(
      await t.grace.refused("decisions.beginRound", {
        decision,
        n: 1,
        method: "advice",
        dueAt: inAnHour(t),
        electors: [dora.member],
      }),
    ).toBe("decisions.not_in_the_team");
    expect(await dora.refused("decisions.deciding", { decision })).toBe("decisions.not_in_team");
    const { round } = await roundOf(t, t.grace, decision, { method: "advice", exit: null, electors: [t.divya.member] });
    expect(await asked(t, decision)).toEqual({ voice: ["Chen", "Divya", "Dora"], lead: ["Nomsa", "Pieter"] });
    expect(await noticesFor(t.nomsa)).toEqual(["told"]);
    // whoever stands outside is told, reads the decision and speaks, and no more
    expect(await noticesFor(dora)).toEqual(["voice_asked"]);
    expect((await shown(dora, decision)).title).toBe("Who carries the pager");
    await dora.ask("decisions.voice", { round, stance: "concern", reason: "Ours rings too." });
    expect(await dora.refused("decisions.voices", { round })).toBe("decisions.still_sealed");
    expect(await dora.refused("decisions.list")).toBe("decisions.not_in_team");
    t.clock.pass(hourMs);
    await attendToRounds(t.engine);
    expect(await said(dora, round)).toEqual(["Dora concern: Ours rings too."]);
    expect(await noticesFor(dora)).toEqual(["opened", "voice_asked settled"]);
  });

  it("7: nobody by themselves, so that a round with nobody opens at once; a binding one hears its owner", async () => {
    const t = await aPlace(7);
    const decision = await aDecision(t, t.grace);
    expect(await roundOf(t, t.grace, decision, { method: "advice", exit: null })).toMatchObject({
      electors: 0,
      opened: true,
    });
    expect(await shown(t.chen, decision)).toMatchObject({ phase: "opened", rounds: [{ leads: null, spoken: 0 }] });
    const binding = await aDecision(t, t.grace);
    await roundOf(t, t.grace, binding, { electors: [t.chen.member, t.nomsa.member], method: "majority", exit: null });
    expect(await asked(t, binding)).toEqual({ voice: ["Chen", "Grace"], lead: ["Nomsa"] });
  });

  it("2: only whom a guardrail names; without one there is no round", async () => {
    const t = await aPlace(2);
    const decision = await aDecision(t, t.nomsa);
    const n = (await shown(t.nomsa, decision)).n;
    const how = { decision, n, method: "advice" as const, dueAt: inAnHour(t) };
    expect(await t.nomsa.refused("decisions.beginRound", how)).toBe("decisions.no_round_here");
    const { areas } = await t.nomsa.ask("areas.make", {
      areas: [{ name: "Rota", level: 2, owner: t.grace.member, guardrails: ask([t.chen.member]) as never }],
    });
    const guarded = await aDecision(t, t.nomsa, { area: areas[0] });
    await roundOf(t, t.nomsa, guarded, { method: "advice", exit: null });
    expect(await asked(t, guarded)).toEqual({ voice: ["Chen"], lead: [] });
  });

  it("only leads to hear: it opens at once, and they speak in their window", async () => {
    const t = await aPlace(5);
    const decision = await aDecision(t, t.grace);
    const { round, opened } = await roundOf(t, t.grace, decision, { method: "advice", exit: null });
    expect(opened).toBe(true);
    await t.nomsa.ask("decisions.voice", { round, stance: "against", reason: "Think of Sundays." });
    expect(await said(t.grace, round)).toEqual(["Nomsa against: Think of Sundays. (last)"]);
  });
});

describe("before a round begins", () => {
  it("its level is frozen with its cause; what is missing is asked for", async () => {
    const t = await aPlace(6, [
      { id: randomUUID(), kind: "cost", over: 500, currency: "EUR", level: 4 },
      { id: randomUUID(), kind: "text", words: "Nobody is on call twice a month." },
    ]);
    const decision = await aDecision(t, t.grace, { proposal: "" });
    const begin = async (more: Begin = {}) => {
      const { n } = await shown(t.grace, decision);
      const how = { decision, n, method: "consent", exit: "wait", dueAt: inAnHour(t), ...more };
      return t.grace.refused("decisions.beginRound", how as never);
    };
    const change = async (draft: Record<string, unknown>) => {
      const { n } = await shown(t.grace, decision);
      await t.grace.ask("decisions.change", { decision, n, draft });
    };
    expect(await begin({ n: 99 })).toBe("decisions.changed_meanwhile");
    expect(await begin()).toBe("decisions.no_proposal");
    await change({ proposal: "Buy pagers." });
    expect(await begin()).toBe("decisions.cost_needed");
    await change({ cost: { amount: 900, currency: "EUR" } });
    expect(await begin()).toBe("decisions.read_them_first");
    expect(await begin({ acknowledged: true, method: "advice" })).toBe("decisions.method_not_here");
    expect(await begin({ acknowledged: true, exit: null })).toBe("decisions.exit_needed");
    const soon = new Date(t.clock.now().getTime() + 14 * minuteMs).toISOString();
    expect(await begin({ acknowledged: true, dueAt: soon })).toBe("decisions.due_too_soon");
    const late = new Date(t.clock.now().getTime() + 61 * 24 * hourMs).toISOString();
    expect(await begin({ acknowledged: true, dueAt: late })).toBe("decisions.due_too_late");
    const { n } = await shown(t.grace, decision);
    expect(
      await t.chen.refused("decisions.beginRound", {
        decision,
        n,
        method: "consent",
        exit: "wait",
        dueAt: inAnHour(t),
      }),
    ).toBe("decisions.owner_takes_up");
    await roundOf(t, t.grace, decision, { acknowledged: true });
    const { ahead } = await shown(t.chen, decision);
    expect(ahead).toMatchObject({ level: 4, frozen: true, because: [{ kind: "cost", level: 4 }] });
    expect(await begin({ acknowledged: true })).toBe("decisions.not_in_this_phase");
  });
});

describe("time", () => {
  it("at half time those who have not spoken are reminded, once; at the deadline it opens with those who did", async () => {
    const t = await aPlace(4);
    const decision = await aDecision(t, t.grace);
    const { round } = await roundOf(t, t.grace, decision);
    await t.chen.ask("decisions.voice", { round, stance: "consent" });
    t.clock.pass(hourMs / 2 - minuteMs);
    await attendToRounds(t.engine);
    expect(await noticesFor(t.divya)).toEqual(["voice_asked"]);
    t.clock.pass(minuteMs);
    for (const _ of [1, 2]) await attendToRounds(t.engine);
    expect(await noticesFor(t.divya)).toEqual(["voice_reminder", "voice_asked settled"]);
    expect(await noticesFor(t.chen)).toEqual(["voice_asked settled"]);
    t.clock.pass(hourMs / 2 - 1);
    await attendToRounds(t.engine);
    expect((await shown(t.divya, decision)).phase).toBe("sealed");
    t.clock.pass(1);
    for (const _ of [1, 2]) await attendToRounds(t.engine);
    const { phase, rounds } = await shown(t.divya, decision);
    expect({ phase, ...rounds[0] }).toMatchObject({ phase: "opened", openedBecause: "deadline", spoken: 1 });
    expect(await noticesFor(t.divya)).toEqual(["opened", "voice_reminder settled", "voice_asked settled"]);
    expect(await t.divya.refused("decisions.voice", { round, stance: "consent" })).toBe("decisions.round_is_open");
  });

  it("the leads' window ends by itself, and whoever holds it is told once; a lead who is late is refused", async () => {
    const t = await aPlace(4);
    const decision = await aDecision(t, t.grace);
    const { round } = await roundOf(t, t.grace, decision, { windowHours: 2 });
    for (const who of [t.grace, t.chen, t.divya]) await who.ask("decisions.voice", { round, stance: "consent" });
    t.clock.pass(2 * hourMs - 1);
    await attendToRounds(t.engine);
    expect((await noticesFor(t.grace))[0]).toBe("opened");
    await t.pieter.ask("decisions.voice", { round, stance: "consent" });
    t.clock.pass(1);
    expect(await t.nomsa.refused("decisions.voice", { round, stance: "consent" })).toBe("decisions.window_over");
    for (const _ of [1, 2]) await attendToRounds(t.engine);
    expect((await noticesFor(t.grace)).filter((kind) => kind.startsWith("ready"))).toEqual(["ready"]);
    expect(await noticesFor(t.nomsa)).toEqual(["lead_voice_asked settled"]);
  });

  it("a majority round without its quorum goes on once, says so, and then opens", async () => {
    const t = await aPlace(4);
    const decision = await aDecision(t, t.grace);
    const { round } = await roundOf(t, t.grace, decision, { method: "majority", exit: null, quorum: 60 });
    await t.chen.ask("decisions.voice", { round, stance: "yes" });
    t.clock.pass(hourMs);
    for (const _ of [1, 2]) await attendToRounds(t.engine);
    const more = (await shown(t.chen, decision)).rounds[0]!;
    expect(more.openedAt).toBeNull();
    expect(more.dueAt.getTime() - more.extendedFrom!.getTime()).toBe(hourMs);
    expect((await noticesFor(t.chen))[0]).toBe("extended");
    expect((await t.divya.ask("notices.list", {})).notices[0]!.text).toBe(
      "Too few have spoken on “Who carries the pager”: 2 voices of 3 are needed. The round goes on once more for as long as it was.",
    );
    // the voice that was there is there, and may be changed
    await t.chen.ask("decisions.voice", { round, stance: "no" });
    t.clock.pass(hourMs);
    await attendToRounds(t.engine);
    expect((await shown(t.chen, decision)).rounds[0]).toMatchObject({
      openedBecause: "deadline",
      result: { tally: { no: 1 }, verdict: "open" },
    });
  });

  it("a round that is dropped stays sealed, whatever time passes", async () => {
    const t = await aPlace(4);
    const decision = await aDecision(t, t.grace);
    const { round } = await roundOf(t, t.grace, decision);
    await t.chen.ask("decisions.voice", { round, stance: "object", reason: "Weekends." });
    await t.grace.ask("decisions.withdraw", { decision });
    t.clock.pass(2 * hourMs);
    await attendToRounds(t.engine);
    expect(await t.grace.refused("decisions.voices", { round })).toBe("decisions.still_sealed");
    expect(await t.divya.refused("decisions.voice", { round, stance: "consent" })).toBe("decisions.round_dropped");
    for (const who of [t.grace, t.nomsa, t.divya]) expect(await voicesSeen(t, who.member)).toEqual([]);
  });
});

describe("the database itself", () => {
  it("shows a voice to nobody but its giver before the round opens, whatever a statement asks for", async () => {
    const t = await aPlace(4);
    const decision = await aDecision(t, t.grace);
    const { round } = await roundOf(t, t.grace, decision);
    await t.chen.ask("decisions.voice", { round, stance: "object", reason: "by Chen" });
    await t.divya.ask("decisions.voice", { round, stance: "consent", reason: "by Divya" });
    // whoever holds it, a lead who looks after the workspace, somebody who looks on, the clock, a stranger's id
    for (const member of [t.grace.member, t.nomsa.member, t.ivo.member, null, randomUUID()]) {
      expect(await voicesSeen(t, member)).toEqual([]);
    }
    expect(await voicesSeen(t, t.chen.member)).toEqual(["by Chen"]);
    const client = await t.engine.pool.connect();
    const as = `select set_config('app.workspace', '${t.workspace}', true), set_config('app.member', '${t.grace.member}', true)`;
    const tries = async (statement: string) => {
      await client.query(`begin; ${as}`);
      const answer = await client.query(statement, [round, t.chen.member]).then(
        ({ rowCount }) => rowCount,
        ({ code }: { code: string }) => code,
      );
      await client.query("rollback");
      return answer;
    };
    const refusedByPolicy = "42501";
    // another's voice can be neither counted, changed, taken away nor given
    expect(await tries("select from voice where round_id = $1 and member_id = $2")).toBe(0);
    expect(await tries("update voice set reason = 'forged' where round_id = $1 and member_id = $2")).toBe(0);
    expect(await tries("delete from voice where round_id = $1 and member_id = $2")).toBe(refusedByPolicy);
    expect(
      await tries(
        `insert into voice (workspace_id, round_id, member_id, stance, reason, at)
         select workspace_id, round_id, member_id, 'consent', 'forged', now() from round_elector where round_id = $1 and member_id = $2`,
      ),
    ).toBe(refusedByPolicy);
    client.release();
    await t.grace.ask("decisions.voice", { round, stance: "consent", reason: "by Grace" });
    for (const member of [t.ivo.member, null]) {
      expect(await voicesSeen(t, member)).toEqual(["by Chen", "by Divya", "by Grace"]);
    }
    expect(await voicesSeen(await aTeam({ lead: "Otto" }), t.chen.member)).toEqual([]);
  });
});

describe("many hands", () => {
  it("two last voices at once, each twice and with a repeated key: all are in, each once, and the round opens once", async () => {
    const t = await aPlace(4);
    for (let turn = 0; turn < 5; turn++) {
      const decision = await aDecision(t, t.grace);
      const { round } = await roundOf(t, t.grace, decision);
      const speak = (who: TeamPerson, key?: string) =>
        run(
          t.engine,
          "decisions.voice",
          { workspace: t.workspace, round, stance: "consent", reason: `by ${who.member}` },
          { ...callerWithoutRequest(who.user), idempotencyKey: key },
        );
      const everybody = [t.grace, t.chen, t.divya];
      const done = await Promise.allSettled([
        ...everybody.map((who) => speak(who, `${turn}-${who.member}`)),
        ...everybody.map((who) => speak(who, `${turn}-${who.member}`)),
        ...everybody.map((who) => speak(who)),
        attendToRounds(t.engine),
      ]);
      // whoever knocked again when it was open was told so; nothing else went wrong
      for (const one of done) if (one.status === "rejected") expect(one.reason.code).toBe("decisions.round_is_open");
      for (const first of [0, 1, 2]) {
        // one of each person's three presses was first
        expect([first, first + 3, first + 6].map((press) => done[press]!.status)).toContain("fulfilled");
      }
      const { phase, rounds } = await shown(t.ivo, decision);
      expect({ phase, ...rounds[0] }).toMatchObject({ phase: "opened", spoken: 3, openedBecause: "all_spoke" });
      expect(await said(t.ivo, round)).toHaveLength(3);
      const { rows } = await t.house.owner.query(
        "select kind from event where subject_id = $1 and kind = 'decisions.opened'",
        [decision],
      );
      expect(rows).toHaveLength(1);
    }
  });

  it("voices in flight while the deadline opens the round: every acknowledged one is there as it was acknowledged", async () => {
    const t = await aPlace(4);
    for (let turn = 0; turn < 5; turn++) {
      const decision = await aDecision(t, t.grace);
      const { round } = await roundOf(t, t.grace, decision);
      await t.chen.ask("decisions.voice", { round, stance: "consent", reason: "as before" });
      t.clock.pass(hourMs);
      const speak = (who: TeamPerson, reason: string) =>
        who.ask("decisions.voice", { round, stance: "consent", reason }).then(
          () => reason,
          (error: { code: string }) => error.code,
        );
      const [chen, grace] = await Promise.all([
        speak(t.chen, "changed at the last moment"),
        speak(t.grace, "at the last moment"),
        attendToRounds(t.engine),
      ]);
      await attendToRounds(t.engine);
      const voices = await said(t.divya, round);
      expect(voices.filter((line) => line.startsWith("Chen"))).toEqual([
        `Chen consent: ${chen === "decisions.round_is_open" ? "as before" : chen}`,
      ]);
      expect(voices.filter((line) => line.startsWith("Grace"))).toEqual(
        grace === "decisions.round_is_open" ? [] : [`Grace consent: ${grace}`],
      );
    }
  });

  it("an opening waits for a voice that is under way, and a voice for an opening that has begun", async () => {
    const t = await aPlace(4);
    const decision = await aDecision(t, t.grace);
    const { round } = await roundOf(t, t.grace, decision);
    /** A transaction that is left open, in the workspace. */
    const underWay = async (member: string) => {
      const client = await t.engine.pool.connect();
      await client.query(
        `begin; select set_config('app.workspace', '${t.workspace}', true), set_config('app.member', '${member}', true)`,
      );
      const commit = async () => {
        await client.query("commit");
        client.release();
      };
      return { client, commit };
    };
    const waiting = async (many: number) => {
      const waits = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      while (((await t.house.owner.query(waits)).rowCount ?? 0) < many) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };

    const chen = await underWay(t.chen.member);
    const voice = {
      workspace: t.workspace,
      round,
      member: t.chen.member,
      stance: "consent" as const,
      reason: "in time",
    };
    await giveVoice(dbOn(chen.client), { ...voice, at: t.clock.now() }, ["consent"]);
    t.clock.pass(hourMs);
    const opening = attendToRounds(t.engine);
    await waiting(1);
    // a lead who knocks now waits for the opening, and nobody for them
    const lead = t.nomsa.ask("decisions.voice", { round, stance: "consent", reason: "after the others" });
    await waiting(2);
    await chen.commit();
    await opening;
    await lead;
    expect(await said(t.ivo, round)).toEqual(["Chen consent: in time", "Nomsa consent: after the others (last)"]);

    const other = await aDecision(t, t.grace);
    const second = await roundOf(t, t.grace, other);
    const clock = await underWay("");
    await clock.client.query("select from decision_round where id = $1 for update", [second.round]);
    await clock.client.query("update decision_round set opened_at = $2, opened_because = 'deadline' where id = $1", [
      second.round,
      t.clock.now(),
    ]);
    const late = t.divya.refused("decisions.voice", { round: second.round, stance: "consent" });
    await waiting(1);
    await clock.commit();
    expect(await late).toBe("decisions.round_is_open");
    expect(await said(t.ivo, second.round)).toEqual([]);
  });

  it("a process that ends between the last voice and the opening loses nothing: the next sweep opens it", async () => {
    const t = await aPlace(4);
    const decision = await aDecision(t, t.grace);
    const { round } = await roundOf(t, t.grace, decision);
    await t.grace.ask("decisions.voice", { round, stance: "consent" });
    await t.chen.ask("decisions.voice", { round, stance: "consent" });
    // as it is after the commit of the last voice, before anything else
    const client = await t.engine.pool.connect();
    await client.query(
      `begin; select set_config('app.workspace', '${t.workspace}', true), set_config('app.member', '${t.divya.member}', true)`,
    );
    const said = { workspace: t.workspace, round, member: t.divya.member, stance: "consent" as const, reason: "" };
    expect(await giveVoice(dbOn(client), { ...said, at: t.clock.now() }, ["consent"])).toMatchObject({
      taken: true,
      first: true,
      others: 0,
    });
    await client.query("commit");
    client.release();
    expect((await shown(t.ivo, decision)).phase).toBe("sealed");
    await attendToRounds(t.engine);
    expect((await shown(t.ivo, decision)).rounds[0]).toMatchObject({ openedBecause: "all_spoke", spoken: 3 });
  });

  it("a voice and a lead's last voice are not given twice under the same key", async () => {
    const t = await aPlace(4);
    const decision = await aDecision(t, t.grace);
    const { round } = await roundOf(t, t.grace, decision);
    for (const who of [t.grace, t.chen, t.divya]) await who.ask("decisions.voice", { round, stance: "consent" });
    const last = () =>
      run(
        t.engine,
        "decisions.voice",
        { workspace: t.workspace, round, stance: "object", reason: "Pay." },
        { ...callerWithoutRequest(t.nomsa.user), idempotencyKey: "last" },
      );
    expect(await Promise.all([last(), last(), last()])).toEqual([{}, {}, {}]);
    expect((await shown(t.chen, decision)).objections).toHaveLength(1);
  });
});
