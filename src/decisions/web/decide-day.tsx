import { daysAfter } from "../../direction/web/calendar.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import { Button } from "../../ui/button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { Field } from "../../ui/field.tsx";
import { say } from "./deciding-words.ts";

/**
 * A day ahead, by its date or so many days from now.
 * @param value the day, or an empty string for none
 * @param spans how many days ahead can be chosen with one press
 * @param none what is on the button that names no day; left out where one is needed
 */
export function DayAhead({
  label,
  hint,
  name,
  value,
  onValue,
  spans,
  none,
  error,
}: {
  label: string;
  hint?: string;
  name: string;
  value: string;
  onValue: (day: string) => void;
  spans: readonly number[];
  none?: string;
  error?: string | undefined;
}) {
  const today = useToday();
  return (
    <Field label={label} hint={hint} error={error}>
      <DateInput name={name} value={value} min={daysAfter(today, 1)} onValue={onValue} className="max-w-60" />
      <div className="flex flex-wrap gap-1.5">
        {spans.map((days) => (
          <Button
            key={days}
            size="sm"
            aria-pressed={value === daysAfter(today, days)}
            className="aria-pressed:border-pasture aria-pressed:bg-pasture-soft"
            onClick={() => onValue(daysAfter(today, days))}
          >
            {days % 30 === 0
              ? say("web.outcome.months", { n: days / 30 })
              : say("web.outcome.weeks", { n: Math.round(days / 7) })}
          </Button>
        ))}
        {none && (
          <Button
            size="sm"
            aria-pressed={value === ""}
            className="aria-pressed:border-pasture aria-pressed:bg-pasture-soft"
            onClick={() => onValue("")}
          >
            {none}
          </Button>
        )}
      </div>
    </Field>
  );
}
