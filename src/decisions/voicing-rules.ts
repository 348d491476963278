import type { WhyNot } from "../people/rules.ts";
import { type DecidingStand, type DecidingState, mayDecideHere, whyNotTakePart } from "./deciding-rules.ts";

const no = (code: string): WhyNot => ({ code: `decisions.${code}` });

/** A round as far as whoever wants to speak in it is concerned. */
export type Speaking = {
  opened: boolean;
  dropped: boolean;
  /** As what I may speak: at once, or when the others' voices are open. Null: not asked. */
  part: "voice" | "lead" | null;
  /** I have given my voice. */
  spoke: boolean;
  /** The window in which the leads' voices, which come last, may be given is over; or no lead has one. */
  windowOver: boolean;
};

/**
 * Why somebody may not give their voice in a round, or change it. Whoever speaks first may change it until the round opens and
 * never after: others have been read. A lead speaks once, after the others.
 */
export function whyNotSpeak({ opened, dropped, part, spoke, windowOver }: Speaking): WhyNot {
  if (part === null) return no("no_voice_here");
  if (dropped) return no("round_dropped");
  if (part === "voice") return opened ? no("round_is_open") : null;
  if (!opened) return no("lead_comes_last");
  if (spoke) return no("spoken_already");
  return windowOver ? no("window_over") : null;
}

/** Why somebody may not let a one-line note grow into a full record: whoever wrote it may. */
export function whyNotGrow(state: Pick<DecidingState, "phase" | "shape">, stand: DecidingStand): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (state.shape !== "note" || state.phase !== "decided") return no("not_a_note");
  return stand.proposed || stand.holds ? null : no("not_yours_to_change");
}

/** An objection or a concern as far as ending it is concerned. */
export type Raised = { kind: "objection" | "concern"; ended: boolean; mine: boolean };

const canEnd = (state: Pick<DecidingState, "phase">) => state.phase === "opened" || state.phase === "shaping";

/** Why somebody may not withdraw an objection or a concern: only whoever raised it may. */
export function whyNotWithdrawObjection(state: Pick<DecidingState, "phase">, one: Raised): WhyNot {
  if (one.ended) return no("objection_ended");
  if (!one.mine) return no("only_who_raised");
  return canEnd(state) ? null : no("not_in_this_phase");
}

/**
 * Why somebody may not overrule an objection: only whoever decides or looks after the round may, and only where that exit was
 * named before the round began. Concerns bind nobody, so there is nothing to overrule.
 */
export function whyNotOverrule(state: DecidingState, stand: DecidingStand, one: Raised): WhyNot {
  const out = whyNotTakePart(stand.role);
  if (out) return out;
  if (one.ended) return no("objection_ended");
  if (state.phase !== "opened") return no("not_in_this_phase");
  const named = one.kind === "objection" && state.round?.exit === "holder_decides";
  return named && stand.holds && mayDecideHere(state.level, stand) ? null : no("no_overruling_here");
}
