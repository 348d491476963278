import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshHouse, type TestHouse } from "../../test/open-house.ts";
import { aTeam, type TeamPerson } from "../../test/team.ts";
import { asTheClock } from "../foundation/as-the-clock.ts";
import { writeDigests } from "./digest-actions.ts";
import { giveNotice, type Notice } from "./notice-actions.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(() => house.stop());

/** Grace is in Johannesburg (UTC+2), Chen in Los Angeles (UTC−8 in February); it is Monday noon in Johannesburg. */
async function twoZones() {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], house, at: "2026-02-02T10:00:00Z" });
  await t.chen.ask("people.changeProfile", { name: "Chen", timeZone: "America/Los_Angeles", locale: "en" });
  const at = async (moment: string) => {
    t.clock.set(new Date(moment));
    await writeDigests(t.engine);
  };
  const tell = (to: readonly TeamPerson[], more: Partial<Notice> = {}) =>
    asTheClock(t.engine, t.workspace, (context) =>
      giveNotice(context, {
        to: to.map(({ member }) => member),
        kind: "direction.intent_published",
        params: { version: 1 },
        team: t.team,
        subject: "00000000-0000-7000-8000-000000000001",
        path: `/t/${t.team}/intent`,
        actor: t.nomsa.member,
        ...more,
      }),
    );
  const mails = async (person: TeamPerson) => (await person.ask("notices.mail")).mails;
  return { ...t, at, tell, mails };
}

describe("a digest", () => {
  it("comes after eight where its reader is, with what is from before that", async () => {
    const t = await twoZones();
    await t.tell([t.grace, t.chen]);
    // told at noon: nobody's morning has come since
    await t.at("2026-02-02T21:00:00Z");
    expect([await t.mails(t.grace), await t.mails(t.chen)].map(({ length }) => length)).toEqual([0, 1]);
    await t.at("2026-02-03T05:59:00Z");
    expect(await t.mails(t.grace)).toHaveLength(0);
    await t.at("2026-02-03T06:00:00Z");
    const [mail] = await t.mails(t.grace);
    expect(mail!.subject).toBe("Harbour: one thing is new for you");
    const { slug } = await t.grace.ask("people.workspace");
    expect(mail!.text).toContain("Platform\n• Nomsa published the intent of Platform.");
    expect(mail!.text).toContain(`https://bellwether.test/w/${slug}/t/${t.team}/intent`);
    expect(mail!.text).toContain(`https://bellwether.test/w/${slug}/notices`);
    expect(await t.mails(t.chen)).toHaveLength(1);
  });

  it("tells each thing once, and comes once a day", async () => {
    const t = await twoZones();
    await t.tell([t.grace]);
    await t.at("2026-02-03T06:00:00Z");
    await t.at("2026-02-03T06:05:00Z");
    await t.tell([t.grace], { params: { version: 2 } });
    await t.at("2026-02-03T16:00:00Z");
    expect(await t.mails(t.grace)).toHaveLength(1);
    await t.at("2026-02-04T06:02:00Z");
    const [latest, ...before] = await t.mails(t.grace);
    expect(before).toHaveLength(1);
    expect(latest!.text).toContain("version 2");
    expect(latest!.text).not.toContain("published the intent of");
    await t.at("2026-02-05T09:00:00Z");
    expect(await t.mails(t.grace)).toHaveLength(2);
  });

  it("does not come where there is nothing to tell: seen, settled, out of the team, not wanted, or gone", async () => {
    const t = await twoZones();
    const rui = await t.joins("Rui");
    const ana = await t.joins("Ana");
    const lee = await t.joins("Lee");
    await t.tell([t.grace, t.chen, rui, ana, lee]);
    await t.grace.ask("notices.see");
    await t.house.owner.query("update notice set settled_at = at where member_id = $1", [t.chen.member]);
    await t.nomsa.ask("people.removeFromTeam", { member: rui.member });
    await ana.ask("notices.chooseMail", { digest: false, atOnce: true });
    await t.nomsa.ask("people.removeMember", { member: lee.member });
    await t.at("2026-02-03T20:00:00Z");
    const { rows } = await t.house.owner.query("select 1 from mail where workspace_id = $1", [t.workspace]);
    expect(rows).toEqual([]);
  });

  it("says first what waits for a yes, by team, with the names of now", async () => {
    const t = await twoZones();
    const { team: harbour } = await t.nomsa.ask("people.makeTeam", { name: "Anchors" });
    await t.nomsa.ask("people.setRole", { team: harbour, member: t.grace.member, role: "member" });
    await t.grace.ask("notices.chooseMail", { digest: true, atOnce: false });
    await t.tell([t.grace], { kind: "direction.agreement_proposed", needsYes: true, path: "/yes" });
    await t.tell([t.grace], { params: { version: 7 } });
    await t.tell([t.grace], { team: harbour });
    await t.nomsa.ask("people.changeTeam", { name: "Cranes & quays" });
    await t.at("2026-02-03T06:00:00Z");
    const [mail] = await t.mails(t.grace);
    const order = ["3 things are new for you", "Anchors", "Cranes & quays", "Your answer is needed", "version 7"];
    const places = order.map((part) => mail!.text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it("is in the reader's language", async () => {
    const t = await twoZones();
    await t.grace.ask("people.changeProfile", { name: "Grace", timeZone: "Africa/Johannesburg", locale: "ar" });
    await t.tell([t.grace]);
    await t.at("2026-02-03T06:00:00Z");
    const [mail] = await t.mails(t.grace);
    expect(mail!.subject).toMatch(/أمر واحد جديد لك/);
    const { rows } = await t.house.owner.query("select body_html from mail where member_id = $1", [t.grace.member]);
    expect(rows[0].body_html).toContain('dir="rtl"');
  });

  it("is written once, however many processes write digests", async () => {
    const t = await twoZones();
    await t.tell([t.grace, t.chen]);
    t.clock.set(new Date("2026-02-03T20:00:00Z"));
    await Promise.all(Array.from({ length: 5 }, () => writeDigests(t.engine)));
    expect(await t.mails(t.grace)).toHaveLength(1);
    expect(await t.mails(t.chen)).toHaveLength(1);
  });

  it("names fifty things and says how many more there are; last week's are passed over", async () => {
    const t = await twoZones();
    await t.tell([t.grace], { params: { version: 1_000 } });
    t.clock.set(new Date("2026-02-12T10:00:00Z"));
    for (let version = 1; version <= 60; version++) await t.tell([t.grace], { params: { version } });
    await t.at("2026-02-13T06:30:00Z");
    const [mail] = await t.mails(t.grace);
    expect(mail!.subject).toContain("60 things");
    expect(mail!.text).toContain("10 more are on your notices page");
    expect(mail!.text.match(/•/g)).toHaveLength(50);
    await t.at("2026-02-14T06:30:00Z");
    expect(await t.mails(t.grace)).toHaveLength(1);
  });

  it("of a zone that the database does not know comes at eight in UTC, and stops nobody else's", async () => {
    const t = await twoZones();
    await t.house.owner.query("update member set time_zone = 'Mars/Olympus' where id = $1", [t.chen.member]);
    const written = async () => {
      const { rows } = await t.house.owner.query("select member_id from mail where workspace_id = $1 order by id", [
        t.workspace,
      ]);
      return rows.map(({ member_id }) => member_id);
    };
    await t.tell([t.grace, t.chen]);
    await t.at("2026-02-03T07:59:00Z");
    expect(await written()).toEqual([t.grace.member]);
    await t.at("2026-02-03T08:00:00Z");
    expect(await written()).toEqual([t.grace.member, t.chen.member]);
  });
});
