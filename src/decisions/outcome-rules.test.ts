import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Level } from "../areas/rules.ts";
import type { DecidingStand, DecidingState } from "./deciding-rules.ts";
import {
  afterReview,
  bandsFrom,
  calibrationBands,
  decidedByAt,
  isDue,
  isFresh,
  leadsHearFrom,
  leadsHearOf,
  needsLearned,
  type ReviewVerdict,
  reviewDay,
  stalledSince,
  toldWhenDecided,
  verdicts,
  wantedWith,
  wayOf,
  whyNotResume,
  whyNotSayHeard,
  whyNotSumUp,
} from "./outcome-rules.ts";

const levels = [1, 2, 3, 4, 5, 6, 7] as const;
const dayMs = 86_400_000;
const at = (day: number) => new Date(Date.UTC(2026, 2, 1) + day * dayMs);

describe("who had the last word", () => {
  it.each<[Level, boolean, string]>([
    [1, true, "lead"],
    [2, true, "lead"],
    [3, true, "lead"],
    [4, true, "team"],
    [4, false, "team"],
    [5, false, "delegate"],
    [5, true, "lead"],
    [6, false, "delegate"],
    [7, false, "delegate"],
    [7, true, "lead"],
  ])("at level %i, by a lead: %s → %s", (level, leads, expected) => {
    expect(decidedByAt(level, leads)).toBe(expected);
  });

  it("came about by the method of a round that opened on these words, and by no other", () => {
    expect(wayOf({ method: "consent", current: true, opened: true })).toBe("consent");
    expect(wayOf({ method: "advice", current: false, opened: true })).toBe("alone");
    expect(wayOf({ method: "advice", current: true, opened: false })).toBe("alone");
    expect(wayOf(null)).toBe("alone");
  });
});

describe("what is wanted when it is decided", () => {
  const said = { outcome: "accepted", reasons: "Because", effectOn: "2026-03-03" } as const;
  it.each(levels.map((level) => [level, level <= 3 ? "reasons_needed" : null] as const))(
    "reasons at level %i: %s",
    (level, expected) => {
      expect(wantedWith(level, { ...said, reasons: "" }, "2026-03-02")).toBe(expected);
      expect(wantedWith(level, said, "2026-03-02")).toBeNull();
    },
  );
  it("a later day at level 2, unless the answer is no", () => {
    for (const effectOn of [null, "2026-03-01", "2026-03-02"]) {
      expect(wantedWith(2, { ...said, effectOn }, "2026-03-02")).toBe("effect_needed");
      expect(wantedWith(2, { ...said, effectOn, outcome: "rejected" }, "2026-03-02")).toBeNull();
      expect(wantedWith(3, { ...said, effectOn }, "2026-03-02")).toBeNull();
    }
  });
  it("an experiment is looked back at when it ends, unless another day is named", () => {
    expect(reviewDay("experiment", null, "2026-04-01")).toBe("2026-04-01");
    expect(reviewDay("experiment", "2026-03-15", "2026-04-01")).toBe("2026-03-15");
    expect(reviewDay("decision", null, "2026-04-01")).toBeNull();
  });
});

it("each level tells whom it says", () => {
  expect(levels.map((level) => Object.values(toldWhenDecided(level)).join(" "))).toEqual([
    "told team",
    "told team",
    "decided team",
    "decided team",
    "decided nobody",
    "told leads",
    "decided nobody",
  ]);
});

describe("sum-up", () => {
  const stand: DecidingStand = {
    role: "member",
    proposed: false,
    holds: false,
    owns: true,
    owned: true,
    inArea: true,
    steppedIn: false,
  };
  const state: DecidingState = {
    phase: "opened",
    shape: "decision",
    level: 5,
    taken: true,
    round: null,
    asks: false,
    summedUp: false,
  };
  const code = (whyNot: { code: string } | null) => whyNot?.code.split(".")[1] ?? null;

  it("is written by whoever decides, once voices are open", () => {
    expect(code(whyNotSumUp(state, stand))).toBeNull();
    expect(code(whyNotSumUp(state, { ...stand, owns: false }))).toBe("not_yours_to_decide");
    expect(code(whyNotSumUp({ ...state, level: 3 }, stand))).toBe("not_yours_to_decide");
    expect(code(whyNotSumUp({ ...state, level: 3 }, { ...stand, role: "lead" }))).toBeNull();
    expect(code(whyNotSumUp(state, { ...stand, role: "observer" }))).toBe("observers_look_on");
    for (const phase of ["shaping", "sealed", "decided", "reviewed", "withdrawn", "waiting"] as const) {
      expect(code(whyNotSumUp({ ...state, phase }, stand))).toBe("not_in_this_phase");
    }
  });

  it("is answered by who spoke, until it is decided", () => {
    expect(code(whyNotSayHeard({ phase: "opened", summedUp: true }, true))).toBeNull();
    expect(code(whyNotSayHeard({ phase: "opened", summedUp: true }, false))).toBe("only_who_spoke");
    expect(code(whyNotSayHeard({ phase: "opened", summedUp: false }, true))).toBe("no_sum_up");
    for (const phase of ["decided", "reviewed", "withdrawn"] as const) {
      expect(code(whyNotSayHeard({ phase, summedUp: true }, true))).toBe("not_in_this_phase");
    }
  });

  it("what waits is resumed by whoever decides it", () => {
    expect(code(whyNotResume({ ...state, phase: "waiting" }, stand))).toBeNull();
    expect(code(whyNotResume({ ...state, phase: "waiting" }, { ...stand, owns: false }))).toBe("not_yours_to_decide");
    expect(code(whyNotResume(state, stand))).toBe("not_in_this_phase");
  });
});

describe("reviews", () => {
  it("say what was learned unless it simply worked and stays", () => {
    const needed = verdicts.flatMap((verdict) =>
      (["keep", "adapt", "reverse"] as const)
        .filter((next) => needsLearned(verdict, next))
        .map((next) => `${verdict} ${next}`),
    );
    expect(needed).toEqual([
      "worked adapt",
      "worked reverse",
      "partly keep",
      "partly adapt",
      "partly reverse",
      "not keep",
      "not adapt",
      "not reverse",
    ]);
  });
  it("lead to another look only where it is kept", () => {
    expect(afterReview("keep", null)).toEqual({ phase: "reviewed", again: null });
    expect(afterReview("keep", "2026-05-01")).toEqual({ phase: "decided", again: "2026-05-01" });
    expect(afterReview("adapt", "2026-05-01")).toEqual({ phase: "reviewed", again: null });
    expect(afterReview("reverse", "2026-05-01")).toEqual({ phase: "reviewed", again: null });
  });
});

describe("calibration", () => {
  const point = (confidence: number, verdict: ReviewVerdict) => ({ confidence, verdict });
  it("says nothing in bands under twenty", () => {
    const points = Array.from({ length: bandsFrom }, () => point(70, "worked"));
    expect(calibrationBands(points.slice(1))).toBeNull();
    expect(calibrationBands(points)).toEqual([{ from: 70, to: 80, n: 20, worked: 1 }]);
  });
  it("counts partly as half, and a hundred per cent into the last band", () => {
    const points = [
      ...Array.from({ length: 10 }, () => point(89, "partly")),
      ...Array.from({ length: 6 }, () => point(90, "worked")),
      ...Array.from({ length: 4 }, () => point(100, "not")),
    ];
    expect(calibrationBands(points)).toEqual([
      { from: 80, to: 90, n: 10, worked: 0.5 },
      { from: 90, to: 100, n: 10, worked: 0.6 },
    ]);
  });
  it("keeps every point in one band, whatever the points", () => {
    const points = fc.array(
      fc.record({ confidence: fc.integer({ min: 0, max: 100 }), verdict: fc.constantFrom(...verdicts) }),
      { minLength: bandsFrom, maxLength: 60 },
    );
    fc.assert(
      fc.property(points, (all) => {
        const bands = calibrationBands(all)!;
        expect(bands.reduce((sum, { n }) => sum + n, 0)).toBe(all.length);
        const worth = { worked: 1, partly: 0.5, not: 0 };
        const sum = all.reduce((total, { verdict }) => total + worth[verdict], 0);
        expect(bands.reduce((total, { n, worked }) => total + n * worked, 0)).toBeCloseTo(sum);
        for (const { from, to, n, worked } of bands) {
          expect(to - from).toBe(10);
          expect(n).toBeGreaterThan(0);
          expect(worked).toBeGreaterThanOrEqual(0);
          expect(worked).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("standing still", () => {
  it.each<[string, Parameters<typeof stalledSince>[0], number, number | null]>([
    ["a week without a move", { phase: "shaping", moved: at(0), late: null }, 7, 7],
    ["a moment less", { phase: "shaping", moved: at(0), late: null }, 6.99, null],
    ["voices open for a week", { phase: "opened", moved: at(0), late: null }, 8, 7],
    ["its day has passed", { phase: "shaping", moved: at(0), late: at(3) }, 3.5, 3],
    ["its day is to come", { phase: "shaping", moved: at(0), late: at(3) }, 2.5, null],
    ["late, but it moved an hour ago", { phase: "opened", moved: at(4), late: at(3) }, 4.1, null],
    ["late, and it moved a day ago", { phase: "opened", moved: at(4), late: at(3) }, 5, 5],
    ["its day is far ahead", { phase: "shaping", moved: at(0), late: at(90) }, 7, 7],
    ["a round runs", { phase: "sealed", moved: at(0), late: at(1) }, 60, null],
    ["it waits", { phase: "waiting", moved: at(0), late: at(1) }, 60, null],
    ["it is decided", { phase: "decided", moved: at(0), late: at(1) }, 60, null],
    ["it is withdrawn", { phase: "withdrawn", moved: at(0), late: at(1) }, 60, null],
  ])("%s", (_, decision, now, since) => {
    expect(stalledSince(decision, at(now))).toEqual(since === null ? null : at(since));
  });

  it("the leads hear five days after whoever holds it, and not at 6 and 7", () => {
    expect(leadsHearFrom(at(7), null)).toEqual(at(12));
    expect(leadsHearFrom(at(7), at(7.04))).toEqual(at(12.04));
    expect(leadsHearFrom(at(7), at(20))).toEqual(at(25));
    expect(levels.filter(leadsHearOf)).toEqual([1, 2, 3, 4, 5]);
  });

  it("what was due a month ago is told no more", () => {
    expect(isDue("2026-03-02", "2026-03-01")).toBe(false);
    expect(isDue("2026-03-02", "2026-03-02")).toBe(true);
    expect(isDue("2026-03-02", "2026-04-01")).toBe(true);
    expect(isDue("2026-03-02", "2026-04-02")).toBe(false);
    expect(isFresh(at(0), at(30.9))).toBe(true);
    expect(isFresh(at(0), at(31))).toBe(false);
  });
});
