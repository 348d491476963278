/**
 * The labels of a row of years that have room: every one, or every second, fifth, tenth.
 * @param years all of them, in order
 * @param width pixels they share
 * @param room pixels one label needs
 */
export function yearsWithRoom(years: readonly number[], width: number, room = 42): number[] {
  const perYear = width / Math.max(1, years.length);
  const step = [1, 2, 5, 10, 20, 50].find((every) => every * perYear >= room) ?? 100;
  return years.filter((year) => year % step === 0);
}

/**
 * Every year from the first to the last, so that an empty one is seen as a gap.
 * @param years in any order, with or without gaps
 */
export function everyYear(years: readonly number[]): number[] {
  if (years.length === 0) return [];
  const first = Math.min(...years);
  const last = Math.max(...years);
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

/** A year as a bare number, in the reader's digits, without separators. */
export function yearText(year: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false }).format(year);
}
