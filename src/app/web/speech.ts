import { directionOf, localeFor } from "../../foundation/words.ts";
import { needWords, speak, type WordLoaders } from "../../foundation/words-browser.ts";

const languageCookie = "bellwether.language";

/** Where each room's catalogues are fetched from; a new room with words adds its line. */
const loaders: WordLoaders = {
  foundation: {
    en: () => import("../../foundation/words.en.json"),
    ar: () => import("../../foundation/words.ar.json"),
  },
  app: { en: () => import("./words.en.json"), ar: () => import("./words.ar.json") },
  people: { en: () => import("../../people/words.en.json"), ar: () => import("../../people/words.ar.json") },
  decisions: {
    en: () => import("../../decisions/words.en.json"),
    ar: () => import("../../decisions/words.ar.json"),
  },
  records: { en: () => import("../../records/words.en.json"), ar: () => import("../../records/words.ar.json") },
};

/** The language chosen in this browser, or the first that the browser asks for and we speak. */
export function chosenLanguage(): string {
  const chosen = new RegExp(`(?:^|; )${languageCookie}=([\\w-]+)`).exec(document.cookie)?.[1];
  return localeFor([...(chosen ? [chosen] : []), ...navigator.languages]);
}

/**
 * Keeps a choice of language in this browser and, where it differs from the one on the screen, loads the page in it.
 * @param locale `en` or `ar`
 */
export function chooseLanguage(locale: string): void {
  const spoken = document.documentElement.lang;
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it for its own sentences; the Cookie Store API is not everywhere
  document.cookie = `${languageCookie}=${locale}; path=/; max-age=31536000; samesite=lax`;
  if (spoken !== locale) location.reload();
}

/** Begins to speak: language, writing direction, and the words that every screen needs. */
export async function beginToSpeak(): Promise<void> {
  const locale = chosenLanguage();
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  speak(locale, loaders);
  await needWords("foundation", "app", "people");
}
