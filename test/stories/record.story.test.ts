import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { barriers } from "../accessible.ts";
import { openStage } from "../story.ts";
import { aTeam } from "../team.ts";

const stage = await openStage();
const root = path.resolve(import.meta.dirname, "../..");
const python = path.resolve(root, "../shared/data/peps");
const harbour = path.join(root, "examples/harbour-decisions.csv");
if (!existsSync(python)) console.log("The public Python record is not beside this repository: its story is skipped.");

async function aRecord() {
  const t = await aTeam({ lead: "Nomsa Mthembu", members: ["Grace Rotich"], at: new Date() });
  const { slug } = await t.nomsa.ask("people.workspace");
  return { t, at: `/w/${slug}/t/${t.team}/record` };
}

const choose = (page: Page, label: string, file: string | { name: string; mimeType: string; buffer: Buffer }) =>
  page.getByLabel(label).first().setInputFiles(file);
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();

describe.skipIf(!stage)("a team's own decision record", () => {
  it("is searched and filtered by the address, and Back goes back", async () => {
    const { t, at } = await aRecord();
    await t.nomsa.ask("records.importDecisions", {
      file: { name: "harbour.csv", text: readFileSync(harbour, "utf8") },
    });
    const page = await stage!.page(t.grace);
    await page.goto(at);
    const search = page.getByRole("searchbox").first();
    await search.fill("berth");
    await page.waitForURL(/berth/);
    await page.getByRole("link", { name: /Version the berth API/ }).click();
    await page.getByRole("heading", { level: 1, name: /Version the berth API/ }).waitFor();
    await page.goBack();
    await page.getByRole("link", { name: /Version the berth API/ }).waitFor();
    expect(await search.inputValue()).toBe("berth");
  });

  it("cannot be imported by a member, and says who can", async () => {
    const { t, at } = await aRecord();
    const page = await stage!.page(t.grace);
    await page.goto(`${at}/import`);
    await page.getByText("You cannot import here").first().waitFor();
    await page.goto(at);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it("what was typed is kept when the connection is lost, and it works afterwards", async () => {
    const { t, at } = await aRecord();
    const page = await stage!.page(t.nomsa, { calm: false });
    await page.goto(`${at}/import`);
    await choose(page, "The decisions, one a row", harbour);
    await page.context().setOffline(true);
    await press(page, "Read the file");
    await page
      .getByText(/No connection/)
      .first()
      .waitFor();
    await page.context().setOffline(false);
    await press(page, "Read the file");
    await page.getByRole("heading", { name: "Which column is what" }).waitFor();
  });
});

describe.skipIf(!stage || !existsSync(python))("the Python record", () => {
  it("imports whole in the browser with its companion and mapping, and shows what is known of it", async () => {
    const { t, at } = await aRecord();
    const page = await stage!.page(t.nomsa, { width: 1440 });
    await page.goto(`${at}/import`);
    await choose(page, "The decisions, one a row", path.join(python, "peps.csv"));
    await choose(page, "Every change of status, in a second file", path.join(python, "status_changes.csv"));
    await choose(page, "A mapping you saved", path.join(root, "examples/python-record.mapping.json"));
    await press(page, "Read the file");
    await press(page, "Look at every row");
    await press(page, "Import 736 decisions");
    await page.getByRole("heading", { name: "736 decisions are on the record" }).waitFor({ timeout: 30_000 });
    await page.goto(at);
    await page.getByText("243 days").first().waitFor();
    const overview = await t.nomsa.ask("records.overview");
    const of2013 = overview.years.find(({ year }) => year === 2013)!;
    expect(Math.round(of2013.delegated.share! * 100)).toBe(61);
    expect(overview.years.find(({ year }) => year === 2011)!.delegated.share).toBeNull();
    expect(await barriers(page)).toEqual([]);
  });
});
