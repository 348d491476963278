import { dayIn } from "../foundation/clock.ts";

const dayMs = 86_400_000;

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The moment so many days before another. */
export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * dayMs);
}

/**
 * The last millisecond of a day in a zone, whatever its clocks do on that day.
 * @param day an ISO date
 * @param timeZone an IANA zone
 */
export function endOfDay(day: string, timeZone: string): Date {
  const noon = Date.parse(`${day}T12:00:00Z`);
  // zones lie between −12 and +14 hours, so the day has begun at the first and is over at the second
  let within = noon - 1.1 * dayMs;
  let over = noon + 1.1 * dayMs;
  while (over - within > 1) {
    const middle = Math.floor((within + over) / 2);
    if (dayIn(new Date(middle), timeZone) > day) over = middle;
    else within = middle;
  }
  return new Date(within);
}
