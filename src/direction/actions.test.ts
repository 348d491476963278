import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Asker, aTeam, type OperationName } from "../../test/team.ts";
import { Refusal } from "../foundation/refusal.ts";
import { callerWithoutRequest, run } from "../foundation/run.ts";
import { direction } from "./contract.ts";

const dayMs = 86_400_000;
const draft = {
  why: "Ships come in safely.",
  done: "No ship waits.",
  keep: "Sleep.",
  until: "2026-09-30",
  review: "2026-06-01",
  serves: null,
  whatChanged: "",
};
const goalOf = (owner: string) => ({
  outcome: "No queue",
  measure: { kind: "done" as const },
  owner,
  due: "2026-05-01",
  serves: { kind: "nothing" as const },
});
const promises = { answerDays: 2, speaksLast: true, stepsIn: "", leadPromises: "", teamPromises: "" };

/** A team with something of everything: an intent, a back-brief, a goal of Grace's, an open proposal. */
async function fullTeam() {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], observers: ["Ivo"] });
  t.clock.pass(1000);
  await t.nomsa.ask("direction.saveDraft", draft);
  const { intent } = await t.nomsa.ask("direction.publish");
  const { backBrief } = await t.grace.ask("direction.giveBackBrief", { intent, words: "Aha" });
  const { goal } = await t.grace.ask("direction.makeGoal", goalOf(t.grace.member));
  const { agreement } = await t.nomsa.ask("direction.proposeAgreement", promises);
  return { ...t, intent, backBrief, goal, agreement };
}
type Full = Awaited<ReturnType<typeof fullTeam>>;

/** The same, under a team that somebody leads who looks after the workspace as well, and has no role in this one. */
async function withLeadAbove() {
  const t = await fullTeam();
  const above = await t.joins("Zola", "observer");
  await t.nomsa.ask("people.administer", { member: above.member, administers: true });
  const { team: parent } = await above.ask("people.makeTeam", { name: "Fleet" });
  await above.ask("people.changeTeam", { team: t.team, parent });
  await above.ask("people.removeFromTeam", { member: above.member });
  return { ...t, above };
}

/** What each operation is asked with, of a full team. */
const inputs = (t: Full): Record<keyof typeof direction.operations, Record<string, unknown>> => {
  const { team, intent, backBrief, goal, agreement } = t;
  return {
    show: { team },
    versions: { team },
    saveDraft: { team, ...draft },
    dropDraft: { team },
    publish: { team },
    giveBackBrief: { intent, words: "Aha" },
    publishBackBrief: { backBrief, published: true },
    judgeBackBrief: { backBrief, verdict: "same" },
    waiting: {},
    goals: { team },
    goal: { goal },
    makeGoal: { team, ...goalOf(t.grace.member) },
    changeGoal: { goal, outcome: "Another" },
    readGoal: { goal, confidence: 5 },
    endGoal: { goal, as: "reached" },
    reopenGoal: { goal },
    agreement: { team },
    proposeAgreement: { team, ...promises },
    sayYes: { agreement },
    withdrawAgreement: { agreement },
  };
};
type Key = keyof ReturnType<typeof inputs>;

async function answerOf(who: Asker, key: Key, input: Record<string, unknown>): Promise<string> {
  try {
    await (who.ask as (name: OperationName, input: unknown) => Promise<unknown>)(`direction.${key}`, input);
    return "yes";
  } catch (error) {
    if (error instanceof Refusal) return error.code.replace("direction.", "");
    throw error;
  }
}

describe("who may do what", () => {
  // nomsa leads, grace owns the goal and gave the back-brief, chen is a member beside, ivo observes; a lead of the team above
  // and whoever looks after the workspace are in none of these roles
  const whoMay: Record<Key, [lead: string, giver: string, member: string, observer: string, above: string]> = {
    show: ["yes", "yes", "yes", "yes", "not_in_team"],
    versions: ["yes", "yes", "yes", "yes", "not_in_team"],
    saveDraft: ["yes", "only_the_lead", "only_the_lead", "only_the_lead", "only_the_lead"],
    dropDraft: ["yes", "yes", "yes", "yes", "yes"],
    publish: ["no_draft", "only_the_lead", "only_the_lead", "only_the_lead", "only_the_lead"],
    giveBackBrief: ["own_intent", "yes", "yes", "not_asked", "not_in_team"],
    publishBackBrief: ["no_such_back_brief", "yes", "no_such_back_brief", "no_such_back_brief", "no_such_back_brief"],
    judgeBackBrief: ["yes", "only_the_author", "no_such_back_brief", "no_such_back_brief", "no_such_back_brief"],
    waiting: ["yes", "yes", "yes", "yes", "yes"],
    goals: ["yes", "yes", "yes", "yes", "not_in_team"],
    goal: ["yes", "yes", "yes", "yes", "not_in_team"],
    makeGoal: ["yes", "yes", "yes", "observers_read", "not_in_team"],
    changeGoal: ["yes", "yes", "only_the_owner", "only_the_owner", "not_in_team"],
    readGoal: ["only_the_owner", "yes", "only_the_owner", "only_the_owner", "not_in_team"],
    endGoal: ["yes", "yes", "only_the_owner", "only_the_owner", "not_in_team"],
    reopenGoal: ["goal_open", "goal_open", "only_the_owner", "only_the_owner", "not_in_team"],
    agreement: ["yes", "yes", "yes", "yes", "not_in_team"],
    proposeAgreement: ["yes", "yes", "yes", "observers_read", "not_in_team"],
    sayYes: ["yes_said", "yes", "yes", "observers_read", "not_in_team"],
    withdrawAgreement: ["yes", "only_the_author", "only_the_author", "only_the_author", "no_such_agreement"],
  };

  it("is said of every operation", () => {
    expect(Object.keys(whoMay).sort()).toEqual(Object.keys(direction.operations).sort());
  });

  it.each(Object.entries(whoMay) as [Key, (typeof whoMay)[Key]][])("%s", async (key, expected) => {
    const changes = direction.operations[key].method === "POST";
    const answers: string[] = [];
    let t = await withLeadAbove();
    for (const name of ["nomsa", "grace", "chen", "ivo", "above"] as const) {
      const answer = await answerOf(t[name], key, inputs(t)[key]);
      answers.push(answer);
      // whoever comes next finds everything as it was
      if (changes && answer === "yes" && name !== "above") t = await withLeadAbove();
    }
    expect(answers).toEqual(expected);
  });
});

describe("another workspace", () => {
  let ours: Full;
  let theirs: Full;
  beforeAll(async () => {
    ours = await fullTeam();
    theirs = await fullTeam();
  });

  const missing: Partial<Record<Key, string>> = {
    giveBackBrief: "no_such_intent",
    publishBackBrief: "no_such_back_brief",
    judgeBackBrief: "no_such_back_brief",
    goal: "no_such_goal",
    changeGoal: "no_such_goal",
    readGoal: "no_such_goal",
    endGoal: "no_such_goal",
    reopenGoal: "no_such_goal",
    sayYes: "no_such_agreement",
    withdrawAgreement: "no_such_agreement",
  };
  it.each((Object.keys(direction.operations) as Key[]).filter((key) => key !== "waiting"))(
    "has nothing that %s finds",
    async (key) => {
      expect(await answerOf(ours.nomsa, key, inputs(theirs)[key])).toBe(missing[key] ?? "people.no_such_team");
    },
  );

  it("is as unknown as an id of nothing", async () => {
    const nothing = randomUUID();
    const inNothing = inputs({
      ...ours,
      team: nothing,
      intent: nothing,
      backBrief: nothing,
      goal: nothing,
      agreement: nothing,
    });
    for (const key of Object.keys(missing) as Key[]) {
      expect([key, await answerOf(ours.nomsa, key, inNothing[key])]).toEqual([key, missing[key]]);
    }
  });
});

describe("what waits for me", () => {
  const kinds = async (who: Asker) =>
    (await who.ask("direction.waiting")).waiting.map((one) => [one.teamName, one.kind, one.n, one.on]);

  it("comes from all my open teams at once, and goes as it is done", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"], observers: ["Ivo"] });
    const { team: second } = await t.nomsa.ask("people.makeTeam", { name: "Berths", parent: t.team });
    await t.nomsa.ask("people.setRole", { team: second, member: t.grace.member, role: "member" });
    expect(await kinds(t.nomsa)).toEqual([
      ["Berths", "no_intent", 1, null],
      ["Platform", "no_intent", 1, null],
    ]);
    expect(await kinds(t.grace)).toEqual([]);
    t.clock.pass(1000);
    for (const team of [t.team, second]) await t.nomsa.ask("direction.saveDraft", { ...draft, team });
    const { intent } = await t.nomsa.ask("direction.publish", { team: t.team });
    await t.nomsa.ask("direction.publish", { team: second });
    expect(await kinds(t.nomsa)).toEqual([]);
    expect(await kinds(t.grace)).toEqual([
      ["Berths", "back_brief_asked", 1, "2026-03-12"],
      ["Platform", "back_brief_asked", 1, "2026-03-12"],
    ]);
    const { backBrief } = await t.grace.ask("direction.giveBackBrief", { intent, words: "Aha" });
    expect(await kinds(t.grace)).toEqual([["Berths", "back_brief_asked", 1, "2026-03-12"]]);
    expect(await kinds(t.nomsa)).toEqual([["Platform", "back_briefs_to_mark", 1, null]]);
    await t.nomsa.ask("direction.judgeBackBrief", { backBrief, verdict: "same" });
    expect(await kinds(t.nomsa)).toEqual([]);

    const due = { ...goalOf(t.grace.member), due: "2026-03-03" };
    const { goal } = await t.grace.ask("direction.makeGoal", { ...due, team: t.team });
    t.clock.pass(11 * dayMs);
    expect(await t.grace.ask("direction.waiting")).toEqual({
      waiting: [
        {
          kind: "goal_overdue",
          team: t.team,
          teamName: "Platform",
          subject: goal,
          title: "No queue",
          n: 1,
          on: "2026-03-03",
        },
      ],
    });
    expect(await kinds(t.nomsa)).toEqual([["Platform", "orphan_goals", 1, null]]);
    expect(await kinds(t.ivo)).toEqual([]);

    t.clock.set(new Date("2026-06-01T08:00:00Z"));
    expect(await kinds(t.nomsa)).toEqual([
      ["Berths", "intent_review_due", 1, "2026-06-01"],
      ["Platform", "intent_review_due", 1, "2026-06-01"],
      ["Platform", "orphan_goals", 1, null],
    ]);
    t.clock.set(new Date("2026-10-01T08:00:00Z"));
    expect((await kinds(t.nomsa))[0]).toEqual(["Berths", "intent_expired", 1, "2026-09-30"]);
    await t.nomsa.ask("people.closeTeam", { team: second, closed: true });
    expect((await kinds(t.nomsa)).map(([team]) => team)).toEqual(["Platform", "Platform"]);
    expect(await (await t.stranger()).refused("direction.waiting")).toBe("not_found");
  });

  it("takes as many statements for five teams as for one", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const statements = async () => {
      const { pool } = t.engine;
      let n = 0;
      const counted = new Proxy(pool, {
        get(target, key) {
          if (key !== "connect") return Reflect.get(target, key);
          return async () => {
            const client = await target.connect();
            return new Proxy(client, {
              get(inner, name) {
                const value = Reflect.get(inner, name);
                if (name === "query") n += 1;
                return typeof value === "function" ? value.bind(inner) : value;
              },
            });
          };
        },
      });
      const engine = { ...t.engine, pool: counted };
      await run(engine, "direction.waiting", { workspace: t.workspace }, callerWithoutRequest(t.nomsa.user));
      return n;
    };
    const one = await statements();
    for (const name of ["A", "B", "C", "D"]) await t.nomsa.ask("people.makeTeam", { name });
    expect(await statements()).toBe(one);
  });
});
