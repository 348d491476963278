import { expect, test } from "vitest";
import { withVoice } from "./voice-given.ts";

const at = "2026-11-24T09:00:00Z";
const round = (change: object) => ({ id: "r2", mine: null, openedAt: null, spoken: 3, ...change });
const given = { round: "r2", stance: "consent", reason: "" } as const;
const mine = { stance: "consent", reason: "", at } as const;

test("a first voice is counted and mine, in its own round only", () => {
  const other = round({ id: "r1" });
  expect(withVoice({ rounds: [round({}), other] }, given, at).rounds).toEqual([round({ mine, spoken: 4 }), other]);
});

test("a changed voice is not counted again", () => {
  const before = round({ mine: { stance: "object", reason: "It leaks.", at: "2026-11-23T09:00:00Z" } });
  expect(withVoice({ rounds: [before] }, given, at).rounds).toEqual([round({ mine })]);
});

test("a lead's voice after the opening is none of those that were waited for", () => {
  expect(withVoice({ rounds: [round({ openedAt: at })] }, given, at).rounds[0]!.spoken).toBe(3);
});
