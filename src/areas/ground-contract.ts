import { z } from "zod";
import type { Operations } from "../foundation/contract.ts";
import { area, because, day, facts, guardrailShown, level, loan, person, team, workspace } from "./shared-contract.ts";

const onGround = z.object({
  area,
  name: z.string(),
  purpose: z.string(),
  part: z.enum(["owner", "deputy", "learning"]),
  level,
  trialUntil: day.nullable(),
  loan: loan.nullable(),
  offered: level,
  /** Mine, where I own it. */
  desired: level.nullable(),
  guardrails: z.array(guardrailShown),
  money: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  scope: z.string(),
  escalation: z.string(),
  review: day.nullable(),
  matters: z.string(),
  serves: z.string().nullable(),
  owner: person.nullable(),
  /** An open proposal about its level, and whether it waits for me. */
  proposed: z.object({ id: z.uuid(), level, mineToAnswer: z.boolean() }).nullable(),
});

/** My ground, and “may I?”. */
export const groundOperations = {
  ground: {
    method: "GET",
    path: "/workspaces/{workspace}/ground",
    summary: "My ground: what I may decide in each of my teams, within which guardrails, and why it matters",
    who: "member",
    input: z.object({ workspace }),
    output: z.object({
      teams: z.array(
        z.object({
          team,
          teamName: z.string(),
          role: z.enum(["lead", "member", "observer"]),
          areas: z.array(onGround),
          /** Areas that others hold, for whoever asks “who decides that?”. */
          others: z.array(z.object({ area, name: z.string(), level, owner: person.nullable() })),
        }),
      ),
    }),
    refusals: [],
  },
  mayI: {
    // changes nothing; its words travel in the body, so that no address and no log of addresses holds them
    method: "POST",
    keepsNoAnswer: true,
    path: "/workspaces/{workspace}/teams/{team}/may-i",
    summary: "May I decide this? Yes; or at which level it is decided and why; or whom to ask first",
    who: "member",
    input: z.object({
      workspace,
      team,
      /** What I am about to decide, in my words; used to find the area where none is named. It is not kept. */
      what: z.string().trim().max(300).optional(),
      area: area.optional(),
      ...facts,
    }),
    output: z.object({
      /**
       * yes: I decide · yes_after: I decide after hearing these people · together: the round decides (4) ·
       * lead_after: the lead decides after hearing us (3) · lead: the lead decides (1, 2) · owner: somebody else's to
       * decide, and I may propose · deputy: the owner's to decide, mine while they are away · nobody: nobody holds the area.
       */
      answer: z.enum(["yes", "yes_after", "together", "lead_after", "lead", "owner", "deputy", "nobody"]),
      level,
      because: z.array(because),
      area: z.object({ area, name: z.string() }).nullable(),
      /** A lead stepped in on the area, so that its level is lower for a while. */
      loan: loan.nullable(),
      owner: person.nullable(),
      leads: z.array(person),
      /** Whom to ask or hear first, and because of which guardrail or level. */
      ask: z.array(z.object({ who: z.string(), because: z.enum(["guardrail", "level"]) })),
      /** A goal must be named and is not yet. */
      mustNameGoal: z.boolean(),
      /** Sentences to acknowledge. */
      acknowledge: z.array(z.string()),
      /** What is not known yet and could change the answer. */
      depends: z.array(z.enum(["cost", "reversible"])),
      /** Areas whose name or purpose fits what was written, the best first. */
      guesses: z.array(z.object({ area, name: z.string() })),
    }),
    refusals: ["people.no_such_team", "areas.not_in_team", "areas.no_such_area"],
  },
  serving: {
    method: "GET",
    path: "/workspaces/{workspace}/goals/{goal}/areas",
    summary: "The areas whose owners say that they serve this goal",
    who: "member",
    input: z.object({ workspace, goal: z.uuid() }),
    output: z.object({ areas: z.array(z.object({ area, name: z.string(), team, level, owner: person.nullable() })) }),
    refusals: ["areas.no_such_goal", "areas.not_in_team"],
  },
  waiting: {
    method: "GET",
    path: "/workspaces/{workspace}/waiting/areas",
    summary:
      "What waits for me in the areas of my teams: a yes, an area without owner, a review, a gap, a card to write",
    who: "member",
    input: z.object({ workspace }),
    output: z.object({
      waiting: z.array(
        z.object({
          kind: z.enum([
            "yes_needed",
            "no_owner",
            "abdicated",
            "review_due",
            "gap",
            "trial_ending",
            "say_desired",
            "say_matters",
            "more_time_asked",
            "loan_review",
          ]),
          team,
          teamName: z.string(),
          area,
          areaName: z.string(),
          /** Who waits: whoever proposed, or stepped in. */
          by: z.string().nullable(),
          /** For a yes: the proposal, who made it, what it is and its level. */
          proposal: z
            .object({ id: z.uuid(), by: z.string(), what: z.enum(["level", "card", "owner"]), level: level.nullable() })
            .nullable(),
          on: day.nullable(),
        }),
      ),
    }),
    refusals: [],
  },
} as const satisfies Operations;
