import { fork } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { openHouse } from "../src/app/engine.ts";
import { attendToRounds } from "../src/decisions/opening-actions.ts";
import { movedClock } from "../src/foundation/clock.ts";
import { readConfig } from "../src/foundation/config.ts";
import { openPostgres } from "../src/foundation/postgres.ts";
import { type Caller, callerWithoutRequest, run } from "../src/foundation/run.ts";
import { voiceByHand } from "./bench/by-hand.ts";
import { median, short, timed } from "./bench/measures.ts";
import { npmStart, root } from "./bench/starting.ts";

/** What is measured, and how often; `--short` for a look. */
const brief = process.argv.includes("--short");
const input = {
  electors: 5_000,
  openings: brief ? 1 : 3,
  people: 200,
  everyMs: 1_000,
  openLoopSeconds: brief ? 5 : 20,
  inFlight: 32,
  turns: brief ? 2 : 7,
  turnSeconds: brief ? 1 : 3,
};
const hourMs = 3_600_000;
const say = (line: string) => console.log(line);

const data = mkdtempSync(path.join(os.tmpdir(), "bellwether-rounds-"));
process.on("exit", () => rmSync(data, { recursive: true, force: true }));
const cpus = os.cpus();
const config = readConfig({ BELLWETHER_DATA: data });
const postgres = await openPostgres(data, { log: say });
const clock = movedClock(new Date());
const running = await openHouse(config, postgres.connection, clock);
const { engine, signIn } = running;
const owner = new pg.Pool({ ...postgres.connection, max: 2 });
const { rows: version } = await owner.query<{ server_version: string }>("show server_version");
const machine = `${cpus.length} × ${cpus[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.release()}, Node ${process.versions.node}, PostgreSQL ${version[0]!.server_version}`;
say(`machine: ${machine}`);
say(`input: ${JSON.stringify(input)}`);

await run(
  engine,
  "people.signUp",
  { name: "Nomsa", email: "nomsa@example.org", password: "a long enough one" },
  callerWithoutRequest(null),
);
const nomsa = callerWithoutRequest(await signIn.personFor("nomsa@example.org"));
const ask = async <T>(name: string, input: object, caller: Caller = nomsa): Promise<T> =>
  (await run(engine, name, input, caller)) as T;

/** People who can sign in, in a team of their own with Nomsa as its lead: written straight into the tables, for there are many. */
async function aTeamOf(many: number) {
  type Place = { workspace: string; team: string };
  const place = await ask<Place>("people.makeWorkspace", {
    name: "Harbour",
    teamName: "Everybody",
    timeZone: "UTC",
    locale: "en",
  });
  const people = Array.from({ length: many }, (_, n) => ({ user: randomUUID(), member: randomUUID(), name: `P${n}` }));
  const columns = [people.map(({ user }) => user), people.map(({ member }) => member), people.map(({ name }) => name)];
  await owner.query(
    `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
     select u, n, u || '@example.org', false, now(), now() from unnest($1::text[], $2::text[]) p (u, n)`,
    [columns[0], columns[2]],
  );
  await owner.query(
    `insert into member (workspace_id, id, user_id, name, time_zone, locale, joined_at)
     select $1, m, u, n, 'UTC', 'en', now() from unnest($2::text[], $3::uuid[], $4::text[]) p (u, m, n)`,
    [place.workspace, ...columns],
  );
  await owner.query(
    `insert into team_member (workspace_id, id, team_id, member_id, role, from_at)
     select $1, gen_random_uuid(), $2, m, 'member', now() from unnest($3::uuid[]) m`,
    [place.workspace, place.team, columns[1]],
  );
  await owner.query("analyze");
  return { ...place, people };
}
type Crowd = Awaited<ReturnType<typeof aTeamOf>>;

const callerOf = (person: { user: string; name: string }) =>
  callerWithoutRequest({ id: person.user, name: person.name, email: `${person.user}@example.org` });

/** A round of consent among everybody in a team. */
async function aRound({ workspace, team }: Crowd): Promise<{ decision: string; round: string; ms: number }> {
  const { decision } = await ask<{ decision: string }>("decisions.propose", {
    workspace,
    team,
    title: "Who carries the pager",
    proposal: "Two of us, a week each.",
  });
  const { n } = await ask<{ n: number }>("decisions.deciding", { workspace, decision });
  const dueAt = new Date(clock.now().getTime() + 5 * hourMs).toISOString();
  const { result, ms } = await timed(() =>
    ask<{ round: string }>("decisions.beginRound", {
      workspace,
      decision,
      n,
      method: "consent",
      exit: "another_round",
      dueAt,
    }),
  );
  return { decision, round: result.round, ms };
}

/** Everybody but some has spoken: every tenth with a concern, every twentieth objecting. */
async function speakAllBut(crowd: Crowd, round: string, silent: number): Promise<void> {
  const members = crowd.people.slice(silent).map(({ member }) => member);
  await owner.query(
    `insert into voice (workspace_id, round_id, member_id, stance, reason, at)
     select $1, $2, m, case when n % 20 = 0 then 'object' when n % 10 = 0 then 'concern' else 'consent' end,
       case when n % 10 = 0 then repeat('why it is so ', 10) else '' end, now()
     from unnest($3::uuid[]) with ordinality p (m, n)`,
    [crowd.workspace, round, members],
  );
  await owner.query("update round_elector set spoke = true where round_id = $1 and member_id = any($2::uuid[])", [
    round,
    members,
  ]);
  await owner.query("analyze voice, round_elector, notice");
}

/** From the last voice, or from the deadline, until the round is open for everybody and everybody is told. */
async function benchOpening() {
  const crowd = await aTeamOf(input.electors);
  const begun: number[] = [];
  const lastVoice: number[] = [];
  const deadline: number[] = [];
  const opened = async (round: string) => {
    const { rows } = await owner.query<{ voices: number; told: number; raised: number }>(
      `select (select count(*)::int from voice v where v.round_id = r.id) as voices,
         (select count(*)::int from notice n where n.subject_id = r.decision_id and n.kind in ('decisions.opened', 'decisions.lead_voice_asked')) as told,
         (select count(*)::int from objection o where o.round_id = r.id) as raised
       from decision_round r where r.id = $1 and r.opened_at is not null`,
      [round],
    );
    if (!rows[0]) throw new Error("the round did not open");
    return rows[0];
  };
  for (let n = 0; n < input.openings; n++) {
    const whole = await aRound(crowd);
    begun.push(whole.ms);
    await speakAllBut(crowd, whole.round, 1);
    const last = { workspace: crowd.workspace, round: whole.round, stance: "consent" };
    lastVoice.push((await timed(() => ask("decisions.voice", last, callerOf(crowd.people[0]!)))).ms);
    const all = await opened(whole.round);
    if (all.voices !== input.electors || all.told !== input.electors + 1) throw new Error(JSON.stringify(all));

    const partly = await aRound(crowd);
    begun.push(partly.ms);
    await speakAllBut(crowd, partly.round, 1_000);
    clock.pass(5 * hourMs);
    deadline.push((await timed(() => attendToRounds(engine))).ms);
    const most = await opened(partly.round);
    if (most.voices !== input.electors - 1_000 || most.told !== input.electors + 1)
      throw new Error(JSON.stringify(most));
  }
  const figures = (all: number[]) => `${all.map((ms) => Math.round(ms)).join(", ")} ms`;
  say(`a round of ${input.electors} people begins, everybody asked (${begun.length} times): ${figures(begun)}`);
  say(`it opens with the last voice, everybody told (${lastVoice.length} times): ${figures(lastVoice)}`);
  say(`it opens at the deadline, everybody told (${deadline.length} times): ${figures(deadline)}`);
  return {
    begin_5000_ms: Math.round(median(begun)),
    opened_5000_ms: Math.round(Math.max(...lastVoice, ...deadline)),
    opened_5000_median_ms: Math.round(median([...lastVoice, ...deadline])),
  };
}

/** So many at once through the product's door and by hand, turn about, on the same database and the same connections. */
async function benchSaturated(crowd: Crowd) {
  const { round } = await aRound(crowd);
  const { workspace } = crowd;
  // one stays silent, so that the round stays sealed
  const speakers = crowd.people.slice(1);
  let said = 0;
  const ours = async () => {
    const n = said++;
    const person = speakers[n % speakers.length]!;
    const caller = { ...callerOf(person), idempotencyKey: `s${n}` };
    await run(
      engine,
      "decisions.voice",
      { workspace, round, stance: "concern", reason: `For the ${n}th time.` },
      caller,
    );
  };
  const byHand = async () => {
    const n = said++;
    const person = speakers[n % speakers.length]!;
    const reason = `For the ${n}th time.`;
    const inputHash = createHash("sha256").update(`voice\n${reason}`).digest("hex");
    await voiceByHand(engine.pool, {
      workspace,
      round,
      user: person.user,
      member: person.member,
      key: `s${n}`,
      inputHash,
      stance: "concern",
      reason,
    });
  };
  const perSecond = async (speak: () => Promise<void>, seconds: number) => {
    const until = performance.now() + seconds * 1_000;
    let done = 0;
    const began = performance.now();
    await Promise.all(
      Array.from({ length: input.inFlight }, async () => {
        while (performance.now() < until) {
          await speak();
          done++;
        }
      }),
    );
    return done / ((performance.now() - began) / 1_000);
  };
  // everybody has spoken once before it counts: what is measured is the same on both sides, a voice that is changed
  for (const speak of [ours, byHand]) await perSecond(speak, Math.max(1, input.turnSeconds / 2));
  const product: number[] = [];
  const hand: number[] = [];
  for (let turn = 0; turn < input.turns; turn++) {
    const order = turn % 2 === 0 ? ([ours, byHand] as const) : ([byHand, ours] as const);
    for (const speak of order) (speak === ours ? product : hand).push(await perSecond(speak, input.turnSeconds));
  }
  const ratio = median(product.map((figure, turn) => figure / hand[turn]!));
  say(
    `voices at saturation (${input.inFlight} in flight, ${input.turns} turns of ${input.turnSeconds} s, turn about): through run ` +
      `${Math.round(median(product))} a second, by hand ${Math.round(median(hand))}, ratio ${ratio.toFixed(2)}`,
  );
  return { ratio: short(ratio), per_second: Math.round(median(product)), by_hand_per_second: Math.round(median(hand)) };
}

type Heard = {
  took: number[];
  refused: string[];
  acknowledged: { name: string; reason: string; sentAt: number; doneAt: number }[];
};

/** People who each speak once a second at random moments, over HTTP, to a house that runs as anybody runs it. */
async function benchOpenLoop(crowd: Crowd, round: string, cookies: readonly string[]) {
  const app = await npmStart(root, data);
  const child = fork(path.join(root, "scripts/bench/voices.mjs"), { stdio: "inherit" });
  // one stays silent, so that the round stays sealed
  const people = crowd.people.slice(1).map(({ name }, at) => ({ name, cookie: cookies[at]! }));
  const hear = (turn: string, seconds: number) =>
    new Promise<Heard>((resolve) => {
      child.once("message", (heard) => resolve(heard as Heard));
      child.send({
        turn,
        port: Number(new URL(app.address).port),
        path: `/api/workspaces/${crowd.workspace}/rounds/${round}/voice`,
        stances: ["consent", "aside"],
        people,
        everyMs: input.everyMs,
        forMs: seconds * 1_000,
      });
    });
  await hear("warm", 3);
  const { took, refused, acknowledged } = await hear("heard", input.openLoopSeconds);
  child.kill();
  const db = new pg.Pool({
    host: path.join(data, "run"),
    port: 5432,
    user: "bellwether",
    database: "postgres",
    max: 1,
  });
  const { rows } = await db.query<{ name: string; reason: string }>(
    "select m.name, v.reason from voice v join member m on m.workspace_id = v.workspace_id and m.id = v.member_id where v.round_id = $1",
    [round],
  );
  await db.end();
  await app.stop();
  if (refused.length > 0) throw new Error(`${refused.length} voices were refused: ${refused[0]}`);
  // what stands is a voice that was acknowledged, and none that was meant after that was acknowledged too
  const lost = people.filter(({ name }) => {
    const mine = acknowledged.filter((one) => one.name === name);
    const stands = rows.filter((row) => row.name === name);
    const kept = mine.find(({ reason }) => reason === stands[0]?.reason);
    return mine.length > 0 && (stands.length !== 1 || !kept || mine.some(({ sentAt }) => sentAt > kept.doneAt));
  });
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!;
  say(
    `${people.length} people, each a voice every ${input.everyMs} ms at random, over HTTP for ${input.openLoopSeconds} s: ${took.length} acknowledged, ` +
      `median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms; ${rows.length} people's voices stand, ${lost.length} lost`,
  );
  if (lost.length > 0) throw new Error(`voices were lost: ${lost.map(({ name }) => name).join(", ")}`);
  return {
    voices: took.length,
    median_ms: short(at(0.5)),
    p95_ms: short(at(0.95)),
    p99_ms: short(at(0.99)),
    stored: rows.length,
    lost: lost.length,
  };
}

const opening = await benchOpening();
const crowd = await aTeamOf(input.people + 1);
const saturated = await benchSaturated(crowd);
const { round } = await aRound(crowd);
const cookies: string[] = [];
for (const { user } of crowd.people.slice(1)) cookies.push((await signIn.sessionFor(`${user}@example.org`))!);
await owner.end();
await running.stop();
await postgres.stop();
const heard = await benchOpenLoop(crowd, round, cookies);
say(`RESULT ${JSON.stringify({ machine, ...saturated, ...heard, ...opening })}`);
process.exit(0);
