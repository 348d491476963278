import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { buildIfStale } from "../bin/build.mjs";
import { tooOld } from "../bin/node-version.mjs";
import { openPostgres } from "../src/foundation/postgres.ts";
import { clearAway, dataFolder, processesOn, root, startApp, startInVain, takenPort } from "./app-process.ts";

/** When we are root: how to be nobody, who has to be able to read this copy of the repository. */
const asNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
const isRoot = process.getuid?.() === 0;
const ordinary = isRoot ? asNobody : [];
const ordinaryCan = (() => {
  try {
    if (isRoot)
      execFileSync(asNobody[0]!, [...asNobody.slice(1), process.execPath, path.join(root, "bin/node-version.mjs")]);
    return true;
  } catch {
    return false;
  }
})();

beforeAll(() => buildIfStale(root));
afterEach(clearAway);

describe("npm start", () => {
  it("starts in an empty folder, stops on SIGTERM with its database, and starts again quickly", async () => {
    const data = dataFolder();
    const fresh = await startApp({ data });
    const page = await fetch(`${fresh.address}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/<html/);
    expect(readFileSync(path.join(data, "postgres-18/PG_VERSION"), "utf8")).toBe("18\n");
    expect(await fresh.end("SIGTERM")).toBe(0);
    expect(processesOn(data)).toEqual([]);
    const again = await startApp({ data });
    // the aim is .6 s on a machine of its own (npm run bench); this one may be busy
    expect(again.answeredMs).toBeLessThan(5000);
    expect(again.said().trim().split("\n")).toHaveLength(2);
    expect(await again.end("SIGTERM")).toBe(0);
  });

  it("stops on Ctrl-C, which reaches npm, the app and whatever runs below them", async () => {
    const data = dataFolder();
    const app = await startApp({ data });
    await app.end("SIGINT", "terminal");
    await vi.waitFor(() => expect(processesOn(data)).toEqual([]), { timeout: 10_000 });
    const log = readFileSync(path.join(data, "postgres-18/global/pg_control"));
    // byte 16 on: the state of the cluster; 1 is "shut down"
    expect(log.readUInt32LE(16)).toBe(1);
  });

  it("stops while it is still starting", async () => {
    const data = dataFolder();
    for (const ms of [50, 250, 600]) {
      const starting = startApp({ data, by: "node" });
      setTimeout(() => {
        for (const line of processesOn("bin/start.mjs")) {
          const pid = Number.parseInt(line, 10);
          if (readFileSync(`/proc/${pid}/environ`, "utf8").includes(data)) process.kill(pid, "SIGTERM");
        }
      }, ms);
      await starting.then(
        (app) => app.end("SIGTERM"),
        () => {},
      );
      await vi.waitFor(() => expect(processesOn(data)).toEqual([]), { timeout: 10_000 });
    }
    const app = await startApp({ data });
    expect(await app.end("SIGTERM")).toBe(0);
  });

  it("says where the first copy is when a second one is started on the same folder", async () => {
    const data = dataFolder();
    const first = await startApp({ data });
    const second = await startInVain({ data });
    expect(second.status).toBe(1);
    expect(second.said.trim()).toMatch(
      /^Bellwether is already running on the data folder .*, at http:\/\/localhost:\d+\).*BELLWETHER_DATA\.$/,
    );
    expect(second.said).toContain(first.address);
    expect((await fetch(`${first.address}/api/health`)).status).toBe(200);
    await first.end("SIGTERM");
  });

  it("says so when the port is taken, and leaves no database running", async () => {
    const data = dataFolder();
    const { port, free } = await takenPort();
    const { status, said } = await startInVain({ data, env: { PORT: String(port) } });
    await free();
    expect(status).toBe(1);
    expect(said.trim()).toMatch(new RegExp(`^Port ${port} is taken by another program: .*PORT=\\d+ npm start\\.$`));
    expect(processesOn(data)).toEqual([]);
  });

  it("says so when its folder cannot be", async () => {
    const file = path.join(dataFolder(), "a-file");
    writeFileSync(file, "");
    const { status, said } = await startInVain({ data: path.join(file, "data") });
    expect(status).toBe(1);
    expect(said.trim()).toMatch(/^Bellwether cannot write to its data folder .*BELLWETHER_DATA\.$/);
  });

  it("works as an ordinary person, and says so when their folder cannot be written", async (context) => {
    if (!ordinaryCan)
      context.skip("only root can read this copy of the repository, so an ordinary person cannot start it");
    const home = dataFolder();
    const data = dataFolder();
    chmodSync(home, 0o777);
    chmodSync(data, 0o777);
    const env = { HOME: home, npm_config_cache: path.join(home, "npm") };
    const app = await startApp({ data: path.join(data, "own"), as: ordinary, env });
    expect((await fetch(`${app.address}/`)).status).toBe(200);
    expect(await app.end("SIGTERM")).toBe(0);
    chmodSync(data, 0o555);
    const refused = await startInVain({ data: path.join(data, "other"), as: ordinary, env });
    chmodSync(data, 0o777);
    expect(refused.status).toBe(1);
    expect(refused.said.trim()).toMatch(/^Bellwether cannot write to its data folder .*BELLWETHER_DATA\.$/);
  });

  it("uses the server in DATABASE_URL and starts none", async () => {
    const [serverFolder, data] = [dataFolder(), dataFolder()];
    const { port, free } = await takenPort();
    await free();
    const server = await openPostgres(serverFolder, {
      log: () => {},
      settings: { listen_addresses: "127.0.0.1", port: String(port) },
    });
    try {
      const app = await startApp({ data, env: { DATABASE_URL: `postgres://bellwether@127.0.0.1:${port}/postgres` } });
      expect((await fetch(`${app.address}/`)).status).toBe(200);
      expect(existsSync(path.join(data, "postgres-18"))).toBe(false);
      expect(processesOn(data)).toEqual([]);
      expect(await app.end("SIGTERM")).toBe(0);
    } finally {
      await server.stop();
    }
    const gone = await startInVain({ data, env: { DATABASE_URL: `postgres://bellwether@127.0.0.1:${port}/postgres` } });
    expect(gone.status).toBe(1);
    expect(gone.said.trim()).toMatch(/^No PostgreSQL server answers at 127\.0\.0\.1:\d+ .*DATABASE_URL\.$/);
  });

  it("goes on when its database dies under it", async () => {
    const data = dataFolder();
    const app = await startApp({ data });
    process.kill(Number(readFileSync(path.join(data, "postgres-18/postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
    // a connection may answer once more before it notices; what counts is an answer after the end was seen
    const timeout = 20_000;
    await vi.waitFor(() => expect(app.said()).toContain("The database ended by itself; starting it again."), {
      timeout,
    });
    await vi.waitFor(async () => expect((await fetch(`${app.address}/api/health`)).status).toBe(200), { timeout });
    expect(await app.end("SIGTERM")).toBe(0);
    expect(processesOn(data)).toEqual([]);
  });

  it("tells the Node that is too old from the one that will do", () => {
    for (const version of ["12.22.12", "18.20.8", "20.18.3"])
      expect(tooOld(version)).toMatch(/needs Node 20\.19 or newer, and this is .*nodejs\.org/);
    for (const version of ["20.19.0", "20.20.2", "22.0.0", "24.1.0"]) expect(tooOld(version)).toBeNull();
  });
});
