import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelAfterKey, levelAt, placeOf } from "./track-steps.ts";

describe("a track of seven levels", () => {
  it("finds each level under the pointer that points at its place, from either side", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        fc.integer({ min: 70, max: 2_000 }),
        fc.integer({ min: -500, max: 500 }),
        (level, rtl, width, left) => {
          const along = (placeOf(level) / 100) * width;
          expect(levelAt(left + (rtl ? width - along : along), { left, width }, rtl)).toBe(level);
        },
      ),
    );
  });

  it("goes no further than its ends", () => {
    const track = { left: 100, width: 700 };
    expect(levelAt(-50, track, false)).toBe(1);
    expect(levelAt(5_000, track, false)).toBe(7);
    expect(levelAt(-50, track, true)).toBe(7);
    expect(levelAt(10, { left: 0, width: 0 }, false)).toBe(1);
    expect(levelAfterKey("ArrowRight", 7, false)).toBe(7);
    expect(levelAfterKey("ArrowDown", 1, false)).toBe(1);
  });

  it("goes ahead with the arrow that points ahead", () => {
    expect(levelAfterKey("ArrowRight", 4, false)).toBe(5);
    expect(levelAfterKey("ArrowLeft", 4, true)).toBe(5);
    expect(levelAfterKey("ArrowUp", 4, true)).toBe(5);
    expect(levelAfterKey("Home", 4, false)).toBe(1);
    expect(levelAfterKey("End", 4, true)).toBe(7);
    expect(levelAfterKey("a", 4, false)).toBeNull();
  });
});
