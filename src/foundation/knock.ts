import { createHash } from "node:crypto";
import pg from "pg";
import type { Operation } from "./contract.ts";
import type { Db } from "./db.ts";
import { refuse } from "./refusal.ts";

/**
 * A POST that carries a key, so that knocking again changes nothing. `run` sends what stands here with the first and the last
 * words of its transaction: it costs no trip of its own.
 */
export type Knock = { key: string; inputHash: string };

/** The knock of a request that changes something and may be repeated; null where there is none. */
export function knockOf(key: string | undefined, name: string, operation: Operation, raw: unknown): Knock | null {
  if (operation.method === "GET" || operation.keepsNoAnswer || !key) return null;
  return {
    key,
    inputHash: createHash("sha256")
      .update(`${name}\n${JSON.stringify(raw)}`)
      .digest("hex"),
  };
}

/**
 * SQL that notes a knock of the member who has entered: one row for the first, none for one that was noted before. Of two at once
 * the second waits until the first is answered, or gone.
 */
export function knockText(workspace: string, { key, inputHash }: Knock, at: Date): string {
  const values = [workspace, key, inputHash, at.toISOString()].map(pg.escapeLiteral);
  return `insert into idempotency (workspace_id, key, input_hash, at, member_id)
    select ${values.join(", ")}, me.id::uuid from nullif(current_setting('app.member', true), '') me (id) where me.id is not null
    on conflict (workspace_id, member_id, key) do nothing returning key`;
}

/** SQL that keeps the answer to a first knock for the ones after it. */
export function answerText(workspace: string, member: string, { key }: Knock, output: unknown): string {
  const [space, who, under] = [workspace, member, key].map(pg.escapeLiteral);
  return `update idempotency set output = ${pg.escapeLiteral(JSON.stringify(output ?? null))}
    where workspace_id = ${space} and member_id = ${who} and key = ${under}`;
}

/** What the first knock was answered with; refused where this one brings another input under the same key. */
export async function earlierAnswer(db: Db, workspace: string, member: string, knock: Knock): Promise<unknown> {
  const earlier = await db
    .selectFrom("idempotency")
    .select(["input_hash", "output"])
    .where("workspace_id", "=", workspace)
    .where("member_id", "=", member)
    .where("key", "=", knock.key)
    .executeTakeFirstOrThrow();
  if (earlier.input_hash !== knock.inputHash) throw refuse("same_key_other_input");
  return earlier.output;
}
