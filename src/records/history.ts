import type { Step } from "../decisions/rules.ts";
import { readDate } from "./dates.ts";
import { columnOf, type HistoryMapping, type Mapping } from "./mapping.ts";
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
  for (const steps of history.steps.values()) {
    steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    if (from < 0)
      steps.forEach((step, i) => {
        step.from = steps[i - 1]?.to ?? null;
      });
  }
  return history;
}
