import { room } from "../foundation/contract.ts";
import { agreementOperations } from "./agreement-contract.ts";
import { goalOperations } from "./goal-contract.ts";
import { intentOperations } from "./intent-contract.ts";

/**
 * Direction: what a team is for (intent and back-briefs), what it wants to reach (goals), and what lead and team promise
 * each other (the team agreement).
 */
export const direction = room(
  "direction",
  { ...intentOperations, ...goalOperations, ...agreementOperations },
  {
    not_in_team: 403,
    observers_read: 403,
    only_the_lead: 403,
    only_the_owner: 403,
    no_such_intent: 404,
    too_many_words: 400,
    say_all_of_it: 400,
    in_the_past: 400,
    no_such_line: 404,
    no_draft: 404,
    own_intent: 409,
    not_asked: 403,
    back_brief_given: 409,
    back_brief_late: 409,
    no_such_back_brief: 404,
    only_the_author: 403,
    no_such_goal: 404,
    goal_ended: 409,
    goal_open: 409,
    serves_itself: 409,
    number_needed: 400,
    not_a_member: 400,
    no_such_agreement: 404,
    agreement_settled: 409,
    yes_said: 409,
  },
);

/** Kinds of notice this room gives; each has a sentence under `notice` and a name under `notice_kind` in its words. */
export const directionNotices = [
  "direction.intent_published",
  "direction.back_brief_given",
  "direction.back_brief_judged",
  "direction.intent_review_due",
  "direction.goal_given",
  "direction.goal_ended",
  "direction.agreement_proposed",
  "direction.agreement_in_force",
] as const;
