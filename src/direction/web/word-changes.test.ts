import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordChanges } from "./word-changes.ts";

const before = (changes: ReturnType<typeof wordChanges>) =>
  changes
    .filter(({ kind }) => kind !== "new")
    .map(({ text }) => text)
    .join("");
const after = (changes: ReturnType<typeof wordChanges>) =>
  changes
    .filter(({ kind }) => kind !== "gone")
    .map(({ text }) => text)
    .join("");
const flat = (text: string) => text.replaceAll(/\s+/g, "");

describe("what changed between two versions", () => {
  it("names the words that came and went", () => {
    const changes = wordChanges("Ships leave on time.", "Ships leave safely and on time.");
    expect(changes.filter(({ kind }) => kind === "new").map(({ text }) => text.trim())).toEqual(["safely and"]);
    expect(changes.some(({ kind }) => kind === "gone")).toBe(false);
  });

  it("finds nothing in a text that stayed", () => {
    expect(wordChanges("as it was", "as it was")).toEqual([{ kind: "same", text: "as it was" }]);
  });

  it("loses no word of either version", () => {
    const text = fc
      .array(fc.constantFrom("ships", "leave", "on", "time.", "السفن", "\n"), { maxLength: 12 })
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const changes = wordChanges(a, b);
        expect(flat(before(changes))).toBe(flat(a));
        expect(flat(after(changes))).toBe(flat(b));
      }),
    );
  });
});
