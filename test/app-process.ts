import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");

/** The app as a process of its own. */
export type App = {
  pid: number;
  /** Where it answers, once it said so. */
  address: string;
  /** Milliseconds from the command to the first answer. */
  answeredMs: number;
  said(): string;
  /** Ends it with a signal to it alone, or to everything that Ctrl-C reaches; its exit status. */
  end(signal: NodeJS.Signals, to?: "itself" | "terminal"): Promise<number | null>;
};

export type StartOptions = {
  data: string;
  env?: Record<string, string>;
  /** `npm start` as people give it, or `node` alone, whose number is then the app's own. */
  by?: "npm" | "node";
  /** What stands in front, as in `setpriv …`. */
  as?: readonly string[];
  args?: readonly string[];
};

/** Starts the app and waits for its first answer; where it ends before that, throws with its status and all it said. */
export async function startApp(options: StartOptions): Promise<App> {
  const { child, said, ended } = spawnApp(options);
  const began = performance.now();
  const address = await Promise.race([
    new Promise<string>((resolve) => {
      child.stdout!.on("data", () => {
        const found = /Bellwether is at (http:\/\/[^\s/]+)/.exec(said());
        if (found) resolve(found[1]!);
      });
    }),
    ended.then((status) => {
      throw Object.assign(new Error(`the app ended with ${status}: ${said()}`), { status, said: said() });
    }),
  ]);
  while (
    !(await fetch(`${address}/api/health`).then(
      (response) => response.ok,
      () => false,
    ))
  ) {
    if (performance.now() - began > 60_000) throw new Error(`no answer from ${address}: ${said()}`);
  }
  return {
    pid: child.pid!,
    address,
    answeredMs: performance.now() - began,
    said,
    async end(signal, to = "itself") {
      if (child.exitCode === null && child.signalCode === null)
        process.kill(to === "terminal" ? -child.pid! : child.pid!, signal);
      return ended;
    },
  };
}

/** Starts the app where it is not to get far: its status and all it said. */
export async function startInVain(options: StartOptions): Promise<{ status: number | null; said: string }> {
  const { child, said, ended } = spawnApp(options);
  const late = setTimeout(() => child.kill("SIGTERM"), 60_000);
  const status = await ended;
  clearTimeout(late);
  return { status, said: said() };
}

function spawnApp({ data, env = {}, by = "npm", as = [], args = [] }: StartOptions) {
  const command =
    by === "npm" ? ["npm", "start", "--silent", "--", ...args] : [process.execPath, "bin/start.mjs", ...args];
  const [program, ...rest] = [...as, ...command];
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(program!, rest, {
    cwd: root,
    // a group of its own, so that a test can do what Ctrl-C in a terminal does
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...inherited, NODE_ENV: "", PORT: "0", BELLWETHER_DATA: data, npm_config_update_notifier: "false", ...env },
  });
  children.add(child);
  let said = "";
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (status) => {
      children.delete(child);
      resolve(status);
    });
  });
  return { child, said: () => said, ended };
}

const children = new Set<ChildProcess>();
const folders: string[] = [];

/** A data folder that goes when the test does. */
export function dataFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bellwether-data-"));
  folders.push(folder);
  return folder;
}

/** Ends what a test left running, and removes its folders. */
export function clearAway(): void {
  for (const child of children) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Processes that have to do with a data folder. */
export function processesOn(folder: string): string[] {
  return execFileSync("ps", ["axo", "pid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(folder));
}

/** A port that somebody else listens on, until `free`. */
export async function takenPort(): Promise<{ port: number; free(): Promise<unknown> }> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  return { port, free: () => new Promise((resolve) => server.close(resolve)) };
}
