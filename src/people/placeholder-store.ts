import type { Db } from "../foundation/db.ts";

/** Adds somebody who has not joined yet: a member row that nobody signs in as. */
export async function addPlaceholder(
  db: Db,
  row: {
    workspace: string;
    id: string;
    team: string;
    name: string;
    timeZone: string;
    locale: string;
    at: Date;
    by: string;
  },
): Promise<void> {
  await db
    .insertInto("member")
    .values({ workspace_id: row.workspace, id: row.id, name: row.name, time_zone: row.timeZone, locale: row.locale })
    .execute();
  await db
    .insertInto("placeholder")
    .values({
      workspace_id: row.workspace,
      member_id: row.id,
      team_id: row.team,
      made_at: row.at,
      made_by: row.by,
    })
    .execute();
}

/** Who is expected in a team and has not joined yet, by name. */
export async function expectedIn(db: Db, workspace: string, team: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom("placeholder as p")
    .innerJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "p.workspace_id").onRef("m.id", "=", "p.member_id"),
    )
    .select(["m.id", "m.name"])
    .where("p.workspace_id", "=", workspace)
    .where("p.team_id", "=", team)
    .where("p.filled_at", "is", null)
    .where("m.left_at", "is", null)
    .orderBy("m.name")
    .orderBy("m.id")
    .execute();
}

/** A placeholder that nobody has filled, held, so that two people cannot both fill it. */
export async function openPlaceholder(db: Db, workspace: string, member: string) {
  return db
    .selectFrom("placeholder as p")
    .innerJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "p.workspace_id").onRef("m.id", "=", "p.member_id"),
    )
    .select(["m.id", "m.name", "p.team_id"])
    .where("p.workspace_id", "=", workspace)
    .where("p.member_id", "=", member)
    .where("p.filled_at", "is", null)
    .where("m.left_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

/** Notes who it turned out to be. */
export async function fillPlaceholder(
  db: Db,
  row: { workspace: string; member: string; by: string; at: Date },
): Promise<void> {
  await db
    .updateTable("placeholder")
    .set({ filled_at: row.at, filled_by: row.by })
    .where("workspace_id", "=", row.workspace)
    .where("member_id", "=", row.member)
    .execute();
}

/** The placeholder's row becomes the one who joined: their sign-in, name, zone and language. */
export async function becomeMember(
  db: Db,
  row: { workspace: string; id: string; user: string; name: string; timeZone: string; locale: string; at: Date },
): Promise<void> {
  await db
    .updateTable("member")
    .set({ user_id: row.user, name: row.name, time_zone: row.timeZone, locale: row.locale, joined_at: row.at })
    .where("workspace_id", "=", row.workspace)
    .where("id", "=", row.id)
    .where("user_id", "is", null)
    .execute();
}
