import { describe, expect, it } from "vitest";
import { type Asker, aTeam } from "../../test/team.ts";
import { asTheClock } from "../foundation/as-the-clock.ts";
import { currentAgreement } from "./agreement-store.ts";
import { directionDue } from "./due-actions.ts";

const promises = {
  answerDays: 2,
  speaksLast: true,
  stepsIn: "When somebody could be hurt",
  leadPromises: "I say why",
  teamPromises: "We say it early",
};
const propose = async (who: Asker, change: Partial<typeof promises> = {}) =>
  (await who.ask("direction.proposeAgreement", { ...promises, ...change })).agreement;

describe("a team agreement", () => {
  it("holds at once for a lead alone", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const agreement = await propose(t.nomsa);
    expect(await t.nomsa.ask("direction.agreement")).toMatchObject({
      inForce: {
        id: agreement,
        version: 1,
        state: "in_force",
        ...promises,
        leadYes: true,
        teamYes: 0,
        teamOf: 0,
        mine: true,
      },
      proposed: null,
      before: [],
      whyNotPropose: null,
    });
  });

  it("holds when a lead and more than half of the members said yes, and then replaces the one before", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], observers: ["Ivo"] });
    const first = await propose(t.nomsa);
    expect(await t.grace.ask("direction.agreement")).toMatchObject({
      inForce: null,
      proposed: { id: first, state: "proposed", leadYes: true, teamYes: 0, teamOf: 2, mine: false },
      whyNotSayYes: null,
      whyNotWithdraw: expect.any(String),
    });
    expect(await t.nomsa.refused("direction.sayYes", { agreement: first })).toBe("direction.yes_said");
    expect(await t.grace.ask("direction.sayYes", { agreement: first })).toEqual({ inForce: false });
    expect(await t.grace.refused("direction.sayYes", { agreement: first })).toBe("direction.yes_said");
    t.clock.pass(1000);
    expect(await t.chen.ask("direction.sayYes", { agreement: first })).toEqual({ inForce: true });
    expect(await t.chen.refused("direction.sayYes", { agreement: first })).toBe("direction.agreement_settled");

    t.clock.pass(1000);
    const second = await propose(t.grace, { answerDays: 1 });
    expect(await t.ivo.ask("direction.agreement")).toMatchObject({
      inForce: { id: first },
      proposed: { id: second, version: 2, leadYes: false, teamYes: 1, teamOf: 2 },
    });
    expect(await t.chen.ask("direction.sayYes", { agreement: second })).toEqual({ inForce: false });
    t.clock.pass(1000);
    expect(await t.nomsa.ask("direction.sayYes", { agreement: second })).toEqual({ inForce: true });
    const shown = await t.ivo.ask("direction.agreement");
    expect(shown.inForce).toMatchObject({ id: second, answerDays: 1, inForceAt: t.clock.now() });
    expect(shown.before).toMatchObject([{ id: first, state: "replaced", teamYes: 2, teamOf: 2, answerDays: 2 }]);
    const now = await asTheClock(t.engine, t.workspace, ({ db, workspace }) => currentAgreement(db, workspace, t.team));
    expect(now).toMatchObject({ agreement: second, version: 2, answerDays: 1 });
  });

  it("is proposed one at a time: a new proposal takes the older one's place", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const first = await propose(t.nomsa);
    const second = await propose(t.grace);
    const shown = await t.nomsa.ask("direction.agreement");
    expect([shown.proposed?.id, shown.before]).toEqual([second, []]);
    expect(await t.grace.refused("direction.sayYes", { agreement: first })).toBe("direction.agreement_settled");
    const both = await Promise.all([propose(t.nomsa), propose(t.grace)]);
    expect(both).toContain((await t.nomsa.ask("direction.agreement")).proposed?.id);
    expect((await t.nomsa.ask("direction.agreement")).proposed?.version).toBe(4);
  });

  it("is taken back by whoever proposed it", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const agreement = await propose(t.grace);
    expect(await t.nomsa.refused("direction.withdrawAgreement", { agreement })).toBe("direction.only_the_author");
    await t.grace.ask("direction.withdrawAgreement", { agreement });
    expect(await t.grace.refused("direction.withdrawAgreement", { agreement })).toBe("direction.agreement_settled");
    expect(await t.nomsa.refused("direction.sayYes", { agreement })).toBe("direction.agreement_settled");
    expect((await t.nomsa.ask("direction.agreement")).proposed).toBeNull();
  });

  it("comes into force once when the last two say yes at once", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
    const agreement = await propose(t.nomsa);
    const said = await Promise.all([
      t.grace.ask("direction.sayYes", { agreement }),
      t.chen.ask("direction.sayYes", { agreement }),
    ]);
    expect(said.map((one) => one.inForce).sort()).toEqual([false, true]);
    const { rows } = await t.house.owner.query(
      "select actor_id from event where subject_id = $1 and kind = 'direction.agreement_in_force'",
      [agreement],
    );
    expect(rows).toEqual([{ actor_id: null }]);
  });

  it("says how many said yes, never who", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen", "Ada"] });
    const agreement = await propose(t.nomsa);
    await t.grace.ask("direction.sayYes", { agreement });
    await t.chen.ask("direction.sayYes", { agreement });
    for (const who of [t.nomsa, t.ada]) {
      const answers = [
        await who.ask("direction.agreement"),
        await who.ask("notices.list"),
        await who.ask("direction.waiting"),
      ];
      expect(JSON.stringify(answers)).not.toMatch(new RegExp(`${t.grace.member}|${t.chen.member}|Grace|Chen`));
    }
    const { rows } = await t.house.owner.query(
      "select from event where workspace_id = $1 and subject_id = $2 and actor_id = any($3)",
      [t.workspace, agreement, [t.grace.member, t.chen.member]],
    );
    expect(rows).toEqual([]);
  });

  it("counts a yes for the side it was said for, and holds when those it waited for have left", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen", "Ada"] });
    const agreement = await propose(t.nomsa);
    await t.grace.ask("direction.sayYes", { agreement });
    await t.nomsa.ask("people.setRole", { member: t.grace.member, role: "lead" });
    expect((await t.chen.ask("direction.agreement")).proposed).toMatchObject({ teamYes: 0, teamOf: 2 });
    await t.nomsa.ask("people.setRole", { member: t.grace.member, role: "member" });
    expect((await t.chen.ask("direction.agreement")).proposed).toMatchObject({ teamYes: 1, teamOf: 3 });
    await t.nomsa.ask("people.removeFromTeam", { member: t.chen.member });
    await t.nomsa.ask("people.removeFromTeam", { member: t.ada.member });
    await asTheClock(t.engine, t.workspace, directionDue);
    expect((await t.grace.ask("direction.agreement")).inForce).toMatchObject({ id: agreement, teamYes: 1, teamOf: 1 });
  });

  it("asks those whose yes is wanted, until it is settled", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], observers: ["Ivo"] });
    const ayo = await t.joins("Ayo", "lead");
    const asked = async (who: Asker) => [
      (await who.ask("notices.list")).notices.filter((one) => one.needsYes && !one.settled).length,
      (await who.ask("direction.waiting")).waiting.filter((one) => one.kind === "agreement_to_answer").length,
    ];
    const agreement = await propose(t.grace);
    for (const who of [t.nomsa, ayo, t.chen]) expect(await asked(who)).toEqual([1, 1]);
    for (const who of [t.grace, t.ivo]) expect(await asked(who)).toEqual([0, 0]);
    await t.nomsa.ask("direction.sayYes", { agreement });
    // a lead's yes is enough for all leads; the notice stays until it is settled
    expect((await asked(ayo))[1]).toBe(0);
    await t.chen.ask("direction.sayYes", { agreement });
    for (const who of [t.nomsa, ayo, t.chen, t.grace]) expect(await asked(who)).toEqual([0, 0]);
    const holds = async (who: Asker) =>
      (await who.ask("notices.list")).notices.filter((one) => one.kind === "direction.agreement_in_force").length;
    expect([await holds(t.nomsa), await holds(t.grace), await holds(t.chen), await holds(t.ivo)]).toEqual([1, 1, 0, 0]);
  });
});
