/**
 * Up to two letters that stand for a name: first and last word's, whole characters of any script.
 * @param name as the person writes it
 * @returns upper case where the script has one; `?` for nothing
 */
export function initialsOf(name: string): string {
  const words = name
    .normalize("NFC")
    .split(/[\s\-_.,·/()]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return "?";
  const first = firstLetter(words[0]!);
  if (words.length === 1) return first;
  return first + firstLetter(words.at(-1)!);
}

function firstLetter(word: string): string {
  const letter = [...word].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? "";
  return letter.toLocaleUpperCase();
}

/** How many colours avatars have. */
export const avatarColours = 8;

/**
 * A colour that stays with somebody: the same text gives the same number anywhere (FNV-1a, 32 bits).
 * @param text an id, or a name where there is none
 * @returns 0 … `avatarColours` − 1
 */
export function colourOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  // the low bits of FNV are weak on short ids that differ in one place; fold the high ones in
  const folded = (hash ^ (hash >>> 15)) >>> 0;
  return folded % avatarColours;
}
