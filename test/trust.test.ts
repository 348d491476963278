import { beforeAll, describe, expect, it } from "vitest";
import { contracts } from "../src/app/contracts.ts";
import { heldOf } from "../src/app/reactions.ts";
import { asTheClock } from "../src/foundation/as-the-clock.ts";
import { Refusal } from "../src/foundation/refusal.ts";
import { type Asker, aTeam, type OperationName } from "./team.ts";

/** What only some may ever read. Each is a phrase that stands nowhere else, so that it can be looked for in any answer. */
const secrets = {
  draft: "the draft says heliotrope",
  backBrief: "my playback says vermilion",
  leftOut: "the mark says cerulean",
  notice: "quay nine is aubergine",
};
type Secret = keyof typeof secrets;

/** Reads one's own sessions, so that it takes a browser; `own data` below looks at what else is in it. */
const ofASession: readonly OperationName[] = ["people.myData"];

/** Every read there is, by every id there is: what one person can get out of a workspace through the contract. */
async function everythingReadableBy(asker: Asker, ids: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const answers: string[] = [];
  for (const contract of contracts) {
    for (const [key, operation] of Object.entries(contract.operations)) {
      const reads = operation.method === "GET" || operation.download === true;
      const name = `${contract.name}.${key}` as OperationName;
      if (operation.who !== "member" || !reads || ofASession.includes(name)) continue;
      const wanted = [...operation.path.matchAll(/\{(\w+)\}/g)]
        .map((match) => match[1]!)
        .filter((at) => at !== "workspace");
      let inputs: Record<string, string>[] = [{}];
      for (const at of wanted)
        inputs = inputs.flatMap((input) => (ids[at] ?? []).map((id) => ({ ...input, [at]: id })));
      for (const input of inputs) {
        for (const more of [{}, { format: "json" }, { format: "csv" }, { format: "madr" }]) {
          try {
            answers.push(JSON.stringify(await asker.ask(name, { ...input, ...more } as never)));
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          if (!operation.download) break;
        }
      }
    }
  }
  return answers.join("\n");
}

async function aTeamWithSecrets() {
  const t = await aTeam({
    lead: "Nomsa",
    members: ["Grace", "Chen", "Divya"],
    observers: ["Ivo"],
    at: "2026-03-02T09:00:00Z",
  });
  const above = t.nomsa;
  const { team: below } = await above.ask("people.makeTeam", { name: "On-call", parent: t.team });
  await above.ask("people.setRole", { team: below, member: t.grace.member, role: "lead" });
  await above.ask("people.setRole", { team: below, member: t.chen.member, role: "member" });
  await above.ask("people.removeFromTeam", { team: below, member: t.nomsa.member });
  const parts = {
    why: "Ships wait.",
    done: "Plans by six.",
    keep: "Safety.",
    until: "2026-09-01",
    review: "2026-06-01",
    serves: null,
    whatChanged: "",
  };
  await t.grace.ask("direction.saveDraft", { team: below, ...parts });
  const { intent } = await t.grace.ask("direction.publish", { team: below });
  await t.grace.ask("direction.saveDraft", { team: below, ...parts, why: secrets.draft });
  const { backBrief } = await t.chen.ask("direction.giveBackBrief", { intent, words: secrets.backBrief });
  await t.grace.ask("direction.judgeBackBrief", { backBrief, verdict: "partly", leftOut: secrets.leftOut });
  const { areas } = await t.grace.ask("areas.make", {
    team: below,
    areas: [{ name: secrets.notice, level: 5, owner: t.chen.member }],
  });
  await t.chen.ask("areas.propose", { area: areas[0]!, level: 7 });
  const { goal } = await t.grace.ask("direction.makeGoal", {
    team: below,
    outcome: "Two pages a night",
    measure: { kind: "done" },
    owner: t.chen.member,
    due: "2026-08-01",
    serves: { kind: "nothing" },
  });
  const ids = {
    team: [t.team, below],
    area: areas,
    goal: [goal],
    intent: [intent],
    backBrief: [backBrief],
    member: [t.grace.member, t.chen.member],
  };
  return { ...t, below, ids, area: areas[0]! };
}

describe("who can read what, through every read there is", () => {
  let t: Awaited<ReturnType<typeof aTeamWithSecrets>>;
  beforeAll(async () => {
    t = await aTeamWithSecrets();
  });

  it.each<[who: "grace" | "chen" | "divya" | "nomsa" | "ivo", may: Secret[]]>([
    ["grace", ["draft", "backBrief", "leftOut", "notice"]],
    ["chen", ["backBrief", "leftOut", "notice"]],
    // a lead above who looks after the workspace, and people of the team above: nothing flows upward
    ["nomsa", []],
    ["divya", []],
    ["ivo", []],
  ])("%s reads %j and no more", async (who, may) => {
    const all = await everythingReadableBy(t[who], t.ids);
    expect(all.length).toBeGreaterThan(1_000);
    for (const [secret, phrase] of Object.entries(secrets)) {
      expect([secret, all.includes(phrase)]).toEqual([secret, may.includes(secret as Secret)]);
    }
  });

  it("a stranger and somebody of another workspace read nothing", async () => {
    const other = await aTeam({ lead: "Otto" });
    for (const asker of [await t.stranger(), other.otto]) {
      const all = await everythingReadableBy(asker, t.ids);
      for (const phrase of Object.values(secrets)) expect(all).not.toContain(phrase);
    }
  });

  it("what an owner wishes is read by the owner and the leads, by nobody else who is in the team", async () => {
    const { token } = await t.grace.ask("people.invite", { team: t.below, role: "member" });
    await t.divya.ask("people.acceptInvitation", { token, timeZone: "Asia/Kolkata", locale: "en" });
    const wishes = async (asker: Asker) => {
      const board = await asker.ask("areas.board", { team: t.below });
      const shown = await asker.ask("areas.show", { area: t.area });
      return [board.areas[0]!.desired, shown.desired];
    };
    expect(await wishes(t.chen)).toEqual([7, 7]);
    expect(await wishes(t.grace)).toEqual([7, 7]);
    expect(await wishes(t.divya)).toEqual([null, null]);
    const { changes } = await t.divya.ask("areas.history", { area: t.area });
    expect(changes.flatMap((one) => one.changes.map(({ field }) => field))).not.toContain("desired");
  });

  it("own data holds what one wrote, and nothing that others wrote", async () => {
    const ownData = (member: string) =>
      asTheClock(t.engine, t.workspace, async ({ db, workspace }) =>
        JSON.stringify(await heldOf(db, workspace, member)),
      );
    const [grace, chen] = [await ownData(t.grace.member), await ownData(t.chen.member)];
    expect([grace.includes(secrets.draft), grace.includes(secrets.backBrief)]).toEqual([true, false]);
    expect([chen.includes(secrets.draft), chen.includes(secrets.backBrief)]).toEqual([false, true]);
  });

  it("nothing private stands in what happened, in kept answers, or in news", async () => {
    const { rows } = await t.house.owner.query<{ text: string }>(
      `select data::text as text from event where workspace_id = $1
       union all select coalesce(output::text, '') from idempotency where workspace_id = $1
       union all select params::text from notice where workspace_id = $1`,
      [t.workspace],
    );
    const all = rows.map(({ text }) => text).join("\n");
    for (const secret of ["draft", "backBrief", "leftOut"] as const) expect(all).not.toContain(secrets[secret]);
  });
});

describe("the lead is the one observed", () => {
  it("no read takes a member to list, count or rank what they did: only their page, and only for what it is", () => {
    const taking = contracts.flatMap(({ name, operations }) =>
      Object.entries(operations)
        .filter(([, operation]) => operation.method === "GET" && "member" in operation.input.shape)
        .map(([key]) => `${name}.${key}`),
    );
    expect(taking).toEqual(["people.showMember"]);
  });
});
