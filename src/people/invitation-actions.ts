import { createHash } from "node:crypto";
import { type Db, enterWorkspace } from "../foundation/db.ts";
import { linkSecret } from "../foundation/id.ts";
import { refuse } from "../foundation/refusal.ts";
import * as invitationStore from "./invitation-store.ts";
import * as placeholderStore from "./placeholder-store.ts";
import { invitationState, type Role, whyNotShape } from "./rules.ts";
import { insist, type PeopleActions, type PeopleNeeds, teamForMe, zoneOrRefuse } from "./shared-actions.ts";
import * as store from "./store.ts";
import * as teamStore from "./team-store.ts";

const dayMs = 86_400_000;

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

function parseToken(token: string): { workspace: string; secret: string } {
  const [workspace, secret] = token.split(".");
  if (!workspace || !secret || !/^[0-9a-f-]{36}$/.test(workspace)) throw refuse("people.no_such_invitation");
  return { workspace, secret };
}

/** Enters the workspace of a link and finds what it invites to; a wrong secret finds nothing. */
export async function invitationBehind(db: Db, token: string) {
  const { workspace, secret } = parseToken(token);
  await enterWorkspace(db, workspace);
  const invitation = await invitationStore.invitationBySecret(db, workspace, hashOf(secret));
  if (!invitation || invitation.closed_at) throw refuse("people.no_such_invitation");
  return { workspace, invitation };
}

/** Links that let people join a team. */
export function invitationActions(
  needs: PeopleNeeds,
): PeopleActions<
  "showInvitation" | "acceptInvitation" | "expect" | "expected" | "invite" | "invitations" | "revokeInvitation"
> {
  return {
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
      // held, so that a second press of the button waits and finds the first one's work
      await teamStore.teamById(db, workspace, invitation.team_id, true);
      const known = await store.memberOfUser(db, workspace, user.id);
      const awaited = invitation.placeholder_id
        ? await placeholderStore.openPlaceholder(db, workspace, invitation.placeholder_id)
        : undefined;
      const member = known?.id ?? awaited?.id ?? context.id();
      const joined = { workspace, id: member, user: user.id, name: user.name, timeZone, locale, at: now };
      if (known?.left_at) await store.setLeft(db, workspace, member, null);
      if (!known) await (awaited ? placeholderStore.becomeMember(db, joined) : store.addMember(db, joined));
      const team = invitation.team_id;
      const standing = await teamStore.standingIn(db, workspace, team, member);
      // whoever is in already keeps the role they have: an old link cannot make a lead an observer
      if (!standing.role) {
        const role = invitation.role as Role;
        await teamStore.giveRole(db, { workspace, id: context.id(), team, member, role, at: now, by: member });
      }
      if (awaited) {
        await placeholderStore.fillPlaceholder(db, { workspace, member: awaited.id, by: member, at: now });
        if (member !== awaited.id) {
          await needs.filled({ db, workspace, now, id: context.id }, awaited.id, member);
          await store.setLeft(db, workspace, awaited.id, now);
        }
        context.tellWorkspace(workspace, "areas");
      }
      await invitationStore.noteInvitationUse(db, { workspace, invitation: invitation.id, member, at: now });
      context.tellWorkspace(workspace, "people");
      return { workspace, slug: invitation.slug, team };
    },
    async expect(context, { team, name }) {
      const { db, workspace, me, now, record, tell } = context;
      const { standing } = await teamForMe(context, team, { open: true });
      insist(whyNotShape(standing, me.administers));
      const id = context.id();
      const { timeZone, locale } = me;
      await placeholderStore.addPlaceholder(db, { workspace, id, team, name, timeZone, locale, at: now, by: me.id });
      await record({ kind: "people.expected", subject: id, team });
      tell("people");
      return { member: id };
    },
    async expected(context, { team }) {
      const { standing } = await teamForMe(context, team);
      insist(whyNotShape(standing, context.me.administers));
      const rows = await placeholderStore.expectedIn(context.db, context.workspace, team);
      return { expected: rows.map(({ id, name }) => ({ member: id, name })) };
    },
    async invite(context, { team, role, days, placeholder }) {
      const { db, workspace, me, now, record, tell } = context;
      const { standing } = await teamForMe(context, team, { open: true });
      insist(whyNotShape(standing, me.administers));
      if (placeholder) {
        const awaited = await placeholderStore.openPlaceholder(db, workspace, placeholder);
        if (awaited?.team_id !== team) throw refuse("people.no_such_member");
      }
      const id = context.id();
      const secret = linkSecret();
      const expiresAt = new Date(now.getTime() + days * dayMs);
      const row = { workspace, id, team, role, secretHash: hashOf(secret), at: now, by: me.id, expiresAt, placeholder };
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
  };
}
