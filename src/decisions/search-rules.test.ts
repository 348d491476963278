import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchTerms } from "./search-rules.ts";

const found = (typed: string) => searchTerms(typed).map(({ words, without }) => (without ? `-${words}` : words));

describe("what somebody looks for", () => {
  it.each([
    ["release  tuesday", ["release", "tuesday"]],
    [' "one  queue" slow', ["one queue", "slow"]],
    ["-maps -“whole ships”", ["-maps", "-whole ships"]],
    ["„ein Wort“ «deux mots» 「二語」", ["ein Wort", "deux mots", "二語"]],
    ['"never closed', ["never closed"]],
    ["well-known D-12 -", ["well-known", "D-12", "-"]],
    ["− −5", ["−", "-5"]],
    ['"" - ""', ["-"]],
    ["", []],
  ])("%j", (typed, terms) => {
    expect(found(typed)).toEqual(terms);
  });

  it("is read to its end whatever is typed, and without quotes and minus it is its words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const terms = searchTerms(typed);
        expect(terms.every(({ words }) => words.trim() !== "" && typed.replaceAll(/\s+/g, " ").includes(words))).toBe(
          true,
        );
        if (/["“„«「]|(^|\s)[-−]/.test(typed)) return;
        expect(terms.map(({ words }) => words)).toEqual(typed.split(/\s+/).filter((word) => word !== ""));
      }),
    );
  });
});
