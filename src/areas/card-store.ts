import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Card, Guardrail } from "./card-rules.ts";
import type { LevelWritten } from "./level-rules.ts";

/** A card as one row of it says. */
export type CardWritten = Card & LevelWritten & { n: number; at: Date };

/** One row of `area_card`, as it comes out of the database. */
type CardColumns = {
  n: number;
  at: Date;
  name: string;
  purpose: string;
  good: string;
  money: string | null;
  currency: string | null;
  scope: string;
  guardrails: Guardrail[];
  people: string;
  budget: string;
  information: string;
  rhythm: string;
  escalation: string;
  review_on: string | null;
  matters: string;
  matters_line: string | null;
  matters_goal: string | null;
  offered: number;
  desired: number | null;
  level: number;
  trial_until: Date | null;
  level_before: number | null;
};

function written(row: CardColumns): CardWritten {
  return {
    n: row.n,
    at: row.at,
    name: row.name,
    purpose: row.purpose,
    good: row.good,
    money: row.money === null ? null : { amount: Number(row.money), currency: row.currency! },
    scope: row.scope,
    guardrails: row.guardrails,
    people: row.people,
    budget: row.budget,
    information: row.information,
    rhythm: row.rhythm,
    escalation: row.escalation,
    review: row.review_on,
    matters: row.matters,
    mattersLine: row.matters_line,
    mattersGoal: row.matters_goal,
    offered: row.offered,
    desired: row.desired,
    level: row.level,
    trialUntil: row.trial_until,
    levelBefore: row.level_before,
  };
}

/** Areas as they stood at a moment: one, or all of some teams. */
export type Which = { teams: readonly string[] } | { area: string };

/** An area with its card at a moment; `card` is null where it was not there yet. */
export type AreaAt = {
  id: string;
  team: string;
  madeAt: Date;
  closed: boolean;
  card: CardWritten | null;
  /** What was written of its level some time before; null where it was not there. */
  before: LevelWritten | null;
};

/**
 * Areas with their card as it stood at a moment, and their level at an earlier one, in the order in which they were made.
 * @param which one area, or all of these teams
 * @param at the moment
 * @param before the earlier one
 */
export async function areasAt(db: Db, workspace: string, which: Which, at: Date, before: Date): Promise<AreaAt[]> {
  const wanted = "area" in which ? sql`a.id = ${which.area}` : sql`a.team_id = any(${[...which.teams]}::uuid[])`;
  const card = sql`select * from area_card c where c.workspace_id = a.workspace_id and c.area_id = a.id`;
  const { rows } = await sql<
    { area: string; team: string; made_at: Date; closed: boolean | null; there: boolean } & CardColumns & {
        b_there: boolean;
        b_level: number;
        b_trial_until: Date | null;
        b_level_before: number | null;
      }
  >`
    select a.id as area, a.team_id as team, a.made_at, now.*, now.id is not null as there,
      ended.closed, b.id is not null as b_there, b.level as b_level, b.trial_until as b_trial_until,
      b.level_before as b_level_before
    from area a
    left join lateral (${card} and c.at <= ${at} order by c.n desc limit 1) now on true
    left join lateral (${card} and c.at <= ${before} order by c.n desc limit 1) b on true
    left join lateral (
      select 'closed' = any(c.changed) as closed from area_card c
      where c.workspace_id = a.workspace_id and c.area_id = a.id and c.at <= ${at}
        and c.changed && array['closed', 'reopened'] order by c.n desc limit 1
    ) ended on true
    where a.workspace_id = ${workspace} and ${wanted}
    order by a.made_at, a.id`.execute(db);
  return rows.map((row) => ({
    id: row.area,
    team: row.team,
    madeAt: row.made_at,
    closed: row.closed ?? false,
    card: row.there ? written(row) : null,
    before: row.b_there ? { level: row.b_level, trialUntil: row.b_trial_until, levelBefore: row.b_level_before } : null,
  }));
}

/** Every row of an area's card, the first one first: what changed, by whom (null for the clock and for who has left), and why. */
export async function cardsOf(db: Db, workspace: string, area: string) {
  const { rows } = await sql<
    CardColumns & { changed: string[]; by_member: string | null; by: string | null; why: string | null }
  >`
    select c.*, m.name as by from area_card c
    left join member m on m.workspace_id = c.workspace_id and m.id = c.by_member and m.left_at is null
    where c.workspace_id = ${workspace} and c.area_id = ${area} order by c.n`.execute(db);
  return rows.map((row) => ({
    card: written(row),
    changed: row.changed,
    byMember: row.by_member,
    by: row.by,
    why: row.why,
  }));
}

/** Writes the next row of a card. */
export async function addCard(
  db: Db,
  row: {
    workspace: string;
    id: string;
    area: string;
    by: string | null;
    changed: readonly string[];
    why: string;
    card: CardWritten;
  },
): Promise<void> {
  const { card } = row;
  await db
    .insertInto("area_card")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      area_id: row.area,
      // counted under the area's lock, so that two processes whose clocks differ cannot count the same
      n: sql<number>`(select coalesce(max(c.n), 0) + 1 from area_card c
        where c.workspace_id = ${row.workspace} and c.area_id = ${row.area})`,
      at: card.at,
      by_member: row.by,
      changed: [...row.changed],
      why: row.why || null,
      name: card.name,
      purpose: card.purpose,
      good: card.good,
      money: card.money?.amount ?? null,
      currency: card.money?.currency ?? null,
      scope: card.scope,
      guardrails: JSON.stringify(card.guardrails),
      people: card.people,
      budget: card.budget,
      information: card.information,
      rhythm: card.rhythm,
      escalation: card.escalation,
      review_on: card.review,
      matters: card.matters,
      matters_line: card.mattersLine,
      matters_goal: card.mattersGoal,
      offered: card.offered,
      desired: card.desired,
      level: card.level,
      trial_until: card.trialUntil,
      level_before: card.levelBefore,
    })
    .execute();
}
