import decisionsAr from "../decisions/words.ar.json";
import decisionsEn from "../decisions/words.en.json";
import foundationAr from "../foundation/words.ar.json";
import foundationEn from "../foundation/words.en.json";
import { type Catalogue, type Locale, type Nouns, nounParams, sayFrom } from "../foundation/words.ts";
import peopleAr from "../people/words.ar.json";
import peopleEn from "../people/words.en.json";
import recordsAr from "../records/words.ar.json";
import recordsEn from "../records/words.en.json";
import appAr from "./web/words.ar.json";
import appEn from "./web/words.en.json";

type ByRoom = Readonly<Record<string, unknown>>;
const catalogues: Readonly<Record<Locale, ByRoom>> = {
  en: { foundation: foundationEn, people: peopleEn, decisions: decisionsEn, records: recordsEn, app: appEn },
  ar: { foundation: foundationAr, people: peopleAr, decisions: decisionsAr, records: recordsAr, app: appAr },
};
const nounKeys = ["team", "teams", "lead", "leads", "member", "members", "area", "areas"] as const;

function catalogue(locale: string, room: string): Catalogue | undefined {
  return catalogues[locale as Locale]?.[room] as Catalogue | undefined;
}

/** A language's own nouns, singular and plural, before a workspace says others. */
export function plainNouns(locale: string): Nouns {
  const say = sayFrom([catalogue(locale, "people"), catalogue("en", "people")], {});
  return Object.fromEntries(nounKeys.map((key) => [key, say(`nouns.${key}`)]));
}

/** The nouns as sentences take them, with a workspace's own in place of the language's. */
export function nouns(locale: string, own: Nouns = {}): Nouns {
  return nounParams({ ...plainNouns(locale), ...own });
}

/** A room's sentences in a language, English where it has none. */
export function say(room: string, locale: string, workspaceNouns?: Nouns) {
  return sayFrom([catalogue(locale, room), catalogue("en", room)], workspaceNouns ?? nouns(locale));
}
