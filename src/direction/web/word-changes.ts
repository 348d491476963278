import { diffWords } from "diff";

/** A stretch of text that is in both versions, only in the earlier one, or only in the later one. */
export type Stretch = { kind: "same" | "gone" | "new"; text: string };

// one rule parts words, whatever language somebody reads in; scripts without spaces are parted as well
const words = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("en", { granularity: "word" }) : undefined;

/**
 * What changed between two texts, word by word.
 * @param before the earlier text
 * @param after the later one
 */
export function wordChanges(before: string, after: string): Stretch[] {
  return diffWords(before, after, words ? { intlSegmenter: words } : {}).map(({ added, removed, value }) => ({
    kind: added ? "new" : removed ? "gone" : "same",
    text: value,
  }));
}
