import { useReader } from "../../people/web/place.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { Tooltip } from "../../ui/tooltip.tsx";
import { dayFromToday, todayIn } from "./calendar.ts";

/** The day it is for the reader. */
export function useToday(): string {
  const { timeZone } = useReader();
  return todayIn(timeZone, Date.now());
}

/** A day in full: `24 November 2026`. */
export function DayText({ day }: { day: string }) {
  const { locale } = useReader();
  return <time dateTime={day}>{exactTime(day, locale, "UTC")}</time>;
}

/** A day seen from today; in full on hover and focus. */
export function DayAway({ day }: { day: string }) {
  const { locale } = useReader();
  const today = useToday();
  return (
    <Tooltip content={exactTime(day, locale, "UTC")}>
      <time dateTime={day} className="whitespace-nowrap">
        {dayFromToday(day, today, locale)}
      </time>
    </Tooltip>
  );
}
