import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import {
  type DeciderKind,
  type DecisionFacts,
  isLeadsOwn,
  isSelfDecided,
  type Outcome,
  onRecordFrom,
  type Reversal,
  type Step,
} from "./rules.ts";

/** A decision as its table holds it. */
export type DecisionRow = {
  id: string;
  ref: string;
  title: string;
  kind: string | null;
  topics: string[];
  status: string | null;
  context: string | null;
  reasons: string | null;
  link: string | null;
  authors: string[];
  handed_to: string[];
  opened_on: string | null;
  decided_on: string | null;
  decided_on_basis: string | null;
  outcome: Outcome | null;
  decided_by: DeciderKind | null;
  decider: string | null;
  basis: string | null;
  supersedes: string[];
  superseded_by: string[];
  source: Record<string, unknown>;
};
export type StepRow = Step & { decision_id: string };
export type ReversalRow = Reversal & { decision_id: string };

export const factColumns =
  sql.raw(`d.id, d.ref, d.title, d.kind, d.topics, d.status, d.context, d.reasons, d.link, d.authors,
  d.handed_to, d.opened_on, d.decided_on, d.decided_on_basis, d.outcome, d.decided_by, d.decider, d.basis,
  d.supersedes, d.superseded_by, d.source`);
export const stepColumns = sql.raw(
  `s.decision_id, s.on_date as "on", s.from_status as "from", s.to_status as "to", s.by_words as "by", s.note, s.reference`,
);
export const reversalColumns = sql.raw(
  `r.decision_id, r.on_date as "on", r.from_status as "from", r.to_status as "to", r.held_days as "heldDays", r.kind,
   r.kind_given as "kindGiven"`,
);

/** A decision with its steps and reversals, from its rows. */
export function factsOf(row: DecisionRow, steps: readonly StepRow[], reversals: readonly ReversalRow[]): DecisionFacts {
  return {
    ref: row.ref,
    title: row.title,
    kind: row.kind,
    topics: row.topics,
    status: row.status,
    context: row.context,
    reasons: row.reasons,
    link: row.link,
    authors: row.authors,
    handedTo: row.handed_to,
    openedOn: row.opened_on,
    decidedOn: row.decided_on,
    decidedOnBasis: row.decided_on_basis,
    outcome: row.outcome,
    decidedBy: row.decided_by,
    decider: row.decider,
    basis: row.basis,
    supersedes: row.supersedes,
    supersededBy: row.superseded_by,
    steps: steps.map(({ decision_id: _, ...step }) => step),
    reversals: reversals.map(({ decision_id: _, ...reversal }) => reversal),
    source: row.source,
  };
}

function byDecision<T extends { decision_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.decision_id);
    if (group) group.push(row);
    else groups.set(row.decision_id, [row]);
  }
  return groups;
}

/** Everything a team's log holds, in the order of its keys. */
export async function wholeLog(
  db: Db,
  workspace: string,
  team: string,
): Promise<{ id: string; facts: DecisionFacts }[]> {
  const { rows } = await sql<DecisionRow>`
    select ${factColumns} from decision d
    where d.workspace_id = ${workspace} and d.team_id = ${team}
    order by d.ref collate natural_order, d.ref`.execute(db);
  const steps = await sql<StepRow>`
    select ${stepColumns} from decision_step s join decision d on d.workspace_id = s.workspace_id and d.id = s.decision_id
    where s.workspace_id = ${workspace} and d.team_id = ${team} order by s.n`.execute(db);
  const reversals = await sql<ReversalRow>`
    select ${reversalColumns} from decision_reversal r join decision d on d.workspace_id = r.workspace_id and d.id = r.decision_id
    where r.workspace_id = ${workspace} and d.team_id = ${team} order by r.n`.execute(db);
  const [stepsOf, reversalsOf] = [byDecision(steps.rows), byDecision(reversals.rows)];
  return rows.map((row) => ({
    id: row.id,
    facts: factsOf(row, stepsOf.get(row.id) ?? [], reversalsOf.get(row.id) ?? []),
  }));
}

/** As much of every decision as an overview needs, with its reversals. */
export async function recordedIn(db: Db, workspace: string, team: string) {
  const { rows } = await sql<{
    id: string;
    ref: string;
    title: string;
    onRecordFrom: string | null;
    openedOn: string | null;
    decidedOn: string | null;
    decidedBy: DeciderKind | null;
    outcome: Outcome | null;
    selfDecided: boolean;
    leadsOwn: boolean;
  }>`
    select id, ref, title, on_record_from as "onRecordFrom", opened_on as "openedOn", decided_on as "decidedOn",
      decided_by as "decidedBy", outcome, self_decided as "selfDecided", leads_own as "leadsOwn"
    from decision where workspace_id = ${workspace} and team_id = ${team}`.execute(db);
  const reversals = await sql<ReversalRow>`
    select ${reversalColumns} from decision_reversal r join decision d on d.workspace_id = r.workspace_id and d.id = r.decision_id
    where r.workspace_id = ${workspace} and d.team_id = ${team} order by r.n`.execute(db);
  const reversalsOf = byDecision(reversals.rows);
  return rows.map((row) => ({ ...row, reversals: reversalsOf.get(row.id) ?? [] }));
}

/** How many decisions are written in one statement. */
export const chunk = 500;

/**
 * Writes decisions: new ones, or all there is to know of ones that are there. Steps and reversals are replaced.
 * @param rows the decisions; `fresh` says that none of them is there yet
 * @param written told how many are written, now and then
 */
export async function writeDecisions(
  db: Db,
  to: { workspace: string; team: string; origin: "imported" | "live"; at: Date; fresh: boolean },
  rows: readonly { id: string; facts: DecisionFacts }[],
  written: (done: number) => void,
): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk);
    const values = JSON.stringify(part.map(asRow));
    if (to.fresh) await insertDecisions(db, to, values);
    else
      await rewriteDecisions(
        db,
        to,
        values,
        part.map(({ id }) => id),
      );
    await insertSteps(db, to.workspace, part);
    await insertReversals(db, to.workspace, part);
    written(start + part.length);
  }
}

const written = [
  "ref text",
  "title text",
  "kind text",
  "topics text[]",
  "status text",
  "context text",
  "reasons text",
  "link text",
  "authors text[]",
  "handed_to text[]",
  "opened_on date",
  "decided_on date",
  "decided_on_basis text",
  "outcome text",
  "decided_by text",
  "decider text",
  "basis text",
  "supersedes text[]",
  "superseded_by text[]",
  "self_decided boolean",
  "leads_own boolean",
  "on_record_from date",
  "source json",
];
const writtenNames = written.map((column) => column.split(" ")[0]!);
const recordset = sql.raw(`x(id uuid, ${written.join(", ")})`);

function asRow({ id, facts }: { id: string; facts: DecisionFacts }) {
  return {
    id,
    ref: facts.ref,
    title: facts.title,
    kind: facts.kind,
    topics: facts.topics,
    status: facts.status,
    context: facts.context,
    reasons: facts.reasons,
    link: facts.link,
    authors: facts.authors,
    handed_to: facts.handedTo,
    opened_on: facts.openedOn,
    decided_on: facts.decidedOn,
    decided_on_basis: facts.decidedOnBasis,
    outcome: facts.outcome,
    decided_by: facts.decidedBy,
    decider: facts.decider,
    basis: facts.basis,
    supersedes: facts.supersedes,
    superseded_by: facts.supersededBy,
    self_decided: isSelfDecided(facts),
    leads_own: isLeadsOwn(facts),
    on_record_from: onRecordFrom(facts),
    source: facts.source,
  };
}

type To = { workspace: string; team: string; origin: string; at: Date };

async function insertDecisions(db: Db, { workspace, team, origin, at }: To, values: string): Promise<void> {
  await sql`
    insert into decision (workspace_id, id, team_id, origin, changed_at, ${sql.raw(writtenNames.join(", "))})
    select ${workspace}::uuid, x.id, ${team}::uuid, ${origin}, ${at}::timestamptz, ${sql.raw(writtenNames.map((name) => `x.${name}`).join(", "))}
    from json_to_recordset(${values}::json) as ${recordset}`.execute(db);
}

async function rewriteDecisions(db: Db, { workspace, origin, at }: To, values: string, ids: string[]): Promise<void> {
  await sql`
    update decision d set changed_at = ${at}, ${sql.raw(writtenNames.map((name) => `${name} = x.${name}`).join(", "))}
    from json_to_recordset(${values}::json) as ${recordset}
    where d.workspace_id = ${workspace} and d.id = x.id and d.origin = ${origin}`.execute(db);
  await sql`delete from decision_step where workspace_id = ${workspace} and decision_id = any(${ids}::uuid[])`.execute(
    db,
  );
  await sql`delete from decision_reversal where workspace_id = ${workspace} and decision_id = any(${ids}::uuid[])`.execute(
    db,
  );
}

type Part = readonly { id: string; facts: DecisionFacts }[];

async function insertSteps(db: Db, workspace: string, part: Part): Promise<void> {
  const steps = part.flatMap(({ id, facts }) => facts.steps.map((step, n) => ({ id, n, ...step })));
  if (steps.length === 0) return;
  await sql`
    insert into decision_step (workspace_id, decision_id, n, on_date, from_status, to_status, by_words, note, reference)
    select ${workspace}::uuid, x.id, x.n, x."on", x."from", x."to", x."by", x.note, x.reference
    from json_to_recordset(${JSON.stringify(steps)}::json)
      as x(id uuid, n integer, "on" date, "from" text, "to" text, "by" text, note text, reference text)`.execute(db);
}

async function insertReversals(db: Db, workspace: string, part: Part): Promise<void> {
  const reversals = part.flatMap(({ id, facts }) => facts.reversals.map((reversal, n) => ({ id, n, ...reversal })));
  if (reversals.length === 0) return;
  await sql`
    insert into decision_reversal (workspace_id, decision_id, n, on_date, from_status, to_status, held_days, kind, kind_given)
    select ${workspace}::uuid, x.id, x.n, x."on", x."from", x."to", x."heldDays", x.kind, x."kindGiven"
    from json_to_recordset(${JSON.stringify(reversals)}::json)
      as x(id uuid, n integer, "on" date, "from" text, "to" text, "heldDays" integer, kind text, "kindGiven" boolean)`.execute(
    db,
  );
}

/** Takes imported decisions off the log, with their steps and reversals. What was decided here is never taken away. */
export async function removeDecisions(db: Db, workspace: string, ids: readonly string[]): Promise<void> {
  await sql`delete from decision where workspace_id = ${workspace} and origin = 'imported' and id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
}
