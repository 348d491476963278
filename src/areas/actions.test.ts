import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { aTeam, type Team, type TeamPerson } from "../../test/team.ts";
import { asTheClock } from "../foundation/as-the-clock.ts";
import { areasDue } from "./due-actions.ts";

const dayMs = 86_400_000;
const cost = (over: number, id: string = randomUUID(), level = 4) =>
  ({ id, kind: "cost", over, currency: "EUR", level }) as const;

/** A team with one area that Grace owns. */
async function handedOver() {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen", "Divya"], observers: ["Ivo"] });
  const area = await make(t, { owner: t.grace.member, level: 4 });
  await t.nomsa.ask("areas.hold", { area, part: "deputy", member: t.chen.member });
  return { t, area };
}
async function make(
  t: Team<"Nomsa">,
  one: { name?: string; owner?: string; level?: number; offered?: number; guardrails?: ReturnType<typeof cost>[] },
) {
  const { areas } = await t.nomsa.ask("areas.make", { areas: [{ name: "On-call", level: 4, ...one }] });
  return areas[0]!;
}
const show = (who: TeamPerson, area: string) => who.ask("areas.show", { area });
async function change(who: TeamPerson, area: string, card: Parameters<typeof cardInput>[0], as: TeamPerson = who) {
  const { version } = await show(as, area);
  return who.ask("areas.change", { area, version, card });
}
const cardInput = (card: Record<string, unknown>) => card;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "yes",
    (error: { code: string }) => error.code,
  );
const due = (t: Pick<Team<never>, "engine" | "workspace">) => asTheClock(t.engine, t.workspace, areasDue);
const kindsFor = async (who: TeamPerson) =>
  (await who.ask("notices.list", {})).notices.map(({ kind, settled }) => `${kind}${settled ? " settled" : ""}`);

describe("who may write which field of a card that Grace owns", () => {
  const values: Record<string, unknown> = {
    name: "Pager",
    purpose: "Sleep",
    good: "Nobody wakes twice",
    money: { amount: 500, currency: "EUR" },
    scope: "Rota and tools",
    guardrails: [cost(100)],
    people: "Two of six",
    budget: "Training",
    information: "All incidents",
    rhythm: "Mondays",
    escalation: "Nomsa",
    review: "2026-09-01",
    matters: "People sleep",
    offered: 6,
    desired: 6,
  };
  const table: Record<string, Partial<Record<"lead" | "owner", "at once" | "a yes is needed">>> = {
    name: { lead: "at once" },
    purpose: { lead: "a yes is needed", owner: "a yes is needed" },
    good: { lead: "a yes is needed", owner: "a yes is needed" },
    money: { lead: "a yes is needed", owner: "a yes is needed" },
    scope: { lead: "a yes is needed", owner: "a yes is needed" },
    // a new guardrail tightens: the owner alone may, the lead not without them
    guardrails: { lead: "a yes is needed", owner: "at once" },
    people: { lead: "at once" },
    budget: { lead: "at once" },
    information: { lead: "at once" },
    rhythm: { owner: "at once" },
    escalation: { lead: "at once" },
    review: { lead: "at once", owner: "at once" },
    matters: { owner: "at once" },
    offered: { lead: "at once" },
    desired: { owner: "at once" },
  };
  let place: Awaited<ReturnType<typeof handedOver>>;
  let lena: TeamPerson;
  beforeAll(async () => {
    place = await handedOver();
    const { t } = place;
    // a lead of the team above, who is not in this one
    const { team: above } = await t.nomsa.ask("people.makeTeam", { name: "Above" });
    await t.nomsa.ask("people.changeTeam", { team: t.team, parent: above });
    lena = await t.joins("Lena");
    await t.nomsa.ask("people.setRole", { team: above, member: lena.member, role: "lead" });
    await t.nomsa.ask("people.removeFromTeam", { member: lena.member });
  });

  it.each(Object.keys(values))("%s", async (field) => {
    const { t, area } = place;
    const outcome = async (who: TeamPerson) => {
      const { version } = await show(t.nomsa, area);
      const card = { [field]: values[field] };
      const result = await who.ask("areas.change", { area, version, card }).catch((error) => error.code as string);
      if (typeof result === "string") return result;
      if (!result.proposed) return "at once";
      await who.ask("areas.withdraw", { proposal: result.proposed.proposal });
      expect(result.applied).toEqual([]);
      return "a yes is needed";
    };
    const no = "areas.not_yours_to_write";
    expect({
      deputy: await outcome(t.chen),
      member: await outcome(t.divya),
      observer: await outcome(t.ivo),
      leadAbove: await outcome(lena),
      stranger: await t
        .stranger()
        .then((sam) => codeOf(sam.ask("areas.change", { area, version: 1, card: { name: "x" } }))),
    }).toEqual({
      deputy: no,
      member: no,
      observer: no,
      leadAbove: "areas.not_in_team",
      stranger: "not_found",
    });
    expect(await outcome(t.nomsa)).toBe(table[field]!.lead ?? no);
    const shown = await show(t.grace, area);
    expect(shown.whyNotWrite[field] === undefined).toBe(table[field]!.owner !== undefined);
    const before = field === "review" ? "areas.nothing_changed" : undefined;
    expect(await outcome(t.grace)).toBe(before ?? table[field]!.owner ?? no);
  });

  it("the page says beforehand who may not, and what may wait", async () => {
    const { t, area } = place;
    expect((await show(t.nomsa, area)).needsYes).toEqual(["purpose", "good", "money", "scope", "guardrails"]);
    expect(Object.keys((await show(t.ivo, area)).whyNotWrite)).toHaveLength(17);
    expect((await show(t.ivo, area)).whyNotPropose).toMatch(/somebody else to write/);
    for (const operation of ["areas.show", "areas.history"] as const) {
      expect(await lena.refused(operation, { area })).toBe("areas.not_in_team");
    }
    expect(await lena.refused("areas.board")).toBe("areas.not_in_team");
    expect(await lena.refused("areas.mayI", { what: "x" })).toBe("areas.not_in_team");
    expect((await lena.ask("areas.ground")).teams.flatMap(({ areas, others }) => [...areas, ...others])).toEqual([]);
    expect((await lena.ask("areas.waiting")).waiting).toEqual([]);
  });

  it("who may offer, desire, hand over, name, close", async () => {
    const { t, area } = place;
    const outcomes = async (who: TeamPerson, level = 2) => [
      await codeOf(
        who
          .ask("areas.propose", { area, level })
          .then(({ proposal }) => who.ask("areas.withdraw", { proposal: proposal! })),
      ),
      await codeOf(who.ask("areas.hold", { area, part: "deputy", member: t.chen.member })),
      await codeOf(who.ask("areas.hold", { area, part: "learning", member: t.divya.member })),
      await codeOf(who.ask("areas.close", { area, closed: true })),
      await codeOf(who.ask("areas.make", { areas: [{ name: "Another", level: 4 }] })),
    ];
    expect(await outcomes(t.nomsa, 7)).toEqual(["yes", "yes", "yes", "areas.not_your_yes", "yes"]);
    expect(await outcomes(t.grace, 6)).toEqual(["yes", "yes", "yes", "areas.only_the_lead", "areas.only_the_lead"]);
    for (const who of [t.chen, t.divya, t.ivo]) {
      expect(await outcomes(who)).toEqual([
        "areas.not_yours_to_write",
        "areas.only_the_owner",
        "areas.only_the_owner",
        "areas.only_the_lead",
        "areas.only_the_lead",
      ]);
      expect(await who.refused("areas.hold", { area, part: "owner", member: t.divya.member })).toBe(
        "areas.only_the_lead",
      );
    }
    expect(await codeOf(lena.ask("areas.propose", { area, level: 2 }))).toBe("areas.not_in_team");
    expect(await codeOf(lena.ask("areas.make", { areas: [{ name: "Another", level: 4 }] }))).toBe("areas.not_in_team");
  });
});

describe("an area cannot be hollowed out", () => {
  it("tightening a guardrail waits for the owner and holds only with their yes", async () => {
    const { t, area } = await handedOver();
    const { proposed, applied } = await change(t.nomsa, area, { guardrails: [cost(100)], people: "Two" });
    expect([applied, proposed]).toMatchObject([["people"], { needs: "owner", fields: ["guardrails"] }]);
    expect((await show(t.nomsa, area)).guardrails).toEqual([]);
    expect((await t.chen.ask("areas.mayI", { area, cost: 500 })).because).toEqual([{ kind: "area", level: 4 }]);
    const { proposal } = proposed!;
    for (const who of [t.nomsa, t.chen, t.divya, t.ivo]) {
      expect(await who.refused("areas.answer", { proposal, yes: true })).toBe("areas.not_your_yes");
    }
    const shown = (await show(t.grace, area)).proposals[0]!;
    expect(shown).toMatchObject({
      what: "card",
      needs: "owner",
      fields: ["guardrails"],
      whyNotAnswer: null,
      mine: false,
    });
    expect(shown.card).toMatchObject({ guardrails: [{ kind: "cost", over: 100 }] });
    await t.grace.ask("areas.answer", { proposal, yes: true });
    expect((await show(t.nomsa, area)).guardrails).toMatchObject([{ kind: "cost", over: 100 }]);
    expect(await kindsFor(t.grace)).toContain("areas.change_proposed settled");
    expect(await kindsFor(t.nomsa)).toContain("areas.change_answered");
  });

  it("a no leaves it as it stood, and why is kept", async () => {
    const { t, area } = await handedOver();
    const { proposed } = await change(t.nomsa, area, { guardrails: [cost(100)] });
    await t.grace.ask("areas.answer", { proposal: proposed!.proposal, yes: false, answer: "Too tight" });
    expect((await show(t.nomsa, area)).guardrails).toEqual([]);
    expect((await show(t.nomsa, area)).proposals).toEqual([]);
  });

  it("loosening is the lead’s alone, and the owner may ask for it", async () => {
    const { t, area } = await handedOver();
    const one = cost(100);
    await change(t.grace, area, { guardrails: [one] });
    expect(await change(t.grace, area, { guardrails: [cost(900, one.id)] })).toMatchObject({
      proposed: { needs: "lead" },
    });
    expect(await change(t.nomsa, area, { guardrails: [cost(500, one.id)] })).toEqual({
      applied: ["guardrails"],
      proposed: null,
    });
    // it was asked on a card that is no more
    expect((await show(t.nomsa, area)).proposals).toEqual([]);
    expect(await change(t.nomsa, area, { guardrails: [] })).toMatchObject({ proposed: null });
  });

  it("one that is named twice cannot hide behind the other", async () => {
    const { t, area } = await handedOver();
    const one = cost(100);
    await change(t.grace, area, { guardrails: [one] });
    const both = await change(t.nomsa, area, { guardrails: [cost(200, one.id), cost(1, one.id)] });
    expect(both.proposed).toMatchObject({ needs: "owner" });
  });

  it("less money waits for the owner, more does not", async () => {
    const { t, area } = await handedOver();
    const euros = (amount: number) => ({ money: { amount, currency: "EUR" } });
    const first = await change(t.nomsa, area, euros(1000));
    await t.grace.ask("areas.answer", { proposal: first.proposed!.proposal, yes: true });
    expect(await change(t.nomsa, area, euros(1500))).toEqual({ applied: ["money"], proposed: null });
    expect(await change(t.nomsa, area, euros(10))).toMatchObject({ applied: [], proposed: { needs: "owner" } });
    expect((await show(t.nomsa, area)).money).toEqual({ amount: 1500, currency: "EUR" });
  });

  it("replacing the owner waits for the owner; who was handed it then has their own wish", async () => {
    const { t, area } = await handedOver();
    await change(t.grace, area, { desired: 5 });
    const { proposed } = await t.nomsa.ask("areas.hold", {
      area,
      part: "owner",
      member: t.divya.member,
      why: "Grace moves",
    });
    expect((await show(t.nomsa, area)).owner).toMatchObject({ name: "Grace" });
    expect((await show(t.nomsa, area)).proposals).toMatchObject([{ what: "owner", owner: { name: "Divya" } }]);
    expect(await t.divya.refused("areas.answer", { proposal: proposed!, yes: true })).toBe("areas.not_your_yes");
    expect(await t.nomsa.refused("areas.hold", { area, part: "owner", member: t.chen.member })).toBe(
      "areas.already_proposed",
    );
    const { proposal } = await t.grace.ask("areas.propose", { area, level: 6 });
    await t.grace.ask("areas.answer", { proposal: proposed!, yes: true });
    expect(await show(t.nomsa, area)).toMatchObject({ owner: { name: "Divya" }, desired: null, proposals: [] });
    // what was open about it is overtaken
    expect(await t.nomsa.refused("areas.answer", { proposal: proposal!, yes: true })).toBe("areas.proposal_ended");
    expect(await kindsFor(t.divya)).toContain("areas.handed_over");
    const { changes } = await t.divya.ask("areas.history", { area });
    expect(changes[0]).toMatchObject({
      by: "Grace",
      why: "Grace moves",
      changes: [{ field: "owner", from: "Grace", to: "Divya" }],
    });
  });

  it("taking it away waits too; the owner gives it back at once, and names who comes next with the lead", async () => {
    const { t, area } = await handedOver();
    const taken = await t.nomsa.ask("areas.hold", { area, part: "owner", member: null });
    expect(taken.proposed).not.toBeNull();
    await t.nomsa.ask("areas.withdraw", { proposal: taken.proposed! });
    const next = await t.grace.ask("areas.hold", { area, part: "owner", member: t.chen.member });
    await t.nomsa.ask("areas.answer", { proposal: next.proposed!, yes: true });
    // he was its deputy, and is no longer
    expect(await show(t.nomsa, area)).toMatchObject({ owner: { name: "Chen" }, deputy: null });
    expect(await t.chen.ask("areas.hold", { area, part: "owner", member: null })).toEqual({ proposed: null });
    expect((await show(t.nomsa, area)).prompts).toMatchObject([{ kind: "no_owner", was: null, since: t.clock.now() }]);
    await t.nomsa.ask("areas.close", { area, closed: true });
    expect(await t.nomsa.refused("areas.propose", { area, level: 5 })).toBe("areas.area_closed");
    await t.nomsa.ask("areas.close", { area, closed: false });
    expect((await show(t.nomsa, area)).closed).toBe(false);
  });

  it("parts do not pile up, and only people of the team have them", async () => {
    const { t, area } = await handedOver();
    const hold = (part: "owner" | "deputy" | "learning", member: string) =>
      codeOf(t.nomsa.ask("areas.hold", { area, part, member }));
    expect(await hold("deputy", t.grace.member)).toBe("areas.has_another_part");
    expect(await hold("learning", t.chen.member)).toBe("areas.has_another_part");
    expect(await hold("learning", t.ivo.member)).toBe("areas.not_in_the_team");
    expect(await hold("learning", t.divya.member)).toBe("yes");
    expect(await hold("deputy", t.divya.member)).toBe("yes");
    expect(await show(t.nomsa, area)).toMatchObject({ deputy: { name: "Divya" }, learning: [] });
    await t.nomsa.ask("areas.hold", { area, part: "learning", member: t.chen.member });
    await t.nomsa.ask("areas.hold", { area, part: "learning", member: t.chen.member, on: false });
    const fields = (await t.nomsa.ask("areas.history", { area })).changes.map(({ changes }) => changes);
    expect(fields.slice(0, 2)).toEqual([
      [{ field: "learning", from: "Chen", to: null }],
      [{ field: "learning", from: null, to: "Chen" }],
    ]);
    // what she had before gives way in the same step
    expect(fields[2]).toEqual([
      { field: "deputy", from: "Chen", to: "Divya" },
      { field: "learning", from: "Divya", to: null },
    ]);
  });
});

describe("levels are two-sided", () => {
  it("from the lead: offered at once, in force with the owner’s yes, and both read how it came", async () => {
    const { t, area } = await handedOver();
    t.clock.pass(dayMs);
    const { proposal } = await t.nomsa.ask("areas.propose", { area, level: 6, why: "You know it best" });
    expect(await show(t.grace, area)).toMatchObject({
      level: 4,
      offered: 6,
      desired: null,
      proposed: [{ level: 6, needs: "owner", mineToAnswer: true }],
    });
    expect((await show(t.nomsa, area)).proposed).toMatchObject([{ mineToAnswer: false }]);
    t.clock.pass(dayMs);
    await t.grace.ask("areas.answer", { proposal: proposal!, yes: true });
    expect(await show(t.grace, area)).toMatchObject({ level: 6, offered: 6, desired: 6, proposed: [] });
    const history = await t.nomsa.ask("areas.history", { area });
    expect(history.changes.slice(0, 2)).toMatchObject([
      {
        by: "Grace",
        why: "You know it best",
        changes: [
          { field: "level", from: "4", to: "6" },
          { field: "desired", from: null, to: "6" },
        ],
      },
      { by: "Nomsa", why: "You know it best", changes: [{ field: "offered", from: "4", to: "6" }] },
    ]);
    expect(history.levels.map(({ level }) => level)).toEqual([4, 6]);
  });

  it("from the owner, with the lead’s yes", async () => {
    const { t, area } = await handedOver();
    const { proposal } = await t.grace.ask("areas.propose", { area, level: 5 });
    expect(await show(t.nomsa, area)).toMatchObject({ level: 4, offered: 4, desired: 5 });
    expect(await t.nomsa.refused("areas.propose", { area, level: 5 })).toBe("areas.already_proposed");
    expect(await t.grace.refused("areas.answer", { proposal: proposal!, yes: true })).toBe("areas.not_your_yes");
    expect((await t.nomsa.ask("areas.waiting")).waiting).toMatchObject([
      { kind: "yes_needed", proposal: { id: proposal, by: "Grace", what: "level", level: 5 } },
    ]);
    await t.nomsa.ask("areas.answer", { proposal: proposal!, yes: true });
    expect(await show(t.grace, area)).toMatchObject({ level: 5, offered: 5, desired: 5 });
  });

  it("whoever proposed may think again, or take it back", async () => {
    const { t, area } = await handedOver();
    const first = await t.nomsa.ask("areas.propose", { area, level: 5 });
    expect(await t.nomsa.refused("areas.propose", { area, level: 5 })).toBe("areas.already_proposed");
    const second = await t.nomsa.ask("areas.propose", { area, level: 6 });
    expect(await t.grace.refused("areas.answer", { proposal: first.proposal!, yes: true })).toBe(
      "areas.proposal_ended",
    );
    expect(await t.grace.refused("areas.withdraw", { proposal: second.proposal! })).toBe("areas.not_your_yes");
    expect(await t.nomsa.ask("areas.propose", { area, level: 4 })).toEqual({ proposal: null });
    expect(await show(t.nomsa, area)).toMatchObject({ level: 4, offered: 4, proposals: [] });
    expect(await t.nomsa.refused("areas.propose", { area, level: 4 })).toBe("areas.level_is_that");
  });

  it("without anybody who has joined, or where the lead holds it, it holds at once", async () => {
    const { t } = await handedOver();
    const open = await make(t, { name: "Hiring" });
    expect(await t.nomsa.ask("areas.propose", { area: open, level: 6 })).toEqual({ proposal: null });
    expect(await show(t.nomsa, open)).toMatchObject({ level: 6, offered: 6, desired: null });
    const own = await make(t, { name: "Budget", owner: t.nomsa.member });
    expect(await t.nomsa.ask("areas.propose", { area: own, level: 7 })).toEqual({ proposal: null });
    expect(await show(t.nomsa, own)).toMatchObject({ level: 7, offered: 7, desired: 7 });
  });

  it("a trial goes back by itself, and is told before and after, once", async () => {
    const { t, area } = await handedOver();
    const { proposal } = await t.nomsa.ask("areas.propose", { area, level: 6, trialWeeks: 8 });
    await t.grace.ask("areas.answer", { proposal: proposal!, yes: true });
    expect(await show(t.grace, area)).toMatchObject({ level: 6, trialUntil: "2026-04-27", trialBack: 4 });
    await change(t.grace, area, { rhythm: "Mondays" });
    t.clock.pass(50 * dayMs);
    expect((await show(t.grace, area)).prompts).toContainEqual({ kind: "trial_ending", on: "2026-04-27", back: 4 });
    for (const _ of [1, 2]) await due(t);
    t.clock.pass(6 * dayMs);
    expect(await show(t.grace, area)).toMatchObject({ level: 4, trialUntil: null, trialBack: null });
    for (const _ of [1, 2]) await due(t);
    for (const who of [t.grace, t.nomsa]) {
      const kinds = await kindsFor(who);
      expect(kinds.filter((kind) => kind.includes("trial"))).toEqual([
        "areas.trial_ended",
        "areas.trial_ending settled",
      ]);
    }
    expect(await kindsFor(t.chen)).not.toContain("areas.trial_ended");
    const history = await t.nomsa.ask("areas.history", { area });
    expect(history.changes[0]).toMatchObject({
      by: null,
      at: t.clock.now(),
      changes: [{ field: "level", from: "6", to: "4" }],
    });
    expect(history.levels.map(({ level, trial }) => [level, trial])).toEqual([
      [4, false],
      [6, true],
      [4, false],
    ]);
    // the next row of the card does not bring the trial back
    await change(t.nomsa, area, { people: "Two" });
    expect((await show(t.grace, area)).level).toBe(4);
  });

  it("a trial that is tried longer goes back to what was agreed for good", async () => {
    const { t, area } = await handedOver();
    for (const level of [6, 6, 7]) {
      const { proposal } = await t.nomsa.ask("areas.propose", { area, level, trialWeeks: level === 6 ? 4 : 2 });
      await t.grace.ask("areas.answer", { proposal: proposal!, yes: true });
      t.clock.pass(dayMs);
    }
    expect(await show(t.grace, area)).toMatchObject({ level: 7, trialBack: 4 });
    const { proposal } = await t.grace.ask("areas.propose", { area, level: 7 });
    await t.nomsa.ask("areas.answer", { proposal: proposal!, yes: true });
    expect(await show(t.grace, area)).toMatchObject({ level: 7, trialUntil: null });
    t.clock.pass(60 * dayMs);
    expect((await show(t.grace, area)).level).toBe(7);
  });

  it("an offer that is taken up, or a wish that is granted, holds at once: both have said yes to that level", async () => {
    const { t, area } = await handedOver();
    const { version } = await t.nomsa.ask("areas.show", { area });
    await t.nomsa.ask("areas.change", { area, version, card: { offered: 6 } });
    expect((await t.grace.ask("areas.propose", { area, level: 6, why: "Gladly." })).proposal).toBeNull();
    expect(await show(t.nomsa, area)).toMatchObject({ level: 6, offered: 6, desired: 6 });
    const now = await t.grace.ask("areas.show", { area });
    await t.grace.ask("areas.change", { area, version: now.version, card: { desired: 7 } });
    expect((await t.nomsa.ask("areas.propose", { area, level: 7 })).proposal).toBeNull();
    expect(await show(t.grace, area)).toMatchObject({ level: 7, offered: 7, desired: 7 });
  });

  it("a yes to a trial is none for ever: whoever tried it cannot make it last alone, by no detour", async () => {
    const { t, area } = await handedOver();
    const before = await show(t.grace, area);
    const { proposal } = await t.nomsa.ask("areas.propose", { area, level: 6, trialWeeks: 4 });
    await t.grace.ask("areas.answer", { proposal: proposal!, yes: true });
    expect(await show(t.grace, area)).toMatchObject({ level: 6, offered: before.offered, trialBack: before.level });
    const alone = await t.grace.ask("areas.propose", { area, level: 5 });
    expect(alone.proposal).not.toBeNull();
    expect((await t.grace.ask("areas.propose", { area, level: 6 })).proposal).not.toBeNull();
    expect((await show(t.grace, area)).trialBack).toBe(before.level);
  });

  it("the level that an owner asks for is read by the owner and the leads alone", async () => {
    const { t, area } = await handedOver();
    await t.grace.ask("areas.propose", { area, level: 7, why: "Nine went well." });
    const seen = async (who: TeamPerson) => {
      const board = await who.ask("areas.board");
      const shown = await who.ask("areas.show", { area });
      return [board.areas.find(({ id }) => id === area)!.proposed.length, shown.proposals.length];
    };
    for (const who of [t.grace, t.nomsa]) expect(await seen(who)).toEqual([1, 1]);
    for (const who of [t.chen, t.divya, t.ivo]) expect(await seen(who)).toEqual([0, 0]);
  });

  it("two answers at once: one wins", async () => {
    const { t, area } = await handedOver();
    const lea = await t.joins("Lea", "lead");
    const { proposal } = await t.grace.ask("areas.propose", { area, level: 6 });
    const answers = await Promise.all(
      [t.nomsa, lea].map((who) => codeOf(who.ask("areas.answer", { proposal: proposal!, yes: true }))),
    );
    expect(answers.sort()).toEqual(["areas.proposal_ended", "yes"]);
    expect((await t.nomsa.ask("areas.history", { area })).levels).toHaveLength(2);
  });

  it("two proposals at once: one stands", async () => {
    const { t, area } = await handedOver();
    const both = await Promise.all(
      [t.nomsa, t.grace].map((who) => codeOf(who.ask("areas.propose", { area, level: 6 }))),
    );
    expect(both.sort()).toEqual(["areas.already_proposed", "yes"]);
  });

  it("two who write at once do not overwrite each other", async () => {
    const { t, area } = await handedOver();
    const { version } = await show(t.nomsa, area);
    await t.grace.ask("areas.change", { area, version, card: { rhythm: "Mondays" } });
    expect(await t.nomsa.refused("areas.change", { area, version, card: { people: "Two" } })).toBe(
      "areas.changed_meanwhile",
    );
    expect(await t.grace.refused("areas.change", { area, version: version + 1, card: { rhythm: "Mondays" } })).toBe(
      "areas.nothing_changed",
    );
  });
});
