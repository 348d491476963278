import pg from "pg";

/** Who gives a voice, where. */
export type Spoken = {
  workspace: string;
  round: string;
  user: string;
  member: string;
  key: string;
  inputHash: string;
  stance: string;
  reason: string;
};

/**
 * The same guarded transaction as the product's, written by hand with pg and as quick as one would write it: its statements are
 * prepared by name, and what can go in one trip goes in one. Nothing is parsed, checked against a contract, or told to screens.
 * @param pool connections as the app's own role, so that row security is the same
 */
export async function voiceByHand(pool: pg.Pool, one: Spoken): Promise<void> {
  const client = await pool.connect();
  const { workspace, round, member } = one;
  try {
    const entered = (await client.query(
      `begin; select set_config('app.workspace', ${pg.escapeLiteral(workspace)}, true);
       select m.id, set_config('app.member', m.id::text, true) from member m
       where m.user_id = ${pg.escapeLiteral(one.user)} and m.left_at is null`,
    )) as unknown as pg.QueryResult[];
    if (entered.at(-1)!.rowCount !== 1) throw new Error("not a member");
    const once = await client.query({
      name: "once",
      text: `insert into idempotency (workspace_id, member_id, key, input_hash, at) values ($1, $2, $3, $4, now())
             on conflict (workspace_id, member_id, key) do nothing returning key`,
      values: [workspace, member, one.key, one.inputHash],
    });
    if (once.rowCount !== 1) throw new Error("the same key twice");
    const guard = await client.query({
      name: "guard",
      text: `select e.part from decision_round r
             join round_elector e on e.workspace_id = r.workspace_id and e.round_id = r.id and e.member_id = $3
             where r.workspace_id = $1 and r.id = $2 and r.opened_at is null and r.dropped_at is null for key share of r`,
      values: [workspace, round, member],
    });
    if (guard.rows[0]?.part !== "voice") throw new Error("no voice here");
    await client.query({
      name: "upsert",
      text: `insert into voice (workspace_id, round_id, member_id, stance, reason, at) values ($1, $2, $3, $4, $5, now())
             on conflict (workspace_id, round_id, member_id)
               do update set stance = excluded.stance, reason = excluded.reason, at = excluded.at`,
      values: [workspace, round, member, one.stance, one.reason],
    });
    await client.query({
      name: "spoke",
      text: `update round_elector set spoke = true
             where workspace_id = $1 and round_id = $2 and member_id = $3 and not spoke`,
      values: [workspace, round, member],
    });
    await client.query({
      name: "answered",
      text: "update idempotency set output = '{}' where workspace_id = $1 and member_id = $2 and key = $3",
      values: [workspace, member, one.key],
    });
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
