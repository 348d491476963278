import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Connection } from "./db.ts";
import { PlainError } from "./plain-error.ts";
import { openPostgres, type Postgres, type PostgresOptions } from "./postgres.ts";

const made: string[] = [];
const open: Postgres[] = [];
afterEach(async () => {
  for (const postgres of open.splice(0)) await postgres.stop();
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bellwether-postgres-"));
  made.push(folder);
  return folder;
}

async function start(folder: string, options: Partial<PostgresOptions> = {}): Promise<Postgres> {
  const postgres = await openPostgres(folder, { log: () => {}, ...options });
  open.push(postgres);
  return postgres;
}

async function query<T extends pg.QueryResultRow>(connection: Connection, sql: string): Promise<T[]> {
  const client = new pg.Client(connection);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = (folder: string) =>
  Number(readFileSync(path.join(folder, "postgres-18/postmaster.pid"), "utf8").split("\n")[0]);

function processesOn(folder: string): string[] {
  return execFileSync("ps", ["axo", "pid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(folder) && !line.includes("ps axo"));
}

describe("the bundled database", () => {
  it("is made once, keeps what it was told, and waits for the disk", async () => {
    const folder = newFolder();
    const first = await start(folder);
    expect(first.started).toBe(true);
    await query(first.connection, "create table kept as select 42 as n");
    await first.stop();
    expect(processesOn(folder)).toEqual([]);
    const second = await start(folder);
    expect(await query(second.connection, "select n from kept")).toEqual([{ n: 42 }]);
    const settings = await query<{ name: string; setting: string }>(
      second.connection,
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses') order by 1",
    );
    expect(settings.map(({ setting }) => setting)).toEqual(["on", "on", "", "on"]);
    expect(await query(second.connection, `select 'é' < 'f' collate "und-x-icu" as sorted`)).toEqual([
      { sorted: true },
    ]);
  });

  it("is one for each folder: a second copy hears where the first one is, the command line joins it", async () => {
    const folder = newFolder();
    const first = await start(folder);
    first.announce("http://localhost:3000");
    await expect(start(folder)).rejects.toThrow(
      new RegExp(`already running on the data folder .*process ${process.pid}, at http://localhost:3000`),
    );
    const joined = await start(folder, { mode: "attach-or-own" });
    expect(joined.started).toBe(false);
    await joined.stop();
    expect(await query(first.connection, "select 1 as n")).toEqual([{ n: 1 }]);
    await first.stop();
    const own = await start(folder, { mode: "attach-or-own" });
    expect(own.started).toBe(true);
  });

  it("starts again by itself when it is killed", async () => {
    const folder = newFolder();
    const log = vi.fn();
    const postgres = await start(folder, { log });
    await query(postgres.connection, "create table kept as select 42 as n");
    process.kill(serverPid(folder), "SIGKILL");
    await vi.waitFor(() => query(postgres.connection, "select n from kept"), { timeout: 10_000, interval: 50 });
    expect(log).toHaveBeenCalledWith("The database ended by itself; starting it again.");
    await postgres.stop();
    expect(processesOn(folder)).toEqual([]);
  });

  it("starts again when only its watchdog is killed, and leaves no second server", async () => {
    const folder = newFolder();
    const postgres = await start(folder);
    const before = serverPid(folder);
    const watchdog = Number(execFileSync("ps", ["-o", "ppid=", "-p", String(before)], { encoding: "utf8" }));
    process.kill(watchdog, "SIGKILL");
    await vi.waitFor(() => expect(serverPid(folder)).not.toBe(before), { timeout: 10_000, interval: 50 });
    await vi.waitFor(() => query(postgres.connection, "select 1 as n"), { timeout: 10_000, interval: 50 });
    await postgres.stop();
    expect(processesOn(folder)).toEqual([]);
  });

  it("gives up with a sentence when it keeps ending", async () => {
    const folder = newFolder();
    const lost = vi.fn();
    const postgres = await start(folder, { lost });
    for (let killed = 0; lost.mock.calls.length === 0 && killed < 10; ) {
      try {
        await query(postgres.connection, "select 1");
        process.kill(serverPid(folder), "SIGKILL");
        killed++;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce(), { timeout: 10_000 });
    expect(lost.mock.calls[0]![0]).toBeInstanceOf(PlainError);
    expect(lost.mock.calls[0]![0].message).toMatch(/The database in .* did not start/);
  });

  it("clears away what an interrupted first start left", async () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, "postgres-18.new-1"));
    writeFileSync(path.join(folder, "postgres-18.new-1/PG_VERSION"), "18\n");
    await start(folder);
    expect(readdirSync(folder).filter((name) => name.startsWith("postgres-"))).toEqual(["postgres-18"]);
  });

  it.runIf(process.platform === "linux")("does not take another program's number for a server", async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    const lines = [process.pid, path.join(folder, "postgres-18"), 0, 5432, path.join(folder, "run"), "", "", "ready"];
    writeFileSync(path.join(folder, "postgres-18/postmaster.pid"), lines.join("\n"));
    expect((await start(folder)).started).toBe(true);
  });

  it("finds a shorter place for its socket where the folder's path is long", async () => {
    const folder = path.join(newFolder(), "d".repeat(60), "d".repeat(60));
    const postgres = await start(folder);
    expect(Buffer.byteLength(`${postgres.connection.host}/.s.PGSQL.5432`)).toBeLessThanOrEqual(103);
    expect(await query(postgres.connection, "select 1 as n")).toEqual([{ n: 1 }]);
    await expect(start(folder)).rejects.toThrow(/already running/);
    made.push(postgres.connection.host);
  });

  it.runIf(process.getuid?.() === 0)("says what to do where root may not run it in a user namespace", async () => {
    const programs = newFolder();
    writeFileSync(
      path.join(programs, "unshare"),
      "#!/bin/sh\necho 'unshare: unshare failed: Operation not permitted' >&2; exit 1\n",
      {
        mode: 0o755,
      },
    );
    vi.stubEnv("PATH", `${programs}:${process.env.PATH}`);
    await expect(start(newFolder())).rejects.toThrow(/does not run as root.*as an ordinary user, or set DATABASE_URL/);
    vi.unstubAllEnvs();
  });

  it("says what to do about a folder that cannot be written", async () => {
    const file = path.join(newFolder(), "a-file");
    writeFileSync(file, "not a folder");
    await expect(start(path.join(file, "data"))).rejects.toThrow(/cannot write to its data folder .*BELLWETHER_DATA/);
    expect(existsSync(path.join(file, "data"))).toBe(false);
  });
});
