import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { PlainError } from "../src/foundation/plain-error.ts";
import { spawnWatched } from "../src/foundation/postgres.ts";

const usual = ["/usr/lib/postgresql/15/bin", "/usr/pgsql-15/bin", "/opt/homebrew/opt/postgresql@15/bin"];

/** The programs of a PostgreSQL 15 on this machine, or undefined. */
function findPrograms(): string | undefined {
  return [process.env.POSTGRES15_BIN, ...usual].find((folder) => folder && existsSync(path.join(folder, "initdb")));
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server that asks for passwords, as a server somewhere else would, and runs a command with its DATABASE_URL. */
async function withServer(programs: string, command: string[]): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bellwether-15-"));
  const [data, passwordFile, password] = [path.join(folder, "data"), path.join(folder, "password"), "over-the-network"];
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    const settings = [
      "-U",
      "owner",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale=C.UTF-8",
    ];
    const made = await spawnWatched([path.join(programs, "initdb"), "-D", data, ...settings]).ended;
    if (made.status !== 0) throw new PlainError(`PostgreSQL 15 could not make a database: ${made.said}`);
    const port = await freePort();
    const quick = ["fsync=off", "max_connections=200", "listen_addresses=127.0.0.1"].flatMap((setting) => [
      "-c",
      setting,
    ]);
    const server = spawnWatched([
      path.join(programs, "postgres"),
      "-D",
      data,
      "-k",
      folder,
      "-p",
      String(port),
      ...quick,
    ]);
    const first = await Promise.race([server.says(/ready to accept connections/), server.ended]);
    if (first !== true) throw new PlainError(`PostgreSQL 15 did not start: ${first.said}`);
    const env = { ...process.env, DATABASE_URL: `postgres://owner:${password}@127.0.0.1:${port}/postgres` };
    const child = spawn(command[0]!, command.slice(1), { stdio: "inherit", env });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
    const status = await new Promise<number>((resolve) => {
      child.once("exit", (code) => resolve(code ?? 1));
      child.once("error", () => resolve(127));
    });
    server.child.stdin?.end();
    await server.ended;
    return status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const programs = findPrograms();
const command = process.argv.slice(2);
if (!programs) {
  console.error(
    "There is no PostgreSQL 15 on this machine: install it, or set POSTGRES15_BIN to the folder of its programs.",
  );
  process.exit(3);
}
if (command[0] !== "--there") process.exit(await withServer(programs, command));
