import { afterAll, beforeAll, expect, it } from "vitest";
import { freshHouse, type TestHouse } from "../../test/open-house.ts";
import { aTeam } from "../../test/team.ts";
import { asTheClock } from "../foundation/as-the-clock.ts";
import type { Mailer, OutgoingMail } from "../foundation/mail.ts";
import type { WorkspaceContext } from "../foundation/run.ts";
import { giveNotice } from "../notices/notice-actions.ts";
import { doTimedWork, startSchedule, sweep } from "./schedule.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(() => house.stop());

const told = (context: WorkspaceContext, to: string, team: string) =>
  giveNotice(context, {
    to: [to],
    kind: "direction.agreement_in_force",
    team,
    subject: team,
    path: `/t/${team}/agreement`,
    actor: null,
    once: `in force/${team}`,
  });

it("a sweep writes digests and sends them, by the moment handed in and not by the machine's", async () => {
  const t = await aTeam({ lead: "Nomsa", house, at: "2031-02-02T10:00:00Z" });
  await asTheClock(t.engine, t.workspace, (context) => told(context, t.nomsa.member, t.team));
  const sent: OutgoingMail[] = [];
  const mailer: Mailer = {
    addressOf: house.signIn.emailOf,
    send: async (mail) => void sent.push(mail),
    close() {},
  };
  await sweep(t.engine, mailer, new Date("2031-02-03T05:59:00Z"));
  expect(sent).toEqual([]);
  await sweep(t.engine, mailer, new Date("2031-02-03T06:00:00Z"));
  expect(sent.map(({ to }) => to)).toEqual([t.nomsa.user.email]);
  await sweep(t.engine, mailer, new Date("2031-02-03T06:00:30Z"));
  expect(sent).toHaveLength(1);
  // and a year later all of it is forgotten
  await sweep(t.engine, mailer, new Date("2032-02-10T06:00:00Z"));
  expect((await t.nomsa.ask("notices.list")).total).toBe(0);
  expect((await t.nomsa.ask("notices.mail")).total).toBe(0);
});

it("without a mail server nothing is taken out of the outbox", async () => {
  const t = await aTeam({ lead: "Nomsa", house, at: "2033-02-02T10:00:00Z" });
  await asTheClock(t.engine, t.workspace, (context) => told(context, t.nomsa.member, t.team));
  await sweep(t.engine, null, new Date("2033-02-03T06:00:00Z"));
  await sweep(t.engine, null, new Date("2033-02-04T06:00:00Z"));
  const { rows } = await house.owner.query("select tries from mail where workspace_id = $1", [t.workspace]);
  expect(rows).toEqual([{ tries: 0 }]);
  expect((await t.nomsa.ask("notices.mail")).mails[0]!.state).toBe("waiting");
});

it("what fails in one workspace, or in one room, stops nothing else", async () => {
  const first = await aTeam({ lead: "Nomsa", house, at: "2034-02-02T10:00:00Z" });
  const second = await aTeam({ lead: "Wanda", house, at: "2034-02-02T10:00:00Z" });
  const leads = new Map([
    [first.workspace, { member: first.nomsa.member, team: first.team }],
    [second.workspace, { member: second.wanda.member, team: second.team }],
  ]);
  const tells = async (context: WorkspaceContext) => {
    const lead = leads.get(context.workspace);
    if (lead) await told(context, lead.member, lead.team);
  };
  const breaks = async (context: WorkspaceContext) => {
    await tells(context);
    if (context.workspace === first.workspace) throw new Error("broken here");
  };
  await doTimedWork(first.engine, [breaks]);
  expect((await first.nomsa.ask("notices.list")).total).toBe(0);
  expect((await second.wanda.ask("notices.list")).total).toBe(1);
  await Promise.all([doTimedWork(first.engine, [breaks, tells]), doTimedWork(first.engine, [tells])]);
  expect((await first.nomsa.ask("notices.list")).total).toBe(1);
  expect((await second.wanda.ask("notices.list")).total).toBe(1);
});

it("stops", async () => {
  await startSchedule(house.engine, null)();
});
