import { describe, expect, it } from "vitest";
import { openStage } from "../story.ts";
import { aTeam } from "../team.ts";

const stage = await openStage();
const most = 150_000;

describe.skipIf(!stage)("the first screen", () => {
  it("brings less than 150 kB of compressed script, and asks no other host", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const { slug } = await t.nomsa.ask("people.workspace");
    const page = await stage!.page(t.nomsa);
    const sizes: Promise<number>[] = [];
    const hosts = new Set<string>();
    page.on("requestfinished", (request) => {
      const { host, pathname } = new URL(request.url());
      hosts.add(host);
      if (pathname.endsWith(".js")) sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(`/w/${slug}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForTimeout(1_500);
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    console.log(
      `the signed-in home brings ${(total / 1000).toFixed(1)} kB of compressed script in ${sizes.length} files`,
    );
    expect(sizes.length).toBeGreaterThan(3);
    expect(total).toBeLessThan(most);
    expect([...hosts]).toEqual([new URL(stage!.address).host]);
  });

  it("says a sentence everywhere, although it brings only some of the areas' words", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
    const { slug } = await t.nomsa.ask("people.workspace");
    const { areas } = await t.nomsa.ask("areas.make", {
      areas: [
        { name: "Release timing", level: 3, owner: t.grace.member },
        { name: "Berth plans", level: 2 },
      ],
    });
    await t.nomsa.ask("areas.propose", { area: areas[0]!, level: 5 });
    const page = await stage!.page(t.nomsa);
    await page.goto(`/w/${slug}`);
    await page.getByText("Release timing").first().waitFor();
    const said = () =>
      page.evaluate(() => {
        const labels = [...document.querySelectorAll("[aria-label], [title]")].map(
          (one) => `${one.getAttribute("aria-label") ?? ""} ${one.getAttribute("title") ?? ""}`,
        );
        return [document.body.textContent, ...labels].join(" ");
      });
    const key = /\b(?:web|level|needs|field|held|column)\.[a-z0-9_.]+/;
    expect(await said()).not.toMatch(key);
    await page.getByRole("button", { name: "Show as table" }).first().click();
    await page.getByRole("table").first().waitFor();
    expect(await said()).not.toMatch(key);
  });
});
