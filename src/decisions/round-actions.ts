import { beginActions } from "./begin-actions.ts";
import { objectionActions } from "./objection-actions.ts";
import type { DecisionActions } from "./shared-actions.ts";
import { versionActions } from "./version-actions.ts";
import { voiceActions } from "./voice-actions.ts";

/** Rounds: begun, spoken in, opened for all at once; versions; objections. */
export const roundActions: DecisionActions<
  "beginRound" | "voice" | "voices" | "newVersion" | "versions" | "endObjection"
> = {
  ...beginActions,
  ...voiceActions,
  ...versionActions,
  ...objectionActions,
};
