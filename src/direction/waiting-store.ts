import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Role } from "../people/rules.ts";

/** One of my open teams, with its current intent where it has one, and what of its back-briefs concerns me. */
export type TeamWaiting = {
  team: string;
  teamName: string;
  role: Role;
  intent: string | null;
  review: string;
  until: string;
  publishedAt: Date;
  publishedBy: string;
  /** Whether I gave mine. */
  given: boolean;
  /** How many wait for a mark. */
  unmarked: number;
};

/** A member's open teams by name, each with its current intent. */
export async function teamsWaiting(db: Db, workspace: string, member: string): Promise<TeamWaiting[]> {
  const { rows } = await sql<TeamWaiting>`
    select t.id as team, t.name as "teamName", r.role, i.id as intent, i.review_on as review, i.until_on as until,
      i.published_at as "publishedAt", i.published_by as "publishedBy", b.given, b.unmarked
    from team_member r
    join team t on t.workspace_id = r.workspace_id and t.id = r.team_id and t.closed_at is null
    left join lateral (
      select i.* from intent i where i.workspace_id = t.workspace_id and i.team_id = t.id order by i.version desc limit 1
    ) i on true
    cross join lateral (
      select coalesce(bool_or(b.member_id = ${member}), false) as given, count(*) filter (where b.verdict is null) as unmarked
      from back_brief b where b.workspace_id = t.workspace_id and b.intent_id = i.id
    ) b
    where r.workspace_id = ${workspace} and r.member_id = ${member} and r.until_at is null
    order by t.name collate "und-x-icu", t.id`.execute(db);
  return rows;
}

/** A lead to be told that an intent's review day has come where they are, and was not yet. */
export type ReviewDue = { intent: string; team: string; lead: string };

/** The key under which a lead is told once of each version. */
export const reviewOnce = (intent: string) => `direction.intent_review_due:${intent}`;

/** Whom to tell that the review day of their team's intent has come. */
export async function reviewsDue(db: Db, workspace: string, now: Date): Promise<ReviewDue[]> {
  const { rows } = await sql<ReviewDue>`
    select i.id as intent, t.id as team, m.id as lead
    from team t
    join lateral (
      select i.id, i.review_on from intent i where i.workspace_id = t.workspace_id and i.team_id = t.id
      order by i.version desc limit 1
    ) i on true
    join team_member r on r.workspace_id = t.workspace_id and r.team_id = t.id and r.role = 'lead' and r.until_at is null
    join member m on m.workspace_id = r.workspace_id and m.id = r.member_id
    where t.workspace_id = ${workspace} and t.closed_at is null
      and i.review_on <= (${now}::timestamptz at time zone m.time_zone)::date
      and not exists (
        select from notice n where n.workspace_id = t.workspace_id and n.member_id = m.id
          and n.once = ${reviewOnce("")} || i.id::text
      )
    order by i.id, m.id`.execute(db);
  return rows;
}
