import { randomBytes } from "node:crypto";
import type { Db } from "../foundation/db.ts";
import { seal, unseal } from "../foundation/secret.ts";

/**
 * A person's own key in this workspace, made the first time it is asked for. It is kept sealed under the installation's key, so
 * that rewrapping it leaves what was written untouched, and throwing it away closes what was written for good.
 * @param db a transaction in the workspace
 * @param masterKey the installation's key for this purpose (`keyFor(secret, "person keys")`)
 * @returns 32 bytes
 */
export async function personKey(db: Db, masterKey: Buffer, workspace: string, member: string): Promise<Buffer> {
  const bound = `${workspace}/${member}`;
  await db
    .insertInto("member_key")
    .values({ workspace_id: workspace, member_id: member, sealed: seal(masterKey, randomBytes(32), bound) })
    .onConflict((conflict) => conflict.columns(["workspace_id", "member_id"]).doNothing())
    .execute();
  const { sealed } = await db
    .selectFrom("member_key")
    .select("sealed")
    .where("workspace_id", "=", workspace)
    .where("member_id", "=", member)
    .executeTakeFirstOrThrow();
  return unseal(masterKey, sealed, bound);
}
