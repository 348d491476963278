import type { Phase } from "../deciding-rules.ts";
import type { DecidingView } from "./decisions-client.ts";

/** One step of a decision's life: behind it, where it stands, or still ahead. */
export type PhaseStep = {
  key: Phase | "noted";
  state: "done" | "now" | "ahead";
  /** The day it happened or is to happen, where that says something. */
  day: string | null;
};

type Shown = Pick<DecidingView, "phase" | "shape" | "waitUntil" | "endsOn"> & {
  ahead: Pick<DecidingView["ahead"], "round">;
  rounds: readonly Pick<DecidingView["rounds"][number], "version" | "openedAt" | "droppedAt">[];
  decided: { review: string | null } | null;
  reviews: readonly { at: string }[];
};

/**
 * The steps of a decision, the ones that there are: no round where none is held, an end where it was withdrawn, a pause
 * where it waits.
 */
export function phaseSteps(view: Shown): PhaseStep[] {
  const review = view.decided?.review ?? (view.shape === "experiment" ? view.endsOn : null);
  const reviewed = view.reviews.at(-1)?.at ?? null;
  const { phase } = view;
  const step = (key: PhaseStep["key"], state: PhaseStep["state"], day: string | null = null) => ({ key, state, day });
  const last = (state: PhaseStep["state"]) => step("reviewed", state, state === "ahead" ? review : reviewed);

  if (view.shape === "note") {
    if (phase === "withdrawn") return [step("noted", "done"), step("withdrawn", "now")];
    const looked = phase === "reviewed";
    const steps = [step("noted", looked ? "done" : "now")];
    return looked || review ? [...steps, last(looked ? "now" : "ahead")] : steps;
  }

  const latest = view.rounds[0];
  const settled = phase === "decided" || phase === "reviewed";
  const held = latest !== undefined && phase !== "shaping";
  const opened = held && latest.openedAt !== null;
  if (phase === "withdrawn" || phase === "waiting") {
    const behind = [step("shaping", "done")];
    if (held) behind.push(step("sealed", "done"));
    if (opened) behind.push(step("opened", "done"));
    const here = step(phase, "now", phase === "waiting" ? view.waitUntil : null);
    return phase === "withdrawn" ? [...behind, here] : [...behind, here, step("decided", "ahead"), last("ahead")];
  }
  const withRound = settled ? opened : held || view.ahead.round;
  const order: Phase[] = withRound
    ? ["shaping", "sealed", "opened", "decided", "reviewed"]
    : ["shaping", "decided", "reviewed"];
  const here = order.indexOf(phase);
  return order.map((key, place) => {
    const state = place < here ? "done" : place === here ? "now" : "ahead";
    return key === "reviewed" ? last(state) : step(key, state);
  });
}
