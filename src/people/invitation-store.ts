import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Role } from "./rules.ts";

export async function addInvitation(
  db: Db,
  row: {
    workspace: string;
    id: string;
    team: string;
    role: Role;
    secretHash: string;
    at: Date;
    by: string;
    expiresAt: Date;
    placeholder?: string | undefined;
  },
): Promise<void> {
  await db
    .insertInto("invitation")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      team_id: row.team,
      role: row.role,
      secret_hash: row.secretHash,
      created_at: row.at,
      created_by: row.by,
      expires_at: row.expiresAt,
      placeholder_id: row.placeholder ?? null,
    })
    .execute();
}

/** The invitation behind a link's secret, with the names that its page shows. */
export async function invitationBySecret(db: Db, workspace: string, secretHash: string) {
  return db
    .selectFrom("invitation as i")
    .innerJoin("team as t", (join) =>
      join.onRef("t.workspace_id", "=", "i.workspace_id").onRef("t.id", "=", "i.team_id"),
    )
    .innerJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "i.workspace_id").onRef("m.id", "=", "i.created_by"),
    )
    .innerJoin("workspace as w", "w.id", "i.workspace_id")
    .select(["i.id", "i.team_id", "i.role", "i.expires_at", "i.revoked_at", "i.placeholder_id"])
    .select(["t.name as team_name", "t.closed_at", "m.name as invited_by", "w.name as workspace_name", "w.slug"])
    .where("i.workspace_id", "=", workspace)
    .where("i.secret_hash", "=", secretHash)
    .executeTakeFirst();
}

export async function invitationById(db: Db, workspace: string, invitation: string) {
  return db
    .selectFrom("invitation")
    .select(["id", "team_id"])
    .where("workspace_id", "=", workspace)
    .where("id", "=", invitation)
    .executeTakeFirst();
}

/** A team's invitations, the latest first, each with who joined by it. */
export async function invitationsOf(db: Db, workspace: string, team: string) {
  return db
    .selectFrom("invitation as i")
    .innerJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "i.workspace_id").onRef("m.id", "=", "i.created_by"),
    )
    .select(["i.id", "i.role", "i.created_at", "i.expires_at", "i.revoked_at", "m.name as created_by"])
    .select(
      sql<
        string[]
      >`array(select j.name from invitation_use u join member j on j.workspace_id = u.workspace_id and j.id = u.member_id
        where u.workspace_id = i.workspace_id and u.invitation_id = i.id order by u.used_at)`.as("joined"),
    )
    .where("i.workspace_id", "=", workspace)
    .where("i.team_id", "=", team)
    .orderBy("i.created_at", "desc")
    .limit(100)
    .execute();
}

export async function revokeInvitation(
  db: Db,
  row: { workspace: string; invitation: string; at: Date; by: string },
): Promise<void> {
  await db
    .updateTable("invitation")
    .set({ revoked_at: row.at, revoked_by: row.by })
    .where("workspace_id", "=", row.workspace)
    .where("id", "=", row.invitation)
    .where("revoked_at", "is", null)
    .execute();
}

export async function noteInvitationUse(
  db: Db,
  row: { workspace: string; invitation: string; member: string; at: Date },
): Promise<void> {
  await db
    .insertInto("invitation_use")
    .values({
      workspace_id: row.workspace,
      invitation_id: row.invitation,
      member_id: row.member,
      used_at: row.at,
    })
    .onConflict((conflict) => conflict.columns(["workspace_id", "invitation_id", "member_id"]).doNothing())
    .execute();
}
