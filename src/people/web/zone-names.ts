// browsers list some zones by the name they had when time zones were first written down
const renamed: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** A zone by the name it has today, where this machine knows that name. */
function nameToday(zone: string): string {
  const name = renamed[zone];
  if (!name) return zone;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    return zone;
  }
}

/** A time zone as people say it: the place, without the continent. `America/Argentina/Salta` → `Salta`. */
export function zoneName(zone: string): string {
  const today = renamed[zone] ?? zone;
  return (today.split("/").at(-1) ?? today).replaceAll("_", " ");
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
 * Every time zone that this browser knows, by today's names, in the order of their places; UTC is always among them.
 * @param also zones that have to be among them, as the one chosen so far
 */
export function knownZones(...also: string[]): string[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone").map(nameToday), "UTC", ...also]);
  return [...zones].sort((a, b) => zoneName(a).localeCompare(zoneName(b)) || a.localeCompare(b));
}
