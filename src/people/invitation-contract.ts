import { z } from "zod";
import { moment, type Operations } from "../foundation/contract.ts";
import { done, member, name, role, team, token, workspace, zoneAndLanguage } from "./shared-contract.ts";

/** Links that let people join a team. */
export const invitationOperations = {
  showInvitation: {
    method: "GET",
    path: "/invitations/{token}",
    summary: "What an invitation link invites to",
    who: "anyone",
    input: z.object({ token }),
    output: z.object({
      workspaceName: z.string(),
      teamName: z.string(),
      invitedBy: z.string(),
      role,
      expiresAt: moment,
      state: z.enum(["open", "expired", "revoked"]),
    }),
    refusals: ["people.no_such_invitation"],
  },
  acceptInvitation: {
    method: "POST",
    path: "/invitations/{token}/accept",
    summary: "Join the team that a link invites to",
    who: "person",
    input: z.object({ token, ...zoneAndLanguage }),
    output: z.object({ workspace, slug: z.string(), team }),
    refusals: ["people.no_such_invitation", "people.invitation_expired", "people.invitation_revoked"],
  },
  expect: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/expected",
    summary:
      "Name somebody who has not joined yet, so that an area can be theirs; an invitation made for them fills the place",
    who: "member",
    input: z.object({ workspace, team, name }),
    output: z.object({ member }),
    refusals: ["people.no_such_team", "people.not_a_lead_here", "people.team_closed"],
  },
  expected: {
    method: "GET",
    path: "/workspaces/{workspace}/teams/{team}/expected",
    summary: "Who was named in a team and has not joined yet",
    who: "member",
    input: z.object({ workspace, team }),
    output: z.object({ expected: z.array(z.object({ member, name: z.string() })) }),
    refusals: ["people.no_such_team", "people.not_a_lead_here"],
  },
  invite: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/invitations",
    summary: "Make a link that lets people join a team; it is shown once",
    who: "member",
    keepsNoAnswer: true,
    input: z.object({
      workspace,
      team,
      role,
      days: z.number().int().min(1).max(90).default(14),
      placeholder: member.optional(),
    }),
    output: z.object({ id: z.uuid(), token: z.string(), expiresAt: moment }),
    refusals: ["people.no_such_team", "people.no_such_member", "people.not_a_lead_here", "people.team_closed"],
  },
  invitations: {
    method: "GET",
    path: "/workspaces/{workspace}/teams/{team}/invitations",
    summary: "A team's invitation links and what became of them",
    who: "member",
    input: z.object({ workspace, team }),
    output: z.object({
      invitations: z.array(
        z.object({
          id: z.uuid(),
          role,
          createdBy: z.string(),
          createdAt: moment,
          expiresAt: moment,
          state: z.enum(["open", "expired", "revoked"]),
          joined: z.array(z.string()),
        }),
      ),
    }),
    refusals: ["people.no_such_team", "people.not_a_lead_here"],
  },
  revokeInvitation: {
    method: "POST",
    path: "/workspaces/{workspace}/invitations/{invitation}/revoke",
    summary: "Make an invitation link useless",
    who: "member",
    input: z.object({ workspace, invitation: z.uuid() }),
    output: done,
    refusals: ["people.no_such_invitation", "people.not_a_lead_here"],
  },
} as const satisfies Operations;
