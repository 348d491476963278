import { stringify as yaml } from "yaml";
import { phases } from "../decisions/deciding-rules.ts";
import type { Made } from "../decisions/made-rules.ts";
import type { DecisionFacts } from "../decisions/rules.ts";

/** A room's sentence, in the reader's language. */
export type SayIn = (room: "areas" | "decisions" | "records", key: string, params?: Record<string, unknown>) => string;

/** A decision as it leaves: what the log has, the goal it serves in words, and what one made here says beside that. */
export type LeavingDecision = { facts: DecisionFacts; goal: string | null; made: Made | null };

/** Words on one line that cannot become markup. */
function inline(words: string): string {
  return words.replaceAll(/\s+/g, " ").trim().replaceAll("<", "&lt;").replaceAll("|", "\\|");
}

/**
 * One decision as a file of MADR 4 (Markdown Architectural Decision Records, adr.github.io/madr). The headings of the first two
 * ranks, and “Consequences” and “Confirmation”, are the format's own, whatever the language: Consequences is what was expected,
 * Confirmation what reviews found. Nobody's voice is in it.
 */
export function madrOf(decision: LeavingDecision, say: SayIn): string {
  const { facts, made } = decision;
  const head: Record<string, unknown> = {
    status: facts.supersededBy.length
      ? `superseded by ${facts.supersededBy.join(", ")}`
      : (facts.outcome ?? "proposed"),
  };
  const date = facts.decidedOn ?? facts.openedOn;
  if (date) head.date = date;
  if (facts.decider) head["decision-makers"] = [facts.decider];
  const said = (heading: string, words: string | null | undefined) => (words ? [heading, words] : []);
  const parts = [
    `---\n${yaml(head)}---`,
    `# ${inline(facts.title)}`,
    "## Context and Problem Statement",
    facts.context ?? say("records", "madr.noContext"),
    ...said("## Considered Options", made && optionsOf(made, say)),
    "## Decision Outcome",
    outcomeOf(decision, say),
    ...(facts.reasons ? [facts.reasons] : []),
    ...said(`### ${say("records", "madr.proposal")}`, made?.proposal),
    ...said(`### ${say("records", "madr.sumUp")}`, made?.sumUp),
    ...said("### Consequences", made?.expected),
    ...said("### Confirmation", made && reviewsOf(made, say)),
    "## More Information",
    moreOf(decision, say),
    ...said(`### ${say("records", "madr.history")}`, historyOf(decision, say)),
    ...said(`### ${say("records", "madr.reversals")}`, reversalsOf(decision, say)),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The proposal stands first among the options that were thought of; alone it was no choice. */
function optionsOf({ proposal, options }: Made, say: SayIn): string | null {
  if (options.length === 0) return null;
  return [...(proposal ? [say("records", "madr.proposal")] : []), ...options]
    .map((option) => `- ${inline(option)}`)
    .join("\n");
}

type Labelled = [key: string, value: string | null | undefined];

function listed(rows: readonly Labelled[], say: SayIn): string[] {
  return rows.filter(([, value]) => value).map(([key, value]) => `- ${say("records", `madr.${key}`)}: ${value}`);
}

function outcomeOf({ facts, made }: LeavingDecision, say: SayIn): string {
  if (facts.decidedBy === null && facts.outcome === null) return say("records", "madr.noVerdict");
  const by = facts.decidedBy && say("decisions", `decidedBy.${facts.decidedBy}`);
  const level = made?.level ? `${made.level} ${say("areas", `level.${made.level}`)}` : null;
  const rows: Labelled[] = [
    ["outcome", say("decisions", `outcome.${facts.outcome ?? "none"}`)],
    ["decidedOn", facts.decidedOn],
    ["decidedBy", by && facts.decider ? `${by}: ${inline(facts.decider)}` : by],
    ["basis", facts.basis && inline(facts.basis)],
    ["level", level],
    ["method", made?.method && say("decisions", `method.${made.method}`)],
    ["effectOn", made?.effectOn],
    ["waitUntil", made?.waitUntil],
    ["why", made?.why && inline(made.why)],
  ];
  return listed(rows, say).join("\n");
}

function reviewsOf({ reviews, reviewOn, phase }: Made, say: SayIn): string {
  const looked = reviews.map(({ on, verdict, next, byRule, learned }) => {
    const found = [byRule ? "by_rule" : verdict, next].map((key) => say("records", `madr.review.${key}`));
    return `- ${on}: ${[...found, inline(learned)].filter(Boolean).join(" ")}`;
  });
  return [...looked, ...listed([["reviewOn", phase === "decided" ? reviewOn : null]], say)].join("\n");
}

function moreOf({ facts, goal, made }: LeavingDecision, say: SayIn): string {
  const door =
    made && made.reversible !== null ? say("records", made.reversible ? "madr.two_way" : "madr.one_way") : null;
  const shape = made && made.shape !== "decision" ? say("decisions", `shape.${made.shape}`) : null;
  const cost = made && made.cost !== null ? `${made.cost} ${made.currency}` : null;
  const rows: Labelled[] = [
    ["ref", facts.ref],
    ["status", facts.status && stateName(made, facts.status, say)],
    ["kind", made ? shape : facts.kind],
    ["topics", facts.topics.join(", ")],
    ["area", made?.area],
    ["openedOn", facts.openedOn],
    ["authors", facts.authors.join(", ")],
    ["handedTo", facts.handedTo.join(", ")],
    ["goal", goal],
    ["cost", cost],
    ["door", door],
    ["decideBy", made?.decideBy],
    ["outside", made?.outside],
    ["stopRule", made?.stopRule],
    ["endsOn", made?.endsOn],
    ["adapts", made?.adapts],
    ["supersedes", facts.supersedes.join(", ")],
    ["supersededBy", facts.supersededBy.join(", ")],
  ];
  const lines = listed(
    rows.map(([key, value]) => [key, value && inline(value)]),
    say,
  );
  if (facts.link) lines.push(`- <${facts.link.replaceAll(/[<>]/g, encodeURIComponent)}>`);
  return lines.join("\n");
}

/** A status as the record has it; what is made here has phases, which have names. */
function stateName(made: Made | null, status: string, say: SayIn): string {
  if (!made) return status;
  if (status === "reversed") return say("records", "madr.reversed");
  return phases.some((phase) => phase === status) ? say("decisions", `phase.${status}`) : status;
}

function historyOf({ facts, made }: LeavingDecision, say: SayIn): string | null {
  if (facts.steps.length === 0) return null;
  const name = (status: string | null) => (status === null ? "" : inline(stateName(made, status, say)));
  const header = ["on", "from", "to", "note"].map((key) => say("records", `madr.${key}`)).join(" | ");
  const lines = facts.steps.map(
    ({ on, from, to, note }) => `| ${on} | ${name(from)} | ${name(to)} | ${inline(note ?? "")} |`,
  );
  return [`| ${header} |`, "|---|---|---|---|", ...lines].join("\n");
}

function reversalsOf({ facts, made }: LeavingDecision, say: SayIn): string {
  const name = (status: string) => inline(stateName(made, status, say));
  return facts.reversals
    .map(({ on, from, to, kind }) => `- ${on}: ${name(from)} → ${name(to)} (${say("decisions", `reversal.${kind}`)})`)
    .join("\n");
}
