import { describe, expect, it } from "vitest";
import { laidTooLong, sentenceOf, triedAgainAt, triesAtMost } from "./rules.ts";

const at = new Date("2026-03-02T09:00:00Z");
const minutes = (until: Date | null) => until && (until.getTime() - at.getTime()) / 60_000;

describe("mail that was not taken", () => {
  it("is tried again after longer and longer waits, and given up after the sixth try", () => {
    expect([1, 2, 3, 4, 5, 6].map((tries) => minutes(triedAgainAt(tries, at)))).toEqual([1, 5, 30, 120, 480, null]);
    expect(triesAtMost).toBe(6);
  });
  it("is not sent when it has lain for days, and never while it is still tried", () => {
    const hoursOn = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
    expect(laidTooLong(at, hoursOn(12))).toBe(false);
    expect(laidTooLong(at, hoursOn(71))).toBe(false);
    expect(laidTooLong(at, hoursOn(73))).toBe(true);
  });
});

describe("a notice in words", () => {
  const sayTo = (locale: string, room: string) => (key: string, params?: Record<string, unknown>) =>
    [locale, room, key, JSON.stringify(params)].join(" ");
  it("is its room's sentence in the reader's language, with names as they are now", () => {
    const told = { kind: "areas.gap", params: { area: "Cranes" }, actor: "Nomsa", teamName: "Platform" };
    expect(sentenceOf(sayTo, "ar", told)).toBe(
      'ar areas notice.gap {"area":"Cranes","actor":"Nomsa","team_name":"Platform"}',
    );
  });
  it("needs nobody who did it, where the clock did", () => {
    const told = { kind: "areas.review_due", params: {}, actor: null, teamName: "Platform" };
    expect(sentenceOf(sayTo, "en", told)).toContain('"actor":""');
  });
});
