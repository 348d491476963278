import { describe, expect, it } from "vitest";
import { barriers } from "../accessible.ts";
import { openStage } from "../story.ts";
import { aTeam } from "../team.ts";

const stage = await openStage();
const dayMs = 86_400_000;

async function aBoard() {
  const t = await aTeam({
    lead: "Nomsa Mthembu",
    members: ["Grace Rotich", "Chen Liu"],
    at: new Date(Date.now() - 70 * dayMs),
  });
  const { areas } = await t.nomsa.ask("areas.make", {
    areas: [
      { name: "Release timing", level: 3, owner: t.grace.member },
      { name: "Vendor spend", level: 5, owner: t.chen.member },
    ],
  });
  t.clock.set(new Date());
  const { slug } = await t.nomsa.ask("people.workspace");
  return { ...t, slug, release: areas[0]! };
}

describe.skipIf(!stage)("a level between two people", () => {
  it("is proposed with the keyboard, agreed in another browser, and both see it at once; last month stays as it was", async () => {
    const t = await aBoard();
    const [lead, owner] = [await stage!.page(t.nomsa), await stage!.page(t.grace)];
    const at = `/w/${t.slug}/t/${t.team}/areas`;
    for (const page of [lead, owner]) {
      const listening = page.waitForResponse(/\/live$/);
      await page.goto(at);
      await listening;
    }
    const track = (page: typeof lead) => page.getByRole("slider", { name: /Release timing/ });
    await track(lead).focus();
    expect(await track(lead).getAttribute("aria-valuenow")).toBe("3");
    for (const _ of [4, 5]) await lead.keyboard.press("ArrowRight");
    await lead.keyboard.press("Enter");
    const dialog = lead.getByRole("dialog");
    await dialog.getByLabel(/^Why/).fill("Nine releases went well.");
    expect(await barriers(lead)).toEqual([]);
    await dialog.getByRole("button", { name: "Propose 5 Advise" }).click();

    // no reload: the other side hears of it
    await owner.getByRole("button", { name: "Yes", exact: true }).click({ timeout: 10_000 });
    for (const page of [lead, owner]) {
      await expect.poll(() => track(page).getAttribute("aria-valuenow"), { timeout: 10_000 }).toBe("5");
    }
    const { changes } = await t.grace.ask("areas.history", { area: t.release });
    expect(changes[0]).toMatchObject({ by: "Grace Rotich", why: "Nine releases went well." });

    const lastMonth = new Date(Date.now() - 30 * dayMs).toISOString().slice(0, 10);
    await lead.goto(`${at}?asOf=${lastMonth}`);
    await lead.getByText("Nothing can be changed here.").waitFor();
    const row = lead.getByRole("img", { name: /Consult/ });
    await row.first().waitFor();
    await lead.getByRole("button", { name: "Back to now" }).click();
    await expect.poll(() => track(lead).getAttribute("aria-valuenow"), { timeout: 10_000 }).toBe("5");
  });

  it("may I?: yes, with whom to hear first; over the limit it is decided together, and says why", async () => {
    const t = await aBoard();
    const { version } = await t.nomsa.ask("areas.show", { area: t.release });
    await t.nomsa.ask("areas.propose", { area: t.release, level: 7 });
    const { proposals } = await t.grace.ask("areas.show", { area: t.release });
    await t.grace.ask("areas.answer", { proposal: proposals[0]!.id, yes: true });
    const after = await t.grace.ask("areas.show", { area: t.release });
    expect(after.version).toBeGreaterThan(version);
    await t.grace.ask("areas.change", {
      area: t.release,
      version: after.version,
      card: { guardrails: [{ id: crypto.randomUUID(), kind: "cost", over: 1000, currency: "EUR", level: 4 }] },
    });
    const page = await stage!.page(t.grace);
    await page.goto(`/w/${t.slug}/t/${t.team}/may-i`);
    await page.getByLabel("What are you about to decide?").fill("Change the release timing for Easter");
    await page.getByText("Yes, you may. It is yours to decide.").waitFor();
    await page.getByLabel("Cost").fill("1500");
    await page.getByLabel("Currency").selectOption("EUR");
    await page.getByText("You decide this together, as a team.").waitFor();
    await page.getByText(/It costs more than €1,000/).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it("an area is handed over from the palette, with a double press, once; a lost connection keeps what was typed", async () => {
    const t = await aBoard();
    const page = await stage!.page(t.nomsa, { calm: false });
    await page.goto(`/w/${t.slug}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("hand over");
    await page.getByRole("option", { name: "Hand over an area" }).waitFor();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    const name = dialog.locator("input[name=areaName]");
    await name.fill("On-call rota");
    await page.context().setOffline(true);
    await dialog.getByRole("button", { name: "Hand it over" }).click();
    await dialog.getByRole("alert").waitFor();
    expect(await name.inputValue()).toBe("On-call rota");
    await page.context().setOffline(false);
    await dialog.getByRole("button", { name: "Hand it over" }).dblclick();
    await page.getByRole("link", { name: "On-call rota" }).first().waitFor();
    t.clock.set(new Date());
    const { areas } = await t.nomsa.ask("areas.board");
    expect(areas.filter(({ name: called }) => called === "On-call rota")).toHaveLength(1);
  });

  it("a change that tightens waits for the owner, and is told where it waits", async () => {
    const t = await aBoard();
    const { version } = await t.nomsa.ask("areas.show", { area: t.release });
    await t.nomsa.ask("areas.change", {
      area: t.release,
      version,
      card: { guardrails: [{ id: crypto.randomUUID(), kind: "one_way", level: 2 }] },
    });
    const page = await stage!.page(t.grace);
    await page.goto(`/w/${t.slug}`);
    await page.getByRole("heading", { name: /Nomsa Mthembu waits for your yes on Release timing/ }).waitFor();
    await page.getByRole("link", { name: "Read and answer" }).click();
    await page.getByRole("button", { name: "Yes", exact: true }).first().click();
    await expect
      .poll(
        async () => {
          t.clock.set(new Date());
          return (await t.nomsa.ask("areas.show", { area: t.release })).guardrails.length;
        },
        { timeout: 10_000 },
      )
      .toBe(1);
    await page.goto(`/w/${t.slug}/notices`);
    await page.getByText("Done").first().waitFor();
  });
});

describe.skipIf(!stage)("the board on paper", () => {
  it.each([8, 60])("of %i areas is one page", async (count) => {
    const t = await aTeam({ lead: "Nomsa Mthembu", members: ["Grace Rotich"], at: new Date() });
    for (let made = 0; made < count; made += 20) {
      await t.nomsa.ask("areas.make", {
        areas: Array.from({ length: Math.min(20, count - made) }, (_, n) => ({
          name: `Area number ${made + n + 1} with a name of some length`,
          purpose: "What it is about, in a line",
          level: ((made + n) % 7) + 1,
          owner: t.grace.member,
          review: "2027-03-01",
          guardrails: [
            { id: crypto.randomUUID(), kind: "text" as const, words: "Never on a Friday after three o’clock" },
          ],
        })),
      });
    }
    const { slug } = await t.nomsa.ask("people.workspace");
    const page = await stage!.page(t.nomsa);
    await page.goto(`/w/${slug}/t/${t.team}/areas`);
    await page.getByText("Area number 1 with").first().waitFor();
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });
});
