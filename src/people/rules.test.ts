import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  invitationState,
  type Role,
  slugFrom,
  whyNotClose,
  whyNotEndLead,
  whyNotShape,
  whyNotStopAdministering,
  whyNotUnder,
} from "./rules.ts";

describe("who may shape a team", () => {
  it.each([
    ["a lead of it", { role: "lead", leadsAbove: false }, false, null],
    ["a lead above it", { role: null, leadsAbove: true }, false, null],
    ["whoever looks after the workspace", { role: null, leadsAbove: false }, true, null],
    ["a member", { role: "member", leadsAbove: false }, false, "people.not_a_lead_here"],
    ["an observer", { role: "observer", leadsAbove: false }, false, "people.not_a_lead_here"],
    ["somebody else", { role: null, leadsAbove: false }, false, "people.not_a_lead_here"],
  ] as const)("%s", (_, standing, administers, expected) => {
    expect(whyNotShape(standing, administers)?.code ?? null).toBe(expected);
  });
});

describe("a team with people in it keeps a lead", () => {
  const team = (...roles: [string, Role][]) => ({ name: "Harbour", roles: new Map(roles) });
  it.each([
    ["the only lead leaves two others", team(["a", "lead"], ["b", "member"]), "a", null, "people.last_lead"],
    ["the only lead becomes a member", team(["a", "lead"], ["b", "member"]), "a", "member", "people.last_lead"],
    ["one of two leads leaves", team(["a", "lead"], ["b", "lead"]), "a", null, null],
    ["the last person leaves", team(["a", "lead"]), "a", null, null],
    ["a member leaves", team(["a", "lead"], ["b", "member"]), "b", null, null],
    ["a lead stays lead", team(["a", "lead"], ["b", "member"]), "a", "lead", null],
  ] as const)("%s", (_, roles, member, next, expected) => {
    expect(whyNotEndLead(roles, member, next)?.code ?? null).toBe(expected);
  });

  it("names the team in its sentence", () => {
    expect(whyNotEndLead(team(["a", "lead"], ["b", "member"]), "a", null)?.params).toEqual({ name: "Harbour" });
  });
});

describe("where a team may stand", () => {
  const above = new Map([
    ["root", null],
    ["mid", "root"],
    ["leaf", "mid"],
    ["other", null],
  ]);
  it.each([
    ["under another", "mid", "other", null],
    ["under itself", "mid", "mid", "people.under_itself"],
    ["under its own", "root", "leaf", "people.under_itself"],
    ["where it stands", "leaf", "mid", null],
  ] as const)("%s", (_, team, parent, expected) => {
    expect(whyNotUnder(team, parent, above)?.code ?? null).toBe(expected);
  });

  it("ends on a circle that should never have been", () => {
    const circle = new Map([
      ["a", "b"],
      ["b", "a"],
    ]);
    expect(whyNotUnder("c", "a", circle)).toBeNull();
  });
});

it("a team closes when nothing open stands under it", () => {
  expect(whyNotClose(0)).toBeNull();
  expect(whyNotClose(1)?.code).toBe("people.teams_below");
});

describe("somebody looks after a workspace while anybody is in it", () => {
  it.each([
    ["the last one, others here", ["a"], "a", true, "people.last_administrator"],
    ["the last one, alone", ["a"], "a", false, null],
    ["one of two", ["a", "b"], "a", true, null],
    ["somebody who does not", ["a"], "b", true, null],
  ] as const)("%s", (_, who, member, anyoneElse, expected) => {
    expect(whyNotStopAdministering(who, member, anyoneElse)?.code ?? null).toBe(expected);
  });
});

describe("what an invitation is worth", () => {
  const at = (iso: string) => new Date(iso);
  it.each([
    ["before its end", "2026-11-24T11:59:59Z", null, "open"],
    ["at its end", "2026-11-24T12:00:00Z", null, "expired"],
    ["taken back", "2026-11-20T00:00:00Z", "2026-11-19T00:00:00Z", "revoked"],
  ] as const)("%s", (_, now, revoked, expected) => {
    const invitation = { expires_at: at("2026-11-24T12:00:00Z"), revoked_at: revoked ? at(revoked) : null };
    expect(invitationState(invitation, at(now))).toBe(expected);
  });
});

describe("the part of an address made from a name", () => {
  it.each([
    ["Harbour Platform", "harbour-platform"],
    ["  Équipe №1 — été ", "equipe-no1-ete"],
    ["مستشفى", "workspace"],
    ["---", "workspace"],
  ])("%s → %s", (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });

  it("always fits the database's rule", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugFrom(name)) && slugFrom(name).length <= 40,
      ),
    );
  });
});
