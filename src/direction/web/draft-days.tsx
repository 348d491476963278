import { Button } from "../../ui/button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { Field } from "../../ui/field.tsx";
import { daysAfter, daysBetween, monthsAfter } from "./calendar.ts";
import { say } from "./direction-words.ts";
import type { DraftParts } from "./kept-draft.ts";

const spans = [3, 6, 12] as const;

/**
 * Until when an intent holds, and when to look at it again. Naming the last day proposes the other one, halfway there.
 * @param today the day it is; neither lies before tomorrow
 */
export function DraftDays({
  until,
  review,
  today,
  change,
}: {
  until: string;
  review: string;
  today: string;
  change: (patch: Partial<DraftParts>) => void;
}) {
  const tomorrow = daysAfter(today, 1);
  const setUntil = (day: string) => {
    const ahead = day ? daysBetween(today, day) : 0;
    const halfway = ahead > 1 ? daysAfter(today, Math.max(1, Math.round(ahead / 2))) : day;
    change({ until: day, ...(review && review <= day ? {} : { review: halfway }) });
  };
  return (
    <fieldset>
      <legend className="serif mb-2 text-lg">{say("web.draft.until_title")}</legend>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <Field label={say("web.draft.until")}>
          <DateInput value={until} min={tomorrow} onValue={setUntil} />
          <div className="flex flex-wrap gap-1.5">
            {spans.map((months) => (
              <Button key={months} size="sm" onClick={() => setUntil(monthsAfter(today, months))}>
                {say("web.draft.months", { n: months })}
              </Button>
            ))}
          </div>
        </Field>
        <Field label={say("web.draft.review")} hint={say("web.draft.review_hint")}>
          <DateInput
            value={review}
            min={tomorrow}
            max={until || undefined}
            onValue={(day) => change({ review: day })}
          />
        </Field>
      </div>
    </fieldset>
  );
}
