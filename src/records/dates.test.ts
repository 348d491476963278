import { describe, expect, it } from "vitest";
import { type DateOrder, looksLikeDate, provenOrder, readDate } from "./dates.ts";

describe("reading a date", () => {
  it.each<[string, DateOrder | null, string]>([
    ["2012-05-06", null, "2012-05-06"],
    ["2012/5/6", null, "2012-05-06"],
    ["2012-05-06T23:59:00-07:00", null, "2012-05-06"],
    ["2012-05-06 10:11", null, "2012-05-06"],
    ["06.05.2012", null, "2012-05-06"],
    ["06.05.2012", "month-day-year", "2012-05-06"],
    ["6 May 2012", null, "2012-05-06"],
    ["6. September 2012", null, "2012-09-06"],
    ["May 6, 2012", null, "2012-05-06"],
    ["06/05/2012", "day-month-year", "2012-05-06"],
    ["05/06/2012", "month-day-year", "2012-05-06"],
    ["31/05/2012", null, "2012-05-31"],
    ["05/31/2012", null, "2012-05-31"],
    ["05/05/2012", null, "2012-05-05"],
    ["29/02/2012", null, "2012-02-29"],
    ["0999-01-02", null, "0999-01-02"],
    ["0050-01-02", null, "0050-01-02"],
  ])("%s (%s) is %s", (text, order, date) => {
    expect(readDate(text, order)).toEqual({ date });
  });
  it.each<[string, DateOrder | null, string]>([
    ["06/05/2012", null, "ambiguous_date"],
    ["1-2-2012", null, "ambiguous_date"],
    ["2013-02-29", null, "no_such_day"],
    ["2013-13-01", null, "no_such_day"],
    ["13/13/2013", null, "no_such_day"],
    ["13/14/2013", null, "ambiguous_date"],
    ["13/13/2013", "day-month-year", "no_such_day"],
    ["31/05/2012", "month-day-year", "no_such_day"],
    ["6/5/12", "day-month-year", "not_a_date"],
    ["2012-05", null, "not_a_date"],
    ["2012", null, "not_a_date"],
    ["41035", null, "not_a_date"],
    ["6 Floréal 2012", null, "not_a_date"],
    ["2012-05/06", null, "not_a_date"],
    ["soon", null, "not_a_date"],
    ["0000-01-01", null, "no_such_day"],
  ])("%s (%s) is refused: %s", (text, order, code) => {
    expect(readDate(text, order)).toEqual({ code });
  });
});

describe("the order a column proves", () => {
  it.each<[string[], { needed: boolean; order: DateOrder | null }]>([
    [["2012-05-06", "1.2.2012"], { needed: false, order: null }],
    [["03/04/2012", "05/06/2012"], { needed: true, order: null }],
    [["03/04/2012", "31/06/2012"], { needed: true, order: "day-month-year" }],
    [["03/04/2012", "06/31/2012"], { needed: true, order: "month-day-year" }],
    [["03/04/2012", "06/31/2012", "31/06/2012"], { needed: true, order: null }],
    [["03/03/2012"], { needed: false, order: null }],
  ])("%j", (texts, proven) => {
    expect(provenOrder(texts)).toEqual(proven);
  });
});

it("knows what looks like a date", () => {
  expect(["2012-05-06", "03/04/2012"].map(looksLikeDate)).toEqual([true, true]);
  expect(["12", "May", "2012-99-99"].map(looksLikeDate)).toEqual([false, false, false]);
});
