import { type Catalogue, type KeyOf, type Nouns, nounParams, type Say, sayFrom } from "./words.ts";

type Loader = () => Promise<{ default: unknown }>;
/** room → language → how its catalogue is fetched. */
export type WordLoaders = Readonly<Record<string, Readonly<Record<string, Loader>>>>;

let loaders: WordLoaders = {};
let language = "en";
let nouns: Nouns = {};
const loaded = new Map<string, (Catalogue | undefined)[]>();

/**
 * Sets the interface language and where catalogues come from. Called once, before the first screen; another language
 * is a new page load.
 */
export function speak(locale: string, from: WordLoaders): void {
  language = locale;
  loaders = from;
}

/** The interface language now. */
export function spokenLocale(): string {
  return language;
}

/** The browser's own variety of the language spoken (British English, say), in which dates and numbers are written. */
export function spokenVariety(): string {
  return navigator.languages.find((tag) => tag.split("-")[0] === language) ?? language;
}

/**
 * Takes the workspace's nouns.
 * @param own singular and plural forms, the language's own where the workspace has none
 */
export function sayNouns(own: Nouns): void {
  nouns = nounParams(own);
}

/** Fetches the catalogues of these rooms, in the spoken language and English behind it. */
export async function needWords(...rooms: string[]): Promise<void> {
  await Promise.all(
    rooms
      .filter((room) => !loaded.has(room))
      .map(async (room) => {
        const wanted = language === "en" ? ["en"] : [language, "en"];
        const catalogues = await Promise.all(
          wanted.map(async (locale) => (await loaders[room]?.[locale]?.())?.default as Catalogue | undefined),
        );
        loaded.set(room, catalogues);
      }),
  );
}

/**
 * A room's sentences, typed by its English catalogue.
 * @param room the room; its words must have been fetched (`needWords`) before the first call of what is returned: all of them,
 *   or the few of `<room>-first`
 */
export function wordsOf<T>(room: string): Say<T> {
  return ((key: KeyOf<T>, params?: Record<string, unknown>) =>
    sayFrom(loaded.get(room) ?? loaded.get(`${room}-first`) ?? [], nouns)(key, params)) as Say<T>;
}

const languageCookie = "bellwether.language";

/** The language kept in this browser, or null. */
export function keptLanguage(): string | null {
  return new RegExp(`(?:^|; )${languageCookie}=([\\w-]+)`).exec(document.cookie)?.[1] ?? null;
}

/**
 * Keeps a choice of language in this browser, where the server reads it too, and loads the page in it where it differs from
 * the one spoken.
 * @param locale an interface language
 */
export function keepLanguage(locale: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it for its own sentences; the Cookie Store API is not everywhere
  document.cookie = `${languageCookie}=${locale}; path=/; max-age=31536000; samesite=lax`;
  if (language !== locale) location.reload();
}
