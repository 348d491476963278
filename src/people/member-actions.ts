import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { type Role, type WhyNot, whyNotEndLead, whyNotStopAdministering } from "./rules.ts";
import { insist, type PeopleActions, type PeopleNeeds, rolesNow, whySentence, zoneOrRefuse } from "./shared-actions.ts";
import * as store from "./store.ts";
import * as teamStore from "./team-store.ts";

/** Ends a member's place here: their roles, their part in looking after the workspace, and their way in. */
async function endMembership(context: MemberContext, member: string): Promise<void> {
  const { db, workspace, now, me } = context;
  const administrators = await store.administrators(db, workspace);
  insist(whyNotStopAdministering(administrators, member, (await store.countMembers(db, workspace)) > 1));
  for (const role of await teamStore.rolesOf(db, workspace, member)) {
    if (role.until_at) continue;
    await teamStore.teamById(db, workspace, role.id, true);
    insist(whyNotEndLead(await rolesNow(context, role), member, null));
    await teamStore.endRole(db, { workspace, team: role.id, member, at: now, by: me.id });
  }
  await store.setAdministers(db, workspace, member, null);
  await store.setLeft(db, workspace, member, now);
}

/** Who is here, each person's page and own data, coming and going. */
export function memberActions(
  needs: PeopleNeeds,
): PeopleActions<
  | "members"
  | "showMember"
  | "changeProfile"
  | "administer"
  | "removeMember"
  | "takeBack"
  | "leaveWorkspace"
  | "myData"
  | "accessLog"
> {
  const { signIn } = needs;

  return {
    async members({ db, workspace }, { search, offset, limit }) {
      const page = await store.membersPage(db, workspace, { search, offset, limit });
      const teamsOf = new Map<string, typeof page.roles>();
      for (const row of page.roles) teamsOf.set(row.member_id, [...(teamsOf.get(row.member_id) ?? []), row]);
      return {
        total: page.total,
        members: page.members.map((row) => ({
          id: row.id,
          name: row.name,
          administers: row.administers,
          joinedAt: row.joined_at,
          teams: (teamsOf.get(row.id) ?? []).map(({ id, name, role }) => ({ id, name, role: role as Role })),
        })),
      };
    },
    async showMember(context, { member }) {
      const { db, workspace, me } = context;
      const row = await store.memberById(db, workspace, member);
      if (!row) throw refuse("people.no_such_member");
      const administrators = me.administers ? await store.administrators(db, workspace) : [];
      const anyoneElse = (await store.countMembers(db, workspace)) > 1;
      const notMine: WhyNot = me.administers ? null : { code: "people.not_an_administrator" };
      const stops = whyNotStopAdministering(administrators, member, anyoneElse);
      return {
        id: row.id,
        name: row.name,
        timeZone: row.time_zone,
        administers: row.administers,
        joinedAt: row.joined_at,
        leftAt: row.left_at,
        roles: (await teamStore.rolesOf(db, workspace, member)).map((held) => ({
          team: held.id,
          teamName: held.name,
          role: held.role,
          from: held.from_at,
          until: held.until_at,
        })),
        whyNotRemove: whySentence(context, notMine ?? stops),
        whyNotAdminister: whySentence(context, notMine ?? (row.administers ? stops : null)),
      };
    },
    async changeProfile({ db, workspace, me, tell }, input) {
      zoneOrRefuse(input.timeZone);
      await store.changeProfile(db, workspace, me.id, input);
      tell("people");
      return {};
    },
    async administer(context, { member, administers }) {
      const { db, workspace, me, now, record, tell } = context;
      if (!me.administers) throw refuse("people.not_an_administrator");
      const row = await store.memberById(db, workspace, member);
      if (!row || row.left_at) throw refuse("people.no_such_member");
      const administrators = await store.administrators(db, workspace);
      if (!administers) insist(whyNotStopAdministering(administrators, member, true));
      await store.setAdministers(db, workspace, member, administers ? { at: now, by: me.id } : null);
      await record({ kind: administers ? "people.administers" : "people.administers_no_longer", subject: member });
      tell("people");
      return {};
    },
    async removeMember(context, { member }) {
      const { db, workspace, me, record, tell } = context;
      if (!me.administers) throw refuse("people.not_an_administrator");
      const row = await store.memberById(db, workspace, member);
      if (!row || row.left_at) throw refuse("people.no_such_member");
      await endMembership(context, member);
      await record({ kind: "people.member_removed", subject: member });
      tell("people");
      return {};
    },
    async takeBack(context, { member }) {
      const { db, workspace, me, now, record, tell } = context;
      if (!me.administers) throw refuse("people.not_an_administrator");
      const row = await store.memberById(db, workspace, member);
      if (!row?.left_at) throw refuse("people.no_such_member");
      if (!row.user_id) throw refuse("people.erased_member");
      const leftAt = row.left_at.getTime();
      await store.setLeft(db, workspace, member, null);
      for (const held of await teamStore.rolesOf(db, workspace, member)) {
        if (held.until_at?.getTime() !== leftAt) continue;
        const given = { workspace, id: context.id(), team: held.id, member, role: held.role, at: now, by: me.id };
        await teamStore.giveRole(db, given);
      }
      await record({ kind: "people.member_taken_back", subject: member });
      tell("people");
      return {};
    },
    async leaveWorkspace(context) {
      await endMembership(context, context.me.id);
      await context.record({ kind: "people.member_left", subject: context.me.id });
      context.tell("people");
      return {};
    },
    async myData({ db, workspace, me, user, now, caller }) {
      const roles = await teamStore.rolesOf(db, workspace, me.id);
      const { readings } = await store.readingsAbout(db, workspace, me.id, 0);
      const data = {
        writtenAt: now,
        signIn: { name: user.name, email: user.email, sessions: await signIn.sessions(caller) },
        profile: { name: me.name, timeZone: me.timeZone, language: me.locale, administers: me.administers },
        roles: roles.map((held) => ({ team: held.name, role: held.role, from: held.from_at, until: held.until_at })),
        held: await needs.heldOf(db, workspace, me.id),
        acts: await store.actsOf(db, workspace, me.id),
        readBy: readings,
      };
      const body = `${JSON.stringify(data, null, 2)}\n`;
      return { fileName: "my-data.json", contentType: "application/json; charset=utf-8", body };
    },
    async accessLog({ db, workspace, me }, { offset }) {
      return store.readingsAbout(db, workspace, me.id, offset);
    },
  };
}
