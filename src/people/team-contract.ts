import { z } from "zod";
import { moment, type Operations } from "../foundation/contract.ts";
import { done, member, name, role, team, whyNot, workspace } from "./shared-contract.ts";

const person = z.object({ member, name: z.string(), role, since: moment });

/** Teams that nest, and roles in them. */
export const teamOperations = {
  makeTeam: {
    method: "POST",
    path: "/workspaces/{workspace}/teams",
    summary: "Make a team, by itself or under another; I lead it at first",
    who: "member",
    input: z.object({ workspace, name, parent: team.optional() }),
    output: z.object({ team }),
    refusals: ["people.no_such_team", "people.not_a_lead_here", "people.team_closed"],
  },
  changeTeam: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/change",
    summary: "Rename a team, or move it under another",
    who: "member",
    input: z.object({ workspace, team, name: name.optional(), parent: team.nullable().optional() }),
    output: done,
    refusals: ["people.no_such_team", "people.not_a_lead_here", "people.under_itself", "people.team_closed"],
  },
  closeTeam: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/close",
    summary: "Close a team, or open it again; its record stays",
    who: "member",
    input: z.object({ workspace, team, closed: z.boolean() }),
    output: done,
    refusals: ["people.no_such_team", "people.not_a_lead_here", "people.teams_below", "people.team_closed"],
  },
  showTeam: {
    method: "GET",
    path: "/workspaces/{workspace}/teams/{team}",
    summary: "A team: where it stands, who is in it and in which role, and what I may do here",
    who: "member",
    input: z.object({ workspace, team }),
    output: z.object({
      id: team,
      name: z.string(),
      closed: z.boolean(),
      path: z.array(z.object({ id: team, name: z.string() })),
      below: z.array(z.object({ id: team, name: z.string() })),
      people: z.array(person),
      myRole: role.nullable(),
      whyNotInvite: whyNot,
      whyNotChange: whyNot,
      whyNotClose: whyNot,
      whyNotLeave: whyNot,
    }),
    refusals: ["people.no_such_team"],
  },
  setRole: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/people/{member}/role",
    summary: "Give somebody a role in a team, or bring a member of the workspace into it",
    who: "member",
    input: z.object({ workspace, team, member, role }),
    output: done,
    refusals: [
      "people.no_such_team",
      "people.no_such_member",
      "people.not_a_lead_here",
      "people.last_lead",
      "people.team_closed",
    ],
  },
  removeFromTeam: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/people/{member}/remove",
    summary: "End somebody's role in a team (or mine); it stays on the record",
    who: "member",
    input: z.object({ workspace, team, member }),
    output: done,
    refusals: ["people.no_such_team", "people.no_such_member", "people.not_a_lead_here", "people.last_lead"],
  },
} as const satisfies Operations;
