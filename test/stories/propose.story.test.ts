import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { barriers } from "../accessible.ts";
import { openStage } from "../story.ts";
import { aTeam } from "../team.ts";

const stage = await openStage();

async function withAreas() {
  const t = await aTeam({ lead: "Nomsa Mthembu", members: ["Grace Rotich", "Chen Li"], at: new Date() });
  const { slug } = await t.nomsa.ask("people.workspace");
  const { areas } = await t.nomsa.ask("areas.make", {
    areas: [
      {
        name: "Vendor spend",
        level: 6,
        owner: t.chen.member,
        guardrails: [{ id: randomUUID(), kind: "cost", over: 20_000, currency: "EUR", level: 4 }],
      },
      { name: "Release timing", level: 7, owner: t.grace.member },
    ],
  });
  return { ...t, slug, at: `/w/${slug}/t/${t.team}/decisions`, vendor: areas[0]! };
}

describe.skipIf(!stage)("a decision", () => {
  it("is proposed with the guardrail in sight that brings its level down, and what was typed outlives leaving", async () => {
    const t = await withAreas();
    const page = await stage!.page(t.grace);
    await page.goto(`${t.at}/new?area=${t.vendor}`);
    const beside = page.getByRole("complementary", { name: "How it will be decided" });
    await beside.getByText("Inquire", { exact: true }).waitFor();
    await page.getByLabel("What is to be decided").fill("A second payment provider");
    await page.getByLabel("Cost").fill("24 000");
    await beside.getByText("Agree", { exact: true }).waitFor();
    await beside.getByText("because it costs more than €20,000").last().waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.goto(t.at);
    await page.getByRole("heading", { name: "Nothing is being decided" }).waitFor();
    await page.getByRole("link", { name: "Propose a decision" }).click();
    await page.getByText("You began this earlier").waitFor();
    expect(await page.getByLabel("What is to be decided").inputValue()).toBe("A second payment provider");
    await page.getByText("Chen Li takes it up.").waitFor();
    await page.getByRole("button", { name: "Propose it" }).click();
    await page.getByRole("heading", { level: 1, name: "A second payment provider" }).waitFor();

    const holder = await stage!.page(t.chen);
    await holder.goto(t.at);
    const row = holder.getByRole("listitem").filter({ hasText: "A second payment provider" });
    await row.getByText("Take it up").waitFor();
    expect(await row.textContent()).toContain("4 Agree");
    const page2 = await stage!.page(t.grace);
    await page2.goto(`${t.at}/new`);
    expect(await page2.getByLabel("What is to be decided").inputValue()).toBe("");
  });

  it("that was taken is one line, by keyboard alone, and can be taken back", async () => {
    const t = await withAreas();
    const page = await stage!.page(t.grace);
    await page.goto(`/w/${t.slug}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Type what you look for").waitFor();
    await page.keyboard.type("we decided");
    await page.keyboard.press("Enter");
    const line = page.getByLabel("What was decided");
    await line.waitFor();
    // her own area is the one it is most likely about, and there nobody is to be asked
    await page.getByText("7 Delegate").waitFor();
    await page.keyboard.type("The release waits for Monday");
    await page.keyboard.press("Enter");
    await page.getByText("Written down.").waitFor();
    expect(page.url()).not.toContain("#");
    const noted = async () => (await t.grace.ask("decisions.current", { which: "decided" })).decisions;
    expect(await noted()).toMatchObject([{ title: "The release waits for Monday", shape: "note", level: 7 }]);

    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").waitFor();
    expect(await noted()).toEqual([]);
  });

  it("that is not mine to take alone says why, and goes on as a proposal with what was typed", async () => {
    const t = await withAreas();
    const page = await stage!.page(t.grace, { width: 390, height: 844 });
    await page.goto(`/w/${t.slug}`);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: "We decided" }).click();
    await page.getByLabel("What was decided").fill("We buy the second screen");
    await page.getByLabel("Area", { exact: true }).selectOption({ label: "Vendor spend" });
    await page.getByText("I did", { exact: true }).click();
    await page.getByText("At this level whoever owns it decides").first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Propose it instead" }).click();
    await page.getByRole("heading", { level: 1, name: "Propose a decision" }).waitFor();
    expect(await page.getByLabel("What is to be decided").inputValue()).toBe("We buy the second screen");
    expect(await page.getByLabel("Area", { exact: true }).inputValue()).toBe(t.vendor);
    expect(await t.grace.ask("decisions.current", {})).toMatchObject({ total: 0 });
  });
});
