import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import { oldestDays, stallDays, stallLeadDays } from "./outcome-rules.ts";

/** A decision about which the clock may have something to say. */
export type DueRow = {
  id: string;
  team: string;
  title: string;
  phase: "shaping" | "opened" | "waiting" | "decided";
  /** When it came to its phase, or was taken up since. */
  moved: Date;
  decideBy: string | null;
  waitUntil: string | null;
  reviewOn: string | null;
  /** Whoever holds it, and is in the team still. */
  holder: string | null;
  /** Whoever holds it, or else proposed it, and is in the team still. */
  keeper: string | null;
  /** Where that is; UTC where nobody is left. */
  timeZone: string;
};

/**
 * The decisions of a workspace that may be due at a moment, whatever day it is where their people are: to be looked back at, to be
 * taken up again, or stalled. What became due long ago is not among them.
 */
export async function maybeDue(db: Db, workspace: string, now: Date): Promise<DueRow[]> {
  // a day more at both ends: days begin and end where people are
  const oldestMove = oldestDays + stallDays + stallLeadDays + 1;
  const { rows } = await sql<DueRow>`
    select d.id, d.team_id as team, d.title, p.phase, greatest(p.phase_since, p.taken_up_at) as moved,
      p.decide_by as "decideBy", p.wait_until as "waitUntil", p.review_on as "reviewOn",
      case when k.id = p.holder_id then p.holder_id end as holder, k.id as keeper, coalesce(k.time_zone, 'UTC') as "timeZone"
    from deciding p
    join decision d on d.workspace_id = p.workspace_id and d.id = p.decision_id
    join team t on t.workspace_id = d.workspace_id and t.id = d.team_id and t.closed_at is null
    cross join (select (${now}::timestamptz at time zone 'UTC')::date as day) today
    left join lateral (
      select m.id, m.time_zone from team_member r
      join member m on m.workspace_id = r.workspace_id and m.id = r.member_id
      where r.workspace_id = d.workspace_id and r.team_id = d.team_id and r.until_at is null
        and r.member_id in (p.holder_id, p.proposed_by)
      order by (r.member_id = p.holder_id) desc nulls last limit 1
    ) k on true
    where p.workspace_id = ${workspace} and (
      (p.phase = 'decided' and p.review_on between today.day - ${oldestDays + 1}::integer and today.day + 1)
      or (p.phase = 'waiting' and p.wait_until between today.day - ${oldestDays + 1}::integer and today.day + 1)
      or (
        p.phase in ('shaping', 'opened')
        and greatest(p.phase_since, p.taken_up_at) > ${now}::timestamptz - ${oldestMove} * interval '1 day'
        and (
          greatest(p.phase_since, p.taken_up_at) <= ${now}::timestamptz - ${stallDays} * interval '1 day'
          or p.decide_by <= today.day + 1
        )
      )
    )
    order by d.id`.execute(db);
  return rows;
}

/** When something was first told under each of these keys. */
export async function toldAt(db: Db, workspace: string, once: readonly string[]): Promise<Map<string, Date>> {
  if (once.length === 0) return new Map();
  const { rows } = await sql<{ once: string; at: Date }>`
    select once, min(at) as at from notice
    where workspace_id = ${workspace} and once = any(${[...once]}::text[]) group by once`.execute(db);
  return new Map(rows.map(({ once, at }) => [once, at]));
}
