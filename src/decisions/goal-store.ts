import type { Db } from "../foundation/db.ts";
import type { Outcome } from "./rules.ts";

/** Which goal a decision serves, with its words. */
export async function goalServedBy(db: Db, workspace: string, decision: string) {
  return db
    .selectFrom("decision_goal as s")
    .innerJoin("goal as g", (join) =>
      join.onRef("g.workspace_id", "=", "s.workspace_id").onRef("g.id", "=", "s.goal_id"),
    )
    .select(["g.id as goal", "g.outcome"])
    .where("s.workspace_id", "=", workspace)
    .where("s.decision_id", "=", decision)
    .executeTakeFirst();
}

/** Says which goal a decision serves, or none. */
export async function setGoalServed(
  db: Db,
  row: { workspace: string; decision: string; goal: string | null; at: Date; by: string },
): Promise<void> {
  if (row.goal === null) {
    await db
      .deleteFrom("decision_goal")
      .where("workspace_id", "=", row.workspace)
      .where("decision_id", "=", row.decision)
      .execute();
    return;
  }
  const said = { goal_id: row.goal, at: row.at, by_member: row.by };
  await db
    .insertInto("decision_goal")
    .values({ workspace_id: row.workspace, decision_id: row.decision, ...said })
    .onConflict((conflict) => conflict.columns(["workspace_id", "decision_id"]).doUpdateSet(said))
    .execute();
}

/** A goal's team; undefined where there is no such goal. */
export async function teamOfGoal(db: Db, workspace: string, goal: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("goal")
    .select("team_id")
    .where("workspace_id", "=", workspace)
    .where("id", "=", goal)
    .executeTakeFirst();
  return row?.team_id;
}

/** The decisions that serve a goal, the latest verdict first. */
export async function decisionsServing(
  db: Db,
  workspace: string,
  goal: string,
  page: { offset: number; limit: number },
) {
  const serving = db
    .selectFrom("decision_goal as s")
    .innerJoin("decision as d", (join) =>
      join.onRef("d.workspace_id", "=", "s.workspace_id").onRef("d.id", "=", "s.decision_id"),
    )
    .where("s.workspace_id", "=", workspace)
    .where("s.goal_id", "=", goal);
  const { n } = await serving.select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  const rows = await serving
    .select(["d.id", "d.team_id", "d.ref", "d.title", "d.decided_on", "d.outcome"])
    .orderBy("d.decided_on", (order) => order.desc().nullsFirst())
    .orderBy("d.id", "desc")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return { total: n, rows: rows.map((row) => ({ ...row, outcome: row.outcome as Outcome | null })) };
}
