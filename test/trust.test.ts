import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { contracts } from "../src/app/contracts.ts";
import { heldOf } from "../src/app/reactions.ts";
import { asTheClock } from "../src/foundation/as-the-clock.ts";
import { everythingReadableBy } from "./everything-readable.ts";
import { type Asker, aTeam } from "./team.ts";

/** What only some may ever read. Each is a phrase that stands nowhere else, so that it can be looked for in any answer. */
const secrets = {
  draft: "the draft says heliotrope",
  backBrief: "my playback says vermilion",
  leftOut: "the mark says cerulean",
  notice: "quay nine is aubergine",
  sealedVoice: "my sealed voice says periwinkle",
  droppedVoice: "my voice that never opened says mauve",
  openVoice: "my voice that has opened says saffron",
  outsideVoice: "my voice from outside says magenta",
  asked: "what somebody outside is asked about is celadon",
  making: "the context of a decision is ochre",
  sumUp: "what was heard is turquoise",
  notQuite: "what was not quite heard is lavender",
  remark: "a remark beside it is russet",
  takenBack: "a remark that was taken back is puce",
  stepIn: "the reason for stepping in is chartreuse",
  message: "what the owner was told is amaranth",
  review: "what was learned is burgundy",
};
type Secret = keyof typeof secrets;
/** What everybody in the team of a decision reads, and nobody else. */
const ofTheTeam = [
  "notice",
  "openVoice",
  "outsideVoice",
  "asked",
  "making",
  "sumUp",
  "notQuite",
  "remark",
  "stepIn",
  "review",
] as const;

async function aTeamWithSecrets() {
  const t = await aTeam({
    lead: "Nomsa",
    members: ["Grace", "Chen", "Divya", "Amara", "Zola"],
    observers: ["Ivo"],
    at: "2026-03-02T09:00:00Z",
  });
  const above = t.nomsa;
  const { team: below } = await above.ask("people.makeTeam", { name: "On-call", parent: t.team });
  await above.ask("people.setRole", { team: below, member: t.grace.member, role: "lead" });
  for (const one of [t.chen, t.amara, t.zola])
    await above.ask("people.setRole", { team: below, member: one.member, role: "member" });
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
  const file = { name: "a.csv", text: "id,title\n1,One\n" };
  const { import: imported } = await t.grace.ask("records.importDecisions", { team: below, file });
  const made = await decisionsWithSecrets({ ...t, below, area: areas[0]! });
  const ids = {
    team: [t.team, below],
    area: [...areas, ...made.areas],
    goal: [goal],
    intent: [intent],
    backBrief: [backBrief],
    member: [t.grace.member, t.chen.member, t.amara.member],
    decision: made.decisions,
    round: made.rounds,
    import: [imported!],
  };
  return { ...t, ...made, below, ids, area: areas[0]! };
}

/**
 * In the team below: a decision that went through everything, with a step-in on it; one whose round is sealed, in which Chen has
 * spoken and Amara and Zola have not; one that was withdrawn while its round was sealed; one in which somebody from outside was heard.
 */
async function decisionsWithSecrets(
  t: Awaited<ReturnType<typeof aTeam<"Nomsa", "Grace" | "Chen" | "Divya" | "Amara">>> & { below: string; area: string },
) {
  const { below: team, area } = t;
  const nOf = async (decision: string) => (await t.chen.ask("decisions.deciding", { decision })).n;
  const begin = async (decision: string, how: { method: "advice" | "consent"; electors?: string[] }) => {
    const dueAt = new Date(t.clock.now().getTime() + 3 * 86_400_000).toISOString();
    const n = await nOf(decision);
    return (await t.chen.ask("decisions.beginRound", { decision, n, dueAt, exit: "another_round", ...how })).round;
  };
  const propose = async (title: string, more: { area?: string; context?: string } = {}) =>
    (await t.chen.ask("decisions.propose", { team, title, proposal: "So.", reversible: true, ...more })).decision;

  const whole = await propose("Whole", { area, context: secrets.making });
  await t.amara.ask("decisions.remark", { decision: whole, kind: "question", words: secrets.remark });
  const { remark } = await t.amara.ask("decisions.remark", {
    decision: whole,
    kind: "comment",
    words: secrets.takenBack,
  });
  await t.amara.ask("decisions.takeBackRemark", { remark });
  const first = await begin(whole, { method: "advice", electors: [t.amara.member] });
  await t.amara.ask("decisions.voice", { round: first, stance: "concern", reason: secrets.openVoice });
  await t.chen.ask("decisions.sumUp", { decision: whole, words: secrets.sumUp });
  await t.amara.ask("decisions.sayHeard", { decision: whole, heard: false, words: secrets.notQuite });
  await t.grace.ask("decisions.stepIn", {
    decision: whole,
    howBad: 3,
    howSoon: 3,
    howLong: 3,
    undo: 3,
    reason: secrets.stepIn,
    scope: "This one.",
    level: 2,
    until: "2026-03-09",
    message: secrets.message,
  });
  await t.grace.ask("decisions.decide", {
    decision: whole,
    n: await nOf(whole),
    outcome: "accepted",
    reasons: "It burns.",
    effectOn: "2026-03-04",
  });
  await t.chen.ask("decisions.review", { decision: whole, verdict: "partly", learned: secrets.review, next: "keep" });

  const sealed = await propose("Sealed");
  const second = await begin(sealed, { method: "consent" });
  await t.chen.ask("decisions.voice", { round: second, stance: "object", reason: secrets.sealedVoice });

  const dropped = await propose("Dropped");
  const third = await begin(dropped, { method: "consent" });
  await t.chen.ask("decisions.voice", { round: third, stance: "consent", reason: secrets.droppedVoice });
  await t.chen.ask("decisions.withdraw", { decision: dropped, why: "" });

  const guardrails = [{ id: randomUUID(), kind: "ask" as const, members: [t.divya.member], team: null }];
  const { areas } = await t.grace.ask("areas.make", {
    team,
    areas: [{ name: "Berths", level: 5, owner: t.chen.member, guardrails }],
  });
  const asked = await propose("Asked", { area: areas[0]!, context: secrets.asked });
  const fourth = await begin(asked, { method: "advice" });
  await t.divya.ask("decisions.voice", { round: fourth, stance: "agree", reason: secrets.outsideVoice });
  return { areas, decisions: [whole, sealed, dropped, asked], rounds: [first, second, third, fourth], sealed: second };
}

describe("who can read what, through every read there is", () => {
  let t: Awaited<ReturnType<typeof aTeamWithSecrets>>;
  beforeAll(async () => {
    t = await aTeamWithSecrets();
  });

  it("the ids reach every read there is", () => {
    const kinds = contracts.flatMap(({ operations }) =>
      Object.values(operations)
        .filter(({ who, method, download }) => who === "member" && (method === "GET" || download === true))
        .flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)),
    );
    expect([...new Set(kinds)].filter((kind) => kind !== "workspace" && !(kind in t.ids))).toEqual([]);
  });

  it.each<[who: "grace" | "chen" | "amara" | "divya" | "nomsa" | "ivo", may: Secret[]]>([
    // the lead who stepped in, and began none of the rounds: not one sealed voice
    ["grace", ["draft", "backBrief", "leftOut", "message", ...ofTheTeam]],
    // the owner, who gave the sealed voices
    ["chen", ["backBrief", "leftOut", "message", "sealedVoice", "droppedVoice", ...ofTheTeam]],
    ["amara", [...ofTheTeam]],
    // a lead above who looks after the workspace, and people of the team above: nothing flows upward
    ["nomsa", []],
    // asked for a voice from outside: that decision, and nothing beside it
    ["divya", ["asked", "outsideVoice"]],
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

  it("own data holds what one wrote and what was written to one, and nothing else", async () => {
    const ownData = (member: string) =>
      asTheClock(t.engine, t.workspace, async ({ db, workspace }) => {
        // as `run` enters a workspace for somebody
        await sql`select set_config('app.member', ${member}, true)`.execute(db);
        return JSON.stringify(await heldOf(db, workspace, member));
      });
    const holds = async (member: string) => {
      const all = await ownData(member);
      // the name of an area stands in what they were told of it, too
      return Object.entries({ ...secrets, notice: "nothing is this" })
        .filter(([, phrase]) => all.includes(phrase))
        .map(([secret]) => secret)
        .sort();
    };
    expect(await holds(t.grace.member)).toEqual(["draft", "message", "stepIn"]);
    expect(await holds(t.chen.member)).toEqual([
      "backBrief",
      "droppedVoice",
      "leftOut",
      "message",
      "review",
      "sealedVoice",
      "stepIn",
    ]);
    expect(await holds(t.amara.member)).toEqual(["notQuite", "openVoice", "remark"]);
    expect(await holds(t.nomsa.member)).toEqual([]);
  });

  it("a voice that never opened stands in one table and in nothing else that is kept", async () => {
    const { rows: tables } = await t.house.owner.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1",
    );
    expect(tables.length).toBeGreaterThan(40);
    for (const phrase of [secrets.sealedVoice, secrets.droppedVoice]) {
      const holding: string[] = [];
      for (const { name } of tables) {
        const { rows } = await t.house.owner.query(`select from "${name}" x where x::text like $1 limit 1`, [
          `%${phrase}%`,
        ]);
        if (rows.length > 0) holding.push(name);
      }
      expect(holding).toEqual(["voice"]);
    }
  });

  it("what others can read of a sealed round is the same whatever is said in it, and one number is other when somebody speaks", async () => {
    const say = (who: Asker, stance: "consent" | "object", reason: string) =>
      who.ask("decisions.voice", { round: t.sealed, stance, reason });
    const counted = (all: string) => all.replaceAll(/"spoken":\d+/g, '"spoken":n');
    // the lead, and somebody who has not spoken yet
    for (const reader of [t.grace, t.zola]) {
      await say(t.chen, "object", secrets.sealedVoice);
      const before = await everythingReadableBy(reader, t.ids);
      await say(t.chen, "consent", "something else altogether");
      expect(await everythingReadableBy(reader, t.ids)).toBe(before);
    }
    await say(t.chen, "object", secrets.sealedVoice);
    const before = await everythingReadableBy(t.grace, t.ids);
    await say(t.amara, "object", "so do I");
    const after = await everythingReadableBy(t.grace, t.ids);
    expect(after).not.toBe(before);
    expect(counted(after)).toBe(counted(before));
  });

  it("nothing private stands in what happened, in kept answers, or in news", async () => {
    const { rows } = await t.house.owner.query<{ text: string }>(
      `select data::text as text from event where workspace_id = $1
       union all select coalesce(output::text, '') from idempotency where workspace_id = $1
       union all select params::text from notice where workspace_id = $1`,
      [t.workspace],
    );
    const all = rows.map(({ text }) => text).join("\n");
    const private_ = ["draft", "backBrief", "leftOut", "openVoice", "outsideVoice", "remark", "takenBack", "notQuite"];
    for (const secret of [...private_, "sealedVoice", "droppedVoice", "message"]) {
      expect([secret, all.includes(secrets[secret as Secret])]).toEqual([secret, false]);
    }
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
