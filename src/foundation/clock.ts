/** The time as everything here is told it. A clock is handed in so that a history can be played on a moved one. */
export type Clock = { now(): Date };

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that stands where it is put, for tests and for playing a history.
 * @param start where it stands at first
 */
export function movedClock(start: Date): Clock & { set(at: Date): void; pass(ms: number): void } {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    set: (to) => {
      at = to.getTime();
    },
    pass: (ms) => {
      at += ms;
    },
  };
}

// making a formatter costs more than most queries; there are some hundred zones at the most
const days = new Map<string, Intl.DateTimeFormat>();

function daysIn(timeZone: string): Intl.DateTimeFormat {
  const known = days.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  days.set(timeZone, made);
  return made;
}

/**
 * The calendar day on which a moment falls in a person's zone.
 * @param at the moment
 * @param timeZone an IANA zone, as in `Africa/Nairobi`
 * @returns an ISO date, `2026-11-24`
 */
export function dayIn(at: Date, timeZone: string): string {
  return daysIn(timeZone).format(at);
}

/** Whether this is a time zone that dates can be shown in. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
