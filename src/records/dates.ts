/** Which number comes first where the year comes last, as in 03/04/2012. Never guessed from one date. */
export const dateOrders = ["day-month-year", "month-day-year"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A date as read, or why it cannot be: a reason's code. */
export type ReadDate = { date: string } | { code: "not_a_date" | "no_such_day" | "ambiguous_date" };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:,? \d{1,2}:\d{2}.*)?$/;
const dayMonthWord = /^(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})$/;
const monthWordDay = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;

/**
 * Reads one date. Year first, dots (the day comes first with them everywhere) and English month names need no order;
 * 03/04/2012 does, unless one of the two numbers can only be a day. A time after it is left away: the day stays as written.
 * @param text as it stands in the cell, trimmed
 * @param order for numbers with the year last, where the mapping says
 */
export function readDate(text: string, order: DateOrder | null): ReadDate {
  const first = yearFirst.exec(text);
  if (first) return dayOf(Number(first[1]), Number(first[3]), Number(first[4]));
  const last = yearLast.exec(text);
  if (last)
    return numbers(Number(last[1]), Number(last[3]), Number(last[4]), last[2] === "." ? "day-month-year" : order);
  const named = dayMonthWord.exec(text);
  if (named) return withMonth(named[2]!, Number(named[1]), Number(named[3]));
  const american = monthWordDay.exec(text);
  if (american) return withMonth(american[1]!, Number(american[2]), Number(american[3]));
  return { code: "not_a_date" };
}

function numbers(a: number, b: number, year: number, order: DateOrder | null): ReadDate {
  if (order === "day-month-year") return dayOf(year, b, a);
  if (order === "month-day-year") return dayOf(year, a, b);
  if (a > 12 && b <= 12) return dayOf(year, b, a);
  if (b > 12 && a <= 12) return dayOf(year, a, b);
  return a === b ? dayOf(year, a, b) : { code: "ambiguous_date" };
}

function withMonth(word: string, day: number, year: number): ReadDate {
  const month = months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? { code: "not_a_date" } : dayOf(year, month, day);
}

function dayOf(year: number, month: number, day: number): ReadDate {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1) return { code: "no_such_day" };
  return { date: date.toISOString().slice(0, 10) };
}

/** Whether a cell looks like a date at all, whatever its order. */
export function looksLikeDate(text: string): boolean {
  return !("code" in readDate(text, null)) || (readDate(text, null) as { code: string }).code === "ambiguous_date";
}

/**
 * The order that a column's dates prove by themselves.
 * @param texts the column's cells
 * @returns `needed`: false where no date depends on an order; `order`: null where nothing proves one, or proofs contradict
 */
export function provenOrder(texts: readonly string[]): { needed: boolean; order: DateOrder | null } {
  let needed = false;
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const last = yearLast.exec(text);
    if (!last || last[2] === ".") continue;
    const [a, b] = [Number(last[1]), Number(last[3])];
    if (a > 12 && b <= 12) dayFirst = true;
    else if (b > 12 && a <= 12) monthFirst = true;
    else if (a !== b) needed = true;
  }
  if (dayFirst === monthFirst) return { needed, order: null };
  return { needed, order: dayFirst ? "day-month-year" : "month-day-year" };
}
