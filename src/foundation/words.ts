/** A compiled catalogue: nested keys down to functions that take parameters and return a sentence. */
export type Catalogue = { readonly [key: string]: Catalogue | ((params: Record<string, unknown>) => string) };

/** Interface languages. English is complete; a key missing elsewhere falls back to it. */
export const locales = ["en", "ar"] as const;
export type Locale = (typeof locales)[number];

/** Which way a language is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return /^(ar|he|fa|ur)\b/.test(locale) ? "rtl" : "ltr";
}

/**
 * The interface language for what a person or browser asks for.
 * @param wanted tags in order of wish, as in an Accept-Language header's
 */
export function localeFor(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const base = tag.trim().toLowerCase().split(/[-;]/)[0];
    const found = locales.find((locale) => locale === base);
    if (found) return found;
  }
  return "en";
}

/** The product's nouns, as a workspace says them. */
export type Nouns = Readonly<Record<string, string>>;

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
/** Every key of a catalogue, `a.b.c`. */
export type KeyOf<T> = Leaves<T>;

/** Fills one sentence: key → words. */
export type Say<T> = (key: KeyOf<T>, params?: Record<string, unknown>) => string;

/** The sentence under a key, or undefined where the catalogue has none. */
export function lookUp(
  catalogue: Catalogue | undefined,
  key: string,
): ((params: Record<string, unknown>) => string) | undefined {
  let at: Catalogue | ((params: Record<string, unknown>) => string) | undefined = catalogue;
  for (const part of key.split(".")) {
    if (at === undefined || typeof at === "function") return undefined;
    at = at[part];
  }
  return typeof at === "function" ? at : undefined;
}

/**
 * Makes a function that fills sentences from a list of catalogues, first match wins.
 * @param catalogues the wanted language's first, English after it
 * @param nouns the workspace's nouns; they arrive in every sentence
 * @returns key → sentence; a key nobody has comes back as itself, so that it is seen
 */
export function sayFrom(catalogues: readonly (Catalogue | undefined)[], nouns: Nouns) {
  return (key: string, params: Record<string, unknown> = {}): string => {
    for (const catalogue of catalogues) {
      const sentence = lookUp(catalogue, key);
      if (sentence) return sentence({ ...nouns, ...params });
    }
    return key;
  };
}

/**
 * The nouns as sentences take them: each as it stands and with a capital.
 * @param nouns singular and plural forms, as in `{ team: "ward", teams: "wards" }`
 * @returns the same, and `Team`, `Teams` beside them
 */
export function nounParams(nouns: Nouns): Nouns {
  const params: Record<string, string> = {};
  for (const [key, noun] of Object.entries(nouns)) {
    params[key] = noun;
    params[capital(key)] = capital(noun);
  }
  return params;
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
