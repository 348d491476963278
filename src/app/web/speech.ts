import { directionOf, localeFor } from "../../foundation/words.ts";
import { keptLanguage, needWords, speak } from "../../foundation/words-browser.ts";

const files = import.meta.glob("../../**/words.*.json") as Record<string, () => Promise<{ default: unknown }>>;
// ../../people/words.en.json → people, en; the app's own stand beside this file
const loaders: Record<string, Record<string, () => Promise<{ default: unknown }>>> = {};
for (const [file, load] of Object.entries(files)) {
  const [, folder, locale] = /([^/]+)\/words\.(\w+)\.json$/.exec(file)!;
  const room = folder === "." ? "app" : folder!;
  loaders[room] = { ...loaders[room], [locale!]: load };
}
// what the first screen says of the areas' words is a tenth of them
const firstOfAreas = import.meta.glob("../../areas/words.*.json", {
  query: "?only=level,web.level,web.comma,web.held,web.column,web.field",
}) as typeof files;
for (const [file, load] of Object.entries(firstOfAreas)) {
  const [, locale] = /words\.(\w+)\.json/.exec(file)!;
  loaders["areas-first"] = { ...loaders["areas-first"], [locale!]: load };
}

/** The language chosen in this browser, or the first that the browser asks for and we speak. */
export function chosenLanguage(): string {
  const kept = keptLanguage();
  return localeFor([...(kept ? [kept] : []), ...navigator.languages]);
}

/** Begins to speak: language, writing direction, and the words that every screen needs. */
export async function beginToSpeak(): Promise<void> {
  const locale = chosenLanguage();
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  speak(locale, loaders);
  await needWords("foundation", "app", "people");
}
