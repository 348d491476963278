import type { DeciderKind, Outcome, StatusClass } from "../decisions/rules.ts";
import { looksLikeDate, provenOrder } from "./dates.ts";
import { columnOf, type Field, type HistoryMapping, type Mapping, type StepsColumn } from "./mapping.ts";
import { usualStepKeys } from "./rules.ts";
import { type Table, wordsIn } from "./table.ts";

/** Headers by which a field is known, the surest first; compared in lower case, signs as spaces. */
const headers: Readonly<Record<Field, readonly string[]>> = {
  ref: ["ref", "reference", "key", "id", "number", "no", "nr", "decision id", "adr", "pep", "rfc", "eip", "ticket"],
  title: ["title", "decision", "name", "subject", "what", "summary", "headline"],
  kind: ["kind", "type", "category"],
  topics: ["topics", "topic", "tags", "tag", "labels", "area", "areas"],
  status: ["status", "state"],
  context: ["context", "problem", "question", "background", "description"],
  reasons: ["reasons", "reason", "rationale", "why", "justification", "because"],
  link: ["link", "url", "resolution url", "discussion", "source", "web"],
  authors: ["authors", "author", "proposers", "proposer", "proposed by", "raised by", "submitter", "champion"],
  handedTo: ["handed to", "delegate", "delegates", "delegated to", "assignee", "assigned to", "responsible"],
  openedOn: [
    "opened on",
    "opened",
    "created",
    "created on",
    "created at",
    "proposed on",
    "raised",
    "raised on",
    "start",
    "start date",
  ],
  decidedOn: [
    "decided on",
    "decided at",
    "decided",
    "verdict date",
    "decision date",
    "date decided",
    "resolution date",
    "closed",
    "closed on",
    "closed at",
    "date",
  ],
  decidedOnBasis: ["decided on basis", "verdict date source", "date source"],
  outcome: ["outcome", "verdict", "result", "resolution", "decision outcome"],
  decidedBy: ["decided by", "decider kind", "decided by kind", "decision level", "method"],
  decider: ["decider", "decision maker", "decision makers", "deciders", "approver", "approved by", "owner"],
  basis: ["basis", "decided by basis", "how known"],
  supersedes: ["supersedes", "replaces", "replaced"],
  supersededBy: ["superseded by", "replaced by", "obsoleted by"],
  steps: ["steps", "history"],
  reversals: ["reversals", "reversal"],
};
const dateFields = new Set<Field>(["openedOn", "decidedOn"]);
const listFields = new Set<Field>(["topics", "authors", "handedTo", "supersedes", "supersededBy"]);

const outcomeWords: Readonly<Record<string, Outcome | null>> = {
  ...spread("accepted", [
    "accepted",
    "accept",
    "approved",
    "agreed",
    "adopted",
    "passed",
    "yes",
    "decided",
    "final",
    "done",
  ]),
  ...spread("rejected", ["rejected", "reject", "declined", "denied", "no", "failed", "refused"]),
  ...spread("withdrawn", ["withdrawn", "cancelled", "canceled", "abandoned", "dropped"]),
  ...spread("superseded", ["superseded", "replaced", "obsolete"]),
  ...spread("waiting", ["deferred", "postponed", "waiting", "on hold", "parked"]),
  ...spread(null, [
    "draft",
    "proposed",
    "open",
    "pending",
    "in progress",
    "in review",
    "under review",
    "new",
    "undecided",
  ]),
};
const deciderWords: Readonly<Record<string, DeciderKind | null>> = {
  ...spread("lead", ["lead", "leader", "team lead", "manager", "head", "chair", "director"]),
  ...spread("delegate", ["delegate", "delegated", "owner", "deputy"]),
  ...spread("team", ["team", "the team", "group", "vote", "team vote", "consensus", "consent", "all"]),
  ...spread("other", ["other"]),
  ...spread("unknown", ["unknown", "?", "n/a"]),
};
const statusWords: Readonly<Record<string, StatusClass>> = {
  ...spread("open", ["draft", "proposed", "open", "pending", "in progress", "in review", "new", "deferred", "on hold"]),
  ...spread("accepted", [
    "accepted",
    "approved",
    "agreed",
    "adopted",
    "final",
    "decided",
    "implemented",
    "provisional",
    "done",
  ]),
  ...spread("standing", ["active", "living"]),
  ...spread("rejected", ["rejected", "declined", "denied", "refused"]),
  ...spread("withdrawn", ["withdrawn", "cancelled", "canceled", "abandoned", "dropped"]),
  ...spread("superseded", ["superseded", "replaced", "obsolete"]),
} as Record<string, StatusClass>;

function spread<T>(meaning: T, words: readonly string[]): Record<string, T> {
  return Object.fromEntries(words.map((word) => [word, meaning]));
}

const plain = (name: string) =>
  name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
/** More different words than this in a column are no list of choices. */
const mostChoices = 40;

/**
 * A first guess at how a file feeds the log, from its headers and what stands below them. Words whose meaning is not plain
 * are left out of the guess, so that the preview asks.
 * @param table the file
 * @param history its companion file, where there is one
 */
export function guessMapping(table: Table, history: Table | null): Mapping {
  const cells = new Map(table.columns.map((name, i) => [name, table.rows.map((row) => wordsIn(row.cells[i]))]));
  const filled = (name: string) => (cells.get(name) ?? []).filter((word) => word !== null);
  const taken = new Set<string>();
  const columns: Mapping["columns"] = {};
  const separators = new Map<string, number>();

  for (const field of Object.keys(headers) as Field[]) {
    if (field === "reversals" || field === "steps") continue;
    const name = headers[field]
      .map((header) => table.columns.find((column) => plain(column) === header && !taken.has(column)))
      .find((column) => column !== undefined && fits(field, filled(column)));
    if (name === undefined) continue;
    taken.add(name);
    if (field === "outcome") columns.outcome = { column: name, values: meaningOf(filled(name), outcomeWords) };
    else if (field === "decidedBy") columns.decidedBy = { column: name, values: meaningOf(filled(name), deciderWords) };
    else columns[field as "title"] = name;
    if (listFields.has(field)) countSeparators(filled(name), separators);
  }
  const { title } = columns;
  columns.ref ??= table.columns.find((name) => !taken.has(name) && isKey(filled(name), table.rows.length)) ?? title;
  if (columns.ref === undefined) delete columns.ref;
  const fromStatus = columns.status && !columns.outcome ? meaningOf(filled(columns.status), outcomeWords) : {};
  if (Object.keys(fromStatus).length > 0) columns.outcome = { column: columns.status!, values: fromStatus };
  const reversals = table.columns.find((name) => headers.reversals.includes(plain(name)) && !taken.has(name));
  const form = reversals ? reversalForm(table, reversals) : null;
  if (reversals && form) columns.reversals = { column: reversals, ...form };

  const steps = history ? undefined : listOfSteps(table, taken);
  if (steps) columns.steps = steps;

  const separator = [...separators].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ";";
  const dates = [...dateFields].flatMap((field) => (columns[field] ? filled(columnOf(columns[field]!)) : []));
  const companion = history ? guessHistory(history, new Set(columns.ref ? filled(columns.ref) : [])) : null;
  const { order } = provenOrder(dates);
  const words = [...(columns.status ? filled(columns.status) : []), ...(companion?.statuses ?? [])];
  return {
    version: 1,
    separator,
    ...(order ? { dateOrder: order } : {}),
    columns,
    statuses: columns.reversals ? (meaningOf(words, statusWords) as Record<string, StatusClass>) : {},
    ...(companion ? { history: companion.mapping } : {}),
  };
}

function fits(field: Field, words: readonly string[]): boolean {
  if (dateFields.has(field)) return words.length > 0 && words.filter(looksLikeDate).length >= words.length * 0.8;
  if (field === "outcome" || field === "decidedBy") return new Set(words).size <= mostChoices;
  return true;
}

/** How reversals are written, where it is one of the two ways that are plain: `2012-05-06 From>To`, or objects. */
function reversalForm(table: Table, name: string) {
  const at = table.columns.indexOf(name);
  const first = table.rows.map(({ cells }) => cells[at]).find((cell) => wordsIn(cell) !== null || isFilledList(cell));
  if (typeof first === "string")
    return /^\s*\d{4}-\d\d-\d\d [^>;]+>/.test(first) ? { pattern: "{on} {from}>{to}" } : null;
  const keys = isFilledList(first) ? Object.keys(first[0] ?? {}) : [];
  if (!["on", "from", "to"].every((key) => keys.includes(key))) return null;
  const optional = ["kind", "heldDays"].filter((key) => keys.includes(key));
  const named = Object.fromEntries(["on", "from", "to", ...optional].map((key) => [key, key]));
  return { keys: named as { on: string; from: string; to: string } };
}

/** A column of changes of status, where each cell lists objects that say at least when and to what. */
function listOfSteps(table: Table, taken: ReadonlySet<string>): StepsColumn | null {
  const name = table.columns.find((column) => headers.steps.includes(plain(column)) && !taken.has(column));
  const at = name === undefined ? -1 : table.columns.indexOf(name);
  const first = table.rows.map(({ cells }) => cells[at]).find(isFilledList);
  if (name === undefined || !first) return null;
  const known = Object.entries(usualStepKeys).filter(([, key]) => Object.hasOwn(first[0]!, key));
  const keys = Object.fromEntries(known) as Partial<StepsColumn["keys"]>;
  return keys.on && keys.to ? { column: name, keys: { ...keys, on: keys.on, to: keys.to } } : null;
}

function isFilledList(cell: unknown): cell is object[] {
  return Array.isArray(cell) && typeof cell[0] === "object" && cell[0] !== null;
}

function isKey(words: readonly string[], rows: number): boolean {
  return words.length === rows && new Set(words).size === rows && words.every((word) => word.length <= 40);
}

/** The plain words of a column with their meaning, as the column writes them. */
function meaningOf<T>(words: readonly string[], meanings: Readonly<Record<string, T>>): Record<string, T> {
  const found: Record<string, T> = {};
  for (const word of new Set(words)) {
    const key = word.toLowerCase().trim();
    if (Object.hasOwn(meanings, key)) found[word] = meanings[key]!;
  }
  return found;
}

function countSeparators(words: readonly string[], counts: Map<string, number>): void {
  for (const sign of [";", ",", "|"]) {
    const n = words.filter((word) => word.includes(sign)).length;
    if (n > 0) counts.set(sign, (counts.get(sign) ?? 0) + n);
  }
}

function guessHistory(table: Table, refs: ReadonlySet<string>): { mapping: HistoryMapping; statuses: string[] } | null {
  const filled = (name: string) =>
    table.rows.map((row) => wordsIn(row.cells[table.columns.indexOf(name)])).filter((word) => word !== null);
  const known = (name: string) => filled(name).filter((word) => refs.has(word)).length;
  const key = table.columns.find((name) => known(name) > table.rows.length * 0.8);
  const on = table.columns.find((name) => name !== key && fits("openedOn", filled(name)));
  const named = (...names: string[]) => table.columns.find((column) => names.includes(plain(column)));
  const to = named("to status", "to", "new status", "status", "state");
  if (!key || !on || !to) return null;
  const optional = {
    from: named("from status", "from", "old status", "previous status"),
    by: named("by", "changed by", "committed by", "who", "author"),
    note: named("note", "subject", "comment", "message", "why"),
    reference: named("reference", "commit", "link", "url"),
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, name]) => name !== undefined));
  const { order } = provenOrder(filled(on));
  return { mapping: { key, on: order ? { column: on, order } : on, to, ...given }, statuses: filled(to) };
}
