import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Role } from "../people/rules.ts";
import {
  type Above,
  chainFrom,
  type GoalAbove,
  isOverdue,
  type LineAbove,
  measureWords,
  sameMeasure,
  servesNow,
  whyNotMeasure,
  whyNotRead,
  whyNotReopen,
  whyNotServe,
  whyNotTouch,
} from "./goal-rules.ts";
import { whyNotOwn, whyNotSee, whyNotTakePart } from "./rules.ts";

const nothing = { servesLine: null, servesGoal: null };
const goal = (id: string, rest: Partial<GoalAbove> = {}): GoalAbove => ({
  goal: id,
  outcome: `goal ${id}`,
  team: "t0",
  teamName: "Team 0",
  ended: null,
  ...nothing,
  ...rest,
});
const line = (id: string, depth: number, intentServes: string | null = null): LineAbove => ({
  line: id,
  part: "done",
  words: `line ${id}`,
  team: `t${depth}`,
  teamName: `Team ${depth}`,
  depth,
  intentServes,
});
const above = (lines: LineAbove[], goals: GoalAbove[] = []): Above => ({
  lines: new Map(lines.map((one) => [one.line, one])),
  goals: new Map(goals.map((one) => [one.goal, one])),
});

describe("what a goal serves now", () => {
  const there = above(
    [line("l", 0)],
    [goal("open"), goal("reached", { ended: "reached" }), goal("dropped", { ended: "dropped" })],
  );
  it.each([
    ["nothing", nothing, null],
    ["a line of the current intent", { ...nothing, servesLine: "l" }, "line"],
    ["a line that is gone", { ...nothing, servesLine: "gone" }, null],
    ["an open goal", { ...nothing, servesGoal: "open" }, "goal"],
    ["a goal that was reached", { ...nothing, servesGoal: "reached" }, "goal"],
    ["a goal that was dropped", { ...nothing, servesGoal: "dropped" }, null],
    ["a goal of a team that is not above any more", { ...nothing, servesGoal: "elsewhere" }, null],
  ])("%s", (_, served, expected) => {
    expect(servesNow(served, there)?.kind ?? null).toBe(expected);
  });
});

describe("the way up from a goal", () => {
  const way = (from: Partial<GoalAbove>, there: Above) => {
    const { chain, reachesTop } = chainFrom(goal("me", from), there);
    return [chain.map((link) => link.id).join(" "), reachesTop];
  };
  const three = [line("own", 0, "mid"), line("mid", 1, "top"), line("top", 2)];
  it.each<[string, Partial<GoalAbove>, Above, string, boolean]>([
    ["an orphan", nothing, above(three), "", false],
    ["across three teams", { servesLine: "own" }, above(three), "own mid top", true],
    ["a line two teams above", { servesLine: "top" }, above(three), "top", true],
    [
      "goals first, the nearest first",
      { servesGoal: "a" },
      above(three, [goal("a", { servesGoal: "b" }), goal("b", { servesLine: "mid", team: "t1" })]),
      "a b mid top",
      true,
    ],
    [
      "ends where the intent serves nothing",
      { servesLine: "own" },
      above([line("own", 0), line("top", 1)]),
      "own",
      false,
    ],
    [
      "ends where the line above is gone",
      { servesLine: "own" },
      above([line("own", 0, "gone"), line("top", 1)]),
      "own",
      false,
    ],
    [
      "ends where a parent was dropped",
      { servesGoal: "a" },
      above(three, [goal("a", { servesGoal: "b" }), goal("b", { ended: "dropped", servesLine: "own" })]),
      "a",
      false,
    ],
    ["a team alone is its own top", { servesLine: "own" }, above([line("own", 0)]), "own", true],
    ["a goal that serves nothing", { servesGoal: "a" }, above(three, [goal("a")]), "a", false],
    [
      "a circle",
      { servesGoal: "a" },
      above([], [goal("a", { servesGoal: "b" }), goal("b", { servesGoal: "a" })]),
      "a b",
      false,
    ],
    [
      "a circle through itself",
      { servesGoal: "a" },
      above([], [goal("a", { servesGoal: "me" }), goal("me", { servesGoal: "a" })]),
      "a",
      false,
    ],
    ["a line that serves itself", { servesLine: "own" }, above([line("own", 0, "own")]), "own", true],
  ])("%s", (_, from, there, chain, reachesTop) => {
    expect(way(from, there)).toEqual([chain, reachesTop]);
  });

  it("ends, names nothing twice, goes up from line to line, and has all goals before all lines", () => {
    const name = fc.constantFrom("a", "b", "c", "d", "me");
    const lineName = fc.constantFrom("l", "m", "n", "o");
    const lines = fc.uniqueArray(fc.record({ id: lineName, depth: fc.nat(3), serves: fc.option(lineName) }), {
      selector: (one) => one.id,
    });
    const goals = fc.uniqueArray(
      fc.record({
        id: name,
        servesGoal: fc.option(name),
        servesLine: fc.option(lineName),
        ended: fc.option(fc.constantFrom("reached", "dropped")),
      }),
      { selector: (one) => one.id },
    );
    fc.assert(
      fc.property(lines, goals, name, (someLines, someGoals, start) => {
        const there = above(
          someLines.map((one) => line(one.id, one.depth, one.serves)),
          someGoals.map(({ id, ...rest }) => goal(id, rest)),
        );
        const { chain, reachesTop } = chainFrom({ goal: "me", servesGoal: start, servesLine: null }, there);
        const ids = chain.map((link) => link.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain("me");
        const kinds = chain.map((link) => link.kind).join(" ");
        expect(kinds).toMatch(/^(goal ?)*(line ?)*$/);
        const depths = ids.flatMap((id) => there.lines.get(id)?.depth ?? []);
        expect(depths).toEqual([...new Set(depths)].sort((a, b) => a - b));
        if (reachesTop) expect(depths.at(-1)).toBe(Math.max(...someLines.map((one) => one.depth)));
      }),
    );
  });
});

describe("goals that serve goals", () => {
  const serves = new Map<string, string | null>([
    ["a", "b"],
    ["b", "c"],
    ["c", null],
    ["x", null],
  ]);
  it.each([
    ["itself", "a", "a", "direction.serves_itself"],
    ["one that serves it", "c", "b", "direction.serves_itself"],
    ["one that serves it from far below", "c", "a", "direction.serves_itself"],
    ["another", "c", "x", null],
    ["one above it already", "a", "c", null],
  ])("%s", (_, one, parent, expected) => {
    expect(whyNotServe(one, parent, serves)?.code ?? null).toBe(expected);
  });

  it("never closes a circle, whatever is asked in whatever order", () => {
    const ask = fc.tuple(fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 40 }), (asks) => {
        const now = new Map<string, string | null>(Array.from({ length: 7 }, (_, i) => [String(i), null]));
        for (const [from, to] of asks) {
          if (!whyNotServe(String(from), String(to), now)) now.set(String(from), String(to));
        }
        for (const start of now.keys()) {
          const way = [start];
          for (let at = now.get(start); at && way.length < 9; at = now.get(at)) way.push(at);
          expect(way.length).toBeLessThan(8);
        }
      }),
    );
  });
});

describe("who may do what with a goal of Grace", () => {
  const open = { owner: "grace", ended: null };
  const ended = { owner: "grace", ended: "reached" };
  const owner = "direction.only_the_owner";
  const out = "direction.not_in_team";
  // who, role → change and end, read, take up again
  it.each<[string, Role | null, string | null, string | null, string | null]>([
    ["grace", "member", null, null, null],
    ["grace", "lead", null, null, null],
    ["grace", "observer", owner, owner, owner],
    ["grace", null, out, out, out],
    ["other", "lead", null, owner, null],
    ["other", "member", owner, owner, owner],
    ["other", "observer", owner, owner, owner],
    ["other", null, out, out, out],
  ])("%s as %s", (me, role, touch, read, reopen) => {
    const code = (whyNot: { code: string } | null) => whyNot?.code ?? null;
    expect(code(whyNotTouch({ role }, me, open))).toBe(touch);
    expect(code(whyNotRead({ role }, me, open))).toBe(read);
    expect(code(whyNotReopen({ role }, me, ended))).toBe(reopen);
    expect(code(whyNotTouch({ role }, me, ended))).toBe(touch ?? "direction.goal_ended");
    expect(code(whyNotRead({ role }, me, ended))).toBe(read ?? "direction.goal_ended");
    expect(code(whyNotReopen({ role }, me, open))).toBe(reopen ?? "direction.goal_open");
  });

  it.each<[Role | null, string | null, string | null, string | null]>([
    ["lead", null, null, null],
    ["member", null, null, null],
    ["observer", null, "direction.observers_read", "direction.not_a_member"],
    [null, "direction.not_in_team", "direction.not_in_team", "direction.not_a_member"],
  ])("%s sees, takes part, owns", (role, see, part, own) => {
    expect(whyNotSee({ role })?.code ?? null).toBe(see);
    expect(whyNotTakePart({ role })?.code ?? null).toBe(part);
    expect(whyNotOwn(role)?.code ?? null).toBe(own);
  });
});

describe("a measure", () => {
  const number = { kind: "number", name: "Waiting", unit: "hours", start: 12, target: 3 } as const;
  it("that does not move tells nothing", () => {
    expect(whyNotMeasure(number)).toBeNull();
    expect(whyNotMeasure({ kind: "done" })).toBeNull();
    expect(whyNotMeasure({ ...number, target: 12 })?.code).toBe("direction.number_needed");
  });

  it("stands in history in no language", () => {
    expect(measureWords(number)).toBe("Waiting: 12 → 3 hours");
    expect(measureWords({ ...number, unit: "" })).toBe("Waiting: 12 → 3");
    expect(measureWords({ kind: "done" })).toBeNull();
  });

  it("is the same when all of it is", () => {
    expect(sameMeasure(number, { ...number })).toBe(true);
    expect(sameMeasure(number, { ...number, unit: "days" })).toBe(false);
    expect(sameMeasure(number, { kind: "done" })).toBe(false);
    expect(sameMeasure({ kind: "done" }, { kind: "done" })).toBe(true);
  });

  it("is overdue after its day, while it is open", () => {
    expect(isOverdue({ ended: null, due: "2026-03-02" }, "2026-03-02")).toBe(false);
    expect(isOverdue({ ended: null, due: "2026-03-02" }, "2026-03-03")).toBe(true);
    expect(isOverdue({ ended: "reached", due: "2026-03-02" }, "2026-03-03")).toBe(false);
  });
});
