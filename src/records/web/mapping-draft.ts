import type { DeciderKind, Outcome, StatusClass } from "../../decisions/rules.ts";
import type { DateOrder } from "../dates.ts";
import type { Field, Mapping } from "../mapping.ts";
import { usualStepKeys } from "../rules.ts";
import type { Preview } from "./records-client.ts";

/** Our fields, in the groups in which a person thinks of them. */
export const fieldGroups = [
  { group: "what", fields: ["ref", "title", "kind", "topics", "status", "context", "reasons", "link"] },
  { group: "when", fields: ["openedOn", "decidedOn", "decidedOnBasis", "steps"] },
  { group: "who", fields: ["decidedBy", "decider", "basis", "handedTo", "authors"] },
  { group: "became", fields: ["outcome", "reversals", "supersedes", "supersededBy"] },
] as const satisfies readonly { group: string; fields: readonly Field[] }[];

/** Fields whose words stand for something here. */
export type ValueField = "outcome" | "decidedBy";
/** Columns of the companion file. */
export const historyParts = ["key", "on", "from", "to", "by", "note", "reference"] as const;
export type HistoryPart = (typeof historyParts)[number];

const usualPattern = "{on} {from}>{to}";

/** The column behind an entry, short form or long. */
function nameIn(entry: string | { column: string } | undefined): string | null {
  if (entry === undefined) return null;
  return typeof entry === "string" ? entry : entry.column;
}

/** The column that feeds a field, or null. */
export function columnFor(mapping: Mapping, field: Field): string | null {
  return nameIn(mapping.columns[field]);
}

/**
 * Feeds a field from another column, or from none. What was said of the earlier column's words, dates or lists is about that
 * column and goes with it; it is kept where the column stays.
 */
export function withColumn(mapping: Mapping, field: Field, column: string | null): Mapping {
  if (columnFor(mapping, field) === column) return mapping;
  const { [field]: _, ...others } = mapping.columns;
  if (column === null) return { ...mapping, columns: others };
  const entry =
    field === "outcome" || field === "decidedBy"
      ? { column, values: {} }
      : field === "reversals"
        ? { column, pattern: usualPattern }
        : field === "steps"
          ? { column, keys: usualStepKeys }
          : column;
  return { ...mapping, columns: { ...others, [field]: entry } };
}

/** One word of a column: what it means (null: nothing of the kind), undefined where nobody has said. */
export type Meaning = {
  value: string;
  means: DeciderKind | Outcome | null | undefined;
  /** Rows that wait for it. */
  rows: number;
};

/** The words of a field's column: first those that nobody has explained, then the others. */
export function meaningsOf(mapping: Mapping, asks: Preview["asks"], field: ValueField): Meaning[] {
  const known = Object.entries(mapping.columns[field]?.values ?? {});
  const said = new Set(known.map(([value]) => value));
  const open = asks.flatMap((ask) =>
    ask.kind === "value" && ask.field === field && ask.value !== null && !said.has(ask.value)
      ? [{ value: ask.value, means: undefined, rows: ask.rows }]
      : [],
  );
  return [...open, ...known.map(([value, means]) => ({ value, means, rows: 0 }))];
}

/** Says what a word of a column means; undefined takes it back. */
export function withMeaning(mapping: Mapping, field: ValueField, value: string, means: Meaning["means"]): Mapping {
  const entry = mapping.columns[field];
  if (!entry) return mapping;
  const { [value]: _, ...others } = entry.values as Record<string, DeciderKind | Outcome | null>;
  const values = means === undefined ? others : { ...entry.values, [value]: means };
  return { ...mapping, columns: { ...mapping.columns, [field]: { ...entry, values } } };
}

/** A column of dates of which it has to be said, or was said, which number comes first. */
export type DateQuestion = {
  field: "openedOn" | "decidedOn" | "history.on";
  column: string;
  order: DateOrder | null;
  rows: number;
};

/** The date columns that can be read two ways, and those of which it was said already. */
export function dateQuestions(mapping: Mapping, asks: Preview["asks"]): DateQuestion[] {
  const entries = [
    { field: "openedOn", entry: mapping.columns.openedOn },
    { field: "decidedOn", entry: mapping.columns.decidedOn },
    { field: "history.on", entry: mapping.history?.on },
  ] as const;
  return entries.flatMap(({ field, entry }) => {
    const column = nameIn(entry);
    if (column === null) return [];
    const order = typeof entry === "object" && "order" in entry ? entry.order : null;
    const ask = asks.find((one) => one.kind === "date_order" && one.field === field);
    return order || ask ? [{ field, column, order, rows: ask?.rows ?? 0 }] : [];
  });
}

/** Says which number comes first in a column's dates. */
export function withDateOrder(mapping: Mapping, field: DateQuestion["field"], order: DateOrder): Mapping {
  if (field === "history.on") {
    const { history } = mapping;
    return history ? { ...mapping, history: { ...history, on: { column: nameIn(history.on)!, order } } } : mapping;
  }
  const column = columnFor(mapping, field);
  return column === null ? mapping : { ...mapping, columns: { ...mapping.columns, [field]: { column, order } } };
}

/** Says how one reversal is written. */
export function withPattern(mapping: Mapping, pattern: string): Mapping {
  const { reversals } = mapping.columns;
  if (!reversals) return mapping;
  const { pattern: _, ...rest } = reversals;
  return {
    ...mapping,
    columns: { ...mapping.columns, reversals: pattern ? { ...rest, pattern } : rest },
  };
}

/** Says what a status word means; undefined takes it back. */
export function withStatus(mapping: Mapping, word: string, means: StatusClass | undefined): Mapping {
  const { [word]: _, ...others } = mapping.statuses;
  return { ...mapping, statuses: means ? { ...mapping.statuses, [word]: means } : others };
}

/** The status words to explain: those explained, and those seen in the column. */
export function statusWords(mapping: Mapping, columns: Preview["columns"]): string[] {
  const name = columnFor(mapping, "status");
  const seen = columns.find((column) => column.name === name)?.samples ?? [];
  return [...new Set([...Object.keys(mapping.statuses), ...(name ? seen : [])])];
}

/** The companion file's column for a part, or null. */
export function historyColumn(mapping: Mapping, part: HistoryPart): string | null {
  return nameIn(mapping.history?.[part]);
}

/**
 * Says which column of the companion file is what. Without a key, a day and a status after there is nothing to read, so the
 * mapping keeps an empty name there and the preview says what is missing.
 */
export function withHistoryColumn(mapping: Mapping, part: HistoryPart, column: string | null): Mapping {
  const start = mapping.history ?? { key: "?", on: "?", to: "?" };
  if (column !== null) return { ...mapping, history: { ...start, [part]: column } };
  if (part === "key" || part === "on" || part === "to") return { ...mapping, history: { ...start, [part]: "?" } };
  const { [part]: _, ...others } = start;
  return { ...mapping, history: others };
}

/** A mapping without its companion file, for when that is taken away. */
export function withoutHistory(mapping: Mapping): Mapping {
  const { history: _, ...others } = mapping;
  return others;
}

/** Terms, the first day with deciders, and what is a batch; an empty part stays out, so that the record's own stays. */
export function withOffice(
  mapping: Mapping,
  part: Partial<Pick<Mapping, "terms" | "deciderKnownSince" | "batchFrom">>,
): Mapping {
  const { terms, deciderKnownSince, batchFrom, ...others } = { ...mapping, ...part };
  return {
    ...others,
    ...(terms && terms.length > 0 && { terms }),
    ...(deciderKnownSince && { deciderKnownSince }),
    ...(batchFrom && { batchFrom }),
  };
}

/** A mapping from a file's text, or null where it is no JSON object. What fits into it the server says. */
export function mappingFrom(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
