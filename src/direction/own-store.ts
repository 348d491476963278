import type { Db } from "../foundation/db.ts";

/** What one member wrote here, drafts included, for their own data. Asked only for oneself. */
export async function ownDirection(db: Db, workspace: string, member: string) {
  return {
    drafts: await db
      .selectFrom("intent_draft")
      .select(["team_id", "why", "done", "keep", "until_on", "review_on", "what_changed", "changed_at"])
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .execute(),
    backBriefs: await db
      .selectFrom("back_brief")
      .select(["intent_id", "words", "given_at", "published_at", "verdict", "left_out", "judged_at"])
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .execute(),
    goals: await db
      .selectFrom("goal")
      .select(["id", "outcome", "due_on", "ended", "ended_at"])
      .where("workspace_id", "=", workspace)
      .where("owner_id", "=", member)
      .execute(),
    readings: await db
      .selectFrom("goal_reading")
      .select(["goal_id", "at", "confidence", "value", "note"])
      .where("workspace_id", "=", workspace)
      .where("by_member", "=", member)
      .orderBy("at")
      .execute(),
    yeses: await db
      .selectFrom("agreement_yes")
      .select(["agreement_id", "side", "at"])
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .execute(),
  };
}
