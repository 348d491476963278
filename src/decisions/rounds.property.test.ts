import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { everythingReadableBy } from "../../test/everything-readable.ts";
import { aTeam, type TeamPerson } from "../../test/team.ts";
import { Refusal } from "../foundation/refusal.ts";
import { callerWithoutRequest, run } from "../foundation/run.ts";
import { methodRules, type Stance } from "./method-rules.ts";
import { attendToRounds } from "./opening-actions.ts";

const minuteMs = 60_000;

/** A lead who looks after the workspace, members, somebody who looks on, an administrator and somebody asked from outside. */
const names = ["nomsa", "grace", "chen", "divya", "ivo", "ada", "dora"] as const;
type Name = (typeof names)[number];

/** One thing that somebody does. */
type Act =
  | { do: "voice"; who: Name; stance: number; again: boolean }
  | { do: "remark"; who: Name; kind: "comment" | "question" | "fact" }
  | { do: "read"; who: Name }
  | { do: "withdraw"; who: Name }
  | { do: "version"; who: Name }
  | { do: "begin" }
  | { do: "sweep" }
  | { do: "wait"; minutes: number };

/** How the decision is made: at which level, by which method. */
const ways = [
  { level: 3, holder: "nomsa", method: "advice" },
  { level: 4, holder: "grace", method: "consent" },
  { level: 4, holder: "grace", method: "majority" },
  { level: 5, holder: "grace", method: "advice" },
] as const;

const who = fc.constantFrom(...names);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant("voice" as const), who, stance: fc.nat(3), again: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("remark" as const),
      who,
      kind: fc.constantFrom("comment" as const, "question" as const, "fact" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("read" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("version" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("begin" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("sweep" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.constantFrom(3, 8, 20, 70) }),
  },
);
/** Each step is one thing, or several at once. */
const steps = fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 5, maxLength: 9 });

/** What is known to be true of a round, kept beside the database. */
type Model = {
  /** Each member's voice that holds; after several at once, one of these. */
  holds: Map<string, Set<string>>;
  /** Every phrase that was ever said in it, whether it was taken or not, and by whom. */
  phrases: Map<string, Name>;
};

async function play(way: (typeof ways)[number], all: readonly (readonly Act[])[]): Promise<number> {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen", "Divya", "Ada", "Dora"], observers: ["Ivo"] });
  const people: Record<Name, TeamPerson> = t;
  await t.nomsa.ask("people.administer", { member: t.ada.member, administers: true });
  for (const outside of [t.ada, t.dora]) await t.nomsa.ask("people.removeFromTeam", { member: outside.member });
  const guardrails = [{ id: randomUUID(), kind: "ask" as const, members: [t.dora.member], team: null }];
  const { areas } = await t.nomsa.ask("areas.make", {
    areas: [{ name: "On-call", level: way.level, owner: t.grace.member, guardrails }],
  });
  const holder = people[way.holder];
  const { decision } = await holder.ask("decisions.propose", {
    title: "Who carries the pager",
    proposal: "Two of us.",
    area: areas[0]!,
    affected: [t.chen.member, t.divya.member],
  });
  const nOf = async () => (await holder.ask("decisions.deciding", { decision })).n;
  const beginRound = async () =>
    holder.ask("decisions.beginRound", {
      decision,
      n: await nOf(),
      method: way.method,
      quorum: 50,
      exit: "another_round",
      dueAt: new Date(t.clock.now().getTime() + 16 * minuteMs).toISOString(),
    });

  const rounds = new Map<string, Model>();
  let current = "";
  const began = (round: string) => {
    current = round;
    rounds.set(round, { holds: new Map(), phrases: new Map() });
  };
  began((await beginRound()).round);
  const news: string[] = [];
  const unsubscribe = t.engine.live.subscribe({
    workspace: t.workspace,
    member: t.ada.member,
    send: (message) => void news.push(JSON.stringify(message)),
  });

  /** Goes on where the house said no; anything else that goes wrong fails the test. */
  const orRefused = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  };
  let phrases = 0;
  let taken = 0;

  /** Which rounds are open, as the tables have it. */
  const opened = async () => {
    const { rows } = await t.house.owner.query<{ id: string }>(
      "select id from decision_round where workspace_id = $1 and opened_at is not null",
      [t.workspace],
    );
    return new Set(rows.map(({ id }) => id));
  };
  const sealedPhrases = (open: ReadonlySet<string>, but: Name | null) =>
    [...rounds]
      .filter(([round]) => !open.has(round))
      .flatMap(([, { phrases }]) => [...phrases].filter(([, by]) => by !== but).map(([phrase]) => phrase));
  const readAll = (reader: Name) =>
    everythingReadableBy(people[reader], {
      team: [t.team],
      area: areas,
      decision: [decision],
      round: [...rounds.keys()],
    });
  const expectSealed = (text: string, open: ReadonlySet<string>, reader: Name | null, where: string) => {
    for (const phrase of sealedPhrases(open, reader)) expect(text.includes(phrase), `${where}: ${phrase}`).toBe(false);
  };

  /** Does one thing; what comes of it is looked at when the step is over. */
  async function does(one: Act, accepted: { round: string; member: string; phrase: string }[], read: [Name, string][]) {
    const round = current;
    if (one.do === "voice") {
      const { stances } = methodRules[way.method];
      const stance: Stance = stances[one.stance % stances.length]!;
      const phrase = `phrase${String(++phrases).padStart(4, "0")}${randomUUID().slice(0, 8)}`;
      rounds.get(round)!.phrases.set(phrase, one.who);
      const { user, member } = people[one.who];
      const knock = () =>
        run(
          t.engine,
          "decisions.voice",
          { workspace: t.workspace, round, stance, reason: phrase },
          { ...callerWithoutRequest(user), idempotencyKey: phrase },
        );
      // a double click: the same key twice at once
      const answers = await Promise.all((one.again ? [knock(), knock()] : [knock()]).map(orRefused));
      if (answers.some((answer) => answer !== null)) accepted.push({ round, member, phrase });
    } else if (one.do === "remark") {
      await orRefused(people[one.who].ask("decisions.remark", { decision, kind: one.kind, words: "How often?" }));
    } else if (one.do === "read") {
      read.push([one.who, await readAll(one.who)]);
    } else if (one.do === "withdraw") {
      const seen = await orRefused(people[one.who].ask("decisions.deciding", { decision }));
      for (const { id } of seen?.objections ?? []) {
        await orRefused(people[one.who].ask("decisions.endObjection", { objection: id, how: "withdrawn" }));
      }
    } else if (one.do === "version") {
      const proposal = `Version ${randomUUID()}`;
      await orRefused(people[one.who].ask("decisions.newVersion", { decision, n: await nOf(), proposal }));
    } else if (one.do === "begin") {
      const begun = await orRefused(beginRound());
      if (begun) began(begun.round);
    } else if (one.do === "sweep") {
      await attendToRounds(t.engine);
    } else {
      t.clock.pass(one.minutes * minuteMs);
    }
  }

  /** What must hold after every step. */
  async function looksRight(turn: number) {
    const open = await opened();
    // by every door: what one of them reads now, a different one each time, and whatever is kept
    const reader = names[turn % names.length]!;
    expectSealed(await readAll(reader), open, reader, reader);
    const { rows } = await t.house.owner.query<{ text: string }>(
      `select data::text as text from event where workspace_id = $1
       union all select coalesce(output::text, '') from idempotency where workspace_id = $1
       union all select params::text from notice where workspace_id = $1
       union all select subject || body_text || body_html from mail where workspace_id = $1
       union all select words from objection where workspace_id = $1
       union all select note from decision_step where workspace_id = $1 and note is not null`,
      [t.workspace],
    );
    expectSealed(rows.map(({ text }) => text).join("\n"), open, null, "kept");
    expectSealed(news.join("\n"), open, null, "news");
    for (const one of ["nomsa", "ada", "ivo"] as const) {
      for (const phrase of sealedPhrases(open, null).slice(-1)) {
        const found = await orRefused(people[one].ask("decisions.list", { search: phrase }));
        expect(found?.total ?? 0).toBe(0);
      }
    }
    const seen = await t.ivo.ask("decisions.deciding", { decision });
    for (const round of seen.rounds) {
      const { holds } = rounds.get(round.id)!;
      const { rows: electors } = await t.house.owner.query<{ member: string; part: string; spoke: boolean }>(
        "select member_id as member, part, spoke from round_elector where round_id = $1",
        [round.id],
      );
      // who has spoken is whoever was told that their voice is in, and they are counted once
      expect(new Set(electors.filter(({ spoke }) => spoke).map(({ member }) => member))).toEqual(new Set(holds.keys()));
      const first = electors.filter(({ member, part }) => part === "voice" && holds.has(member)).length;
      expect(round.spoken).toBe(first);
      if (!open.has(round.id)) {
        expect(round.result).toBeNull();
        expect(await t.ivo.refused("decisions.voices", { round: round.id })).toBe("decisions.still_sealed");
        continue;
      }
      const { total, voices } = await t.ivo.ask("decisions.voices", { round: round.id, limit: 200 });
      expect(total).toBe(holds.size);
      expect(new Set(voices.map(({ by }) => by.member))).toEqual(new Set(holds.keys()));
      for (const { by, reason } of voices) expect([...holds.get(by.member)!]).toContain(reason);
      const counted = Object.values(round.result!.tally).reduce((sum, n) => sum + n, 0);
      expect(counted).toBe(holds.size);
    }
  }

  try {
    for (const [turn, acts] of all.entries()) {
      const accepted: { round: string; member: string; phrase: string }[] = [];
      const read: [Name, string][] = [];
      await Promise.all(acts.map((one) => does(one, accepted, read)));
      const several = new Map<string, Set<string>>();
      for (const { round, member, phrase } of accepted) {
        taken++;
        const key = `${round} ${member}`;
        several.set(key, (several.get(key) ?? new Set()).add(phrase));
        rounds.get(round)!.holds.set(member, several.get(key)!);
      }
      const open = await opened();
      for (const [reader, text] of read) expectSealed(text, open, reader, `${reader}, meanwhile`);
      await looksRight(turn);
    }
  } finally {
    unsubscribe();
  }
  // to the end: whatever happened, it opens, with every voice that was taken
  t.clock.pass(24 * 60 * minuteMs);
  for (const _ of [1, 2]) {
    await attendToRounds(t.engine);
    t.clock.pass(60 * minuteMs);
  }
  const open = await opened();
  expect([...rounds.keys()].every((round) => open.has(round))).toBe(true);
  for (const reader of ["nomsa", "ivo", "ada", "dora"] as const) await looksRight(names.indexOf(reader));
  return taken;
}

it("whatever people do, at once or one after the other: no voice is read early, none is lost, none is counted twice", {
  timeout: 120_000,
}, async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ways), steps, async (way, all) => {
      taken += await play(way, all);
    }),
    { numRuns: 8, endOnFailure: true },
  );
  // the histories were worth playing
  expect(taken).toBeGreaterThan(12);
});
