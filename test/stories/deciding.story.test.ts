import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { doTimedWork, sweep } from "../../src/app/schedule.ts";
import { barriers } from "../accessible.ts";
import { openStage } from "../story.ts";
import { aTeam } from "../team.ts";

const stage = await openStage();
const dayMs = 86_400_000;

/** A team with an area at this level, which Grace owns. */
async function aTeamAt(level: number, guardrails: readonly Record<string, unknown>[] = []) {
  const t = await aTeam({
    lead: "Nomsa Mthembu",
    members: ["Grace Rotich", "Chen Liu", "Divya Nair"],
    at: new Date(Date.now() - 20 * dayMs),
  });
  const { areas } = await t.nomsa.ask("areas.make", {
    areas: [{ name: "Incident response", level, owner: t.grace.member, guardrails: guardrails as never }],
  });
  t.clock.set(new Date());
  const { slug } = await t.nomsa.ask("people.workspace");
  return { ...t, slug, area: areas[0]!, at: `/w/${slug}/t/${t.team}` };
}
type There = Awaited<ReturnType<typeof aTeamAt>>;
type Browsers = Record<"nomsa" | "grace" | "chen" | "divya", Page>;

/** Everybody in a browser of their own. */
async function browsersOf(t: There): Promise<Browsers> {
  const [nomsa, grace, chen, divya] = await Promise.all([
    stage!.page(t.nomsa),
    stage!.page(t.grace),
    stage!.page(t.chen, { width: 390, height: 844 }),
    stage!.page(t.divya, { dark: true }),
  ]);
  return { nomsa: nomsa!, grace: grace!, chen: chen!, divya: divya! };
}

/** Proposes as somebody would, and returns the address of the decision's page. */
async function propose(
  t: There,
  page: Page,
  what: { title: string; proposal: string; affected?: string },
): Promise<string> {
  await page.goto(`${t.at}/decisions/new?area=${t.area}`);
  await page.getByLabel("What is to be decided").fill(what.title);
  await page.getByLabel("The proposal").fill(what.proposal);
  await page.getByText("Two-way door", { exact: true }).click();
  if (what.affected) {
    await page.getByRole("button", { name: /Say more/ }).click();
    await page.getByRole("group", { name: "Who in the team is affected" }).getByLabel(what.affected).check();
  }
  await page.getByRole("button", { name: "Propose it" }).click();
  await page.waitForURL(/decisions\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { level: 1, name: what.title }).waitFor();
  return new URL(page.url()).pathname;
}

/** Begins a round; consent names an exit first. */
async function begin(page: Page, how: { exit?: string; choose?: string } = {}): Promise<void> {
  await page
    .getByRole("button", { name: /^(Begin the round|Hear some people first)$/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: /^Begin round/ });
  if (how.exit) await dialog.getByRole("radio", { name: how.exit }).check();
  if (how.choose) await dialog.getByRole("checkbox", { name: how.choose }).check();
  await dialog.getByRole("button", { name: "Begin the round" }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Gives a voice: a stance, a reason where there is one, Send. */
async function speak(page: Page, stance: string, reason?: string): Promise<void> {
  const choice = page.locator("label", { has: page.locator("input[name=stance]"), hasText: new RegExp(`^${stance}`) });
  await choice.click();
  if (reason) await page.locator("textarea[name=reason]").fill(reason);
  const send = page.getByRole("button", { name: /^Send( the change)?$/ });
  await send.click();
  await send.waitFor({ state: "hidden" });
}

async function sumUp(page: Page, words: string): Promise<void> {
  await page.getByLabel("What I heard").fill(words);
  await page.getByRole("button", { name: "Share what I heard" }).click();
  await page.getByText("Shared with those who spoke.").waitFor();
}

/** Decides, or writes down what the round decided. */
async function decide(page: Page, why: string): Promise<void> {
  const go = page.getByRole("radio", { name: /^Go ahead/ });
  if (!(await go.isChecked())) await go.check({ force: true });
  await page.getByLabel(/^Why/).last().fill(why);
  await page.getByRole("button", { name: /^(Decide: go ahead|Write it down)$/ }).click();
  await page.getByText("Decided: go ahead").waitFor();
}

/** The phase that the database has, at the present moment. */
async function phaseOf(t: There, at: string): Promise<string> {
  t.clock.set(new Date());
  return (await t.nomsa.ask("decisions.deciding", { decision: at.split("/").at(-1)! })).phase;
}

describe.skipIf(!stage)("a decision at each level", () => {
  it("1 Tell: the lead decides and writes why; the team reads it, and anyone may ask", async () => {
    const t = await aTeamAt(1);
    const { nomsa, chen } = await browsersOf(t);
    const at = await propose(t, nomsa, { title: "Close the old status page", proposal: "It goes on Friday." });
    await decide(nomsa, "Two pages that disagree have cost us more than one that is plain.");
    await chen.goto(at);
    await chen.getByText("Two pages that disagree").first().waitFor();
    await chen.getByRole("radio", { name: "Question" }).check({ force: true });
    await chen.getByRole("textbox", { name: /What would you like to know/ }).fill("Who tells the harbour office?");
    await chen.getByRole("button", { name: "Ask it" }).click();
    await nomsa.getByText("Who tells the harbour office?").waitFor();
    expect(await phaseOf(t, at)).toBe("decided");
  });

  it("2 Sell: the lead decides for a later day, and questions come before it takes effect", async () => {
    const t = await aTeamAt(2);
    const { nomsa, divya } = await browsersOf(t);
    const at = await propose(t, nomsa, { title: "One on-call phone for all", proposal: "From next month." });
    await nomsa.getByRole("radio", { name: /^Go ahead/ }).check({ force: true });
    await nomsa.getByLabel(/^Why/).last().fill("The second phone rang twice in a year.");
    await nomsa.getByRole("button", { name: "In a week", exact: true }).first().click();
    await nomsa.getByRole("button", { name: "Decide: go ahead" }).click();
    await nomsa.getByText("Takes effect", { exact: true }).first().waitFor();
    await divya.goto(at);
    await divya.getByText("Takes effect", { exact: true }).first().waitFor();
    await divya.getByRole("radio", { name: "Question" }).check({ force: true });
    await divya.getByRole("textbox", { name: /What would you like to know/ }).fill("And when it is lost?");
    await divya.getByRole("button", { name: "Ask it" }).click();
    await nomsa.getByText("And when it is lost?").waitFor();
    expect(await phaseOf(t, at)).toBe("decided");
  });

  it("3 Consult: anyone opens; the team speaks sealed and first; the lead writes what was heard, then decides", async () => {
    const t = await aTeamAt(3);
    const { nomsa, grace, chen, divya } = await browsersOf(t);
    const at = await propose(t, chen, {
      title: "Buy the second crane sensor",
      proposal: "One more, at the east quay.",
    });
    await chen
      .getByText(/can take it up/)
      .first()
      .waitFor();
    await nomsa.goto(at);
    await nomsa.getByRole("button", { name: "Take it up" }).click();
    await begin(nomsa);
    for (const page of [grace, divya]) await page.goto(at);
    await speak(grace, "Agree", "The east quay is blind at night.");
    await speak(divya, "Concern", "Its cable crosses the rail track.");
    // the lead waits and reads nothing, however often they look
    await nomsa.reload();
    await nomsa.getByText("2 of 3 have spoken").first().waitFor();
    expect(await nomsa.content()).not.toContain("crosses the rail track");
    expect(await chen.content()).not.toContain("blind at night");
    await speak(chen, "Agree");
    // the last voice opens it, in every browser, without a reload
    for (const page of [nomsa, grace, divya, chen])
      await page.getByText("Its cable crosses the rail track.").first().waitFor();
    expect(await barriers(nomsa)).toEqual([]);
    await sumUp(nomsa, "The quay is blind, and the cable must not cross the track.");
    await grace.getByRole("button", { name: "Heard", exact: true }).click();
    await divya.getByRole("button", { name: "Heard", exact: true }).click();
    await nomsa.getByText("2 heard").first().waitFor();
    await decide(nomsa, "With the cable laid along the wall.");
    await divya.getByText("With the cable laid along the wall.").first().waitFor();
    expect(await phaseOf(t, at)).toBe("decided");
  });

  it("4 Agree: an objection is integrated into a second version, whose round carries; the lead speaks last in both", async () => {
    const t = await aTeamAt(4);
    const { nomsa, grace, chen, divya } = await browsersOf(t);
    const at = await propose(t, grace, {
      title: "Move incident reviews to Thursdays",
      proposal: "Hold the incident review every Thursday at 10:00 instead of Monday.",
    });
    await begin(grace, { exit: "Another round" });
    for (const page of [nomsa, chen, divya]) await page.goto(at);
    await nomsa
      .getByText(/voice comes last|speaks? last|comes last/i)
      .first()
      .waitFor();
    expect(await nomsa.getByRole("radio", { name: /^Consent/ }).count()).toBe(0);
    await speak(grace, "Consent");
    await speak(chen, "Objection", "It would be the day before release: a finding could not be acted on.");
    expect(await barriers(chen)).toEqual([]);
    // changing one's voice before it opens leaves one voice
    await chen.getByRole("button", { name: "Change your voice" }).click();
    await speak(chen, "Objection", "It would be the day before release. Tuesday would do.");
    await speak(divya, "Stand aside");
    for (const page of [nomsa, grace, divya])
      await page
        .getByText(/Tuesday would do/)
        .first()
        .waitFor();
    await grace.getByText("1 objection stands").first().waitFor();
    // now the lead, once, marked as last
    await speak(nomsa, "Consent", "I would have said Tuesday too, but this is yours to find.");
    await grace.getByText("spoke last").first().waitFor();
    expect(await barriers(grace)).toEqual([]);

    await grace.getByRole("button", { name: /Integrate and begin round 2/ }).click();
    const editor = grace.getByRole("dialog", { name: /^Version 2/ });
    await editor.getByRole("checkbox").first().check();
    await editor.getByLabel("Proposal").fill("Hold the incident review every Tuesday at 10:00 instead of Monday.");
    await editor.getByRole("button", { name: "Make it the version that stands" }).click();
    // what follows a new version is its round
    const next = grace.getByRole("dialog", { name: "Begin round 2" });
    await next.getByRole("radio", { name: "Another round" }).check();
    await next.getByRole("button", { name: "Begin the round" }).click();
    await next.waitFor({ state: "hidden" });
    await speak(grace, "Consent");
    await speak(divya, "Consent");
    await speak(chen, "Consent");
    await nomsa
      .getByText(/No objection stands: it carries/)
      .first()
      .waitFor();
    await speak(nomsa, "Consent");
    await sumUp(grace, "Tuesday leaves a day to act on what was found.");
    await decide(grace, "Nobody objects to Tuesday.");
    await chen.getByText("Decided: go ahead").waitFor();
    const decision = at.split("/").at(-1)!;
    t.clock.set(new Date());
    const seen = await t.chen.ask("decisions.deciding", { decision });
    expect(seen.rounds.map(({ result }) => result?.tally)).toEqual([
      { consent: 4 },
      { consent: 2, object: 1, aside: 1 },
    ]);
    expect(seen.objections.map(({ state, endedVersion }) => [state, endedVersion])).toEqual([["integrated", 2]]);
  });

  it("5 Advise: those affected and the lead advise, sealed; the owner decides, and the lead cannot", async () => {
    const t = await aTeamAt(5);
    const { nomsa, grace, chen } = await browsersOf(t);
    const at = await propose(t, grace, {
      title: "Page the vendor first",
      proposal: "The vendor is paged before our own second line.",
      affected: "Chen Liu",
    });
    await begin(grace);
    for (const page of [nomsa, chen]) await page.goto(at);
    await speak(chen, "Against", "They took an hour last time.");
    await grace.getByText("They took an hour last time.").first().waitFor();
    await speak(nomsa, "Agree");
    expect(await nomsa.getByRole("button", { name: /^Decide/ }).count()).toBe(0);
    await sumUp(grace, "An hour is too long without a second call.");
    await decide(grace, "With our own line called after ten minutes.");
    await nomsa.getByText("Decided: go ahead").waitFor();
    expect(await phaseOf(t, at)).toBe("decided");
    expect(
      await nomsa
        .getByText("Level 5")
        .or(nomsa.getByText(/Advise/))
        .count(),
    ).toBeGreaterThan(0);
  });

  it("6 Inquire: the owner decides without a round; the lead asks afterwards", async () => {
    const t = await aTeamAt(6);
    const { nomsa, grace } = await browsersOf(t);
    const at = await propose(t, grace, { title: "New incident channel", proposal: "One channel for each incident." });
    await decide(grace, "Threads got lost.");
    await nomsa.goto(at);
    await nomsa.getByText("Decided: go ahead").waitFor();
    await nomsa.getByRole("textbox", { name: /What would you like to know/ }).fill("Who closes them?");
    await nomsa.getByRole("button", { name: "Ask it" }).click();
    await grace.getByText("Who closes them?").waitFor();
    expect(await phaseOf(t, at)).toBe("decided");
  });

  it("7 Delegate: “we decided”, in one line from anywhere, by keyboard; it stands in the log and can grow", async () => {
    const t = await aTeamAt(7);
    const { nomsa, grace } = await browsersOf(t);
    await grace.goto(`/w/${t.slug}`);
    await grace.getByRole("heading", { level: 1 }).waitFor();
    const begun = Date.now();
    await grace.keyboard.press("Control+k");
    await grace.getByRole("dialog").waitFor();
    await grace.keyboard.type("we decided");
    await grace.getByRole("option", { name: /We decided/ }).waitFor();
    await grace.keyboard.press("Enter");
    const dialog = grace.getByRole("dialog");
    await dialog.getByLabel("What was decided").fill("The pager goes to whoever is awake");
    await dialog.getByLabel("Area").selectOption({ label: "Incident response" });
    await dialog.getByRole("button", { name: "Write it down" }).click();
    await grace.getByText("Written down.").waitFor();
    expect(Date.now() - begun).toBeLessThan(15_000);
    t.clock.set(new Date());
    const { decisions } = await t.nomsa.ask("decisions.list");
    expect(decisions).toMatchObject([{ title: "The pager goes to whoever is awake", level: 7, phase: "decided" }]);
    await nomsa.goto(`${t.at}/decisions/${decisions[0]!.id}`);
    await nomsa.getByRole("heading", { level: 1, name: "The pager goes to whoever is awake" }).waitFor();
    const { notices } = (await t.nomsa.ask("notices.list", {})) as { notices: { kind: string }[] };
    expect(notices.filter(({ kind }) => kind.startsWith("decisions."))).toEqual([]);
  });
});

describe.skipIf(!stage)("a step-in", () => {
  it("lowers an area's level at once, is seen by all, and returns by itself at its end", async () => {
    const t = await aTeamAt(6);
    const { nomsa, grace, chen } = await browsersOf(t);
    for (const page of [grace, chen]) await page.goto(`${t.at}/areas/${t.area}`);
    await nomsa.goto(`${t.at}/areas/${t.area}`);
    await nomsa.getByRole("button", { name: /^More about Incident response/ }).click();
    await nomsa.getByRole("menuitem", { name: "Step in" }).click();
    const dialog = nomsa.getByRole("dialog", { name: /^Step in on/ });
    for (const answer of ["It harms people, or the promise we live by", "Today", "For good", "No"]) {
      await dialog.getByRole("radio", { name: answer, exact: true }).check({ force: true });
    }
    await dialog.getByText("The lightest move that fits: Step in").waitFor();
    await dialog.getByLabel(/^Why you step in/).fill("Three outages in a week, and the port waits.");
    await dialog.getByLabel(/^What it covers/).fill("Only who is paged, and when.");
    expect(await barriers(nomsa)).toEqual([]);
    await dialog.getByRole("button", { name: /^Step in until/ }).click();
    await dialog.waitFor({ state: "hidden" });
    for (const page of [grace, chen]) await page.getByText("Three outages in a week").first().waitFor();
    t.clock.set(new Date());
    const during = await t.grace.ask("areas.show", { area: t.area });
    expect(during.loan?.back).toBe(6);
    expect(during.level).toBeLessThan(6);
    // nothing has to run: at its end the level is what it was
    t.clock.set(new Date(during.loan!.until.getTime() + 1_000));
    expect((await t.grace.ask("areas.show", { area: t.area })).level).toBe(6);
    await doTimedWork(t.engine);
    const { stepIns } = await t.chen.ask("areas.stepIns");
    expect(stepIns).toMatchObject([{ inForce: false, endedBy: null }]);
  });
});

describe.skipIf(!stage)("a deadline", () => {
  it("opens a round by itself; what was being typed then is kept and can be said as a comment", async () => {
    const t = await aTeamAt(4);
    const { decision } = await t.grace.ask("decisions.propose", {
      title: "Rest day",
      proposal: "Sundays off.",
      area: t.area,
    });
    const { n } = await t.grace.ask("decisions.deciding", { decision });
    await t.grace.ask("decisions.beginRound", {
      decision,
      n,
      method: "consent",
      exit: "wait",
      dueAt: new Date(Date.now() + 16 * 60_000).toISOString(),
    });
    const { rounds } = await t.chen.ask("decisions.deciding", { decision });
    await t.chen.ask("decisions.voice", { round: rounds[0]!.id, stance: "consent", reason: "Gladly." });
    const page = await stage!.page(t.divya);
    await page.goto(`${t.at}/decisions/${decision}`);
    await page.locator("label", { has: page.locator("input[name=stance][value=consent]") }).click();
    await page.locator("textarea[name=reason]").fill("Only if the port agrees.");
    await sweep(t.engine, null, new Date(Date.now() + 17 * 60_000));
    await page.getByText("Gladly.").first().waitFor();
    await page.getByText(/The round opened before you sent your voice/).waitFor();
    await page.getByRole("button", { name: "Say it as a comment" }).click();
    t.clock.set(new Date(Date.now() + 18 * 60_000));
    await expect
      .poll(async () => (await t.chen.ask("decisions.deciding", { decision })).remarks.map(({ words }) => words), {
        timeout: 10_000,
      })
      .toEqual(["Only if the port agrees."]);
  });

  it("a lost connection keeps the voice that was typed, and a double press sends it once", async () => {
    const t = await aTeamAt(4);
    const { decision } = await t.grace.ask("decisions.propose", {
      title: "Rest day",
      proposal: "Sundays off.",
      area: t.area,
    });
    const { n } = await t.grace.ask("decisions.deciding", { decision });
    await t.grace.ask("decisions.beginRound", {
      decision,
      n,
      method: "majority",
      dueAt: new Date(Date.now() + 2 * dayMs).toISOString(),
    });
    const page = await stage!.page(t.divya, { calm: false, width: 390, height: 844 });
    await page.goto(`${t.at}/decisions/${decision}`);
    await page.locator("label", { has: page.locator("input[name=stance][value=no]") }).click();
    await page.locator("textarea[name=reason]").fill("Saturdays are worse.");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("alert").first().waitFor();
    expect(await page.locator("textarea[name=reason]").inputValue()).toBe("Saturdays are worse.");
    await page.context().setOffline(false);
    await page.reload();
    expect(await page.locator("textarea[name=reason]").inputValue()).toBe("Saturdays are worse.");
    await page.getByRole("button", { name: "Send", exact: true }).dblclick();
    await page.getByText("One of 3 has spoken").first().waitFor();
    t.clock.set(new Date());
    const seen = await t.divya.ask("decisions.deciding", { decision });
    expect(seen.rounds[0]).toMatchObject({ spoken: 1, mine: { stance: "no", reason: "Saturdays are worse." } });
    expect((await t.nomsa.ask("decisions.deciding", { decision })).rounds[0]!.mine).toBeNull();
  });
});
