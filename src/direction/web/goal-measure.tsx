import { useReader } from "../../people/web/place.tsx";
import { classes } from "../../ui/classes.ts";
import type { Measure } from "./direction-client.ts";
import { numberText, say } from "./direction-words.ts";
import { measured, partOfTheWay } from "./goal-words.ts";

/** How it is known that a goal is reached, and how far it has come: start, now, target. */
export function GoalMeasure({ measure, value }: { measure: Measure; value: number | null }) {
  const { locale } = useReader();
  if (measure.kind === "done") return <span className="text-sm text-ink-2">{say("web.goal.done_or_not")}</span>;
  const part = partOfTheWay(measure, value);
  return (
    <div className="min-w-0 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 text-ink-2">
          <bdi>{measure.name}</bdi>
        </span>
        <span className="shrink-0 font-semibold tabular-nums">
          {value === null ? (
            <span className="font-normal text-ink-2">{say("web.goal.no_value")}</span>
          ) : (
            measured(measure, value, locale)
          )}
        </span>
      </div>
      <span
        aria-hidden="true"
        className="mt-1.5 block h-1.5 overflow-hidden rounded-full bg-neutral-soft forced-colors:border"
      >
        <span
          className="block h-full rounded-full bg-pasture forced-colors:bg-[Highlight]"
          style={{ width: `${(part ?? 0) * 100}%` }}
        />
      </span>
      <div className="mt-1 flex justify-between gap-3 text-xs text-ink-2 tabular-nums">
        <span>{say("web.goal.from", { amount: measured(measure, measure.start, locale) })}</span>
        <span>{say("web.goal.to", { amount: measured(measure, measure.target, locale) })}</span>
      </div>
    </div>
  );
}

const mostSure = 10;

/**
 * How sure a goal's owner was last, as a number and ten strokes.
 * @param value 0–10; null where nobody said yet
 */
export function ConfidenceMark({ value }: { value: number | null }) {
  const { locale } = useReader();
  if (value === null) return <span className="text-sm text-ink-2">{say("web.goal.not_said")}</span>;
  return (
    <div className="text-sm">
      <div className="text-ink-2">
        {say("web.goal.sure")} <span className="font-semibold text-ink tabular-nums">{numberText(value, locale)}</span>
        <span className="sr-only"> {say("web.goal.of_ten")}</span>
      </div>
      <span aria-hidden="true" className="mt-1.5 flex gap-0.5">
        {Array.from({ length: mostSure }, (_, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is its place
            key={place}
            className={classes(
              "h-2.5 w-1.5 rounded-[2px] forced-colors:border",
              place < value ? "bg-sky forced-colors:bg-[Highlight]" : "bg-neutral-soft",
            )}
          />
        ))}
      </span>
    </div>
  );
}
