import { wordsOf } from "../../foundation/words-browser.ts";
import type en from "../words.en.json";

/** The areas room's sentences. */
export const say = wordsOf<typeof en>("areas");

/** Names as a sentence has them: “Amara, Bongani and Chen”. */
export function listText(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
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
