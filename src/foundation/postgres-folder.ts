import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PlainError } from "./plain-error.ts";
import { unwritable } from "./postgres-binaries.ts";

// sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero among them
const longestSocketPath = process.platform === "darwin" ? 103 : 107;
export const socketPort = 5432;

/** Who holds a data folder, as they say themselves. */
export type Holder = { pid: number; ready: boolean; address?: string };

/** A held data folder: `tell` changes what others hear when they knock, `release` lets it go. */
export type Held = { tell(news: Partial<Holder>): void; release(): Promise<void> };

/**
 * Makes the data folder if need be, readable by this account alone.
 * @returns its real path
 * @throws PlainError where it cannot be written
 */
export function prepareFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") {
      throw new PlainError(`The disk is full, so ${folder} cannot be made: make room and start again.`, error);
    }
    throw unwritable(folder, error);
  }
}

/**
 * Takes the data folder for this process, or finds out who has it. The lock is a listening socket: the system lets it go
 * with the process, however that ends, so nothing stale can keep anybody out.
 * @param folder the data folder
 * @returns the folder for sockets and either the lock or its holder
 */
export async function takeFolder(folder: string): Promise<{ sockets: string; held?: Held; holder?: Holder }> {
  let refused: unknown;
  for (const sockets of socketFolders(folder)) {
    try {
      mkdirSync(sockets, { recursive: true, mode: 0o700 });
      if (statSync(sockets).uid !== process.getuid?.()) throw new Error(`${sockets} belongs to another account`);
      return { sockets, ...(await takeLock(path.join(sockets, "lock"))) };
    } catch (error) {
      // some shared folders (of virtual machines, say) hold no sockets: the next place may
      refused = error;
    }
  }
  throw unwritable(folder, refused);
}

function socketFolders(folder: string): string[] {
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  return [path.join(folder, "run"), path.join(os.tmpdir(), `bellwether-${name}`)].filter(
    (place) => Buffer.byteLength(path.join(place, `.s.PGSQL.${socketPort}`)) <= longestSocketPath,
  );
}

async function takeLock(file: string): Promise<{ held: Held } | { holder: Holder }> {
  const said: Holder = { pid: process.pid, ready: false };
  const server = net.createServer((caller) => {
    caller.on("error", () => {});
    caller.end(JSON.stringify(said));
  });
  for (let attempt = 0; ; attempt++) {
    try {
      await new Promise<void>((resolve, reject) => server.once("error", reject).listen(file, resolve));
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || attempt === 5) throw error;
      const holder = await ask(file);
      if (holder) return { holder };
      rmSync(file, { force: true });
    }
  }
  server.unref();
  return {
    held: {
      tell: (news) => void Object.assign(said, news),
      release: () => new Promise((resolve) => server.close(() => resolve())),
    },
  };
}

/** What the holder of a lock says, or undefined where nobody listens any more. */
function ask(file: string): Promise<Holder | undefined> {
  return new Promise((resolve) => {
    let text = "";
    const socket = net.connect(file);
    socket.setTimeout(3000, () => socket.destroy(new Error("no word")));
    socket.on("data", (data) => {
      text += data;
    });
    socket.on("end", () => resolve(JSON.parse(text) as Holder));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      // a holder too busy to answer is a holder still
      resolve(error.code === "ECONNREFUSED" || error.code === "ENOENT" ? undefined : { pid: 0, ready: false }),
    );
  });
}

/**
 * Waits until the server of a folder's holder takes connections.
 * @returns false when the holder went away or did not get there in time
 */
export async function holderReady(sockets: string, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(50)) {
    const holder = await ask(path.join(sockets, "lock"));
    if (!holder) return false;
    if (holder.ready) return true;
  }
  return false;
}

/**
 * Waits for a server that an ended app left in this folder. Its watchdog is ending it already; should that be gone too, it
 * is ended here. Call with the folder held.
 * @param cluster the folder of the database itself
 * @param sockets the folder for sockets: a server that listens elsewhere is somebody's own and is left alone
 */
export async function waitForLeftover(cluster: string, sockets: string): Promise<void> {
  const since = Date.now();
  const asked = new Set<NodeJS.Signals>();
  for (let left = leftover(cluster); left; await sleep(25), left = leftover(cluster)) {
    if (left.sockets !== sockets || Date.now() - since > 60_000) {
      throw new PlainError(
        `Another PostgreSQL server (process ${left.pid}) is using the data folder ${path.dirname(cluster)}: stop it and start again.`,
      );
    }
    for (const [signal, after] of [["SIGINT", 3000] as const, ["SIGQUIT", 20_000] as const]) {
      if (Date.now() - since < after || asked.has(signal)) continue;
      asked.add(signal);
      process.kill(left.pid, signal);
    }
  }
}

function leftover(cluster: string): { pid: number; sockets: string } | undefined {
  const file = path.join(cluster, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (process.platform === "linux" && !worksIn(pid, cluster)) {
    // after a restart of the machine the number belongs to another program, which PostgreSQL would take for its own
    rmSync(file, { force: true });
    return undefined;
  }
  return { pid, sockets: lines[4] ?? "" };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch (error) {
    // gone meanwhile: no; not ours to see: it may be
    return (error as NodeJS.ErrnoException).code === "EACCES";
  }
}
