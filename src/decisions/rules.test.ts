import { describe, expect, it } from "vitest";
import {
  daysBetween,
  isLeadsOwn,
  isSelfDecided,
  onRecordFrom,
  type ReversalKind,
  reversalKind,
  type StatusClass,
  whyNotRead,
} from "./rules.ts";

describe("a self-decision", () => {
  it.each<[string, Parameters<typeof isSelfDecided>[0], boolean]>([
    ["handed to its author", { decidedBy: "delegate", handedTo: ["Ada"], authors: ["Bo", "Ada"] }, true],
    ["withdrawn by the one it was handed to", { decidedBy: "other", handedTo: ["Ada"], authors: ["Ada"] }, true],
    [
      "written in another case and spacing",
      { decidedBy: "delegate", handedTo: ["ada  l."], authors: [" Ada L."] },
      true,
    ],
    ["handed to somebody else", { decidedBy: "delegate", handedTo: ["Bo"], authors: ["Ada"] }, false],
    ["still open", { decidedBy: null, handedTo: ["Ada"], authors: ["Ada"] }, false],
    ["handed to nobody", { decidedBy: "lead", handedTo: [], authors: ["Ada"] }, false],
  ])("%s", (_, facts, is) => {
    expect(isSelfDecided(facts)).toBe(is);
  });
  it.each<[string, Parameters<typeof isLeadsOwn>[0], boolean]>([
    ["the lead on their own proposal", { decidedBy: "lead", decider: "Ada", authors: ["Ada"] }, true],
    ["the lead on another's", { decidedBy: "lead", decider: "Ada", authors: ["Bo"] }, false],
    ["a delegate on their own", { decidedBy: "delegate", decider: "Ada", authors: ["Ada"] }, false],
    ["nobody knows who", { decidedBy: "unknown", decider: "Ada", authors: ["Ada"] }, false],
    ["a lead without a name", { decidedBy: "lead", decider: null, authors: ["Ada"] }, false],
  ])("is the lead's own: %s", (_, facts, is) => {
    expect(isLeadsOwn(facts)).toBe(is);
  });
});

describe("what kind of reversal a change of status is", () => {
  it.each<[StatusClass | null, StatusClass | null, number | null, ReversalKind]>([
    ["accepted", "superseded", 900, "superseded"],
    ["standing", "superseded", null, "superseded"],
    ["accepted", "open", 29, "clerical"],
    ["accepted", "open", 30, "reopened"],
    ["rejected", "open", 563, "reopened"],
    ["accepted", "open", null, "unclear"],
    ["standing", "open", 51, "clerical"],
    ["accepted", "rejected", 359, "overturned"],
    ["accepted", "withdrawn", 532, "overturned"],
    ["standing", "withdrawn", 3437, "retired"],
    ["standing", "rejected", 2496, "retired"],
    ["rejected", "accepted", 779, "late-acceptance"],
    ["withdrawn", "accepted", 2488, "late-acceptance"],
    ["withdrawn", "rejected", 5, "unclear"],
    ["superseded", "standing", 5, "unclear"],
    ["open", "accepted", 5, "unclear"],
    [null, "open", 5, "unclear"],
    ["accepted", null, 5, "unclear"],
  ])("%s to %s after %s days is %s", (from, to, held, kind) => {
    expect(reversalKind(from, to, held)).toBe(kind);
  });
});

it("counts days across a leap day and a change of century", () => {
  expect(daysBetween("2018-07-11", "2019-03-11")).toBe(243);
  expect(daysBetween("2000-02-28", "2000-03-01")).toBe(2);
  expect(daysBetween("2001-01-02", "2000-12-31")).toBe(-2);
});

it("is on the record from its first known day", () => {
  const step = { from: null, to: "Draft", by: null, note: null, reference: null };
  expect(onRecordFrom({ openedOn: "2012-05-06", decidedOn: null, steps: [{ on: "2012-05-01", ...step }] })).toBe(
    "2012-05-01",
  );
  expect(onRecordFrom({ openedOn: "2018-12-16", decidedOn: "2018-08-25", steps: [] })).toBe("2018-08-25");
  expect(onRecordFrom({ openedOn: null, decidedOn: null, steps: [] })).toBeNull();
});

it("is read by whoever holds a role in the team, and by nobody from above", () => {
  for (const role of ["lead", "member", "observer"] as const) {
    expect(whyNotRead({ role, leadsAbove: false })).toBeNull();
  }
  expect(whyNotRead({ role: null, leadsAbove: true })).toEqual({ code: "decisions.not_in_team" });
  expect(whyNotRead({ role: null, leadsAbove: false })).toEqual({ code: "decisions.not_in_team" });
});
