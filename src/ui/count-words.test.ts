import { describe, expect, it } from "vitest";
import { countWords } from "./count-words.ts";

describe("words", () => {
  it("are counted without what stands between them", () => {
    expect(countWords("We ship on Fridays — never after three.", "en")).toBe(7);
    expect(countWords("  \n ", "en")).toBe(0);
  });

  it("are counted in languages that do not part them by spaces", () => {
    expect(countWords("我们星期五发布", "zh")).toBeGreaterThan(2);
  });
});
