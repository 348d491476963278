import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { barriers, overflowsSideways } from "../accessible.ts";
import { openStage, type PageOptions } from "../story.ts";
import { askerFor, aTeam, somebody } from "../team.ts";

const stage = await openStage();
const widths: [name: string, options: PageOptions][] = [
  ["on a wide screen", { width: 1440, height: 900 }],
  ["on a phone", { width: 390, height: 844 }],
];

async function standsInNobodysWay(page: Page): Promise<void> {
  expect(await overflowsSideways(page), "wider than the window").toBe(false);
  expect(await barriers(page)).toEqual([]);
}

describe.skipIf(!stage)("a lead with nobody else signed up", () => {
  it.each(widths)("reaches the ground map and a message to send, %s", async (_, options) => {
    const t = await aTeam({ lead: "Nomsa Mthembu", at: new Date() });
    const { slug } = await t.nomsa.ask("people.workspace");
    const page = await stage!.page(t.nomsa, options);
    await page.goto(`/w/${slug}`);
    await page.getByRole("link", { name: "Begin" }).first().click();

    await page.getByLabel("Why does this team exist?").fill("Ships wait outside when the berth plan is late.");
    await page.getByLabel("What does done look like?").fill("Plans are out by six.\nCrews change their own plan.");
    // what was begun is there after coming back, and nobody else has it
    await page.getByText("Kept. Nobody else sees it before you say it.").waitFor();
    await page.reload();
    await expect
      .poll(() => page.getByLabel("Why does this team exist?").inputValue())
      .toBe("Ships wait outside when the berth plan is late.");
    await page.getByLabel("What will you not trade away?").fill("Safety data is never wrong.");
    await standsInNobodysWay(page);
    await page.getByRole("button", { name: "Say it", exact: true }).click();

    await page.getByRole("radio", { name: /Software team/ }).check();
    const first = page.getByRole("combobox", { name: "Who is to have it?" }).first();
    await first.selectOption({ label: "Somebody who has not joined" });
    await page.getByLabel("Their name").fill("Amara");
    await standsInNobodysWay(page);
    await page.getByRole("button", { name: "Put 5 on the board" }).click();

    await page.getByRole("heading", { level: 1, name: "Hand one over properly" }).waitFor();
    await page.getByLabel("When it gets too big, who is there?").fill("Nomsa, at any hour.");
    await page.getByLabel("What is within it, and what is not?").fill("Every change of the platform.");
    await standsInNobodysWay(page);
    await page.getByRole("button", { name: "Hand it over" }).click();

    await page.getByRole("heading", { level: 1, name: "What do you promise?" }).waitFor();
    await page.getByLabel("I step in only when").fill("Somebody could be hurt.");
    await standsInNobodysWay(page);
    await page.getByRole("button", { name: "Promise it" }).click();

    await page.getByRole("heading", { level: 1, name: "Here is your ground" }).waitFor();
    await page.getByText("Ships wait outside when the berth plan is late.").first().waitFor();
    const message = page.getByRole("textbox", { name: "Message" });
    await expect
      .poll(() => message.inputValue())
      .toMatch(/Plans are out by six[\s\S]*Amara[\s\S]*Somebody could be hurt/);
    await standsInNobodysWay(page);

    t.clock.set(new Date());
    const { areas } = await t.nomsa.ask("areas.board");
    expect(areas).toHaveLength(5);
    expect(areas.filter(({ owner }) => owner?.expected).map(({ owner }) => owner!.name)).toEqual(["Amara"]);
    expect((await t.nomsa.ask("direction.agreement")).inForce).toMatchObject({ stepsIn: "Somebody could be hurt." });
  });
});

describe.skipIf(!stage)("an invited member's first two minutes", () => {
  it.each(widths)("what this is, what was promised, my ground, and the one thing asked, %s", async (_, options) => {
    const t = await aTeam({ lead: "Nomsa Mthembu", at: new Date() });
    const { slug } = await t.nomsa.ask("people.workspace");
    await t.nomsa.ask("direction.proposeAgreement", {
      answerDays: 2,
      speaksLast: true,
      stepsIn: "Somebody could be hurt.",
      leadPromises: "",
      teamPromises: "",
    });
    const { member } = await t.nomsa.ask("people.expect", { name: "Amara" });
    const { areas } = await t.nomsa.ask("areas.make", {
      areas: [{ name: "Release timing", purpose: "When and what we ship", level: 3, offered: 5, owner: member }],
    });
    const { token } = await t.nomsa.ask("people.invite", { role: "member", placeholder: member });

    const page = await stage!.page(
      askerFor(t.engine, await somebody(stage!.house, "Amara Okafor", t.clock), {}),
      options,
    );
    await page.goto(`/join/${token}`);
    await page.getByRole("button", { name: "Join Platform" }).click();
    await page.waitForURL(`**/w/${slug}/t/${t.team}/welcome`);
    await page.getByRole("heading", { level: 1, name: "Welcome to Platform" }).waitFor();
    await page.getByText("2 working days").first().waitFor();
    await page.getByText("Release timing").first().waitFor();
    await page.getByRole("heading", { name: "One thing is asked of you" }).waitFor();
    await standsInNobodysWay(page);

    // the placeholder is Amara now: the area is hers, and she says how far she would go
    await page.getByRole("radio", { name: /Inquire/ }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: /^I want/ }).click();
    await expect
      .poll(
        async () => {
          t.clock.set(new Date());
          return (await t.nomsa.ask("areas.show", { area: areas[0]! })).desired;
        },
        { timeout: 10_000 },
      )
      .toBe(6);
    await page.getByRole("link", { name: "To Today" }).click();
    await page.waitForURL(`**/w/${slug}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText("Release timing").first().waitFor();
    await standsInNobodysWay(page);
  });
});
