import { describe, expect, it } from "vitest";
import { inTreeOrder, namesAbove, type TeamEntry, teamsUnder, whatIMay } from "./team-tree.ts";

const team = (id: string, parent: string | null, more: Partial<TeamEntry> = {}): TeamEntry => ({
  id,
  parent,
  name: id,
  closed: false,
  people: 1,
  myRole: null,
  ...more,
});

const teams = [
  team("harbour", null, { myRole: "lead" }),
  team("on-call", "harbour"),
  team("night", "on-call", { closed: true }),
  team("office", null, { myRole: "member" }),
];

function workspaceOf(own: readonly TeamEntry[], administers = false) {
  return {
    id: "w",
    slug: "w",
    name: "W",
    nouns: {},
    ownNouns: {},
    people: 1,
    me: { id: "me", name: "Me", timeZone: "UTC", locale: "en", administers },
    teams: [...own],
  };
}

it("lists teams one under the other", () => {
  expect(inTreeOrder(teams).map(({ team: { id }, depth }) => `${depth} ${id}`)).toEqual([
    "0 harbour",
    "1 on-call",
    "2 night",
    "0 office",
  ]);
});

it("puts a team whose parent is not shown at the top, so that none is lost", () => {
  expect(teamsUnder([team("night", "gone")], null).map(({ id }) => id)).toEqual(["night"]);
});

it("names the teams above, from the top", () => {
  expect(namesAbove(teams, teams[2]!)).toEqual(["harbour", "on-call"]);
});

describe("what may be done", () => {
  const [harbour, onCall, night, office] = teams as [TeamEntry, TeamEntry, TeamEntry, TeamEntry];

  it("lets a lead above change what is below, and nobody else", () => {
    const may = whatIMay(workspaceOf(teams));
    expect(may.change(onCall)).toBeNull();
    expect(may.change(office)).not.toBeNull();
    expect(may.shapes(office)).toBe(false);
    expect(may.makeAtTop).not.toBeNull();
  });

  it("lets whoever looks after the workspace change all of it", () => {
    const may = whatIMay(workspaceOf(teams, true));
    expect(may.change(office)).toBeNull();
    expect(may.makeAtTop).toBeNull();
  });

  it("does not change a closed team, but opens it again where what is above is open", () => {
    const may = whatIMay(workspaceOf(teams));
    expect(may.change(night)).not.toBeNull();
    expect(may.reopen(night)).toBeNull();
    const above = whatIMay(workspaceOf([harbour, { ...onCall, closed: true }, night]));
    expect(above.reopen(night)).not.toBeNull();
  });

  it("closes a team only when none below is open", () => {
    const may = whatIMay(workspaceOf(teams));
    expect(may.close(harbour)).not.toBeNull();
    expect(may.close(onCall)).toBeNull();
  });

  it("moves a team never under itself or its own", () => {
    const may = whatIMay(workspaceOf(teams, true));
    expect(may.moveUnder(harbour, onCall)).not.toBeNull();
    expect(may.moveUnder(harbour, office)).toBeNull();
    expect(may.moveUnder(onCall, null)).toBeNull();
  });
});
