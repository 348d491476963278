import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Level } from "../areas/rules.ts";
import {
  type DecidingStand,
  type DecidingState,
  levelWith,
  mayDecideHere,
  type Phase,
  phases,
  type RemarkKind,
  remarkKinds,
  whyNotBegin,
  whyNotChange,
  whyNotDecide,
  whyNotHandOver,
  whyNotNewVersion,
  whyNotNote,
  whyNotRemark,
  whyNotReview,
  whyNotStepIn,
  whyNotTakeUp,
  whyNotWait,
  whyNotWithdraw,
} from "./deciding-rules.ts";
import { noteDecidedBy, toldOfNote, whyNotNoteHere } from "./note-rules.ts";
import { processAt } from "./process-rules.ts";

const levels = [1, 2, 3, 4, 5, 6, 7] as const;
const stand = (is: Partial<DecidingStand> = {}): DecidingStand => ({
  role: "member",
  proposed: false,
  holds: false,
  owns: false,
  owned: true,
  inArea: true,
  steppedIn: false,
  ...is,
});
/** Everybody there is beside a decision in an area that somebody owns. */
const people = {
  lead: stand({ role: "lead" }),
  "owner who leads": stand({ role: "lead", owns: true }),
  owner: stand({ owns: true }),
  proposer: stand({ proposed: true }),
  member: stand(),
  observer: stand({ role: "observer" }),
  outsider: stand({ role: null }),
};
type Who = keyof typeof people;
const state = (is: Partial<DecidingState> = {}): DecidingState => ({
  phase: "shaping",
  shape: "decision",
  level: 4,
  taken: false,
  round: null,
  asks: false,
  summedUp: false,
  ...is,
});
/** A round on what is proposed now, open and with nobody left to speak. */
const heard: DecidingState["round"] = {
  method: "advice",
  opened: true,
  dropped: false,
  current: true,
  leadsToSpeak: false,
  verdict: "open",
  exit: null,
};
const codeOf = (whyNot: { code: string } | null) => whyNot?.code.replace("decisions.", "") ?? "yes";
const each = (of: (is: DecidingStand) => { code: string } | null) =>
  Object.fromEntries(Object.entries(people).map(([who, is]) => [who, codeOf(of(is))])) as Record<Who, string>;
/** What whoever has no part is told, whatever the level. */
const never = { observer: "observers_look_on", outsider: "not_in_team" };

describe("who takes a decision up", () => {
  const leads = {
    lead: "yes",
    "owner who leads": "yes",
    owner: "lead_takes_up",
    proposer: "lead_takes_up",
    member: "lead_takes_up",
  };
  const owners = {
    lead: "owner_takes_up",
    "owner who leads": "yes",
    owner: "yes",
    proposer: "owner_takes_up",
    member: "owner_takes_up",
  };
  it.each([
    [1, leads],
    [2, leads],
    [3, leads],
    [4, owners],
    [5, owners],
    [6, owners],
    [7, owners],
  ] as const)("at level %i", (level, expected) => {
    expect(each((is) => whyNotTakeUp(state({ level }), is))).toEqual({ ...expected, ...never });
  });

  it("where nobody owns the area: at 4 whoever proposed it, from 5 on nobody", () => {
    const unowned = { owned: false, inArea: false };
    expect(codeOf(whyNotTakeUp(state({ level: 4 }), stand({ ...unowned, proposed: true })))).toBe("yes");
    expect(codeOf(whyNotTakeUp(state({ level: 4 }), stand(unowned)))).toBe("nobody_holds_it");
    for (const level of [5, 6, 7] as const) {
      expect(codeOf(whyNotTakeUp(state({ level }), stand({ ...unowned, proposed: true })))).toBe("nobody_holds_it");
      expect(codeOf(whyNotTakeUp(state({ level }), stand({ ...unowned, role: "lead" })))).toBe("nobody_holds_it");
    }
  });

  it("only while it is shaped, or open for deciding, and once", () => {
    for (const phase of phases) {
      const allowed = phase === "shaping" || phase === "opened";
      expect([phase, codeOf(whyNotTakeUp(state({ phase }), people.owner))]).toEqual([
        phase,
        allowed ? "yes" : "not_in_this_phase",
      ]);
    }
    expect(codeOf(whyNotTakeUp(state(), stand({ owns: true, holds: true })))).toBe("already_yours");
  });
});

describe("who decides, once everybody was heard", () => {
  const lead = {
    lead: "yes",
    "owner who leads": "yes",
    owner: "lead_decides",
    proposer: "lead_decides",
    member: "lead_decides",
  };
  const round = {
    lead: "round_decides",
    "owner who leads": "yes",
    owner: "yes",
    proposer: "round_decides",
    member: "round_decides",
  };
  const owner = {
    lead: "owner_decides",
    "owner who leads": "yes",
    owner: "yes",
    proposer: "owner_decides",
    member: "owner_decides",
  };
  it.each([
    [1, lead],
    [2, lead],
    [3, lead],
    [4, round],
    [5, owner],
    [6, owner],
    [7, owner],
  ] as const)("at level %i", (level, expected) => {
    const now = state({
      level,
      phase: "opened",
      summedUp: true,
      round: level === 4 ? { ...heard, method: "consent", verdict: "carried" } : heard,
    });
    expect(each((is) => whyNotDecide(now, is))).toEqual({ ...expected, ...never });
  });

  it("who is to be heard before, at each level", () => {
    const alone = levels.map((level) => [
      level,
      codeOf(whyNotDecide(state({ level }), stand({ role: "lead", owns: true }))),
    ]);
    expect(alone).toEqual([
      [1, "yes"],
      [2, "yes"],
      [3, "hear_first"],
      [4, "hear_first"],
      [5, "hear_first"],
      [6, "yes"],
      [7, "yes"],
    ]);
    // whom guardrails name is heard at every level
    for (const level of levels) {
      expect(codeOf(whyNotDecide(state({ level, asks: true }), stand({ role: "lead", owns: true })))).toBe(
        "hear_first",
      );
    }
  });

  it("the sum-up comes first at 3, 4 and 5, and a sealed round is waited for", () => {
    for (const level of levels) {
      const round = {
        ...heard,
        method: level === 4 ? ("consent" as const) : ("advice" as const),
        verdict: "carried" as const,
      };
      const is = stand({ role: "lead", owns: true });
      const open = state({ level, phase: "opened", round });
      expect([level, codeOf(whyNotDecide(open, is))]).toEqual([
        level,
        level >= 3 && level <= 5 ? "sum_up_first" : "yes",
      ]);
      const sealed = state({ level, phase: "sealed", round: { ...round, opened: false } });
      expect(codeOf(whyNotDecide(sealed, is))).toBe("still_sealed");
    }
  });

  it("at 4 the lead's last voice is waited for, and only what the round said can be written down", () => {
    const open = (round: Partial<NonNullable<DecidingState["round"]>>) =>
      state({ phase: "opened", summedUp: true, round: { ...heard, method: "consent", ...round } });
    const say = (round: Parameters<typeof open>[0], outcome: "accepted" | "rejected") =>
      codeOf(whyNotDecide(open(round), people.owner, outcome));
    expect(say({ leadsToSpeak: true, verdict: "carried" }, "accepted")).toBe("lead_may_still_speak");
    expect(say({ verdict: "carried" }, "accepted")).toBe("yes");
    expect(say({ verdict: "carried" }, "rejected")).toBe("round_carried");
    expect(say({ verdict: "not_carried" }, "accepted")).toBe("objection_stands");
    expect(say({ verdict: "not_carried" }, "rejected")).toBe("yes");
    expect(say({ verdict: "open" }, "accepted")).toBe("round_said_nothing");
    expect(say({ current: false, verdict: "carried" }, "accepted")).toBe("hear_first");
  });

  it("at 5 and more nobody decides in the owner's place, whatever was said; a step-in to 1 or 2 waits for nobody", () => {
    const anyState = fc.record({
      phase: fc.constantFrom(...phases),
      level: fc.constantFrom<Level>(5, 6, 7),
      asks: fc.boolean(),
      summedUp: fc.boolean(),
      opened: fc.boolean(),
      verdict: fc.constantFrom("carried" as const, "not_carried" as const, "open" as const),
      method: fc.constantFrom("advice" as const, "consent" as const, "majority" as const),
    });
    const anybody = fc.record({
      role: fc.constantFrom("lead" as const, "member" as const, "observer" as const, null),
      proposed: fc.boolean(),
      holds: fc.boolean(),
      owned: fc.boolean(),
    });
    fc.assert(
      fc.property(anyState, anybody, ({ opened, verdict, method, ...is }, who) => {
        const round = { ...heard, opened, verdict, method };
        expect(whyNotDecide(state({ ...is, round }), stand({ ...who, owns: false }))).not.toBeNull();
      }),
    );
    const lent = stand({ role: "lead", steppedIn: true, holds: true });
    for (const level of [1, 2] as const) {
      expect(codeOf(whyNotDecide(state({ level, asks: true }), lent))).toBe("yes");
      const sealed = { ...heard, opened: false };
      expect(codeOf(whyNotDecide(state({ level, phase: "sealed", round: sealed }), lent))).toBe("yes");
    }
    expect(codeOf(whyNotDecide(state({ level: 3 }), lent))).toBe("hear_first");
  });
});

describe("who may say what beside it", () => {
  const all = { comment: "yes", question: "yes", fact: "yes" };
  const facts = { comment: "lead_speaks_last", question: "yes", fact: "yes" };
  const asked = { comment: "lead_asks_afterwards", question: "lead_asks_afterwards", fact: "lead_asks_afterwards" };
  const none = { comment: "no_lead_here", question: "no_lead_here", fact: "no_lead_here" };
  const said = (level: Level, phase: Phase, is: DecidingStand) =>
    Object.fromEntries(
      remarkKinds.map((kind: RemarkKind) => [
        kind,
        codeOf(whyNotRemark({ phase, level, shape: "decision" }, is, kind)),
      ]),
    );
  it.each([
    [1, all, all],
    [2, all, all],
    [3, all, all],
    [4, facts, all],
    [5, facts, all],
    [6, asked, { ...asked, question: "yes" }],
    [7, none, none],
  ] as const)("a lead at level %i: before it is decided, and after", (level, before, after) => {
    for (const phase of ["shaping", "sealed", "opened", "waiting"] as const) {
      expect([phase, said(level, phase, people.lead)]).toEqual([phase, before]);
    }
    for (const phase of ["decided", "reviewed"] as const) expect(said(level, phase, people.lead)).toEqual(after);
  });

  it("members always may, a lead who owns the area is its owner, and observers look on", () => {
    for (const level of levels) {
      for (const phase of phases) {
        for (const who of ["owner who leads", "owner", "proposer", "member"] as const) {
          expect(said(level, phase, people[who])).toEqual(all);
        }
        expect(new Set(Object.values(said(level, phase, people.observer)))).toEqual(new Set(["observers_look_on"]));
      }
    }
  });
});

describe("who may note what was settled", () => {
  const lead = {
    lead: "yes",
    "owner who leads": "yes",
    owner: "lead_decides",
    proposer: "lead_decides",
    member: "lead_decides",
  };
  const together = { lead: "yes", "owner who leads": "yes", owner: "yes", proposer: "yes", member: "yes" };
  const nobody = {
    lead: "together_here",
    "owner who leads": "together_here",
    owner: "together_here",
    proposer: "together_here",
    member: "together_here",
  };
  const owner = {
    lead: "owner_decides",
    "owner who leads": "yes",
    owner: "yes",
    proposer: "owner_decides",
    member: "owner_decides",
  };
  it.each([
    [1, lead, lead],
    [2, lead, lead],
    [3, lead, lead],
    [4, nobody, together],
    [5, owner, together],
    [6, owner, together],
    [7, owner, together],
  ] as const)("at level %i: alone, and together", (level, alone, settled) => {
    expect(each((is) => whyNotNote(level, is, "alone"))).toEqual({ ...alone, ...never });
    expect(each((is) => whyNotNote(level, is, "together"))).toEqual({ ...settled, ...never });
    const first = whyNotNoteHere(level, people["owner who leads"], "alone", true);
    expect(codeOf(first)).toBe(level === 4 ? "together_here" : "ask_them_first");
    expect(whyNotNoteHere(level, people["owner who leads"], "together", true)).toBeNull();
  });

  it("is the lead's below 4, the team's where it was settled together, else the owner's", () => {
    const by = (level: Level) => [
      noteDecidedBy(level, "alone", false),
      noteDecidedBy(level, "alone", true),
      noteDecidedBy(level, "together", false),
    ];
    for (const level of [1, 2, 3] as const) expect(by(level)).toEqual(["lead", "lead", "lead"]);
    for (const level of [5, 6, 7] as const) expect(by(level)).toEqual(["delegate", "lead", "team"]);
    expect(noteDecidedBy(4, "together", true)).toBe("team");
    expect(levels.map((level) => toldOfNote(level))).toEqual([
      { kind: "told", whom: "team" },
      { kind: "told", whom: "team" },
      { kind: "decided", whom: "team" },
      { kind: "decided", whom: "team" },
      { kind: "told", whom: "leads" },
      { kind: "told", whom: "leads" },
      { kind: "told", whom: "nobody" },
    ]);
  });
});

describe("what else is done with it", () => {
  it("is changed by whoever proposed or took it up, while it is shaped; a new version once voices are open", () => {
    const mine = [stand({ proposed: true }), stand({ holds: true })];
    for (const is of mine) {
      expect(phases.map((phase) => codeOf(whyNotChange(state({ phase }), is)))).toEqual([
        "yes",
        "not_in_this_phase",
        "new_version_instead",
        "not_in_this_phase",
        "not_in_this_phase",
        "not_in_this_phase",
        "not_in_this_phase",
      ]);
      expect(phases.filter((phase) => whyNotNewVersion(state({ phase }), is) === null)).toEqual(["opened"]);
    }
    expect(codeOf(whyNotChange(state(), people.lead))).toBe("not_yours_to_change");
    expect(codeOf(whyNotNewVersion(state({ phase: "opened" }), people.owner))).toBe("not_yours_to_change");
  });

  it("a round is begun by whoever took it up and may, where a level or a guardrail has one", () => {
    const holder = stand({ role: "lead", owns: true, holds: true });
    expect(levels.map((level) => codeOf(whyNotBegin(state({ level }), holder)))).toEqual([
      "no_round_here",
      "no_round_here",
      "yes",
      "yes",
      "yes",
      "yes",
      "yes",
    ]);
    for (const level of [1, 2] as const) expect(codeOf(whyNotBegin(state({ level, asks: true }), holder))).toBe("yes");
    expect(codeOf(whyNotBegin(state({ level: 5 }), people.owner))).toBe("take_it_up_first");
    // whoever holds it from when the level was another one begins nothing
    expect(codeOf(whyNotBegin(state({ level: 3 }), stand({ owns: true, holds: true })))).toBe("lead_takes_up");
    expect(codeOf(whyNotBegin(state({ phase: "opened" }), holder))).toBe("not_in_this_phase");
  });

  it("a note is withdrawn within its day, anything else until it is decided", () => {
    const mine = stand({ proposed: true });
    for (const phase of ["shaping", "sealed", "opened", "waiting"] as const) {
      expect(whyNotWithdraw(state({ phase }), mine, false)).toBeNull();
      expect(codeOf(whyNotWithdraw(state({ phase }), people.lead, false))).toBe("not_yours_to_withdraw");
    }
    expect(codeOf(whyNotWithdraw(state({ phase: "decided", shape: "note" }), mine, true))).toBe("yes");
    expect(codeOf(whyNotWithdraw(state({ phase: "decided", shape: "note" }), mine, false))).toBe("decided_already");
    expect(codeOf(whyNotWithdraw(state({ phase: "decided" }), mine, true))).toBe("decided_already");
    expect(codeOf(whyNotWithdraw(state({ phase: "withdrawn" }), mine, false))).toBe("not_in_this_phase");
  });

  it("waiting, handing over, stepping in and looking back, by level", () => {
    const table = levels.map((level) => {
      const open = state({ level, phase: "opened" });
      return [
        codeOf(whyNotWait(open, people.lead)),
        codeOf(whyNotWait(open, people.owner)),
        codeOf(whyNotHandOver(open, people.lead)),
        codeOf(whyNotHandOver(open, people.owner)),
        codeOf(whyNotStepIn(open, people.lead)),
        codeOf(whyNotStepIn(open, people.owner)),
        codeOf(whyNotReview(state({ level, phase: "decided" }), people.owner)),
        codeOf(whyNotReview(state({ level, phase: "decided" }), people.proposer)),
      ];
    });
    const below4 = [
      "yes",
      "not_yours_to_decide",
      "yes",
      "only_the_lead",
      "yours_already",
      "only_the_lead",
      "not_yours_to_review",
      "yes",
    ];
    const from4 = [
      "not_yours_to_decide",
      "yes",
      "theirs_already",
      "only_the_lead",
      "yes",
      "only_the_lead",
      "yes",
      "yes",
    ];
    expect(table).toEqual([below4, below4, below4, from4, from4, from4, from4]);
    expect(codeOf(whyNotStepIn(state({ level: 2 }), stand({ role: "lead", steppedIn: true })))).toBe(
      "stepped_in_already",
    );
    expect(codeOf(whyNotReview(state(), people.owner))).toBe("not_in_this_phase");
  });
});

describe("the level", () => {
  it("is raised by being handed over and lowered by a step-in, never the other way", () => {
    const level = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(
        level,
        fc.option(fc.constantFrom(4, 5)),
        fc.option(fc.integer({ min: 1, max: 4 })),
        (base, handed, loan) => {
          expect(levelWith(base, handed, null)).toBe(Math.max(base, handed ?? 1));
          expect(levelWith(base, handed, loan)).toBe(Math.min(Math.max(base, handed ?? 1), loan ?? 7));
        },
      ),
    );
  });

  it("decides by somebody who may take it up, and by nobody else", () => {
    for (const level of levels) {
      for (const [who, is] of Object.entries(people) as [Who, DecidingStand][]) {
        if (is.role === null || is.role === "observer") continue;
        expect([level, who, whyNotTakeUp(state({ level }), is) === null]).toEqual([
          level,
          who,
          mayDecideHere(level, is),
        ]);
      }
      // every level's usual method is among those it allows, and a level that hears sums up
      const { methods, round, sumUp, decides } = processAt(level);
      expect(methods.length).toBeGreaterThan(0);
      expect(sumUp).toBe(round);
      expect(decides).toBe(level <= 3 ? "lead" : level === 4 ? "round" : "owner");
    }
  });
});
