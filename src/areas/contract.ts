import { room } from "../foundation/contract.ts";
import { areaOperations } from "./area-contract.ts";
import { groundOperations } from "./ground-contract.ts";
import { proposalOperations } from "./proposal-contract.ts";

/** Areas: what may be decided without asking, by whom, and within which guardrails. The board that governs. */
export const areas = room(
  "areas",
  { ...areaOperations, ...proposalOperations, ...groundOperations },
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
] as const;
