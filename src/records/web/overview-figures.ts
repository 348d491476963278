import type { Overview } from "./records-client.ts";

type Year = Overview["years"][number];
type Gap = Overview["gaps"][number];

/**
 * How much was handed over in some years: verdicts of delegates among those of the lead and of delegates. `unknown` verdicts
 * do not say whose they are: with any, `share` is null and `atLeast` and `atMost` bound it. Shares are 0 to 1.
 */
export type Handed = {
  from: number;
  to: number;
  delegates: number;
  of: number;
  unknown: number;
  share: number | null;
  atLeast: number;
  atMost: number;
};

/** Years that are put together: single ones are too few to compare. */
export const yearsTogether = 3;

/** Delegates' verdicts, the lead's and theirs, and those of nobody knows whom, that a year's share is made of. */
function told({ unknown, delegated: { share, of, atLeast, atMost } }: Year) {
  if (share !== null) return { delegates: Math.round(share * of), of, unknown: 0 };
  if (atLeast === null || atMost === null) return { delegates: 0, of: 0, unknown: 0 };
  const all = of === 0 ? unknown : Math.round(of / (1 - (atMost - atLeast)));
  return { delegates: Math.round(atLeast * all), of, unknown: all - of };
}

/**
 * How much was handed over in the years given, together.
 * @returns null where none of their verdicts tells
 */
export function handedOver(years: readonly Year[]): Handed | null {
  const parts = years.map(told);
  const sum = (key: "delegates" | "of" | "unknown") => parts.reduce((total, part) => total + part[key], 0);
  const [delegates, of, unknown] = [sum("delegates"), sum("of"), sum("unknown")];
  const all = of + unknown;
  if (all === 0) return null;
  return {
    from: years[0]!.year,
    to: years.at(-1)!.year,
    delegates,
    of,
    unknown,
    share: unknown === 0 ? delegates / of : null,
    atLeast: delegates / all,
    atMost: (delegates + unknown) / all,
  };
}

/**
 * How much was handed over in the last years with a verdict, and in as many before them.
 * @param years every year of the overview, in order
 */
export function nowAndBefore(years: readonly Year[]): { now: Handed | null; before: Handed | null } {
  return {
    now: handedOver(years.slice(-yearsTogether)),
    before: handedOver(years.slice(-2 * yearsTogether, -yearsTogether)),
  };
}

/** What the page's title says, in order of what can be said at all. */
export type Headline =
  | { key: "delegated"; delegates: number; of: number }
  | { key: "unknown_decider"; verdicts: number }
  | { key: "others"; verdicts: number }
  | { key: "no_verdict"; decisions: number };

/** The one fact that the record's title tells. */
export function headlineOf(overview: Pick<Overview, "years" | "totals">): Headline {
  const { totals, years } = overview;
  if (totals.withVerdict === 0) return { key: "no_verdict", decisions: totals.onRecord };
  const { now } = nowAndBefore(years);
  if (now && now.share !== null) return { key: "delegated", delegates: now.delegates, of: now.of };
  const recent = years.slice(-yearsTogether);
  const unknown = totals.undated + recent.reduce((sum, year) => sum + year.unknown, 0);
  if (now || unknown > 0) return { key: "unknown_decider", verdicts: totals.withVerdict };
  return { key: "others", verdicts: totals.withVerdict };
}

/** The longest gap of each sort: somebody in office all the while, nobody for some of it or all, and not known. */
export function longestGaps(overview: Pick<Overview, "gaps" | "running">) {
  const all = [...overview.gaps, ...(overview.running ? [overview.running] : [])].sort((a, b) => b.days - a.days);
  const first = (fits: (gap: Gap) => boolean) => all.find(fits) ?? null;
  return {
    longest: all[0] ?? null,
    held: first(({ decider }) => decider === "throughout"),
    vacant: first(({ decider }) => decider === "part" || decider === "nobody"),
  };
}

/** A stretch of time in which somebody was in office, or nobody. `until` is not included. */
export type Office = { from: string; until: string; who: string | null; held: boolean };

/**
 * Terms in office as stretches without overlap, with the times between them in which nobody was.
 * @param terms in order of their beginning
 * @param to the day at which the picture ends
 */
export function officeSpans(terms: Overview["terms"], to: string): Office[] {
  const spans: Office[] = [];
  let reached: string | null = null;
  for (const term of terms) {
    const until: string = term.until === null || term.until > to ? to : term.until;
    if (reached !== null && term.from > reached)
      spans.push({ from: reached, until: term.from, who: null, held: false });
    const from: string = reached !== null && reached > term.from ? reached : term.from;
    if (until > from) spans.push({ from, until, who: term.who, held: true });
    if (reached === null || until > reached) reached = until;
  }
  if (reached !== null && reached < to) spans.push({ from: reached, until: to, who: null, held: false });
  return spans;
}

/** The days at which something changed in who decides, the latest first: for looking at the record as of then. */
export function turningPoints(overview: Pick<Overview, "terms" | "asOf">): string[] {
  const days = overview.terms.flatMap(({ from, until }) => (until ? [from, until] : [from]));
  return [...new Set(days)].filter((day) => day <= overview.asOf).sort((a, b) => (a < b ? 1 : -1));
}
