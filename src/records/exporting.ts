import { strToU8, zipSync } from "fflate";
import type { Made } from "../decisions/made-rules.ts";
import { type DecisionFacts, daysBetween, isSelfDecided } from "../decisions/rules.ts";
import { csvOf } from "./csv.ts";
import { type LeavingDecision, madrOf, type SayIn } from "./madr.ts";
import type { Description } from "./overview.ts";

/** A record as it leaves: the team's name, what it says of its record, and its decisions in the order of their keys. */
export type Leaving = { teamName: string; description: Description; decisions: readonly LeavingDecision[]; at: Date };

const join = (list: readonly string[]) => list.join("; ");

const logColumns: Readonly<Record<string, (facts: DecisionFacts) => unknown>> = {
  ref: (facts) => facts.ref,
  title: (facts) => facts.title,
  kind: (facts) => facts.kind,
  topics: (facts) => join(facts.topics),
  status: (facts) => facts.status,
  context: (facts) => facts.context,
  reasons: (facts) => facts.reasons,
  link: (facts) => facts.link,
  authors: (facts) => join(facts.authors),
  handed_to: (facts) => join(facts.handedTo),
  opened_on: (facts) => facts.openedOn,
  decided_on: (facts) => facts.decidedOn,
  decided_on_basis: (facts) => facts.decidedOnBasis,
  days: (facts) => (facts.openedOn && facts.decidedOn ? daysBetween(facts.openedOn, facts.decidedOn) : null),
  outcome: (facts) => facts.outcome,
  decided_by: (facts) => facts.decidedBy,
  decider: (facts) => facts.decider,
  basis: (facts) => facts.basis,
  self_decided: (facts) => isSelfDecided(facts),
  supersedes: (facts) => join(facts.supersedes),
  superseded_by: (facts) => join(facts.supersededBy),
  reversals: (facts) => join(facts.reversals.map(({ on, from, to, kind }) => `${on} ${from}>${to} (${kind})`)),
  history: (facts) => join(facts.steps.map(({ on, to }) => `${on} ${to}`)),
};
const madeColumns: Readonly<Record<string, (made: Made) => unknown>> = {
  level: (made) => made.level,
  method: (made) => made.method,
  area: (made) => made.area,
  proposal: (made) => made.proposal,
  options: (made) => join(made.options),
  cost: (made) => made.cost,
  currency: (made) => made.currency,
  reversible: (made) => made.reversible,
  decide_by: (made) => made.decideBy,
  outside: (made) => made.outside,
  stop_rule: (made) => made.stopRule,
  ends_on: (made) => made.endsOn,
  sum_up: (made) => made.sumUp,
  expected: (made) => made.expected,
  effect_on: (made) => made.effectOn,
  review_on: (made) => made.reviewOn,
  wait_until: (made) => made.waitUntil,
  adapts: (made) => made.adapts,
  reviews: (made) =>
    join(made.reviews.map(({ on, verdict, next, learned }) => `${on} ${verdict}, ${next}${learned && `: ${learned}`}`)),
};

/** The record as CSV: one decision a row, lists joined with "; ". Columns of what is made here are empty in imported rows. */
export function asCsv({ decisions }: Leaving): string {
  const [ofLog, ofMade] = [Object.values(logColumns), Object.values(madeColumns)];
  return csvOf(
    [...Object.keys(logColumns), "goal", ...Object.keys(madeColumns)],
    decisions.map(({ facts, goal, made }) => [
      ...ofLog.map((cell) => cell(facts)),
      goal,
      ...ofMade.map((cell) => made && cell(made)),
    ]),
  );
}

/** The record as JSON, whole: with every step, every reversal, the rows as they came and what decisions made here say. */
export function asJson({ teamName, description, decisions, at }: Leaving): string {
  const all = decisions.map(({ facts, goal, made }) => ({ ...facts, goal, made }));
  const whole = {
    format: "bellwether-record",
    version: 1,
    team: teamName,
    exportedAt: at,
    description,
    decisions: all,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

const longestSlug = 60;

/** Part of a file name made of a title: Latin letters, digits and hyphens. */
function slugOf(title: string): string {
  return title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, longestSlug)
    .replaceAll(/^-+|-+$/g, "");
}

/**
 * The record as MADR 4 (Markdown Architectural Decision Records, adr.github.io/madr), one file a decision, zipped. Files are
 * numbered in the order of their keys; the headings are the format's own, whatever the language.
 */
export function asMadr(record: Leaving, say: SayIn): Uint8Array<ArrayBuffer> {
  const width = Math.max(4, String(record.decisions.length).length);
  const files = record.decisions.map((one, i): [string, Uint8Array] => {
    const name = [String(i + 1).padStart(width, "0"), slugOf(one.facts.title)].filter((part) => part !== "").join("-");
    return [`${name}.md`, strToU8(madrOf(one, say))];
  });
  return zipSync(Object.fromEntries(files), { level: 6, mtime: record.at });
}

/**
 * Refused rows as a file: the columns as they came, and why in the last one.
 * @param columns the file's own
 * @param rows cells as they came, and the sentences that say why
 * @param reasonName what the last column is called; made different where the file has such a column
 */
export function asRefused(
  columns: readonly string[],
  rows: readonly { cells: readonly unknown[]; why: readonly string[] }[],
  reasonName: string,
): string {
  const width = Math.max(columns.length, ...rows.map(({ cells }) => cells.length));
  const header = Array.from({ length: width }, (_, i) => columns[i] ?? `#${i + 1}`);
  let last = reasonName;
  for (let n = 2; header.includes(last); n++) last = `${reasonName} ${n}`;
  return csvOf(
    [...header, last],
    rows.map(({ cells, why }) => [...header.map((_, i) => cells[i]), why.join(" ")]),
  );
}
