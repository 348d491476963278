import { describe, expect, it } from "vitest";
import { type Asker, aTeam, type TeamPerson } from "../../test/team.ts";
import { asTheClock } from "../foundation/as-the-clock.ts";
import { directionDue } from "./due-actions.ts";
import { forgetMember } from "./intent-store.ts";

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

async function publish(
  lead: Asker,
  change: Partial<Omit<typeof draft, "serves">> & { serves?: string | null; team?: string } = {},
) {
  const { team, ...rest } = change;
  const where = team ? { team } : {};
  await lead.ask("direction.saveDraft", { ...draft, ...rest, ...where });
  return lead.ask("direction.publish", where);
}

/** A team under the first one, led by somebody who is not in the first one. */
async function withTeamBelow() {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
  const { team: below } = await t.nomsa.ask("people.makeTeam", { name: "Berths", parent: t.team });
  await t.nomsa.ask("people.setRole", { team: below, member: t.chen.member, role: "lead" });
  await t.nomsa.ask("people.setRole", { team: below, member: t.grace.member, role: "member" });
  await t.nomsa.ask("people.removeFromTeam", { team: below, member: t.nomsa.member });
  await t.chen.ask("people.removeFromTeam", { member: t.chen.member });
  return { ...t, below };
}

describe("an intent", () => {
  it("is drafted, published, and drafted anew", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const before = await t.nomsa.ask("direction.show");
    expect(before).toMatchObject({ intent: null, state: "none", versions: 0, draft: null, whyNotWrite: null });
    await t.nomsa.ask("direction.saveDraft", draft);
    const drafted = await t.nomsa.ask("direction.show");
    expect(drafted.draft).toEqual({ ...draft, changedAt: t.clock.now() });
    const first = await t.nomsa.ask("direction.publish");
    expect(first.version).toBe(1);
    const shown = await t.grace.ask("direction.show");
    expect(shown).toMatchObject({ state: "current", versions: 1, draft: null });
    expect(shown.intent).toMatchObject({
      id: first.intent,
      version: 1,
      why: draft.why,
      words: 15,
      whatChanged: null,
      publishedBy: { member: t.nomsa.member, name: "Nomsa" },
    });
    expect(shown.intent!.lines.map(({ part, words }) => [part, words])).toEqual([
      ["why", "Ships come in safely."],
      ["done", "No ship waits."],
      ["done", "Nobody is hurt."],
      ["keep", "We never trade away sleep."],
    ]);
    expect(await t.nomsa.refused("direction.publish")).toBe("direction.no_draft");
  });

  it("keeps every version whole, the latest first, and its lines keep their ids", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    await publish(t.nomsa);
    await publish(t.nomsa, { done: "No ship waits long.\nNobody is hurt.", whatChanged: "How long is long" });
    await publish(t.nomsa, { done: "Nobody is hurt.", whatChanged: "" });
    const { total, versions } = await t.grace.ask("direction.versions");
    expect(total).toBe(3);
    expect(versions.map((one) => [one.version, one.whatChanged])).toEqual([
      [3, null],
      [2, "How long is long"],
      [1, null],
    ]);
    const idOf = (n: number, words: string) => versions[n]!.lines.find((line) => line.words === words)?.line;
    expect(idOf(1, "No ship waits long.")).toBe(idOf(2, "No ship waits."));
    expect(idOf(0, "Nobody is hurt.")).toBe(idOf(2, "Nobody is hurt."));
    expect(new Set(versions.flatMap((one) => one.lines.map((line) => line.line))).size).toBe(4);
    expect((await t.grace.ask("direction.versions", { offset: 2 })).versions.map((one) => one.version)).toEqual([1]);
  });

  it("is due for a look on its review day and over after its last, where the reader is", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"], timeZone: "Pacific/Auckland" });
    await publish(t.nomsa);
    const stateAt = async (at: string) => {
      t.clock.set(new Date(at));
      return (await t.grace.ask("direction.show")).state;
    };
    expect(await stateAt("2026-05-31T11:00:00Z")).toBe("current");
    expect(await stateAt("2026-05-31T13:00:00Z")).toBe("review_due");
    expect(await stateAt("2026-09-30T10:00:00Z")).toBe("review_due");
    expect(await stateAt("2026-09-30T12:00:00Z")).toBe("expired");
  });

  it.each([
    ["with nothing in a part", { keep: "" }, "direction.say_all_of_it"],
    ["with no end", { until: null }, "direction.say_all_of_it"],
    ["with too many words", { why: "word ".repeat(121) }, "direction.too_many_words"],
    ["when it is over today", { until: "2026-03-02" }, "direction.in_the_past"],
    ["with a review after its end", { review: "2026-10-01" }, "direction.in_the_past"],
    ["serving a line that is not there", { serves: "0197f000-0000-7000-8000-000000000000" }, "direction.no_such_line"],
  ])("is not published %s, and the draft stays", async (_, change, code) => {
    const t = await aTeam({ lead: "Nomsa" });
    await t.nomsa.ask("direction.saveDraft", { ...draft, ...change });
    expect(await t.nomsa.refused("direction.publish")).toBe(code);
    const shown = await t.nomsa.ask("direction.show");
    expect(shown.intent).toBeNull();
    expect(shown.draft).not.toBeNull();
  });

  it("names a line of the nearest team above that has one", async () => {
    const t = await withTeamBelow();
    const where = { team: t.below };
    expect((await t.chen.ask("direction.show", where)).above).toEqual([]);
    await publish(t.nomsa);
    const { above } = await t.chen.ask("direction.show", where);
    expect(above.map((line) => [line.words, line.teamName])).toEqual([
      ["Ships come in safely.", "Platform"],
      ["No ship waits.", "Platform"],
      ["Nobody is hurt.", "Platform"],
      ["We never trade away sleep.", "Platform"],
    ]);
    await publish(t.chen, { ...where, serves: above[1]!.line });
    const served = async () => (await t.grace.ask("direction.show", where)).intent!.serves;
    expect(await served()).toEqual(above[1]);
    await publish(t.nomsa, { done: "No ship ever waits.\nNobody is hurt." });
    expect((await served())?.words).toBe("No ship ever waits.");
    await publish(t.nomsa, { done: "Nobody is hurt." });
    expect(await served()).toBeNull();
    await t.chen.ask("direction.saveDraft", { ...draft, ...where, serves: above[1]!.line });
    expect(await t.chen.refused("direction.publish", where)).toBe("direction.no_such_line");
  });

  it("published twice at once becomes one version each, or a refusal", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const ayo = await t.joins("Ayo", "lead");
    await t.nomsa.ask("direction.saveDraft", draft);
    await ayo.ask("direction.saveDraft", { ...draft, why: "Otherwise" });
    const versions = await Promise.all([t.nomsa.ask("direction.publish"), ayo.ask("direction.publish")]);
    expect(versions.map((one) => one.version).sort()).toEqual([1, 2]);
    await t.nomsa.ask("direction.saveDraft", draft);
    const twice = await Promise.allSettled([t.nomsa.ask("direction.publish"), t.nomsa.ask("direction.publish")]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(twice.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "direction.no_draft" } });
  });

  it("is not written in a closed team", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    await t.nomsa.ask("direction.saveDraft", draft);
    await t.nomsa.ask("people.closeTeam", { closed: true });
    expect(await t.nomsa.refused("direction.saveDraft", draft)).toBe("people.team_closed");
    expect(await t.nomsa.refused("direction.publish")).toBe("people.team_closed");
    expect((await t.nomsa.ask("direction.show")).whyNotWrite).toContain("closed");
  });
});

describe("a draft", () => {
  it("is its writer's alone, through every operation, and leaves no event", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"], observers: ["Ivo"] });
    const ayo = await t.joins("Ayo", "lead");
    const secret = "Nobody knows of the mermaid";
    await t.nomsa.ask("direction.saveDraft", { ...draft, why: secret, whatChanged: secret });
    for (const other of [ayo, t.grace, t.ivo]) {
      const answers = [
        await other.ask("direction.show"),
        await other.ask("direction.versions"),
        await other.ask("direction.waiting"),
        await other.ask("direction.goals"),
        await other.ask("direction.agreement"),
        await other.ask("notices.list"),
      ];
      expect(JSON.stringify(answers)).not.toContain("mermaid");
    }
    await ayo.ask("direction.dropDraft");
    await t.grace.ask("direction.dropDraft");
    expect(await ayo.refused("direction.publish")).toBe("direction.no_draft");
    expect((await t.nomsa.ask("direction.show")).draft?.why).toBe(secret);
    const { rows } = await t.house.owner.query(
      "select kind from event where workspace_id = $1 and kind like 'direction.%'",
      [t.workspace],
    );
    expect(rows).toEqual([]);
    await t.nomsa.ask("direction.dropDraft");
    expect((await t.nomsa.ask("direction.show")).draft).toBeNull();
  });

  it("two leads write two", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const ayo = await t.joins("Ayo", "lead");
    await t.nomsa.ask("direction.saveDraft", draft);
    await ayo.ask("direction.saveDraft", { ...draft, why: "Mine" });
    await publish(ayo, { why: "Mine" });
    expect((await t.nomsa.ask("direction.show")).draft?.why).toBe(draft.why);
  });
});

describe("back-briefs", () => {
  async function published() {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], observers: ["Ivo"] });
    const ayo = await t.joins("Ayo", "lead");
    t.clock.pass(1000);
    const { intent } = await publish(t.nomsa);
    const briefs = async (who: Asker) => (await who.ask("direction.show")).backBriefs;
    return { ...t, ayo, intent, briefs };
  }

  it("are asked of leads and members who were here, for ten days", async () => {
    const t = await published();
    t.clock.pass(1000);
    const late = await t.joins("Late");
    for (const who of [t.grace, t.chen, t.ayo]) {
      expect(await t.briefs(who)).toMatchObject({ askedUntil: "2026-03-12", mine: null, whyNotGive: null, asked: 3 });
    }
    for (const [who, code] of [
      [t.nomsa, "direction.own_intent"],
      [t.ivo, "direction.not_asked"],
      [late, "direction.not_asked"],
    ] as const) {
      const shown = await t.briefs(who);
      expect(shown.askedUntil).toBeNull();
      expect(shown.whyNotGive).toEqual(expect.any(String));
      expect(await who.refused("direction.giveBackBrief", { intent: t.intent, words: "Aha" })).toBe(code);
    }
  });

  it("can be given and said otherwise until they are marked, and until the ten days are over", async () => {
    const t = await published();
    const give = { intent: t.intent, words: "We keep ships safe" };
    const { backBrief } = await t.grace.ask("direction.giveBackBrief", give);
    expect(await t.grace.ask("direction.giveBackBrief", { ...give, words: "Otherwise" })).toEqual({ backBrief });
    expect((await t.briefs(t.grace)).mine).toMatchObject({
      id: backBrief,
      words: "Otherwise",
      verdict: null,
      mine: true,
    });
    await t.nomsa.ask("direction.judgeBackBrief", { backBrief, verdict: "partly", leftOut: "Sleep" });
    expect(await t.grace.refused("direction.giveBackBrief", give)).toBe("direction.back_brief_given");
    expect((await t.briefs(t.grace)).mine).toMatchObject({ verdict: "partly", leftOut: "Sleep" });
    t.clock.pass(10 * dayMs);
    await t.chen.ask("direction.giveBackBrief", give);
    t.clock.pass(1);
    expect(await t.chen.refused("direction.giveBackBrief", give)).toBe("direction.back_brief_late");
    expect(await t.ayo.refused("direction.giveBackBrief", give)).toBe("direction.back_brief_late");
    expect(await t.briefs(t.ayo)).toMatchObject({ askedUntil: null, whyNotGive: expect.stringContaining("over") });
  });

  it("are late when a newer version is there", async () => {
    const t = await published();
    await publish(t.nomsa);
    expect(await t.grace.refused("direction.giveBackBrief", { intent: t.intent, words: "Aha" })).toBe(
      "direction.back_brief_late",
    );
  });

  it("are read by author and leads, by the team once published, and how they were marked by nobody else", async () => {
    const t = await published();
    const { backBrief } = await t.grace.ask("direction.giveBackBrief", { intent: t.intent, words: "Mine" });
    await t.nomsa.ask("direction.judgeBackBrief", { backBrief, verdict: "different", leftOut: "Sleep" });
    const seen = async () =>
      Object.fromEntries(
        await Promise.all(
          (["nomsa", "ayo", "grace", "chen", "ivo"] as const).map(async (name) => {
            const one = (await t.briefs(t[name])).readable[0];
            return [name, one ? [one.words, one.verdict, one.leftOut, one.whyNotJudge === null] : null] as const;
          }),
        ),
      );
    const whole = ["Mine", "different", "Sleep"];
    const closed = { nomsa: [...whole, true], ayo: [...whole, false], grace: [...whole, false], chen: null, ivo: null };
    expect(await seen()).toEqual(closed);
    await t.grace.ask("direction.publishBackBrief", { backBrief, published: true });
    const words = ["Mine", null, null, false];
    expect(await seen()).toEqual({ ...closed, chen: words, ivo: words });
    await t.grace.ask("direction.publishBackBrief", { backBrief, published: false });
    expect(await seen()).toEqual(closed);
  });

  it("are published by their giver and marked by the author, nobody else", async () => {
    const t = await published();
    const { backBrief } = await t.grace.ask("direction.giveBackBrief", { intent: t.intent, words: "Mine" });
    const mark = { backBrief, verdict: "same" } as const;
    const open = { backBrief, published: true };
    for (const who of [t.nomsa, t.ayo, t.chen, t.ivo]) {
      expect(await who.refused("direction.publishBackBrief", open)).toBe("direction.no_such_back_brief");
    }
    expect(await t.ayo.refused("direction.judgeBackBrief", mark)).toBe("direction.only_the_author");
    expect(await t.grace.refused("direction.judgeBackBrief", mark)).toBe("direction.only_the_author");
    expect(await t.chen.refused("direction.judgeBackBrief", mark)).toBe("direction.no_such_back_brief");
    await t.grace.ask("direction.publishBackBrief", open);
    expect(await t.chen.refused("direction.judgeBackBrief", mark)).toBe("direction.only_the_author");
    await t.nomsa.ask("direction.judgeBackBrief", mark);
  });

  it("leave no event that says who played it back", async () => {
    const t = await published();
    const { backBrief } = await t.grace.ask("direction.giveBackBrief", { intent: t.intent, words: "Mine" });
    await t.grace.ask("direction.publishBackBrief", { backBrief, published: true });
    await t.nomsa.ask("direction.judgeBackBrief", { backBrief, verdict: "same" });
    const { rows } = await t.house.owner.query(
      "select kind from event where workspace_id = $1 and kind like 'direction.%' order by id",
      [t.workspace],
    );
    expect(rows).toEqual([{ kind: "direction.intent_published" }]);
  });

  it("are counted from 5 marked ones up", async () => {
    const names = ["Ada", "Ben", "Cho", "Dee", "Eli", "Fay"];
    const t = await aTeam({ lead: "Nomsa" });
    const people: TeamPerson[] = [];
    for (const name of names) people.push(await t.joins(name));
    const ivo = await t.joins("Ivo", "observer");
    t.clock.pass(1000);
    const { intent } = await publish(t.nomsa);
    const briefs: string[] = [];
    const told = async (who: Asker) => {
      const { given, asked, counts } = (await who.ask("direction.show")).backBriefs;
      return [given, asked, counts];
    };
    for (const [i, person] of people.slice(0, 5).entries()) {
      if (i === 4) {
        expect(await told(t.nomsa)).toEqual([4, 6, null]);
        expect(await told(people[5]!)).toEqual([0, 6, null]);
      }
      briefs.push((await person.ask("direction.giveBackBrief", { intent, words: "Aha" })).backBrief);
    }
    expect(await told(ivo)).toEqual([5, 6, null]);
    const verdicts = ["same", "same", "partly", "different", "same"] as const;
    for (const [i, backBrief] of briefs.entries()) {
      if (i === 4) for (const who of [t.nomsa, people[0]!, ivo]) expect((await told(who))[2]).toBeNull();
      await t.nomsa.ask("direction.judgeBackBrief", { backBrief, verdict: verdicts[i]! });
    }
    for (const who of [t.nomsa, people[0]!, ivo]) {
      expect((await told(who))[2]).toEqual({ same: 3, partly: 1, different: 1 });
    }
  });

  it("given and marked at once end in one of the two orders", async () => {
    const t = await published();
    const { backBrief } = await t.grace.ask("direction.giveBackBrief", { intent: t.intent, words: "First" });
    const [again] = await Promise.allSettled([
      t.grace.ask("direction.giveBackBrief", { intent: t.intent, words: "Second" }),
      t.nomsa.ask("direction.judgeBackBrief", { backBrief, verdict: "same" }),
    ]);
    const { mine } = await t.briefs(t.grace);
    expect(mine!.verdict).toBe("same");
    if (again.status === "rejected") expect(again.reason).toMatchObject({ code: "direction.back_brief_given" });
    expect(mine!.words).toBe(again.status === "fulfilled" ? "Second" : "First");
  });

  it("and drafts are gone when a member is forgotten", async () => {
    const t = await published();
    await t.grace.ask("direction.giveBackBrief", { intent: t.intent, words: "Mine" });
    await t.ayo.ask("direction.saveDraft", draft);
    await asTheClock(t.engine, t.workspace, async ({ db, workspace }) => {
      await forgetMember(db, workspace, t.grace.member);
      await forgetMember(db, workspace, t.ayo.member);
    });
    expect((await t.briefs(t.nomsa)).readable).toEqual([]);
    expect((await t.ayo.ask("direction.show")).draft).toBeNull();
  });
});

describe("notices of an intent", () => {
  const told = async (who: Asker) =>
    (await who.ask("notices.list", { open: true })).notices
      .filter((one) => one.kind.startsWith("direction.") && !one.settled)
      .map((one) => one.kind.slice("direction.".length));

  it("go to leads and members, then to the author, then to the giver", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"], observers: ["Ivo"] });
    t.clock.pass(1000);
    const { intent } = await publish(t.nomsa);
    expect([await told(t.nomsa), await told(t.grace), await told(t.ivo)]).toEqual([[], ["intent_published"], []]);
    const { backBrief } = await t.grace.ask("direction.giveBackBrief", { intent, words: "Aha" });
    await t.grace.ask("direction.giveBackBrief", { intent, words: "Aha, once more" });
    expect(await told(t.nomsa)).toEqual(["back_brief_given"]);
    await t.nomsa.ask("direction.judgeBackBrief", { backBrief, verdict: "same" });
    expect(await told(t.nomsa)).toEqual([]);
    expect(await told(t.grace)).toEqual(["back_brief_judged", "intent_published"]);
    await publish(t.nomsa);
    expect(await told(t.grace)).toEqual(["intent_published"]);
  });

  it("tell the leads once when the review day has come where they are", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"], timeZone: "Pacific/Auckland" });
    await publish(t.nomsa);
    const due = async (at: string) => {
      t.clock.set(new Date(at));
      await asTheClock(t.engine, t.workspace, directionDue);
      return [await told(t.nomsa), (await told(t.grace)).includes("intent_review_due")];
    };
    expect(await due("2026-05-31T11:00:00Z")).toEqual([[], false]);
    expect(await due("2026-05-31T13:00:00Z")).toEqual([["intent_review_due"], false]);
    expect(await due("2026-06-02T13:00:00Z")).toEqual([["intent_review_due"], false]);
    await publish(t.nomsa, { review: "2026-07-01" });
    expect(await due("2026-06-03T13:00:00Z")).toEqual([[], false]);
    expect(await due("2026-07-03T13:00:00Z")).toEqual([["intent_review_due"], false]);
  });
});
