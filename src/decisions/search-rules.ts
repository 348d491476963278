/** Something to find: words that stand together somewhere in the text; or, with `without`, that stand nowhere in it. */
export type SearchTerm = { words: string; without: boolean };

const closing: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“”", "«": "»", "「": "」" };

/**
 * What somebody looks for, as web searches taught everybody to write it: every word must be there, in any order; “words in quotes” stand
 * together; a word or a quote after a minus must not be there. A word is found inside longer ones too, because that is the one
 * way that serves every language: German joins words, Arabic puts articles before them, Japanese writes none apart. A quote that
 * does not close reaches to the end.
 * @param typed as it was typed
 */
export function searchTerms(typed: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let rest = typed.trimStart();
  while (rest !== "") {
    const without = /^[-−](?=\S)/.test(rest);
    if (without) rest = rest.slice(1);
    const ends = closing[rest[0]!];
    const [words, length] = ends === undefined ? wordAt(rest) : quoteAt(rest, ends);
    if (words !== "") terms.push({ words, without });
    rest = rest.slice(length).trimStart();
  }
  return terms;
}

function wordAt(rest: string): [words: string, length: number] {
  const [word] = /^\S+/.exec(rest)!;
  return [word, word.length];
}

function quoteAt(rest: string, ends: string): [words: string, length: number] {
  const at = [...ends].map((sign) => rest.indexOf(sign, 1)).filter((one) => one > 0);
  const end = at.length > 0 ? Math.min(...at) : rest.length;
  return [rest.slice(1, end).trim().replaceAll(/\s+/g, " "), end + 1];
}
