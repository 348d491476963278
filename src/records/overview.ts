import {
  type DeciderKind,
  dayNumber,
  deciderKinds,
  type Outcome,
  type Reversal,
  type ReversalKind,
} from "../decisions/rules.ts";
import type { Term } from "./mapping.ts";

/** As much of a decision as the overview needs. Dates are ISO dates. */
export type Recorded = {
  id: string;
  ref: string;
  title: string;
  /** The first day on which the record knows of it; null: not known. */
  onRecordFrom: string | null;
  openedOn: string | null;
  decidedOn: string | null;
  decidedBy: DeciderKind | null;
  outcome: Outcome | null;
  selfDecided: boolean;
  leadsOwn: boolean;
  reversals: readonly Reversal[];
};

/** What is said of a team's record as a whole. */
export type Description = { deciderKnownSince: string | null; batchFrom: number; terms: readonly Term[] };

/** From this many verdicts on one day they count as a batch, unless the record says otherwise. */
export const usualBatch = 8;
const mostGaps = 12;
const mostMentioned = 200;

/** A verdict that was on the record at the date asked for. */
type Verdict = Recorded & { decidedBy: DeciderKind };
type Dated = Verdict & { decidedOn: string };

/** Kinds of decider whose verdicts can come in a batch and count in the medians over all. `other` ends by itself. */
const decides = (kind: DeciderKind) => kind !== "other";
/** Kinds that somebody in office answers for: the gaps are between theirs. */
const inCharge = (kind: DeciderKind) => kind === "lead" || kind === "delegate" || kind === "unknown";

/**
 * Who has been deciding, as of a date. Uses only what was on the record then: verdicts, reversals and terms after it do not
 * count, and a term that ended later still runs.
 * @param decisions the whole log, in any order
 * @param description terms in office and since when deciders are named
 * @param asOf ISO date, included
 */
export function overviewOf(decisions: readonly Recorded[], description: Description, asOf: string) {
  const known = decisions.filter(({ onRecordFrom }) => onRecordFrom === null || onRecordFrom <= asOf);
  const verdicts = known.filter((one): one is Verdict => {
    return one.decidedBy !== null && (one.decidedOn === null || one.decidedOn <= asOf);
  });
  const dated = verdicts
    .filter((one): one is Dated => one.decidedOn !== null)
    .sort((a, b) => order(a.decidedOn, b.decidedOn) || order(a.id, b.id));
  const terms = termsAsOf(description.terms, asOf);
  const batches = batchesIn(dated, description.batchFrom);
  return {
    asOf,
    totals: {
      onRecord: known.length,
      withVerdict: verdicts.length,
      withoutVerdict: known.length - verdicts.length,
      undated: verdicts.length - dated.length,
    },
    firstVerdict: dated[0]?.decidedOn ?? null,
    lastVerdict: dated.at(-1)?.decidedOn ?? null,
    deciderKnownSince: description.deciderKnownSince,
    batchFrom: description.batchFrom,
    terms,
    years: yearsOf(dated, description.deciderKnownSince),
    time: timeToDecide(dated, new Set(batches.map(({ on }) => on)), verdicts.length - dated.length),
    reversals: reversalsUntil(known, asOf),
    selfDecided: mentions(verdicts.filter((one) => one.selfDecided)),
    leadsOwn: mentions(verdicts.filter((one) => one.leadsOwn)),
    batches,
    verdictDays: daysInCharge(dated),
    ...gapsIn(dated, terms, asOf),
  };
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function termsAsOf(terms: readonly Term[], asOf: string): Term[] {
  return terms
    .filter(({ from }) => from <= asOf)
    .map((term) => ({ ...term, until: term.until !== null && term.until <= asOf ? term.until : null }))
    .sort((a, b) => order(a.from, b.from));
}

/** Days with as many verdicts as no one decides in a day: a backlog was cleared, or the record was tidied. */
function batchesIn(dated: readonly Dated[], batchFrom: number): { on: string; verdicts: number }[] {
  const perDay = new Map<string, number>();
  for (const { decidedOn, decidedBy } of dated) {
    if (decides(decidedBy)) perDay.set(decidedOn, (perDay.get(decidedOn) ?? 0) + 1);
  }
  return [...perDay]
    .filter(([, verdicts]) => verdicts >= batchFrom)
    .map(([on, verdicts]) => ({ on, verdicts }))
    .sort((a, b) => order(b.on, a.on));
}

function yearsOf(dated: readonly Dated[], knownSince: string | null) {
  const first = dated[0];
  if (!first) return [];
  const from = Number(first.decidedOn.slice(0, 4));
  const years = Array.from({ length: Number(dated.at(-1)!.decidedOn.slice(0, 4)) - from + 1 }, (_, i) => ({
    year: from + i,
    verdicts: [] as Dated[],
  }));
  for (const one of dated) years[Number(one.decidedOn.slice(0, 4)) - from]!.verdicts.push(one);
  return years.map(({ year, verdicts }) => {
    const counts = countKinds(verdicts);
    return { year, ...counts, total: verdicts.length, delegated: delegatedShare(year, verdicts, knownSince) };
  });
}

function countKinds(verdicts: readonly Verdict[]): Record<DeciderKind, number> {
  const counts = { lead: 0, delegate: 0, team: 0, other: 0, unknown: 0 };
  for (const { decidedBy } of verdicts) counts[decidedBy]++;
  return counts;
}

/**
 * Delegate ÷ (lead + delegate) among the verdicts of a year from the day on which the record names deciders. Unknown ones
 * leave the share unknown and bound it; no verdict of either kind is no share, not 0.
 */
function delegatedShare(year: number, verdicts: readonly Dated[], knownSince: string | null) {
  const partly = knownSince !== null && knownSince.slice(0, 4) === String(year).padStart(4, "0");
  const { lead, delegate, unknown } = countKinds(
    verdicts.filter(({ decidedOn }) => knownSince === null || decidedOn >= knownSince),
  );
  const of = lead + delegate;
  const told = of + unknown;
  return {
    share: of > 0 && unknown === 0 ? delegate / of : null,
    of,
    since: partly ? knownSince : null,
    atLeast: told > 0 ? delegate / told : null,
    atMost: told > 0 ? (delegate + unknown) / told : null,
  };
}

function timeToDecide(dated: readonly Dated[], batchDays: ReadonlySet<string>, undated: number) {
  const leftOut = { inBatches: 0, undated, contradictory: 0 };
  const timed: { year: number; decidedBy: DeciderKind; days: number }[] = [];
  for (const { openedOn, decidedOn, decidedBy } of dated) {
    const days = openedOn === null ? null : dayNumber(decidedOn) - dayNumber(openedOn);
    if (batchDays.has(decidedOn)) leftOut.inBatches++;
    else if (days === null) leftOut.undated++;
    else if (days < 0) leftOut.contradictory++;
    else timed.push({ year: Number(decidedOn.slice(0, 4)), decidedBy, days });
  }
  const deciding = timed.filter(({ decidedBy }) => decides(decidedBy));
  const byYear = new Map<number, number[]>();
  for (const { year, days } of deciding) byYear.set(year, [...(byYear.get(year) ?? []), days]);
  return {
    all: spreadOf(deciding.map(({ days }) => days)),
    byKind: deciderKinds.map((decidedBy) => ({
      decidedBy,
      ...spreadOf(timed.filter((one) => one.decidedBy === decidedBy).map(({ days }) => days)),
    })),
    byYear: [...byYear].map(([year, days]) => ({ year, ...spreadOf(days) })),
    leftOut,
  };
}

/** First quartile, median and third quartile of some numbers; null where there are none. */
export type Spread = { n: number; q1: number | null; median: number | null; q3: number | null };

/**
 * Quartiles by linear interpolation between order statistics: definition 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in
 * statistical packages", The American Statistician 50 (1996), which spreadsheets use as well.
 * @param numbers in any order
 */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { n: sorted.length, q1: quantile(sorted, 0.25), median: quantile(sorted, 0.5), q3: quantile(sorted, 0.75) };
}

function quantile(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)]!;
  return below + (at % 1) * (sorted[Math.ceil(at)]! - below);
}

function reversalsUntil(known: readonly Recorded[], asOf: string) {
  const all = known
    .flatMap(({ id, ref, title, reversals }) =>
      reversals.map((reversal) => ({ decision: id, ref, title, ...reversal })),
    )
    .filter(({ on }) => on <= asOf)
    .sort((a, b) => order(b.on, a.on) || order(a.decision, b.decision));
  const held = new Map<ReversalKind, { count: number; days: number[] }>();
  for (const { kind, heldDays } of all) {
    const entry = held.get(kind) ?? { count: 0, days: [] };
    held.set(kind, entry);
    entry.count++;
    if (heldDays !== null) entry.days.push(heldDays);
  }
  return {
    total: all.length,
    byKind: [...held]
      .map(([kind, { count, days }]) => ({ kind, count, medianHeldDays: spreadOf(days).median }))
      .sort((a, b) => b.count - a.count || order(a.kind, b.kind)),
    latest: all.slice(0, mostMentioned),
  };
}

function mentions(verdicts: readonly Verdict[]) {
  const latest = [...verdicts]
    .sort((a, b) => order(b.decidedOn ?? "", a.decidedOn ?? "") || order(a.id, b.id))
    .slice(0, mostMentioned)
    .map(({ id, ref, title, decidedOn, outcome, decidedBy }) => {
      return { decision: id, ref, title, decidedOn, outcome, decidedBy };
    });
  return { total: verdicts.length, latest };
}

/** Days on which somebody in charge gave a verdict, in order, each once. */
function daysInCharge(dated: readonly Dated[]): string[] {
  return [...new Set(dated.filter(({ decidedBy }) => inCharge(decidedBy)).map(({ decidedOn }) => decidedOn))];
}

type Gap = {
  from: string;
  until: string | null;
  days: number;
  decider: "throughout" | "part" | "nobody" | "unknown";
  withoutDecider: number | null;
};

function gapsIn(dated: readonly Dated[], terms: readonly Term[], asOf: string): { gaps: Gap[]; running: Gap | null } {
  const days = daysInCharge(dated);
  const gaps = days
    .slice(1)
    .map((until, i) => ({ from: days[i]!, until, days: dayNumber(until) - dayNumber(days[i]!) }));
  gaps.sort((a, b) => b.days - a.days || order(a.from, b.from));
  const last = days.at(-1);
  return {
    gaps: gaps.slice(0, mostGaps).map((gap) => withDecider(gap, terms, gap.until)),
    running:
      last === undefined
        ? null
        : withDecider({ from: last, until: null, days: dayNumber(asOf) - dayNumber(last) }, terms, asOf),
  };
}

/** Whether somebody was in office in a gap. Before the first term that is told, nobody can say. */
function withDecider(gap: Pick<Gap, "from" | "until" | "days">, terms: readonly Term[], end: string): Gap {
  const first = terms[0];
  if (!first || gap.from < first.from) return { ...gap, decider: "unknown", withoutDecider: null };
  let empty = 0;
  let reached = dayNumber(gap.from);
  const until = dayNumber(end);
  for (const term of terms) {
    const begins = dayNumber(term.from);
    if (begins >= until) break;
    if (begins > reached) empty += begins - reached;
    reached = Math.max(reached, term.until === null ? until : Math.min(dayNumber(term.until), until));
  }
  empty += Math.max(0, until - reached);
  const decider = empty === 0 ? "throughout" : empty >= gap.days ? "nobody" : "part";
  return { ...gap, decider, withoutDecider: empty };
}
