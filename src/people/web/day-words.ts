/**
 * The day of a moment, as it was where the reader is: `24 Nov 2026`.
 * @param moment an ISO moment
 * @param reader their language and time zone
 */
export function dayOf(moment: string, { locale, timeZone }: { locale: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(new Date(moment));
}

/**
 * The days between two moments, as they were where the reader is: `20 Jul – 24 Nov 2026`; one day where both fall on it.
 * @param from an ISO moment
 * @param until an ISO moment, not before it
 */
export function daysOf(
  from: string,
  until: string,
  { locale, timeZone }: { locale: string; timeZone: string },
): string {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  return days.formatRange(new Date(from), new Date(until));
}
