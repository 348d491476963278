import { sql } from "kysely";
import type pg from "pg";
import type { Db } from "../foundation/db.ts";
import { isNew, withNames } from "./store.ts";

/** A member whose digest is due, the day it is where they are, and when its morning began. */
export type DueDigest = { workspace_id: string; member_id: string; day: string; morning: Date };

/** Whose digest is due, in every workspace, by the one function that may ask. */
export async function digestsDue(pool: pg.Pool, at: Date, fromHour: number): Promise<DueDigest[]> {
  const { rows } = await pool.query<DueDigest>("select * from door_digests_due($1, $2)", [at, fromHour]);
  return rows;
}

/** Notes that a member has had this day's digest; false where it was noted already, by whichever process. */
export async function takeDay(db: Db, workspace: string, member: string, day: string): Promise<boolean> {
  const taken = await db
    .insertInto("digest_day")
    .values({ workspace_id: workspace, member_id: member, last_on: day })
    .onConflict((conflict) =>
      conflict
        .columns(["workspace_id", "member_id"])
        .doUpdateSet({ last_on: day })
        .where("digest_day.last_on", "<", day),
    )
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}

/** Whom a digest is for. */
export async function readerOf(db: Db, workspace: string, member: string) {
  return db
    .selectFrom("member")
    .select(["id", "locale"])
    .where("workspace_id", "=", workspace)
    .where("id", "=", member)
    .executeTakeFirstOrThrow();
}

/**
 * What a digest tells: new between two moments and in no digest yet; what waits for a yes comes first, then the latest. Each
 * row carries how many there are in all.
 */
export async function newFor(
  db: Db,
  workspace: string,
  member: string,
  between: { from: Date; before: Date; most: number },
) {
  return withNames(db, workspace, member)
    .select(sql<number>`count(*) over ()`.as("total"))
    .where(isNew)
    .where("n.digested_at", "is", null)
    .where("n.at", ">=", between.from)
    .where("n.at", "<", between.before)
    .orderBy("n.needs_yes", "desc")
    .orderBy("n.id", "desc")
    .limit(between.most)
    .execute();
}

/** Notes what a digest has told, or passed over for good. */
export async function markDigested(
  db: Db,
  row: { workspace: string; member: string; before: Date; at: Date },
): Promise<void> {
  await db
    .updateTable("notice")
    .set({ digested_at: row.at })
    .where("workspace_id", "=", row.workspace)
    .where("member_id", "=", row.member)
    .where("digested_at", "is", null)
    .where("at", "<", row.before)
    .execute();
}
