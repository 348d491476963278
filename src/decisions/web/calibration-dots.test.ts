import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stacked, verdictRows } from "./calibration-dots.ts";

describe("dots of how sure somebody was", () => {
  it("puts each in the row of how it turned out, the first on its line", () => {
    const dots = stacked([
      { confidence: 70, verdict: "worked" },
      { confidence: 70, verdict: "not" },
      { confidence: 80, verdict: "worked" },
    ]);
    expect(dots.map(({ y }) => y)).toEqual([2, 0, 2]);
  });
  it("never lays one on another, and never lets one reach the next row", () => {
    const point = fc.record({
      confidence: fc.constantFrom(0, 50, 70, 100),
      verdict: fc.constantFrom(...verdictRows),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        const dots = stacked(points);
        const places = dots.map(({ confidence, y }) => `${confidence} ${y}`);
        expect(new Set(places).size).toBe(points.length);
        for (const { y, verdict } of dots) expect(Math.floor(y + 0.3)).toBe(verdictRows.indexOf(verdict));
      }),
    );
  });
});
