import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { seedDemo } from "../src/app/demo.ts";
import { openHouse } from "../src/app/engine.ts";
import { listen, makeApp } from "../src/app/server.ts";
import { readConfig } from "../src/foundation/config.ts";
import { openPostgres } from "../src/foundation/postgres.ts";
import { callerWithoutRequest, run } from "../src/foundation/run.ts";
import { launchBrowser } from "../test/browser.ts";

const root = path.resolve(import.meta.dirname, "..");
const out = path.join(root, "docs/screenshots");
const data = path.resolve(root, "../shared/data/peps");
const say = (line: string) => console.log(line);

/**
 * Takes the README's pictures from the running app: the demo team, and, where the public record of Python's enhancement
 * proposals is at hand, a second team that reads it.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bellwether-shots-"));
  const config = { ...readConfig({}), dataFolder: folder };
  const postgres = await openPostgres(folder, { log: say });
  const running = await openHouse(config, postgres.connection);
  const browser = await launchBrowser();
  try {
    if (!browser) throw new Error("no browser runs on this machine");
    const lead = await seedDemo(running, say);
    const person = (await running.signIn.personFor(lead))!;
    const ask = async <T>(name: string, input: object) =>
      (await run(running.engine, name, input, callerWithoutRequest(person))) as T;
    const { workspaces } = await ask<{ workspaces: { id: string; slug: string }[] }>("people.me", {});
    const { id: workspace, slug } = workspaces[0]!;
    const { teams } = await ask<{ teams: { id: string; name: string }[] }>("people.workspace", { workspace });
    const harbour = teams.find(({ name }) => name === "Harbour Platform")!.id;
    const read = existsSync(data) ? await pythonTeam(ask, workspace) : harbour;
    const cookie = (await running.signIn.sessionFor(lead))!;
    const { server, port } = await listen(makeApp(running, config, path.join(root, "dist/web")), "127.0.0.1", 0);
    const address = `http://localhost:${port}`;
    mkdirSync(out, { recursive: true });
    const record = `/w/${slug}/t/${read}/record`;
    const first = await ask<{ decisions: { id: string }[] }>("decisions.list", { workspace, team: read, limit: "1" });
    const inTeam = `/w/${slug}/t/${harbour}`;
    const { areas } = await ask<{ areas: { id: string; name: string }[] }>("areas.board", { workspace, team: harbour });
    const { goals } = await ask<{ goals: { id: string }[] }>("direction.goals", { workspace, team: harbour });
    const area = areas.find(({ name }) => name === "Release timing")!.id;
    const deciding = async (which: "going" | "decided") =>
      (
        await ask<{ decisions: { id: string; phase: string; level: number }[] }>("decisions.current", {
          workspace,
          team: harbour,
          which,
        })
      ).decisions;
    const going = await deciding("going");
    const opened = going.find(({ phase, level }) => phase === "opened" && level === 4) ?? going[0]!;
    const sealed = going.find(({ phase }) => phase === "sealed") ?? going[0]!;
    const phone = { width: 390, height: 844 };
    const shots: Shot[] = [
      { name: "today-light", at: `/w/${slug}` },
      { name: "today-dark", at: `/w/${slug}`, dark: true },
      { name: "today-phone", at: `/w/${slug}`, ...phone },
      { name: "intent-light", at: `${inTeam}/intent` },
      { name: "areas-light", at: `${inTeam}/areas` },
      { name: "areas-dark", at: `${inTeam}/areas`, dark: true },
      { name: "areas-phone", at: `${inTeam}/areas`, ...phone },
      { name: "area-light", at: `${inTeam}/areas/${area}` },
      { name: "goal-light", at: `${inTeam}/goals/${goals[0]!.id}` },
      { name: "map-light", at: `${inTeam}/ground-map` },
      { name: "ground-phone", at: `/w/${slug}/ground`, who: "amara@harbour.example", ...phone },
      { name: "decisions-light", at: `${inTeam}/decisions` },
      { name: "round-light", at: `${inTeam}/decisions/${opened.id}` },
      { name: "round-dark", at: `${inTeam}/decisions/${opened.id}`, dark: true },
      { name: "round-phone", at: `${inTeam}/decisions/${opened.id}`, ...phone },
      { name: "sealed-phone", at: `${inTeam}/decisions/${sealed.id}`, who: "amara@harbour.example", ...phone },
      { name: "propose-light", at: `${inTeam}/decisions/new` },
      { name: "record-light", at: record },
      { name: "decision-light", at: `/w/${slug}/t/${read}/decisions/${first.decisions[0]!.id}` },
      { name: "import-light", at: `${record}/import`, file: path.join(root, "examples/harbour-decisions.csv") },
      { name: "areas-arabic", at: `${inTeam}/areas`, locale: "ar" },
    ];
    for (const shot of shots) {
      if (shot.locale) {
        const profile = { name: person.name, timeZone: "Africa/Johannesburg", locale: shot.locale };
        await ask("people.changeProfile", { workspace, ...profile });
      }
      const theirs = shot.who ? (await running.signIn.sessionFor(shot.who))! : cookie;
      await take(browser, address, theirs, shot);
      say(shot.name);
    }
    server.close();
    server.closeAllConnections();
  } finally {
    await browser?.close();
    await running.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Ask = <T>(name: string, input: object) => Promise<T>;

async function pythonTeam(ask: Ask, workspace: string): Promise<string> {
  const { team } = await ask<{ team: string }>("people.makeTeam", { workspace, name: "Python" });
  const file = (at: string) => ({ name: path.basename(at), base64: readFileSync(at).toString("base64") });
  await ask("records.importDecisions", {
    workspace,
    team,
    file: file(path.join(data, "peps.csv")),
    history: file(path.join(data, "status_changes.csv")),
    mapping: JSON.parse(readFileSync(path.join(root, "examples/python-record.mapping.json"), "utf8")),
  });
  return team;
}

type Shot = {
  name: string;
  at: string;
  /** Whose page it is, where it is not the lead's. */
  who?: string;
  width?: number;
  height?: number;
  dark?: boolean;
  locale?: string;
  file?: string;
};

async function take(browser: Browser, address: string, cookie: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: shot.width ?? 1440, height: shot.height ?? 900 },
    colorScheme: shot.dark ? "dark" : "light",
    locale: shot.locale ?? "en-GB",
    reducedMotion: "reduce",
  });
  const at = cookie.indexOf("=");
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: address }]);
  const page = await context.newPage();
  await page.goto(shot.at);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  if (shot.file) await page.locator('input[type="file"]').first().setInputFiles(shot.file);
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: path.join(out, `${shot.name}.png`) });
  await context.close();
}

await main();
process.exit(0);
