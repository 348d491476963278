import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";

export type StepKind = "moved" | "owner" | "words" | "serves" | "reached" | "dropped" | "reopened";
/** What happened to a goal. An owner is kept as the member they are, so that a name is only where names are. */
export type Step = { what: StepKind; from: string | null; to: string | null; why: string | null };

export async function addSteps(
  db: Db,
  row: { workspace: string; goal: string; at: Date; by: string; id(): string },
  steps: readonly Step[],
): Promise<void> {
  await db
    .insertInto("goal_step")
    .values(
      steps.map((step) => ({
        workspace_id: row.workspace,
        id: row.id(),
        goal_id: row.goal,
        at: row.at,
        by_member: row.by,
        what: step.what,
        from_words: step.from,
        to_words: step.to,
        why: step.why,
      })),
    )
    .execute();
}

/** What happened to a goal, in order. */
export async function stepsOf(db: Db, workspace: string, goal: string) {
  const { rows } = await sql<Step & { at: Date; by: string }>`
    select s.at, m.name as by, s.what, s.why,
      case when s.what = 'owner' then before.name else s.from_words end as "from",
      case when s.what = 'owner' then after.name else s.to_words end as "to"
    from goal_step s
    join member m on m.workspace_id = s.workspace_id and m.id = s.by_member
    left join member before on before.workspace_id = s.workspace_id and s.what = 'owner' and before.id::text = s.from_words
    left join member after on after.workspace_id = s.workspace_id and s.what = 'owner' and after.id::text = s.to_words
    where s.workspace_id = ${workspace} and s.goal_id = ${goal}
    order by s.at, s.id`.execute(db);
  return rows;
}

export async function addReading(
  db: Db,
  row: {
    workspace: string;
    id: string;
    goal: string;
    at: Date;
    by: string;
    confidence: number;
    value: number | null;
    note: string | null;
  },
): Promise<void> {
  await db
    .insertInto("goal_reading")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      goal_id: row.goal,
      at: row.at,
      by_member: row.by,
      confidence: row.confidence,
      value: row.value,
      note: row.note,
    })
    .execute();
}

/** How sure a goal's owners were over time, and where the number stood. */
export async function readingsOf(db: Db, workspace: string, goal: string) {
  return db
    .selectFrom("goal_reading")
    .select(["at", "confidence", "value", "note"])
    .where("workspace_id", "=", workspace)
    .where("goal_id", "=", goal)
    .orderBy("at")
    .orderBy("id")
    .execute();
}
