import type { Level } from "../areas/rules.ts";
import type { Role, WhyNot } from "../people/rules.ts";
import { type Method, methodRules } from "./method-rules.ts";
import { processAt } from "./process-rules.ts";

/** How far a decision has come. */
export const phases = ["shaping", "sealed", "opened", "decided", "reviewed", "withdrawn", "waiting"] as const;
export type Phase = (typeof phases)[number];
/** A full record; a one-line note of what was settled; a try with a stop rule and an end date. */
export const shapes = ["decision", "note", "experiment"] as const;
export type Shape = (typeof shapes)[number];

const no = (code: string, params?: Record<string, string | number>): WhyNot => ({
  code: `decisions.${code}`,
  ...(params ? { params } : {}),
});

/** What somebody is to a decision. */
export type DecidingStand = {
  role: Role | null;
  /** I proposed it. */
  proposed: boolean;
  /** I took it up, or stepped in on it: I decide at 1–3 and 5–7, and look after the round at 4. */
  holds: boolean;
  /** I own its area; or am its deputy while nobody owns it; or it was handed to me. */
  owns: boolean;
  /** Somebody owns its area who has joined. */
  owned: boolean;
  /** Its area, where it has one. */
  inArea: boolean;
  /** I am the lead of a step-in on it, or on its area, that is in force. */
  steppedIn: boolean;
};

/** A decision as far as these rules look at it. */
export type DecidingState = {
  phase: Phase;
  shape: Shape;
  /** At which it is decided: frozen, or as it would be if it opened now; with a step-in on it. */
  level: Level;
  /** Whether somebody took it up. */
  taken: boolean;
  /** Its latest round, where it had one; of this version of the proposal or not. */
  round: {
    method: Method;
    opened: boolean;
    dropped: boolean;
    /** On the version of the proposal that stands now. */
    current: boolean;
    /** The leads' window is open still, and one of them has not spoken. */
    leadsToSpeak: boolean;
    verdict: "carried" | "not_carried" | "open";
    exit: string | null;
  } | null;
  /** Guardrails name people to be asked first, apart from whoever decides. */
  asks: boolean;
  summedUp: boolean;
};

/**
 * The level at which something is decided, from what is frozen or worked out, what was handed over and what is on loan.
 * @param base the frozen level; or the effective one while it is shaped
 * @param handed to which level a lead handed it over; it only raises, and never from 5 or more
 * @param loan the level of a step-in on the decision that is in force; it only lowers
 */
export function levelWith(base: number, handed: number | null, loan: number | null): Level {
  const raised = handed !== null && base < handed ? handed : base;
  return (loan !== null && loan < raised ? loan : raised) as Level;
}

/** Why somebody may not propose or say anything: whoever looks on has no voice. */
export function whyNotTakePart(role: Role | null): WhyNot {
  if (role === null) return no("not_in_team");
  return role === "observer" ? no("observers_look_on") : null;
}

/** Why somebody may not propose in a team: whoever looks on has no voice, and a closed team decides nothing any more. */
export function whyNotPropose(role: Role | null, closed: boolean): WhyNot {
  return closed ? { code: "people.team_closed" } : whyNotTakePart(role);
}

/** Whether I am who decides here, or looks after the round at level 4. */
export function mayDecideHere(level: Level, stand: DecidingStand): boolean {
  const { takesUp } = processAt(level);
  if (takesUp === "lead") return stand.role === "lead";
  if (takesUp === "owner") return stand.owns;
  return stand.owned ? stand.owns : stand.proposed || stand.holds;
}

/** Why somebody may not take a decision up. */
export function whyNotTakeUp(state: DecidingState, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (!["shaping", "opened"].includes(state.phase)) return no("not_in_this_phase");
  if (mayDecideHere(state.level, stand)) return stand.holds ? no("already_yours") : null;
  const { takesUp } = processAt(state.level);
  if (takesUp === "lead") return no("lead_takes_up");
  return stand.owned ? no("owner_takes_up") : no("nobody_holds_it");
}

/** Why somebody may not change what is proposed. Once a round has begun, a change is a new version. */
export function whyNotChange(state: DecidingState, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (!stand.proposed && !stand.holds) return no("not_yours_to_change");
  if (state.phase === "shaping") return null;
  return no(state.phase === "opened" ? "new_version_instead" : "not_in_this_phase");
}

/** Why somebody may not begin a round. */
export function whyNotBegin(state: DecidingState, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (state.phase !== "shaping") return no("not_in_this_phase");
  if (!stand.holds || !mayDecideHere(state.level, stand)) return whyNotTakeUp(state, stand) ?? no("take_it_up_first");
  const { round, hears } = processAt(state.level);
  return round || state.asks || hears === "chosen" ? null : no("no_round_here");
}

/** Why somebody may not write a new version after voices were heard. */
export function whyNotNewVersion(state: DecidingState, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (state.phase !== "opened") return no("not_in_this_phase");
  return stand.holds || stand.proposed ? null : no("not_yours_to_change");
}

/** What may be said beside a decision. */
export type RemarkKind = "comment" | "question" | "fact";
export const remarkKinds = ["comment", "question", "fact"] as const;

/**
 * Why somebody may not say something beside a decision. A lead who does not decide gives facts and asks questions only, until it
 * is decided: their opinion comes last, in the round. At 6 they may ask afterwards; at 7 they have no part.
 */
export function whyNotRemark(
  state: Pick<DecidingState, "phase" | "level" | "shape">,
  stand: DecidingStand,
  kind: RemarkKind,
): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (stand.role !== "lead" || stand.owns || processAt(state.level).decides === "lead") return null;
  const settled = state.phase === "decided" || state.phase === "reviewed";
  if (state.level === 7) return no("no_lead_here");
  if (state.level === 6) return settled && kind === "question" ? null : no("lead_asks_afterwards");
  return settled || kind !== "comment" ? null : no("lead_speaks_last");
}

/**
 * Why somebody may not decide. At 5 and more nobody but the owner can, except by a step-in, which brings the level down; at 4 the
 * round decides, and whoever looks after it only writes down what it says.
 * @param outcome what they would decide
 */
export function whyNotDecide(
  state: DecidingState,
  stand: DecidingStand,
  outcome: "accepted" | "rejected" = "accepted",
): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (!["shaping", "sealed", "opened", "waiting"].includes(state.phase)) return no("not_in_this_phase");
  const { level, round } = state;
  const process = processAt(level);
  if (!mayDecideHere(level, stand)) {
    if (process.decides === "lead") return no("lead_decides");
    return process.decides === "round" ? no("round_decides") : no("owner_decides");
  }
  // a step-in to 1 or 2 waits for nobody: that is what it is for, and why it needs a reason and an end
  const needed = process.round || (state.asks && !stand.steppedIn);
  const heard = round?.current && round.opened;
  if (state.phase === "sealed" && (needed || !stand.steppedIn)) return no("still_sealed");
  if (needed && !heard) return no("hear_first");
  if (process.decides === "round" && round?.leadsToSpeak) return no("lead_may_still_speak");
  if (process.sumUp && !state.summedUp) return no("sum_up_first");
  if (heard && methodRules[round.method].binding && process.decides !== "lead") {
    if (round.verdict === "carried" && outcome !== "accepted") return no("round_carried");
    if (round.verdict === "not_carried" && outcome === "accepted") return no("objection_stands");
    if (round.verdict === "open" && process.decides === "round" && outcome === "accepted")
      return no("round_said_nothing");
  }
  return null;
}

/** Why somebody may not agree to wait; at every level whoever decides may, and at 4 whoever looks after it. */
export function whyNotWait(state: DecidingState, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (!["shaping", "opened"].includes(state.phase)) return no("not_in_this_phase");
  return mayDecideHere(state.level, stand) ? null : no("not_yours_to_decide");
}

/** Why somebody may not withdraw a decision: whoever proposed it may, and whoever holds it, until it is decided; a note for a day. */
export function whyNotWithdraw(state: DecidingState, stand: DecidingStand, noteIsFresh: boolean): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (!stand.proposed && !stand.holds) return no("not_yours_to_withdraw");
  if (state.phase === "withdrawn" || state.phase === "reviewed") return no("not_in_this_phase");
  if (state.phase === "decided") return state.shape === "note" && noteIsFresh ? null : no("decided_already");
  return null;
}

/** Why somebody may not write "we decided". Alone it needs whoever decides there; what a meeting settled, a level of 4 or more. */
export function whyNotNote(level: Level, stand: DecidingStand, how: "alone" | "together"): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (level <= 3) return stand.role === "lead" ? null : no("lead_decides");
  if (how === "together") return null;
  if (level === 4) return no("together_here");
  return stand.owns ? null : no("owner_decides");
}

/** Why somebody may not hand a live decision over. Only leads do, and only what is theirs: levels 1 to 3. */
export function whyNotHandOver(state: DecidingState, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (stand.role !== "lead") return no("only_the_lead");
  if (!["shaping", "opened", "waiting"].includes(state.phase)) return no("not_in_this_phase");
  return processAt(state.level).decides === "lead" ? null : no("theirs_already");
}

/** Why somebody may not step in on a decision: a lead who does not decide it, until it is decided. */
export function whyNotStepIn(state: DecidingState, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (stand.role !== "lead") return no("only_the_lead");
  if (["decided", "reviewed", "withdrawn"].includes(state.phase)) return no("not_in_this_phase");
  if (stand.steppedIn) return no("stepped_in_already");
  return processAt(state.level).decides === "lead" ? no("yours_already") : null;
}

/** Why somebody may not review: whoever decides, holds or proposed it may, once it is decided. */
export function whyNotReview(state: DecidingState, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (state.phase !== "decided" && state.phase !== "reviewed") return no("not_in_this_phase");
  return stand.proposed || stand.holds || mayDecideHere(state.level, stand) ? null : no("not_yours_to_review");
}
