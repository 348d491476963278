import type { Step } from "../decisions/rules.ts";
import { readDate } from "./dates.ts";
import { columnOf, type HistoryMapping, type Mapping, type StepsColumn } from "./mapping.ts";
import { type Reason, type Table, wordsIn } from "./table.ts";

/** A companion file, read: the steps of each decision by its key, and why some could not be read. */
export type History = {
  rows: number;
  /** Key → its steps, the earliest first; steps of one day in the order of the file. */
  steps: Map<string, Step[]>;
  /** Key → why its history cannot be taken. */
  broken: Map<string, Reason>;
  /** Lines that name no decision. */
  keyless: number;
};

/**
 * Reads a companion file of status changes.
 * @param table the file
 * @param mapping how its columns are called
 * @param order which number comes first in its dates, where the mapping says it for all
 */
export function readHistory(table: Table, mapping: HistoryMapping, order: Mapping["dateOrder"]): History {
  const at = (name: string | undefined) => (name === undefined ? -1 : table.columns.indexOf(name));
  const [key, on, from, to] = [at(mapping.key), at(columnOf(mapping.on)), at(mapping.from), at(mapping.to)];
  const [by, note, reference] = [at(mapping.by), at(mapping.note), at(mapping.reference)];
  const onOrder = typeof mapping.on === "string" ? (order ?? null) : mapping.on.order;
  const history: History = { rows: table.rows.length, steps: new Map(), broken: new Map(), keyless: 0 };
  for (const { cells, line, broken } of table.rows) {
    const ref = wordsIn(cells[key]);
    if (ref === null) {
      history.keyless++;
      continue;
    }
    const why = (code: string, column: string) =>
      history.broken.set(ref, { code, params: { line, column, value: wordsIn(cells[at(column)]) ?? "" } });
    if (broken) {
      why("history_row", mapping.key);
      continue;
    }
    const text = wordsIn(cells[on]);
    const day = text === null ? null : readDate(text, onOrder);
    if (day === null || "code" in day) {
      why(day?.code === "ambiguous_date" ? "history_ambiguous" : "history_date", columnOf(mapping.on));
      continue;
    }
    const status = wordsIn(cells[to]);
    if (status === null) {
      why("history_row", mapping.to);
      continue;
    }
    const steps = history.steps.get(ref) ?? [];
    history.steps.set(ref, steps);
    steps.push({
      on: day.date,
      from: from < 0 ? null : wordsIn(cells[from]),
      to: status,
      by: by < 0 ? null : wordsIn(cells[by]),
      note: note < 0 ? null : wordsIn(cells[note]),
      reference: reference < 0 ? null : wordsIn(cells[reference]),
    });
  }
  for (const steps of history.steps.values()) inOrder(steps, from < 0);
  return history;
}

/** Puts steps in order, those of one day as they stood; where nothing says what a status was before, it is the one before it. */
function inOrder(steps: Step[], withoutFrom: boolean): Step[] {
  steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (withoutFrom)
    steps.forEach((step, i) => {
      step.from = steps[i - 1]?.to ?? null;
    });
  return steps;
}

/**
 * Reads the changes of status that stand in one cell, as a JSON list of objects.
 * @param cell as it came
 * @param mapping what the objects call things
 * @param order which number comes first in its dates, where the mapping says it for all
 * @returns the steps, the earliest first, or why the cell cannot be read
 */
export function readSteps(cell: unknown, { column, keys }: StepsColumn, order: Mapping["dateOrder"]): Step[] | Reason {
  if (cell === null || cell === undefined || cell === "") return [];
  const no = (value: unknown): Reason => ({
    code: "steps",
    column,
    params: { value: (wordsIn(value) ?? JSON.stringify(value)).slice(0, 80) },
  });
  if (!Array.isArray(cell)) return no(cell);
  const steps: Step[] = [];
  for (const entry of cell) {
    if (typeof entry !== "object" || entry === null) return no(entry);
    const told = (key: string | undefined) =>
      key === undefined ? null : wordsIn((entry as Record<string, unknown>)[key]);
    const [on, to] = [told(keys.on), told(keys.to)];
    if (on === null || to === null) return no(entry);
    const day = readDate(on, order ?? null);
    if ("code" in day) return no(on);
    const { from, by, note, reference } = keys;
    steps.push({ on: day.date, from: told(from), to, by: told(by), note: told(note), reference: told(reference) });
  }
  return inOrder(steps, keys.from === undefined);
}
