import { describe, expect, it } from "vitest";
import { changed, filterCount, listInput, onlyFilter, recordSearch, sortOf, unfiltered } from "./record-search.ts";

describe("an address of the record", () => {
  it("keeps what can be meant, whether it came as a word or as a number", () => {
    expect(
      recordSearch({
        asOf: "2018-07-12",
        q: 572,
        year: "2013",
        by: "delegate",
        self: "true",
        reversed: "any",
        from: 50,
      }),
    ).toEqual({ asOf: "2018-07-12", q: "572", year: 2013, by: "delegate", self: true, reversed: "any", from: 50 });
  });

  it("narrows decisions made here by area, level, method, state and goal, and asks for just that", () => {
    const made = {
      area: "01a20fa0-212f-74ff-8ed8-f921e177e7ad",
      level: "5",
      method: "consent",
      phase: "sealed",
      goal: "01a20fa0-212f-7501-b614-5ec0c290f599",
    };
    const here = recordSearch(made);
    expect(here).toEqual({ ...made, level: 5 });
    expect(filterCount(here)).toBe(5);
    expect(listInput(here, { workspace: "w", team: "t" })).toMatchObject({ ...made, level: 5 });
    expect(recordSearch({ area: "Berths", level: 8, method: "lot", phase: "open", goal: "1" })).toEqual({});
  });

  it("leaves out what cannot be meant", () => {
    expect(
      recordSearch({
        asOf: "2018-02-30",
        q: "  ",
        year: 20.5,
        by: "boss",
        outcome: "",
        kind: {},
        self: "no",
        sort: "author",
        order: "sideways",
        from: -50,
      }),
    ).toEqual({});
  });

  it("goes back to the first page when the filter changes, and stays where only the page does", () => {
    const here = recordSearch({ year: 2013, from: 100 });
    expect(changed(here, { by: "lead" })).toEqual({ year: 2013, by: "lead" });
    expect(changed(here, { year: undefined })).toEqual({});
    expect(changed(here, { from: 50 })).toEqual({ year: 2013, from: 50 });
  });

  it("sorts by the latest verdict first, and by any other column from its beginning", () => {
    expect(sortOf({})).toEqual({ key: "decided", descending: true });
    expect(sortOf({ sort: "title" })).toEqual({ key: "title", descending: false });
    expect(sortOf({ sort: "days", order: "down" })).toEqual({ key: "days", descending: true });
  });

  it("counts filters, and takes them out without losing date and order", () => {
    const here = recordSearch({ asOf: "2018-07-12", q: "import", year: 2013, sort: "days", order: "down", from: 50 });
    expect(filterCount(here)).toBe(2);
    expect(unfiltered(here)).toEqual({ asOf: "2018-07-12", sort: "days", order: "down" });
    expect(onlyFilter(here, { self: true })).toEqual({ asOf: "2018-07-12", sort: "days", order: "down", self: true });
  });

  it("asks the log for exactly what it says", () => {
    const where = { workspace: "w", team: "t" };
    expect(listInput({ by: "none", topic: "packaging", from: 50 }, where)).toEqual({
      ...where,
      decidedBy: "none",
      topic: "packaging",
      sort: "decided",
      descending: true,
      offset: 50,
      limit: 50,
    });
  });
});
