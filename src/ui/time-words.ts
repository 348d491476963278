const isDay = /^\d{4}-\d{2}-\d{2}$/;
const steps = [
  { unit: "year", seconds: 31_557_600 },
  { unit: "month", seconds: 2_629_800 },
  { unit: "week", seconds: 604_800 },
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/**
 * A moment from now, as people say it: “in 2 days”, “yesterday”.
 * @param value an ISO moment or day
 * @param now milliseconds since 1970
 * @param locale the reader's language
 */
export function relativeTime(value: string, now: number, locale: string): string {
  const seconds = (new Date(value).getTime() - now) / 1_000;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const step of steps) {
    // rounding first: 59.6 minutes is an hour, not 60 minutes
    const count = Math.round(seconds / step.seconds);
    if (Math.abs(count) >= 1 && Math.abs(seconds) >= step.seconds * 0.95) return words.format(count, step.unit);
  }
  return words.format(0, "second");
}

/**
 * A moment in full, in the reader's zone; a day as a day, whatever the zone.
 * @param value an ISO moment or day
 * @param locale the reader's language
 * @param zone the reader's time zone (IANA)
 */
export function exactTime(value: string, locale: string, zone: string): string {
  if (isDay.test(value)) {
    return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${value}T00:00Z`));
  }
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: zone,
  }).format(new Date(value));
}
