const dayMs = 86_400_000;

/**
 * The day it is somewhere: `2026-11-24`.
 * @param now milliseconds since 1970
 * @param timeZone an IANA zone
 */
export function todayIn(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(new Date(now));
  const of = (type: string) => parts.find((part) => part.type === type)!.value;
  return `${of("year")}-${of("month")}-${of("day")}`;
}

/** How many days one day lies after another; negative where it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / dayMs);
}

/** A day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day of a later month, or that month's last. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * A day seen from today, as people say it: “tomorrow”, “in 3 weeks”, “2 months ago”.
 * @param day the day
 * @param today the day it is
 * @param locale the reader's language
 */
export function dayFromToday(day: string, today: string, locale: string): string {
  const days = daysBetween(today, day);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const far = Math.abs(days);
  if (far < 14) return words.format(days, "day");
  if (far < 60) return words.format(Math.round(days / 7), "week");
  if (far < 540) return words.format(Math.round(days / 30.44), "month");
  return words.format(Math.round(days / 365.25), "year");
}
