import { describe, expect, it } from "vitest";
import { exactTime, relativeTime } from "./time-words.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const said = (value: string, locale = "en") => relativeTime(value, now, locale);

describe("a moment as people say it", () => {
  it.each([
    ["2026-11-24T11:59:40Z", "now"],
    ["2026-11-24T11:58:00Z", "2 minutes ago"],
    ["2026-11-24T11:00:20Z", "1 hour ago"],
    ["2026-11-23T12:00:00Z", "yesterday"],
    ["2026-11-26T12:00:00Z", "in 2 days"],
    ["2026-11-10T12:00:00Z", "2 weeks ago"],
    ["2025-11-20T12:00:00Z", "last year"],
  ])("%s is %s", (value, expected) => {
    expect(said(value)).toBe(expected);
  });

  it("never says sixty minutes or twenty-four hours", () => {
    for (let seconds = 0; seconds < 3 * 86_400; seconds += 37) {
      const words = said(new Date(now - seconds * 1_000).toISOString());
      expect(words).not.toMatch(/\b(60 minutes|24 hours|2[5-9] hours)\b/);
    }
  });

  it("speaks the reader's language", () => {
    expect(said("2026-11-23T12:00:00Z", "ar")).toBe("أمس");
  });
});

describe("a moment in full", () => {
  it("stands in the reader's zone", () => {
    expect(exactTime("2026-11-24T23:30:00Z", "en-GB", "Asia/Tokyo")).toContain("25 November 2026");
  });

  it("leaves a day the day it is, whatever the zone", () => {
    expect(exactTime("2026-11-24", "en-GB", "Pacific/Honolulu")).toBe("24 November 2026");
  });
});
