/** A notice as it is kept, as far as its sentence goes. */
export type Told = {
  kind: string;
  params: Readonly<Record<string, string | number>>;
  /** Who did it, as they are called now; null for the clock. */
  actor: string | null;
  teamName: string | null;
};

/** A room's sentences in a language. */
export type SayTo = (locale: string, room: string) => (key: string, params?: Record<string, unknown>) => string;

/** A notice in words. It is made when it is read, so that it is in the reader's language and names are today's. */
export function sentenceOf(sayTo: SayTo, locale: string, { kind, params, actor, teamName }: Told): string {
  const [room, name] = partsOf(kind);
  return sayTo(locale, room)(`notice.${name}`, { ...params, actor: actor ?? "", team_name: teamName ?? "" });
}

/** What a kind of notice is called where one chooses what to be told of. */
export function nameOfKind(sayTo: SayTo, locale: string, kind: string): string {
  const [room, name] = partsOf(kind);
  return sayTo(locale, room)(`notice_kind.${name}`);
}

const partsOf = (kind: string) => kind.split(".", 2) as [string, string];

const minuteMs = 60_000;
/** How long is waited after each try that failed. */
const waitsMs = [1, 5, 30, 120, 480].map((minutes) => minutes * minuteMs);
/** How often a mail is tried. */
export const triesAtMost = waitsMs.length + 1;
/** Whoever took a mail has so long to send it; after that, somebody else may. */
export const leaseMs = 10 * minuteMs;

/**
 * When a mail is tried again.
 * @param tries how often it was tried
 * @param at when the last try failed
 * @returns null where it is given up
 */
export function triedAgainAt(tries: number, at: Date): Date | null {
  return tries >= triesAtMost ? null : new Date(at.getTime() + waitsMs[Math.max(tries, 1) - 1]!);
}

/**
 * Whether a mail has lain too long to be sent: where a mail server is named for the first time, or was off for days, nobody
 * gets last month's mail. What it told is in the app.
 */
export function laidTooLong(madeAt: Date, now: Date): boolean {
  return now.getTime() - madeAt.getTime() > 3 * 24 * 60 * minuteMs;
}
