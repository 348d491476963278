import { exactTime } from "../../ui/time-words.ts";
import { say } from "./record-words.ts";

/** A share of 0 to 1, as a whole number of hundredths. */
export function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** Days as a sentence has them: “1 day”, “61 days”; halves are rounded away. */
export function daysText(days: number): string {
  return say("web.days", { n: Math.round(days) });
}

/** Days as an axis has them. */
export function shortDays(days: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: "day", unitDisplay: "narrow" }).format(Math.round(days));
}

/** A plain number in the reader's digits. */
export function numberText(n: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(n);
}

/** A day as people write it; it has no zone. */
export function dayText(day: string, locale: string): string {
  return exactTime(day, locale, "UTC");
}

/** A day where there is little room: “11 Jul 2018”. */
export function shortDayText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));
}

/** Years as a stretch: “2024 to 2026”, or the one year. */
export function yearsText({ from, to }: { from: number; to: number }): string {
  return from === to ? String(from) : say("web.years", { from: String(from), to: String(to) });
}
