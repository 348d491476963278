import { describe, expect, it } from "vitest";
import { whyNotImport, whyNotUndo } from "./rules.ts";

describe("who may import", () => {
  const lead = { role: "lead", leadsAbove: false } as const;
  const member = { role: "member", leadsAbove: false } as const;
  const observer = { role: "observer", leadsAbove: false } as const;
  const leadAbove = { role: null, leadsAbove: true } as const;
  const leadAboveHere = { role: "observer", leadsAbove: true } as const;
  const nobody = { role: null, leadsAbove: false } as const;

  it.each([
    ["a lead", lead, false, false, null],
    ["a lead of a closed team", lead, false, true, "records.team_closed"],
    ["a member", member, false, false, "records.not_a_lead_here"],
    ["an observer", observer, false, false, "records.not_a_lead_here"],
    ["a member who looks after the workspace", member, true, false, null],
    ["a lead from above with a role here", leadAboveHere, false, false, null],
    ["a lead from above without one", leadAbove, false, false, "decisions.not_in_team"],
    ["an administrator without a role here", nobody, true, false, "decisions.not_in_team"],
    ["anybody else", nobody, false, false, "decisions.not_in_team"],
    ["a member of a closed team", member, false, true, "records.not_a_lead_here"],
  ] as const)("%s", (_, standing, administers, closed, code) => {
    expect(whyNotImport(standing, administers, closed)?.code ?? null).toBe(code);
  });
});

describe("what may be undone", () => {
  const later = { fileName: "second.csv", at: "2026-03-02" };
  it.each([
    ["an import nothing builds on", { undoneAt: null, laterOne: null }, null],
    ["one that was undone", { undoneAt: new Date(), laterOne: null }, { code: "records.undone_already" }],
    ["one undone, with a later one", { undoneAt: new Date(), laterOne: later }, { code: "records.undone_already" }],
    [
      "one that a later one builds on",
      { undoneAt: null, laterOne: later },
      { code: "records.later_import_first", params: { file: "second.csv", at: "2026-03-02" } },
    ],
  ])("%s", (_, one, whyNot) => {
    expect(whyNotUndo(one)).toEqual(whyNot);
  });
});
