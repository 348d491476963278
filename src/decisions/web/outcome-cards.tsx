import { DecideCard } from "./decide-form.tsx";
import type { DecidingView } from "./decisions-client.ts";
import { StepInsBefore } from "./hand-loans.tsx";
import { DecidedCard } from "./outcome-decided.tsx";
import { WaitingCard, WithdrawnCard } from "./outcome-waiting.tsx";
import { Adapts, ReviewCard } from "./review-card.tsx";
import { SumUpCard } from "./sum-up-card.tsx";

/**
 * What becomes of a decision: what was heard, what was decided, whether it waits, how it turned out, and which step-ins it had.
 * Each sheet is there only where there is something to read in it or to do.
 */
export function OutcomeCards({ view }: { view: DecidingView }) {
  return (
    <>
      <WaitingCard view={view} />
      <WithdrawnCard view={view} />
      <DecidedCard view={view} />
      <ReviewCard view={view} />
      <SumUpCard view={view} />
      <DecideCard view={view} />
      <StepInsBefore view={view} />
      <Adapts view={view} />
    </>
  );
}
