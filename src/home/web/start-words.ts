import { wordsOf } from "../../foundation/words-browser.ts";
import type en from "../start/words.en.json";

/** The home room's sentences. */
export const say = wordsOf<typeof en>("start");

/** The steps of the guided start, in order. */
export const startSteps = ["direction", "areas", "card", "promises", "map"] as const;
export type StartStep = (typeof startSteps)[number];

/** Which step an address names, if it names one. */
export function stepIn(raw: unknown): StartStep | undefined {
  return startSteps.find((step) => step === raw);
}
