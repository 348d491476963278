import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { barriers, overflowsSideways, settled } from "../accessible.ts";
import type { PageOptions } from "../story.ts";
import { openStage } from "../story.ts";
import { aTeam } from "../team.ts";

const stage = await openStage();
const harbour = readFileSync(path.resolve(import.meta.dirname, "../../examples/harbour-decisions.csv"), "utf8");

type Made = {
  team: string;
  slug: string;
  decision: string;
  member: string;
  token: string;
  area: string;
  goal: string;
};
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
  const { area, goal } = await someGround(t);
  const made = { team: t.team, slug, decision: decisions[0]!.id, member: t.grace.member, token, area, goal };
  return { nomsa: t.nomsa, made };
}

/** Two versions of an intent, a goal with readings, an agreement, areas with a proposal, notices and mail. */
async function someGround(
  t: Awaited<ReturnType<typeof aTeam<"Nomsa Mthembu", "Grace Rotich" | "Chen Liu", "Ivo Novak">>>,
) {
  const words = { why: "Ships wait outside when the plan is late.", keep: "Safety data is never wrong.", serves: null };
  for (const done of ["Plans by six.", "Plans by six.\nCrews change their own plan."]) {
    const dates = { until: "2026-12-01", review: "2026-09-01", whatChanged: "" };
    await t.nomsa.ask("direction.saveDraft", { ...words, done, ...dates });
    await t.nomsa.ask("direction.publish");
  }
  const { intent } = await t.grace.ask("direction.show");
  await t.grace.ask("direction.giveBackBrief", { intent: intent!.id, words: "Plans are out early, and safe." });
  await t.nomsa.ask("direction.proposeAgreement", {
    answerDays: 2,
    speaksLast: true,
    stepsIn: "When somebody could be hurt.",
    leadPromises: "I say why.",
    teamPromises: "We tell early.",
  });
  const { goal } = await t.nomsa.ask("direction.makeGoal", {
    outcome: "Plans by six on 27 mornings of 30",
    measure: { kind: "number", name: "Mornings", unit: "", start: 17, target: 27 },
    owner: t.nomsa.member,
    due: "2026-11-01",
    serves: { kind: "line", line: intent!.lines[1]!.line },
  });
  for (const confidence of [4, 7]) {
    t.clock.pass(7 * 86_400_000);
    await t.nomsa.ask("direction.readGoal", { goal, confidence, value: 17 + confidence });
  }
  const { areas } = await t.nomsa.ask("areas.make", {
    areas: [
      { name: "Release timing", purpose: "When and what we ship", level: 5, owner: t.grace.member },
      { name: "Vendor spend", level: 3, owner: t.chen.member, review: "2026-05-01" },
      { name: "Rota", level: 7 },
    ],
  });
  await t.grace.ask("areas.propose", { area: areas[0]!, level: 7, trialWeeks: 8, why: "Nine releases went well." });
  return { goal, area: areas[0]! };
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
  "/w/$workspace/t/$team/decisions": ({ slug, team }) => `/w/${slug}/t/${team}/decisions`,
  "/w/$workspace/t/$team/decisions/new": ({ slug, team }) => `/w/${slug}/t/${team}/decisions/new`,
  "/w/$workspace/t/$team/decisions/$decision": ({ slug, team, decision }) =>
    `/w/${slug}/t/${team}/decisions/${decision}`,
  "/w/$workspace/ground": ({ slug }) => `/w/${slug}/ground`,
  "/w/$workspace/notices": ({ slug }) => `/w/${slug}/notices`,
  "/w/$workspace/notices/mail": ({ slug }) => `/w/${slug}/notices/mail`,
  "/w/$workspace/t/$team/intent": ({ slug, team }) => `/w/${slug}/t/${team}/intent`,
  "/w/$workspace/t/$team/intent/versions": ({ slug, team }) => `/w/${slug}/t/${team}/intent/versions`,
  "/w/$workspace/t/$team/agreement": ({ slug, team }) => `/w/${slug}/t/${team}/agreement`,
  "/w/$workspace/t/$team/goals": ({ slug, team }) => `/w/${slug}/t/${team}/goals`,
  "/w/$workspace/t/$team/goals/$goal": ({ slug, team, goal }) => `/w/${slug}/t/${team}/goals/${goal}`,
  "/w/$workspace/t/$team/areas": ({ slug, team }) => `/w/${slug}/t/${team}/areas`,
  "/w/$workspace/t/$team/areas/$area": ({ slug, team, area }) => `/w/${slug}/t/${team}/areas/${area}`,
  "/w/$workspace/t/$team/may-i": ({ slug, team }) => `/w/${slug}/t/${team}/may-i`,
  "/w/$workspace/t/$team/start": ({ slug, team }) => `/w/${slug}/t/${team}/start`,
  "/w/$workspace/t/$team/ground-map": ({ slug, team }) => `/w/${slug}/t/${team}/ground-map`,
  "/w/$workspace/t/$team/welcome": ({ slug, team }) => `/w/${slug}/t/${team}/welcome`,
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
