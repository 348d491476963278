import { z } from "zod";
import { moment, room } from "../foundation/contract.ts";
import { currentOperations } from "./current-contract.ts";
import { decidingOperations } from "./deciding-contract.ts";
import { phases } from "./deciding-rules.ts";
import { methods } from "./method-rules.ts";
import { outcomeOperations } from "./outcome-contract.ts";
import { roundOperations } from "./round-contract.ts";
import { deciderKinds, outcomes, reversalKinds } from "./rules.ts";

const workspace = z.uuid();
const team = z.uuid();
const decision = z.uuid();
const day = z.iso.date();
/** Over a query it is a word. */
const flag = z.union([z.boolean(), z.stringbool()]);

/** lead · delegate · team · other · unknown. Null beside it means: no verdict. */
export const deciderKind = z.enum(deciderKinds);
export const outcome = z.enum(outcomes);
export const reversalKind = z.enum(reversalKinds);

/** One line of the log, as of the date that was asked for: what came later is null in it. */
const logLine = z.object({
  id: decision,
  ref: z.string(),
  title: z.string(),
  kind: z.string().nullable(),
  topics: z.array(z.string()),
  /** In the record's own word; null where the record does not tell how it stood on that date. */
  status: z.string().nullable(),
  openedOn: day.nullable(),
  decidedOn: day.nullable(),
  /** Whole days from opening to verdict; null where a date is missing or the two contradict each other. */
  days: z.number().int().nullable(),
  outcome: outcome.nullable(),
  decidedBy: deciderKind.nullable(),
  /** Who, in words, as the record has it. */
  decider: z.string().nullable(),
  selfDecided: z.boolean(),
  /** The latest reversal's kind, or null. */
  reversed: reversalKind.nullable(),
  /** Of one made here: how far it had come. */
  phase: z.enum(phases).nullable(),
  /** Of one made here: at which level it is decided, once that is fixed; on an earlier day, only if it was decided by then. */
  level: z.number().int().nullable(),
});

/** A decision that another one names; `decision` and `title` are null where it is not in the log. */
const named = z.object({ ref: z.string(), decision: decision.nullable(), title: z.string().nullable() });

/**
 * Decisions: the log. Imported and live decisions are one log.
 *
 * Nothing here is filtered, sorted, searched or counted by who decided or wrote: a page of "what this person did" does not
 * exist. Free text looks in what decisions say: key, title, kind, topics, status, context, reasons, and of those made here the
 * proposal, the options, what is expected, who is affected outside, the sum-up; never in voices, remarks or names. Who decided one
 * thing stands on that thing.
 */
export const decisions = room(
  "decisions",
  {
    ...currentOperations,
    ...decidingOperations,
    ...roundOperations,
    ...outcomeOperations,
    list: {
      method: "GET",
      path: "/workspaces/{workspace}/teams/{team}/decisions",
      summary: "A team's decisions, filtered and searched, as of any date",
      who: "member",
      input: z.object({
        workspace,
        team,
        /** As it stood at the end of this day; today where left out. */
        asOf: day.optional(),
        /**
         * Words to find in what a decision says, in any order, inside longer words too, whatever their case and accents. “Words in
         * quotes” stand together; a word or a quote after a minus must not be there.
         */
        search: z.string().trim().max(200).optional(),
        /** Year of the verdict. */
        year: z.coerce.number().int().min(1).max(9999).optional(),
        /** `none`: no verdict yet, or none at all. */
        decidedBy: z.enum([...deciderKinds, "none"]).optional(),
        outcome: z.enum([...outcomes, "none"]).optional(),
        kind: z.string().max(200).optional(),
        topic: z.string().max(200).optional(),
        selfDecided: flag.optional(),
        /** Of those made here: in this area, decided at this level, by this method, in this state. */
        area: z.uuid().optional(),
        level: z.coerce.number().int().min(1).max(7).optional(),
        method: z.enum(methods).optional(),
        phase: z.enum(phases).optional(),
        /** The goal it serves. */
        goal: z.uuid().optional(),
        /** `any`, or one kind of reversal. */
        reversed: z.enum([...reversalKinds, "any"]).optional(),
        sort: z.enum(["ref", "title", "opened", "decided", "days"]).default("decided"),
        descending: flag.default(true),
        offset: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      output: z.object({
        asOf: day,
        /** How many fit the filter. */
        total: z.number().int(),
        /** How many are on the record as of that date, without any filter. */
        onRecord: z.number().int(),
        decisions: z.array(logLine),
      }),
      refusals: ["people.no_such_team", "decisions.not_in_team"],
    },
    choices: {
      method: "GET",
      path: "/workspaces/{workspace}/teams/{team}/decisions/choices",
      summary: "What a team's decisions can be filtered by: years, kinds, topics",
      who: "member",
      input: z.object({ workspace, team }),
      output: z.object({
        /** Years with a verdict, the latest first. */
        years: z.array(z.number().int()),
        kinds: z.array(z.string()),
        topics: z.array(z.string()),
        /** Areas, levels, methods, states and goals that decisions made here have. */
        areas: z.array(z.object({ area: z.uuid(), name: z.string() })),
        levels: z.array(z.number().int()),
        methods: z.array(z.enum(methods)),
        phases: z.array(z.enum(phases)),
        goals: z.array(z.object({ goal: z.uuid(), words: z.string() })),
      }),
      refusals: ["people.no_such_team", "decisions.not_in_team"],
    },
    show: {
      method: "GET",
      path: "/workspaces/{workspace}/decisions/{decision}",
      summary: "One decision: who decided and how that is known, its history, and what it replaced",
      who: "member",
      input: z.object({ workspace, decision }),
      output: z.object({
        id: decision,
        team,
        teamName: z.string(),
        ref: z.string(),
        title: z.string(),
        origin: z.enum(["imported", "live"]),
        kind: z.string().nullable(),
        topics: z.array(z.string()),
        status: z.string().nullable(),
        context: z.string().nullable(),
        reasons: z.string().nullable(),
        /** Only ever an http or https address. */
        link: z.string().nullable(),
        authors: z.array(z.string()),
        handedTo: z.array(z.string()),
        openedOn: day.nullable(),
        decidedOn: day.nullable(),
        decidedOnBasis: z.string().nullable(),
        days: z.number().int().nullable(),
        outcome: outcome.nullable(),
        decidedBy: deciderKind.nullable(),
        decider: z.string().nullable(),
        /** The decider as a member, where they are one. */
        deciderMember: z.uuid().nullable(),
        basis: z.string().nullable(),
        selfDecided: z.boolean(),
        /** The lead decided on a proposal of their own. */
        leadsOwn: z.boolean(),
        /** Every change of status, the earliest first. */
        steps: z.array(
          z.object({
            on: day,
            from: z.string().nullable(),
            to: z.string(),
            by: z.string().nullable(),
            note: z.string().nullable(),
            reference: z.string().nullable(),
          }),
        ),
        reversals: z.array(
          z.object({
            on: day,
            from: z.string(),
            to: z.string(),
            heldDays: z.number().int().nullable(),
            kind: reversalKind,
            /** False: worked out from the statuses, not told by the record. */
            kindGiven: z.boolean(),
          }),
        ),
        supersedes: z.array(named),
        supersededBy: z.array(named),
        /** The goal it serves, as somebody of the team said. */
        serves: z.object({ goal: z.uuid(), outcome: z.string() }).nullable(),
        /** Goals that it may serve: the open ones of its team. */
        goals: z.array(z.object({ goal: z.uuid(), outcome: z.string() })),
        whyNotServe: z.string().nullable(),
        /** The row as it came, column → value; lists and objects only where a JSON file had them. */
        source: z.record(z.string(), z.unknown()),
        changedAt: moment,
      }),
      refusals: ["decisions.no_such_decision", "decisions.not_in_team"],
    },
    serveGoal: {
      method: "POST",
      path: "/workspaces/{workspace}/decisions/{decision}/goal",
      summary: "Say which goal of the team a decision serves, or that it serves none",
      who: "member",
      input: z.object({ workspace, decision, goal: z.uuid().nullable() }),
      output: z.object({}),
      refusals: [
        "decisions.no_such_decision",
        "decisions.not_in_team",
        "decisions.observers_look",
        "decisions.no_such_goal",
      ],
    },
    serving: {
      method: "GET",
      path: "/workspaces/{workspace}/goals/{goal}/decisions",
      summary: "The decisions that serve a goal, the latest first",
      who: "member",
      input: z.object({
        workspace,
        goal: z.uuid(),
        offset: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(100).default(20),
      }),
      output: z.object({
        total: z.number().int(),
        decisions: z.array(
          z.object({
            id: decision,
            team,
            ref: z.string(),
            title: z.string(),
            decidedOn: day.nullable(),
            outcome: outcome.nullable(),
          }),
        ),
      }),
      refusals: ["decisions.no_such_goal", "decisions.not_in_team"],
    },
  },
  {
    not_in_team: 403,
    no_such_decision: 404,
    no_such_goal: 404,
    observers_look: 403,
    cost_needed: 400,
    day_is_past: 400,
    door_needed: 400,
    due_too_late: 400,
    due_too_soon: 400,
    effect_needed: 400,
    exit_needed: 400,
    experiment_needs: 400,
    goal_needed: 400,
    learned_needed: 400,
    method_not_here: 400,
    no_proposal: 400,
    not_in_the_team: 400,
    nothing_changed: 400,
    read_them_first: 400,
    reason_needed: 400,
    reasons_needed: 400,
    stance_not_here: 400,
    why_needed: 400,
    lead_asks_afterwards: 403,
    lead_comes_last: 403,
    lead_decides: 403,
    lead_speaks_last: 403,
    lead_takes_up: 403,
    no_lead_here: 403,
    no_overruling_here: 403,
    no_voice_here: 403,
    not_yours_to_change: 403,
    not_yours_to_decide: 403,
    not_yours_to_review: 403,
    not_yours_to_withdraw: 403,
    observers_look_on: 403,
    only_the_lead: 403,
    only_who_raised: 403,
    only_who_spoke: 403,
    owner_decides: 403,
    owner_takes_up: 403,
    round_decides: 403,
    together_here: 403,
    no_such_area: 404,
    no_such_objection: 404,
    no_such_remark: 404,
    no_such_round: 404,
    already_yours: 409,
    ask_them_first: 409,
    changed_meanwhile: 409,
    decided_already: 409,
    hear_first: 409,
    lead_may_still_speak: 409,
    new_version_instead: 409,
    no_round_here: 409,
    no_sum_up: 409,
    nobody_holds_it: 409,
    not_a_note: 409,
    not_in_this_phase: 409,
    not_made_here: 409,
    objection_ended: 409,
    objection_stands: 409,
    round_carried: 409,
    round_dropped: 409,
    round_is_open: 409,
    round_said_nothing: 409,
    spoken_already: 409,
    stepped_in_already: 409,
    still_sealed: 409,
    sum_up_first: 409,
    take_it_up_first: 409,
    theirs_already: 409,
    window_over: 409,
    yours_already: 409,
  },
);

/** Kinds of notice this room gives; each has a sentence under `notice` and a name under `notice_kind` in its words. */
export const decisionsNotices = [
  "decisions.proposed",
  "decisions.voice_asked",
  "decisions.voice_reminder",
  "decisions.extended",
  "decisions.opened",
  "decisions.lead_voice_asked",
  "decisions.ready",
  "decisions.new_version",
  "decisions.objection_raised",
  "decisions.objection_ended",
  "decisions.question",
  "decisions.answered",
  "decisions.summed_up",
  "decisions.decided",
  "decisions.told",
  "decisions.waits",
  "decisions.wait_over",
  "decisions.withdrawn",
  "decisions.handed_over",
  "decisions.stepped_in",
  "decisions.stalled",
  "decisions.stalled_lead",
  "decisions.review_due",
  "decisions.reviewed",
] as const;
