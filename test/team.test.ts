import { describe, expect, it } from "vitest";
import { freshHouse } from "./open-house.ts";
import { aTeam } from "./team.ts";

describe("a team in one line", () => {
  it("is a workspace with a team, and each person asks as themselves", async () => {
    const t = await aTeam({ lead: "Nomsa Mthembu", members: ["Grace", "Chen"], observers: ["Ivo"] });
    const team = await t.grace.ask("people.showTeam");
    expect(team.people.map(({ name, role }) => [name, role])).toEqual([
      ["Nomsa Mthembu", "lead"],
      ["Chen", "member"],
      ["Grace", "member"],
      ["Ivo", "observer"],
    ]);
    expect((await t.chen.ask("people.workspace")).me.id).toBe(t.chen.member);
  });

  it("is closed to another team's people", async () => {
    const ours = await aTeam({ lead: "Nomsa" });
    const theirs = await aTeam({ lead: "Nomsa" });
    expect(await theirs.nomsa.refused("people.showTeam", { workspace: ours.workspace, team: ours.team })).toBe(
      "not_found",
    );
    expect(await (await ours.stranger()).refused("people.showTeam")).toBe("not_found");
  });

  it("stands on a clock of its own", async () => {
    const t = await aTeam({ lead: "Nomsa", at: "2024-02-29T10:00:00Z" });
    const team = await t.nomsa.ask("people.showTeam");
    expect(team.people[0]!.since).toEqual(new Date("2024-02-29T10:00:00Z"));
    t.clock.pass(3_600_000);
    const grace = await t.joins("Grace");
    expect((await grace.ask("people.showTeam")).people.find(({ name }) => name === "Grace")?.since).toEqual(
      new Date("2024-02-29T11:00:00Z"),
    );
  });

  it("can have a house that nobody was in before", async () => {
    const house = await freshHouse();
    const t = await aTeam({ lead: "Nomsa", house });
    expect((await house.owner.query("select from workspace")).rowCount).toBe(1);
    expect((await t.nomsa.ask("people.me")).workspaces).toHaveLength(1);
    await house.stop();
  });
});
