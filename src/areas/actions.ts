import type { Actions } from "../foundation/run.ts";
import { areaActions } from "./area-actions.ts";
import { boardActions } from "./board-actions.ts";
import type { areas } from "./contract.ts";
import { groundActions } from "./ground-actions.ts";
import { proposalActions } from "./proposal-actions.ts";
import { stepInActions } from "./step-in-actions.ts";

/** What the room does. */
export const areasActions: Actions<typeof areas> = {
  ...boardActions,
  ...areaActions,
  ...proposalActions,
  ...groundActions,
  ...stepInActions,
};
