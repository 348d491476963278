import { useReader } from "../../people/web/place.tsx";
import { classes } from "../../ui/classes.ts";
import { type PhaseStep, phaseSteps } from "./deciding-steps.ts";
import { say } from "./deciding-words.ts";
import type { DecidingView } from "./decisions-client.ts";

const lines: Readonly<Record<PhaseStep["state"], string>> = {
  done: "bg-pasture-fill dark:bg-pasture",
  now: "bg-[light-dark(#d5a13a,#e0b35a)]",
  ahead: "bg-line-2",
};

/** How far a decision has come, in one bar; each step says whether it is behind, here or ahead. */
export function PhaseBar({ view }: { view: DecidingView }) {
  const steps = phaseSteps(view);
  // a line that was noted has nowhere to go from there
  if (steps.length === 1) return null;
  return (
    <ol aria-label={say("web.deciding.steps")} className="mb-6 grid auto-cols-fr grid-flow-col gap-1.5">
      {steps.map((step) => (
        <li key={step.key} aria-current={step.state === "now" ? "step" : undefined} className="min-w-0">
          <div
            aria-hidden="true"
            className={classes(
              "h-1 rounded-full forced-colors:bg-[CanvasText]",
              lineOf(step),
              step.state === "ahead" && "forced-colors:opacity-30",
            )}
          />
          <p
            className={classes(
              "mt-1.5 text-xs leading-snug font-semibold sm:text-sm",
              step.state === "now" ? "text-ink" : "text-ink-2",
              step.state === "ahead" && "font-medium",
            )}
          >
            <span className="sr-only">{say(`web.deciding.step_${step.state}`)} </span>
            <StepName step={step} />
          </p>
        </li>
      ))}
    </ol>
  );
}

const settled: ReadonlySet<PhaseStep["key"]> = new Set(["noted", "decided", "reviewed"]);

function lineOf(step: PhaseStep): string {
  // withdrawing is an end, and what is decided waits for nobody
  if (step.key === "withdrawn") return "bg-ink-3";
  if (step.state === "now" && settled.has(step.key)) return lines.done;
  return lines[step.state];
}

function StepName({ step }: { step: PhaseStep }) {
  const { locale, timeZone } = useReader();
  if (!step.day) return say(`web.deciding.step.${step.key}`);
  const short = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    timeZone: step.day.length === 10 ? "UTC" : timeZone,
  }).format(new Date(step.day.length === 10 ? `${step.day}T00:00Z` : step.day));
  return (
    <>
      {say(`web.deciding.step.${step.key}`)}{" "}
      <time dateTime={step.day} className="font-normal whitespace-nowrap">
        {short}
      </time>
    </>
  );
}
