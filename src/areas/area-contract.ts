import { z } from "zod";
import { moment, type Operations } from "../foundation/contract.ts";
import {
  area,
  cardField,
  cardFields,
  day,
  done,
  guardrailShown,
  level,
  loan,
  person,
  prompt,
  team,
  whyNot,
  workspace,
} from "./shared-contract.ts";

const proposal = z.object({
  id: z.uuid(),
  what: z.enum(["level", "card", "owner"]),
  madeAt: moment,
  madeBy: person,
  /** Whose yes is still needed. */
  needs: z.enum(["lead", "owner"]),
  why: z.string().nullable(),
  /** The level proposed, and for how many weeks where it is a trial. */
  level: level.nullable(),
  trialWeeks: z.number().int().nullable(),
  /** The fields of the card that would change, and to what. */
  fields: z.array(cardField),
  card: z.record(z.string(), z.unknown()).nullable(),
  /** The owner proposed. */
  owner: person.nullable(),
  mine: z.boolean(),
  whyNotAnswer: whyNot,
});

const onBoard = z.object({
  id: area,
  name: z.string(),
  purpose: z.string(),
  level,
  /** The level is on trial until then, and goes back by itself. */
  trialUntil: day.nullable(),
  trialBack: level.nullable(),
  /** A lead stepped in: the level is on loan until then, and goes back by itself. */
  loan: loan.nullable(),
  /** What the lead offers. */
  offered: level,
  /** What the owner wishes; null where there is none, and for everybody but the owner and the leads. */
  desired: level.nullable(),
  /** Where it stood 90 days before; null where it was not there. */
  levelBefore: level.nullable(),
  owner: person.nullable(),
  deputy: person.nullable(),
  learning: z.array(person),
  guardrails: z.array(guardrailShown),
  review: day.nullable(),
  prompts: z.array(prompt),
  /** Proposals that are open. */
  proposed: z.array(
    z.object({
      id: z.uuid(),
      what: z.enum(["level", "card", "owner"]),
      level: level.nullable(),
      needs: z.enum(["lead", "owner"]),
      mineToAnswer: z.boolean(),
    }),
  ),
  /** What I am to it. */
  mine: z.enum(["owner", "deputy", "learning"]).nullable(),
  /** Why I may not propose a level. */
  whyNotPropose: whyNot,
});

/** Areas: the board, the handover card, its history. */
export const areaOperations = {
  board: {
    method: "GET",
    path: "/workspaces/{workspace}/teams/{team}/areas",
    summary: "A team's board: each area, who holds it, its level and guardrails, as of any date",
    who: "member",
    input: z.object({
      workspace,
      team,
      /** As it stood at the end of this day; now where left out. */ asOf: day.optional(),
    }),
    output: z.object({
      asOf: day,
      /** Whether this is now, and may be changed. */
      current: z.boolean(),
      areas: z.array(onBoard),
      /** Areas that went ahead and that came back in the 90 days before. */
      ahead: z.number().int(),
      back: z.number().int(),
      closed: z.number().int(),
      /** The first day there was an area. */
      since: day.nullable(),
      whyNotMake: whyNot,
      /** Whom an area may be handed to: leads and members of the team, and whoever is expected in it. */
      people: z.array(person),
    }),
    refusals: ["people.no_such_team", "areas.not_in_team"],
  },
  show: {
    method: "GET",
    path: "/workspaces/{workspace}/areas/{area}",
    summary: "An area's handover card: what it is, who holds it, at which level, within what, and why it matters",
    who: "member",
    input: z.object({ workspace, area, asOf: day.optional() }),
    output: z.object({
      ...onBoard.shape,
      team,
      teamName: z.string(),
      closed: z.boolean(),
      /** Handed back with a change, so that two people cannot overwrite each other. */
      version: z.number().int(),
      good: z.string(),
      money: z.object({ amount: z.number(), currency: z.string() }).nullable(),
      scope: z.string(),
      people: z.string(),
      budget: z.string(),
      information: z.string(),
      rhythm: z.string(),
      escalation: z.string(),
      matters: z.string(),
      /** What it serves: the words of the goal or intent line. */
      serves: z
        .discriminatedUnion("kind", [
          z.object({ kind: z.literal("goal"), goal: z.uuid(), words: z.string() }),
          z.object({ kind: z.literal("line"), line: z.uuid(), words: z.string(), teamName: z.string() }),
        ])
        .nullable(),
      proposals: z.array(proposal),
      /** Field → why I may not write it; only those are there that I may not. */
      whyNotWrite: z.record(z.string(), z.string()),
      /** Fields that, as I would change them, may need the other side's yes. */
      needsYes: z.array(cardField),
      whyNotHand: whyNot,
      whyNotName: whyNot,
      whyNotClose: whyNot,
      whyNotStepIn: whyNot,
      /** Whom it can be handed to. */
      candidates: z.array(person),
      /** What it may serve. */
      goals: z.array(z.object({ goal: z.uuid(), words: z.string() })),
      lines: z.array(z.object({ line: z.uuid(), words: z.string(), teamName: z.string() })),
    }),
    refusals: ["areas.no_such_area", "areas.not_in_team"],
  },
  history: {
    method: "GET",
    path: "/workspaces/{workspace}/areas/{area}/history",
    summary: "Everything that changed in an area: who, when, from, to, why, the latest first; and its level over time",
    who: "member",
    input: z.object({ workspace, area, offset: z.coerce.number().int().min(0).default(0) }),
    output: z.object({
      total: z.number().int(),
      changes: z.array(
        z.object({
          at: moment,
          /** Null: the clock, or somebody who left. */
          by: z.string().nullable(),
          why: z.string().nullable(),
          changes: z.array(
            z.object({
              /** A field of the card, `level`, `owner`, `deputy`, `learning`, `made`, `closed`, `reopened`, `step_in`, `hand_back` or `went_back`. */
              field: z.string(),
              /** In plain text; null for nothing. Levels as their number. */
              from: z.string().nullable(),
              to: z.string().nullable(),
            }),
          ),
          trialUntil: day.nullable(),
          /** For a step-in: until when its loan was to last. */
          loanUntil: moment.nullable(),
        }),
      ),
      /** Each stretch of time at one level, the earliest first. */
      levels: z.array(z.object({ from: moment, level, trial: z.boolean(), loan: z.boolean() })),
    }),
    refusals: ["areas.no_such_area", "areas.not_in_team"],
  },
  make: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/areas",
    summary: "Make areas, one or several at once, each at today's level and at the one the lead wishes",
    who: "member",
    input: z.object({
      workspace,
      team,
      areas: z
        .array(
          z.object({
            name: cardFields.name,
            purpose: cardFields.purpose.default(""),
            level,
            offered: level.optional(),
            owner: z.uuid().optional(),
            guardrails: cardFields.guardrails.default([]),
            review: day.optional(),
          }),
        )
        .min(1)
        .max(30),
    }),
    output: z.object({ areas: z.array(area) }),
    refusals: [
      "people.no_such_team",
      "people.team_closed",
      "areas.only_the_lead",
      "areas.not_in_the_team",
      "areas.too_many_areas",
    ],
  },
  change: {
    method: "POST",
    path: "/workspaces/{workspace}/areas/{area}/change",
    summary: "Write on the handover card; what would tighten it waits for the other side's yes, the rest holds at once",
    who: "member",
    input: z.object({
      workspace,
      area,
      version: z.number().int(),
      card: z.object(cardFields).partial(),
      why: z.string().trim().max(500).default(""),
    }),
    output: z.object({
      /** What holds now. */
      applied: z.array(cardField),
      /** What waits for a yes, and whose. */
      proposed: z
        .object({ proposal: z.uuid(), needs: z.enum(["lead", "owner"]), fields: z.array(cardField) })
        .nullable(),
    }),
    refusals: [
      "areas.no_such_area",
      "areas.not_in_team",
      "areas.area_closed",
      "areas.not_yours_to_write",
      "areas.changed_meanwhile",
      "areas.nothing_changed",
      "areas.no_such_goal",
      "areas.no_such_line",
      "areas.not_in_the_team",
      "areas.already_proposed",
    ],
  },
  hold: {
    method: "POST",
    path: "/workspaces/{workspace}/areas/{area}/hold",
    summary:
      "Hand an area to somebody, name a deputy, or say who is learning it; replacing an owner needs the owner's yes",
    who: "member",
    input: z.object({
      workspace,
      area,
      part: z.enum(["owner", "deputy", "learning"]),
      member: z.uuid().nullable(),
      /** For learning: false takes them off. */
      on: z.boolean().default(true),
      why: z.string().trim().max(500).default(""),
    }),
    output: z.object({ proposed: z.uuid().nullable() }),
    refusals: [
      "areas.no_such_area",
      "areas.not_in_team",
      "areas.area_closed",
      "areas.only_the_lead",
      "areas.only_the_owner",
      "areas.not_in_the_team",
      "areas.has_another_part",
      "areas.already_proposed",
    ],
  },
  close: {
    method: "POST",
    path: "/workspaces/{workspace}/areas/{area}/close",
    summary: "Close an area, or open it again; its history stays",
    who: "member",
    input: z.object({ workspace, area, closed: z.boolean() }),
    output: done,
    refusals: [
      "areas.no_such_area",
      "areas.not_in_team",
      "areas.only_the_lead",
      "areas.not_your_yes",
      "areas.too_many_areas",
    ],
  },
} as const satisfies Operations;
