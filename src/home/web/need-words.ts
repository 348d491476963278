import { levelName } from "../../areas/web/level-words.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { relativeTime } from "../../ui/time-words.ts";
import type { Need } from "../needs.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("home");

type Reader = { locale: string };

/** What a sentence about something that needs me is filled with. */
function filled(need: Need, { locale }: Reader) {
  return {
    title: need.title ?? "",
    by: need.by ?? "",
    n: need.n,
    level: need.level ? levelName(need.level) : "",
    has_level: need.level ? "yes" : "no",
    when: need.on ? relativeTime(need.on, Date.now(), locale) : "",
  };
}

/** What it is, as a heading. */
export function needTitle(need: Need, reader: Reader): string {
  return say(`needs.${need.kind}.title`, filled(need, reader));
}

/** What it means, in a sentence. */
export function needText(need: Need, reader: Reader): string {
  return say(`needs.${need.kind}.text`, filled(need, reader));
}

/** What is to be done, on a button. */
export function needAct(need: Need): string {
  return say(`needs.${need.kind}.act`);
}
