import { levelName } from "../../areas/web/level-words.ts";
import { dayFromToday, todayIn } from "../../direction/web/calendar.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import type decisions from "../decisions-waiting/words.en.json";
import { isOfDecision, type Need } from "../needs.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("home");
const sayOfDecision = wordsOf<typeof decisions>("decisions-waiting");

type Reader = { locale: string; timeZone: string };

/** What a sentence about something that needs me is filled with. */
function filled(need: Need, { locale, timeZone }: Reader) {
  return {
    title: need.title ?? "",
    by: need.by ?? "",
    n: need.n,
    level: need.level ? levelName(need.level) : "",
    has_level: need.level ? "yes" : "no",
    when: need.on ? dayFromToday(need.on, todayIn(timeZone, Date.now()), locale) : "",
  };
}

/** One sentence about something that needs me. */
function sentence(need: Need, part: "title" | "text" | "act", params = {}): string {
  const { kind } = need;
  return isOfDecision(kind) ? sayOfDecision(`${kind}.${part}`, params) : say(`needs.${kind}.${part}`, params);
}

/** What it is, as a heading. */
export function needTitle(need: Need, reader: Reader): string {
  return sentence(need, "title", filled(need, reader));
}

/** What it means, in a sentence. */
export function needText(need: Need, reader: Reader): string {
  return sentence(need, "text", filled(need, reader));
}

/** What is to be done, on a button. */
export function needAct(need: Need): string {
  return sentence(need, "act");
}
