import { describe, expect, it } from "vitest";
import ar from "./words.ar.json";
import en from "./words.en.json";
import { type Catalogue, directionOf, localeFor, lookUp, nounParams, sayFrom } from "./words.ts";

const catalogue = (json: unknown) => json as Catalogue;

describe("a language for what is asked", () => {
  it.each([
    [["ar-EG", "en"], "ar"],
    [["de-DE", "fr"], "en"],
    [["de", " EN-gb;q=0.8"], "en"],
    [[], "en"],
  ])("%j → %s", (wanted, locale) => {
    expect(localeFor(wanted)).toBe(locale);
  });
  it("Arabic is written from the right", () => {
    expect([directionOf("ar"), directionOf("en")]).toEqual(["rtl", "ltr"]);
  });
});

describe("sentences", () => {
  it("fill counts by the language's own plural rules", () => {
    const english = sayFrom([catalogue(en)], {});
    expect(english("refusal.too_many_tries", { seconds: 1 })).toContain("1 second ");
    expect(english("refusal.too_many_tries", { seconds: 3 })).toContain("3 seconds ");
    const arabic = sayFrom([catalogue(ar), catalogue(en)], {});
    expect(arabic("refusal.too_many_tries", { seconds: 2 })).toContain("ثانيتين");
    expect(arabic("refusal.too_many_tries", { seconds: 3 })).toContain("3 ثوانٍ");
  });

  it("fall back to English, and show a key that nobody has", () => {
    const say = sayFrom([{}, catalogue(en)], {});
    expect(say("field.needed")).toBe("This is needed.");
    expect(say("field.nowhere")).toBe("field.nowhere");
    expect(lookUp(catalogue(en), "field")).toBeUndefined();
  });

  it("take a workspace's nouns, with a capital where the key has one", () => {
    expect(nounParams({ team: "ward", teams: "wards" })).toEqual({
      team: "ward",
      Team: "Ward",
      teams: "wards",
      Teams: "Wards",
    });
    const say = sayFrom(
      [{ invite: ({ Team }: Record<string, unknown>) => `${Team} link` } as Catalogue],
      nounParams({ team: "ward" }),
    );
    expect(say("invite")).toBe("Ward link");
  });
});
