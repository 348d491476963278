import { ArrowLeft, ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { type StartStep, say, startSteps } from "./start-words.ts";

/** Going from one step of the guided start to another. */
export type Way = { step: StartStep; go: (step: StartStep) => void };

function neighbour(step: StartStep, by: 1 | -1): StartStep | undefined {
  return startSteps[startSteps.indexOf(step) + by];
}

/** The step after this one. */
export function after(step: StartStep): StartStep {
  return neighbour(step, 1) ?? step;
}

/**
 * The foot of a step: back, later, and what it is about.
 * @param children the step's own button; without one the way on is the button
 */
export function StepFoot({ way, children }: { way: Way; children?: ReactNode }) {
  const back = neighbour(way.step, -1);
  const next = neighbour(way.step, 1);
  return (
    <div className="mt-7 flex flex-wrap items-center gap-2.5 border-t border-line pt-5">
      {back && (
        <Button
          look="quiet"
          icon={<ArrowLeft aria-hidden="true" size={17} className="rtl:-scale-x-100" />}
          onClick={() => way.go(back)}
        >
          {say("start.back")}
        </Button>
      )}
      <span className="flex-1" />
      {next && children && (
        <Button look="quiet" onClick={() => way.go(next)}>
          {say("start.later")}
        </Button>
      )}
      {children ?? (next && <NextButton onClick={() => way.go(next)} />)}
    </div>
  );
}

/** The way on. */
function NextButton({ onClick }: { onClick: () => void }) {
  return (
    <Button look="primary" size="lg" onClick={onClick}>
      {say("start.next")}
      <ArrowRight aria-hidden="true" size={18} className="rtl:-scale-x-100" />
    </Button>
  );
}
