import { wordsOf } from "../../foundation/words-browser.ts";
import type en from "../words.en.json";

/** The records room's sentences. */
export const say = wordsOf<typeof en>("records");

/** What every plot says around itself. */
export function plotWords() {
  return {
    table: say("web.plot.table"),
    plot: say("web.plot.plot"),
    loading: say("web.plot.loading"),
    failed: say("web.plot.failed"),
  };
}

/** What a pager says under a list of these. */
export function pagerWords() {
  return {
    label: say("web.pager.label"),
    range: (from: number, to: number, total: number) => say("web.pager.range", { from, to, total }),
    previous: say("web.pager.previous"),
    next: say("web.pager.next"),
  };
}
