import { type Phase, phases } from "../../decisions/deciding-rules.ts";
import { type Method, methods } from "../../decisions/method-rules.ts";
import { deciderKinds, outcomes, reversalKinds } from "../../decisions/rules.ts";
import { isoDay } from "../../ui/iso-day.ts";

/** By what the log can be sorted. */
export const sortKeys = ["ref", "title", "opened", "decided", "days"] as const;
export type SortKey = (typeof sortKeys)[number];
const deciders = [...deciderKinds, "none"] as const;
const results = [...outcomes, "none"] as const;
const reversed = [...reversalKinds, "any"] as const;

/** How many lines of the log stand on a page. */
export const pageSize = 50;

/** What the record's address says: the date, the filter, the order and the page. What is usual is left out. */
export type RecordSearch = {
  /** ISO date; today where left out. */
  asOf?: string;
  /** Words to find. */
  q?: string;
  year?: number;
  by?: (typeof deciders)[number];
  outcome?: (typeof results)[number];
  kind?: string;
  topic?: string;
  self?: true;
  reversed?: (typeof reversed)[number];
  /** Of decisions made here: the area's id, the level, the method, how far it has come. */
  area?: string;
  level?: number;
  method?: Method;
  phase?: Phase;
  /** The id of the goal that is served. */
  goal?: string;
  sort?: SortKey;
  order?: "up" | "down";
  /** How many lines come before the page. */
  from?: number;
};

/** The parts of an address that narrow the log. */
export const filterKeys = [
  "q",
  "year",
  "by",
  "outcome",
  "kind",
  "topic",
  "self",
  "reversed",
  "area",
  "level",
  "method",
  "phase",
  "goal",
] as const;

const oneOf = <V extends string>(choices: readonly V[], value: unknown): V | undefined =>
  choices.find((choice) => choice === value);
const words = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value).trim().slice(0, 200) || undefined : undefined;
const id = (value: unknown): string | undefined =>
  typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : undefined;
const whole = (value: unknown, least: number, most: number): number | undefined => {
  const number = typeof value === "string" && value.trim() ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
};

/**
 * Reads an address; what cannot be meant is left out, so that an old or mistyped link still opens.
 * @param raw the search part, parsed
 */
export function recordSearch(raw: Record<string, unknown>): RecordSearch {
  const read: { [K in keyof Required<RecordSearch>]: RecordSearch[K] | undefined } = {
    asOf: isoDay(raw.asOf),
    q: words(raw.q),
    year: whole(raw.year, 1, 9999),
    by: oneOf(deciders, raw.by),
    outcome: oneOf(results, raw.outcome),
    kind: words(raw.kind),
    topic: words(raw.topic),
    self: raw.self === true || raw.self === "true" ? true : undefined,
    reversed: oneOf(reversed, raw.reversed),
    area: id(raw.area),
    level: whole(raw.level, 1, 7),
    method: oneOf(methods, raw.method),
    phase: oneOf(phases, raw.phase),
    goal: id(raw.goal),
    sort: oneOf(sortKeys, raw.sort),
    order: oneOf(["up", "down"] as const, raw.order),
    from: whole(raw.from, 1, 10_000_000),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as RecordSearch;
}

/** How the log is sorted: the latest verdict first, unless the address says otherwise. */
export function sortOf({ sort = "decided", order }: RecordSearch): { key: SortKey; descending: boolean } {
  return { key: sort, descending: order ? order === "down" : sort === "decided" };
}

/** How many filters narrow the log. */
export function filterCount(search: RecordSearch): number {
  return filterKeys.filter((key) => search[key] !== undefined).length;
}

/**
 * The address after a change; a change of filter or order goes back to the first page.
 * @param search where one is
 * @param change what is different; undefined takes a part out
 */
export function changed(search: RecordSearch, change: { [K in keyof RecordSearch]?: RecordSearch[K] | undefined }) {
  return recordSearch({ ...search, from: undefined, ...change });
}

/** The address without a filter: date and order stay. */
export function unfiltered({ asOf, sort, order }: RecordSearch): RecordSearch {
  return recordSearch({ asOf, sort, order });
}

/** The address with one filter and no other. */
export function onlyFilter(search: RecordSearch, one: Pick<RecordSearch, "reversed" | "self">): RecordSearch {
  return recordSearch({ ...unfiltered(search), ...one });
}

/** What is asked of the log for an address. */
export function listInput(search: RecordSearch, where: { workspace: string; team: string }) {
  const { key, descending } = sortOf(search);
  return {
    ...where,
    ...(search.asOf && { asOf: search.asOf }),
    ...(search.q && { search: search.q }),
    ...(search.year && { year: search.year }),
    ...(search.by && { decidedBy: search.by }),
    ...(search.outcome && { outcome: search.outcome }),
    ...(search.kind && { kind: search.kind }),
    ...(search.topic && { topic: search.topic }),
    ...(search.self && { selfDecided: true }),
    ...(search.reversed && { reversed: search.reversed }),
    ...(search.area && { area: search.area }),
    ...(search.level && { level: search.level }),
    ...(search.method && { method: search.method }),
    ...(search.phase && { phase: search.phase }),
    ...(search.goal && { goal: search.goal }),
    sort: key,
    descending,
    offset: search.from ?? 0,
    limit: pageSize,
  };
}
