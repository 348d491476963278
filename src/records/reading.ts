import type { DeciderKind, DecisionFacts, Outcome, StatusClass } from "../decisions/rules.ts";
import { type DateOrder, readDate } from "./dates.ts";
import { type History, readSteps } from "./history.ts";
import { columnOf, type DateColumn, type ListColumn, type Mapping } from "./mapping.ts";
import { readReversals } from "./reversals.ts";
import { type Reason, type Row, type Table, wordsIn } from "./table.ts";

/** What a row tells: key and title always, other fields only where the mapping feeds them. */
export type ReadFacts = Partial<DecisionFacts> & Pick<DecisionFacts, "ref" | "title" | "source">;

/** A row, read: what it tells, or why it cannot be taken. */
export type ReadRow = { line: number; cells: readonly unknown[]; ref: string | null; title: string | null } & (
  | { facts: ReadFacts; reasons: null }
  | { facts: null; reasons: Reason[] }
);

/** How long a cell may be, in characters; entries of a list count one by one. */
export const longest = { ref: 200, title: 500, words: 2_000, text: 50_000, entry: 500, entries: 200 } as const;
const textFields = ["context", "reasons"] as const;
const wordFields = ["kind", "status", "decidedOnBasis", "decider", "basis"] as const;
const listFields = ["topics", "authors", "handedTo", "supersedes", "supersededBy"] as const;
const dateFields = ["openedOn", "decidedOn"] as const;

/**
 * Reads every row of a file by a mapping that fits it. Nothing is guessed: a word that the mapping does not explain, a date
 * that can be read two ways or a key that stands twice refuses its row and says why.
 * @param table the file
 * @param mapping a mapping without problems for this file
 * @param history its companion file, where there is one
 */
export function readRows(table: Table, mapping: Mapping, history: History | null): ReadRow[] {
  const read = rowReader(table.columns, mapping, history);
  return refuseTwins(table.rows.map(read));
}

function rowReader(columns: readonly string[], mapping: Mapping, history: History | null): (row: Row) => ReadRow {
  const at = new Map(columns.map((name, i) => [name, i]));
  const { columns: fed } = mapping;
  const cellOf = (row: Row, entry: string | { column: string }) => row.cells[at.get(columnOf(entry))!];

  return (row) => {
    const ref = fed.ref ? wordsIn(cellOf(row, fed.ref)) : null;
    const title = fed.title ? wordsIn(cellOf(row, fed.title)) : null;
    const told = {
      line: row.line,
      cells: row.cells,
      ref: ref?.slice(0, longest.ref) ?? null,
      title: title?.slice(0, longest.title) ?? null,
    };
    if (row.broken) return { ...told, facts: null, reasons: [row.broken] };
    const reasons: Reason[] = [];
    const no = (code: string, column: string, params: Reason["params"] = {}) => reasons.push({ code, column, params });
    const limited = (text: string | null, limit: number, column: string) => {
      if (text !== null && text.length > limit) no("too_long", column, { limit });
      return text;
    };
    const words = (entry: string, limit: number) => {
      const cell = cellOf(row, entry);
      if (typeof cell === "object" && cell !== null) no("not_words", entry);
      return limited(wordsIn(cell), limit, entry);
    };
    if (ref === null) no("no_ref", fed.ref!);
    if (title === null) no("no_title", fed.title!);
    limited(ref, longest.ref, fed.ref!);
    limited(title, longest.title, fed.title!);

    const facts: ReadFacts = { ref: ref ?? "", title: title ?? "", source: sourceOf(columns, row.cells) };
    for (const field of wordFields) if (fed[field]) facts[field] = words(fed[field], longest.words);
    for (const field of textFields) if (fed[field]) facts[field] = words(fed[field], longest.text);
    if (fed.link) facts.link = webAddress(words(fed.link, longest.words));
    for (const field of listFields) {
      const entry = fed[field];
      if (!entry) continue;
      facts[field] = listIn(cellOf(row, entry), entry, mapping.separator);
      const tooLong = facts[field].length > longest.entries || facts[field].some((one) => one.length > longest.entry);
      if (tooLong) no("too_long", columnOf(entry), { limit: longest.entry });
    }
    for (const field of dateFields) {
      const entry = fed[field];
      if (!entry) continue;
      const day = dateIn(cellOf(row, entry), orderOf(entry, mapping));
      if (day !== null && "code" in day) no(day.code, columnOf(entry), { value: wordsIn(cellOf(row, entry)) ?? "" });
      else facts[field] = day?.date ?? null;
    }
    if (fed.outcome) {
      const read = valueIn(cellOf(row, fed.outcome), fed.outcome.values as Record<string, Outcome | null>);
      if ("unmapped" in read) no("value_not_mapped", fed.outcome.column, { value: read.unmapped });
      else facts.outcome = read.value;
    }
    if (fed.decidedBy) {
      const read = valueIn(cellOf(row, fed.decidedBy), fed.decidedBy.values as Record<string, DeciderKind | null>);
      if ("unmapped" in read) no("value_not_mapped", fed.decidedBy.column, { value: read.unmapped });
      else facts.decidedBy = read.blank && isVerdict(facts) ? "unknown" : read.value;
    }
    notBeforeItWasKnown(facts, mapping.deciderKnownSince);
    if (history && ref !== null) {
      const broken = history.broken.get(ref);
      if (broken) reasons.push(broken);
      facts.steps = history.steps.get(ref) ?? [];
    }
    if (fed.steps && !history) {
      const read = readSteps(cellOf(row, fed.steps), fed.steps, mapping.dateOrder);
      if ("code" in read) reasons.push(read);
      else facts.steps = read;
    }
    if (fed.reversals) {
      const read = readReversals(cellOf(row, fed.reversals), fed.reversals, {
        steps: facts.steps ?? [],
        decidedOn: facts.decidedOn ?? null,
        statuses: mapping.statuses as Record<string, StatusClass>,
        order: mapping.dateOrder ?? null,
        separator: mapping.separator,
      });
      if ("code" in read) reasons.push(read);
      else facts.reversals = read;
    }
    return reasons.length ? { ...told, facts: null, reasons } : { ...told, facts, reasons: null };
  };
}

/** Whether a decision has ended in a way that somebody must have decided. */
export function isVerdict(facts: Pick<ReadFacts, "decidedOn" | "outcome">): boolean {
  return Boolean(facts.decidedOn) || facts.outcome === "accepted" || facts.outcome === "rejected";
}

/** Before a record began to name delegates, `lead` only means that nobody else was named. */
function notBeforeItWasKnown(facts: ReadFacts, since: string | undefined): void {
  if (since === undefined || facts.decidedBy !== "lead") return;
  if (facts.decidedOn && facts.decidedOn >= since) return;
  facts.decidedBy = "unknown";
  facts.decider = null;
}

function sourceOf(columns: readonly string[], cells: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? null]));
}

function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\/\S+$/i.test(text) ? text : null;
}

function listIn(cell: unknown, entry: ListColumn, separator: string): string[] {
  if (Array.isArray(cell)) return cell.map(wordsIn).filter((word) => word !== null);
  const text = wordsIn(cell);
  if (text === null) return [];
  return text
    .split(typeof entry === "string" ? separator : entry.separator)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function orderOf(entry: DateColumn, mapping: Mapping): DateOrder | null {
  return typeof entry === "string" ? (mapping.dateOrder ?? null) : entry.order;
}

function dateIn(cell: unknown, order: DateOrder | null): ReturnType<typeof readDate> | null {
  if (cell === null || cell === undefined) return null;
  const text = wordsIn(cell);
  if (text === null) return typeof cell === "string" ? null : { code: "not_a_date" };
  return readDate(text, order);
}

type ReadValue<T> = { value: T | null; blank: boolean } | { unmapped: string };

/** Looks a word up as it stands; a blank cell is nothing of the kind unless the mapping says what `""` is. */
function valueIn<T>(cell: unknown, values: Readonly<Record<string, T | null>>): ReadValue<T> {
  const word =
    wordsIn(cell) ?? (cell === null || cell === undefined || typeof cell === "string" ? "" : JSON.stringify(cell));
  if (Object.hasOwn(values, word)) return { value: values[word]!, blank: false };
  return word === "" ? { value: null, blank: true } : { unmapped: word.slice(0, 80) };
}

/**
 * Rows with the same key: the same row once more is refused as a copy; rows that differ are all refused, because which one
 * is right only the team knows.
 */
function refuseTwins(rows: ReadRow[]): ReadRow[] {
  const byRef = new Map<string, ReadRow[]>();
  for (const row of rows) if (row.ref !== null) byRef.set(row.ref, [...(byRef.get(row.ref) ?? []), row]);
  const refused = new Map<ReadRow, Reason>();
  for (const twins of byRef.values()) {
    const [first, ...others] = twins;
    if (!first || others.length === 0) continue;
    const image = JSON.stringify(first.cells);
    if (others.every((row) => JSON.stringify(row.cells) === image)) {
      for (const row of others) refused.set(row, { code: "copy", params: { line: first.line } });
    } else {
      const lines = twins
        .map((row) => row.line)
        .slice(0, 10)
        .join(", ");
      for (const row of twins) refused.set(row, { code: "same_key", params: { lines } });
    }
  }
  return rows.map((row): ReadRow => {
    const reason = refused.get(row);
    return reason ? { ...row, facts: null, reasons: [...(row.reasons ?? []), reason] } : row;
  });
}

/**
 * Refuses rows whose key is that of a decision made here: what people decided here is never changed, replaced or taken away by a file.
 * @param rows the file's rows, read
 * @param mapping which column the key is in
 * @param made the keys of the decisions made in the team
 */
export function refuseMade(rows: readonly ReadRow[], mapping: Mapping, made: ReadonlySet<string>): ReadRow[] {
  return rows.map((row): ReadRow => {
    if (row.ref === null || !made.has(row.ref)) return row;
    const reason: Reason = { code: "made_here", column: mapping.columns.ref, params: { value: row.ref } };
    return { ...row, facts: null, reasons: [...(row.reasons ?? []), reason] };
  });
}
