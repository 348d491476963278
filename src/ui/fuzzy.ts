/** How well a query fits a text, and where. */
export type Match = { score: number; at: readonly number[] };

const wordStart = /[\s\-_/.,:()·]/;

/**
 * Fuzzy match as command palettes do it: every character of the query in order, accents and case aside; runs, word
 * beginnings and short texts count for more.
 * @param query what was typed; spaces part words that are matched each by itself, in any order
 * @param text what is looked through
 * @returns null where it does not fit; an empty query fits everything with score 0
 */
export function fuzzyMatch(query: string, text: string): Match | null {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const target = plain(text);
  let score = 0;
  const at = new Set<number>();
  for (const word of words) {
    const found = matchWord(word, target);
    if (!found) return null;
    score += found.score;
    for (const index of found.at) at.add(index);
  }
  return { score: words.length === 0 ? 0 : score - target.length / 200, at: [...at].sort((a, b) => a - b) };
}

function matchWord(word: string, target: string): Match | null {
  const whole = target.indexOf(word);
  if (whole >= 0) {
    const begins = whole === 0 || wordStart.test(target[whole - 1]!);
    return { score: word.length * 3 + (begins ? 6 : 2) + (whole === 0 ? 2 : 0), at: range(whole, word.length) };
  }
  const at: number[] = [];
  let score = 0;
  let from = 0;
  for (const character of word) {
    const index = target.indexOf(character, from);
    if (index < 0) return null;
    if (index === from && at.length > 0) score += 2;
    else if (index === 0 || wordStart.test(target[index - 1]!)) score += 1.5;
    else score += 0.25;
    at.push(index);
    from = index + 1;
  }
  // letters strewn over a long text are chance, not a match
  const spread = at.at(-1)! - at[0]! + 1;
  return spread > word.length * 4 + 4 ? null : { score, at };
}

/** Lower case without accents, one character for one, so that places in it are places in the text. */
function plain(text: string): string {
  return [...text].map((character) => plainCharacter(character)).join("");
}

function plainCharacter(character: string): string {
  const base = character.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return base.length === character.length ? base : character.toLowerCase().slice(0, character.length);
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, step) => from + step);
}

/**
 * The items that fit a query, best first; an empty query leaves all in their order.
 * @param query what was typed
 * @param items what to choose from
 * @param textOf an item's text, its other names behind it
 */
export function fuzzyFilter<T>(query: string, items: readonly T[], textOf: (item: T) => string): T[] {
  if (!query.trim()) return [...items];
  return items
    .map((item, order) => ({ item, order, match: fuzzyMatch(query, textOf(item)) }))
    .filter((row) => row.match !== null)
    .sort((a, b) => b.match!.score - a.match!.score || a.order - b.order)
    .map((row) => row.item);
}
