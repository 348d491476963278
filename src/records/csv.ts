import { stringify } from "csv-stringify/sync";

// what spreadsheets take for a formula, also behind white space or in full width; and the same behind apostrophes, so that
// every cell comes back as it was
const formula = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** A cell that no spreadsheet runs: an apostrophe stands before what it would take for a formula. */
export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** The cell behind a guard; the apostrophe is no part of it. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A cell as text: lists and objects as JSON, nothing as nothing. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

/**
 * A CSV file that spreadsheets open as UTF-8 and run nothing of.
 * @param columns the header
 * @param rows cells in the order of the header
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map((cell) => guarded(cellText(cell))));
  return `\ufeff${stringify(lines, { record_delimiter: "\r\n" })}`;
}
