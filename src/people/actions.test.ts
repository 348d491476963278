import { describe, expect, it } from "vitest";
import { freshHouse } from "../../test/open-house.ts";
import { askerFor, aTeam, somebody } from "../../test/team.ts";
import { dbOn, enterWorkspace } from "../foundation/db.ts";
import { callerWithoutRequest, run } from "../foundation/run.ts";
import { keyFor } from "../foundation/secret.ts";
import { personKey } from "./key-store.ts";

const hourMs = 3_600_000;

describe("teams nest, and people hold roles in many", () => {
  it("a lead makes a team under their own and leads it; somebody else may not", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const { team } = await t.nomsa.ask("people.makeTeam", { name: "On-call", parent: t.team });
    const shown = await t.grace.ask("people.showTeam", { team });
    expect(shown.path).toEqual([{ id: t.team, name: "Platform" }]);
    expect(shown.people.map(({ name, role }) => [name, role])).toEqual([["Nomsa", "lead"]]);
    expect(await t.grace.refused("people.makeTeam", { name: "Mine", parent: t.team })).toBe("people.not_a_lead_here");
    expect(await t.grace.refused("people.makeTeam", { name: "Mine" })).toBe("people.not_an_administrator");
  });

  it("a lead above may shape what stands below, a member below may not", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
    const { team } = await t.nomsa.ask("people.makeTeam", { name: "On-call", parent: t.team });
    await t.nomsa.ask("people.setRole", { team, member: t.grace.member, role: "lead" });
    await t.nomsa.ask("people.removeFromTeam", { team, member: t.nomsa.member });
    await t.nomsa.ask("people.administer", { member: t.grace.member, administers: true });
    await t.grace.ask("people.administer", { member: t.nomsa.member, administers: false });
    await t.nomsa.ask("people.changeTeam", { team, name: "Night watch" });
    expect((await t.chen.ask("people.showTeam", { team })).name).toBe("Night watch");
    expect(await t.chen.refused("people.changeTeam", { team, name: "Mine" })).toBe("people.not_a_lead_here");
  });

  it("a team cannot stand under its own, and closes only when nothing open stands under it", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { team: below } = await t.nomsa.ask("people.makeTeam", { name: "On-call", parent: t.team });
    expect(await t.nomsa.refused("people.changeTeam", { team: t.team, parent: below })).toBe("people.under_itself");
    expect(await t.nomsa.refused("people.closeTeam", { team: t.team, closed: true })).toBe("people.teams_below");
    await t.nomsa.ask("people.closeTeam", { team: below, closed: true });
    await t.nomsa.ask("people.closeTeam", { team: t.team, closed: true });
    expect(await t.nomsa.refused("people.invite", { role: "member" })).toBe("people.team_closed");
    expect(await t.nomsa.refused("people.closeTeam", { team: below, closed: false })).toBe("people.team_closed");
    await t.nomsa.ask("people.closeTeam", { team: t.team, closed: false });
    await t.nomsa.ask("people.closeTeam", { team: below, closed: false });
  });

  it("keeps a lead while anybody is in it, also when two stop at once", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    expect(await t.nomsa.refused("people.removeFromTeam", { member: t.nomsa.member })).toBe("people.last_lead");
    await t.nomsa.ask("people.setRole", { member: t.grace.member, role: "lead" });
    const both = await Promise.allSettled([
      t.nomsa.ask("people.setRole", { member: t.nomsa.member, role: "member" }),
      t.grace.ask("people.setRole", { member: t.grace.member, role: "member" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { people } = await t.grace.ask("people.showTeam");
    expect(people.filter(({ role }) => role === "lead")).toHaveLength(1);
  });
});

describe("somebody who has not joined yet", () => {
  const zone = { timeZone: "Africa/Nairobi", locale: "en" } as const;

  it("is named by a lead, counts nowhere as a person, and becomes one by the link made for them", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Chen"] });
    expect(await t.chen.refused("people.expect", { name: "Grace" })).toBe("people.not_a_lead_here");
    const { member } = await t.nomsa.ask("people.expect", { name: "Grace at the quay" });
    expect((await t.nomsa.ask("people.expected")).expected).toEqual([{ member, name: "Grace at the quay" }]);
    expect((await t.nomsa.ask("people.workspace")).people).toBe(2);
    expect((await t.nomsa.ask("people.members", {})).total).toBe(2);
    expect(await t.nomsa.refused("people.setRole", { member, role: "member" })).toBe("people.no_such_member");
    const { token } = await t.nomsa.ask("people.invite", { role: "member", placeholder: member });
    const grace = await t.stranger("Grace Rotich");
    await grace.ask("people.acceptInvitation", { token, ...zone });
    expect((await grace.ask("people.workspace")).me).toMatchObject({ id: member, name: "Grace Rotich" });
    expect((await t.nomsa.ask("people.expected")).expected).toEqual([]);
    // the link still lets others in, as themselves
    const late = await t.stranger("Divya");
    await late.ask("people.acceptInvitation", { token, ...zone });
    expect((await late.ask("people.workspace")).me.id).not.toBe(member);
  });

  it("may turn out to be somebody who was here already: one row is left, and nobody is there twice", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Chen"] });
    const { team } = await t.nomsa.ask("people.makeTeam", { name: "On-call", parent: t.team });
    const { member } = await t.nomsa.ask("people.expect", { team, name: "Chen, perhaps" });
    const { areas } = await t.nomsa.ask("areas.make", { team, areas: [{ name: "Rota", level: 5, owner: member }] });
    const { token } = await t.nomsa.ask("people.invite", { team, role: "member", placeholder: member });
    await t.chen.ask("people.acceptInvitation", { token, ...zone });
    const { owner } = await t.chen.ask("areas.show", { area: areas[0]! });
    expect(owner).toEqual({ member: t.chen.member, name: "Chen", expected: false });
    expect((await t.nomsa.ask("people.workspace")).people).toBe(2);
    expect((await t.nomsa.ask("people.expected", { team })).expected).toEqual([]);
  });

  it("is waited for in one team only: a link of another team cannot fill the place", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { team } = await t.nomsa.ask("people.makeTeam", { name: "On-call", parent: t.team });
    const { member } = await t.nomsa.ask("people.expect", { name: "Grace" });
    expect(await t.nomsa.refused("people.invite", { team, role: "member", placeholder: member })).toBe(
      "people.no_such_member",
    );
  });
});

describe("invitations", () => {
  it("one link lets several in until it expires", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { token } = await t.nomsa.ask("people.invite", { role: "member", days: 2 });
    const zone = { timeZone: "Africa/Nairobi", locale: "en" } as const;
    for (const name of ["Grace", "Chen"])
      await (await t.stranger(name)).ask("people.acceptInvitation", { token, ...zone });
    t.clock.pass(48 * hourMs);
    const late = await t.stranger("Divya");
    expect((await late.ask("people.showInvitation", { token })).state).toBe("expired");
    expect(await late.refused("people.acceptInvitation", { token, ...zone })).toBe("people.invitation_expired");
    const { invitations } = await t.nomsa.ask("people.invitations");
    expect(invitations[0]).toMatchObject({ state: "expired", joined: ["Grace", "Chen"] });
  });

  it("can be taken back, and its secret is nowhere in the database", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { id, token } = await t.nomsa.ask("people.invite", { role: "observer" });
    await t.nomsa.ask("people.revokeInvitation", { invitation: id });
    const sam = await t.stranger();
    const zone = { timeZone: "UTC", locale: "en" } as const;
    expect(await sam.refused("people.acceptInvitation", { token, ...zone })).toBe("people.invitation_revoked");
    expect(await sam.refused("people.showInvitation", { token: `${token.slice(0, -1)}!` })).toBe(
      "people.no_such_invitation",
    );
    const secret = token.split(".")[1]!;
    const { rows } = await t.house.owner.query(
      "select 1 from invitation i where i::text like $1 union all select 1 from idempotency d where d::text like $1",
      [`%${secret}%`],
    );
    expect(rows).toEqual([]);
  });

  it("an old link cannot make a lead an observer", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const { token } = await t.nomsa.ask("people.invite", { role: "observer" });
    await t.nomsa.ask("people.acceptInvitation", { token, timeZone: "UTC", locale: "en" });
    expect((await t.nomsa.ask("people.showTeam")).myRole).toBe("lead");
  });

  it("only leads make and see them", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"], observers: ["Ivo"] });
    for (const person of [t.grace, t.ivo]) {
      expect(await person.refused("people.invite", { role: "member" })).toBe("people.not_a_lead_here");
      expect(await person.refused("people.invitations")).toBe("people.not_a_lead_here");
    }
  });
});

describe("leaving keeps history", () => {
  it("a removed member is out at once, their roles stay on the record, and it can be undone", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    t.clock.pass(24 * hourMs);
    await t.nomsa.ask("people.removeMember", { member: t.grace.member });
    expect(await t.grace.refused("people.workspace")).toBe("not_found");
    const gone = await t.nomsa.ask("people.showMember", { member: t.grace.member });
    expect(gone.leftAt).toEqual(t.clock.now());
    expect(gone.roles).toMatchObject([{ teamName: "Platform", role: "member", until: t.clock.now() }]);
    t.clock.pass(hourMs);
    await t.nomsa.ask("people.takeBack", { member: t.grace.member });
    expect((await t.grace.ask("people.showTeam")).myRole).toBe("member");
  });

  it("coming back by a link makes no second member", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    await t.grace.ask("people.leaveWorkspace");
    const { token } = await t.nomsa.ask("people.invite", { role: "observer" });
    await t.grace.ask("people.acceptInvitation", { token, timeZone: "UTC", locale: "en" });
    expect((await t.grace.ask("people.workspace")).me.id).toBe(t.grace.member);
    const { roles } = await t.nomsa.ask("people.showMember", { member: t.grace.member });
    expect(roles.map(({ role, until }) => [role, until === null])).toEqual([
      ["observer", true],
      ["member", false],
    ]);
  });

  it("the last who looks after a workspace with people in it cannot leave", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    expect(await t.nomsa.refused("people.leaveWorkspace")).toBe("people.last_administrator");
    expect(await t.grace.refused("people.administer", { member: t.grace.member, administers: true })).toBe(
      "people.not_an_administrator",
    );
  });
});

describe("what concerns one person", () => {
  it("whoever opens my page stands in my access log, and only I read it", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    await t.nomsa.ask("people.showMember", { member: t.grace.member });
    await t.nomsa.ask("people.showMember", { member: t.grace.member });
    await t.grace.ask("people.showMember", { member: t.grace.member });
    const first = { at: t.clock.now(), reader: "Nomsa", operation: "people.showMember" };
    expect((await t.grace.ask("people.accessLog")).readings).toEqual([first]);
    t.clock.pass(hourMs);
    await t.nomsa.ask("people.showMember", { member: t.grace.member });
    expect((await t.grace.ask("people.accessLog")).readings).toEqual([{ ...first, at: t.clock.now() }, first]);
    expect((await t.nomsa.ask("people.accessLog")).readings).toEqual([]);
  });

  it("my key opens again, differs from another's, and goes with me", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    const master = keyFor("s".repeat(64), "person keys");
    const client = await t.engine.pool.connect();
    await client.query("begin");
    const db = dbOn(client);
    await enterWorkspace(db, t.workspace);
    const first = await personKey(db, master, t.workspace, t.grace.member);
    expect(await personKey(db, master, t.workspace, t.grace.member)).toEqual(first);
    expect(await personKey(db, master, t.workspace, t.nomsa.member)).not.toEqual(first);
    await client.query("commit");
    client.release();
    const { rows } = await t.house.owner.query("select sealed from member_key where member_id = $1", [t.grace.member]);
    expect(rows[0].sealed.includes(first)).toBe(false);
  });

  it("a profile takes a time zone that exists, and keeps what was there otherwise", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const wrong = { name: "Nomsa M", timeZone: "Mars/Olympus", locale: "en" } as const;
    expect(await t.nomsa.refused("people.changeProfile", wrong)).toBe("invalid");
    expect((await t.nomsa.ask("people.workspace")).me.name).toBe("Nomsa");
    await t.nomsa.ask("people.changeProfile", { ...wrong, timeZone: "Asia/Tokyo", locale: "ar" });
    expect((await t.nomsa.ask("people.workspace")).me).toMatchObject({
      name: "Nomsa M",
      timeZone: "Asia/Tokyo",
      locale: "ar",
    });
  });
});

describe("a workspace's own words", () => {
  it("say ward for team in every sentence from then on", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    await t.nomsa.ask("people.changeWorkspace", { nouns: { team: "ward", teams: "wards" } });
    expect((await t.grace.ask("people.workspace")).nouns).toMatchObject({ team: "ward", lead: "lead" });
    expect((await t.grace.ask("people.showTeam")).whyNotInvite).toBe(
      "A lead of this ward, or of one above it, can do this. Ask them.",
    );
  });
});

describe("addresses", () => {
  it("two workspaces of one name get two", async () => {
    const house = await freshHouse();
    const [a, b] = [await aTeam({ lead: "Nomsa", house }), await aTeam({ lead: "Grace", house })];
    expect((await a.nomsa.ask("people.workspace")).slug).toBe("harbour");
    expect((await b.grace.ask("people.workspace")).slug).toBe("harbour-2");
    await house.stop();
  });
});

describe("a member's name is the person's, not the workspace's", () => {
  it("on making a workspace", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    expect((await t.nomsa.ask("people.workspace")).me.name).toBe("Nomsa");
  });
});

describe("closed sign-up", () => {
  it("only whoever keeps the installation closes it; then only an invitation lets somebody new in", async () => {
    const house = await freshHouse();
    const nobody = callerWithoutRequest(null);
    const signUp = (name: string, invitation?: string) =>
      run(
        house.engine,
        "people.signUp",
        { name, email: `${name}@example.org`, password: "long enough", invitation },
        nobody,
      );
    await signUp("nomsa");
    const keeper = askerFor(house.engine, (await house.signIn.personFor(undefined))!, {});
    const made = await keeper.ask("people.makeWorkspace", { name: "H", teamName: "P", timeZone: "UTC", locale: "en" });
    await signUp("grace");
    const grace = askerFor(house.engine, (await house.signIn.personFor("grace@example.org"))!, {});
    expect(await grace.refused("people.setSignUp", { open: false })).toBe("people.not_the_keeper");
    await keeper.ask("people.setSignUp", { open: false });
    await expect(signUp("chen")).rejects.toMatchObject({ code: "people.sign_up_closed" });
    expect(
      await grace.refused("people.makeWorkspace", { name: "X", teamName: "Y", timeZone: "UTC", locale: "en" }),
    ).toBe("people.sign_up_closed");
    const { token } = await keeper.ask("people.invite", { ...made, role: "member" });
    await signUp("divya", token);
    await expect(signUp("divya", token)).rejects.toMatchObject({ code: "people.email_taken" });
    expect(await house.signIn.personFor("divya@example.org")).toMatchObject({ name: "divya" });
    await house.stop();
  });

  it("somebody who is new has no workspace and sees none", async () => {
    const t = await aTeam({ lead: "Nomsa" });
    const sam = askerFor(t.engine, await somebody(t.house, "Sam", t.clock), {});
    expect((await sam.ask("people.me")).workspaces).toEqual([]);
  });
});
