import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Next, ReviewVerdict } from "./outcome-rules.ts";

/** Writes a review beside the earlier ones; the decision is held by whoever writes. */
export async function addReview(
  db: Db,
  row: {
    workspace: string;
    decision: string;
    at: Date;
    by: string;
    verdict: ReviewVerdict;
    learned: string;
    next: Next;
    byRule: boolean;
    nextDecision: string | null;
    again: string | null;
  },
): Promise<void> {
  await sql`
    insert into decision_review
      (workspace_id, decision_id, n, at, by_member, verdict, learned, next, by_rule, next_decision, again_on)
    select ${row.workspace}::uuid, ${row.decision}::uuid, coalesce(max(n) + 1, 1), ${row.at}, ${row.by}::uuid,
      ${row.verdict}, ${row.learned}, ${row.next}, ${row.byRule}, ${row.nextDecision}::uuid, ${row.again}::date
    from decision_review where workspace_id = ${row.workspace} and decision_id = ${row.decision}`.execute(db);
}

/** Whether a review took a decision back already. */
export async function isReversed(db: Db, workspace: string, decision: string): Promise<boolean> {
  const { rows } = await sql`
    select from decision_review
    where workspace_id = ${workspace} and decision_id = ${decision} and next = 'reverse' limit 1`.execute(db);
  return rows.length > 0;
}

/** Writes into the log that a verdict was taken back, and how long it had stood. */
export async function addReversal(
  db: Db,
  row: { workspace: string; decision: string; on: string; heldDays: number | null },
): Promise<void> {
  await sql`
    insert into decision_reversal
      (workspace_id, decision_id, n, on_date, from_status, to_status, held_days, kind, kind_given)
    select ${row.workspace}::uuid, ${row.decision}::uuid, coalesce(max(n) + 1, 0), ${row.on}::date, 'decided', 'reversed',
      ${row.heldDays}::integer, 'overturned', true
    from decision_reversal where workspace_id = ${row.workspace} and decision_id = ${row.decision}`.execute(db);
}
