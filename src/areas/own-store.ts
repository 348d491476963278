import type { Db } from "../foundation/db.ts";

/** What one member holds and held, proposed and stepped in on, for their own data. Asked only for oneself. */
export async function ownAreas(db: Db, workspace: string, member: string) {
  const stepIns = db
    .selectFrom("step_in")
    .select(["area_id", "decision_id", "at", "reason", "scope", "message", "rung", "level", "level_before"])
    .select([
      "until_at",
      "ended_at",
      "extend_to",
      "extend_why",
      "reviewed_at",
      "intended",
      "happened",
      "because",
      "keep",
    ])
    .where("workspace_id", "=", workspace)
    .orderBy("at");
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
    steppedIn: await stepIns.where("by_member", "=", member).execute(),
    // a step-in on what was mine, and what I was told then
    steppedInOnMine: await stepIns.where("owner_id", "=", member).execute(),
  };
}
