import { describe, expect, it } from "vitest";
import { aTeam, type Team, type TeamPerson } from "../../test/team.ts";
import { asTheClock } from "../foundation/as-the-clock.ts";
import { areasDue } from "./due-actions.ts";
import { ownAreas } from "./own-store.ts";

const dayMs = 86_400_000;
const due = (t: Pick<Team<never>, "engine" | "workspace">) => asTheClock(t.engine, t.workspace, areasDue);
const calm = { howBad: 1, howSoon: 1, howLong: 1, undo: 1 };
const draft = { ...calm, reason: "The rota burns", scope: "Who is on call this month", message: "Let us talk." };

/** Grace holds On-call at 5, handed over by Nomsa on 2 March; Lena leads as well. */
async function handedOver() {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], observers: ["Ivo"] });
  const lena = await t.joins("Lena", "lead");
  const { areas } = await t.nomsa.ask("areas.make", {
    areas: [{ name: "On-call", level: 5, owner: t.grace.member }],
  });
  const area = areas[0]!;
  t.clock.pass(60_000);
  const stepIn = (who: TeamPerson, more: Partial<typeof draft> & { level?: number; until?: string } = {}) =>
    who.ask("areas.stepIn", { area, level: 2, until: "2026-03-09", ...draft, ...more });
  const levelFor = async (who: TeamPerson, asOf?: string) =>
    (await who.ask("areas.show", { area, ...(asOf ? { asOf } : {}) })).level;
  const only = async (who: TeamPerson) => (await who.ask("areas.stepIns", { area })).stepIns[0]!;
  const told = async (who: TeamPerson) =>
    (await who.ask("notices.list")).notices.filter(({ kind }) => /step|handed_back|extension/.test(kind));
  return { t, area, lena, stepIn, levelFor, only, told };
}

describe("stepping in on an area", () => {
  it("lowers its level at once, and everybody in the team sees by whom, why, for what and until when", async () => {
    const { t, area, stepIn, levelFor, only } = await handedOver();
    const { stepIn: id } = await stepIn(t.nomsa, { howBad: 3, howSoon: 3, howLong: 2, undo: 2 });
    for (const who of [t.grace, t.chen, t.ivo, t.nomsa]) {
      expect(await levelFor(who)).toBe(2);
      const [onBoard] = (await who.ask("areas.board")).areas;
      expect(onBoard).toMatchObject({
        level: 2,
        offered: 5,
        loan: { stepIn: id, by: "Nomsa", reason: "The rota burns", scope: "Who is on call this month", back: 5 },
      });
      expect(await only(who)).toMatchObject({
        id,
        area: { area, name: "On-call" },
        decision: null,
        owner: { name: "Grace" },
        answers: { howBad: 3, howSoon: 3, howLong: 2, undo: 2 },
        rung: "step_in",
        level: 2,
        back: 5,
        // the end of that day in Johannesburg
        until: new Date("2026-03-09T21:59:59.999Z"),
        inForce: true,
        endedAt: null,
        endedBy: null,
        review: null,
      });
    }
    expect((await only(t.grace)).message).toBe("Let us talk.");
    expect((await only(t.nomsa)).message).toBe("Let us talk.");
    expect((await only(t.chen)).message).toBe("");
    const ground = (await t.grace.ask("areas.ground")).teams[0]!.areas[0]!;
    expect(ground).toMatchObject({ level: 2, loan: { by: "Nomsa", back: 5 } });
    const may = await t.grace.ask("areas.mayI", { area });
    expect(may).toMatchObject({ answer: "lead", level: 2, loan: { by: "Nomsa" } });
    expect(await (await t.joins("Mia")).ask("areas.stepIns", {})).toMatchObject({ total: 1 });
    expect(await (await t.stranger()).refused("areas.stepIns", {})).toBe("not_found");
  });

  it("needs a lead who does not hold it, a level below, and a day within 30", async () => {
    const { t, area, lena, stepIn } = await handedOver();
    const refused = (who: TeamPerson, more: Partial<typeof draft> & { level?: number; until?: string } = {}) =>
      who.refused("areas.stepIn", { area, level: 2, until: "2026-03-09", ...draft, ...more });
    expect(await refused(t.grace)).toBe("areas.only_the_lead");
    expect(await refused(t.chen)).toBe("areas.only_the_lead");
    expect(await refused(t.ivo)).toBe("areas.only_the_lead");
    expect(await refused(t.nomsa, { until: "2026-03-01" })).toBe("areas.loan_ends_past");
    expect(await refused(t.nomsa, { until: "2026-04-02" })).toBe("areas.loan_too_long");
    expect(await refused(t.nomsa, { reason: " " })).toBe("invalid");
    expect(await refused(t.nomsa, { level: 5 })).toBe("invalid");
    const before = await Promise.all([t.nomsa, t.chen].map((who) => who.ask("areas.show", { area })));
    expect(before.map(({ whyNotStepIn }) => whyNotStepIn === null)).toEqual([true, false]);
    await stepIn(t.nomsa, { until: "2026-04-01", level: 3 });
    expect(await refused(lena, { level: 1 })).toBe("areas.stepped_in_already");
    expect((await lena.ask("areas.show", { area })).whyNotStepIn).toMatch(/stepped in here already/);
    // handed back, and then at a level that cannot be lowered, closed, or one's own
    const { stepIns } = await lena.ask("areas.stepIns", {});
    await lena.ask("areas.handBack", { stepIn: stepIns[0]!.id });
    const { areas } = await t.nomsa.ask("areas.make", {
      areas: [
        { name: "Low", level: 2 },
        { name: "Lena's", level: 6, owner: lena.member },
        { name: "Gone", level: 6 },
      ],
    });
    const on = (which: string | undefined, level = 2) =>
      lena.refused("areas.stepIn", { ...draft, area: which!, level, until: "2026-03-09" });
    expect(await on(areas[0])).toBe("areas.loan_level_not_lower");
    expect(await on(areas[1])).toBe("areas.own_area");
    await t.nomsa.ask("areas.close", { area: areas[2]!, closed: true });
    expect(await on(areas[2])).toBe("areas.area_closed");
  });

  it("two leads at once: one steps in, the other is told so", async () => {
    const { t, lena, stepIn, only } = await handedOver();
    const both = await Promise.allSettled([stepIn(t.nomsa), stepIn(lena, { level: 1 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "areas.stepped_in_already" },
    });
    expect((await t.grace.ask("areas.stepIns", {})).total).toBe(1);
    expect((await only(t.grace)).inForce).toBe(true);
  });

  it("goes back by itself at the end of its day, whether or not anything ran; history and the board as of a day say so", async () => {
    const { t, area, stepIn, levelFor, only } = await handedOver();
    await stepIn(t.nomsa);
    t.clock.set(new Date("2026-03-09T21:59:59.998Z"));
    expect(await levelFor(t.grace)).toBe(2);
    t.clock.set(new Date("2026-03-09T22:00:00.000Z"));
    expect(await levelFor(t.grace)).toBe(5);
    expect(await only(t.grace)).toMatchObject({
      inForce: false,
      endedAt: new Date("2026-03-09T21:59:59.999Z"),
      endedBy: null,
      back: 5,
    });
    t.clock.set(new Date("2026-03-12T08:00:00Z"));
    expect(await levelFor(t.chen, "2026-03-08")).toBe(2);
    expect(await levelFor(t.chen, "2026-03-10")).toBe(5);
    const history = await t.chen.ask("areas.history", { area });
    expect(history.levels.map(({ level, loan }) => [level, loan])).toEqual([
      [5, false],
      [2, true],
      [5, false],
    ]);
    expect(history.changes.slice(0, 2)).toMatchObject([
      { by: null, why: null, changes: [{ field: "went_back", from: "2", to: "5" }] },
      {
        by: "Nomsa",
        why: "The rota burns",
        changes: [{ field: "step_in", from: "5", to: "2" }],
        loanUntil: new Date("2026-03-09T21:59:59.999Z"),
      },
    ]);
    // 90 days after, it is where it stood then that is remembered
    t.clock.set(new Date("2026-06-05T08:00:00Z"));
    const board = await t.chen.ask("areas.board");
    expect(board.areas[0]).toMatchObject({ level: 5, levelBefore: 2 });
    expect(board).toMatchObject({ ahead: 1, back: 0 });
  });

  it("what is agreed meanwhile is where it goes back to; a trial that ends meanwhile too", async () => {
    const { t, area, stepIn, levelFor, only } = await handedOver();
    const { proposal: trial } = await t.nomsa.ask("areas.propose", { area, level: 6, trialWeeks: 1 });
    await t.grace.ask("areas.answer", { proposal: trial!, yes: true });
    await stepIn(t.nomsa, { until: "2026-03-20" });
    // the trial ends on the 9th
    expect((await t.grace.ask("areas.show", { area })).loan).toMatchObject({ back: 5 });
    const { proposal } = await t.grace.ask("areas.propose", { area, level: 4 });
    await t.nomsa.ask("areas.answer", { proposal: proposal!, yes: true });
    expect(await levelFor(t.grace)).toBe(2);
    expect((await only(t.grace)).back).toBe(4);
    // it is at 2 for a while only: proposing 2 is still a change
    expect((await t.nomsa.ask("areas.propose", { area, level: 2 })).proposal).not.toBeNull();
    t.clock.set(new Date("2026-03-21T08:00:00Z"));
    expect(await levelFor(t.grace)).toBe(4);
  });
});

describe("while it is on loan", () => {
  it("the owner is told, both are told again before it ends and when it has, each once", async () => {
    const { t, stepIn, told } = await handedOver();
    await stepIn(t.nomsa, { until: "2026-03-20" });
    const kinds = async (who: TeamPerson) => (await told(who)).map(({ kind }) => kind.slice(6));
    expect(await kinds(t.grace)).toEqual(["stepped_in"]);
    expect(await kinds(t.nomsa)).toEqual([]);
    await due(t);
    t.clock.set(new Date("2026-03-18T08:00:00Z"));
    await due(t);
    await due(t);
    expect(await kinds(t.grace)).toEqual(["step_in_ending", "stepped_in"]);
    expect(await kinds(t.nomsa)).toEqual(["step_in_ending"]);
    expect(await kinds(t.chen)).toEqual([]);
    t.clock.set(new Date("2026-03-21T08:00:00Z"));
    await due(t);
    await due(t);
    expect(await kinds(t.grace)).toEqual(["handed_back", "step_in_ending", "stepped_in"]);
    expect((await told(t.nomsa))[0]).toMatchObject({
      kind: "areas.handed_back",
      text: expect.stringMatching(/Look back/),
    });
    expect((await told(t.grace))[0]!.text).not.toMatch(/Look back/);
    t.clock.set(new Date("2026-05-21T08:00:00Z"));
    await due(t);
    expect(await kinds(t.grace)).toHaveLength(3);
  });

  it("a loan of two days is not told of again while it runs", async () => {
    const { t, stepIn, told } = await handedOver();
    await stepIn(t.nomsa, { until: "2026-03-04" });
    await due(t);
    expect(await told(t.nomsa)).toEqual([]);
  });

  it("it is handed back early by whoever stepped in or another lead, and by nobody else", async () => {
    const { t, lena, stepIn, levelFor, only, told } = await handedOver();
    const { stepIn: id } = await stepIn(t.nomsa);
    for (const who of [t.grace, t.chen, t.ivo]) {
      expect(await who.refused("areas.handBack", { stepIn: id })).toBe("areas.only_who_stepped_in");
      expect((await only(who)).whyNotHandBack).not.toBeNull();
    }
    expect((await only(lena)).whyNotHandBack).toBeNull();
    t.clock.pass(dayMs);
    await lena.ask("areas.handBack", { stepIn: id });
    expect(await levelFor(t.grace)).toBe(5);
    expect(await only(t.grace)).toMatchObject({ inForce: false, endedAt: t.clock.now(), endedBy: "Lena" });
    for (const who of [t.grace, t.nomsa]) expect((await told(who))[0]!.kind).toBe("areas.handed_back");
    expect(await told(lena)).toEqual([]);
    expect(await t.nomsa.refused("areas.handBack", { stepIn: id })).toBe("areas.loan_over");
    // its day is not told of once more
    t.clock.set(new Date("2026-03-10T08:00:00Z"));
    await due(t);
    expect((await told(t.grace)).map(({ kind }) => kind)).toEqual(["areas.handed_back", "areas.stepped_in"]);
    const [back] = (await t.grace.ask("areas.history", { area: (await only(t.grace)).area!.area })).changes;
    expect(back).toMatchObject({ by: "Lena", changes: [{ field: "hand_back", from: "2", to: "5" }] });
  });

  it("a later end needs the owner's yes, and counts 30 days from the day it is asked", async () => {
    const { t, lena, stepIn, levelFor, only } = await handedOver();
    const { stepIn: id } = await stepIn(t.nomsa);
    const ask = (until: string) => ({ stepIn: id, until, why: "Two nights are not enough to see it" });
    expect(await lena.refused("areas.extend", ask("2026-03-20"))).toBe("areas.only_who_stepped_in");
    expect(await t.nomsa.refused("areas.extend", ask("2026-03-09"))).toBe("areas.loan_ends_past");
    expect(await t.nomsa.refused("areas.extend", ask("2026-04-02"))).toBe("areas.loan_too_long");
    expect(await t.grace.refused("areas.answerExtension", { stepIn: id, yes: true })).toBe("areas.no_extension");
    await t.nomsa.ask("areas.extend", ask("2026-03-20"));
    expect(await only(t.grace)).toMatchObject({
      until: new Date("2026-03-09T21:59:59.999Z"),
      extension: { to: new Date("2026-03-20T21:59:59.999Z"), mineToAnswer: true },
    });
    expect((await only(t.chen)).extension).toMatchObject({ mineToAnswer: false });
    for (const who of [t.nomsa, lena, t.chen]) {
      expect(await who.refused("areas.answerExtension", { stepIn: id, yes: true })).toBe("areas.not_your_yes");
    }
    const waits = async () =>
      (await t.grace.ask("notices.list")).notices.filter(({ kind }) => kind === "areas.extension_asked");
    expect(await waits()).toMatchObject([{ needsYes: true, settled: false }]);
    await t.grace.ask("areas.answerExtension", { stepIn: id, yes: false });
    expect(await only(t.grace)).toMatchObject({ until: new Date("2026-03-09T21:59:59.999Z"), extension: null });
    expect(await waits()).toMatchObject([{ settled: true }]);
    await t.nomsa.ask("areas.extend", ask("2026-03-15"));
    await t.grace.ask("areas.answerExtension", { stepIn: id, yes: true });
    t.clock.set(new Date("2026-03-15T08:00:00Z"));
    expect(await levelFor(t.grace)).toBe(2);
    t.clock.set(new Date("2026-03-16T08:00:00Z"));
    expect(await levelFor(t.grace)).toBe(5);
    expect(await t.nomsa.refused("areas.extend", ask("2026-03-25"))).toBe("areas.loan_over");
    expect(await t.grace.refused("areas.answerExtension", { stepIn: id, yes: true })).toBe("areas.loan_over");
  });

  it("whoever holds it now says yes; where nobody does, nobody can", async () => {
    const { t, area, stepIn, only } = await handedOver();
    const { stepIn: id } = await stepIn(t.nomsa);
    await t.grace.ask("areas.hold", { area, part: "owner", member: null });
    const ask = { stepIn: id, until: "2026-03-20", why: "It needs longer" };
    expect(await t.nomsa.refused("areas.extend", ask)).toBe("areas.nobody_to_say_yes");
    expect((await only(t.nomsa)).whyNotExtend).toMatch(/Nobody holds this/);
    await t.nomsa.ask("areas.hold", { area, part: "owner", member: t.chen.member });
    await t.nomsa.ask("areas.extend", ask);
    expect(await t.grace.refused("areas.answerExtension", { stepIn: id, yes: true })).toBe("areas.not_your_yes");
    await t.chen.ask("areas.answerExtension", { stepIn: id, yes: true });
    expect(await only(t.chen)).toMatchObject({ until: new Date("2026-03-20T21:59:59.999Z"), owner: { name: "Grace" } });
    // and never oneself
    await t.chen.ask("areas.hold", { area, part: "owner", member: null });
    await t.nomsa.ask("areas.hold", { area, part: "owner", member: t.nomsa.member });
    expect(await t.nomsa.refused("areas.extend", { ...ask, until: "2026-03-25" })).toBe("areas.nobody_to_say_yes");
  });
});

describe("afterwards", () => {
  const words = { intended: "Calm nights", happened: "Calm nights", because: "Two more people", keep: "The rota" };

  it("it is looked back at once, by one of the two sides, and everybody reads it", async () => {
    const { t, lena, stepIn, only } = await handedOver();
    const { stepIn: id } = await stepIn(t.nomsa);
    expect(await t.nomsa.refused("areas.reviewStepIn", { stepIn: id, ...words })).toBe("areas.loan_not_over");
    await t.nomsa.ask("areas.handBack", { stepIn: id });
    for (const who of [t.chen, lena]) {
      expect(await who.refused("areas.reviewStepIn", { stepIn: id, ...words })).toBe("areas.only_who_stepped_in");
    }
    expect((await only(t.grace)).whyNotReview).toBeNull();
    await t.grace.ask("areas.reviewStepIn", { stepIn: id, ...words });
    expect((await only(t.ivo)).review).toMatchObject({ ...words, by: "Grace" });
    expect(await t.nomsa.refused("areas.reviewStepIn", { stepIn: id, ...words })).toBe("areas.reviewed_already");
  });

  it("waits for the owner's yes to more time, and afterwards for a look back by whoever made it, a month long", async () => {
    const { t, stepIn } = await handedOver();
    const { stepIn: id } = await stepIn(t.nomsa);
    const loans = async (who: TeamPerson) =>
      (await who.ask("areas.waiting")).waiting
        .filter(({ kind }) => kind === "more_time_asked" || kind === "loan_review")
        .map(({ kind, areaName, by, on }) => [kind, areaName, by, on]);
    expect([await loans(t.grace), await loans(t.nomsa)]).toEqual([[], []]);
    await t.nomsa.ask("areas.extend", { stepIn: id, until: "2026-03-12", why: "Not yet" });
    expect(await loans(t.grace)).toEqual([
      ["more_time_asked", "On-call", "Nomsa", expect.stringMatching(/^2026-03-1[23]$/)],
    ]);
    expect([await loans(t.nomsa), await loans(t.chen)]).toEqual([[], []]);
    await t.grace.ask("areas.answerExtension", { stepIn: id, yes: false });
    expect(await loans(t.grace)).toEqual([]);
    await t.nomsa.ask("areas.handBack", { stepIn: id });
    expect(await loans(t.nomsa)).toEqual([["loan_review", "On-call", "Nomsa", "2026-03-02"]]);
    expect(await loans(t.grace)).toEqual([]);
    await t.nomsa.ask("areas.reviewStepIn", { stepIn: id, intended: "", happened: "It calmed", because: "", keep: "" });
    expect(await loans(t.nomsa)).toEqual([]);
    await stepIn(t.nomsa);
    t.clock.set(new Date("2026-03-10T09:00:00Z"));
    expect(await loans(t.nomsa)).toHaveLength(1);
    t.clock.set(new Date("2026-04-20T09:00:00Z"));
    expect(await loans(t.nomsa)).toEqual([]);
  });

  it("those in force come first, then the latest; a page at a time; one that is not there is not there", async () => {
    const { t, area, stepIn } = await handedOver();
    const { stepIn: first } = await stepIn(t.nomsa, { until: "2026-03-03" });
    t.clock.pass(2 * dayMs);
    const { stepIn: second } = await stepIn(t.nomsa, { until: "2026-03-04" });
    const { areas } = await t.nomsa.ask("areas.make", { areas: [{ name: "Hiring", level: 6 }] });
    t.clock.pass(60_000);
    await t.nomsa.ask("areas.handBack", { stepIn: second });
    const { stepIn: third } = await t.nomsa.ask("areas.stepIn", {
      area: areas[0]!,
      ...draft,
      level: 1,
      until: "2026-03-30",
    });
    t.clock.pass(60_000);
    const { stepIn: fourth } = await stepIn(t.nomsa, { until: "2026-03-06" });
    t.clock.pass(4 * dayMs);
    const ids = async (page: { area?: string; offset?: number; limit?: number } = {}) => {
      const { total, stepIns } = await t.chen.ask("areas.stepIns", page);
      return [total, ...stepIns.map(({ id }) => id)];
    };
    expect(await ids()).toEqual([4, third, fourth, second, first]);
    expect(await ids({ area })).toEqual([3, fourth, second, first]);
    expect(await ids({ offset: 1, limit: 2 })).toEqual([4, fourth, second]);
    const gone = { stepIn: area };
    expect(await t.nomsa.refused("areas.handBack", gone)).toBe("areas.no_such_step_in");
    const outside = await t.joins("Olu");
    const { team: above } = await t.nomsa.ask("people.makeTeam", { name: "Above" });
    await t.nomsa.ask("people.setRole", { team: above, member: outside.member, role: "lead" });
    await t.nomsa.ask("people.removeFromTeam", { member: outside.member });
    expect(await outside.refused("areas.handBack", { stepIn: third })).toBe("areas.not_in_team");
    expect(await outside.refused("areas.stepIns", {})).toBe("areas.not_in_team");
  });

  it("one's own data has what one stepped in on, and what was stepped in on of one's own", async () => {
    const { t, stepIn } = await handedOver();
    await stepIn(t.nomsa);
    const held = async (who: TeamPerson) => {
      const { steppedIn, steppedInOnMine } = await asTheClock(t.engine, t.workspace, ({ db, workspace }) =>
        ownAreas(db, workspace, who.member),
      );
      return [steppedIn.length, steppedInOnMine.length];
    };
    expect(await held(t.nomsa)).toEqual([1, 0]);
    expect(await held(t.grace)).toEqual([0, 1]);
    expect(await held(t.chen)).toEqual([0, 0]);
  });
});

describe("on one decision", () => {
  it("stands among the team's step-ins, is handed back and made longer alike, and is over once it is decided", async () => {
    const { t, area, told } = await handedOver();
    const propose = async (title: string) =>
      (await t.grace.ask("decisions.propose", { title, area, proposal: "Two on call at night" })).decision;
    const lendOn = (decision: string) =>
      t.nomsa.ask("decisions.stepIn", { decision, ...draft, level: 1, until: "2026-03-20" });
    const levelOf = async (decision: string) => (await t.chen.ask("decisions.deciding", { decision })).ahead.level;
    const one = async (who: TeamPerson, id: string) =>
      (await who.ask("areas.stepIns", {})).stepIns.find((stepIn) => stepIn.id === id)!;

    const decision = await propose("Who is on call at night?");
    const { stepIn } = await lendOn(decision);
    expect([await levelOf(decision), (await t.chen.ask("areas.show", { area })).level]).toEqual([1, 5]);
    expect(await one(t.chen, stepIn)).toMatchObject({
      area: null,
      decision: { decision, title: "Who is on call at night?" },
      owner: { name: "Grace" },
      level: 1,
      back: 5,
      message: "",
      inForce: true,
    });
    expect((await one(t.grace, stepIn)).message).toBe("Let us talk.");
    const [notice] = await told(t.grace);
    expect(notice).toMatchObject({ kind: "areas.stepped_in", path: `/t/${t.team}/decisions/${decision}` });
    expect(notice!.text).toContain("Who is on call at night?");
    await t.nomsa.ask("areas.extend", { stepIn, until: "2026-03-25", why: "It needs longer" });
    await t.grace.ask("areas.answerExtension", { stepIn, yes: true });
    expect((await one(t.chen, stepIn)).until).toEqual(new Date("2026-03-25T21:59:59.999Z"));
    t.clock.pass(dayMs);
    await t.nomsa.ask("areas.handBack", { stepIn });
    expect(await levelOf(decision)).toBe(5);
    expect(await one(t.grace, stepIn)).toMatchObject({ inForce: false, endedBy: "Nomsa", whyNotReview: null });

    const second = await propose("Who pays for it?");
    const { stepIn: settled } = await lendOn(second);
    t.clock.pass(60_000);
    const { n } = await t.nomsa.ask("decisions.deciding", { decision: second });
    await t.nomsa.ask("decisions.decide", {
      decision: second,
      n,
      outcome: "accepted",
      reasons: "It was burning",
    });
    expect(await one(t.grace, settled)).toMatchObject({ inForce: false, endedAt: t.clock.now(), endedBy: null });
    expect(await t.nomsa.refused("areas.handBack", { stepIn: settled })).toBe("areas.loan_over");
    // its last day is near, and there is nothing left to say of that
    t.clock.set(new Date("2026-03-18T08:00:00Z"));
    await due(t);
    expect((await told(t.grace)).filter(({ kind }) => kind === "areas.step_in_ending")).toEqual([]);
  });
});
