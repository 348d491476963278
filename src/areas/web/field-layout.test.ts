import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bellRoom,
  farthestFirst,
  fieldLayout,
  levelPlaces,
  lowestRow,
  type OnField,
  roughWidth,
} from "./field-layout.ts";

const level = fc.integer({ min: 1, max: 7 });
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 80 }),
  fc.constantFrom(
    "Release timing",
    "On-call rota",
    "Hiring: engineers",
    "توقيت الإصدارات",
    "Wöchentliche Zusammenkunft",
    "採用の方針",
  ),
);
const someAreas = fc
  .array(fc.record({ name, level, before: fc.option(level) }), { minLength: 3, maxLength: 60 })
  .map((found) =>
    farthestFirst(
      found.map((one, n): OnField => ({ ...one, id: String(n) })),
      "en",
    ),
  );
const width = fc.constantFrom(280, 360, 700, 1_100);

describe("the field", () => {
  it("lets no two labels or beads meet, and nothing leave it", () => {
    fc.assert(
      fc.property(someAreas, width, (areas, wide) => {
        const { placed, height } = fieldLayout(areas, wide, 260);
        const boxes = placed.map(({ x, y, label }) => ({
          from: Math.min(x - 10, label.start),
          to: Math.max(x + 10, label.start + label.width),
          top: y - lowestRow / 2,
          bottom: y + lowestRow / 2,
        }));
        for (const [n, box] of boxes.entries()) {
          expect(box.from).toBeGreaterThanOrEqual(bellRoom(wide));
          expect(box.to).toBeLessThanOrEqual(wide);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(height);
          for (const other of boxes.slice(n + 1)) {
            const apart =
              box.to <= other.from || other.to <= box.from || box.bottom <= other.top || other.bottom <= box.top;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it("leaves a name room to be read by, however far ahead its area is", () => {
    fc.assert(
      fc.property(level, fc.option(level), width, (at, before, wide) => {
        const [only] = fieldLayout([{ id: "a", name: "Release timing", level: at, before }], wide, 260).placed;
        expect(only!.label.width).toBe(roughWidth("Release timing", 11));
      }),
    );
  });

  it("stands alike for the same areas", () => {
    fc.assert(
      fc.property(someAreas, width, (areas, wide) => {
        expect(fieldLayout(areas, wide, 260)).toEqual(fieldLayout(structuredClone(areas), wide, 260));
      }),
    );
  });

  it("places each area at its level, and its trail at the one before", () => {
    fc.assert(
      fc.property(someAreas, width, (areas, wide) => {
        const { placed, levelX } = fieldLayout(areas, wide, 260);
        expect(levelX).toEqual(levelPlaces(wide));
        for (const [n, area] of areas.entries()) {
          const moved = area.before !== null && area.before !== area.level;
          expect(placed[n]!.x).toBe(levelX[area.level - 1]);
          expect(placed[n]!.from).toBe(moved ? levelX[area.before! - 1] : null);
        }
      }),
    );
  });

  it("turns a label around near the far edge, and puts it where the trail is not", () => {
    const at = (area: number, before: number | null) =>
      fieldLayout([{ id: "a", name: "On-call rota", level: area, before }], 700, 260).placed[0]!.label.side;
    expect(at(7, null)).toBe("before");
    expect(at(3, null)).toBe("after");
    expect(at(4, 2)).toBe("after");
    expect(at(4, 6)).toBe("before");
    expect(at(7, 5)).toBe("before");
  });

  it("gives each area a row of its own while they are few, and grows with many", () => {
    const many = (n: number) =>
      fieldLayout(
        farthestFirst(
          Array.from({ length: n }, (_, i) => ({ id: String(i), name: `Area ${i}`, level: (i % 7) + 1, before: null })),
          "en",
        ),
        360,
        260,
      );
    expect(new Set(many(8).placed.map(({ row }) => row)).size).toBe(8);
    expect(many(8).height).toBe(260);
    expect(many(40).height).toBeGreaterThan(260);
    expect(many(60).height).toBeGreaterThan(many(40).height);
    expect(many(60).rows).toBeLessThan(60);
  });

  it("is a finished picture without areas", () => {
    expect(fieldLayout([], 360, 260)).toMatchObject({ placed: [], height: 260 });
  });
});
