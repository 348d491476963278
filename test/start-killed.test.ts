import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { buildIfStale } from "../bin/build.mjs";
import { type App, clearAway, dataFolder, processesOn, root, startApp } from "./app-process.ts";

const kills = 20;
const writers = 6;

beforeAll(() => buildIfStale(root));
afterEach(clearAway);

/** A signed-in browser of sorts. */
class Visitor {
  cookie = "";
  workspace = "";
  address = "";

  async post<T>(path: string, body: object): Promise<T> {
    const response = await fetch(`${this.address}/api${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: this.cookie },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    if (set.length > 0) this.cookie = set.join("; ");
    return (await response.json()) as T;
  }

  async teams(): Promise<Set<string>> {
    const response = await fetch(`${this.address}/api/workspaces/${this.workspace}`, {
      headers: { cookie: this.cookie },
    });
    expect(response.status).toBe(200);
    const { teams } = (await response.json()) as { teams: { id: string; name: string }[] };
    return new Set(teams.map(({ id }) => id));
  }
}

it(`loses nothing that it said yes to and leaves nothing running, killed ${kills} times under writes`, async () => {
  const data = dataFolder();
  const visitor = new Visitor();
  const acknowledged = new Set<string>();
  let app: App = await startApp({ data, by: "node" });
  visitor.address = app.address;
  await visitor.post("/sign-up", { name: "Nomsa", email: "nomsa@example.org", password: "a long enough one" });
  const made = await visitor.post<{ workspace: string }>("/workspaces", {
    name: "Harbour",
    teamName: "Platform",
    timeZone: "UTC",
    locale: "en",
  });
  visitor.workspace = made.workspace;

  for (let kill = 0; kill < kills; kill++) {
    let going = true;
    const before = acknowledged.size;
    const writing = Array.from({ length: writers }, async (_, writer) => {
      for (let n = 0; going; n++) {
        try {
          const { team } = await visitor.post<{ team: string }>(`/workspaces/${visitor.workspace}/teams`, {
            name: `${kill}.${writer}.${n}`,
          });
          acknowledged.add(team);
        } catch (error) {
          // the answer that the kill cut off; any other refusal is a failure of this test
          if (error instanceof TypeError || !going) return;
          throw error;
        }
      }
    });
    await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(before + writers), { timeout: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 20 + ((kill * 37) % 150)));
    await app.end("SIGKILL");
    going = false;
    await Promise.all(writing);
    // at once: what the killed one left is still on its way out
    app = await startApp({ data, by: "node" });
    visitor.address = app.address;
    const kept = await visitor.teams();
    expect([...acknowledged].filter((team) => !kept.has(team))).toEqual([]);
  }
  const servers = processesOn(data).filter((line) => /bin\/postgres -D/.test(line) && !/\bsh -c\b/.test(line));
  expect(servers).toHaveLength(1);
  expect(await app.end("SIGTERM")).toBe(0);
  expect(processesOn(data)).toEqual([]);
});
