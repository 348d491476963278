import { describe, expect, it } from "vitest";
import { barriers } from "../accessible.ts";
import { freshHouse } from "../open-house.ts";
import { openStage } from "../story.ts";

const stage = await openStage(await freshHouse());

describe.skipIf(!stage)("the first person of an installation", () => {
  it("signs up, names a workspace and a team, and comes back after signing out", async () => {
    const page = await stage!.page();
    await page.goto("/");
    await page.waitForURL("**/sign-up");
    await page.getByLabel("Your name").fill("Nomsa Mthembu");
    await page.getByLabel("Email").fill("nomsa@example.org");
    await page.getByLabel("Password", { exact: true }).fill("harbour at dawn");
    await page.getByLabel("Name of the workspace").fill("Harbour");
    await page.getByLabel("Your first team").fill("Platform");
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Begin" }).click();
    await page.waitForURL("**/w/harbour");
    await page.getByRole("main").getByText("Platform").first().waitFor();

    await page.context().clearCookies();
    await page.goto("/w/harbour/people");
    await page.waitForURL("**/sign-in?next=**");
    await page.getByLabel("Email").fill("nomsa@example.org");
    await page.getByLabel("Password", { exact: true }).fill("not this one at all");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Password", { exact: true }).fill("harbour at dawn");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/w/harbour/people");
    await page.getByText("Nomsa Mthembu").first().waitFor();
  });

  it("tells an empty field by the field, in words, and keeps what was written", async () => {
    const page = await stage!.page();
    await page.goto("/sign-up");
    await page.getByLabel("Your name").fill("Grace");
    await page.getByRole("button", { name: "Sign up", exact: true }).click();
    const email = page.getByLabel("Email");
    await expect.poll(() => email.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("Your name").inputValue()).toBe("Grace");
    expect(await barriers(page)).toEqual([]);
  });
});
