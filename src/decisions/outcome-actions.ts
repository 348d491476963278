import { decideActions } from "./decide-actions.ts";
import { handActions } from "./hand-actions.ts";
import { reviewActions } from "./review-actions.ts";
import type { DecisionActions } from "./shared-actions.ts";
import { sumUpActions } from "./sum-up-actions.ts";

/** What becomes of a decision: summed up, decided, put off, handed over, borrowed, looked back at. */
export const outcomeActions: DecisionActions<
  "sumUp" | "sayHeard" | "decide" | "wait" | "resume" | "overToYou" | "stepIn" | "review" | "calibration"
> = { ...sumUpActions, ...decideActions, ...handActions, ...reviewActions };
