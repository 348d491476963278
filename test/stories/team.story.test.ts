import { describe, expect, it } from "vitest";
import { openStage } from "../story.ts";
import { askerFor, aTeam, somebody } from "../team.ts";

const stage = await openStage();

describe.skipIf(!stage)("a team and its people", () => {
  it("an invitation link is made, shown once, and lets somebody in; others see it without reloading", async () => {
    const t = await aTeam({ lead: "Nomsa Mthembu", members: ["Grace Rotich"], at: new Date() });
    const { slug } = await t.nomsa.ask("people.workspace");
    const lead = await stage!.page(t.nomsa);
    const listening = lead.waitForResponse(/\/live$/);
    await lead.goto(`/w/${slug}/t/${t.team}`);
    await listening;
    await lead.getByRole("button", { name: "Invite by link" }).click();
    await lead.getByRole("dialog").getByRole("button", { name: /link/i }).first().click();
    const link = lead.getByRole("dialog").getByRole("textbox").last();
    await expect.poll(async () => link.inputValue()).toMatch(/\/join\/[0-9a-f-]{36}\./);
    const address = new URL(await link.inputValue()).pathname;

    const chen = await somebody(stage!.house, "Chen Liu", t.clock);
    const newcomer = await stage!.page(askerFor(t.engine, chen, {}));
    await newcomer.goto(address);
    await newcomer.getByText("Platform").first().waitFor();
    await newcomer.getByRole("button", { name: "Join Platform" }).click();
    await newcomer.waitForURL(`**/w/${slug}**`);
    await lead.keyboard.press("Escape");
    await lead.getByRole("main").getByText("Chen Liu").first().waitFor({ timeout: 10_000 });
  });

  it("is reached by typing a few letters, with the keyboard alone", async () => {
    const t = await aTeam({ lead: "Nomsa Mthembu", members: ["Grace Rotich"], at: new Date() });
    const { slug } = await t.nomsa.ask("people.workspace");
    const page = await stage!.page(t.nomsa);
    await page.goto(`/w/${slug}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the page");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("sett");
    await page.getByRole("option", { name: "Settings" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/w/${slug}/settings`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("grace");
    await page.getByRole("option", { name: /Grace Rotich/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/people/${t.grace.member}`);
  });

  it("somebody who is removed while looking is out, and can be taken back", async () => {
    const t = await aTeam({ lead: "Nomsa Mthembu", members: ["Grace Rotich"], at: new Date() });
    const { slug } = await t.nomsa.ask("people.workspace");
    const grace = await stage!.page(t.grace, { calm: false });
    // she hears the news from here on
    const listening = grace.waitForResponse(/\/live$/);
    await grace.goto(`/w/${slug}`);
    await grace.getByRole("heading", { level: 1 }).waitFor();
    await listening;
    const lead = await stage!.page(t.nomsa);
    await lead.goto(`/w/${slug}/people/${t.grace.member}`);
    await lead
      .getByRole("button", { name: /Remove/ })
      .first()
      .click();
    await lead
      .getByRole("alertdialog")
      .or(lead.getByRole("dialog"))
      .getByRole("button", { name: /Remove/ })
      .click();
    await grace.waitForURL(/new-workspace|sign-in/, { timeout: 15_000 });
    await lead.getByRole("button", { name: "Undo" }).click();
    await expect
      .poll(async () => (await t.nomsa.ask("people.showMember", { member: t.grace.member })).leftAt, {
        timeout: 10_000,
      })
      .toBeNull();
  });

  it("the theme and the language are chosen in the menu, and stay", async () => {
    const t = await aTeam({ lead: "Nomsa Mthembu", at: new Date() });
    const { slug } = await t.nomsa.ask("people.workspace");
    const page = await stage!.page(t.nomsa);
    await page.goto(`/w/${slug}`);
    await page.getByRole("button", { name: /Nomsa Mthembu/ }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    expect(await page.getAttribute("html", "data-theme")).toBe("dark");
    await page.getByRole("button", { name: /Nomsa Mthembu/ }).click();
    await page.getByRole("menuitemradio", { name: "العربية" }).click();
    await page.waitForFunction(() => document.documentElement.dir === "rtl");
    await page.reload();
    expect(await page.getAttribute("html", "dir")).toBe("rtl");
    expect(await page.getAttribute("html", "data-theme")).toBe("dark");
    expect((await t.nomsa.ask("people.workspace")).me.locale).toBe("ar");
  });
});
