import { directionOf, localeFor } from "../../foundation/words.ts";
import { needWords, speak } from "../../foundation/words-browser.ts";

const languageCookie = "bellwether.language";

const files = import.meta.glob("../../**/words.*.json") as Record<string, () => Promise<{ default: unknown }>>;
// ../../people/words.en.json → people, en; the app's own stand beside this file
const loaders: Record<string, Record<string, () => Promise<{ default: unknown }>>> = {};
for (const [file, load] of Object.entries(files)) {
  const [, folder, locale] = /([^/]+)\/words\.(\w+)\.json$/.exec(file) ?? [
    undefined,
    "web",
    /words\.(\w+)\./.exec(file)![1]!,
  ];
  const room = folder === "web" ? "app" : folder!;
  loaders[room] = { ...loaders[room], [locale!]: load };
}

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
