import { describe, expect, it } from "vitest";
import { dayIn, isTimeZone, movedClock } from "./clock.ts";

describe("the day a moment falls on", () => {
  it.each([
    ["2026-11-24T23:30:00Z", "UTC", "2026-11-24"],
    ["2026-11-24T23:30:00Z", "Asia/Tokyo", "2026-11-25"],
    ["2026-11-24T00:30:00Z", "America/Los_Angeles", "2026-11-23"],
    ["2026-11-24T23:30:00Z", "Asia/Tokyo", "2026-11-25"],
  ])("%s in %s is %s", (at, zone, day) => {
    expect(dayIn(new Date(at), zone)).toBe(day);
  });
});

it("knows a time zone from a made-up one", () => {
  expect([isTimeZone("Africa/Nairobi"), isTimeZone("Mars/Olympus")]).toEqual([true, false]);
});

it("a moved clock stands until it is moved, and hands out moments of its own", () => {
  const clock = movedClock(new Date("2026-01-01T00:00:00Z"));
  const first = clock.now();
  clock.pass(86_400_000);
  expect(first.toISOString()).toBe("2026-01-01T00:00:00.000Z");
  expect(clock.now().toISOString()).toBe("2026-01-02T00:00:00.000Z");
  clock.set(new Date("2027-01-01T00:00:00Z"));
  expect(clock.now().getUTCFullYear()).toBe(2027);
});
