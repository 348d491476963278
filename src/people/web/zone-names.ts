/** A time zone as people say it: the place, without the continent. `America/Argentina/Salta` → `Salta`. */
export function zoneName(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/**
 * How far a zone is from UTC at a moment, in the reader's digits: `GMT+2`.
 * @param zone an IANA name
 */
export function zoneOffset(zone: string, at: Date, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/**
 * Every time zone that this browser knows, by name; UTC and the ones given first are always among them.
 * @param also zones that have to be among them, as the one chosen so far
 */
export function knownZones(...also: string[]): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...also])].sort();
}
