import { daysAfter, todayIn } from "../../direction/web/calendar.ts";
import { whyNotDue } from "../round-rules.ts";

/** When people have thought of it and are still there: five in the afternoon. */
const evening = "17:00";
export type DueKey = "tomorrow" | "three_days" | "week" | "decide_by";
export type DueChoice = { key: DueKey; at: string };

/**
 * A wall clock's time somewhere, as a moment. A time that is skipped when clocks change is the one after it.
 * @param day `2026-11-24`
 * @param time `17:00`
 * @param zone an IANA zone
 * @returns ISO
 */
export function momentIn(day: string, time: string, zone: string): string {
  const wall = Date.parse(`${day}T${time}Z`);
  // the offset at the moment itself, which is near the one that the first guess lies in
  const guess = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(guess, zone)).toISOString();
}

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(new Date(at));
  const of = (type: string) => parts.find((part) => part.type === type)!.value;
  const wall = Date.parse(`${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}:${of("second")}Z`);
  return wall - Math.floor(at / 1_000) * 1_000;
}

/**
 * Last moments that people say: tomorrow evening, in three days, in a week; and the day by which it is to be decided, where that
 * is another one and not too far.
 * @param now milliseconds since 1970
 * @param zone the reader's
 */
export function dueChoices(now: number, zone: string, decideBy: string | null): DueChoice[] {
  const today = todayIn(zone, now);
  const on = (days: number) => momentIn(daysAfter(today, days), evening, zone);
  const choices: DueChoice[] = [
    { key: "tomorrow", at: on(1) },
    { key: "three_days", at: on(3) },
    { key: "week", at: on(7) },
  ];
  const last = decideBy && momentIn(decideBy, evening, zone);
  if (last && !choices.some(({ at }) => at === last) && whyNotDue(new Date(last), new Date(now)) === null) {
    choices.push({ key: "decide_by", at: last });
  }
  return choices.sort((a, b) => (a.at < b.at ? -1 : 1));
}
