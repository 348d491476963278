import type { Actions } from "../foundation/run.ts";
import { agreementActions } from "./agreement-actions.ts";
import type { direction } from "./contract.ts";
import { goalActions } from "./goal-actions.ts";
import { intentActions } from "./intent-actions.ts";
import { waitingActions } from "./waiting-actions.ts";

/** The actions of `direction`. */
export const directionActions: Actions<typeof direction> = {
  ...intentActions,
  ...waitingActions,
  ...goalActions,
  ...agreementActions,
};
