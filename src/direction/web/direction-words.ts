import { wordsOf } from "../../foundation/words-browser.ts";
import type { Tone } from "../../ui/tone.ts";
import type en from "../words.en.json";
import type { Part, Verdict } from "./direction-client.ts";

/** The direction room's sentences. */
export const say = wordsOf<typeof en>("direction");

/** The parts of an intent that hold lines, in the order they are read. */
export const partsInOrder: readonly Part[] = ["why", "done", "keep"];

/** How a part of an intent is headed. */
export function partName(part: Part): string {
  return say(`web.part.${part}`);
}

/** How a back-brief is marked, from nearest to farthest. */
export const verdicts: readonly Verdict[] = ["same", "partly", "different"];

export const verdictTone: Readonly<Record<Verdict, Tone>> = { same: "pasture", partly: "brass", different: "clay" };

export function verdictName(verdict: Verdict): string {
  return say(`web.verdict.${verdict}`);
}

/** A number as the reader writes it, with no more than two places. */
export function numberText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

/** A number with its unit, where it has one. */
export function amountText(value: number, unit: string, locale: string): string {
  const number = numberText(value, locale);
  // a sign stands at its number, a word beside it
  if (unit === "%")
    return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(value / 100);
  // isolated, so that a unit in another script stays on its number's own side
  return unit ? `\u2068${number}\u00a0${unit}\u2069` : number;
}

/** What every plot says around itself. */
export function plotWords() {
  return {
    table: say("web.plot.table"),
    plot: say("web.plot.plot"),
    loading: say("web.plot.loading"),
    failed: say("web.plot.failed"),
  };
}
