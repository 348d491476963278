import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";

/** An objection or a concern, with what became of it. */
export type ObjectionRow = {
  id: string;
  decision: string;
  round: string;
  /** Which turn that was. */
  roundN: number;
  member: string;
  name: string;
  kind: "objection" | "concern";
  words: string;
  raisedAt: Date;
  ended: "integrated" | "withdrawn" | "overruled" | null;
  endedAt: Date | null;
  endedBy: string | null;
  endedVersion: number | null;
  why: string | null;
};

const columns = sql`o.id, o.decision_id as decision, o.round_id as round, r.n as "roundN", o.by_member as member, m.name, o.kind,
  o.words, o.raised_at as "raisedAt", o.ended, o.ended_at as "endedAt", b.name as "endedBy", o.ended_version as "endedVersion", o.why`;
const tables = sql`objection o
  join decision_round r on r.workspace_id = o.workspace_id and r.id = o.round_id
  join member m on m.workspace_id = o.workspace_id and m.id = o.by_member
  left join member b on b.workspace_id = o.workspace_id and b.id = o.ended_by`;

/** SQL: whether an objection `o` stands. A concern stands in nobody's way. */
export const stands = sql`(o.kind = 'objection' and o.ended is null)`;

/** How many objections of a decision stand. */
export async function standingObjections(db: Db, workspace: string, decision: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from objection o
    where o.workspace_id = ${workspace} and o.decision_id = ${decision} and ${stands}`.execute(db);
  return rows[0]!.n;
}

/** All that was raised about a decision, what stands first, then the latest. */
export async function objectionsOf(db: Db, workspace: string, decision: string): Promise<ObjectionRow[]> {
  const { rows } = await sql<ObjectionRow>`
    select ${columns} from ${tables} where o.workspace_id = ${workspace} and o.decision_id = ${decision}
    order by o.ended is not null, o.kind desc, r.n desc, m.name collate "und-x-icu", o.id`.execute(db);
  return rows;
}

/** One objection or concern; undefined where there is none. */
export async function objectionById(db: Db, workspace: string, objection: string): Promise<ObjectionRow | undefined> {
  const { rows } = await sql<ObjectionRow>`
    select ${columns} from ${tables} where o.workspace_id = ${workspace} and o.id = ${objection}`.execute(db);
  return rows[0];
}

/** Writes what voices of a round raise, each with its own words. */
export async function raise(
  db: Db,
  raised: { workspace: string; decision: string; round: string; at: Date },
  each: readonly { id: string; member: string; kind: "objection" | "concern"; words: string }[],
): Promise<void> {
  if (each.length === 0) return;
  const { workspace, decision, round, at } = raised;
  await sql`
    insert into objection (workspace_id, id, decision_id, round_id, by_member, kind, words, raised_at)
    select ${workspace}::uuid, o.id, ${decision}::uuid, ${round}::uuid, o.member, o.kind, o.words, ${at}::timestamptz
    from unnest(${each.map(({ id }) => id)}::uuid[], ${each.map(({ member }) => member)}::uuid[],
      ${each.map(({ kind }) => kind)}::text[], ${each.map(({ words }) => words)}::text[]) o (id, member, kind, words)`.execute(
    db,
  );
}

/**
 * Whoever speaks anew says what stands for them now: what they raised in an earlier round is withdrawn by that.
 * @param of the round in which they speak
 * @param only one member; everybody who spoke in it where left out
 */
export async function endSpokenAnew(
  db: Db,
  of: { workspace: string; decision: string; round: string; at: Date },
  only?: string,
): Promise<void> {
  const { workspace, decision, round, at } = of;
  await sql`
    update objection o set ended = 'withdrawn', ended_at = ${at}, ended_by = o.by_member
    where o.workspace_id = ${workspace} and o.decision_id = ${decision} and o.round_id <> ${round} and o.ended is null
      and (${only ?? null}::uuid is null or o.by_member = ${only ?? null}::uuid)
      and exists (
        select from voice v
        where v.workspace_id = o.workspace_id and v.round_id = ${round} and v.member_id = o.by_member
      )`.execute(db);
}

/** Notes how objections and concerns that stand have ended. */
export async function endObjections(
  db: Db,
  of: { workspace: string; objections: readonly string[]; by: string; at: Date },
  as: { ended: "withdrawn" | "overruled"; why: string | null } | { ended: "integrated"; version: number },
): Promise<void> {
  if (of.objections.length === 0) return;
  await db
    .updateTable("objection")
    .set({
      ended: as.ended,
      ended_at: of.at,
      ended_by: of.by,
      ended_version: "version" in as ? as.version : null,
      why: "why" in as ? as.why : null,
    })
    .where("workspace_id", "=", of.workspace)
    .where("id", "in", [...of.objections])
    .where("ended", "is", null)
    .execute();
}
