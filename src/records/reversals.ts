import {
  daysBetween,
  type Reversal,
  type ReversalKind,
  reversalKind,
  reversalKinds,
  type StatusClass,
  type Step,
} from "../decisions/rules.ts";
import { type DateOrder, readDate } from "./dates.ts";
import type { ReversalColumn } from "./mapping.ts";
import { type Reason, wordsIn } from "./table.ts";

type Told = { on: string; from: string; to: string; kind: ReversalKind | null; heldDays: number | null };

/** What is known of a decision when its reversals are read. */
export type Known = {
  steps: readonly Step[];
  decidedOn: string | null;
  statuses: Readonly<Record<string, StatusClass>>;
  order: DateOrder | null;
  separator: string;
};

/**
 * Reads the reversals in one cell: text by the mapping's pattern, or a JSON list of objects by its keys.
 * @param cell as it came
 * @param mapping how it is written
 * @param known the decision's steps and what its status words mean
 * @returns the reversals, the earliest first, or why the cell cannot be read
 */
export function readReversals(cell: unknown, mapping: ReversalColumn, known: Known): Reversal[] | Reason {
  const told = Array.isArray(cell) ? fromObjects(cell, mapping, known) : fromText(cell, mapping, known);
  if ("code" in told) return { ...told, column: mapping.column };
  return told
    .map(({ on, from, to, kind, heldDays }): Reversal => {
      const held = heldDays ?? heldFor(from, on, known);
      const classOf = (status: string) => (Object.hasOwn(known.statuses, status) ? known.statuses[status]! : null);
      const worked = reversalKind(classOf(from), classOf(to), held);
      return { on, from, to, heldDays: held, kind: kind ?? worked, kindGiven: kind !== null };
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** How many days the status that was taken back had stood. */
function heldFor(from: string, on: string, known: Known): number | null {
  const began = known.steps.findLast((step) => step.on <= on && step.to === from)?.on ?? known.decidedOn;
  return began === null || began > on ? null : daysBetween(began, on);
}

function fromText(cell: unknown, mapping: ReversalColumn, known: Known): Told[] | Reason {
  const text = wordsIn(cell);
  if (text === null) return cell === null || typeof cell === "string" ? [] : { code: "reversal" };
  if (!mapping.pattern) return { code: "reversal", params: { value: text } };
  const matcher = matcherOf(mapping.pattern);
  const all: Told[] = [];
  for (const entry of text.split(mapping.separator ?? known.separator)) {
    if (entry.trim() === "") continue;
    const found = matcher.exec(entry.trim());
    if (!found) return { code: "reversal", params: { value: entry.trim() } };
    const told = toldFrom(found.groups as Record<string, string | undefined>, mapping, known);
    if ("code" in told) return told;
    all.push(told);
  }
  return all;
}

function fromObjects(cell: readonly unknown[], mapping: ReversalColumn, known: Known): Told[] | Reason {
  const { keys } = mapping;
  if (!keys && cell.length > 0) return { code: "reversal", params: { value: JSON.stringify(cell[0]).slice(0, 80) } };
  const all: Told[] = [];
  for (const entry of cell) {
    const given = typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>) : {};
    const parts: Record<string, string | undefined> = {};
    for (const [part, key] of Object.entries(keys!)) parts[part] = wordsIn(given[key as string]) ?? undefined;
    const told = toldFrom(parts, mapping, known);
    if ("code" in told) return told;
    all.push(told);
  }
  return all;
}

function toldFrom(parts: Record<string, string | undefined>, mapping: ReversalColumn, known: Known): Told | Reason {
  const { on, from, to } = parts;
  if (!on || !from || !to) return { code: "reversal", params: { value: Object.values(parts).join(" ") } };
  const day = readDate(on.trim(), known.order);
  if ("code" in day) return { code: day.code, params: { value: on } };
  const word = parts.kind?.trim();
  const kind = word ? kindFrom(word, mapping) : null;
  if (word && kind === null) return { code: "value_not_mapped", params: { value: word } };
  const days = parts.heldDays === undefined ? Number.NaN : Number(parts.heldDays);
  const heldDays = Number.isInteger(days) && days >= 0 ? days : null;
  return { on: day.date, from: from.trim(), to: to.trim(), kind, heldDays };
}

function kindFrom(word: string, { kinds }: ReversalColumn): ReversalKind | null {
  if (kinds && Object.hasOwn(kinds, word)) return kinds[word]!;
  return reversalKinds.find((kind) => kind === word.toLowerCase()) ?? null;
}

/** `{on} {from}>{to}` as a regular expression with those names. */
function matcherOf(pattern: string): RegExp {
  const source = pattern
    .split(/(\{(?:on|from|to|kind)\})/)
    .map((part) =>
      /^\{\w+\}$/.test(part) ? `(?<${part.slice(1, -1)}>.+?)` : part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    )
    .join("");
  return new RegExp(`^${source}$`);
}
