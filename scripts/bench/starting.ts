import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

export type Started = { address: string; child: ChildProcess; stop(): Promise<void> };

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Gives the command `npm start` and waits for the page to be served.
 * @param copy where the repository is
 * @param data the data folder
 */
export async function npmStart(copy: string, data: string): Promise<Started> {
  const port = await freePort();
  const { DATABASE_URL: _, npm_config_prefix: __, ...env } = process.env;
  const child = spawn("npm", ["start", "--silent"], {
    cwd: copy,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...env, PORT: String(port), BELLWETHER_DATA: data, NODE_ENV: "" },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const address = `http://localhost:${port}`;
  for (;;) {
    const answered = await fetch(`${address}/`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) break;
    if (child.exitCode !== null) throw new Error("npm start ended before it answered");
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  return {
    address,
    child,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** A copy of the repository as somebody gets it: its own files, nothing installed, nothing built. */
export function freshCopy(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bellwether-fresh-"));
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const file of files.toString().split("\0").filter(Boolean)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(folder, file));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
