/**
 * How many words a text has, as its language parts them.
 * @param text what was written
 * @param locale its language
 */
export function countWords(text: string, locale?: string): number {
  if (typeof Intl.Segmenter !== "function")
    return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  let count = 0;
  for (const segment of new Intl.Segmenter(locale, { granularity: "word" }).segment(text)) {
    if (segment.isWordLike) count += 1;
  }
  return count;
}
