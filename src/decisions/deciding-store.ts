import { type RawBuilder, sql, type Updateable } from "kysely";
import type { Because } from "../areas/level-rules.ts";
import type { Db } from "../foundation/db.ts";
import type { DB } from "../foundation/tables.ts";
import type { Phase, Shape } from "./deciding-rules.ts";

/** A decision that is made here, with what the log says of it. */
export type DecidingRow = {
  id: string;
  team: string;
  teamName: string;
  teamClosed: boolean;
  ref: string;
  title: string;
  context: string;
  reasons: string;
  outcome: string | null;
  decidedOn: string | null;
  deciderMember: string | null;
  shape: Shape;
  phase: Phase;
  n: number;
  proposedAt: Date;
  proposedBy: string;
  phaseSince: Date;
  holder: string | null;
  takenUpAt: Date | null;
  area: string | null;
  version: number;
  proposal: string;
  options: string[];
  cost: { amount: number; currency: string } | null;
  reversible: boolean | null;
  decideBy: string | null;
  outside: string;
  stopRule: string;
  endsOn: string | null;
  acknowledgedAt: Date | null;
  level: number | null;
  because: Because[] | null;
  handedLevel: number | null;
  handedTo: string | null;
  handedBy: string | null;
  handedAt: Date | null;
  heard: string | null;
  heardAt: Date | null;
  decidedAt: Date | null;
  effectOn: string | null;
  expected: string;
  confidence: number | null;
  reviewOn: string | null;
  waitUntil: string | null;
  why: string | null;
  adapts: string | null;
  goal: string | null;
  goalWords: string | null;
};

/** A decision that is made here; undefined where there is none, or it was imported. */
export async function decidingById(db: Db, workspace: string, decision: string): Promise<DecidingRow | undefined> {
  const { rows } = await sql<Omit<DecidingRow, "cost"> & { cost: string | null; currency: string | null }>`
    select d.id, d.team_id as team, t.name as "teamName", t.closed_at is not null as "teamClosed", d.ref, d.title,
      coalesce(d.context, '') as context, coalesce(d.reasons, '') as reasons, d.outcome, d.decided_on as "decidedOn",
      d.decider_member as "deciderMember", p.shape, p.phase, p.n, p.proposed_at as "proposedAt",
      p.proposed_by as "proposedBy", p.phase_since as "phaseSince", p.holder_id as holder, p.taken_up_at as "takenUpAt",
      p.area_id as area, p.version, p.proposal, p.options, p.cost, p.currency, p.reversible, p.decide_by as "decideBy",
      p.outside, p.stop_rule as "stopRule", p.ends_on as "endsOn", p.acknowledged_at as "acknowledgedAt", p.level,
      p.because, p.handed_level as "handedLevel", p.handed_to as "handedTo", p.handed_by as "handedBy",
      p.handed_at as "handedAt", p.heard,
      p.heard_at as "heardAt", p.decided_at as "decidedAt", p.effect_on as "effectOn", p.expected, p.confidence,
      p.review_on as "reviewOn", p.wait_until as "waitUntil", p.why, p.adapts, g.id as goal, g.outcome as "goalWords"
    from deciding p
    join decision d on d.workspace_id = p.workspace_id and d.id = p.decision_id
    join team t on t.workspace_id = d.workspace_id and t.id = d.team_id
    left join decision_goal s on s.workspace_id = d.workspace_id and s.decision_id = d.id
    left join goal g on g.workspace_id = s.workspace_id and g.id = s.goal_id
    where p.workspace_id = ${workspace} and p.decision_id = ${decision}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const { cost, currency, ...rest } = row;
  return { ...rest, cost: cost === null ? null : { amount: Number(cost), currency: currency! } };
}

/** Holds a decision, so that nobody else changes it before this transaction ends; whether it is there. */
export async function holdDeciding(db: Db, workspace: string, decision: string): Promise<boolean> {
  const { rows } = await sql`
    select from deciding where workspace_id = ${workspace} and decision_id = ${decision} for update`.execute(db);
  return rows.length > 0;
}

/** Writes what is other in a decision's making, and counts the change. */
export async function changeDeciding(
  db: Db,
  workspace: string,
  decision: string,
  change: Updateable<DB["deciding"]>,
): Promise<void> {
  await db
    .updateTable("deciding")
    .set({ ...change, n: sql<number>`n + 1` })
    .where("workspace_id", "=", workspace)
    .where("decision_id", "=", decision)
    .execute();
}

/** Writes what the log says of it. */
export async function changeLogged(
  db: Db,
  workspace: string,
  decision: string,
  change: Updateable<DB["decision"]>,
): Promise<void> {
  await db
    .updateTable("decision")
    .set(change)
    .where("workspace_id", "=", workspace)
    .where("id", "=", decision)
    .execute();
}

/** Writes one change of phase into a decision's history. */
export async function addStep(
  db: Db,
  step: {
    workspace: string;
    decision: string;
    on: string;
    from: string | null;
    to: string;
    by: string | null;
    note: string;
  },
): Promise<void> {
  await sql`
    insert into decision_step (workspace_id, decision_id, n, on_date, from_status, to_status, by_words, note)
    select ${step.workspace}::uuid, ${step.decision}::uuid, coalesce(max(n) + 1, 0), ${step.on}::date, ${step.from},
      ${step.to}, ${step.by}, ${step.note || null}
    from decision_step where workspace_id = ${step.workspace} and decision_id = ${step.decision}`.execute(db);
}

/**
 * SQL: the step-in that bears on a decision (`deciding p`) and is in force at a moment, as a lateral table of one row or none: on
 * itself, or on its area where its level was frozen under that.
 */
export const loanBearing = (at: Date | RawBuilder<unknown>) => sql`(
    select s.* from step_in s
    where s.workspace_id = p.workspace_id and (s.decision_id = p.decision_id or s.id = p.area_loan)
      and s.at <= ${at} and s.until_at > ${at} and (s.ended_at is null or s.ended_at > ${at})
    order by s.level, s.at desc limit 1
  )`;

/** A step-in that bears on a decision and is in force at a moment. */
export async function loanOn(db: Db, workspace: string, decision: string, at: Date) {
  const { rows } = await sql<{ id: string; by: string; byName: string; level: number; until: Date }>`
    select s.id, s.by_member as by, m.name as "byName", s.level, s.until_at as until
    from deciding p
    cross join lateral ${loanBearing(at)} s
    join member m on m.workspace_id = s.workspace_id and m.id = s.by_member
    where p.workspace_id = ${workspace} and p.decision_id = ${decision}`.execute(db);
  return rows[0] ?? null;
}

/** Who inside is affected. */
export async function affectedBy(
  db: Db,
  workspace: string,
  decision: string,
): Promise<{ member: string; name: string }[]> {
  const { rows } = await sql<{ member: string; name: string }>`
    select m.id as member, m.name from decision_affected a
    join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
    where a.workspace_id = ${workspace} and a.decision_id = ${decision} order by m.name collate "und-x-icu", m.id`.execute(
    db,
  );
  return rows;
}

/** The names of members, whether or not they are still here. */
export async function namesOf(db: Db, workspace: string, members: readonly string[]): Promise<Map<string, string>> {
  if (members.length === 0) return new Map();
  const rows = await db
    .selectFrom("member")
    .select(["id", "name"])
    .where("workspace_id", "=", workspace)
    .where("id", "in", [...new Set(members)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The names of those among some members who are here: joined, and not gone. */
export async function namesHere(db: Db, workspace: string, members: readonly string[]): Promise<Map<string, string>> {
  if (members.length === 0) return new Map();
  const rows = await db
    .selectFrom("member")
    .select(["id", "name"])
    .where("workspace_id", "=", workspace)
    .where("id", "in", [...new Set(members)])
    .where("left_at", "is", null)
    .where("user_id", "is not", null)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
