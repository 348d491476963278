import { z } from "zod";
import { moment, type Operations } from "../foundation/contract.ts";
import { day, done, lineOf, person, team, whyNot, workspace } from "./shared-contract.ts";

const goal = z.uuid();
const outcome = z.string().trim().min(1).max(200);
const why = z.string().trim().max(500);

/** How it is known that a goal is reached: a number that moves from start to target, or simply done. */
const measure = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("number"),
    name: z.string().trim().min(1).max(120),
    unit: z.string().trim().max(30),
    start: z.number(),
    target: z.number(),
  }),
  z.object({ kind: z.literal("done") }),
]);
/** What it serves: a line of the intent (of its team or of one above), another goal, or nothing yet. */
const serves = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("line"), line: z.uuid() }),
  z.object({ kind: z.literal("goal"), goal }),
  z.object({ kind: z.literal("nothing") }),
]);

export const goalLine = z.object({
  id: goal,
  team,
  outcome: z.string(),
  measure,
  owner: person,
  due: day,
  /** open · reached · dropped. */
  state: z.enum(["open", "reached", "dropped"]),
  /** What it serves in words; null for an orphan: nothing named, or that is gone, dropped or no longer in the intent. */
  serves: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("line"), line: lineOf }),
      z.object({ kind: z.literal("goal"), goal, outcome: z.string() }),
    ])
    .nullable(),
  /** How sure its owner was last, 0–10, and when. */
  confidence: z.number().int().nullable(),
  value: z.number().nullable(),
  readAt: moment.nullable(),
  overdue: z.boolean(),
});

/** Goals. */
export const goalOperations = {
  goals: {
    method: "GET",
    path: "/workspaces/{workspace}/teams/{team}/goals",
    summary: "A team's goals, the open ones first by date; orphans are marked by serving nothing",
    who: "member",
    input: z.object({ workspace, team, state: z.enum(["open", "ended", "all"]).default("open") }),
    output: z.object({
      goals: z.array(goalLine),
      orphans: z.number().int(),
      whyNotMake: whyNot,
      /** Whom a goal can be given to: leads and members. */
      owners: z.array(person),
      /** What a goal here may serve. */
      lines: z.array(lineOf),
      parents: z.array(z.object({ goal, outcome: z.string(), teamName: z.string() })),
    }),
    refusals: ["people.no_such_team", "direction.not_in_team"],
  },
  goal: {
    method: "GET",
    path: "/workspaces/{workspace}/goals/{goal}",
    summary: "One goal: the chain up to the top intent, how sure its owner was over time, what became of it",
    who: "member",
    input: z.object({ workspace, goal }),
    output: z.object({
      ...goalLine.shape,
      teamName: z.string(),
      madeAt: moment,
      endedAt: moment.nullable(),
      endedWhy: z.string().nullable(),
      /** From what this goal serves to the top: parent goals and intent lines, nearest first. */
      chain: z.array(
        z.object({
          kind: z.enum(["goal", "line"]),
          id: z.uuid(),
          words: z.string(),
          part: z.enum(["why", "done", "keep"]).nullable(),
          team,
          teamName: z.string(),
          /** Whether I may open it (a goal of a team I am in). */
          mine: z.boolean(),
        }),
      ),
      /** Whether the chain ends in a line of an intent with no team above that has one. */
      reachesTop: z.boolean(),
      readings: z.array(
        z.object({
          at: moment,
          confidence: z.number().int(),
          value: z.number().nullable(),
          note: z.string().nullable(),
        }),
      ),
      steps: z.array(
        z.object({
          at: moment,
          by: z.string(),
          what: z.enum(["moved", "owner", "words", "serves", "reached", "dropped", "reopened"]),
          from: z.string().nullable(),
          to: z.string().nullable(),
          why: z.string().nullable(),
        }),
      ),
      /** Goals that serve this one. */
      below: z.array(
        z.object({ goal, outcome: z.string(), teamName: z.string(), state: z.enum(["open", "reached", "dropped"]) }),
      ),
      whyNotRead: whyNot,
      whyNotChange: whyNot,
      whyNotEnd: whyNot,
    }),
    refusals: ["direction.no_such_goal", "direction.not_in_team"],
  },
  makeGoal: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/goals",
    summary: "Set a goal: its outcome, measure, owner, date and what it serves",
    who: "member",
    input: z.object({ workspace, team, outcome, measure, owner: z.uuid(), due: day, serves }),
    output: z.object({ goal }),
    refusals: [
      "people.no_such_team",
      "people.team_closed",
      "direction.not_in_team",
      "direction.observers_read",
      "direction.not_a_member",
      "direction.no_such_line",
      "direction.no_such_goal",
      "direction.number_needed",
    ],
  },
  changeGoal: {
    method: "POST",
    path: "/workspaces/{workspace}/goals/{goal}/change",
    summary:
      "Say a goal otherwise: outcome, measure, owner, date (moved, with why) or what it serves; all of it is kept as history",
    who: "member",
    input: z.object({
      workspace,
      goal,
      outcome: outcome.optional(),
      measure: measure.optional(),
      owner: z.uuid().optional(),
      due: day.optional(),
      serves: serves.optional(),
      why: why.default(""),
    }),
    output: done,
    refusals: [
      "direction.no_such_goal",
      "direction.not_in_team",
      "direction.only_the_owner",
      "direction.goal_ended",
      "direction.not_a_member",
      "direction.no_such_line",
      "direction.serves_itself",
      "direction.number_needed",
      "direction.say_all_of_it",
    ],
  },
  readGoal: {
    method: "POST",
    path: "/workspaces/{workspace}/goals/{goal}/readings",
    summary: "As its owner: how sure I am today, 0–10, and where the number stands",
    who: "member",
    input: z.object({
      workspace,
      goal,
      confidence: z.number().int().min(0).max(10),
      value: z.number().nullable().default(null),
      note: z.string().trim().max(300).default(""),
    }),
    output: done,
    refusals: ["direction.no_such_goal", "direction.not_in_team", "direction.only_the_owner", "direction.goal_ended"],
  },
  endGoal: {
    method: "POST",
    path: "/workspaces/{workspace}/goals/{goal}/end",
    summary: "A goal is reached, or dropped with a reason",
    who: "member",
    input: z.object({ workspace, goal, as: z.enum(["reached", "dropped"]), why: why.default("") }),
    output: done,
    refusals: [
      "direction.no_such_goal",
      "direction.not_in_team",
      "direction.only_the_owner",
      "direction.goal_ended",
      "direction.say_all_of_it",
    ],
  },
  reopenGoal: {
    method: "POST",
    path: "/workspaces/{workspace}/goals/{goal}/reopen",
    summary: "Take a goal up again that was reached or dropped",
    who: "member",
    input: z.object({ workspace, goal }),
    output: done,
    refusals: ["direction.no_such_goal", "direction.not_in_team", "direction.only_the_owner", "direction.goal_open"],
  },
} as const satisfies Operations;
