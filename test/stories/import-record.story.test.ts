import path from "node:path";
import { describe, expect, it } from "vitest";
import { barriers, settled } from "../accessible.ts";
import { openStage } from "../story.ts";
import { aTeam } from "../team.ts";

const stage = await openStage();
const harbour = path.resolve(import.meta.dirname, "../../examples/harbour-decisions.csv");

describe.skipIf(!stage)("a record from a file", () => {
  it("is looked at row by row, imported, read, imported again without change, and undone", async () => {
    const t = await aTeam({ lead: "Nomsa Mthembu", members: ["Grace Rotich"], at: new Date() });
    const { slug } = await t.nomsa.ask("people.workspace");
    const record = `/w/${slug}/t/${t.team}/record`;
    const onRecord = async () => (await t.nomsa.ask("decisions.list", {})).onRecord;
    const page = await stage!.page(t.nomsa);
    const next = (name: string | RegExp) => page.getByRole("button", { name }).click();
    const toPreview = async () => {
      await page.locator('input[type="file"]').first().setInputFiles(harbour);
      await next("Read the file");
      await next("Look at every row");
      await page.getByText("Rows of the file").first().waitFor();
      await settled(page);
    };

    await page.goto(`${record}/import`);
    await toPreview();
    expect(await barriers(page)).toEqual([]);
    expect(await onRecord(), "nothing is written before it is confirmed").toBe(0);
    await next(/^Import \d+ decisions$/);
    const said = await page.getByText(/^\d+ decisions are on the record$/).textContent();
    expect(Number.parseInt(said!, 10)).toBe(await onRecord());
    await settled(page);
    expect(await barriers(page)).toEqual([]);

    await page.getByRole("link", { name: "Look at the record" }).click();
    await page.waitForURL(`**${record}`);
    await page.getByRole("main").getByRole("table").first().waitFor();

    await page.goto(`${record}/import`);
    await toPreview();
    const quiet = page.getByRole("button", { name: "Import", exact: true });
    expect(await quiet.getAttribute("aria-disabled")).toBe("true");
    await quiet.hover();
    await page.getByText("Nothing is new or changed in this file.").filter({ visible: true }).waitFor();

    await page.goto(`${record}/import`);
    await page.getByRole("button", { name: /^Undo/ }).first().click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: /^Undo/ }).click();
    await expect.poll(onRecord).toBe(0);
  });
});
