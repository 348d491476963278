import { wordsOf } from "../../foundation/words-browser.ts";
import { exactTime } from "../../ui/time-words.ts";
import type { Tone } from "../../ui/tone.ts";
import type { Exit, Method, Stance } from "../method-rules.ts";
import type en from "../words.en.json";

/** The decisions room's sentences. */
export const say = wordsOf<typeof en>("decisions");

/** What a stance is called: “Stand aside”. */
export function stanceName(stance: Stance): string {
  return say(`stance.${stance}`);
}

/** What a method is called: “Consent”. */
export function methodName(method: Method): string {
  return say(`method.${method}`);
}

/** What was agreed for an objection that stays: “A smaller try”. */
export function exitName(exit: Exit): string {
  return say(`exit.${exit}`);
}

/** A stance's tone. Its name always stands beside it. */
export const stanceTone: Readonly<Record<Stance, Tone>> = {
  agree: "pasture",
  consent: "pasture",
  yes: "pasture",
  concern: "brass",
  against: "clay",
  object: "clay",
  no: "clay",
  aside: "neutral",
  abstain: "neutral",
};

/**
 * A moment as one says it in a sentence: “Thursday 17:00” within a week, with its date beyond.
 * @param iso the moment
 * @param now milliseconds since 1970
 * @param zone the reader's time zone
 */
export function momentText(iso: string, now: number, locale: string, zone: string): string {
  const at = new Date(iso);
  const away = at.getTime() - now;
  if (away > 6.5 * dayMs || away < -5 * dayMs) return exactTime(iso, locale, zone);
  return new Intl.DateTimeFormat(locale, {
    weekday: "long",
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
  }).format(at);
}

const dayMs = 86_400_000;
