import type { Stance } from "../method-rules.ts";
import type { Round } from "./decisions-client.ts";

/** A voice as it is handed in. */
export type GivenVoice = { round: string; stance: Stance; reason: string };

type Shown = { rounds: readonly Pick<Round, "id" | "mine" | "openedAt" | "spoken">[] };

/**
 * The page with my voice in its round. A first one is counted while the round is sealed; what it says stays mine to see.
 * @param at the moment it was given, ISO
 */
export function withVoice<V extends Shown>(view: V, { round, stance, reason }: GivenVoice, at: string): V {
  return {
    ...view,
    rounds: view.rounds.map((one) =>
      one.id === round
        ? { ...one, mine: { stance, reason, at }, spoken: one.spoken + (one.mine || one.openedAt ? 0 : 1) }
        : one,
    ),
  };
}
