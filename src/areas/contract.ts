import { room } from "../foundation/contract.ts";
import { areaOperations } from "./area-contract.ts";
import { groundOperations } from "./ground-contract.ts";
import { proposalOperations } from "./proposal-contract.ts";
import { stepInOperations } from "./step-in-contract.ts";

/** Areas: what may be decided without asking, by whom, and within which guardrails. The board that governs. */
export const areas = room(
  "areas",
  { ...areaOperations, ...proposalOperations, ...groundOperations, ...stepInOperations },
  {
    not_in_team: 403,
    only_the_lead: 403,
    only_the_owner: 403,
    not_yours_to_write: 403,
    no_such_area: 404,
    area_closed: 409,
    too_many_areas: 409,
    not_in_the_team: 400,
    has_another_part: 409,
    changed_meanwhile: 409,
    nothing_changed: 400,
    no_such_goal: 400,
    no_such_line: 400,
    no_such_proposal: 404,
    proposal_ended: 409,
    not_your_yes: 403,
    already_proposed: 409,
    level_is_that: 409,
    no_such_step_in: 404,
    stepped_in_already: 409,
    own_area: 409,
    loan_too_long: 400,
    loan_ends_past: 400,
    loan_level_not_lower: 400,
    loan_over: 409,
    loan_not_over: 409,
    only_who_stepped_in: 403,
    nobody_to_say_yes: 409,
    no_extension: 409,
    reviewed_already: 409,
  },
);

/** Kinds of notice this room gives; each has a sentence under `notice` and a name under `notice_kind` in its words. */
export const areasNotices = [
  "areas.change_proposed",
  "areas.change_answered",
  "areas.card_changed",
  "areas.handed_over",
  "areas.gap",
  "areas.review_due",
  "areas.trial_ending",
  "areas.trial_ended",
  "areas.stepped_in",
  "areas.step_in_ending",
  "areas.handed_back",
  "areas.extension_asked",
  "areas.extension_answered",
] as const;
