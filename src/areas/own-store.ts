import type { Db } from "../foundation/db.ts";

/** What one member holds and held, and proposed, for their own data. Asked only for oneself. */
export async function ownAreas(db: Db, workspace: string, member: string) {
  return {
    holds: await db
      .selectFrom("area_holder")
      .select(["area_id", "part", "from_at", "until_at"])
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .orderBy("from_at")
      .execute(),
    proposals: await db
      .selectFrom("area_proposal")
      .select(["area_id", "what", "change", "why", "made_at", "ended", "ended_at"])
      .where("workspace_id", "=", workspace)
      .where("made_by", "=", member)
      .orderBy("made_at")
      .execute(),
  };
}
