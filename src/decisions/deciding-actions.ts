import { choiceActions } from "./choice-actions.ts";
import { currentActions } from "./current-actions.ts";
import { draftActions } from "./draft-actions.ts";
import { noteActions } from "./note-actions.ts";
import { remarkActions } from "./remark-actions.ts";
import { seenActions } from "./seen-actions.ts";
import type { DecisionActions } from "./shared-actions.ts";
import { withdrawActions } from "./withdraw-actions.ts";

/** A decision's shaping and life. */
export const decidingActions: DecisionActions<
  | "current"
  | "weigh"
  | "choicesForDraft"
  | "propose"
  | "change"
  | "takeUp"
  | "remark"
  | "takeBackRemark"
  | "note"
  | "grow"
  | "withdraw"
  | "deciding"
  | "waiting"
> = {
  ...currentActions,
  ...draftActions,
  ...noteActions,
  ...remarkActions,
  ...seenActions,
  ...choiceActions,
  ...withdrawActions,
};
