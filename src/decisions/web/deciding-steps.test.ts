import { expect, test } from "vitest";
import { phaseSteps } from "./deciding-steps.ts";

type View = Parameters<typeof phaseSteps>[0];
const view = (change: Partial<View>): View => ({
  phase: "shaping",
  shape: "decision",
  waitUntil: null,
  endsOn: null,
  ahead: { round: true },
  rounds: [],
  decided: null,
  reviews: [],
  ...change,
});
const said = (shown: View) => phaseSteps(shown).map(({ key, state }) => `${key} ${state}`);
const sealed = { version: 1, openedAt: null, droppedAt: null };
const opened = { ...sealed, openedAt: "2026-11-20T15:00:00Z" };
const dropped = { ...sealed, droppedAt: "2026-11-20T15:00:00Z" };

test("a round lies ahead, is under way, and is behind", () => {
  expect(said(view({}))).toEqual(["shaping now", "sealed ahead", "opened ahead", "decided ahead", "reviewed ahead"]);
  expect(said(view({ phase: "opened", rounds: [opened] }))).toEqual([
    "shaping done",
    "sealed done",
    "opened now",
    "decided ahead",
    "reviewed ahead",
  ]);
});

test("a level without a round has none in its bar, unless one was held", () => {
  const alone = { ahead: { round: false } };
  expect(said(view(alone))).toEqual(["shaping now", "decided ahead", "reviewed ahead"]);
  expect(said(view({ ...alone, phase: "sealed", rounds: [sealed] }))[1]).toBe("sealed now");
  expect(said(view({ ...alone, phase: "decided", rounds: [opened] }))).toContain("opened done");
  // decided by a step-in while it was sealed: it never opened, and the bar does not say that it had
  expect(said(view({ phase: "decided", rounds: [dropped] }))).toEqual([
    "shaping done",
    "decided now",
    "reviewed ahead",
  ]);
});

test("a new version begins at the beginning again", () => {
  expect(said(view({ phase: "shaping", rounds: [opened] }))[0]).toBe("shaping now");
});

test("withdrawn is an end, waiting is a pause with a day", () => {
  expect(said(view({ phase: "withdrawn" }))).toEqual(["shaping done", "withdrawn now"]);
  expect(said(view({ phase: "withdrawn", rounds: [dropped] }))).toEqual([
    "shaping done",
    "sealed done",
    "withdrawn now",
  ]);
  const waits = phaseSteps(view({ phase: "waiting", rounds: [opened], waitUntil: "2027-02-01" }));
  expect(waits.map(({ key }) => key)).toEqual(["shaping", "sealed", "opened", "waiting", "decided", "reviewed"]);
  expect(waits[3]).toEqual({ key: "waiting", state: "now", day: "2027-02-01" });
});

test("a note has no life before it was noted", () => {
  const note = view({ shape: "note", phase: "decided", decided: { review: null } });
  expect(said(note)).toEqual(["noted now"]);
  expect(said({ ...note, decided: { review: "2027-02-04" } })).toEqual(["noted now", "reviewed ahead"]);
  expect(said({ ...note, phase: "withdrawn" })).toEqual(["noted done", "withdrawn now"]);
});

test("the review says its day: the one agreed, an experiment's end, or the day it was held", () => {
  const dayOf = (shown: View) => phaseSteps(shown).at(-1)!.day;
  expect(dayOf(view({ phase: "decided", decided: { review: "2027-02-04" } }))).toBe("2027-02-04");
  expect(dayOf(view({ shape: "experiment", endsOn: "2027-01-10" }))).toBe("2027-01-10");
  expect(dayOf(view({ phase: "reviewed", reviews: [{ at: "2027-02-05T09:00:00Z" }] }))).toBe("2027-02-05T09:00:00Z");
});
