import { describe, expect, it } from "vitest";
import { aTeam, type Team, type TeamPerson } from "../../test/team.ts";
import { asTheClock } from "../foundation/as-the-clock.ts";
import { timedId } from "../foundation/id.ts";
import { addPlaceholder } from "../people/placeholder-store.ts";
import { giveNotice, type Notice, settleNotices } from "./notice-actions.ts";
import { forgetMember } from "./store.ts";

const subject = "00000000-0000-7000-8000-000000000001";
type Anyone = Team<never>;

/** Tells these people, as a room does. */
async function tell(t: Anyone, to: readonly TeamPerson[], more: Partial<Notice> = {}) {
  await asTheClock(t.engine, t.workspace, (context) =>
    giveNotice(context, {
      to: to.map(({ member }) => member),
      kind: "areas.card_changed",
      team: t.team,
      subject,
      params: { area: "Cranes" },
      path: `/t/${t.team}/areas/${subject}`,
      actor: null,
      ...more,
    }),
  );
}
const toldOf = async (person: TeamPerson) => (await person.ask("notices.list")).notices;

describe("who is told", () => {
  it("each of those named, and only they read it", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], observers: ["Ivo"] });
    await tell(t, [t.grace, t.ivo, t.grace], { actor: t.nomsa.member, needsYes: true });
    const [notice] = await toldOf(t.grace);
    expect(await toldOf(t.grace)).toHaveLength(1);
    expect(notice).toMatchObject({
      kind: "areas.card_changed",
      team: t.team,
      teamName: "Platform",
      actor: { member: t.nomsa.member, name: "Nomsa" },
      path: `/t/${t.team}/areas/${subject}`,
      needsYes: true,
      seen: false,
      settled: false,
    });
    expect(await toldOf(t.ivo)).toHaveLength(1);
    expect(await toldOf(t.chen)).toEqual([]);
    expect(await toldOf(t.nomsa)).toEqual([]);
  });

  it("neither whoever did it, nor who left, is expected, or is not in the team", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen", "Rui"] });
    await t.nomsa.ask("people.removeMember", { member: t.chen.member });
    await t.nomsa.ask("people.removeFromTeam", { member: t.rui.member });
    const expected = timedId(t.clock.now());
    await asTheClock(t.engine, t.workspace, ({ db, now }) =>
      addPlaceholder(db, {
        workspace: t.workspace,
        id: expected,
        team: t.team,
        name: "Somebody new",
        timeZone: "UTC",
        locale: "en",
        at: now,
        by: t.nomsa.member,
      }),
    );
    await tell(t, [t.nomsa, t.grace, t.chen, t.rui, { ...t.rui, member: expected }], { actor: t.nomsa.member });
    const { rows } = await t.house.owner.query("select member_id from notice where workspace_id = $1", [t.workspace]);
    expect(rows).toEqual([{ member_id: t.grace.member }]);
  });

  it("a stranger and another workspace find nothing", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const other = await aTeam({ lead: "Wanda" });
    await tell(t, [t.grace], { needsYes: true });
    const [notice] = await toldOf(t.grace);
    const stranger = await t.stranger();
    for (const who of [stranger, other.wanda]) {
      for (const name of ["notices.list", "notices.choices", "notices.mail"] as const) {
        expect(await who.refused(name, { workspace: t.workspace })).toBe("not_found");
      }
      expect(await who.refused("notices.see", { workspace: t.workspace, notices: [notice!.id] })).toBe("not_found");
    }
    expect((await other.wanda.ask("notices.mail")).total).toBe(0);
  });

  it("once under one key, however often and by however many at once", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
    const once = { once: "areas.review_due/2026-03-02", needsYes: true };
    await Promise.all(
      Array.from({ length: 5 }, (_, n) => tell(t, n % 2 ? [t.grace, t.chen] : [t.chen, t.grace], once)),
    );
    expect(await toldOf(t.grace)).toHaveLength(1);
    expect(await toldOf(t.chen)).toHaveLength(1);
    expect((await t.grace.ask("notices.mail")).total).toBe(1);
    await tell(t, [t.grace], { once: "areas.review_due/2026-04-02" });
    expect(await toldOf(t.grace)).toHaveLength(2);
  });

  it("keeps nothing where what happened is not kept", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const broken = asTheClock(t.engine, t.workspace, async (context) => {
      await giveNotice(context, {
        to: [t.grace.member],
        kind: "areas.card_changed",
        team: t.team,
        subject,
        path: "/",
        actor: null,
        needsYes: true,
      });
      throw new Error("no");
    });
    await expect(broken).rejects.toThrow("no");
    expect(await toldOf(t.grace)).toEqual([]);
    expect((await t.grace.ask("notices.mail")).total).toBe(0);
  });
});

describe("reading", () => {
  it("says each kind and its name in both languages", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { kinds } = await t.nomsa.ask("notices.choices");
    expect(kinds.length).toBeGreaterThan(10);
    const missing = kinds.flatMap(({ kind }) => {
      const [room, name] = kind.split(".") as [string, string];
      return (["en", "ar"] as const).flatMap((locale) =>
        [`notice.${name}`, `notice_kind.${name}`]
          .filter((key) => t.engine.house.say(room, locale)(key, {}) === key)
          .map((key) => `${locale} ${room} ${key}`),
      );
    });
    expect(missing).toEqual([]);
  });

  it("is in the reader's language of now, with the name somebody has now", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    await tell(t, [t.grace], { kind: "direction.intent_published", actor: t.nomsa.member, params: { version: 2 } });
    const english = (await toldOf(t.grace))[0]!.text;
    expect(english).toContain("Nomsa");
    const place = { timeZone: "Africa/Johannesburg", locale: "en" } as const;
    await t.nomsa.ask("people.changeProfile", { ...place, name: "Nomsa Dube" });
    await t.grace.ask("people.changeProfile", { ...place, name: "Grace", locale: "ar" });
    const arabic = (await toldOf(t.grace))[0]!.text;
    expect(arabic).toContain("Nomsa Dube");
    expect(arabic).toMatch(/\p{Script=Arabic}/u);
  });

  it("tells the latest first, page by page, and what is open", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    for (let n = 0; n < 5; n++) {
      await tell(t, [t.grace], { path: `/${n}`, needsYes: n === 1 });
      t.clock.pass(60_000);
    }
    const first = await t.grace.ask("notices.list", { limit: 2 });
    expect([first.total, first.unseen, ...first.notices.map(({ path }) => path)]).toEqual([5, 5, "/4", "/3"]);
    const next = await t.grace.ask("notices.list", { limit: 2, offset: 4 });
    expect(next.notices.map(({ path }) => path)).toEqual(["/0"]);
    await t.grace.ask("notices.see", {});
    const open = await t.grace.ask("notices.list", { open: true });
    expect([open.total, open.unseen, ...open.notices.map(({ path }) => path)]).toEqual([1, 0, "/1"]);
  });

  it("is seen by the one told alone, some or all", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
    await tell(t, [t.grace, t.chen]);
    await tell(t, [t.grace, t.chen]);
    const [latest] = await toldOf(t.grace);
    await t.chen.ask("notices.see", { notices: [latest!.id] });
    expect((await t.grace.ask("notices.list")).unseen).toBe(2);
    expect((await t.chen.ask("notices.list")).unseen).toBe(2);
    await t.grace.ask("notices.see", { notices: [latest!.id] });
    expect((await t.grace.ask("notices.list")).notices.map(({ seen }) => seen)).toEqual([true, false]);
    await t.grace.ask("notices.see", { notices: [] });
    expect((await t.grace.ask("notices.list")).unseen).toBe(1);
    await t.grace.ask("notices.see");
    expect((await t.grace.ask("notices.list")).unseen).toBe(0);
    expect((await t.chen.ask("notices.list")).unseen).toBe(2);
  });

  it("waits for nobody where what was asked for is done", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    await tell(t, [t.grace, t.nomsa], { kind: "areas.change_proposed", needsYes: true });
    await tell(t, [t.grace], { kind: "areas.gap" });
    await asTheClock(t.engine, t.workspace, (context) => settleNotices(context, subject, ["areas.change_proposed"]));
    const { unseen, notices } = await t.grace.ask("notices.list");
    expect(unseen).toBe(1);
    expect(notices.map(({ kind, settled }) => [kind, settled])).toEqual([
      ["areas.gap", false],
      ["areas.change_proposed", true],
    ]);
    await asTheClock(t.engine, t.workspace, (context) => settleNotices(context, subject));
    expect((await t.grace.ask("notices.list", { open: true })).total).toBe(0);
    expect((await t.nomsa.ask("notices.list", { open: true })).total).toBe(0);
  });

  it("ends with the role in the team, and comes back with it", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    await tell(t, [t.grace]);
    await t.nomsa.ask("people.removeFromTeam", { member: t.grace.member });
    expect(await t.grace.ask("notices.list")).toEqual({ total: 0, unseen: 0, notices: [] });
    await t.nomsa.ask("people.setRole", { member: t.grace.member, role: "observer" });
    expect((await t.grace.ask("notices.list")).total).toBe(1);
  });
});

describe("choosing", () => {
  it("what is muted in a team is not told there, and is elsewhere", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const { team: second } = await t.nomsa.ask("people.makeTeam", { name: "Second" });
    await t.nomsa.ask("people.setRole", { team: second, member: t.grace.member, role: "member" });
    const kind = "areas.card_changed";
    await t.grace.ask("notices.mute", { kind, muted: true });
    await t.grace.ask("notices.mute", { kind, muted: true });
    expect((await t.grace.ask("notices.choices")).muted).toEqual([{ team: t.team, kind }]);
    expect((await t.nomsa.ask("notices.choices")).muted).toEqual([]);
    await tell(t, [t.grace, t.nomsa], { needsYes: true });
    expect(await toldOf(t.grace)).toEqual([]);
    expect((await t.grace.ask("notices.mail")).total).toBe(0);
    expect(await toldOf(t.nomsa)).toHaveLength(1);
    await tell(t, [t.grace], { team: second });
    await tell(t, [t.grace], { kind: "areas.gap" });
    expect(await toldOf(t.grace)).toHaveLength(2);
    await t.grace.ask("notices.mute", { kind, muted: false });
    await tell(t, [t.grace]);
    expect(await toldOf(t.grace)).toHaveLength(3);
  });

  it("lists my open teams and refuses what there is not", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    await t.nomsa.ask("people.makeTeam", { name: "Hers" });
    const { teams, digest, atOnce, delivery } = await t.grace.ask("notices.choices");
    expect(teams).toEqual([{ id: t.team, name: "Platform" }]);
    expect([digest, atOnce, delivery]).toEqual([true, true, "here"]);
    expect(await t.grace.refused("notices.mute", { kind: "areas.nothing", muted: true })).toBe("notices.no_such_kind");
    const other = await aTeam({ lead: "Wanda" });
    const elsewhere = { team: other.team, kind: "areas.gap", muted: true };
    expect(await t.grace.refused("notices.mute", elsewhere)).toBe("people.no_such_team");
  });

  it("mail at once comes where it is wanted", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
    await t.grace.ask("notices.chooseMail", { digest: true, atOnce: false });
    expect(await t.grace.ask("notices.choices")).toMatchObject({ digest: true, atOnce: false });
    await tell(t, [t.grace, t.chen], { needsYes: true, actor: t.nomsa.member, kind: "areas.change_proposed" });
    await tell(t, [t.grace, t.chen]);
    expect((await t.grace.ask("notices.mail")).total).toBe(0);
    const { total, delivery, mails } = await t.chen.ask("notices.mail");
    expect([total, delivery]).toEqual([1, "here"]);
    expect(mails[0]).toMatchObject({ subject: "Your answer is needed in Platform", state: "waiting" });
    const { slug } = await t.chen.ask("people.workspace");
    expect(mails[0]!.text).toContain(`https://bellwether.test/w/${slug}/t/${t.team}/areas/${subject}`);
    expect(mails[0]!.text).toContain((await toldOf(t.chen))[1]!.text);
    await t.grace.ask("notices.chooseMail", { digest: false, atOnce: true });
    expect(await t.grace.ask("notices.choices")).toMatchObject({ digest: false, atOnce: true });
  });
});

it("leaves nothing of somebody who is forgotten, and all of the others'", async () => {
  const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
  await tell(t, [t.grace, t.chen], { needsYes: true, actor: t.nomsa.member });
  for (const who of [t.grace, t.chen]) {
    await who.ask("notices.mute", { kind: "areas.gap", muted: true });
    await who.ask("notices.chooseMail", { digest: true, atOnce: true });
    await t.house.owner.query("insert into digest_day values ($1, $2, '2026-03-01')", [t.workspace, who.member]);
  }
  await asTheClock(t.engine, t.workspace, ({ db, workspace }) => forgetMember(db, workspace, t.grace.member));
  for (const table of ["notice", "notice_mute", "mail_choice", "digest_day", "mail"]) {
    const { rows } = await t.house.owner.query(`select member_id from ${table} where workspace_id = $1`, [t.workspace]);
    expect([table, rows]).toEqual([table, [{ member_id: t.chen.member }]]);
  }
});
