import { nounParams } from "../../foundation/words.ts";
import { sayNouns, wordsOf } from "../../foundation/words-browser.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("people");

/** The nouns as the language says them, before a workspace has its own. */
export function plainNouns(): Record<NounKey, string> {
  return Object.fromEntries(nounKeys.map((key) => [key, say(`nouns.${key}`)])) as Record<NounKey, string>;
}

export const nounKeys = ["team", "teams", "lead", "leads", "member", "members", "area", "areas"] as const;
export type NounKey = (typeof nounKeys)[number];

/**
 * Nouns for one sentence.
 * @param own what a workspace says; the language's own where it says nothing
 */
export function nounsFor(own: Readonly<Partial<Record<NounKey, string>>>): Readonly<Record<string, string>> {
  const plain = plainNouns();
  return nounParams(Object.fromEntries(nounKeys.map((key) => [key, own[key]?.trim() || plain[key]])));
}

/** Says the language's own nouns from here on: for pages that stand in no workspace. */
export function sayPlainNouns(): void {
  sayNouns(plainNouns());
}
