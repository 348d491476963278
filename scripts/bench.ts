import { execFile, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { openHouse } from "../src/app/engine.ts";
import { readConfig } from "../src/foundation/config.ts";
import { openPostgres } from "../src/foundation/postgres.ts";
import { callerWithoutRequest, run } from "../src/foundation/run.ts";
import { median, short, timed } from "./bench/measures.ts";
import { recordOf } from "./bench/record-input.ts";
import { freshCopy, npmStart, root } from "./bench/starting.ts";

const repetitions = { second: 7, page: 50, rounds: 5, seconds: 3, connections: 32 };
const rows = 10_000;
const say = (line: string) => console.log(line);
// `npm run bench -- --without-fresh`: no network needed
const withFresh = !process.argv.includes("--without-fresh");

const data = mkdtempSync(path.join(os.tmpdir(), "bellwether-bench-"));
process.on("exit", () => rmSync(data, { recursive: true, force: true }));
const cpus = os.cpus();
const machine = `${cpus.length} × ${cpus[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.release()}, Node ${process.versions.node}`;
say(`machine: ${machine}`);

const start = await benchStart();
const { record, read } = await benchHouse();
say(`RESULT ${JSON.stringify({ machine, start, record, read })}`);
process.exit(0);

/** From the command to the first page served: a fresh copy (what npm has in its cache stays there), and once more. */
async function benchStart() {
  let freshMs: number | null = null;
  if (withFresh) {
    const copy = freshCopy();
    const fresh = await timed(() => npmStart(copy.folder, path.join(copy.folder, "data")));
    freshMs = fresh.ms;
    await fresh.result.stop();
    copy.remove();
    say(`start, fresh copy (install, build, new database; 1 time): ${(freshMs / 1000).toFixed(1)} s`);
  }
  await (await npmStart(root, data)).stop();
  const second: number[] = [];
  for (let n = 0; n < repetitions.second; n++) {
    const { result, ms } = await timed(() => npmStart(root, data));
    second.push(ms);
    await result.stop();
  }
  const secondMs = median(second);
  say(
    `start, second (median of ${second.length}; ${second.map((ms) => Math.round(ms)).join(", ")} ms): ${Math.round(secondMs)} ms`,
  );
  return {
    freshMs: freshMs && Math.round(freshMs),
    secondMs: Math.round(secondMs),
    ratio: freshMs && short(freshMs / secondMs),
  };
}

type Statement = { text: string; values: unknown[] };
type Reading = { operation: string; input: Record<string, string>; path: string };

/** Import, record page and one read, on the app as it is started. */
async function benchHouse() {
  const config = readConfig({ BELLWETHER_DATA: data });
  const postgres = await openPostgres(data, { log: say });
  const running = await openHouse(config, postgres.connection);
  const { engine, signIn } = running;
  await run(
    engine,
    "people.signUp",
    { name: "Nomsa", email: "nomsa@example.org", password: "a long enough one" },
    callerWithoutRequest(null),
  );
  const nomsa = callerWithoutRequest(await signIn.personFor("nomsa@example.org"));
  const ask = async <T>(name: string, input: object): Promise<T> => (await run(engine, name, input, nomsa)) as T;
  type Place = { workspace: string; team: string };
  const place = await ask<Place>("people.makeWorkspace", {
    name: "Harbour",
    teamName: "Platform",
    timeZone: "UTC",
    locale: "en",
  });

  const text = recordOf(rows);
  const imported = await timed(() => ask("records.importDecisions", { ...place, file: { name: "bench.csv", text } }));
  const perSecond = rows / (imported.ms / 1000);
  say(
    `import of ${rows} decisions (${Math.round(text.length / 1024)} kB; 1 time): ${(imported.ms / 1000).toFixed(2)} s, ${Math.round(perSecond)} a second`,
  );

  const page: number[] = [];
  for (let n = 0; n < repetitions.page; n++) page.push((await timed(() => ask("records.overview", place))).ms);
  say(`record page of ${rows} decisions, server time (median of ${page.length}): ${median(page).toFixed(1)} ms`);

  // as many as there are: the first page, words that nothing has, and how it stood on a day in the middle
  const looks = { list: {}, search: { search: "no such word" }, asOf: { asOf: "2018-01-01", search: "question" } };
  const log: Record<string, number> = {};
  for (const [name, input] of Object.entries(looks)) {
    const times: number[] = [];
    for (let n = 0; n < repetitions.page; n++) {
      times.push((await timed(() => ask("decisions.list", { ...place, ...input }))).ms);
    }
    log[`${name}Ms`] = short(median(times));
  }
  say(
    `log of ${rows} decisions, server time (median of ${repetitions.page}): a page ${log.listMs} ms, a search ${log.searchMs} ms, a search as of a day ${log.asOfMs} ms`,
  );
  type Log = { decisions: { id: string }[] };
  const { decisions } = await ask<Log>("decisions.list", { ...place, limit: 1 });
  const { workspace, team } = place;
  const decision = decisions[0]!.id;
  // a page's worth of one decision, and a read so light that what stands around it is most of the work
  const reads: Reading[] = [
    {
      operation: "decisions.show",
      input: { workspace, decision },
      path: `/api/workspaces/${workspace}/decisions/${decision}`,
    },
    { operation: "people.showTeam", input: { workspace, team }, path: `/api/workspaces/${workspace}/teams/${team}` },
  ];
  const asked: Statement[][] = [];
  for (const { operation, input } of reads) asked.push(await statementsOf(() => ask(operation, input)));
  const cookie = (await signIn.sessionFor("nomsa@example.org"))!;
  await running.stop();
  await postgres.stop();
  const read = [];
  for (const [at, reading] of reads.entries()) read.push(await benchRead(reading, cookie, asked[at]!));
  const record = {
    rows,
    importMs: Math.round(imported.ms),
    importPerSecond: Math.round(perSecond),
    pageMs: short(median(page)),
    ...log,
  };
  return { record, read };
}

/** What an operation asks the database, without what only opens and closes its transaction and says who asks. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const found: Statement[] = [];
  const { query } = pg.Client.prototype;
  const spy = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | Statement, unknown[]?];
    const statement =
      typeof first === "string"
        ? { text: first, values: second ?? [] }
        : { text: first.text, values: first.values ?? [] };
    if (!/^\s*(?:begin|commit|rollback)/i.test(statement.text)) found.push(statement);
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  };
  pg.Client.prototype.query = spy as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return found;
}

/** A read by a signed-in member through the whole app, against node:http with the same statements, turn about. */
async function benchRead({ operation, path: address }: Reading, cookie: string, statements: Statement[]) {
  const app = await npmStart(root, data);
  const bare = fork(path.join(root, "scripts/bench/bare.mjs"), { stdio: "inherit" });
  const connection = { host: path.join(data, "run"), port: 5432, user: "bellwether", database: "postgres" };
  bare.send({ connection, statements });
  const barePort = await new Promise<number>((resolve) => bare.once("message", (port) => resolve(port as number)));
  const load = async (port: number | string, url: string, as: string, seconds: number) => {
    const args = [
      path.join(root, "scripts/bench/load.mjs"),
      String(port),
      url,
      as,
      String(repetitions.connections),
      String(seconds),
    ];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout) as { perSecond: number; median: number; p99: number; bytesEach: number };
  };
  const appPort = new URL(app.address).port;
  await load(appPort, address, cookie, 2);
  await load(barePort, "/", "", 2);
  const [ours, theirs]: Awaited<ReturnType<typeof load>>[][] = [[], []];
  for (let round = 0; round < repetitions.rounds; round++) {
    ours!.push(await load(appPort, address, cookie, repetitions.seconds));
    theirs!.push(await load(barePort, "/", "", repetitions.seconds));
  }
  bare.kill();
  await app.stop();
  const [appPerSecond, barePerSecond] = [ours!, theirs!].map((runs) => median(runs.map((one) => one.perSecond))) as [
    number,
    number,
  ];
  const ratio = median(ours!.map((one, at) => one.perSecond / theirs![at]!.perSecond));
  say(
    `${operation}, signed in (${statements.length} statements, ${repetitions.connections} in flight, ${repetitions.rounds} rounds of ${repetitions.seconds} s, turn about): ` +
      `${Math.round(appPerSecond)} a second, bare node:http ${Math.round(barePerSecond)}, ratio ${ratio.toFixed(2)}`,
  );
  return {
    operation,
    statements: statements.length,
    appPerSecond: Math.round(appPerSecond),
    barePerSecond: Math.round(barePerSecond),
    ratio: short(ratio),
    p99Ms: short(median(ours!.map((one) => one.p99))),
  };
}
