import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzyFilter, fuzzyMatch } from "./fuzzy.ts";

const pages = ["Today", "Who has been deciding", "Team settings", "Sign out", "Łódź harbour", "Import a record"];
const find = (query: string) => fuzzyFilter(query, pages, (page) => page);

describe("fuzzy filter", () => {
  it("leaves everything in its order where nothing was typed", () => {
    expect(find("  ")).toEqual(pages);
  });

  it("finds beginnings, runs and words in any order", () => {
    expect(find("tod")[0]).toBe("Today");
    expect(find("deciding who")[0]).toBe("Who has been deciding");
    expect(find("tset")[0]).toBe("Team settings");
  });

  it("puts the beginning of a text before the middle of one", () => {
    expect(fuzzyFilter("re", ["Share", "Record"], (text) => text)).toEqual(["Record", "Share"]);
  });

  it("takes no notice of accents and case", () => {
    expect(find("LODZ").length).toBe(0); // ł is a letter of its own, not an accented l
    expect(find("łodz")).toEqual(["Łódź harbour"]);
  });

  it("does not take letters strewn over a long text for a match", () => {
    expect(fuzzyMatch("xy", `x${"-".repeat(40)}y`)).toBeNull();
  });

  it("marks only places that exist, in order", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), fc.string({ maxLength: 40 }), (query, text) => {
        const match = fuzzyMatch(query, text);
        if (!match) return;
        expect([...match.at]).toEqual([...match.at].sort((a, b) => a - b));
        for (const place of match.at) expect(place).toBeLessThan(text.length);
      }),
    );
  });

  it("fits every text to a run of its own", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,12}$/), fc.nat(8), (text, from) => {
        const part = text.slice(from % text.length);
        expect(fuzzyMatch(part, text)).not.toBeNull();
      }),
    );
  });
});
