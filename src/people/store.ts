import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Nouns } from "../foundation/words.ts";

/** SQL for who a person is in the workspace entered; `run` sends it with the transaction's first words. */
export function memberQuery(userLiteral: string): string {
  return `select * from member_entering(${userLiteral})`;
}

/** The workspaces a signed-in person is in: the one read that crosses workspaces. */
export async function workspacesOf(db: Db, user: string) {
  const { rows } = await sql<{
    workspace_id: string;
    slug: string;
    name: string;
    nouns: Nouns;
    member_id: string;
    member_name: string;
    time_zone: string;
    locale: string;
  }>`select * from door_my_workspaces(${user})`.execute(db);
  return rows;
}

/** Whether an address is taken by some workspace. */
export async function slugTaken(db: Db, slug: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select door_slug_taken(${slug}) as taken`.execute(db);
  return rows[0]!.taken;
}

/** Adds a workspace; false where somebody took its address a moment ago. */
export async function addWorkspace(
  db: Db,
  row: { id: string; slug: string; name: string; at: Date },
): Promise<boolean> {
  const added = await db
    .insertInto("workspace")
    .values({ id: row.id, slug: row.slug, name: row.name, created_at: row.at, nouns: "{}" })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** The workspace entered. */
export async function theWorkspace(db: Db, workspace: string) {
  return db
    .selectFrom("workspace")
    .select(["id", "slug", "name", "nouns"])
    .where("id", "=", workspace)
    .executeTakeFirstOrThrow();
}

export async function changeWorkspace(db: Db, workspace: string, change: { name?: string; nouns?: Nouns }) {
  if (change.name === undefined && change.nouns === undefined) return;
  await db
    .updateTable("workspace")
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.nouns === undefined ? {} : { nouns: JSON.stringify(change.nouns) }),
    })
    .where("id", "=", workspace)
    .execute();
}

export async function addMember(
  db: Db,
  row: { workspace: string; id: string; user: string; name: string; timeZone: string; locale: string; at: Date },
): Promise<void> {
  await db
    .insertInto("member")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      user_id: row.user,
      name: row.name,
      time_zone: row.timeZone,
      locale: row.locale,
      joined_at: row.at,
    })
    .execute();
}

/** The member a person is or was in this workspace. */
export async function memberOfUser(db: Db, workspace: string, user: string) {
  return db
    .selectFrom("member")
    .select(["id", "left_at"])
    .where("workspace_id", "=", workspace)
    .where("user_id", "=", user)
    .executeTakeFirst();
}

/** One member, also one who left. */
export async function memberById(db: Db, workspace: string, member: string) {
  return db
    .selectFrom("member as m")
    .leftJoin("administration as a", (join) =>
      join.onRef("a.workspace_id", "=", "m.workspace_id").onRef("a.member_id", "=", "m.id"),
    )
    .select(["m.id", "m.name", "m.time_zone", "m.locale", "m.joined_at", "m.left_at", "m.user_id"])
    .select(sql<boolean>`a.member_id is not null`.as("administers"))
    .where("m.workspace_id", "=", workspace)
    .where("m.id", "=", member)
    .executeTakeFirst();
}

/** How many people are in the workspace now. */
export async function countMembers(db: Db, workspace: string): Promise<number> {
  const { n } = await db
    .selectFrom("member")
    .select((e) => e.fn.countAll<number>().as("n"))
    .where("workspace_id", "=", workspace)
    .where("left_at", "is", null)
    .where("joined_at", "is not", null)
    .executeTakeFirstOrThrow();
  return n;
}

/** Who is here, by name, with their teams. */
export async function membersPage(
  db: Db,
  workspace: string,
  page: { search?: string | undefined; offset: number; limit: number },
) {
  const here = db
    .selectFrom("member as m")
    .where("m.workspace_id", "=", workspace)
    .where("m.left_at", "is", null)
    .where("m.joined_at", "is not", null)
    .$if(Boolean(page.search), (q) =>
      q.where("m.name", "ilike", `%${page.search!.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`),
    );
  const { n } = await here.select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  const members = await here
    .leftJoin("administration as a", (join) =>
      join.onRef("a.workspace_id", "=", "m.workspace_id").onRef("a.member_id", "=", "m.id"),
    )
    .select(["m.id", "m.name", "m.joined_at"])
    .select(sql<boolean>`a.member_id is not null`.as("administers"))
    .orderBy("m.name")
    .orderBy("m.id")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const roles = members.length
    ? await db
        .selectFrom("team_member as r")
        .innerJoin("team as t", (join) =>
          join.onRef("t.workspace_id", "=", "r.workspace_id").onRef("t.id", "=", "r.team_id"),
        )
        .select(["r.member_id", "r.role", "t.id", "t.name"])
        .where("r.workspace_id", "=", workspace)
        .where("r.until_at", "is", null)
        .where("t.closed_at", "is", null)
        .where(
          "r.member_id",
          "in",
          members.map((m) => m.id),
        )
        .orderBy("t.name")
        .execute()
    : [];
  return { total: n, members, roles };
}

export async function changeProfile(
  db: Db,
  workspace: string,
  member: string,
  profile: { name: string; timeZone: string; locale: string },
): Promise<void> {
  await db
    .updateTable("member")
    .set({ name: profile.name, time_zone: profile.timeZone, locale: profile.locale })
    .where("workspace_id", "=", workspace)
    .where("id", "=", member)
    .execute();
}

/** Ends or restores somebody's place in the workspace. */
export async function setLeft(db: Db, workspace: string, member: string, at: Date | null): Promise<void> {
  await db
    .updateTable("member")
    .set({ left_at: at })
    .where("workspace_id", "=", workspace)
    .where("id", "=", member)
    .execute();
}

/** Who looks after the workspace. Locked, so that two people cannot both stop being the last one. */
export async function administrators(db: Db, workspace: string): Promise<string[]> {
  const rows = await db
    .selectFrom("administration")
    .select("member_id")
    .where("workspace_id", "=", workspace)
    .orderBy("member_id")
    .forUpdate()
    .execute();
  return rows.map((row) => row.member_id);
}

export async function setAdministers(
  db: Db,
  workspace: string,
  member: string,
  given: { at: Date; by: string | null } | null,
): Promise<void> {
  if (!given) {
    await db
      .deleteFrom("administration")
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .execute();
    return;
  }
  await db
    .insertInto("administration")
    .values({ workspace_id: workspace, member_id: member, since: given.at, given_by: given.by })
    .onConflict((conflict) => conflict.columns(["workspace_id", "member_id"]).doNothing())
    .execute();
}

/** Who read what about one member, the latest first. Asked only for oneself. */
export async function readingsAbout(db: Db, workspace: string, member: string, offset: number) {
  const about = db
    .selectFrom("access_log as l")
    .where("l.workspace_id", "=", workspace)
    .where("l.subject_id", "=", member);
  const { n } = await about.select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  const readings = await about
    .innerJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "l.workspace_id").onRef("m.id", "=", "l.reader_id"),
    )
    .select(["l.at", "l.operation", "m.name as reader"])
    .orderBy("l.at", "desc")
    .orderBy("l.id", "desc")
    .offset(offset)
    .limit(50)
    .execute();
  return { total: n, readings };
}

/** Blanks a member's name and sign-in; what they did stays without them. */
export async function blankMember(db: Db, workspace: string, member: string, name: string, at: Date): Promise<void> {
  await db
    .updateTable("member")
    .set({ name, user_id: null, left_at: at, time_zone: "UTC" })
    .where("workspace_id", "=", workspace)
    .where("id", "=", member)
    .execute();
  await db.deleteFrom("access_log").where("workspace_id", "=", workspace).where("subject_id", "=", member).execute();
  await db.deleteFrom("member_key").where("workspace_id", "=", workspace).where("member_id", "=", member).execute();
  await db
    .updateTable("event")
    .set({ actor_id: null })
    .where("workspace_id", "=", workspace)
    .where("actor_id", "=", member)
    .execute();
  await db.deleteFrom("idempotency").where("workspace_id", "=", workspace).where("member_id", "=", member).execute();
}

/** What one member did here, the latest first. Asked only for oneself. */
export async function actsOf(db: Db, workspace: string, member: string) {
  return db
    .selectFrom("event")
    .select(["at", "kind", "data"])
    .where("workspace_id", "=", workspace)
    .where("actor_id", "=", member)
    .orderBy("id", "desc")
    .execute();
}
