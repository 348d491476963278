import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "./db.ts";
import { PlainError } from "./plain-error.ts";
import { asOrdinaryUser, type Binaries, bundledMajor, findBinaries, whyItDidNotRun } from "./postgres-binaries.ts";
import { type Held, holderReady, prepareFolder, socketPort, takeFolder, waitForLeftover } from "./postgres-folder.ts";

/** The bundled database while it runs. */
export type Postgres = {
  /** As the superuser `bellwether`, over a private socket: for migrating and for making roles. */
  connection: Connection;
  /** False when another process of ours runs it and we only joined. */
  started: boolean;
  /** Tells a second copy that is started on the same folder where the first one answers. */
  announce(address: string): void;
  /** Ends it cleanly; only lets go of it when another process runs it. */
  stop(): Promise<void>;
};

export type PostgresOptions = {
  log(sentence: string): void;
  /** `own` refuses when another copy runs on the folder; `attach-or-own` joins that copy's server (the command line). */
  mode?: "own" | "attach-or-own";
  /** Settings of the server beside ours (`fsync: "off"` where the data may be lost, as in tests). */
  settings?: Readonly<Record<string, string>>;
  /** The server ended by itself and could not be brought back. Without a word here the process ends with the sentence. */
  lost?(error: PlainError): void;
};

const superuser = "bellwether";
const startWithinMs = 60_000;
const stopWithinMs = 30_000;
const restarts = { most: 3, withinMs: 60_000 };

// Ends the program when our end of its standard input closes, also after kill -9 of this process, and ends itself when the
// program does. The reader is a process of its own, so that it still watches when the shell alone is killed.
const watchdog = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
trap "" INT TERM HUP
( read -r _ <&3; kill -INT $program ) >/dev/null 2>&1 &
reader=$!
wait $program
status=$?
kill -KILL $reader 2>/dev/null
exit $status
`;

/**
 * Starts the bundled PostgreSQL in a data folder, making the database there the first time, and keeps it running.
 * @param dataFolder holds the database and the sockets it is reached by; made when missing
 * @throws PlainError for whatever the person who starts it can put right
 */
export async function openPostgres(dataFolder: string, options: PostgresOptions): Promise<Postgres> {
  const folder = prepareFolder(path.resolve(dataFolder));
  const taken = await takeFolder(folder);
  const connection = { host: taken.sockets, port: socketPort, user: superuser, database: "postgres" };
  if (taken.held) {
    try {
      return await own(folder, connection, taken.held, options);
    } catch (error) {
      await taken.held.release();
      throw error;
    }
  }
  if (options.mode === "attach-or-own" && (await holderReady(taken.sockets, startWithinMs))) {
    return { connection, started: false, announce() {}, async stop() {} };
  }
  const { pid, address } = taken.holder!;
  const where = [pid ? `process ${pid}` : "", address ? `at ${address}` : ""].filter(Boolean).join(", ");
  throw new PlainError(
    `Bellwether is already running on the data folder ${folder}${where ? ` (${where})` : ""}: use that one, stop it first, or choose another folder with BELLWETHER_DATA.`,
  );
}

async function own(folder: string, connection: Connection, held: Held, options: PostgresOptions): Promise<Postgres> {
  const binaries = findBinaries();
  const cluster = path.join(folder, `postgres-${bundledMajor}`);
  if (!existsSync(path.join(cluster, "PG_VERSION"))) await makeCluster(binaries, folder, cluster);

  let stopping = false;
  const start = () => startServer(binaries, folder, cluster, connection.host, options.settings);
  let server = await start();
  const ends: number[] = [];
  const watch = () => {
    server.child.once("exit", () => {
      if (!stopping) void bringBack();
    });
  };
  const bringBack = async () => {
    held.tell({ ready: false });
    // lets the reader end a server whose shell alone was killed
    server.child.stdin?.destroy();
    ends.push(Date.now());
    try {
      if (ends.filter((at) => at > Date.now() - restarts.withinMs).length > restarts.most) throw server.why();
      options.log("The database ended by itself; starting it again.");
      const again = await start();
      server = again;
      if (stopping) return again.child.stdin?.end();
      held.tell({ ready: true });
      watch();
    } catch (error) {
      if (!stopping)
        (options.lost ?? endWith)(error instanceof PlainError ? error : new PlainError(String(error), error));
    }
  };
  watch();
  held.tell({ ready: true });

  return {
    connection,
    started: true,
    announce: (address) => held.tell({ address }),
    async stop() {
      if (stopping) return;
      stopping = true;
      await server.stop();
      await held.release();
    },
  };
}

function endWith(error: PlainError): never {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** The database's files are made beside their place and moved there whole, so that an interrupted start leaves no half. */
async function makeCluster(binaries: Binaries, folder: string, cluster: string): Promise<void> {
  const unfinished = `${path.basename(cluster)}.new-`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(unfinished)) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  const place = path.join(folder, unfinished + process.pid);
  // the builtin provider sorts and folds alike on every machine; people's text names an ICU collation where it matters
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
  const child = spawnWatched([binaries.initdb, "-D", place, "-U", superuser, "--auth=trust", ...locale]);
  const { status, said } = await child.ended;
  if (status !== 0) {
    rmSync(place, { recursive: true, force: true });
    throw whyItDidNotRun(said, status, folder);
  }
  renameSync(place, cluster);
}

type Server = { child: ChildProcess; why(): PlainError; stop(): Promise<void> };

async function startServer(
  binaries: Binaries,
  folder: string,
  cluster: string,
  sockets: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const settings = {
    listen_addresses: "",
    unix_socket_permissions: "0700",
    max_connections: "100",
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    logging_collector: "off",
    lc_messages: "C",
    ...more,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = [binaries.postgres, "-D", cluster, "-k", sockets, "-p", String(socketPort), ...args];
  for (let attempt = 1; ; attempt++) {
    await waitForLeftover(cluster, sockets);
    const run = spawnWatched(command);
    const { child } = run;
    const ready = await Promise.race([
      run.says(/ready to accept connections/),
      run.ended,
      sleep(startWithinMs, undefined, { ref: false }),
    ]);
    if (ready === true) {
      for (const handle of [child, child.stdin, child.stderr])
        (handle as unknown as { unref?(): void } | null)?.unref?.();
      return { child, why: () => whyItDidNotRun(run.said(), child.exitCode, folder), stop: () => stopServer(run) };
    }
    child.stdin?.destroy();
    const { said, status } = await run.ended;
    // the one before may have been met between its last breath and its end
    if (attempt < 40 && /lock file .* already exists|shared memory block .* still in use/.test(said)) {
      await sleep(250);
      continue;
    }
    throw whyItDidNotRun(said, status, folder);
  }
}

async function stopServer(run: Watched): Promise<void> {
  const { child } = run;
  child.ref();
  (child.stderr as unknown as { ref(): void }).ref();
  child.stdin?.end();
  const orderly = await Promise.race([run.ended, sleep(stopWithinMs, "late" as const, { ref: false })]);
  if (orderly !== "late" || !child.pid) return;
  // the whole group, shell and server: what is committed is on disk, and the next start recovers
  process.kill(-child.pid, "SIGKILL");
  await run.ended;
}

/** A program that ends with this process: what it said, when it said something, and how it ended. */
export type Watched = {
  child: ChildProcess;
  said(): string;
  says(pattern: RegExp): Promise<true>;
  ended: Promise<{ status: number | null; said: string }>;
};

/**
 * Runs a program of PostgreSQL's that ends with this process, however this one ends; in a group of its own, so that Ctrl-C
 * is ours to pass on. Closing its standard input ends it in good order.
 * @param command the program and its arguments; as root it is run so that it does not see that it is
 */
export function spawnWatched(command: string[]): Watched {
  const child = spawn("/bin/sh", ["-c", watchdog, "watchdog", ...asOrdinaryUser(), ...command], {
    stdio: ["pipe", "ignore", "pipe"],
    detached: true,
    env: { ...process.env, LC_ALL: "C", LANG: "C", TZ: "UTC" },
  });
  let said = "";
  const hearers = new Set<() => void>();
  child.stdin?.on("error", () => {});
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-8000);
    for (const hear of hearers) hear();
  });
  return {
    child,
    said: () => said,
    says: (pattern) =>
      new Promise((resolve) => {
        const hear = () => {
          if (!pattern.test(said)) return;
          hearers.delete(hear);
          resolve(true);
        };
        hearers.add(hear);
      }),
    ended: new Promise((resolve) => {
      child.once("error", (error) => resolve({ status: null, said: String(error) }));
      child.once("close", (status) => resolve({ status, said }));
    }),
  };
}
