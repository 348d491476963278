import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { barriers, overflowsSideways, settled } from "../accessible.ts";
import type { PageOptions } from "../story.ts";
import { openStage } from "../story.ts";
import { aTeam } from "../team.ts";

const stage = await openStage();
const harbour = readFileSync(path.resolve(import.meta.dirname, "../../examples/harbour-decisions.csv"), "utf8");

type Made = { team: string; slug: string; decision: string; member: string; token: string };
async function makeTeam(locale: "en" | "ar") {
  const t = await aTeam({
    lead: "Nomsa Mthembu",
    members: ["Grace Rotich", "Chen Liu"],
    observers: ["Ivo Novak"],
    locale,
  });
  await t.nomsa.ask("people.makeTeam", { name: "On-call", parent: t.team });
  await t.nomsa.ask("records.importDecisions", { file: { name: "harbour-decisions.csv", text: harbour } });
  const { decisions } = await t.nomsa.ask("decisions.list", { limit: 1 });
  const { slug } = await t.nomsa.ask("people.workspace");
  const { token } = await t.nomsa.ask("people.invite", { role: "member" });
  return { nomsa: t.nomsa, made: { team: t.team, slug, decision: decisions[0]!.id, member: t.grace.member, token } };
}

/** Every screen there is; one that is added to the routes is added here (the last test of this file looks). */
const screens: Readonly<Record<string, (made: Made) => string>> = {
  "/w/$workspace/": ({ slug }) => `/w/${slug}`,
  "/w/$workspace/people": ({ slug }) => `/w/${slug}/people`,
  "/w/$workspace/people/$member": ({ slug, member }) => `/w/${slug}/people/${member}`,
  "/w/$workspace/teams": ({ slug }) => `/w/${slug}/teams`,
  "/w/$workspace/settings": ({ slug }) => `/w/${slug}/settings`,
  "/w/$workspace/me": ({ slug }) => `/w/${slug}/me`,
  "/w/$workspace/t/$team/": ({ slug, team }) => `/w/${slug}/t/${team}`,
  "/w/$workspace/t/$team/record": ({ slug, team }) => `/w/${slug}/t/${team}/record`,
  "/w/$workspace/t/$team/record/import": ({ slug, team }) => `/w/${slug}/t/${team}/record/import`,
  "/w/$workspace/t/$team/decisions/$decision": ({ slug, team, decision }) =>
    `/w/${slug}/t/${team}/decisions/${decision}`,
  "/new-workspace": () => "/new-workspace",
  "/join/$token": ({ token }) => `/join/${token}`,
  "/sign-in": () => "/sign-in",
  "/sign-up": () => "/sign-up",
  "/ui": () => "/ui",
};
const signedOut = new Set(["/sign-in", "/sign-up", "/join/$token"]);
const ways: [name: string, locale: "en" | "ar", options: PageOptions][] = [
  ["on a wide screen", "en", {}],
  ["in the dark", "en", { dark: true }],
  ["on a phone", "en", { width: 360, height: 740 }],
  ["in Arabic, on a phone", "ar", { width: 360, height: 740, locale: "ar" }],
];

describe.skipIf(!stage)("every page", () => {
  const teams = {} as Record<"en" | "ar", Awaited<ReturnType<typeof makeTeam>>>;
  beforeAll(async () => {
    teams.en = await makeTeam("en");
    teams.ar = await makeTeam("ar");
  });

  describe.each(ways)("%s", (_, locale, options) => {
    it.each(Object.keys(screens))("%s stands in nobody's way", async (screen) => {
      const { nomsa, made } = teams[locale];
      const page = await stage!.page(signedOut.has(screen) ? null : nomsa, options);
      await page.goto(screens[screen]!(made));
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await settled(page);
      expect(await page.getAttribute("html", "dir")).toBe(locale === "ar" ? "rtl" : "ltr");
      expect(await overflowsSideways(page), "wider than the window").toBe(false);
      expect(await barriers(page)).toEqual([]);
    });
  });

  it("is on the list of this story", async () => {
    const source = readFileSync(path.resolve(import.meta.dirname, "../../src/app/web/routes.tsx"), "utf8");
    const paths = [...source.matchAll(/^\s+path: "([^"]+)"/gm)].map((match) => match[1]!);
    const listed = Object.keys(screens);
    for (const one of paths) {
      if (one === "/w/$workspace" || one === "/t/$team" || one === "/") continue;
      expect(
        listed.some((screen) => screen.endsWith(one)),
        `${one} is not looked at`,
      ).toBe(true);
    }
  });
});
