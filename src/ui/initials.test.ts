import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { avatarColours, colourOf, initialsOf } from "./initials.ts";

describe("initials", () => {
  it.each([
    ["Amara Obi", "AO"],
    ["  bongani   van der khumalo ", "BK"],
    ["Ólafur", "Ó"],
    ["Jean-Luc", "JL"],
    ["李 小龍", "李小"],
    ["محمد علي", "مع"],
    ["(Nomsa) Mbeki", "NM"],
    ["42nd Street", "4S"],
    ["—", "?"],
    ["", "?"],
  ])("of %s are %s", (name, expected) => {
    expect(initialsOf(name)).toBe(expected);
  });

  it("never breaks a character in two", () => {
    expect(initialsOf("𐐨da 𐐩ell")).toBe("𐐀𐐁");
  });
});

describe("a person's colour", () => {
  it("is the same every time, and one of those there are", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const colour = colourOf(text);
        expect(colour).toBe(colourOf(text));
        expect(colour).toBeGreaterThanOrEqual(0);
        expect(colour).toBeLessThan(avatarColours);
        expect(Number.isInteger(colour)).toBe(true);
      }),
    );
  });

  it("spreads ids that differ only at the end", () => {
    const seen = Array.from({ length: 800 }, (_, place) =>
      colourOf(`0193a5b2-0000-7000-8000-${String(place).padStart(12, "0")}`),
    );
    for (let colour = 0; colour < avatarColours; colour += 1) {
      const share = seen.filter((one) => one === colour).length / seen.length;
      expect(share).toBeGreaterThan(0.06);
      expect(share).toBeLessThan(0.2);
    }
  });
});
