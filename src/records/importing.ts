import type { DecisionFacts } from "../decisions/rules.ts";
import { refuse } from "../foundation/refusal.ts";
import { guessMapping } from "./guess.ts";
import { type History, readHistory } from "./history.ts";
import { fedFields, type Mapping, type Problem, problemsOf, readMapping } from "./mapping.ts";
import type { Description } from "./overview.ts";
import { imageOf, type KeptRow, type Logged, type Plan, planImport, sameData, sealOf } from "./plan.ts";
import { type ReadRow, readRows } from "./reading.ts";
import { type Reason, readTable, type SourceFile, type Table, wordsIn } from "./table.ts";

/** A file as it travels. */
export type SentFile = { name: string; text?: string | undefined; base64?: string | undefined };

/** The most rows a companion file may bring. */
const mostSteps = 200_000;

/** Files with their mapping, read; `rows` is empty while there are problems. */
export type ReadFiles = {
  files: { main: SourceFile; history: SourceFile | null };
  table: Table;
  historyTable: Table | null;
  mapping: Mapping;
  guessed: boolean;
  problems: Problem[];
  history: History | null;
  rows: ReadRow[];
};

/**
 * The bytes of a file as it travelled.
 * @throws a refusal where it has no content, or two
 */
export function bytesOf(file: SentFile): SourceFile {
  if ((file.text === undefined) === (file.base64 === undefined))
    throw refuse("records.file_twice", { file: file.name });
  const bytes = file.text === undefined ? Buffer.from(file.base64!, "base64") : Buffer.from(file.text, "utf8");
  return { name: file.name, bytes };
}

/**
 * Reads a file, and its companion, by the mapping given or by a guessed one.
 * @param sent as they travelled
 * @param mostBytes how large they may be together
 * @throws a refusal where a file as a whole cannot be read
 */
export function readFiles(
  sent: { file: SentFile; history?: SentFile | undefined; mapping?: unknown },
  mostBytes: number,
): ReadFiles {
  const main = bytesOf(sent.file);
  const companion = sent.history ? bytesOf(sent.history) : null;
  if (main.bytes.length + (companion?.bytes.length ?? 0) > mostBytes) {
    throw refuse("records.files_too_large", { most: Math.floor(mostBytes / 1_048_576) });
  }
  const given = sent.mapping === undefined ? undefined : understood(sent.mapping);
  const table = readTable(main, given ?? {});
  const historyTable = companion ? readTable(companion, { encoding: given?.encoding, mostRows: mostSteps }) : null;
  const guessed = given === undefined || Object.keys(given.columns).length === 0;
  const mapping = guessed ? { ...guessMapping(table, historyTable), ...settingsIn(sent.mapping, given) } : given;
  const problems = problemsOf(mapping, table.columns, historyTable?.columns ?? null);
  const fits = problems.length === 0;
  const history = fits && historyTable ? readHistory(historyTable, mapping.history!, mapping.dateOrder) : null;
  const rows = fits ? readRows(table, mapping, history) : [];
  const files = { main, history: companion };
  return { files, table, historyTable, mapping, guessed, problems, history, rows };
}

/** What a mapping without columns says beside them, as how to read the file: the columns are guessed then. */
function settingsIn(written: unknown, given: Mapping | undefined): Partial<Mapping> {
  const said = Object.keys((written ?? {}) as object).filter((key) => key !== "columns");
  return Object.fromEntries(Object.entries(given ?? {}).filter(([key]) => said.includes(key)));
}

function understood(written: unknown): Mapping {
  const read = readMapping(written);
  if ("notUnderstood" in read) throw refuse("records.mapping_broken", { at: read.notUnderstood });
  return read.mapping;
}

/**
 * What an import would do to a team's log, and the seal of it.
 * @param read the files, read
 * @param log the team's log
 */
export function planned(read: ReadFiles, log: readonly Logged[]): { plan: Plan; seal: string } {
  const plan = planImport(read.rows, new Map(log.map((one) => [one.facts.ref, one])));
  const { main, history } = read.files;
  return { plan, seal: sealOf([main.bytes, history?.bytes ?? "", imageOf(read.mapping)], plan) };
}

/**
 * What a mapping makes of what a team says of its record; parts it is silent about stay.
 * @returns null where nothing changes
 */
export function describedBy(mapping: Mapping, before: Description): Description | null {
  const after: Description = {
    deciderKnownSince: mapping.deciderKnownSince ?? before.deciderKnownSince,
    batchFrom: mapping.batchFrom ?? before.batchFrom,
    terms: mapping.terms ?? before.terms,
  };
  return sameData(after, before) ? null : after;
}

const mostSamples = 5;
const longestSample = 80;

/** The file's columns in order, what they feed and what stands in them. */
export function columnsOf(table: Table, mapping: Mapping) {
  const fed = fedFields(mapping);
  return table.columns.map((name, i) => {
    const words = table.rows.map(({ cells }) => sampleOf(cells[i])).filter((word) => word !== null);
    const different = new Set(words);
    return {
      name,
      fields: fed.filter(({ column }) => column === name).map(({ field }) => field),
      filled: words.length,
      different: different.size,
      samples: [...different].slice(0, mostSamples).map((word) => word.slice(0, longestSample)),
    };
  });
}

function sampleOf(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "object") return Array.isArray(cell) && cell.length === 0 ? null : JSON.stringify(cell);
  return wordsIn(cell);
}

/** What only a person can say. */
export type Ask = { kind: "date_order" | "value"; field: string; column: string; value: string | null; rows: number };

/** What the refused rows ask of a person: which number comes first in a column's dates, what a word means. */
export function asksOf(rows: readonly ReadRow[], mapping: Mapping): Ask[] {
  const asks = new Map<string, Ask>();
  const fieldOf = (column: string) => fedFields(mapping).find((fed) => fed.column === column)?.field ?? column;
  for (const reason of rows.flatMap((row) => row.reasons ?? [])) {
    const ask = askOf(reason, fieldOf);
    if (!ask) continue;
    const key = JSON.stringify([ask.kind, ask.field, ask.column, ask.value]);
    const known = asks.get(key);
    if (known) known.rows++;
    else asks.set(key, { ...ask, rows: 1 });
  }
  return [...asks.values()].sort((a, b) => b.rows - a.rows);
}

function askOf({ code, column, params }: Reason, fieldOf: (column: string) => string): Omit<Ask, "rows"> | null {
  if (code === "ambiguous_date") return { kind: "date_order", field: fieldOf(column!), column: column!, value: null };
  if (code === "history_ambiguous") {
    return { kind: "date_order", field: "history.on", column: String(params!.column), value: null };
  }
  if (code !== "value_not_mapped") return null;
  return { kind: "value", field: valueField(column!, fieldOf), column: column!, value: String(params!.value) };
}

/** A column may feed the outcome and the status at once: the one that has words to explain is meant. */
function valueField(column: string, fieldOf: (column: string) => string): string {
  const field = fieldOf(column);
  return field === "status" ? "outcome" : field;
}

/** How often each reason occurs, the commonest first. */
export function reasonCounts(rows: readonly ReadRow[]): { reason: Reason; rows: number }[] {
  const counts = new Map<string, { reason: Reason; rows: number }>();
  for (const row of rows) {
    for (const reason of row.reasons ?? []) {
      const key = JSON.stringify([reason.code, reason.column]);
      const known = counts.get(key);
      if (known) known.rows++;
      else counts.set(key, { reason, rows: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows);
}

const mostKeys = 20;

/** What became of a companion file's rows. */
export function historyTold(history: History, rows: readonly ReadRow[]) {
  const refs = new Set(rows.map(({ ref }) => ref));
  const without = [...history.steps].filter(([ref]) => !refs.has(ref));
  const withoutDecisionRows = without.reduce((n, [, steps]) => n + steps.length, 0);
  const used = rows.reduce((n, row) => n + (row.facts?.steps?.length ?? 0), 0);
  const withoutDecision = without.slice(0, mostKeys).map(([ref]) => ref);
  return { rows: history.rows, used, withoutDecision, withoutDecisionRows, keyless: history.keyless };
}

/** The decisions of a plan that are written, each with its id, and the rows to keep. Unchanged rows are only counted. */
export function writesOf(plan: Plan, newId: () => string) {
  const fresh: { id: string; facts: DecisionFacts }[] = [];
  const changed: { id: string; facts: DecisionFacts }[] = [];
  const blank = { decision_id: null, before: null, reasons: null, cells: null };
  const rows = plan.rows.flatMap((row, i): KeptRow[] => {
    const told = { n: i + 1, line: row.line, state: row.state, ref: row.ref, title: row.title, ...blank };
    if (row.state === "unchanged") return [];
    if (row.state === "refused") return [{ ...told, reasons: row.reasons, cells: row.cells }];
    if (row.state === "changed") {
      changed.push({ id: row.logged.id, facts: row.facts });
      return [{ ...told, decision_id: row.logged.id, before: row.logged.facts }];
    }
    const id = newId();
    fresh.push({ id, facts: row.facts });
    return [{ ...told, decision_id: id }];
  });
  return { fresh, changed, rows };
}
