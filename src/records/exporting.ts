import { strToU8, zipSync } from "fflate";
import { stringify as yaml } from "yaml";
import { type DecisionFacts, daysBetween, isSelfDecided } from "../decisions/rules.ts";
import { csvOf } from "./csv.ts";
import type { Description } from "./overview.ts";

/** A room's sentence, in the reader's language. */
export type SayIn = (room: "decisions" | "records", key: string, params?: Record<string, unknown>) => string;

/** A record as it leaves: the team's name, what it says of its record, and its decisions in the order of their keys. */
export type Leaving = { teamName: string; description: Description; decisions: readonly DecisionFacts[]; at: Date };

const join = (list: readonly string[]) => list.join("; ");

const csvColumns: Readonly<Record<string, (facts: DecisionFacts) => unknown>> = {
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

/** The record as CSV: one decision a row, lists joined with "; ". */
export function asCsv({ decisions }: Leaving): string {
  const cells = Object.values(csvColumns);
  return csvOf(
    Object.keys(csvColumns),
    decisions.map((facts) => cells.map((cell) => cell(facts))),
  );
}

/** The record as JSON, whole: with every step, every reversal and the rows as they came. */
export function asJson({ teamName, description, decisions, at }: Leaving): string {
  const whole = { format: "bellwether-record", version: 1, team: teamName, exportedAt: at, description, decisions };
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
  const files = record.decisions.map((facts, i): [string, Uint8Array] => {
    const name = [String(i + 1).padStart(width, "0"), slugOf(facts.title)].filter((part) => part !== "").join("-");
    return [`${name}.md`, strToU8(madrOf(facts, say))];
  });
  return zipSync(Object.fromEntries(files), { level: 6, mtime: record.at });
}

/** Words on one line that cannot become markup. */
function inline(words: string): string {
  return words.replaceAll(/\s+/g, " ").trim().replaceAll("<", "&lt;").replaceAll("|", "\\|");
}

/** One decision as a MADR file. */
export function madrOf(facts: DecisionFacts, say: SayIn): string {
  const head: Record<string, unknown> = {
    status: facts.supersededBy.length
      ? `superseded by ${facts.supersededBy.join(", ")}`
      : (facts.outcome ?? "proposed"),
  };
  const date = facts.decidedOn ?? facts.openedOn;
  if (date) head.date = date;
  if (facts.decider) head["decision-makers"] = [facts.decider];
  const parts = [`---\n${yaml(head)}---`, `# ${inline(facts.title)}`];
  parts.push("## Context and Problem Statement", facts.context ?? say("records", "madr.noContext"));
  parts.push("## Decision Outcome", outcomeOf(facts, say));
  if (facts.reasons) parts.push(facts.reasons);
  parts.push("## More Information", moreOf(facts, say));
  if (facts.steps.length) {
    const line = ({ on, from, to, note }: DecisionFacts["steps"][number]) =>
      `| ${on} | ${inline(from ?? "")} | ${inline(to)} | ${inline(note ?? "")} |`;
    const header = ["on", "from", "to", "note"].map((key) => say("records", `madr.${key}`)).join(" | ");
    parts.push(
      `### ${say("records", "madr.history")}`,
      [`| ${header} |`, "|---|---|---|---|", ...facts.steps.map(line)].join("\n"),
    );
  }
  if (facts.reversals.length) {
    const line = ({ on, from, to, kind }: DecisionFacts["reversals"][number]) =>
      `- ${on}: ${inline(from)} → ${inline(to)} (${say("decisions", `reversal.${kind}`)})`;
    parts.push(`### ${say("records", "madr.reversals")}`, facts.reversals.map(line).join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
}

function outcomeOf(facts: DecisionFacts, say: SayIn): string {
  if (facts.decidedBy === null) return say("records", "madr.noVerdict");
  const by = say("decisions", `decidedBy.${facts.decidedBy}`);
  return [
    [say("records", "madr.outcome"), say("decisions", `outcome.${facts.outcome ?? "none"}`)],
    [say("records", "madr.decidedOn"), facts.decidedOn],
    [say("records", "madr.decidedBy"), facts.decider ? `${by}: ${inline(facts.decider)}` : by],
    [say("records", "madr.basis"), facts.basis && inline(facts.basis)],
  ]
    .filter(([, value]) => value)
    .map(([label, value]) => `- ${label}: ${value}`)
    .join("\n");
}

function moreOf(facts: DecisionFacts, say: SayIn): string {
  const rows: [string, string | null][] = [
    ["ref", facts.ref],
    ["status", facts.status],
    ["kind", facts.kind],
    ["topics", facts.topics.join(", ")],
    ["openedOn", facts.openedOn],
    ["authors", facts.authors.join(", ")],
    ["handedTo", facts.handedTo.join(", ")],
    ["supersedes", facts.supersedes.join(", ")],
    ["supersededBy", facts.supersededBy.join(", ")],
  ];
  const lines = rows
    .filter(([, value]) => value)
    .map(([key, value]) => `- ${say("records", `madr.${key}`)}: ${inline(value!)}`);
  if (facts.link) lines.push(`- <${facts.link.replaceAll(/[<>]/g, encodeURIComponent)}>`);
  return lines.join("\n");
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
