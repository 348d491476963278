import { describe, expect, it } from "vitest";
import { type Asker, aTeam } from "../../test/team.ts";

const dayMs = 86_400_000;
const draft = {
  why: "Ships come in safely.",
  done: "No ship waits.\nNobody is hurt.",
  keep: "We never trade away sleep.",
  until: "2026-09-30",
  review: "2026-06-01",
  serves: null,
  whatChanged: "",
};
const nothing = { kind: "nothing" } as const;
const plain = {
  outcome: "No queue at the gate",
  measure: { kind: "done" },
  due: "2026-05-01",
  serves: nothing,
} as const;
const hours = { kind: "number", name: "Waiting", unit: "hours", start: 12, target: 3 } as const;

async function publish(lead: Asker, change: { team?: string; done?: string; serves?: string | null } = {}) {
  await lead.ask("direction.saveDraft", { ...draft, ...change });
  await lead.ask("direction.publish", change.team ? { team: change.team } : {});
}
const linesOf = async (who: Asker, team?: string) =>
  (await who.ask("direction.show", team ? { team } : {})).intent!.lines;

/** Three teams, each led by somebody who is in no other: Fleet over Harbour over Berths. Nobody is left in two. */
async function threeTeams() {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen", "Ada"] });
  const { team: mid } = await t.nomsa.ask("people.makeTeam", { name: "Harbour", parent: t.team });
  const { team: low } = await t.nomsa.ask("people.makeTeam", { name: "Berths", parent: mid });
  const places = [
    [t.chen, mid],
    [t.ada, low],
  ] as const;
  for (const [who, team] of places) {
    await t.nomsa.ask("people.setRole", { team, member: who.member, role: "lead" });
    await t.nomsa.ask("people.removeFromTeam", { team, member: t.nomsa.member });
    await who.ask("people.removeFromTeam", { member: who.member });
  }
  return { ...t, top: t.team, mid, low };
}

describe("a goal", () => {
  it("is set, read, moved, handed on, and ends, and all of it is kept", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], observers: ["Ivo"] });
    const { goal } = await t.nomsa.ask("direction.makeGoal", { ...plain, measure: hours, owner: t.grace.member });
    await t.grace.ask("direction.readGoal", { goal, confidence: 7, value: 11, note: "Slow" });
    t.clock.pass(7 * dayMs);
    await t.grace.ask("direction.readGoal", { goal, confidence: 4 });
    const open = await t.ivo.ask("direction.goal", { goal });
    expect(open).toMatchObject({
      outcome: plain.outcome,
      measure: hours,
      owner: { member: t.grace.member, name: "Grace" },
      state: "open",
      confidence: 4,
      value: 11,
      readAt: t.clock.now(),
      overdue: false,
      whyNotRead: expect.any(String),
      whyNotChange: expect.any(String),
    });
    expect(open.readings.map((one) => [one.confidence, one.value, one.note])).toEqual([
      [7, 11, "Slow"],
      [4, null, null],
    ]);

    expect(await t.grace.refused("direction.changeGoal", { goal, due: "2026-06-01" })).toBe("direction.say_all_of_it");
    await t.grace.ask("direction.changeGoal", { goal, due: "2026-06-01", why: "The crane is late" });
    await t.nomsa.ask("direction.changeGoal", { goal, outcome: "No queue", measure: { kind: "done" } });
    await t.nomsa.ask("direction.changeGoal", { goal, owner: t.chen.member });
    expect(await t.grace.refused("direction.readGoal", { goal, confidence: 1 })).toBe("direction.only_the_owner");
    expect(await t.chen.refused("direction.endGoal", { goal, as: "dropped" })).toBe("direction.say_all_of_it");
    await t.chen.ask("direction.endGoal", { goal, as: "dropped", why: "Nobody queues" });
    expect(await t.chen.refused("direction.changeGoal", { goal, outcome: "x" })).toBe("direction.goal_ended");
    expect(await t.chen.refused("direction.readGoal", { goal, confidence: 1 })).toBe("direction.goal_ended");
    expect(await t.chen.refused("direction.endGoal", { goal, as: "reached" })).toBe("direction.goal_ended");
    expect(await t.nomsa.ask("direction.goal", { goal })).toMatchObject({
      state: "dropped",
      endedWhy: "Nobody queues",
    });
    await t.nomsa.ask("direction.reopenGoal", { goal });
    expect(await t.nomsa.refused("direction.reopenGoal", { goal })).toBe("direction.goal_open");

    const { steps, state, endedAt } = await t.nomsa.ask("direction.goal", { goal });
    expect([state, endedAt]).toEqual(["open", null]);
    expect(steps.map((one) => [one.what, one.by, one.from, one.to, one.why])).toEqual([
      ["moved", "Grace", "2026-05-01", "2026-06-01", "The crane is late"],
      ["words", "Nomsa", plain.outcome, "No queue", null],
      ["words", "Nomsa", "Waiting: 12 → 3 hours", null, null],
      ["owner", "Nomsa", "Grace", "Chen", null],
      ["dropped", "Chen", null, null, "Nobody queues"],
      ["reopened", "Nomsa", null, null, null],
    ]);
    expect(
      await t.house.owner.query("select from goal_step where goal_id = $1 and from_words like '%Grace%'", [goal]),
    ).toMatchObject({ rowCount: 0 });
  });

  it("said as it is already is no change", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { goal } = await t.nomsa.ask("direction.makeGoal", { ...plain, measure: hours, owner: t.nomsa.member });
    await t.nomsa.ask("direction.changeGoal", { goal, ...plain, measure: hours, owner: t.nomsa.member });
    expect((await t.nomsa.ask("direction.goal", { goal })).steps).toEqual([]);
  });

  it("belongs to a lead or member, and moves from where it starts", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"], observers: ["Ivo"] });
    const other = await aTeam({ lead: "Sam" });
    const { member: kim } = await t.nomsa.ask("people.expect", { name: "Kim" });
    for (const owner of [t.ivo.member, other.sam.member, kim]) {
      expect(await t.grace.refused("direction.makeGoal", { ...plain, owner })).toBe("direction.not_a_member");
    }
    const still = { ...hours, target: 12 };
    const mine = { ...plain, owner: t.grace.member };
    expect(await t.grace.refused("direction.makeGoal", { ...mine, measure: still })).toBe("direction.number_needed");
    const { goal } = await t.grace.ask("direction.makeGoal", mine);
    expect(await t.grace.refused("direction.changeGoal", { goal, measure: still })).toBe("direction.number_needed");
    expect(await t.grace.refused("direction.changeGoal", { goal, owner: t.ivo.member })).toBe("direction.not_a_member");
    const { owners } = await t.grace.ask("direction.goals");
    expect(owners.map((one) => one.name)).toEqual(["Nomsa", "Grace"]);
  });

  it("is no number's place when it is simply done or not", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { goal } = await t.nomsa.ask("direction.makeGoal", { ...plain, owner: t.nomsa.member });
    await t.nomsa.ask("direction.readGoal", { goal, confidence: 5, value: 3 });
    expect(await t.nomsa.ask("direction.goal", { goal })).toMatchObject({ confidence: 5, value: null });
  });

  it("is overdue after its day, and the open ones come first, by date", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const make = (outcome: string, due: string) =>
      t.nomsa.ask("direction.makeGoal", { ...plain, outcome, due, owner: t.nomsa.member });
    await make("Late", "2026-03-05");
    await make("Early", "2026-03-03");
    const { goal } = await make("Done", "2026-03-01");
    await t.nomsa.ask("direction.endGoal", { goal, as: "reached" });
    t.clock.pass(2 * dayMs);
    const list = async (state: "open" | "ended" | "all") =>
      (await t.nomsa.ask("direction.goals", { state })).goals.map((one) => [one.outcome, one.overdue]);
    expect(await list("open")).toEqual([
      ["Early", true],
      ["Late", false],
    ]);
    expect(await list("ended")).toEqual([["Done", false]]);
    expect((await list("all")).map(([outcome]) => outcome)).toEqual(["Early", "Late", "Done"]);
  });
});

describe("what goals serve", () => {
  it("reaches the top intent across three teams, and nobody opens what is not theirs", async () => {
    const t = await threeTeams();
    await publish(t.nomsa);
    const [topLine] = await linesOf(t.nomsa);
    await publish(t.chen, { team: t.mid, serves: topLine!.line });
    const midLines = await linesOf(t.chen, t.mid);
    await publish(t.ada, { team: t.low, serves: midLines[1]!.line });
    const lowLines = await linesOf(t.ada, t.low);
    const serves = { kind: "line", line: lowLines[2]!.line } as const;
    const own = { team: t.low, owner: t.ada.member };
    const { goal: parent } = await t.ada.ask("direction.makeGoal", { ...plain, ...own, serves });
    const { goal } = await t.ada.ask("direction.makeGoal", {
      ...plain,
      ...own,
      outcome: "A second gate",
      serves: { kind: "goal", goal: parent },
    });
    const shown = await t.ada.ask("direction.goal", { goal });
    expect(shown.chain.map((link) => [link.kind, link.words, link.teamName, link.mine])).toEqual([
      ["goal", plain.outcome, "Berths", true],
      ["line", "Nobody is hurt.", "Berths", true],
      ["line", "No ship waits.", "Harbour", false],
      ["line", "Ships come in safely.", "Platform", false],
    ]);
    expect(shown.reachesTop).toBe(true);
    expect(shown.serves).toEqual({ kind: "goal", goal: parent, outcome: plain.outcome });
    expect((await t.ada.ask("direction.goal", { goal: parent })).below).toEqual([
      { goal, outcome: "A second gate", teamName: "Berths", state: "open" },
    ]);
    const { lines } = await t.ada.ask("direction.goals", { team: t.low });
    expect(lines.map((one) => one.teamName)).toEqual([
      ...Array(4).fill("Berths"),
      ...Array(4).fill("Harbour"),
      ...Array(4).fill("Platform"),
    ]);
  });

  it("may be a goal of a team above, which sees nothing of it from above", async () => {
    const t = await threeTeams();
    const { goal: above } = await t.chen.ask("direction.makeGoal", { ...plain, team: t.mid, owner: t.chen.member });
    const { parents } = await t.ada.ask("direction.goals", { team: t.low });
    expect(parents).toEqual([{ goal: above, outcome: plain.outcome, teamName: "Harbour" }]);
    const made = {
      ...plain,
      team: t.low,
      owner: t.ada.member,
      outcome: "Ours",
      serves: { kind: "goal", goal: above },
    } as const;
    const { goal } = await t.ada.ask("direction.makeGoal", made);
    expect((await t.ada.ask("direction.goal", { goal })).chain).toMatchObject([{ id: above, mine: false }]);
    expect(await t.ada.refused("direction.goal", { goal: above })).toBe("direction.not_in_team");
    expect(await t.chen.refused("direction.goal", { goal })).toBe("direction.not_in_team");
    expect((await t.chen.ask("direction.goal", { goal: above })).below).toEqual([]);
    const upward = { ...plain, team: t.mid, owner: t.chen.member, serves: { kind: "goal", goal } } as const;
    expect(await t.chen.refused("direction.makeGoal", upward)).toBe("direction.no_such_goal");
  });

  it("is an orphan from the version on in which its line is gone", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    await publish(t.nomsa);
    const lines = await linesOf(t.nomsa);
    const make = (outcome: string, line: string) =>
      t.grace.ask("direction.makeGoal", { ...plain, outcome, owner: t.grace.member, serves: { kind: "line", line } });
    const { goal } = await make("Stays", lines[1]!.line);
    await make("Goes", lines[2]!.line);
    const orphans = async () => {
      const { goals, orphans: n } = await t.grace.ask("direction.goals");
      return [n, goals.filter((one) => one.serves === null).map((one) => one.outcome)];
    };
    expect(await orphans()).toEqual([0, []]);
    await publish(t.nomsa, { done: "No ship waits." });
    expect(await orphans()).toEqual([1, ["Goes"]]);
    const child = { ...plain, outcome: "Child", owner: t.grace.member, serves: { kind: "goal", goal } } as const;
    await t.grace.ask("direction.makeGoal", child);
    await t.nomsa.ask("direction.endGoal", { goal, as: "dropped", why: "No ships" });
    expect(await orphans()).toEqual([2, ["Goes", "Child"]]);
    expect((await t.nomsa.ask("direction.waiting")).waiting).toContainEqual(
      expect.objectContaining({ kind: "orphan_goals", n: 2 }),
    );
    expect(await t.grace.refused("direction.makeGoal", child)).toBe("direction.no_such_goal");
  });

  it("never goes in a circle, not even when two draw it at once", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const make = async (outcome: string) =>
      (await t.nomsa.ask("direction.makeGoal", { ...plain, outcome, owner: t.nomsa.member })).goal;
    const [a, b, c] = [await make("A"), await make("B"), await make("C")];
    const serve = (goal: string, parent: string) => ({ goal, serves: { kind: "goal", goal: parent } }) as const;
    expect(await t.nomsa.refused("direction.changeGoal", serve(a, a))).toBe("direction.serves_itself");
    await t.nomsa.ask("direction.changeGoal", serve(a, b));
    await t.nomsa.ask("direction.changeGoal", serve(b, c));
    expect(await t.nomsa.refused("direction.changeGoal", serve(c, a))).toBe("direction.serves_itself");
    const [x, y] = [await make("X"), await make("Y")];
    const both = await Promise.allSettled([
      t.nomsa.ask("direction.changeGoal", serve(x, y)),
      t.nomsa.ask("direction.changeGoal", serve(y, x)),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "direction.serves_itself" },
    });
    const { steps } = await t.nomsa.ask("direction.goal", { goal: a });
    expect(steps.map((one) => [one.what, one.from, one.to])).toEqual([["serves", null, "B"]]);
  });

  it("is nothing of another team beside, nor of another workspace", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const other = await aTeam({ lead: "Sam" });
    await publish(other.sam);
    const [line] = await linesOf(other.sam);
    const { goal } = await other.sam.ask("direction.makeGoal", { ...plain, owner: other.sam.member });
    const mine = { ...plain, owner: t.nomsa.member };
    expect(await t.nomsa.refused("direction.makeGoal", { ...mine, serves: { kind: "line", line: line!.line } })).toBe(
      "direction.no_such_line",
    );
    expect(await t.nomsa.refused("direction.makeGoal", { ...mine, serves: { kind: "goal", goal } })).toBe(
      "direction.no_such_goal",
    );
    const { team: beside } = await t.nomsa.ask("people.makeTeam", { name: "Beside" });
    const { goal: theirs } = await t.nomsa.ask("direction.makeGoal", { ...mine, team: beside });
    expect(await t.nomsa.refused("direction.makeGoal", { ...mine, serves: { kind: "goal", goal: theirs } })).toBe(
      "direction.no_such_goal",
    );
  });
});

describe("notices of a goal", () => {
  const told = async (who: Asker) =>
    (await who.ask("notices.list")).notices.filter((one) => !one.settled).map((one) => one.text);

  it("go to whoever is handed it, and to leads and owner when it ends", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
    const { goal } = await t.grace.ask("direction.makeGoal", { ...plain, owner: t.grace.member });
    expect(await told(t.grace)).toEqual([]);
    await t.nomsa.ask("direction.changeGoal", { goal, owner: t.chen.member });
    expect(await told(t.chen)).toEqual(["Nomsa gave you the goal “No queue at the gate” in Platform."]);
    await t.chen.ask("direction.endGoal", { goal, as: "reached" });
    expect(await told(t.chen)).toEqual([]);
    expect(await told(t.nomsa)).toEqual(["Chen marked the goal “No queue at the gate” of Platform as reached."]);
    expect(await told(t.grace)).toEqual([]);
    await t.nomsa.ask("direction.reopenGoal", { goal });
    await t.nomsa.ask("direction.endGoal", { goal, as: "dropped", why: "No ships" });
    expect(await told(t.chen)).toEqual(["Nomsa dropped the goal “No queue at the gate” of Platform."]);
  });
});
