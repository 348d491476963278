import { describe, expect, it } from "vitest";
import { historyOf } from "./decision-timeline.ts";

const step = (on: string, from: string | null, to: string) => ({ on, from, to, by: null, note: null, reference: null });
const told = (view: Parameters<typeof historyOf>[0]) => historyOf(view).map(({ on, what }) => `${on} ${what}`);

describe("a decision's history", () => {
  it("puts changes of status and the verdict in order, and tells an opening once", () => {
    expect(
      told({
        openedOn: "2017-06-01",
        decidedOn: "2018-07-11",
        decidedBy: "lead",
        steps: [step("2018-07-11", "Draft", "Accepted"), step("2017-06-01", null, "Draft")],
        reversals: [],
      }),
    ).toEqual(["2017-06-01 step", "2018-07-11 step", "2018-07-11 decided"]);
  });

  it("tells a verdict that was taken back once, as the reversal it was", () => {
    const back = {
      on: "2018-06-05",
      from: "Accepted",
      to: "Rejected",
      heldDays: 370,
      kind: "overturned" as const,
      kindGiven: true,
    };
    expect(
      told({
        openedOn: null,
        decidedOn: "2017-06-01",
        decidedBy: "delegate",
        steps: [step("2017-06-01", "Draft", "Accepted"), step("2018-06-05", "Accepted", "Rejected")],
        reversals: [back],
      }),
    ).toEqual(["2017-06-01 step", "2017-06-01 decided", "2018-06-05 reversal"]);
  });

  it("tells an opening on a day of its own", () => {
    const steps = [step("2017-06-02", null, "Draft")];
    expect(told({ openedOn: "2017-06-01", decidedOn: null, decidedBy: null, steps, reversals: [] })).toEqual([
      "2017-06-01 opened",
      "2017-06-02 step",
    ]);
  });

  it("says nothing of a verdict where nobody gave one", () => {
    expect(told({ openedOn: null, decidedOn: "2017-06-01", decidedBy: null, steps: [], reversals: [] })).toEqual([]);
  });
});
