import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyYear, yearsWithRoom, yearText } from "./plot-axis.ts";

describe("the years of an axis", () => {
  it("include the empty ones between the first and the last", () => {
    expect(everyYear([2004, 2001])).toEqual([2001, 2002, 2003, 2004]);
    expect(everyYear([])).toEqual([]);
  });

  it("are labelled only where a label has room", () => {
    const years = everyYear([2000, 2025]);
    expect(yearsWithRoom(years, 1_100)).toHaveLength(26);
    expect(yearsWithRoom(years, 300)).toEqual([2000, 2005, 2010, 2015, 2020, 2025]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 200, max: 2_000 }), (count, width) => {
        const all = everyYear([1980, 1980 + count]);
        const shown = yearsWithRoom(all, width);
        const perYear = width / all.length;
        for (let place = 1; place < shown.length; place += 1) {
          expect((shown[place]! - shown[place - 1]!) * perYear).toBeGreaterThanOrEqual(42);
        }
      }),
    );
  });

  it("are never written with a separator", () => {
    expect(yearText(2024, "en")).toBe("2024");
    expect(yearText(2024, "de")).toBe("2024");
  });
});
