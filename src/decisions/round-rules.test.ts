import { describe, expect, it } from "vitest";
import type { Level } from "../areas/rules.ts";
import type { Role } from "../people/rules.ts";
import type { Method, Stance } from "./method-rules.ts";
import {
  dueAbout,
  electorate,
  methodsTaking,
  type Present,
  type RoundDue,
  raisesObjections,
  type SealedRound,
  whyNotDue,
  whyNotHeldSo,
  whyNotSaySo,
} from "./round-rules.ts";

const team: { member: string; role: Role }[] = [
  { member: "Nomsa", role: "lead" },
  { member: "Pieter", role: "lead" },
  { member: "Grace", role: "member" },
  { member: "Chen", role: "member" },
  { member: "Divya", role: "member" },
  { member: "Ivo", role: "observer" },
];

/** Who speaks, as `Grace Chen | Nomsa`: at once, and then the leads. */
function speak(level: Level, method: Method, decider: string, present: Partial<Present> = {}): string {
  const electors = electorate(level, method, decider, { team, affected: [], asks: [], chosen: [], ...present });
  const of = (part: "voice" | "lead") =>
    electors
      .filter((one) => one.part === part)
      .map(({ member }) => member)
      .sort()
      .join(" ");
  return `${of("voice")} | ${of("lead")}`;
}

describe("who may speak, by level", () => {
  it.each<[level: Level, method: Method, decider: string, present: Partial<Present>, speak: string]>([
    // 1, 2: nobody by themselves; whom a guardrail names, wherever they stand
    [1, "advice", "Nomsa", {}, " | "],
    [1, "advice", "Nomsa", { affected: ["Grace"], chosen: ["Chen"] }, " | "],
    [2, "advice", "Nomsa", { asks: ["Grace", "Outside"] }, "Grace Outside | "],
    [2, "advice", "Nomsa", { asks: ["Nomsa", "Pieter"] }, " | Pieter"],
    // 3: the team first, the leads who do not decide last
    [3, "advice", "Nomsa", {}, "Chen Divya Grace | Pieter"],
    [3, "advice", "Nomsa", { asks: ["Outside"] }, "Chen Divya Grace Outside | Pieter"],
    // 4: everybody, whoever looks after it too
    [4, "consent", "Grace", {}, "Chen Divya Grace | Nomsa Pieter"],
    [4, "majority", "Nomsa", {}, "Chen Divya Grace | Nomsa Pieter"],
    // 5: those affected and those who know; the leads give advice, the owner decides
    [5, "advice", "Grace", {}, " | Nomsa Pieter"],
    [5, "advice", "Grace", { affected: ["Chen", "Grace", "Ivo", "Gone"] }, "Chen | Nomsa Pieter"],
    [
      5,
      "advice",
      "Grace",
      { affected: ["Chen"], chosen: ["Divya"], asks: ["Outside"] },
      "Chen Divya Outside | Nomsa Pieter",
    ],
    [5, "advice", "Nomsa", { affected: ["Chen"] }, "Chen | Pieter"],
    // 6, 7: as the owner wishes; no lead but who is asked for
    [6, "advice", "Grace", { affected: ["Chen", "Nomsa"] }, "Chen | "],
    [6, "advice", "Grace", { affected: ["Chen"], chosen: ["Nomsa"] }, "Chen | Nomsa"],
    [7, "advice", "Grace", { asks: ["Pieter"] }, " | Pieter"],
    [7, "advice", "Grace", { chosen: ["Ivo", "Outside"] }, " | "],
    // a binding method binds whoever owns it: they have a voice in it
    [6, "consent", "Grace", { chosen: ["Chen"] }, "Chen Grace | "],
    [7, "majority", "Nomsa", { chosen: ["Chen"] }, "Chen | Nomsa"],
  ])("%i by %s, %s decides, %j: %s", (level, method, decider, present, expected) => {
    expect(speak(level, method, decider, present)).toBe(expected);
  });

  it("nobody twice, however often they are named", () => {
    const named = ["Chen", "Chen"];
    expect(electorate(5, "advice", "Grace", { team, affected: named, asks: named, chosen: named })).toHaveLength(3);
  });
});

describe("how a round may be held", () => {
  it.each<[level: Level, method: Method, exit: string | null, code: string | null]>([
    [3, "advice", null, null],
    [3, "consent", "wait", "decisions.method_not_here"],
    [4, "advice", null, "decisions.method_not_here"],
    [4, "consent", null, "decisions.exit_needed"],
    [4, "consent", "wait", null],
    [4, "majority", null, null],
    [5, "majority", null, "decisions.method_not_here"],
    [7, "consent", "holder_decides", null],
  ])("%i by %s with exit %s: %s", (level, method, exit, code) => {
    expect(whyNotHeldSo(level, { method, exit })?.code ?? null).toBe(code);
  });
  it("only consent raises objections", () => {
    expect((["advice", "consent", "majority"] as const).map(raisesObjections)).toEqual([false, true, false]);
  });
  it.each([
    [14.99, "decisions.due_too_soon"],
    [-5, "decisions.due_too_soon"],
    [15, null],
    [60 * 24 * 60, null],
    [60 * 24 * 60 + 1, "decisions.due_too_late"],
  ])("a deadline %d minutes ahead: %s", (minutes, code) => {
    const now = new Date("2026-03-02T09:00:00Z");
    expect(whyNotDue(new Date(now.getTime() + minutes * 60_000), now)?.code ?? null).toBe(code);
  });
});

describe("what may be said", () => {
  it.each<[method: Method, stance: Stance, reason: string, code: string | null]>([
    ["advice", "agree", "", null],
    ["advice", "aside", "", null],
    ["advice", "concern", "", "decisions.reason_needed"],
    ["advice", "against", "it floods", null],
    ["advice", "object", "it floods", "decisions.stance_not_here"],
    ["consent", "consent", "", null],
    ["consent", "object", "", "decisions.reason_needed"],
    ["consent", "concern", "it floods", null],
    ["consent", "yes", "", "decisions.stance_not_here"],
    ["majority", "no", "", null],
    ["majority", "abstain", "", null],
    ["majority", "aside", "", "decisions.stance_not_here"],
  ])("%s: %s “%s” → %s", (method, stance, reason, code) => {
    expect(whyNotSaySo(method, { stance, reason })?.code ?? null).toBe(code);
    expect(methodsTaking({ stance, reason }).includes(method)).toBe(code === null);
  });
});

describe("what is due about a sealed round", () => {
  const at = (minutes: number) => new Date(Date.parse("2026-03-02T09:00:00Z") + minutes * 60_000);
  const hour: SealedRound = {
    method: "majority",
    quorum: 50,
    begunAt: at(0),
    dueAt: at(60),
    extendedFrom: null,
    remindedAt: null,
    electors: 5,
    spoken: 0,
  };
  it.each<[what: string, round: Partial<SealedRound>, minutes: number, due: RoundDue]>([
    ["just begun", {}, 0, null],
    ["a moment before half time", {}, 29.99, null],
    ["half time", {}, 30, "remind"],
    ["reminded already", { remindedAt: at(30) }, 45, null],
    ["everybody but one, before the deadline", { spoken: 4, remindedAt: at(30) }, 59.99, null],
    ["everybody spoke", { spoken: 5 }, 1, { open: "all_spoke" }],
    ["everybody spoke, after the deadline", { spoken: 5 }, 61, { open: "all_spoke" }],
    ["nobody to speak", { electors: 0 }, 0, { open: "all_spoke" }],
    ["the deadline, with the quorum", { spoken: 3 }, 60, { open: "deadline" }],
    ["the deadline, one short", { spoken: 2 }, 60, { extendTo: at(120) }],
    ["the second deadline", { spoken: 2, dueAt: at(120), extendedFrom: at(60) }, 120, { open: "deadline" }],
    ["between the deadlines", { dueAt: at(120), extendedFrom: at(60), remindedAt: at(30) }, 90, null],
    ["no quorum asked for", { quorum: 0 }, 60, { open: "deadline" }],
    ["the house was off for a day", { spoken: 2 }, 1_500, { extendTo: at(1_560) }],
  ])("%s", (_, round, minutes, due) => {
    expect(dueAbout({ ...hour, ...round }, at(minutes))).toEqual(due);
  });
});
