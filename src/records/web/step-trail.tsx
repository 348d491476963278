import { Check } from "lucide-react";
import { classes } from "../../ui/classes.ts";
import { type ImportStep, importSteps } from "./import-flow.ts";
import { say } from "./record-words.ts";

/** Where in an import one is. */
export function StepTrail({ step }: { step: ImportStep }) {
  const here = importSteps.indexOf(step);
  return (
    <ol aria-label={say("web.importing.steps.label")} className="mb-6 grid grid-cols-4 gap-1.5">
      {importSteps.map((one, place) => (
        <li
          key={one}
          aria-current={one === step ? "step" : undefined}
          className={classes(
            "flex items-center gap-1.5 border-t-3 pt-2 text-sm font-semibold transition-colors",
            place < here && "border-pasture text-ink-2",
            place === here && "border-brass text-ink",
            place > here && "border-line-2 text-ink-2",
          )}
        >
          {place < here && <Check aria-hidden="true" size={14} className="shrink-0 text-pasture-ink" />}
          {say(`web.importing.steps.${one}`)}
        </li>
      ))}
    </ol>
  );
}
