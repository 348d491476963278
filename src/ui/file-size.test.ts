import { describe, expect, it } from "vitest";
import { fileSize } from "./file-size.ts";

describe("a file's size", () => {
  it.each([
    [0, "0 byte"],
    [999, "999 byte"],
    [1_000, "1 kB"],
    [734_211, "734 kB"],
    [1_240_000, "1.2 MB"],
    [20_000_000, "20 MB"],
  ])("%i is %s", (bytes, expected) => {
    expect(fileSize(bytes, "en")).toBe(expected);
  });
});
