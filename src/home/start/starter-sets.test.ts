import { describe, expect, it } from "vitest";
import { firstPicked, starterAreas, starterSets } from "./starter-sets.ts";
import arabic from "./words.ar.json";
import english from "./words.en.json";

describe.each([
  ["English", english.starter],
  ["Arabic", arabic.starter],
])("starter sets in %s", (_, words) => {
  it.each(starterSets.map(({ id }) => id))("%s has words for itself, its areas and its sentences", (id) => {
    expect(words.sets[id].name && words.sets[id].what).toBeTruthy();
    for (const area of starterAreas(id)) {
      expect(words.areas[area.id]?.name, area.id).toBeTruthy();
      expect(words.areas[area.id]?.purpose, area.id).toBeTruthy();
      if (area.guard?.kind === "text") expect(words.guards[area.guard.of], area.id).toBeTruthy();
    }
  });

  it("has no words that no set uses", () => {
    const areas = starterSets.flatMap(({ id }) => starterAreas(id));
    const sentences = areas.flatMap(({ guard }) => (guard?.kind === "text" ? [guard.of] : []));
    expect(Object.keys(words.sets).sort()).toEqual(starterSets.map(({ id }) => id).sort());
    expect(Object.keys(words.areas).sort()).toEqual(areas.map(({ id }) => id).sort());
    expect(Object.keys(words.guards).sort()).toEqual(sentences.sort());
  });

  it("names and purposes fit on a card", () => {
    for (const { name, purpose } of Object.values(words.areas)) {
      expect(name.length).toBeLessThanOrEqual(80);
      expect(purpose.length).toBeLessThanOrEqual(400);
    }
  });
});

describe("starter sets", () => {
  it("are eight, each with six to eight areas", () => {
    expect(starterSets.length).toBe(8);
    for (const { id } of starterSets) {
      const { length } = starterAreas(id);
      expect(length, id).toBeGreaterThanOrEqual(6);
      expect(length, id).toBeLessThanOrEqual(8);
      expect(length).toBeGreaterThanOrEqual(firstPicked);
    }
  });

  it("wish for more than there is today, on the seven levels, and no guardrail is above the wish", () => {
    for (const { id } of starterSets) {
      for (const { id: area, level, wished, guard } of starterAreas(id)) {
        expect([1, 2, 3, 4, 5, 6, 7], area).toContain(level);
        expect([1, 2, 3, 4, 5, 6, 7], area).toContain(wished);
        expect(wished, area).toBeGreaterThan(level);
        if (guard && guard.kind !== "text") expect(guard.level, area).toBeLessThanOrEqual(wished);
      }
    }
  });

  it("name each area once", () => {
    const ids = starterSets.flatMap(({ areas }) => areas.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
