import { z } from "zod";
import { moment, type Operations } from "../foundation/contract.ts";
import { area, day, done, level, person, team, whyNot, workspace } from "./shared-contract.ts";
import { rungs } from "./step-in-rules.ts";

const text = (most: number) => z.string().trim().max(most);
const answer = z.number().int().min(1).max(3);

/** The four questions of the step-in test, each from 1 (little) to 3 (much). */
export const answers = {
  /** How bad is it if nobody steps in? A nuisance · it costs us · it harms people or the promise we live by. */
  howBad: answer,
  /** How soon? Weeks · days · today. */
  howSoon: answer,
  /** How long does the harm stay? It passes · a while · for good. */
  howLong: answer,
  /** Can it be undone? Easily · at a price · no. */
  undo: answer,
};
/** What a step-in is written with. */
export const stepInDraft = {
  reason: text(1_000).min(1),
  /** What it covers, and so what it does not. */
  scope: text(600).min(1),
  /** The level meanwhile: 1 to 4, and lower than the one it has. */
  level: z.number().int().min(1).max(4),
  /** The last day of the loan, 30 days ahead at the most. */
  until: day,
  /** What the owner is told. */
  message: text(4_000).default(""),
};
export const rung = z.enum(rungs);

/** A step-in, as everybody it affects sees it. */
export const stepInShown = z.object({
  id: z.uuid(),
  team,
  /** What it is on: an area, or one decision. */
  area: z.object({ area, name: z.string() }).nullable(),
  decision: z.object({ decision: z.uuid(), title: z.string() }).nullable(),
  at: moment,
  by: person,
  owner: person.nullable(),
  reason: z.string(),
  scope: z.string(),
  /** What the owner was told; empty for everybody but the two of them. */
  message: z.string(),
  /** How the four questions were answered, and the lightest rung that fits. */
  answers: z.object(answers),
  rung,
  level,
  /** The level to which it goes back. */
  back: level,
  until: moment,
  inForce: z.boolean(),
  /** When it ended: handed back, or by itself; null while it is in force. */
  endedAt: moment.nullable(),
  /** Handed back early, by whom; null where it goes or went back by itself. */
  endedBy: z.string().nullable(),
  /** A later end that waits for the owner's yes. */
  extension: z.object({ to: moment, why: z.string(), mineToAnswer: z.boolean() }).nullable(),
  review: z
    .object({
      at: moment,
      by: z.string().nullable(),
      intended: z.string(),
      happened: z.string(),
      because: z.string(),
      keep: z.string(),
    })
    .nullable(),
  whyNotHandBack: whyNot,
  whyNotExtend: whyNot,
  whyNotReview: whyNot,
});

/** Step-ins: loans of a level, which end by themselves. */
export const stepInOperations = {
  stepIn: {
    method: "POST",
    path: "/workspaces/{workspace}/areas/{area}/step-in",
    summary: "Step in on an area: a loan, with a reason, a scope and an end; it goes back by itself",
    who: "member",
    input: z.object({ workspace, area, ...answers, ...stepInDraft }),
    output: z.object({ stepIn: z.uuid() }),
    refusals: [
      "areas.no_such_area",
      "areas.not_in_team",
      "areas.area_closed",
      "areas.only_the_lead",
      "areas.stepped_in_already",
      "areas.loan_too_long",
      "areas.loan_ends_past",
      "areas.loan_level_not_lower",
      "areas.own_area",
    ],
  },
  stepIns: {
    method: "GET",
    path: "/workspaces/{workspace}/teams/{team}/step-ins",
    summary: "Step-ins in a team: those in force first, then the ones that went back, the latest first",
    who: "member",
    input: z.object({
      workspace,
      team,
      area: area.optional(),
      decision: z.uuid().optional(),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    output: z.object({ total: z.number().int(), stepIns: z.array(stepInShown) }),
    refusals: ["people.no_such_team", "areas.not_in_team"],
  },
  handBack: {
    method: "POST",
    path: "/workspaces/{workspace}/step-ins/{stepIn}/hand-back",
    summary: "Hand back early",
    who: "member",
    input: z.object({ workspace, stepIn: z.uuid() }),
    output: done,
    refusals: ["areas.no_such_step_in", "areas.not_in_team", "areas.loan_over", "areas.only_who_stepped_in"],
  },
  extend: {
    method: "POST",
    path: "/workspaces/{workspace}/step-ins/{stepIn}/extend",
    summary: "Ask the owner for a later end; it needs their yes",
    who: "member",
    input: z.object({ workspace, stepIn: z.uuid(), until: day, why: text(1_000).min(1) }),
    output: done,
    refusals: [
      "areas.no_such_step_in",
      "areas.not_in_team",
      "areas.loan_over",
      "areas.only_who_stepped_in",
      "areas.loan_too_long",
      "areas.loan_ends_past",
      "areas.nobody_to_say_yes",
    ],
  },
  answerExtension: {
    method: "POST",
    path: "/workspaces/{workspace}/step-ins/{stepIn}/answer",
    summary: "Say yes or no to a later end",
    who: "member",
    input: z.object({ workspace, stepIn: z.uuid(), yes: z.boolean() }),
    output: done,
    refusals: [
      "areas.no_such_step_in",
      "areas.not_in_team",
      "areas.loan_over",
      "areas.no_extension",
      "areas.not_your_yes",
    ],
  },
  reviewStepIn: {
    method: "POST",
    path: "/workspaces/{workspace}/step-ins/{stepIn}/review",
    summary: "Look back at a step-in that is over: intended, happened, why, keep or change",
    who: "member",
    input: z.object({
      workspace,
      stepIn: z.uuid(),
      intended: text(1_000),
      happened: text(1_000).min(1),
      because: text(1_000),
      keep: text(1_000),
    }),
    output: done,
    refusals: [
      "areas.no_such_step_in",
      "areas.not_in_team",
      "areas.loan_not_over",
      "areas.only_who_stepped_in",
      "areas.reviewed_already",
    ],
  },
} as const satisfies Operations;
