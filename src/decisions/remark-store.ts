import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { RemarkKind } from "./deciding-rules.ts";

export async function addRemark(
  db: Db,
  row: {
    workspace: string;
    id: string;
    decision: string;
    at: Date;
    by: string;
    kind: RemarkKind;
    words: string;
    answers: string | null;
  },
): Promise<void> {
  await db
    .insertInto("decision_remark")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      decision_id: row.decision,
      at: row.at,
      by_member: row.by,
      kind: row.kind,
      words: row.words,
      answers: row.answers,
    })
    .execute();
}

/** A remark that was not taken back. */
export async function remarkById(db: Db, workspace: string, remark: string) {
  return db
    .selectFrom("decision_remark")
    .select(["id", "decision_id as decision", "by_member as by", "kind", "answers"])
    .where("workspace_id", "=", workspace)
    .where("id", "=", remark)
    .where("removed_at", "is", null)
    .executeTakeFirst();
}

/** Takes a remark back: its words are gone, what answered it stays. */
export async function removeRemark(db: Db, workspace: string, remark: string, at: Date): Promise<void> {
  await db
    .updateTable("decision_remark")
    .set({ removed_at: at, words: "" })
    .where("workspace_id", "=", workspace)
    .where("id", "=", remark)
    .execute();
}

/** SQL: whether a remark `q` is a question that nobody has answered. */
export const isOpenQuestion = sql`(q.kind = 'question' and q.removed_at is null and not exists (
  select from decision_remark a
  where a.workspace_id = q.workspace_id and a.decision_id = q.decision_id and a.answers = q.id and a.removed_at is null
))`;
