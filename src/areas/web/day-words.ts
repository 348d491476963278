import { daysBetween } from "../../direction/web/calendar.ts";

/** A day this near is known without its year. */
const near = 240;

/** A day where there is little room: “26 Jan”, with its year where it is far from today. */
export function dayInYear(day: string, today: string, locale: string): string {
  const sameYear = Math.abs(daysBetween(today, day)) < near;
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00Z`));
}

/** A day with its year: “26 Jan 2027”. */
export function shortDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));
}
