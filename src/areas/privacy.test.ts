import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aTeam, type TeamPerson } from "../../test/team.ts";

const dayMs = 86_400_000;

/** Everything of areas that somebody can read, by operation. */
async function everything(who: TeamPerson, area: string, team: string, goal: string, asOf: string) {
  return {
    board: await who.ask("areas.board"),
    boardThen: await who.ask("areas.board", { asOf }),
    show: await who.ask("areas.show", { area }),
    shownThen: await who.ask("areas.show", { area, asOf }),
    history: await who.ask("areas.history", { area }),
    ground: await who.ask("areas.ground"),
    mayI: await who.ask("areas.mayI", { team, area, what: "Swap the on-call rota" }),
    serving: await who.ask("areas.serving", { goal }),
    waiting: await who.ask("areas.waiting"),
    notices: await who.ask("notices.list", {}),
  };
}
/** Every value under a key, however deep. */
function valuesOf(tree: unknown, key: string): unknown[] {
  if (Array.isArray(tree)) return tree.flatMap((one) => valuesOf(one, key));
  if (tree === null || typeof tree !== "object" || tree instanceof Date) return [];
  return Object.entries(tree).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(value, key)]);
}

describe("what an owner wishes", () => {
  it("is told to that owner and the leads, and through no operation to anybody else", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"], observers: ["Ivo"] });
    const { goal } = await t.nomsa.ask("direction.makeGoal", {
      outcome: "Nobody wakes twice",
      measure: { kind: "done" },
      owner: t.grace.member,
      due: "2026-12-01",
      serves: { kind: "nothing" },
    });
    const { areas } = await t.nomsa.ask("areas.make", {
      areas: [{ name: "On-call", level: 3, owner: t.grace.member, guardrails: [{ id: randomUUID(), kind: "goal" }] }],
    });
    const area = areas[0]!;
    t.clock.pass(dayMs);
    const change = async (card: Record<string, unknown>) => {
      const { version } = await t.grace.ask("areas.show", { area });
      await t.grace.ask("areas.change", { area, version, card });
    };
    await change({ mattersGoal: goal });
    const before = await everything(t.chen, area, t.team, goal, "2026-03-03");
    await change({ desired: 7 });
    t.clock.pass(2 * dayMs);
    await change({ desired: 6 });
    const asOf = "2026-03-04";

    const grace = await everything(t.grace, area, t.team, goal, asOf);
    const nomsa = await everything(t.nomsa, area, t.team, goal, asOf);
    for (const read of [grace, nomsa]) {
      expect([read.show.desired, read.shownThen.desired]).toEqual([6, 7]);
      expect(read.history.changes.flatMap(({ changes }) => changes)).toContainEqual({
        field: "desired",
        from: "7",
        to: "6",
      });
      expect(read.show.prompts).toContainEqual({ kind: "gap", offered: 3, desired: 6 });
    }
    expect(nomsa.waiting.waiting.map(({ kind }) => kind)).toContain("gap");
    expect(nomsa.notices.notices.map(({ kind }) => kind)).toContain("areas.gap");
    // once for each pair
    expect(nomsa.notices.notices.filter(({ kind }) => kind === "areas.gap")).toHaveLength(2);
    expect(grace.ground.teams[0]!.areas[0]!.desired).toBe(6);

    for (const who of [t.chen, t.ivo]) {
      const read = await everything(who, area, t.team, goal, asOf);
      expect(valuesOf(read, "desired").filter((value) => typeof value === "number")).toEqual([]);
      expect(valuesOf(read, "kind")).not.toContain("gap");
      expect(valuesOf(read, "kind")).not.toContain("areas.gap");
      expect(valuesOf(read, "field")).not.toContain("desired");
    }
    // and nothing that they read has changed with it: no version, no entry, no count
    const after = await everything(t.chen, area, t.team, goal, "2026-03-03");
    const still = ({ board, show, history, ground, waiting, serving }: typeof before) => [
      board.areas,
      show,
      history,
      ground,
      waiting,
      serving,
    ];
    expect(still(after)).toEqual(still(before));
    const { rows } = await t.house.owner.query(
      "select data from event where workspace_id = $1 and (data::text like '%desired%' or kind like '%desired%')",
      [t.workspace],
    );
    expect(rows).toEqual([]);
  });

  it("is not told to who holds the area next", async () => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace", "Chen"] });
    const { areas } = await t.nomsa.ask("areas.make", {
      areas: [{ name: "On-call", level: 3, owner: t.grace.member }],
    });
    const area = areas[0]!;
    const { version } = await t.grace.ask("areas.show", { area });
    await t.grace.ask("areas.change", { area, version, card: { desired: 7 } });
    t.clock.pass(2 * dayMs);
    await t.grace.ask("areas.hold", { area, part: "owner", member: null });
    await t.nomsa.ask("areas.hold", { area, part: "owner", member: t.chen.member });
    expect(await t.chen.ask("areas.show", { area, asOf: "2026-03-03" })).toMatchObject({
      desired: null,
      owner: { name: "Grace" },
    });
    const { changes } = await t.chen.ask("areas.history", { area });
    expect(changes.flatMap(({ changes }) => changes).map(({ field }) => field)).not.toContain("desired");
    expect((await t.grace.ask("areas.show", { area, asOf: "2026-03-03" })).desired).toBeNull();
    expect((await t.nomsa.ask("areas.show", { area, asOf: "2026-03-03" })).desired).toBe(7);
  });
});
