import { wordsOf } from "../../foundation/words-browser.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("people");

/**
 * What a pager says under a list.
 * @param label what is paged through, where it is more than “this list”
 */
export function pagerWords(label = say("web.pager.label")) {
  return {
    label,
    range: (from: number, to: number, total: number) => say("web.pager.range", { from, to, total }),
    previous: say("web.pager.previous"),
    next: say("web.pager.next"),
  };
}
