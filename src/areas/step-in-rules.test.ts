import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answers,
  endOf,
  inForce,
  type Loan,
  type LoanStand,
  levelOnLoan,
  lightestRung,
  rungs,
  whyNotExtend,
  whyNotHandBack,
  whyNotReview,
  whyNotStepIn,
  whyNotUntil,
} from "./step-in-rules.ts";

const each = [1, 2, 3];
const everyAnswer: Answers[] = each.flatMap((howBad) =>
  each.flatMap((howSoon) => each.flatMap((howLong) => each.map((undo) => ({ howBad, howSoon, howLong, undo })))),
);
const heavy = (answers: Answers) => rungs.indexOf(lightestRung(answers));

describe("the four questions", () => {
  // bad · soon · long · undo
  it.each([
    [1, 1, 1, 1, "look"],
    [1, 3, 2, 2, "look"],
    [1, 3, 3, 1, "question"],
    [1, 1, 1, 3, "question"],
    [2, 1, 3, 1, "question"],
    [3, 1, 3, 1, "question"],
    [2, 3, 3, 1, "context"],
    [3, 2, 3, 1, "context"],
    [3, 3, 1, 1, "advise"],
    [2, 1, 2, 2, "advise"],
    [2, 3, 1, 2, "advise"],
    [2, 2, 1, 3, "advise"],
    [3, 1, 2, 3, "agree"],
    [3, 1, 3, 3, "agree"],
    [2, 2, 2, 2, "agree"],
    [3, 2, 3, 2, "agree"],
    [2, 3, 2, 3, "agree"],
    [2, 3, 3, 2, "step_in"],
    [3, 3, 2, 2, "step_in"],
    [3, 2, 1, 3, "step_in"],
    [3, 3, 3, 3, "step_in"],
  ])("%i %i %i %i: %s", (howBad, howSoon, howLong, undo, rung) => {
    expect(lightestRung({ howBad, howSoon, howLong, undo })).toBe(rung);
  });

  it("a worse answer never gives a lighter rung", () => {
    for (const answers of everyAnswer) {
      for (const one of ["howBad", "howSoon", "howLong", "undo"] as const) {
        if (answers[one] === 3) continue;
        const worse = { ...answers, [one]: answers[one] + 1 };
        expect(heavy(worse), JSON.stringify(worse)).toBeGreaterThanOrEqual(heavy(answers));
      }
    }
  });

  it("every rung is reached; stepping in by few answers, a lighter one by most", () => {
    expect(new Set(everyAnswer.map(lightestRung))).toEqual(new Set(rungs));
    const stepsIn = everyAnswer.filter((answers) => lightestRung(answers) === "step_in");
    expect(stepsIn.length / everyAnswer.length).toBeLessThan(0.2);
    for (const { howBad, howSoon, undo } of stepsIn) {
      expect(Math.min(howBad, howSoon, undo)).toBeGreaterThanOrEqual(2);
      expect(Math.max(howBad, howSoon, undo)).toBe(3);
    }
  });
});

const hour = (n: number) => new Date(Date.UTC(2026, 2, 1, n));
const loans = fc
  .record({
    level: fc.integer({ min: 1, max: 4 }),
    at: fc.integer({ min: 0, max: 40 }),
    lasts: fc.integer({ min: 1, max: 40 }),
    handedBack: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  })
  .map(
    ({ level, at, lasts, handedBack }): Loan => ({
      level,
      at: hour(at),
      untilAt: hour(at + lasts),
      endedAt: handedBack === null ? null : hour(at + handedBack),
    }),
  );

describe("a loan", () => {
  it("is in force from its first moment, and no more at its last one", () => {
    const loan = { level: 2, at: hour(1), untilAt: hour(5), endedAt: null };
    expect([0, 1, 4, 5].map((n) => inForce(loan, hour(n)))).toEqual([false, true, true, false]);
    const back = { ...loan, endedAt: hour(3) };
    expect([1, 2, 3, 4].map((n) => inForce(back, hour(n)))).toEqual([true, true, false, false]);
    expect(endOf({ ...loan, endedAt: hour(9) })).toEqual(hour(5));
  });

  it("only lowers, and leaves nothing behind", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), loans, fc.integer({ min: -5, max: 120 }), (level, loan, n) => {
        const now = levelOnLoan(level, loan, hour(n));
        expect(now).toBeLessThanOrEqual(level);
        if (inForce(loan, hour(n))) expect(now).toBe(Math.min(level, loan.level));
        else expect(now).toBe(level);
        expect(levelOnLoan(level, loan, endOf(loan))).toBe(level);
      }),
    );
    expect(levelOnLoan(6, null, hour(1))).toBe(6);
  });

  it.each([
    ["2026-03-02", null, null],
    ["2026-04-01", null, null],
    ["2026-04-02", null, "areas.loan_too_long"],
    ["2026-03-01", null, "areas.loan_ends_past"],
    ["2026-03-09", "2026-03-09", "areas.loan_ends_past"],
    ["2026-03-10", "2026-03-09", null],
    ["2026-04-02", "2026-03-31", "areas.loan_too_long"],
  ])("until %s, after %s: %s", (until, after, code) => {
    expect(whyNotUntil(until, "2026-03-02", after)?.code ?? null).toBe(code);
  });
});

const may = { leads: true, owns: false, level: 5, onLoan: false };
it.each([
  [may, null],
  [{ ...may, leads: false }, "areas.only_the_lead"],
  [{ ...may, owns: true }, "areas.own_area"],
  [{ ...may, onLoan: true }, "areas.stepped_in_already"],
  [{ ...may, level: 1 }, "areas.loan_level_not_lower"],
  [{ ...may, level: 2 }, null],
])("stepping in, %o: %s", (stand, code) => {
  expect(whyNotStepIn(stand)?.code ?? null).toBe(code);
});

describe("what may be done with a step-in", () => {
  const by: LoanStand = { inForce: true, mine: true, leads: true, owns: false, answered: true, reviewed: false };
  const otherLead = { ...by, mine: false };
  const owner = { ...otherLead, leads: false, owns: true };
  const anybody = { ...owner, owns: false };
  const over = (stand: LoanStand) => ({ ...stand, inForce: false });
  const codes = (stand: LoanStand) =>
    [whyNotHandBack(stand), whyNotExtend(stand), whyNotReview(stand)].map((why) => why?.code.slice(6) ?? "may");

  it.each([
    ["who stepped in", by, ["may", "may", "loan_not_over"]],
    ["another lead", otherLead, ["may", "only_who_stepped_in", "loan_not_over"]],
    ["the owner", owner, ["only_who_stepped_in", "only_who_stepped_in", "loan_not_over"]],
    ["anybody", anybody, ["only_who_stepped_in", "only_who_stepped_in", "loan_not_over"]],
    ["with nobody to ask", { ...by, answered: false }, ["may", "nobody_to_say_yes", "loan_not_over"]],
    ["who stepped in, when it is over", over(by), ["loan_over", "loan_over", "may"]],
    ["the owner, when it is over", over(owner), ["loan_over", "loan_over", "may"]],
    ["another lead, when it is over", over(otherLead), ["loan_over", "loan_over", "only_who_stepped_in"]],
    ["looked back at", { ...over(by), reviewed: true }, ["loan_over", "loan_over", "reviewed_already"]],
  ])("%s", (_, stand, expected) => {
    expect(codes(stand)).toEqual(expected);
  });
});
