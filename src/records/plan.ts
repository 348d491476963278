import { createHash } from "node:crypto";
import type { DecisionFacts } from "../decisions/rules.ts";
import { isVerdict, type ReadFacts, type ReadRow } from "./reading.ts";
import type { RowState } from "./rules.ts";
import type { Reason } from "./table.ts";

/** A decision that is in the log already. */
export type Logged = { id: string; facts: DecisionFacts };

/** One field that a row changes; for `source`, which column of the row as it came. */
export type Change = { field: keyof DecisionFacts; column: string | null; before: string | null; after: string | null };

type Told = Pick<ReadRow, "line" | "cells" | "ref" | "title">;
export type PlannedRow = Told &
  (
    | { state: "new"; facts: DecisionFacts }
    | { state: "changed"; logged: Logged; facts: DecisionFacts }
    | { state: "unchanged"; logged: Logged }
    | { state: "refused"; reasons: Reason[] }
  );

/** What an import would do: every row accounted for. */
export type Plan = {
  rows: PlannedRow[];
  counts: { rows: number } & Record<RowState, number>;
  /** Decisions in the log that the file does not name; they stay. */
  notInFile: number;
};

/** A row of an import as it is kept, so that it can be shown, handed back and undone. `before`: what it changed, as it was. */
export type KeptRow = {
  n: number;
  line: number;
  state: RowState;
  ref: string | null;
  title: string | null;
  decision_id: string | null;
  before: DecisionFacts | null;
  reasons: readonly Reason[] | null;
  cells: readonly unknown[] | null;
};

/**
 * Works out what an import would do. Fields that the mapping does not feed keep what the log has.
 * @param rows the file's rows, read
 * @param log the team's decisions by key
 */
export function planImport(rows: readonly ReadRow[], log: ReadonlyMap<string, Logged>): Plan {
  const counts = { rows: rows.length, new: 0, changed: 0, unchanged: 0, refused: 0 };
  const named = new Set<string>();
  const planned = rows.map((row): PlannedRow => {
    const { line, cells, ref, title } = row;
    if (ref !== null) named.add(ref);
    const planned = statedRow({ line, cells, ref, title }, row, log);
    counts[planned.state]++;
    return planned;
  });
  let notInFile = 0;
  for (const ref of log.keys()) if (!named.has(ref)) notInFile++;
  return { rows: planned, counts, notInFile };
}

function statedRow(told: Told, row: ReadRow, log: ReadonlyMap<string, Logged>): PlannedRow {
  if (row.facts === null) return { ...told, state: "refused", reasons: row.reasons };
  const logged = log.get(row.facts.ref);
  const facts = wholeFacts(row.facts, logged?.facts ?? null);
  if (!logged) return { ...told, state: "new", facts };
  if (sameData(facts, logged.facts)) return { ...told, state: "unchanged", logged };
  return { ...told, state: "changed", logged, facts };
}

/**
 * What the log will hold: what the row tells, over what the log had. A verdict that nobody is named for is `unknown`.
 */
export function wholeFacts(told: ReadFacts, before: DecisionFacts | null): DecisionFacts {
  const base: DecisionFacts = before ?? {
    ref: told.ref,
    title: told.title,
    kind: null,
    topics: [],
    status: null,
    context: null,
    reasons: null,
    link: null,
    authors: [],
    handedTo: [],
    openedOn: null,
    decidedOn: null,
    decidedOnBasis: null,
    outcome: null,
    decidedBy: null,
    decider: null,
    basis: null,
    supersedes: [],
    supersededBy: [],
    steps: [],
    reversals: [],
    source: told.source,
  };
  const facts = { ...base, ...told };
  if (told.decidedBy === undefined && facts.decidedBy === null && isVerdict(facts)) facts.decidedBy = "unknown";
  return facts;
}

function sortedKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sortedKeys);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortedKeys(inner)]));
}

/** A text that is the same for the same data, whatever the order of keys. */
export function imageOf(data: unknown): string {
  return JSON.stringify(sortedKeys(data));
}

/** Whether two values say the same as JSON, whatever the order of keys. Quicker than comparing texts: an import asks it of every row. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return asJson(a) === asJson(b);
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => sameData(one, b[i]));
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && sameData(left[key], right[key]));
}

/** JSON has no number without end. */
function asJson(value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

/** Which fields differ, as short texts. */
export function changesBetween(before: DecisionFacts, after: DecisionFacts): Change[] {
  const changes: Change[] = [];
  for (const field of Object.keys(after) as (keyof DecisionFacts)[]) {
    if (field === "source") continue;
    if (sameData(before[field], after[field])) continue;
    changes.push({ field, column: null, before: shown(before[field]), after: shown(after[field]) });
  }
  for (const column of new Set([...Object.keys(before.source), ...Object.keys(after.source)])) {
    const [was, is] = [before.source[column], after.source[column]];
    if (sameData(was, is)) continue;
    changes.push({ field: "source", column, before: shown(was), after: shown(is) });
  }
  return changes;
}

const longestShown = 300;

function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (!Array.isArray(value))
    return (typeof value === "object" ? JSON.stringify(value) : String(value)).slice(0, longestShown);
  if (value.length === 0) return null;
  const parts = value.map((entry) => {
    if (typeof entry !== "object" || entry === null) return String(entry);
    const { on, from, to } = entry as { on?: string; from?: string | null; to?: string };
    return on && to ? `${on} ${from ? `${from} > ` : ""}${to}` : JSON.stringify(entry);
  });
  return parts.join("; ").slice(0, longestShown);
}

/**
 * The seal of a preview: what was in the files and what the log said then. A confirmation that carries it can be checked
 * against both.
 * @param files every file's bytes and the mapping
 * @param plan what was shown
 */
export function sealOf(files: readonly (Uint8Array | string)[], plan: Plan): string {
  const ofFiles = createHash("sha256");
  for (const part of files) ofFiles.update(createHash("sha256").update(part).digest());
  const ofLog = createHash("sha256");
  for (const row of plan.rows) ofLog.update(row.state === "changed" ? imageOf(row.logged.facts) : row.state);
  return `${ofFiles.digest("base64url")}.${ofLog.digest("base64url")}`;
}

/** What stands in the way of a confirmation: the files are others than those shown, or the log changed meanwhile. */
export function whyNotConfirm(seen: string, now: string): "file_changed" | "log_changed" | null {
  if (seen === now) return null;
  return seen.split(".")[0] === now.split(".")[0] ? "log_changed" : "file_changed";
}
