import { existsSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { listen, makeApp } from "../src/app/server.ts";
import type { SignedIn } from "../src/foundation/run.ts";
import { launchBrowser } from "./browser.ts";
import { type TestHouse, testHouse } from "./open-house.ts";

export type PageOptions = {
  width?: number;
  height?: number;
  dark?: boolean;
  locale?: string;
  timeZone?: string;
  /** Whether trouble on the page (a script's error, a failed request) fails the story; it does unless told otherwise. */
  calm?: boolean;
};

/** The built app, served from this process on the tests' database, and a browser to look at it with. */
export type Stage = {
  address: string;
  house: TestHouse;
  /** A fresh browser window, signed in as this person (`t.nomsa`, say) or as nobody. */
  page(who?: { user: SignedIn } | null, options?: PageOptions): Promise<Page>;
};

/**
 * Sets the stage for the stories of a file: `const stage = await openStage()`, then `describe.skipIf(!stage)(…)`. It is
 * taken down after the last. What goes wrong on a page fails the story, also where nobody looked.
 * @param house another house than the shared one
 * @returns null where no browser runs
 */
export async function openStage(house?: TestHouse): Promise<Stage | null> {
  const browser = await launchBrowser();
  if (!browser) return null;
  const open = house ?? (await testHouse());
  const web = path.resolve(import.meta.dirname, "../dist/web");
  if (!existsSync(path.join(web, "index.html"))) throw new Error("the web app is not built: npm run build");
  const { server, port } = await listen(makeApp(open, { trustProxy: false }, web), "127.0.0.1", 0);
  const address = `http://localhost:${port}`;
  const troubles: string[] = [];
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(troubles.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });
  return {
    address,
    house: open,
    page: (who, options) => openPage(browser, { address, house: open, troubles }, who ?? null, options ?? {}),
  };
}

async function openPage(
  browser: Browser,
  { address, house, troubles }: { address: string; house: TestHouse; troubles: string[] },
  who: { user: SignedIn } | null,
  {
    width = 1280,
    height = 860,
    dark = false,
    locale = "en-GB",
    timeZone = "Africa/Johannesburg",
    calm = true,
  }: PageOptions,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    locale,
    timezoneId: timeZone,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  if (who) {
    const cookie = await house.signIn.sessionFor(who.user.email);
    if (!cookie) throw new Error(`${who.user.email} cannot sign in here`);
    const at = cookie.indexOf("=");
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: address }]);
  }
  const page = await context.newPage();
  if (calm) {
    page.on("pageerror", (error) => troubles.push(`a script failed: ${error.message}`));
    page.on("console", (message) => {
      // a refusal is an answer: the browser's own remark on its status is not trouble
      if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
        troubles.push(`the console says: ${message.text()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 500) troubles.push(`${response.url()} answered ${response.status()}`);
    });
  }
  return page;
}
