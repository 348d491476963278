import { describe, expect, it } from "vitest";
import { byDay } from "./notice-days.ts";

const at = (moment: string) => ({ at: moment });

describe("notices by day", () => {
  it("stand under the day it was where the reader is", () => {
    const list = [at("2026-03-02T22:30:00Z"), at("2026-03-02T21:30:00Z"), at("2026-03-01T10:00:00Z")];
    const days = (zone: string) => byDay(list, zone).map(({ day, items }) => [day, items.length]);
    expect(days("Africa/Johannesburg")).toEqual([
      ["2026-03-03", 1],
      ["2026-03-02", 1],
      ["2026-03-01", 1],
    ]);
    expect(days("America/Los_Angeles")).toEqual([
      ["2026-03-02", 2],
      ["2026-03-01", 1],
    ]);
    expect(byDay([], "UTC")).toEqual([]);
  });
});
