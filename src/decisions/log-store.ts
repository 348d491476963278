import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import { type Phase, phases } from "./deciding-rules.ts";
import { levelAt, methodOfLatest } from "./made-store.ts";
import { type Method, methods } from "./method-rules.ts";
import type { DeciderKind, Outcome, Reversal } from "./rules.ts";
import type { SearchTerm } from "./search-rules.ts";
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
  /** This moment, for what is on loan. */
  now: Date;
  terms: readonly SearchTerm[];
  year?: number | undefined;
  decidedBy?: DeciderKind | null | undefined;
  outcome?: Outcome | null | undefined;
  kind?: string | undefined;
  topic?: string | undefined;
  selfDecided?: boolean | undefined;
  reversed?: string | undefined;
  area?: string | undefined;
  level?: number | undefined;
  method?: Method | undefined;
  phase?: Phase | undefined;
  goal?: string | undefined;
};
export type LogOrder = { by: "ref" | "title" | "opened" | "decided" | "days"; descending: boolean };

/** The log as it stood at the end of a day: what came later is null. */
function logAsOf(workspace: string, team: string, { asOf, current, now }: Pick<LogFilter, "asOf" | "current" | "now">) {
  const verdict = sql`(d.decided_on is null or d.decided_on <= ${asOf}::date)`;
  const then = sql`(
    select s.to_status from decision_step s
    where s.workspace_id = d.workspace_id and s.decision_id = d.id and s.on_date <= ${asOf}::date order by s.n desc limit 1
  )`;
  const phase = current ? sql`p.phase` : sql`case when p.phase is not null then ${then} end`;
  // of one made here the phases tell: it waited, was withdrawn or was replaced on days that are known
  const outcomeThen = sql`case
    when p.phase is null then case when ${verdict} then d.outcome end
    when ${then} = 'waiting' then 'waiting'
    when ${then} = 'withdrawn' then 'withdrawn'
    when ${then} in ('decided', 'reviewed') and d.outcome = 'superseded' and not exists (
      select from decision o
      where o.workspace_id = d.workspace_id and o.team_id = d.team_id and o.ref = any(d.superseded_by) and o.decided_on <= ${asOf}::date
    ) then 'accepted'
    when ${then} in ('decided', 'reviewed') then d.outcome
  end`;
  return sql`
    select d.id, d.ref, d.title, d.kind, d.topics, d.opened_on, d.said, p.said as making, p.area_id,
      ${current ? sql`d.status` : then} as status,
      case when ${verdict} then d.decided_on end as decided_on,
      ${current ? sql`case when ${verdict} then d.outcome end` : outcomeThen} as outcome,
      case when ${verdict} then d.decided_by end as decided_by,
      case when ${verdict} then d.decider end as decider,
      d.self_decided and ${verdict} as self_decided,
      case when d.decided_on <= ${asOf}::date and d.decided_on >= d.opened_on then d.decided_on - d.opened_on end as days,
      (
        select r.kind from decision_reversal r
        where r.workspace_id = d.workspace_id and r.decision_id = d.id and r.on_date <= ${asOf}::date
        order by r.on_date desc, r.n desc limit 1
      ) as reversed,
      ${phase} as phase,
      ${current ? levelAt(now) : sql`case when p.phase is not null and ${then} in ('decided', 'reviewed') then ${levelAt(now)} end`} as level,
      ${methodOfLatest} as method
    from decision d left join deciding p on p.workspace_id = d.workspace_id and p.decision_id = d.id
    where d.workspace_id = ${workspace} and d.team_id = ${team}
      and (d.on_record_from is null or d.on_record_from <= ${asOf}::date)`;
}

/**
 * Whether a line says something. What a decision says is kept as it is compared (`said`), because nothing else reads ten thousand
 * of them quickly: `@@` on a word index is no leakproof operator, so row security keeps it from its index, and `to_tsvector` finds
 * no part of a word. Names are not in it: who decided or wrote is not searched. A status is looked at as it was on the day.
 */
function says(words: string) {
  const wanted = sql`folded(${words}::text)`;
  return sql`(strpos(l.said, ${wanted}) > 0 or strpos(l.making, ${wanted}) > 0
    or (l.phase is null and strpos(folded(l.status), ${wanted}) > 0))`;
}

function conditionOf(workspace: string, filter: LogFilter) {
  const wanted = [sql`true`];
  for (const { words, without } of filter.terms) {
    wanted.push(without ? sql`${says(words)} is not true` : says(words));
  }
  if (filter.year !== undefined) wanted.push(sql`extract(year from l.decided_on) = ${filter.year}`);
  if (filter.decidedBy !== undefined) wanted.push(sql`l.decided_by is not distinct from ${filter.decidedBy}`);
  if (filter.outcome !== undefined) wanted.push(sql`l.outcome is not distinct from ${filter.outcome}`);
  if (filter.kind !== undefined) wanted.push(sql`l.kind = ${filter.kind}`);
  if (filter.topic !== undefined) wanted.push(sql`${filter.topic} = any(l.topics)`);
  if (filter.selfDecided !== undefined) wanted.push(sql`l.self_decided = ${filter.selfDecided}`);
  if (filter.reversed === "any") wanted.push(sql`l.reversed is not null`);
  else if (filter.reversed !== undefined) wanted.push(sql`l.reversed = ${filter.reversed}`);
  if (filter.area !== undefined) wanted.push(sql`l.area_id = ${filter.area}::uuid`);
  if (filter.level !== undefined) wanted.push(sql`l.level = ${filter.level}`);
  if (filter.method !== undefined) wanted.push(sql`l.method = ${filter.method}`);
  if (filter.phase !== undefined) wanted.push(sql`l.phase = ${filter.phase}`);
  if (filter.goal !== undefined) {
    wanted.push(sql`l.id in (
      select g.decision_id from decision_goal g where g.workspace_id = ${workspace} and g.goal_id = ${filter.goal}
    )`);
  }
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
  const log = logAsOf(workspace, team, filter);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const sorted = sql`key ${direction}, l.ref collate natural_order ${direction}, l.id`;
  // the whole log is looked through once, for no more than the filter and the order need
  const { rows: found } = await sql<{ on_record: number; total: number; ids: string[] }>`
    with fit as materialized (
      select l.id, l.ref, ${sortKeys[order.by]} as key from (${log}) l where ${conditionOf(workspace, filter)}
    )
    select (
        select count(*) from decision d where d.workspace_id = ${workspace} and d.team_id = ${team}
          and (d.on_record_from is null or d.on_record_from <= ${filter.asOf}::date)
      ) as on_record,
      (select count(*) from fit) as total,
      array(select l.id from fit l order by ${sorted} offset ${page.offset} limit ${page.limit}) as ids`.execute(db);
  const { on_record, total, ids } = found[0]!;
  if (ids.length === 0) return { onRecord: on_record, total, rows: [] };
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
    phase: Phase | null;
    level: number | null;
  }>`
    select l.id, l.ref, l.title, l.kind, l.topics, l.status, l.opened_on, l.decided_on, l.days, l.outcome, l.decided_by,
      l.decider, l.self_decided, l.reversed, l.phase, l.level, ${sortKeys[order.by]} as key
    from (${log} and d.id = any(${ids}::uuid[])) l order by ${sorted}`.execute(db);
  return { onRecord: on_record, total, rows };
}

/** What a team's log can be filtered by. */
export async function choicesIn(db: Db, workspace: string, team: string, now: Date) {
  const { rows } = await sql<{
    years: number[];
    kinds: string[];
    topics: string[];
    areas: { area: string; name: string }[];
    levels: number[];
    methods: Method[];
    phases: Phase[];
    goals: { goal: string; words: string }[];
  }>`
    with log as (
      select d.id, d.decided_on, d.kind, d.topics, p.phase, p.area_id, ${levelAt(now)} as level, ${methodOfLatest} as method
      from decision d left join deciding p on p.workspace_id = d.workspace_id and p.decision_id = d.id
      where d.workspace_id = ${workspace} and d.team_id = ${team}
    )
    select
      array(select distinct extract(year from decided_on)::integer as y from log where decided_on is not null order by y desc) as years,
      array(select kind from (select distinct kind from log where kind is not null) k order by kind) as kinds,
      array(select topic from (select distinct unnest(topics) as topic from log) t order by topic collate "und-x-icu") as topics,
      array(
        select jsonb_build_object('area', a.area_id, 'name', c.name)
        from (select distinct area_id from log where area_id is not null) a
        cross join lateral (
          select c.name from area_card c where c.workspace_id = ${workspace} and c.area_id = a.area_id order by c.n desc limit 1
        ) c order by c.name collate "und-x-icu", a.area_id
      ) as areas,
      array(select distinct level from log where level is not null order by level) as levels,
      array(select distinct method from log where method is not null) as methods,
      array(select distinct phase from log where phase is not null) as phases,
      array(
        select jsonb_build_object('goal', g.id, 'words', g.outcome) from goal g
        where g.workspace_id = ${workspace} and g.id in (
          select s.goal_id from decision_goal s join log on log.id = s.decision_id where s.workspace_id = ${workspace}
        ) order by g.outcome collate "und-x-icu", g.id
      ) as goals`.execute(db);
  const { methods: ofRounds, phases: reached, ...rest } = rows[0]!;
  // in the order in which a decision goes through them
  return {
    ...rest,
    methods: methods.filter((one) => ofRounds.includes(one)),
    phases: phases.filter((one) => reached.includes(one)),
  };
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
