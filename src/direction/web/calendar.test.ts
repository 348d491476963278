import { describe, expect, it } from "vitest";
import { dayFromToday, daysAfter, daysBetween, monthsAfter, todayIn } from "./calendar.ts";

describe("the calendar", () => {
  it("knows which day it is where the reader is", () => {
    const lateInLondon = Date.parse("2026-11-24T23:30Z");
    expect(todayIn("Europe/London", lateInLondon)).toBe("2026-11-24");
    expect(todayIn("Africa/Johannesburg", lateInLondon)).toBe("2026-11-25");
  });

  it("counts days across a change of the clocks", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-11-24", "2026-11-20")).toBe(-4);
    expect(daysAfter("2026-12-30", 3)).toBe("2027-01-02");
  });

  it("ends a month on its last day where it is shorter", () => {
    expect(monthsAfter("2026-11-30", 3)).toBe("2027-02-28");
    expect(monthsAfter("2026-11-24", 12)).toBe("2027-11-24");
  });

  it.each([
    ["2026-11-24", "today"],
    ["2026-11-25", "tomorrow"],
    ["2026-11-20", "4 days ago"],
    ["2026-12-15", "in 3 weeks"],
    ["2027-02-24", "in 3 months"],
    ["2028-11-24", "in 2 years"],
  ])("says %s as %s", (day, words) => {
    expect(dayFromToday(day, "2026-11-24", "en")).toBe(words);
  });
});
