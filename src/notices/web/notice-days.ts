import { dayIn } from "../../foundation/clock.ts";

/**
 * Puts things under the day on which they were, keeping their order.
 * @param list the latest first
 * @param timeZone the reader's
 * @returns each day as an ISO date, with what was on it
 */
export function byDay<T extends { at: string }>(list: readonly T[], timeZone: string): { day: string; items: T[] }[] {
  const days: { day: string; items: T[] }[] = [];
  for (const item of list) {
    const day = dayIn(new Date(item.at), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

/**
 * A day as people say it: “today”, “yesterday”, else in full.
 * @param day an ISO date
 * @param today the reader's
 */
export function dayName(day: string, today: string, locale: string): string {
  const away = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const date = new Date(`${day}T00:00Z`);
  if (away === 0 || away === -1) {
    const word = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(away, "day");
    return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
  }
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(date);
}
