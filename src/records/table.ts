import { CsvError, parse } from "csv-parse/sync";
import { refuse } from "../foundation/refusal.ts";
import { unguarded } from "./csv.ts";

/** A file as it was handed in. */
export type SourceFile = { name: string; bytes: Uint8Array };

/** Why a row cannot be taken: a code (`reason.<code>` in this room's words), what its sentence needs, and the column meant. */
export type Reason = { code: string; column?: string | undefined; params?: Record<string, string | number> };

/** One row as it came. `line` is where it begins in the file; for JSON, which row it is, counted from 1. */
export type Row = { line: number; cells: readonly unknown[]; broken: Reason | null };

/** A file as rows under named columns. */
export type Table = { format: "csv" | "json"; columns: string[]; rows: Row[] };

/** How a file is to be read, where it does not say so itself. */
export type Reading = {
  encoding?: string | undefined;
  delimiter?: string | undefined;
  rowsUnder?: string | undefined;
  mostRows?: number;
};

/** The most rows one file may bring, unless told otherwise. */
export const maxRows = 50_000;
const delimiters = [",", ";", "\t", "|"] as const;
const deepest = 40;

/**
 * The text of a file. A byte order mark decides; without one it must be UTF-8, unless an encoding is named.
 * @throws a refusal for spreadsheets, other binary files, and bytes that are no text in the encoding
 */
export function decodeText(file: SourceFile, encoding?: string): string {
  const { bytes } = file;
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw refuse("records.spreadsheet_file", { file: file.name });
  }
  const marked = startsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : null;
  const utf8Mark = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  const label = marked ?? (utf8Mark ? "utf-8" : (encoding ?? "utf-8"));
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    if (label !== "utf-8" || bytes.subarray(0, 4096).includes(0)) throw refuse("records.not_text", { file: file.name });
    throw refuse("records.not_utf8", { file: file.name, line: lineOfFirstBadByte(bytes) });
  }
  if (!marked && text.slice(0, 4096).includes("\0")) throw refuse("records.not_text", { file: file.name });
  return text;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** The first line that is not UTF-8, counted from 1. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const next = bytes.indexOf(10, start);
    const end = next < 0 ? bytes.length : next + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return 1;
}

/**
 * Reads a file into rows. CSV with comma, semicolon, tab or bar (found by itself, or as a first line `sep=;` says); JSON as
 * a list of objects, or an object that holds one.
 * @param file the file as handed in
 * @param reading how to read it, where a mapping says
 * @returns its columns in order and every row; rows that are broken by themselves say why
 * @throws a refusal that says what to do where the file as a whole cannot be read
 */
export function readTable(file: SourceFile, reading: Reading = {}): Table {
  const text = decodeText(file, reading.encoding);
  if (text.trim() === "") throw refuse("records.empty_file", { file: file.name });
  const table = isJson(file.name, text) ? readJson(file, text, reading) : readCsv(file, text, reading);
  if (table.rows.length === 0) throw refuse("records.only_header", { file: file.name });
  const most = reading.mostRows ?? maxRows;
  if (table.rows.length > most) throw refuse("records.too_many_rows", { file: file.name, most });
  // a CSV file's text was checked as a whole when it was decoded, but for this one sign
  if (table.format === "json" || text.includes("\0")) {
    for (const row of table.rows) row.broken ??= unreadableIn(table.columns, row.cells);
  }
  return table;
}

function isJson(name: string, text: string): boolean {
  return !/\.(csv|tsv|txt)$/i.test(name) && /^\s*[[{]/.test(text);
}

function readCsv(file: SourceFile, whole: string, reading: Reading): Table {
  const named = /^sep=(.)\r?\n/i.exec(whole);
  const text = named ? whole.slice(named[0].length) : whole;
  const delimiter = reading.delimiter ?? named?.[1] ?? delimiterOf(text);
  const linesBefore = named ? 1 : 0;
  const bytes = Buffer.from(text);
  let records: { record: string[]; info: { bytes: number } }[];
  try {
    records = parse(bytes, {
      delimiter,
      info: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 1) + linesBefore;
    throw refuse("records.csv_broken", { file: file.name, line });
  }
  const lines = lineCounter(bytes, 1 + linesBefore);
  const filled = records
    .map(({ record }, i) => ({ record, line: lines(records[i - 1]?.info.bytes ?? 0) }))
    .filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  const [header, ...rest] = filled;
  if (!header) throw refuse("records.empty_file", { file: file.name });
  const columns = header.record.map((name, i) => name.trim() || `#${i + 1}`);
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined) throw refuse("records.same_header_twice", { file: file.name, column: twice });
  const rows = rest.map(({ record, line }) => ({ line, ...evened(record.map(unguarded), columns.length) }));
  return { format: "csv", columns, rows };
}

/** Tells on which line a byte lies; asked with ever later bytes. The parser's own count is off within quoted cells. */
function lineCounter(bytes: Uint8Array, first: number): (offset: number) => number {
  let line = first;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) {
      if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) line++;
    }
    return line;
  };
}

/** Blank cells after the last column are a spreadsheet's habit; anything else that does not fit is told. */
function evened(cells: string[], wanted: number): Pick<Row, "cells" | "broken"> {
  const got = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (cells.length < wanted || got > wanted) {
    return { cells, broken: { code: "ragged", params: { got: cells.length, wanted } } };
  }
  return { cells: cells.slice(0, wanted), broken: null };
}

/** The sign that the header line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const header = (/^(?:"[^"]*"|[^"\r\n])*/.exec(text.trimStart())?.[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const counts = delimiters.map((sign) => header.split(sign).length);
  return delimiters[counts.indexOf(Math.max(...counts))]!;
}

function readJson(file: SourceFile, text: string, reading: Reading): Table {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    throw refuse("records.json_broken", { file: file.name, line: text.slice(0, position).split("\n").length });
  }
  const entries = entriesIn(file, value, reading.rowsUnder);
  const columns = new Map<string, number>();
  for (const entry of entries) {
    if (!isObject(entry)) continue;
    for (const key of Object.keys(entry)) if (!columns.has(key)) columns.set(key, columns.size);
  }
  const rows = entries.map((entry, i): Row => {
    if (!isObject(entry)) return { line: i + 1, cells: [entry], broken: { code: "not_an_object" } };
    const cells: unknown[] = new Array(columns.size).fill(null);
    for (const [key, cell] of Object.entries(entry)) cells[columns.get(key)!] = cell;
    return { line: i + 1, cells, broken: null };
  });
  return { format: "json", columns: [...columns.keys()], rows };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function entriesIn(file: SourceFile, value: unknown, under: string | undefined): unknown[] {
  if (Array.isArray(value)) return value;
  const lists = isObject(value)
    ? Object.entries(value).filter(([, list]) => Array.isArray(list) && list.some((entry) => isObject(entry)))
    : [];
  const chosen = under === undefined ? lists : lists.filter(([key]) => key === under);
  if (chosen.length > 1) {
    throw refuse("records.json_which_rows", { file: file.name, names: chosen.map(([key]) => key).join(", ") });
  }
  if (!chosen[0]) throw refuse("records.json_no_rows", { file: file.name });
  return chosen[0][1] as unknown[];
}

/** The first cell that no database can keep: a NUL, half a character, or lists within lists without end. */
function unreadableIn(columns: readonly string[], cells: readonly unknown[]): Reason | null {
  const at = cells.findIndex((cell) => isUnreadable(cell, 0));
  return at < 0 ? null : { code: "unreadable", column: columns[at] };
}

function isUnreadable(value: unknown, depth: number): boolean {
  if (typeof value === "string") return /\0|\p{Surrogate}/u.test(value);
  if (typeof value !== "object" || value === null) return false;
  if (depth > deepest) return true;
  return Object.entries(value).some(([key, inner]) => isUnreadable(key, 0) || isUnreadable(inner, depth + 1));
}

/** A cell as words, trimmed; null where it is blank. Lists and objects are no words. */
export function wordsIn(cell: unknown): string | null {
  if (typeof cell === "string") return cell.trim() || null;
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  return null;
}
