/** An area as it can be recognised in somebody's words. */
export type Recognisable = { area: string; name: string; purpose: string };

const cutters = new Map<string, Intl.Segmenter>();
const cutterFor = (locale: string) => {
  const known = cutters.get(locale);
  if (known) return known;
  const made = new Intl.Segmenter(locale, { granularity: "word" });
  cutters.set(locale, made);
  return made;
};

/** The words of a text without accents, case and the smallest ones; a word of one sign counts where words are that short. */
export function tokensOf(text: string, locale: string): Set<string> {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase(locale);
  const tokens = new Set<string>();
  for (const { segment, isWordLike } of cutterFor(locale).segment(plain)) {
    const short = /^\p{Script=Latin}|^\p{Script=Cyrillic}|^\p{Script=Greek}|^\p{Script=Arabic}/u.test(segment) ? 3 : 1;
    if (isWordLike && segment.length >= short) tokens.add(segment);
  }
  return tokens;
}

/** Whether two words are forms of one: one holds the other (a compound, an article in front), or they differ in their ends. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4) return false;
  if (long.includes(short)) return true;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return same >= 3 && same >= long.length / 2;
}

/** A name says more of an area than its purpose does; in a purpose, words as short as articles are say nothing. */
const nameWeighs = 3;
const saysSomething = (word: string) => word.length > 3 || !/^\p{Script=Latin}/u.test(word);

/**
 * Areas whose name or purpose fits what somebody wrote, the best first. A word that many areas share says little, so it weighs
 * less: no list of empty words in any language is needed.
 * @param what what they wrote
 * @param areas the areas there are
 * @param locale their language, for where words end
 * @returns at most five, each with how well it fits
 */
export function guessAreas(
  what: string,
  areas: readonly Recognisable[],
  locale: string,
): { area: string; name: string; fits: number }[] {
  const asked = [...tokensOf(what, locale)];
  const known = areas.map(({ area, name, purpose }) => ({
    area,
    name,
    inName: [...tokensOf(name, locale)],
    inPurpose: [...tokensOf(purpose, locale)],
  }));
  const has = (words: readonly string[], word: string) => words.some((one) => alike(one, word));
  const weight = new Map(
    asked.map((word) => {
      const share = known.filter(({ inName, inPurpose }) => has(inName, word) || has(inPurpose, word)).length;
      return [word, share === 0 ? 0 : Math.log(1 + known.length / share)] as const;
    }),
  );
  return known
    .map(({ area, name, inName, inPurpose }) => {
      const fits = asked.reduce((sum, word) => {
        if (has(inName, word)) return sum + nameWeighs * weight.get(word)!;
        return saysSomething(word) && has(inPurpose, word) ? sum + weight.get(word)! : sum;
      }, 0);
      return { area, name, fits };
    })
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .slice(0, 5);
}

/** The area that is meant, where one fits clearly better than any other. */
export function clearlyMeant(guesses: readonly { area: string; fits: number }[]): string | null {
  const [best, second] = guesses;
  return best && best.fits >= 1.5 * (second?.fits ?? 0) ? best.area : null;
}
