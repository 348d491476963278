import { describe, expect, it } from "vitest";
import type { DecidingView } from "./decisions-client.ts";
import {
  draftChanges,
  draftTyped,
  emptyProposal,
  factsTyped,
  hasWords,
  laidOver,
  proposalIn,
  proposalOf,
  saysMore,
  usualCurrency,
} from "./propose-draft.ts";

const area = "0198c1de-0000-7000-8000-000000000001";
const goal = "0198c1de-0000-7000-8000-000000000002";
const grace = "0198c1de-0000-7000-8000-000000000003";
const empty = emptyProposal("EUR");

describe("what the level hangs on", () => {
  it("is unknown until it is said", () => {
    expect(factsTyped(empty)).toEqual({ area: null, cost: null, reversible: null, goal: null });
  });

  it("is read as people write it", () => {
    const typed = { ...empty, area, goal, door: "one", cost: "20,000", currency: "ZAR" } as const;
    expect(factsTyped(typed)).toEqual({ area, goal, reversible: false, cost: { amount: 20_000, currency: "ZAR" } });
  });

  it("knows nothing from the cost from no cost said", () => {
    expect(factsTyped({ ...empty, cost: "0" }).cost).toEqual({ amount: 0, currency: "EUR" });
    expect(factsTyped({ ...empty, cost: " " }).cost).toBeNull();
  });

  it("does not guess at a cost that is no amount", () => {
    expect(factsTyped({ ...empty, cost: "a lot" }).cost).toBeNull();
  });
});

describe("a draft", () => {
  it("takes one option from each line, and no empty ones", () => {
    expect(draftTyped({ ...empty, options: " Stay as we are \n\nTuesday\n" }).options).toEqual([
      "Stay as we are",
      "Tuesday",
    ]);
  });

  it("has a stop rule and an end only as an experiment", () => {
    const typed = { ...empty, stopRule: "two outages", endsOn: "2026-12-01" };
    expect(draftTyped(typed)).toMatchObject({ shape: "decision", stopRule: "", endsOn: null });
    expect(draftTyped({ ...typed, experiment: true })).toMatchObject({
      shape: "experiment",
      stopRule: "two outages",
      endsOn: "2026-12-01",
    });
  });

  it("comes back from a decision as it went in", () => {
    const typed = {
      ...empty,
      title: "Reviews on Thursdays",
      proposal: "Every Thursday at ten",
      options: "Tuesday\nFriday",
      area,
      goal,
      cost: "12.5",
      door: "two",
      affected: [grace],
      experiment: true,
      stopRule: "two weeks without one",
      endsOn: "2026-12-01",
      decideBy: "2026-11-30",
    } as const;
    const { area: _, goal: __, affected, ...rest } = draftTyped(typed);
    const view = {
      ...rest,
      area: { area, name: "Incidents", owner: null },
      goal: { goal, words: "Halve repeats" },
      affected: affected.map((member) => ({ member, name: "Grace", expected: false })),
    } as unknown as DecidingView;
    expect(proposalOf(view, "USD")).toEqual({ ...typed, currency: "EUR" });
  });
});

describe("a change", () => {
  const before = { ...empty, title: "Reviews on Thursdays", proposal: "At ten" };

  it("hands in only what is other", () => {
    expect(draftChanges(before, before)).toEqual({});
    expect(draftChanges(before, { ...before, cost: "100", affected: [grace] })).toEqual({
      cost: { amount: 100, currency: "EUR" },
      affected: [grace],
    });
  });

  it("is none where only the currency of no cost is another one", () => {
    expect(draftChanges(before, { ...before, currency: "USD" })).toEqual({});
  });

  it("leaves what somebody else wrote meanwhile, and keeps what was typed", () => {
    const typed = { ...before, proposal: "At eleven" };
    const now = { ...before, title: "Incident reviews on Thursdays", proposal: "At noon", area };
    expect(laidOver(before, typed, now)).toEqual({ ...now, proposal: "At eleven" });
  });
});

describe("an address", () => {
  it("brings an area, the words and the facts", () => {
    const raw = { area, what: " Buy a screen ", cost: 1200, currency: "ZAR", reversible: true, goal };
    expect(proposalIn(raw)).toEqual({
      area,
      title: "Buy a screen",
      cost: "1200",
      currency: "ZAR",
      door: "two",
      goal,
    });
  });

  it("is read as far as it can be meant", () => {
    const raw = { area: "rota", what: "", cost: "a lot", currency: "rand", reversible: "perhaps", goal: 7 };
    expect(proposalIn(raw)).toEqual({});
    expect(proposalIn({ reversible: "false" })).toEqual({ door: "one" });
    expect(proposalIn({ what: "x".repeat(400) }).title).toHaveLength(200);
  });
});

it("keeps only what would be missed", () => {
  expect(hasWords({ ...empty, area, cost: "10" })).toBe(false);
  expect(hasWords({ ...empty, title: "  " })).toBe(false);
  expect(hasWords({ ...empty, expected: "Fewer calls" })).toBe(true);
});

it("shows what is filled in", () => {
  expect(saysMore({ ...empty, title: "Reviews", proposal: "At ten", cost: "1", area })).toBe(false);
  expect(saysMore({ ...empty, affected: [grace] })).toBe(true);
  expect(saysMore({ ...empty, experiment: true })).toBe(true);
});

it("asks for a cost in what the area counts in, so that a guardrail can compare it", () => {
  const areas = [
    { area: "rota", currency: null },
    { area: "vendors", currency: "EUR" },
    { area: "quay", currency: "ZAR" },
  ];
  expect(usualCurrency(areas, "quay", "GBP")).toBe("ZAR");
  expect(usualCurrency(areas, "rota", "GBP")).toBe("EUR");
  expect(usualCurrency([], "", "GBP")).toBe("GBP");
});
