import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { DeciderKind, Outcome, Reversal } from "./rules.ts";
import {
  type DecisionRow,
  factColumns,
  factsOf,
  type ReversalRow,
  reversalColumns,
  type StepRow,
  stepColumns,
} from "./store.ts";

/** What a filter of the log may ask for. `null` for a kind or outcome means: none. */
export type LogFilter = {
  asOf: string;
  /** Whether `asOf` is today or later: then a status without history is known. */
  current: boolean;
  words: readonly string[];
  year?: number | undefined;
  decidedBy?: DeciderKind | null | undefined;
  outcome?: Outcome | null | undefined;
  kind?: string | undefined;
  topic?: string | undefined;
  selfDecided?: boolean | undefined;
  reversed?: string | undefined;
};
export type LogOrder = { by: "ref" | "title" | "opened" | "decided" | "days"; descending: boolean };

/** The log as it stood at the end of a day: what came later is null. */
function logAsOf(workspace: string, team: string, asOf: string, current: boolean) {
  const verdict = sql`(d.decided_on is null or d.decided_on <= ${asOf}::date)`;
  const then = sql`(
    select s.to_status from decision_step s
    where s.workspace_id = d.workspace_id and s.decision_id = d.id and s.on_date <= ${asOf}::date order by s.n desc limit 1
  )`;
  return sql`
    select d.id, d.ref, d.title, d.kind, d.topics, d.context, d.reasons, d.opened_on,
      ${current ? sql`d.status` : then} as status,
      case when ${verdict} then d.decided_on end as decided_on,
      case when ${verdict} then d.outcome end as outcome,
      case when ${verdict} then d.decided_by end as decided_by,
      case when ${verdict} then d.decider end as decider,
      d.self_decided and ${verdict} as self_decided,
      case when d.decided_on <= ${asOf}::date and d.decided_on >= d.opened_on then d.decided_on - d.opened_on end as days,
      (
        select r.kind from decision_reversal r
        where r.workspace_id = d.workspace_id and r.decision_id = d.id and r.on_date <= ${asOf}::date
        order by r.on_date desc, r.n desc limit 1
      ) as reversed
    from decision d
    where d.workspace_id = ${workspace} and d.team_id = ${team}
      and (d.on_record_from is null or d.on_record_from <= ${asOf}::date)`;
}

const escaped = (word: string) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

function conditionOf(filter: LogFilter) {
  const wanted = [sql`true`];
  for (const word of filter.words) {
    // never names: who decided or wrote is not searched
    wanted.push(sql`concat_ws(' ', l.ref, l.title, l.kind, array_to_string(l.topics, ' '), l.status, l.context, l.reasons)
      collate "und-x-icu" ilike ${escaped(word)}`);
  }
  if (filter.year !== undefined) wanted.push(sql`extract(year from l.decided_on) = ${filter.year}`);
  if (filter.decidedBy !== undefined) wanted.push(sql`l.decided_by is not distinct from ${filter.decidedBy}`);
  if (filter.outcome !== undefined) wanted.push(sql`l.outcome is not distinct from ${filter.outcome}`);
  if (filter.kind !== undefined) wanted.push(sql`l.kind = ${filter.kind}`);
  if (filter.topic !== undefined) wanted.push(sql`${filter.topic} = any(l.topics)`);
  if (filter.selfDecided !== undefined) wanted.push(sql`l.self_decided = ${filter.selfDecided}`);
  if (filter.reversed === "any") wanted.push(sql`l.reversed is not null`);
  else if (filter.reversed !== undefined) wanted.push(sql`l.reversed = ${filter.reversed}`);
  return sql.join(wanted, sql` and `);
}

const sortKeys = {
  ref: sql`l.ref collate natural_order`,
  title: sql`l.title collate "und-x-icu"`,
  opened: sql`l.opened_on`,
  decided: sql`l.decided_on`,
  days: sql`l.days`,
};

/** One page of the log as of a date, with how many fit the filter and how many there are. */
export async function logPage(
  db: Db,
  workspace: string,
  team: string,
  filter: LogFilter,
  order: LogOrder,
  page: { offset: number; limit: number },
) {
  const log = logAsOf(workspace, team, filter.asOf, filter.current);
  const condition = conditionOf(filter);
  const { rows: counted } = await sql<{ on_record: number; total: number }>`
    with log as (${log})
    select count(*) as on_record, count(*) filter (where ${condition}) as total from log l`.execute(db);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<{
    id: string;
    ref: string;
    title: string;
    kind: string | null;
    topics: string[];
    status: string | null;
    opened_on: string | null;
    decided_on: string | null;
    days: number | null;
    outcome: Outcome | null;
    decided_by: DeciderKind | null;
    decider: string | null;
    self_decided: boolean;
    reversed: Reversal["kind"] | null;
  }>`
    with log as (${log})
    select l.id, l.ref, l.title, l.kind, l.topics, l.status, l.opened_on, l.decided_on, l.days, l.outcome, l.decided_by,
      l.decider, l.self_decided, l.reversed
    from log l where ${condition}
    order by ${sortKeys[order.by]} ${direction}, l.ref collate natural_order ${direction}, l.id
    offset ${page.offset} limit ${page.limit}`.execute(db);
  const { on_record, total } = counted[0]!;
  return { onRecord: on_record, total, rows };
}

/** What a team's log can be filtered by. */
export async function choicesIn(db: Db, workspace: string, team: string) {
  const { rows } = await sql<{ years: number[]; kinds: string[]; topics: string[] }>`
    with log as (select decided_on, kind, topics from decision where workspace_id = ${workspace} and team_id = ${team})
    select
      array(select distinct extract(year from decided_on)::integer as y from log where decided_on is not null order by y desc) as years,
      array(select kind from (select distinct kind from log where kind is not null) k order by kind) as kinds,
      array(select topic from (select distinct unnest(topics) as topic from log) t order by topic collate "und-x-icu") as topics`.execute(
    db,
  );
  return rows[0]!;
}

/** One decision with everything that is known of it, and the team it stands with. */
export async function decisionById(db: Db, workspace: string, decision: string) {
  const { rows } = await sql<
    DecisionRow & {
      team_id: string;
      team_name: string;
      origin: "imported" | "live";
      self_decided: boolean;
      leads_own: boolean;
      decider_member: string | null;
      member_name: string | null;
      changed_at: Date;
    }
  >`
    select ${factColumns}, d.team_id, t.name as team_name, d.origin, d.self_decided, d.leads_own, d.decider_member,
      m.name as member_name, d.changed_at
    from decision d join team t on t.workspace_id = d.workspace_id and t.id = d.team_id
    left join member m on m.workspace_id = d.workspace_id and m.id = d.decider_member
    where d.workspace_id = ${workspace} and d.id = ${decision}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const steps = await sql<StepRow>`
    select ${stepColumns} from decision_step s where s.workspace_id = ${workspace} and s.decision_id = ${decision} order by s.n`.execute(
    db,
  );
  const reversals = await sql<ReversalRow>`
    select ${reversalColumns} from decision_reversal r
    where r.workspace_id = ${workspace} and r.decision_id = ${decision} order by r.n`.execute(db);
  return { row, facts: factsOf(row, steps.rows, reversals.rows) };
}

/** The decisions of a team that have one of these keys, or that say they replace, or were replaced by, the one given. */
export async function relatedIn(db: Db, workspace: string, team: string, ref: string, named: readonly string[]) {
  const { rows } = await sql<{ id: string; ref: string; title: string; replaces_it: boolean; replaced_by_it: boolean }>`
    select d.id, d.ref, d.title, ${ref} = any(d.supersedes) as replaces_it, ${ref} = any(d.superseded_by) as replaced_by_it
    from decision d
    where d.workspace_id = ${workspace} and d.team_id = ${team}
      and (d.ref = any(${[...named]}::text[]) or ${ref} = any(d.supersedes) or ${ref} = any(d.superseded_by))
    order by d.ref collate natural_order`.execute(db);
  return rows;
}
