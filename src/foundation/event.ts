import type { Db } from "./db.ts";

/** Something that happened, as activity, notifications, webhooks and signals read it later. */
export type Happening = {
  /** `room.happened`, as in `records.imported`. */
  kind: string;
  /** The thing it happened to. */
  subject: string;
  team?: string | undefined;
  /** Facts that a reader needs and that are no secret; never a person's words. */
  data?: Record<string, unknown>;
};

/**
 * Writes one row into `event`, in the transaction of what happened.
 * @param db that transaction
 * @param who workspace, the acting member (null for the clock), the time and the row's id
 * @param what what happened
 */
export async function writeEvent(
  db: Db,
  who: { workspace: string; actor: string | null; at: Date; id: string },
  what: Happening,
): Promise<void> {
  await db
    .insertInto("event")
    .values({
      workspace_id: who.workspace,
      id: who.id,
      at: who.at,
      actor_id: who.actor,
      kind: what.kind,
      subject_id: what.subject,
      team_id: what.team ?? null,
      data: JSON.stringify(what.data ?? {}),
    })
    .execute();
}
