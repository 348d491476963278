import { describe, expect, it } from "vitest";
import { barriers } from "../accessible.ts";
import { openStage } from "../story.ts";
import { aTeam } from "../team.ts";

const stage = await openStage();
const dayMs = 86_400_000;
const dayAhead = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

async function withIntent() {
  const t = await aTeam({ lead: "Nomsa Mthembu", members: ["Grace Rotich"], at: new Date() });
  const { slug } = await t.nomsa.ask("people.workspace");
  await t.nomsa.ask("direction.saveDraft", {
    why: "Ships wait outside when the plan is late.",
    done: "Plans are out by six.",
    keep: "Safety data is never wrong.",
    until: dayAhead(120),
    review: dayAhead(60),
    serves: null,
    whatChanged: "",
  });
  await t.nomsa.ask("direction.publish");
  return { ...t, slug };
}

describe.skipIf(!stage)("an intent", () => {
  it("is played back by a member and marked by its author, each in a browser of their own", async () => {
    const t = await withIntent();
    const [lead, member] = [await stage!.page(t.nomsa), await stage!.page(t.grace)];
    const listening = lead.waitForResponse(/\/live$/);
    await lead.goto(`/w/${t.slug}/t/${t.team}/intent`);
    await listening;

    await member.goto(`/w/${t.slug}`);
    await member.getByRole("heading", { name: "Play the intent back in your own words" }).waitFor();
    await member.getByRole("link", { name: "Write it" }).click();
    await member.getByLabel("In my own words").fill("We get plans out early, and nothing unsafe goes with them.");
    expect(await barriers(member)).toEqual([]);
    await member.keyboard.press("Tab");
    await member
      .getByRole("button", { name: /play it back|send|give/i })
      .first()
      .click();

    await lead.getByText("We get plans out early").first().waitFor({ timeout: 10_000 });
    await lead.getByRole("button", { name: /^Partly/ }).click();
    await lead.getByLabel("What did the intent leave out?").fill("Why ships wait.");
    await lead.getByRole("button", { name: "Mark as partly" }).click();
    await member.getByText("Why ships wait.").first().waitFor({ timeout: 10_000 });
  });

  it("keeps what is typed while there is no connection", async () => {
    const t = await withIntent();
    const page = await stage!.page(t.nomsa, { calm: false });
    await page.goto(`/w/${t.slug}/t/${t.team}/intent#write`);
    const why = page.getByRole("textbox").first();
    await why.waitFor();
    await page.context().setOffline(true);
    await why.fill("Written on the ferry, between two harbours.");
    await page.waitForTimeout(1_500);
    await page.context().setOffline(false);
    await page.reload();
    await expect
      .poll(() => page.getByRole("textbox").first().inputValue())
      .toBe("Written on the ferry, between two harbours.");
  });
});
