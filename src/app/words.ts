import { type Catalogue, type Nouns, nounParams, sayFrom } from "../foundation/words.ts";

const files = import.meta.glob<Catalogue>("../**/words.*.json", { eager: true, import: "default" });
// ../people/words.en.json → people, en; the app's own stand in ./web
const catalogues = new Map(
  Object.entries(files).map(([file, catalogue]) => {
    const [, folder, locale] = /([^/]+)\/words\.(\w+)\.json$/.exec(file)!;
    return [`${folder === "web" ? "app" : folder}/${locale}`, catalogue];
  }),
);
const nounKeys = ["team", "teams", "lead", "leads", "member", "members", "area", "areas"] as const;

function catalogue(locale: string, room: string): Catalogue | undefined {
  return catalogues.get(`${room}/${locale}`);
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
