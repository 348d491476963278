import { todayIn } from "../../direction/web/calendar.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { dayInYear } from "./day-words.ts";

/** How the day of a moment is said to the reader: where they are, with its year where it is far. */
export function useLoanDay(): (moment: string) => string {
  const { locale, timeZone } = useReader();
  const today = useToday();
  return (moment) => dayInYear(todayIn(timeZone, Date.parse(moment)), today, locale);
}

/** Rooms that tell of step-ins as well, so that their screens read again. */
export const alsoTold = { alsoChanges: ["home", "notices", "decisions"] } as const;
