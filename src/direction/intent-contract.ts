import { z } from "zod";
import { moment, type Operations } from "../foundation/contract.ts";
import { day, done, lineOf, part, person, team, whyNot, workspace } from "./shared-contract.ts";

const verdict = z.enum(["same", "partly", "different"]);

/** The four parts of an intent as they are written; each non-empty line of a part is one line that can be served. */
const parts = {
  why: z.string().trim().max(2000),
  /** What done looks like. */
  done: z.string().trim().max(2000),
  /** What we will not trade away. */
  keep: z.string().trim().max(2000),
  until: day.nullable(),
  /** When to look at it again. */
  review: day.nullable(),
  /** A line of the intent of the team above. */
  serves: z.uuid().nullable(),
  whatChanged: z.string().trim().max(500),
};

const draft = z.object({ ...parts, changedAt: moment });

export const intentVersion = z.object({
  id: z.uuid(),
  version: z.number().int(),
  why: z.string(),
  done: z.string(),
  keep: z.string(),
  until: day,
  review: day,
  words: z.number().int(),
  lines: z.array(z.object({ line: z.uuid(), part, words: z.string() })),
  /** The line above that it serves; null where none is named, or that line is gone. */
  serves: lineOf.nullable(),
  whatChanged: z.string().nullable(),
  publishedAt: moment,
  publishedBy: person,
});

const backBrief = z.object({
  id: z.uuid(),
  member: person,
  words: z.string(),
  givenAt: moment,
  published: z.boolean(),
  verdict: verdict.nullable(),
  leftOut: z.string().nullable(),
  mine: z.boolean(),
  /** Why I may not mark it. */
  whyNotJudge: whyNot,
});

/** Intent and back-briefs. */
export const intentOperations = {
  show: {
    method: "GET",
    path: "/workspaces/{workspace}/teams/{team}/intent",
    summary: "What a team is for: its intent, my draft of the next one, and how clear it came across",
    who: "member",
    input: z.object({ workspace, team }),
    output: z.object({
      intent: intentVersion.nullable(),
      /** none · current · review_due (its review day has come) · expired (its last day is over). */
      state: z.enum(["none", "current", "review_due", "expired"]),
      versions: z.number().int(),
      /** Mine alone; nobody else ever gets one. */
      draft: draft.nullable(),
      /** The lines of the nearest team above that has an intent, which one here may serve. */
      above: z.array(lineOf),
      whyNotWrite: whyNot,
      backBriefs: z.object({
        /** I am asked for mine until this day; null where I am not asked. */
        askedUntil: day.nullable(),
        mine: backBrief.nullable(),
        whyNotGive: whyNot,
        /** How many were given, and how many people were asked. */
        given: z.number().int(),
        asked: z.number().int(),
        /** How they were marked: only from 5 marked ones up. */
        counts: z.object({ same: z.number().int(), partly: z.number().int(), different: z.number().int() }).nullable(),
        /** The ones I may read: all for the intent's author and the leads; for others the published ones and their own. */
        readable: z.array(backBrief),
      }),
    }),
    refusals: ["people.no_such_team", "direction.not_in_team"],
  },
  versions: {
    method: "GET",
    path: "/workspaces/{workspace}/teams/{team}/intent/versions",
    summary: "Every version of a team's intent, the latest first, each whole, so that two can be compared",
    who: "member",
    input: z.object({ workspace, team, offset: z.coerce.number().int().min(0).default(0) }),
    output: z.object({ total: z.number().int(), versions: z.array(intentVersion) }),
    refusals: ["people.no_such_team", "direction.not_in_team"],
  },
  saveDraft: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/intent/draft",
    summary: "Keep my draft of the intent; nobody else sees it",
    who: "member",
    keepsNoAnswer: true,
    input: z.object({ workspace, team, ...parts }),
    output: done,
    refusals: ["people.no_such_team", "people.team_closed", "direction.only_the_lead"],
  },
  dropDraft: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/intent/draft/drop",
    summary: "Throw my draft away",
    who: "member",
    input: z.object({ workspace, team }),
    output: done,
    refusals: ["people.no_such_team"],
  },
  publish: {
    method: "POST",
    path: "/workspaces/{workspace}/teams/{team}/intent/publish",
    summary: "Publish my draft as the next version of the intent: 120 words at the most, in four parts",
    who: "member",
    input: z.object({ workspace, team }),
    output: z.object({ intent: z.uuid(), version: z.number().int() }),
    refusals: [
      "people.no_such_team",
      "people.team_closed",
      "direction.only_the_lead",
      "direction.no_draft",
      "direction.too_many_words",
      "direction.say_all_of_it",
      "direction.in_the_past",
      "direction.no_such_line",
    ],
  },
  giveBackBrief: {
    method: "POST",
    path: "/workspaces/{workspace}/intents/{intent}/back-brief",
    summary:
      "Play the intent back in my own words; its author and the leads read it until I publish it. Again, until it is marked",
    who: "member",
    input: z.object({ workspace, intent: z.uuid(), words: z.string().trim().min(1).max(2000) }),
    output: z.object({ backBrief: z.uuid() }),
    refusals: [
      "direction.no_such_intent",
      "direction.not_in_team",
      "direction.own_intent",
      "direction.not_asked",
      "direction.back_brief_given",
      "direction.back_brief_late",
    ],
  },
  publishBackBrief: {
    method: "POST",
    path: "/workspaces/{workspace}/back-briefs/{backBrief}/publish",
    summary: "Let the team read my back-brief, or take that back",
    who: "member",
    input: z.object({ workspace, backBrief: z.uuid(), published: z.boolean() }),
    output: done,
    refusals: ["direction.no_such_back_brief"],
  },
  judgeBackBrief: {
    method: "POST",
    path: "/workspaces/{workspace}/back-briefs/{backBrief}/judge",
    summary: "As the intent's author: the same, partly or different, and what the intent left out",
    who: "member",
    input: z.object({ workspace, backBrief: z.uuid(), verdict, leftOut: z.string().trim().max(1000).default("") }),
    output: done,
    refusals: ["direction.no_such_back_brief", "direction.only_the_author"],
  },
  waiting: {
    method: "GET",
    path: "/workspaces/{workspace}/waiting/direction",
    summary:
      "What waits for me in my teams: back-briefs to give or to mark, yeses, reviews that are due, missing intents",
    who: "member",
    input: z.object({ workspace }),
    output: z.object({
      waiting: z.array(
        z.object({
          kind: z.enum([
            "no_intent",
            "intent_review_due",
            "intent_expired",
            "back_brief_asked",
            "back_briefs_to_mark",
            "agreement_to_answer",
            "goal_overdue",
            "orphan_goals",
          ]),
          team,
          teamName: z.string(),
          /** What it is about, where it is one thing. */
          subject: z.uuid().nullable(),
          /** The thing's own words: a goal's outcome. */
          title: z.string().nullable(),
          /** How many, where it is several. */
          n: z.number().int(),
          /** Until when, or since when. */
          on: day.nullable(),
        }),
      ),
    }),
    refusals: [],
  },
} as const satisfies Operations;
