/** What can need somebody, the most pressing kind first: people wait for a yes or an answer before a page is put in order. */
export const needKinds = [
  "yes_needed",
  "more_time_asked",
  "voice_asked",
  "lead_voice_asked",
  "take_up_asked",
  "agreement_to_answer",
  "back_brief_asked",
  "heard_asked",
  "decide_ready",
  "objection_stands",
  "questions_open",
  "decision_stalled",
  "wait_over",
  "say_desired",
  "gap",
  "no_owner",
  "intent_expired",
  "no_intent",
  "abdicated",
  "back_briefs_to_mark",
  "goal_overdue",
  "trial_ending",
  "review_due",
  "decision_review_due",
  "step_in_review",
  "loan_review",
  "intent_review_due",
  "say_matters",
  "orphan_goals",
] as const;
export type NeedKind = (typeof needKinds)[number];

/** Those that are about one decision. */
export const decisionNeeds = [
  "voice_asked",
  "lead_voice_asked",
  "take_up_asked",
  "heard_asked",
  "decide_ready",
  "objection_stands",
  "questions_open",
  "decision_stalled",
  "wait_over",
  "decision_review_due",
  "step_in_review",
] as const satisfies readonly NeedKind[];
export type DecisionNeed = (typeof decisionNeeds)[number];

/** Whether something that needs me is about one decision. */
export function isOfDecision(kind: NeedKind): kind is DecisionNeed {
  return (decisionNeeds as readonly NeedKind[]).includes(kind);
}

/** One thing that needs me. */
export type Need = {
  kind: NeedKind;
  team: string;
  teamName: string;
  /** The area, goal or decision it is about, where it is one. */
  subject: string | null;
  /** That thing's own words. */
  title: string | null;
  /** Who waits, where somebody does. */
  by: string | null;
  /** The level that is proposed, where one is. */
  level: number | null;
  /** How many, where it is several. */
  n: number;
  /** An ISO date: until when, or since when. */
  on: string | null;
};

/**
 * What needs me, in the order in which it is shown: kind first, then the earliest date, then by team and name, so that the
 * page is the same each time it is looked at.
 */
export function inOrder(needs: readonly Need[]): Need[] {
  const rank = new Map<NeedKind, number>(needKinds.map((kind, at) => [kind, at]));
  const key = (need: Need) => `${need.on ?? "9999-99-99"} ${need.teamName} ${need.title ?? ""} ${need.subject ?? ""}`;
  return needs.toSorted((a, b) => rank.get(a.kind)! - rank.get(b.kind)! || (key(a) < key(b) ? -1 : 1));
}
