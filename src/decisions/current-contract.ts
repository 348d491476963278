import { z } from "zod";
import { day, level, person } from "../areas/shared-contract.ts";
import { moment, type Operations } from "../foundation/contract.ts";
import { decision, phase, shape, team, whyNot, workspace } from "./shared-contract.ts";

/** One decision that is being made, as a line. */
const inProgress = z.object({
  id: decision,
  ref: z.string(),
  title: z.string(),
  shape,
  phase,
  phaseSince: moment,
  level,
  area: z.object({ area: z.uuid(), name: z.string() }).nullable(),
  /** Whoever took it up. */
  holder: person.nullable(),
  decideBy: day.nullable(),
  /** The day it is looked at again: its review, or until when it waits. */
  on: day.nullable(),
  round: z
    .object({ n: z.number().int(), dueAt: moment, electors: z.number().int(), spoken: z.number().int() })
    .nullable(),
  /** What waits for me in it. */
  mine: z
    .enum(["voice", "lead_voice", "take_up", "begin", "decide", "integrate", "answer", "heard", "review", "resume"])
    .nullable(),
});

/** What is being decided, and what of it waits for me. */
export const currentOperations = {
  current: {
    method: "GET",
    path: "/workspaces/{workspace}/teams/{team}/deciding",
    summary: "What a team is deciding: being shaped, in a sealed round, opened, waiting; and what was decided last",
    who: "member",
    input: z.object({
      workspace,
      team,
      /** Only in this area. */
      area: z.uuid().optional(),
      /** going: not decided yet · decided: decided and not reviewed yet, the latest first. */
      which: z.enum(["going", "decided"]).default("going"),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    output: z.object({
      total: z.number().int(),
      decisions: z.array(inProgress),
      whyNotPropose: whyNot,
    }),
    refusals: ["people.no_such_team", "decisions.not_in_team"],
  },
  waiting: {
    method: "GET",
    path: "/workspaces/{workspace}/waiting/decisions",
    summary: "What waits for me in the decisions of my teams: a voice, a decision to take up or to take, a review",
    who: "member",
    input: z.object({ workspace }),
    output: z.object({
      waiting: z.array(
        z.object({
          kind: z.enum([
            "voice_asked",
            "lead_voice_asked",
            "take_up_asked",
            "decide_ready",
            "objection_stands",
            "questions_open",
            "heard_asked",
            "decision_stalled",
            "decision_review_due",
            "wait_over",
            "step_in_review",
          ]),
          team,
          teamName: z.string(),
          decision,
          title: z.string(),
          n: z.number().int(),
          /** Until when, or since when. */
          on: day.nullable(),
        }),
      ),
    }),
    refusals: [],
  },
} as const satisfies Operations;
