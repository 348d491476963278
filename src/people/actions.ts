import { createHash } from "node:crypto";
import { isTimeZone } from "../foundation/clock.ts";
import { type Db, enterWorkspace } from "../foundation/db.ts";
import { linkSecret } from "../foundation/id.ts";
import { refuse } from "../foundation/refusal.ts";
import type { Actions, MemberContext, PersonContext } from "../foundation/run.ts";
import type { Nouns } from "../foundation/words.ts";
import type { people } from "./contract.ts";
import * as invitationStore from "./invitation-store.ts";
import {
  invitationState,
  type Role,
  slugFrom,
  type WhyNot,
  whyNotClose,
  whyNotEndLead,
  whyNotShape,
  whyNotStopAdministering,
  whyNotUnder,
} from "./rules.ts";
import type { SignIn } from "./sign-in.ts";
import * as store from "./store.ts";
import * as teamStore from "./team-store.ts";

/** What people's actions need from outside. */
export type PeopleNeeds = {
  signIn: SignIn;
  /** The nouns of a language, before a workspace's own. */
  nouns(locale: string): Nouns;
  /** The sentence of a refusal, for a quiet button. */
  why(context: MemberContext, whyNot: WhyNot): string | null;
  /** The name that stands in place of an erased one. */
  erasedName(locale: string): string;
};

const dayMs = 86_400_000;

function insist(whyNot: WhyNot): void {
  if (whyNot) throw refuse(whyNot.code, whyNot.params);
}

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

function parseToken(token: string): { workspace: string; secret: string } {
  const [workspace, secret] = token.split(".");
  if (!workspace || !secret || !/^[0-9a-f-]{36}$/.test(workspace)) throw refuse("people.no_such_invitation");
  return { workspace, secret };
}

/** Enters the workspace of a link and finds what it invites to; a wrong secret finds nothing. */
async function invitationBehind(db: Db, token: string) {
  const { workspace, secret } = parseToken(token);
  await enterWorkspace(db, workspace);
  const invitation = await invitationStore.invitationBySecret(db, workspace, hashOf(secret));
  if (!invitation || invitation.closed_at) throw refuse("people.no_such_invitation");
  return { workspace, invitation };
}

function zoneOrRefuse(timeZone: string): void {
  if (!isTimeZone(timeZone)) throw refuse("invalid", {}, { timeZone: "people.field.time_zone" });
}

/** A team that is there, with how I stand to it; `open` insists that it is not closed. */
async function teamForMe(context: MemberContext, team: string, how: { change?: boolean; open?: boolean } = {}) {
  const row = await teamStore.teamById(context.db, context.workspace, team, how.change);
  if (!row) throw refuse("people.no_such_team");
  if (how.open && row.closed_at) throw refuse("people.team_closed");
  const standing = await teamStore.standingIn(context.db, context.workspace, team, context.me.id);
  return { row, standing };
}

async function rolesNow(context: MemberContext, team: { id: string; name: string }) {
  const peopleNow = await teamStore.peopleIn(context.db, context.workspace, team.id);
  return { name: team.name, roles: new Map(peopleNow.map((person) => [person.id, person.role])) };
}

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

async function newWorkspace(
  context: PersonContext,
  input: { name: string; teamName: string; timeZone: string; locale: string },
) {
  const { db, now, user } = context;
  const workspace = context.id();
  const base = slugFrom(input.name);
  let slug = base;
  for (let n = 2; await store.slugTaken(db, slug); n++) slug = `${base}-${n}`;
  await enterWorkspace(db, workspace);
  await store.addWorkspace(db, { id: workspace, slug, name: input.name, at: now });
  const member = context.id();
  const { timeZone, locale } = input;
  await store.addMember(db, { workspace, id: member, user: user.id, name: user.name, timeZone, locale, at: now });
  await store.setAdministers(db, workspace, member, { at: now, by: null });
  const team = context.id();
  await teamStore.addTeam(db, { workspace, id: team, name: input.teamName, parent: null, at: now, by: member });
  await teamStore.giveRole(db, { workspace, id: context.id(), team, member, role: "lead", at: now, by: member });
  return { workspace, slug, team };
}

/**
 * The actions of `people`.
 * @param needs signing in, and words for quiet buttons
 */
export function peopleActions(needs: PeopleNeeds): Actions<typeof people> {
  const { signIn } = needs;
  const open = async () => (await signIn.installation()).signUpOpen;

  return {
    async installation({ caller, locale }) {
      const { fresh, signUpOpen } = await signIn.installation();
      const me = caller.user ? { name: caller.user.name, email: caller.user.email } : null;
      return { fresh, signUpOpen, me, locale };
    },
    async signUp({ db, caller, now }, input) {
      if (!(await open())) {
        if (!input.invitation) throw refuse("people.sign_up_closed");
        const { invitation } = await invitationBehind(db, input.invitation);
        if (invitationState(invitation, now) !== "open") throw refuse("people.sign_up_closed");
      }
      await signIn.signUp(caller, { name: input.name, email: input.email, password: input.password }, now);
      return {};
    },
    async signIn({ caller }, input) {
      await signIn.signIn(caller, input);
      return {};
    },
    async signOut({ caller }) {
      await signIn.signOut(caller);
      return {};
    },
    async showInvitation({ db, now }, { token }) {
      const { invitation } = await invitationBehind(db, token);
      return {
        workspaceName: invitation.workspace_name,
        teamName: invitation.team_name,
        invitedBy: invitation.invited_by,
        role: invitation.role as Role,
        expiresAt: invitation.expires_at,
        state: invitationState(invitation, now),
      };
    },
    async acceptInvitation(context, { token, timeZone, locale }) {
      zoneOrRefuse(timeZone);
      const { db, now, user } = context;
      const { workspace, invitation } = await invitationBehind(db, token);
      const state = invitationState(invitation, now);
      if (state === "expired") throw refuse("people.invitation_expired");
      if (state === "revoked") throw refuse("people.invitation_revoked");
      const known = await store.memberOfUser(db, workspace, user.id);
      const member = known?.id ?? context.id();
      if (!known) {
        await store.addMember(db, { workspace, id: member, user: user.id, name: user.name, timeZone, locale, at: now });
      } else if (known.left_at) await store.setLeft(db, workspace, member, null);
      const team = invitation.team_id;
      const standing = await teamStore.standingIn(db, workspace, team, member);
      // whoever is in already keeps the role they have: an old link cannot make a lead an observer
      if (!standing.role) {
        const role = invitation.role as Role;
        await teamStore.giveRole(db, { workspace, id: context.id(), team, member, role, at: now, by: member });
      }
      await invitationStore.noteInvitationUse(db, { workspace, invitation: invitation.id, member, at: now });
      context.tellWorkspace(workspace, "people");
      return { workspace, slug: invitation.slug, team };
    },
    async me({ db, user }) {
      const { keptBy, signUpOpen } = await signIn.installation();
      const workspaces = (await store.workspacesOf(db, user.id)).map((row) => ({
        id: row.workspace_id,
        slug: row.slug,
        name: row.name,
        nouns: { ...needs.nouns(row.locale), ...row.nouns },
        member: row.member_id,
        memberName: row.member_name,
        timeZone: row.time_zone,
        locale: row.locale,
      }));
      return { name: user.name, email: user.email, keepsInstallation: keptBy === user.id, signUpOpen, workspaces };
    },
    async sessions({ caller }) {
      return { sessions: await signIn.sessions(caller) };
    },
    async endSession({ caller }, { session }) {
      if (!(await signIn.endSession(caller, session))) throw refuse("people.no_such_session");
      return {};
    },
    async endOtherSessions({ caller }) {
      await signIn.endOtherSessions(caller);
      return {};
    },
    async changePassword({ caller }, input) {
      await signIn.changePassword(caller, input.current, input.next);
      return {};
    },
    async eraseMe({ db, user, caller, now, after, tellWorkspace }, { password }) {
      if (!(await signIn.passwordFits(caller, password))) throw refuse("people.wrong_password");
      for (const place of await store.workspacesOf(db, user.id)) {
        const workspace = place.workspace_id;
        await enterWorkspace(db, workspace);
        const administrators = await store.administrators(db, workspace);
        const alone = (await store.countMembers(db, workspace)) === 1;
        insist(whyNotStopAdministering(administrators, place.member_id, !alone));
        for (const role of await teamStore.rolesOf(db, workspace, place.member_id)) {
          if (role.until_at) continue;
          await teamStore.endRole(db, {
            workspace,
            team: role.id,
            member: place.member_id,
            at: now,
            by: place.member_id,
          });
        }
        await store.setAdministers(db, workspace, place.member_id, null);
        await store.blankMember(db, workspace, place.member_id, needs.erasedName(place.locale), now);
        tellWorkspace(workspace, "people");
      }
      after(() => signIn.erase(user));
      return {};
    },
    async setSignUp({ user, now }, input) {
      if ((await signIn.installation()).keptBy !== user.id) throw refuse("people.not_the_keeper");
      await signIn.setSignUp(input.open, now);
      return {};
    },
    async makeWorkspace(context, input) {
      zoneOrRefuse(input.timeZone);
      const { keptBy, signUpOpen } = await signIn.installation();
      if (!signUpOpen && keptBy !== context.user.id) throw refuse("people.sign_up_closed");
      return newWorkspace(context, input);
    },
    async workspace({ db, workspace, me, locale, nouns }) {
      const row = await store.theWorkspace(db, workspace);
      const teams = (await teamStore.teamsWithMyRole(db, workspace, me.id)).map((team) => ({
        id: team.id,
        parent: team.parent_id,
        name: team.name,
        closed: team.closed_at !== null,
        people: team.people,
        myRole: team.my_role,
      }));
      const plain = Object.keys(needs.nouns(locale));
      return {
        id: row.id,
        slug: row.slug,
        name: row.name,
        nouns: Object.fromEntries(plain.map((key) => [key, nouns[key]!])),
        ownNouns: row.nouns as Nouns,
        people: await store.countMembers(db, workspace),
        me,
        teams,
      };
    },
    async changeWorkspace({ db, workspace, me, tell, record }, input) {
      if (!me.administers) throw refuse("people.not_an_administrator");
      const nouns = input.nouns && Object.fromEntries(Object.entries(input.nouns).filter(([, noun]) => noun));
      await store.changeWorkspace(db, workspace, {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(nouns === undefined ? {} : { nouns }),
      });
      await record({ kind: "people.workspace_changed", subject: workspace });
      tell("people");
      return {};
    },
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
        whyNotRemove: needs.why(context, notMine ?? stops),
        whyNotAdminister: needs.why(context, notMine ?? (row.administers ? stops : null)),
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
    async makeTeam(context, { name, parent }) {
      const { db, workspace, me, now, record, tell } = context;
      if (parent) {
        const above = await teamForMe(context, parent, { open: true });
        insist(whyNotShape(above.standing, me.administers));
      } else if (!me.administers) throw refuse("people.not_an_administrator");
      const team = context.id();
      await teamStore.addTeam(db, { workspace, id: team, name, parent: parent ?? null, at: now, by: me.id });
      await teamStore.giveRole(db, {
        workspace,
        id: context.id(),
        team,
        member: me.id,
        role: "lead",
        at: now,
        by: me.id,
      });
      await record({ kind: "people.team_made", subject: team, team });
      tell("people");
      return { team };
    },
    async changeTeam(context, { team, name, parent }) {
      const { db, workspace, me, record, tell } = context;
      const { standing } = await teamForMe(context, team, { change: true, open: true });
      insist(whyNotShape(standing, me.administers));
      if (parent) {
        const above = await teamForMe(context, parent, { open: true });
        insist(whyNotShape(above.standing, me.administers));
        const all = await teamStore.teamsWithMyRole(db, workspace, me.id);
        insist(whyNotUnder(team, parent, new Map(all.map((row) => [row.id, row.parent_id]))));
      } else if (parent === null && !me.administers) throw refuse("people.not_an_administrator");
      await teamStore.changeTeam(db, workspace, team, {
        ...(name === undefined ? {} : { name }),
        ...(parent === undefined ? {} : { parent_id: parent }),
      });
      await record({ kind: "people.team_changed", subject: team, team });
      tell("people");
      return {};
    },
    async closeTeam(context, { team, closed }) {
      const { db, workspace, me, now, record, tell } = context;
      const { row, standing } = await teamForMe(context, team, { change: true });
      insist(whyNotShape(standing, me.administers));
      if (closed) insist(whyNotClose((await teamStore.teamsBelow(db, workspace, team)).length));
      else if (row.parent_id) await teamForMe(context, row.parent_id, { open: true });
      const change = closed ? { closed_at: now, closed_by: me.id } : { closed_at: null, closed_by: null };
      await teamStore.changeTeam(db, workspace, team, change);
      await record({ kind: closed ? "people.team_closed" : "people.team_opened_again", subject: team, team });
      tell("people");
      return {};
    },
    async showTeam(context, { team }) {
      const { db, workspace, me } = context;
      const { row, standing } = await teamForMe(context, team);
      const peopleNow = await teamStore.peopleIn(db, workspace, team);
      const below = await teamStore.teamsBelow(db, workspace, team);
      const shape = whyNotShape(standing, me.administers);
      const closed: WhyNot = row.closed_at ? { code: "people.team_closed" } : null;
      const roles = new Map(peopleNow.map((person) => [person.id, person.role]));
      return {
        id: row.id,
        name: row.name,
        closed: row.closed_at !== null,
        path: await teamStore.teamsAbove(db, workspace, team),
        below,
        people: peopleNow.map(({ id, name, role, from_at }) => ({ member: id, name, role, since: from_at })),
        myRole: standing.role,
        whyNotInvite: needs.why(context, shape ?? closed),
        whyNotChange: needs.why(context, shape ?? closed),
        whyNotClose: needs.why(context, shape ?? whyNotClose(row.closed_at ? 0 : below.length)),
        whyNotLeave: needs.why(context, whyNotEndLead({ name: row.name, roles }, me.id, null)),
      };
    },
    async setRole(context, { team, member, role }) {
      const { db, workspace, me, now, record, tell } = context;
      const { row, standing } = await teamForMe(context, team, { change: true, open: true });
      insist(whyNotShape(standing, me.administers));
      const person = await store.memberById(db, workspace, member);
      if (!person || person.left_at) throw refuse("people.no_such_member");
      const roles = await rolesNow(context, row);
      insist(whyNotEndLead(roles, member, role));
      if (roles.roles.get(member) === role) return {};
      await teamStore.giveRole(db, { workspace, id: context.id(), team, member, role, at: now, by: me.id });
      await record({ kind: "people.role_given", subject: member, team, data: { role } });
      tell("people");
      return {};
    },
    async removeFromTeam(context, { team, member }) {
      const { db, workspace, me, now, record, tell } = context;
      const { row, standing } = await teamForMe(context, team, { change: true });
      if (member !== me.id) insist(whyNotShape(standing, me.administers));
      const roles = await rolesNow(context, row);
      if (!roles.roles.has(member)) throw refuse("people.no_such_member");
      insist(whyNotEndLead(roles, member, null));
      await teamStore.endRole(db, { workspace, team, member, at: now, by: me.id });
      await record({ kind: "people.role_ended", subject: member, team });
      tell("people");
      return {};
    },
    async invite(context, { team, role, days }) {
      const { db, workspace, me, now, record, tell } = context;
      const { standing } = await teamForMe(context, team, { open: true });
      insist(whyNotShape(standing, me.administers));
      const id = context.id();
      const secret = linkSecret();
      const expiresAt = new Date(now.getTime() + days * dayMs);
      const row = { workspace, id, team, role, secretHash: hashOf(secret), at: now, by: me.id, expiresAt };
      await invitationStore.addInvitation(db, row);
      await record({ kind: "people.invited", subject: id, team, data: { role } });
      tell("people");
      return { id, token: `${workspace}.${secret}`, expiresAt };
    },
    async invitations(context, { team }) {
      const { db, workspace, me, now } = context;
      const { standing } = await teamForMe(context, team);
      insist(whyNotShape(standing, me.administers));
      const rows = await invitationStore.invitationsOf(db, workspace, team);
      return {
        invitations: rows.map((row) => ({
          id: row.id,
          role: row.role as Role,
          createdBy: row.created_by,
          createdAt: row.created_at,
          expiresAt: row.expires_at,
          state: invitationState(row, now),
          joined: row.joined,
        })),
      };
    },
    async revokeInvitation(context, { invitation }) {
      const { db, workspace, me, now, record, tell } = context;
      const row = await invitationStore.invitationById(db, workspace, invitation);
      if (!row) throw refuse("people.no_such_invitation");
      const { standing } = await teamForMe(context, row.team_id);
      insist(whyNotShape(standing, me.administers));
      await invitationStore.revokeInvitation(db, { workspace, invitation, at: now, by: me.id });
      await record({ kind: "people.invitation_revoked", subject: invitation, team: row.team_id });
      tell("people");
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
