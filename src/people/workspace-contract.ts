import { z } from "zod";
import type { Operations } from "../foundation/contract.ts";
import { done, member, name, role, team, workspace, zoneAndLanguage } from "./shared-contract.ts";

const teamInTree = z.object({
  id: team,
  parent: team.nullable(),
  name: z.string(),
  closed: z.boolean(),
  people: z.number().int(),
  myRole: role.nullable(),
});

/** A workspace: making it, reading it, its name and nouns. */
export const workspaceOperations = {
  makeWorkspace: {
    method: "POST",
    path: "/workspaces",
    summary: "Make a workspace with its first team, led by me",
    who: "person",
    input: z.object({ name, teamName: name, ...zoneAndLanguage }),
    output: z.object({ workspace, slug: z.string(), team }),
    refusals: ["people.sign_up_closed"],
  },
  workspace: {
    method: "GET",
    path: "/workspaces/{workspace}",
    summary: "A workspace: its name and nouns, its teams, and who I am in it",
    who: "member",
    input: z.object({ workspace }),
    output: z.object({
      id: workspace,
      slug: z.string(),
      name: z.string(),
      nouns: z.record(z.string(), z.string()),
      ownNouns: z.record(z.string(), z.string()),
      people: z.number().int(),
      me: z.object({
        id: member,
        name: z.string(),
        timeZone: z.string(),
        locale: z.string(),
        administers: z.boolean(),
      }),
      teams: z.array(teamInTree),
    }),
    refusals: [],
  },
  changeWorkspace: {
    method: "POST",
    path: "/workspaces/{workspace}/change",
    summary: "Rename a workspace, or say other nouns (ward for team)",
    who: "member",
    input: z.object({
      workspace,
      name: name.optional(),
      nouns: z
        .object({
          team: z.string().trim().max(30),
          teams: z.string().trim().max(30),
          lead: z.string().trim().max(30),
          leads: z.string().trim().max(30),
          member: z.string().trim().max(30),
          members: z.string().trim().max(30),
          area: z.string().trim().max(30),
          areas: z.string().trim().max(30),
        })
        .partial()
        .optional(),
    }),
    output: done,
    refusals: ["people.not_an_administrator"],
  },
} as const satisfies Operations;
