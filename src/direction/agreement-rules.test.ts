import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Role } from "../people/rules.ts";
import { agreementState, holds, isYesWanted, sideOf, whyNotSayYes, whyNotWithdraw } from "./agreement-rules.ts";

describe("whether an agreement holds", () => {
  it.each([
    ["a lead alone", { lead: 1, team: 0, of: 0 }, true],
    ["nobody", { lead: 0, team: 0, of: 0 }, false],
    ["the lead and none of one", { lead: 1, team: 0, of: 1 }, false],
    ["the lead and the one member", { lead: 1, team: 1, of: 1 }, true],
    ["half of the members", { lead: 1, team: 2, of: 4 }, false],
    ["more than half", { lead: 1, team: 3, of: 4 }, true],
    ["all members and no lead", { lead: 0, team: 4, of: 4 }, false],
  ])("%s", (_, yeses, expected) => {
    expect(holds(yeses)).toBe(expected);
  });

  it("one more yes never ends it", () => {
    const yeses = fc.record({ lead: fc.nat(3), of: fc.nat(30), team: fc.nat(30) }).filter(({ team, of }) => team < of);
    fc.assert(
      fc.property(yeses, (now) => {
        if (!holds(now)) return;
        expect(holds({ ...now, lead: now.lead + 1 })).toBe(true);
        expect(holds({ ...now, team: now.team + 1 })).toBe(true);
      }),
    );
  });

  it("never without both sides, where there are two", () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(30), fc.integer({ min: 1, max: 30 }), (lead, team, of) => {
        if (holds({ lead, team, of })) expect(lead >= 1 && team * 2 > of).toBe(true);
      }),
    );
  });
});

describe("whose yes", () => {
  it.each<[Role | null, string | null]>([
    ["lead", "lead"],
    ["member", "team"],
    ["observer", null],
    [null, null],
  ])("%s speaks for a side", (role, side) => {
    expect(sideOf(role)).toBe(side);
  });

  it.each([
    ["a lead, none said yes", "lead", 0, false, true],
    ["a lead, another said yes", "lead", 1, false, false],
    ["a member", "team", 1, false, true],
    ["a member who said yes", "team", 0, true, false],
    ["an observer", null, 0, false, false],
  ] as const)("is wanted of %s", (_, side, lead, said, expected) => {
    expect(isYesWanted(side, { lead }, said)).toBe(expected);
  });

  it.each<[string, Parameters<typeof whyNotSayYes>, string | null]>([
    ["a member", [{ role: "member" }, "proposed", false], null],
    ["again", [{ role: "member" }, "proposed", true], "direction.yes_said"],
    ["to what holds", [{ role: "lead" }, "in_force", false], "direction.agreement_settled"],
    ["to nothing", [{ role: "lead" }, null, false], "direction.agreement_settled"],
    ["an observer", [{ role: "observer" }, "proposed", false], "direction.observers_read"],
    ["somebody else", [{ role: null }, "proposed", false], "direction.not_in_team"],
  ])("says it: %s", (_, given, expected) => {
    expect(whyNotSayYes(...given)?.code ?? null).toBe(expected);
  });

  it("only its author takes a proposal back, while it is open", () => {
    expect(whyNotWithdraw("a", { proposedBy: "a", state: "proposed" })).toBeNull();
    expect(whyNotWithdraw("b", { proposedBy: "a", state: "proposed" })?.code).toBe("direction.only_the_author");
    expect(whyNotWithdraw("a", { proposedBy: "a", state: "in_force" })?.code).toBe("direction.agreement_settled");
    expect(whyNotWithdraw("a", null)?.code).toBe("direction.agreement_settled");
  });
});

it("knows what became of a version", () => {
  const at = new Date();
  expect(agreementState({ id: "a", inForceAt: null, withdrawnAt: null }, null)).toBe("proposed");
  expect(agreementState({ id: "a", inForceAt: null, withdrawnAt: at }, null)).toBe("withdrawn");
  expect(agreementState({ id: "a", inForceAt: at, withdrawnAt: null }, "a")).toBe("in_force");
  expect(agreementState({ id: "a", inForceAt: at, withdrawnAt: null }, "b")).toBe("replaced");
});
