import { Check } from "lucide-react";
import { classes } from "../../ui/classes.ts";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { type StartStep, say, startSteps } from "./start-words.ts";

/**
 * Where in the guided start one is, and the way to every other step of it.
 * @param done the steps of which there is something already
 */
export function StartTrail({
  step,
  done,
  go,
}: {
  step: StartStep;
  done: ReadonlySet<StartStep>;
  go: (step: StartStep) => void;
}) {
  return (
    <nav aria-label={say("start.trail")} className="mb-7">
      <ol className="grid grid-cols-5 gap-1.5">
        {startSteps.map((one, at) => {
          const here = one === step;
          return (
            <li key={one}>
              <button
                type="button"
                aria-current={here ? "step" : undefined}
                onClick={() => go(one)}
                className={classes(
                  "flex min-h-11 w-full items-start gap-1.5 border-t-3 pt-2 text-start text-sm font-semibold transition-colors hover:text-ink",
                  here
                    ? "border-brass text-ink"
                    : done.has(one)
                      ? "border-pasture text-ink-2"
                      : "border-line-2 text-ink-2",
                )}
              >
                {done.has(one) && !here ? (
                  <Check aria-hidden="true" size={15} className="mt-0.5 shrink-0 text-pasture-ink" />
                ) : (
                  <span aria-hidden="true" className="tabular-nums">
                    {at + 1}
                  </span>
                )}
                <span className="sr-only sm:not-sr-only">{say(`start.${one}.short`)}</span>
                {done.has(one) && <VisuallyHidden>{say("start.is_done")}</VisuallyHidden>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
