import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import { loanBearing } from "./deciding-store.ts";
import type { Made } from "./made-rules.ts";

/**
 * The level of one made here (`deciding p`): what was frozen, raised by handing over, brought down by a step-in that was in force
 * when it was decided, or is now. It is `levelWith`, where many are asked for at once.
 */
export const levelAt = (now: Date) => {
  const at = sql`coalesce(p.decided_at, ${now}::timestamptz)`;
  return sql`least(greatest(p.level, p.handed_level), (select s.level from ${loanBearing(at)} s))`;
};

/** How one made here (`deciding p`) is decided: by the method of its latest round. */
export const methodOfLatest = sql`(
    select r.method from decision_round r
    where r.workspace_id = p.workspace_id and r.decision_id = p.decision_id order by r.n desc limit 1
  )`;

/** What the decisions made in a team say beside the log, by id. */
export async function madeIn(db: Db, workspace: string, team: string, now: Date): Promise<Map<string, Made>> {
  const { rows } = await sql<Made & { id: string }>`
    select p.decision_id as id, p.shape, p.phase, ${levelAt(now)} as level, ${methodOfLatest} as method, (
        select c.name from area_card c
        where c.workspace_id = p.workspace_id and c.area_id = p.area_id order by c.n desc limit 1
      ) as area,
      p.proposal, p.options, p.cost::float8 as cost, p.currency, p.reversible, p.decide_by as "decideBy", p.outside,
      p.stop_rule as "stopRule", p.ends_on as "endsOn", p.heard as "sumUp", p.expected, p.effect_on as "effectOn",
      p.review_on as "reviewOn", p.wait_until as "waitUntil", p.why, o.ref as adapts, (
        select coalesce(jsonb_agg(jsonb_build_object(
          'on', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD'), 'verdict', v.verdict, 'learned', v.learned, 'next', v.next,
          'byRule', v.by_rule, 'again', v.again_on
        ) order by v.n), '[]')
        from decision_review v where v.workspace_id = p.workspace_id and v.decision_id = p.decision_id
      ) as reviews
    from deciding p
    join decision d on d.workspace_id = p.workspace_id and d.id = p.decision_id
    left join decision o on o.workspace_id = p.workspace_id and o.id = p.adapts
    where p.workspace_id = ${workspace} and d.team_id = ${team}`.execute(db);
  return new Map(rows.map(({ id, ...made }) => [id, made]));
}

/** The keys of the decisions made in a team. */
export async function refsMadeIn(db: Db, workspace: string, team: string): Promise<Set<string>> {
  const { rows } = await sql<{ ref: string }>`
    select ref from decision where workspace_id = ${workspace} and team_id = ${team} and origin = 'live'`.execute(db);
  return new Set(rows.map(({ ref }) => ref));
}

/** The words of the goals that a team's decisions serve, by decision. */
export async function goalsServedIn(db: Db, workspace: string, team: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; words: string }>`
    select d.id, g.outcome as words from decision_goal s
    join decision d on d.workspace_id = s.workspace_id and d.id = s.decision_id
    join goal g on g.workspace_id = s.workspace_id and g.id = s.goal_id
    where s.workspace_id = ${workspace} and d.team_id = ${team}`.execute(db);
  return new Map(rows.map(({ id, words }) => [id, words]));
}
