import { createHash } from "node:crypto";
import { type Db, enterWorkspace } from "../foundation/db.ts";
import { linkSecret } from "../foundation/id.ts";
import { refuse } from "../foundation/refusal.ts";
import * as invitationStore from "./invitation-store.ts";
import { invitationState, type Role, whyNotShape } from "./rules.ts";
import { insist, type PeopleActions, teamForMe, zoneOrRefuse } from "./shared-actions.ts";
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
export function invitationActions(): PeopleActions<
  "showInvitation" | "acceptInvitation" | "invite" | "invitations" | "revokeInvitation"
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
  };
}
