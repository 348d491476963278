import { describe, expect, it } from "vitest";
import { handedOver, headlineOf, longestGaps, nowAndBefore, officeSpans, turningPoints } from "./overview-figures.ts";
import type { Overview } from "./records-client.ts";

type Year = Overview["years"][number];

function year(number: number, lead: number, delegate: number, unknown = 0): Year {
  const all = lead + delegate + unknown;
  return {
    year: number,
    lead,
    delegate,
    team: 0,
    other: 0,
    unknown,
    total: all,
    delegated: {
      share: lead + delegate > 0 && unknown === 0 ? delegate / (lead + delegate) : null,
      of: lead + delegate,
      since: null,
      atLeast: all > 0 ? delegate / all : null,
      atMost: all > 0 ? (delegate + unknown) / all : null,
    },
  };
}
const totals = (withVerdict: number, undated = 0) => ({
  onRecord: withVerdict,
  withVerdict,
  withoutVerdict: 0,
  undated,
});

describe("how much was handed over", () => {
  it("puts years together by their verdicts, not by their shares", () => {
    expect(handedOver([year(2011, 1, 0), year(2012, 0, 9)])).toMatchObject({ delegates: 9, of: 10, share: 0.9 });
  });

  it("bounds what verdicts of nobody knows whom leave open", () => {
    const handed = handedOver([year(2011, 3, 1, 4), year(2012, 2, 0)]);
    expect(handed).toMatchObject({ delegates: 1, of: 6, unknown: 4, share: null, atLeast: 0.1, atMost: 0.5 });
  });

  it("leaves everything open where every verdict is of nobody knows whom", () => {
    expect(handedOver([year(2011, 0, 0, 4)])).toMatchObject({ of: 0, unknown: 4, share: null, atLeast: 0, atMost: 1 });
  });

  it("says nothing of years without a verdict of the lead or a delegate", () => {
    expect(handedOver([year(2011, 0, 0), year(2012, 0, 0)])).toBeNull();
    expect(handedOver([])).toBeNull();
  });

  it("compares the last three years with the three before", () => {
    const years = [2010, 2011, 2012, 2013, 2014, 2015, 2016].map((number) => year(number, 1, number >= 2014 ? 3 : 0));
    const { now, before } = nowAndBefore(years);
    expect([now?.from, now?.to, now?.share]).toEqual([2014, 2016, 0.75]);
    expect([before?.from, before?.to, before?.share]).toEqual([2011, 2013, 0]);
    expect(nowAndBefore(years.slice(0, 2)).before).toBeNull();
  });
});

describe("the title", () => {
  it("says how much was handed over where that is known", () => {
    expect(headlineOf({ years: [year(2020, 8, 2)], totals: totals(10) })).toEqual({
      key: "delegated",
      delegates: 2,
      of: 10,
    });
  });
  it("says that it is unknown where the latest verdicts do not tell", () => {
    expect(headlineOf({ years: [year(2020, 8, 2, 1)], totals: totals(11) }).key).toBe("unknown_decider");
    expect(headlineOf({ years: [], totals: totals(3, 3) }).key).toBe("unknown_decider");
  });
  it("says so where the team and others alone decided", () => {
    expect(headlineOf({ years: [{ ...year(2020, 0, 0), team: 4, total: 4 }], totals: totals(4) }).key).toBe("others");
  });
  it("says so where there is no verdict", () => {
    expect(headlineOf({ years: [], totals: { ...totals(0), onRecord: 5 } })).toEqual({
      key: "no_verdict",
      decisions: 5,
    });
  });
});

describe("gaps and terms", () => {
  const gap = (days: number, decider: Overview["gaps"][number]["decider"], until: string | null = "2020-01-01") => ({
    from: "2019-01-01",
    until,
    days,
    decider,
    withoutDecider: null,
  });

  it("finds the longest of each sort, the running one among them", () => {
    const found = longestGaps({
      gaps: [gap(243, "part"), gap(183, "throughout")],
      running: gap(300, "throughout", null),
    });
    expect([found.longest?.days, found.held?.days, found.vacant?.days]).toEqual([300, 300, 243]);
    expect(longestGaps({ gaps: [], running: null })).toEqual({ longest: null, held: null, vacant: null });
  });

  it("shows the time between two terms as one without anybody in office", () => {
    const terms = [
      { from: "2000-07-13", until: "2018-07-12", who: "One" },
      { from: "2019-02-04", until: null, who: "Council" },
    ];
    expect(officeSpans(terms, "2026-01-01")).toEqual([
      { from: "2000-07-13", until: "2018-07-12", who: "One", held: true },
      { from: "2018-07-12", until: "2019-02-04", who: null, held: false },
      { from: "2019-02-04", until: "2026-01-01", who: "Council", held: true },
    ]);
    expect(turningPoints({ terms, asOf: "2018-12-01" })).toEqual(["2018-07-12", "2000-07-13"]);
  });

  it("does not count a day twice where terms overlap, and shows an empty end", () => {
    const terms = [
      { from: "2000-01-01", until: "2005-01-01", who: "One" },
      { from: "2004-01-01", until: "2006-01-01", who: "Two" },
    ];
    expect(officeSpans(terms, "2007-01-01")).toEqual([
      { from: "2000-01-01", until: "2005-01-01", who: "One", held: true },
      { from: "2005-01-01", until: "2006-01-01", who: "Two", held: true },
      { from: "2006-01-01", until: "2007-01-01", who: null, held: false },
    ]);
  });
});
