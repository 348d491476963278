/**
 * The day of a moment, as it was where the reader is: `24 November 2026`.
 * @param moment an ISO moment
 * @param reader their language and time zone
 */
export function dayOf(moment: string, { locale, timeZone }: { locale: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(new Date(moment));
}
