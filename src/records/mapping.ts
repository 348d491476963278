import { z } from "zod";
import { deciderKinds, outcomes, reversalKinds, statusClasses } from "../decisions/rules.ts";
import { dateOrders } from "./dates.ts";

const column = z.string().min(1).max(200);
const words = z.string().max(500);

/** A column of lists: its name, or its name and what stands between entries. */
const listColumn = z.union([column, z.strictObject({ column, separator: z.string().min(1).max(5) })]);
/** A column of dates: its name, or its name and which number comes first. */
const dateColumn = z.union([column, z.strictObject({ column, order: z.enum(dateOrders) })]);
/** A column whose words stand for something here: word → what it is; null: nothing of the kind. */
const outcomeColumn = z.strictObject({ column, values: z.record(words, z.enum(outcomes).nullable()) });
const deciderColumn = z.strictObject({ column, values: z.record(words, z.enum(deciderKinds).nullable()) });
/**
 * A column of reversals. Text is read by `pattern`, with `{on}`, `{from}`, `{to}` and `{kind}` in it; a JSON list of objects by `keys`.
 * Kinds are this product's words, or translated by `kinds`.
 */
const reversalColumn = z.strictObject({
  column,
  separator: z.string().min(1).max(5).optional(),
  pattern: z.string().min(1).max(200).optional(),
  keys: z
    .strictObject({ on: column, from: column, to: column, kind: column.optional(), heldDays: column.optional() })
    .optional(),
  kinds: z.record(words, z.enum(reversalKinds)).optional(),
});

/** A column that holds every change of status as a JSON list of objects, with the names of what they say. */
const stepsColumn = z.strictObject({
  column,
  keys: z.strictObject({
    on: column,
    to: column,
    from: column.optional(),
    by: column.optional(),
    note: column.optional(),
    reference: column.optional(),
  }),
});

/** A time in office: from this day, until (not including) that one; null where it lasts. */
export const termShape = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date().nullable().default(null),
  who: words.nullable().default(null),
});

/** Companion file: every change of status, one a row, joined by the decision's key. */
const historyShape = z.strictObject({
  /** What the file is called, so that somebody knows which one to add. */
  file: z.string().max(300).optional(),
  key: column,
  on: dateColumn,
  from: column.optional(),
  to: column,
  by: column.optional(),
  note: column.optional(),
  reference: column.optional(),
});

/**
 * How the columns of a file feed the log: plain data that a person can write, keep beside the file and use again.
 * Columns without a place here are kept with the row as it came, and named in the preview.
 */
export const mappingShape = z.strictObject({
  version: z.literal(1),
  /** What this mapping is for, in words. */
  name: z.string().max(200).optional(),
  encoding: z.enum(["utf-8", "windows-1252", "iso-8859-15", "utf-16le", "utf-16be", "shift_jis", "gb18030"]).optional(),
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  /** For a JSON object with several lists: the one that holds the decisions. */
  rowsUnder: z.string().max(200).optional(),
  /** What stands between the entries of a list in one cell. */
  separator: z.string().min(1).max(5).default(";"),
  dateOrder: z.enum(dateOrders).optional(),
  columns: z.strictObject({
    ref: column.optional(),
    title: column.optional(),
    kind: column.optional(),
    topics: listColumn.optional(),
    status: column.optional(),
    context: column.optional(),
    reasons: column.optional(),
    link: column.optional(),
    authors: listColumn.optional(),
    handedTo: listColumn.optional(),
    openedOn: dateColumn.optional(),
    decidedOn: dateColumn.optional(),
    decidedOnBasis: column.optional(),
    outcome: outcomeColumn.optional(),
    decidedBy: deciderColumn.optional(),
    decider: column.optional(),
    basis: column.optional(),
    supersedes: listColumn.optional(),
    supersededBy: listColumn.optional(),
    steps: stepsColumn.optional(),
    reversals: reversalColumn.optional(),
  }),
  /** What the record's status words mean, from which the kind of a reversal is worked out where it is not told. */
  statuses: z.record(words, z.enum(statusClasses)).default({}),
  /** Before this day the record cannot tell a lead's verdict from a delegate's: `lead` is then read as `unknown`. */
  deciderKnownSince: z.iso.date().optional(),
  /** From how many verdicts on one day they count as a batch. */
  batchFrom: z.number().int().min(2).max(1000).optional(),
  /** Who was in office when. A day in no term is a day without a decider. */
  terms: z.array(termShape).max(500).optional(),
  history: historyShape.optional(),
});

export type Mapping = z.output<typeof mappingShape>;
export type Field = keyof Mapping["columns"];
export type Term = z.output<typeof termShape>;
export type ListColumn = z.output<typeof listColumn>;
export type DateColumn = z.output<typeof dateColumn>;
export type StepsColumn = z.output<typeof stepsColumn>;
export type ReversalColumn = z.output<typeof reversalColumn>;
export type HistoryMapping = z.output<typeof historyShape>;

/**
 * Reads a mapping that somebody wrote.
 * @returns the mapping, or the first place in it that is not understood, as in `columns.titel`
 */
export function readMapping(written: unknown): { mapping: Mapping } | { notUnderstood: string } {
  const read = mappingShape.safeParse(written);
  if (read.success) return { mapping: read.data };
  const issue = read.error.issues[0]!;
  const key = issue.code === "unrecognized_keys" ? [issue.keys[0]!] : [];
  return { notUnderstood: [...issue.path, ...key].join(".") };
}

/** The name of the column behind an entry of a mapping, short form or long. */
export function columnOf(entry: string | { column: string }): string {
  return typeof entry === "string" ? entry : entry.column;
}

/** Every field of a mapping with the column that feeds it. */
export function fedFields(mapping: Mapping): { field: Field; column: string }[] {
  return Object.entries(mapping.columns)
    .filter(([, entry]) => entry !== undefined)
    .map(([field, entry]) => ({ field: field as Field, column: columnOf(entry) }));
}

/** What keeps a mapping from being used on a file: a code (`problem.<code>` in this room's words) and what its sentence needs. */
export type Problem = { code: string; params: Record<string, string | number> };

/**
 * What keeps a mapping from being used on these files.
 * @param mapping the mapping
 * @param columns the file's columns
 * @param historyColumns the companion file's columns; null where it was not handed in
 */
export function problemsOf(
  mapping: Mapping,
  columns: readonly string[],
  historyColumns: readonly string[] | null,
): Problem[] {
  const problems: Problem[] = [];
  for (const field of ["ref", "title"] as const) {
    if (!mapping.columns[field]) problems.push({ code: `no_${field}`, params: {} });
  }
  for (const { field, column } of fedFields(mapping)) {
    if (!columns.includes(column)) problems.push({ code: "no_such_column", params: { field, column } });
  }
  const { reversals } = mapping.columns;
  if (reversals && !reversals.pattern && !reversals.keys) problems.push({ code: "reversals_unread", params: {} });
  if (reversals?.pattern && !["{on}", "{from}", "{to}"].every((part) => reversals.pattern!.includes(part))) {
    problems.push({ code: "reversals_pattern", params: { pattern: reversals.pattern } });
  }
  const { history } = mapping;
  if (history && !historyColumns) problems.push({ code: "history_missing", params: { file: history.file ?? "none" } });
  if (!history && historyColumns) problems.push({ code: "history_unmapped", params: {} });
  if (history && historyColumns) {
    const { file: _, ...named } = history;
    for (const [part, entry] of Object.entries(named)) {
      const name = columnOf(entry);
      if (!historyColumns.includes(name))
        problems.push({ code: "no_such_history_column", params: { part, column: name } });
    }
  }
  const terms = mapping.terms ?? [];
  const wrong = terms.find((term) => term.until !== null && term.until <= term.from);
  if (wrong) problems.push({ code: "term_ends_first", params: { from: wrong.from } });
  return problems;
}
