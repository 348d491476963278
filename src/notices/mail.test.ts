import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mailServer } from "../../test/mail-server.ts";
import { freshHouse, type TestHouse } from "../../test/open-house.ts";
import { aTeam } from "../../test/team.ts";
import { asTheClock } from "../foundation/as-the-clock.ts";
import { type Mailer, type OutgoingMail, openMailer } from "../foundation/mail.ts";
import { deliverMail } from "./mail-actions.ts";
import { giveNotice, type Notice } from "./notice-actions.ts";

const minuteMs = 60_000;
let house: TestHouse;
let now = Date.parse("2026-03-02T09:00:00Z");
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(() => house.stop());

/** A team in this file's house, later than the one before it, so that nothing of that is due. */
async function aToldTeam(more: Partial<Notice> = {}) {
  now += 100 * 24 * 60 * minuteMs;
  const t = await aTeam({ lead: "Nomsa", members: ["Grace"], house, at: new Date(now) });
  const tell = () =>
    asTheClock(t.engine, t.workspace, (context) =>
      giveNotice(context, {
        to: [t.grace.member],
        kind: "direction.agreement_proposed",
        team: t.team,
        subject: "00000000-0000-7000-8000-000000000001",
        path: `/t/${t.team}/agreement`,
        actor: t.nomsa.member,
        needsYes: true,
        ...more,
      }),
    );
  await tell();
  const state = async () => (await t.grace.ask("notices.mail")).mails.map((mail) => mail.state);
  return { ...t, tell, state };
}

/** A mailer that keeps what it is handed; `fails` is thrown while it is set. */
function aMailer(fails?: Error) {
  const sent: OutgoingMail[] = [];
  const mailer: Mailer & { fails: Error | undefined; sent: OutgoingMail[] } = {
    fails,
    sent,
    addressOf: house.signIn.emailOf,
    async send(mail) {
      if (mailer.fails) throw mailer.fails;
      sent.push(mail);
    },
    close() {},
  };
  return mailer;
}

describe("the outbox", () => {
  it("reaches a real server once, at the address of the sign-in", async () => {
    const t = await aToldTeam();
    const server = await mailServer();
    const mailer = openMailer({ smtp: server.address, from: "Bellwether <b@harbour.example>" }, house.signIn.emailOf);
    await deliverMail(t.engine, mailer);
    await deliverMail(t.engine, mailer);
    mailer.close();
    await server.stop();
    expect(server.taken.map(({ to }) => to)).toEqual([[t.grace.user.email]]);
    expect(server.taken[0]!.raw).toContain("Subject: Your answer is needed in Platform");
    expect(await t.state()).toEqual(["sent"]);
  });

  it("keeps the action whole while the server fails, tries again after longer and longer, and gives up", async () => {
    const t = await aToldTeam();
    const mailer = aMailer(Object.assign(new Error("550 <grace@example.org> is unknown"), { responseCode: 550 }));
    const tries: number[] = [];
    mailer.send = async () => {
      tries.push(t.clock.now().getTime());
      throw new Error("down");
    };
    for (let minute = 0; minute < 800; minute++) {
      await deliverMail(t.engine, mailer);
      t.clock.pass(minuteMs);
    }
    expect(tries.map((at) => (at - tries[0]!) / minuteMs)).toEqual([0, 1, 6, 36, 156, 636]);
    expect(await t.state()).toEqual(["not_sent"]);
    expect((await t.grace.ask("notices.list")).total).toBe(1);
  });

  it("is emptied as soon as the server is back", async () => {
    const t = await aToldTeam();
    const mailer = aMailer(new Error("down"));
    await deliverMail(t.engine, mailer);
    expect(await t.state()).toEqual(["waiting"]);
    mailer.fails = undefined;
    await deliverMail(t.engine, mailer);
    expect(mailer.sent).toEqual([]);
    t.clock.pass(minuteMs);
    await deliverMail(t.engine, mailer);
    expect(mailer.sent.map(({ to }) => to)).toEqual([t.grace.user.email]);
    expect(await t.state()).toEqual(["sent"]);
  });

  it("goes out once, however many processes look after it", async () => {
    const t = await aToldTeam();
    for (let n = 0; n < 45; n++) await t.tell();
    const mailer = aMailer();
    await Promise.all(Array.from({ length: 4 }, () => deliverMail(t.engine, mailer)));
    expect(mailer.sent).toHaveLength(46);
    expect(new Set(mailer.sent.map(({ id }) => id)).size).toBe(46);
  });

  it("is taken up by another process where the one that took it died", async () => {
    const t = await aToldTeam();
    const died: Mailer = { ...aMailer(), addressOf: () => Promise.reject(new Error("killed")) };
    await deliverMail(t.engine, died);
    const mailer = aMailer();
    t.clock.pass(9 * minuteMs);
    await deliverMail(t.engine, mailer);
    expect(mailer.sent).toHaveLength(0);
    t.clock.pass(2 * minuteMs);
    await deliverMail(t.engine, mailer);
    expect(mailer.sent).toHaveLength(1);
  });

  it("sends nothing to whoever left or was erased, and nothing that lay for days", async () => {
    const mailer = aMailer();
    const left = await aToldTeam();
    await left.nomsa.ask("people.removeMember", { member: left.grace.member });
    await deliverMail(left.engine, mailer);
    const erased = await aToldTeam();
    await house.signIn.erase(erased.grace.user);
    await deliverMail(erased.engine, mailer);
    const old = await aToldTeam();
    old.clock.pass(4 * 24 * 60 * minuteMs);
    await deliverMail(old.engine, mailer);
    expect(mailer.sent).toEqual([]);
    expect(await old.state()).toEqual(["not_sent"]);
  });

  it("of one member is read by nobody else, and says nothing but the sentence", async () => {
    const secret = "what Grace wrote in her draft";
    const t = await aToldTeam({ params: { words: secret } });
    const mailer = aMailer();
    await deliverMail(t.engine, mailer);
    const { subject, text, html } = mailer.sent[0]!;
    for (const part of [subject, text, html]) {
      expect(part).not.toContain(secret);
      expect(part).not.toContain(t.grace.user.email);
    }
    expect(text).toContain((await t.grace.ask("notices.list")).notices[0]!.text);
    expect((await t.nomsa.ask("notices.mail")).total).toBe(0);
  });
});
