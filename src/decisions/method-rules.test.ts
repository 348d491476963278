import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { methodRules, methods, quorumNeeded, stances, type Tally } from "./method-rules.ts";

const round = (tally: Tally, more: { electors?: number; quorum?: number; standing?: number } = {}) => {
  const spoken = Object.values(tally).reduce((sum, n) => sum + n, 0);
  return { tally, spoken, electors: more.electors ?? 10, quorum: more.quorum ?? 0, standing: more.standing ?? 0 };
};

describe("a quorum", () => {
  it.each([
    [7, 50, 4],
    [8, 50, 4],
    [10, 0, 0],
    [3, 100, 3],
    [3, 1, 1],
    [0, 50, 0],
  ])("among %i electors at %i per cent is %i", (electors, quorum, needed) => {
    expect(quorumNeeded(electors, quorum)).toBe(needed);
  });
});

describe("consent", () => {
  it.each([
    ["somebody consents and nobody objects", { consent: 1 }, 0, "carried"],
    ["a concern is a consent", { concern: 1, aside: 3 }, 0, "carried"],
    ["one objection stands against nine", { consent: 9, object: 1 }, 1, "not_carried"],
    ["the objection was integrated, withdrawn or overruled", { consent: 9, object: 1 }, 0, "carried"],
    ["an earlier objection of somebody silent stands", { consent: 9 }, 1, "not_carried"],
    ["all stand aside", { aside: 4 }, 0, "open"],
    ["nobody spoke", {}, 0, "open"],
  ] as const)("%s", (_, tally, standing, verdict) => {
    expect(methodRules.consent.verdict(round(tally, { standing }))).toBe(verdict);
  });
});

describe("a majority", () => {
  it.each([
    ["more yes than no", { yes: 3, no: 2 }, 0, "carried"],
    ["as many", { yes: 2, no: 2 }, 0, "not_carried"],
    ["only abstaining takes no side", { abstain: 5 }, 0, "not_carried"],
    ["who abstains counts for the quorum", { yes: 1, abstain: 4 }, 50, "carried"],
    ["below the quorum it says nothing", { yes: 4 }, 50, "open"],
    ["nobody spoke", {}, 0, "open"],
  ] as const)("%s", (_, tally, quorum, verdict) => {
    expect(methodRules.majority.verdict(round(tally, { quorum }))).toBe(verdict);
  });

  it("one more yes never turns it against the proposal, one more no never for it", () => {
    const few = fc.nat({ max: 30 });
    const rank = { not_carried: 0, open: 1, carried: 2 };
    fc.assert(
      fc.property(few, few, few, (yes, no, abstain) => {
        fc.pre(yes + no + abstain > 0);
        const at = (tally: Tally) => rank[methodRules.majority.verdict(round(tally, { electors: 100 }))];
        expect(at({ yes: yes + 1, no, abstain })).toBeGreaterThanOrEqual(at({ yes, no, abstain }));
        expect(at({ yes, no: no + 1, abstain })).toBeLessThanOrEqual(at({ yes, no, abstain }));
      }),
    );
  });
});

describe("every method", () => {
  it.each(methods)("%s: what needs a reason or raises something is one of its stances; silence is none", (method) => {
    const rules = methodRules[method];
    expect(new Set(rules.stances).size).toBe(rules.stances.length);
    for (const stance of rules.stances) expect(stances).toContain(stance);
    for (const stance of [...rules.reasoned, ...Object.keys(rules.raises)]) expect(rules.stances).toContain(stance);
    // what is raised is read by whoever works it in, so it is said
    for (const stance of Object.keys(rules.raises)) expect(rules.reasoned).toContain(stance);
    expect(rules.verdict(round({}))).toBe("open");
  });

  it("advice binds nobody, whatever is said", () => {
    expect(methodRules.advice.binding).toBe(false);
    expect(methodRules.advice.verdict(round({ against: 10 }))).toBe("open");
  });
});
