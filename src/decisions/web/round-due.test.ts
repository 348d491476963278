import { expect, test } from "vitest";
import { dueChoices, momentIn } from "./round-due.ts";

test("a wall clock's time is a moment in its own zone, on both sides of a change of clocks", () => {
  expect(momentIn("2026-11-24", "17:00", "Africa/Johannesburg")).toBe("2026-11-24T15:00:00.000Z");
  expect(momentIn("2026-11-24", "17:00", "Asia/Kathmandu")).toBe("2026-11-24T11:15:00.000Z");
  expect(momentIn("2026-03-28", "17:00", "Europe/Berlin")).toBe("2026-03-28T16:00:00.000Z");
  expect(momentIn("2026-03-29", "17:00", "Europe/Berlin")).toBe("2026-03-29T15:00:00.000Z");
  expect(momentIn("2026-11-01", "17:00", "America/New_York")).toBe("2026-11-01T22:00:00.000Z");
  expect(momentIn("2026-11-01", "00:30", "America/New_York")).toBe("2026-11-01T04:30:00.000Z");
});

test("tomorrow is the reader's tomorrow", () => {
  // half past eleven in the evening in Auckland is still the morning before in UTC
  const now = Date.parse("2026-06-10T11:30Z");
  const [tomorrow] = dueChoices(now, "Pacific/Auckland", null);
  expect(tomorrow).toEqual({ key: "tomorrow", at: "2026-06-11T05:00:00.000Z" });
});

test("the day to decide by is offered where it is another one and can be", () => {
  const now = Date.parse("2026-11-24T09:00Z");
  const keys = (by: string | null) => dueChoices(now, "UTC", by).map(({ key }) => key);
  expect(keys("2026-11-28")).toEqual(["tomorrow", "three_days", "decide_by", "week"]);
  expect(keys("2026-11-27")).toEqual(["tomorrow", "three_days", "week"]);
  expect(keys("2026-11-23")).toEqual(["tomorrow", "three_days", "week"]);
  expect(keys("2027-03-01")).toEqual(["tomorrow", "three_days", "week"]);
});
