import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Nouns } from "../foundation/words.ts";
import type { Role, Standing } from "./rules.ts";

/** SQL for who a person is in the workspace entered; `run` sends it with the transaction's first words. */
export function memberQuery(userLiteral: string): string {
  return `select m.id, m.name, m.time_zone, m.locale, a.member_id is not null as administers, w.nouns
    from member m join workspace w on w.id = m.workspace_id
    left join administration a on a.workspace_id = m.workspace_id and a.member_id = m.id
    where m.user_id = ${userLiteral} and m.left_at is null`;
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

export async function addWorkspace(db: Db, row: { id: string; slug: string; name: string; at: Date }): Promise<void> {
  await db
    .insertInto("workspace")
    .values({ id: row.id, slug: row.slug, name: row.name, created_at: row.at, nouns: "{}" })
    .execute();
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

export async function addTeam(
  db: Db,
  row: { workspace: string; id: string; name: string; parent: string | null; at: Date; by: string },
): Promise<void> {
  await db
    .insertInto("team")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      name: row.name,
      parent_id: row.parent,
      created_at: row.at,
      created_by: row.by,
    })
    .execute();
}

/** One team. `forChange` holds it, so that its roles do not change under a check. */
export async function teamById(db: Db, workspace: string, team: string, forChange = false) {
  return db
    .selectFrom("team")
    .select(["id", "name", "parent_id", "closed_at"])
    .where("workspace_id", "=", workspace)
    .where("id", "=", team)
    .$if(forChange, (q) => q.forUpdate())
    .executeTakeFirst();
}

/** Every team of the workspace with how many people it has and the role of one member, by name. */
export async function teamsWithMyRole(db: Db, workspace: string, member: string) {
  return db
    .selectFrom("team as t")
    .select(["t.id", "t.parent_id", "t.name", "t.closed_at"])
    .select(
      sql<number>`(select count(*) from team_member r where r.workspace_id = t.workspace_id and r.team_id = t.id and r.until_at is null)`.as(
        "people",
      ),
    )
    .select(
      sql<Role | null>`(select r.role from team_member r where r.workspace_id = t.workspace_id and r.team_id = t.id and r.member_id = ${member} and r.until_at is null)`.as(
        "my_role",
      ),
    )
    .where("t.workspace_id", "=", workspace)
    .orderBy(sql`t.name collate "und-x-icu"`)
    .orderBy("t.id")
    .execute();
}

/** The teams above a team, the nearest last. */
export async function teamsAbove(db: Db, workspace: string, team: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive above as (
      select t.id, t.name, t.parent_id, 0 as depth from team t where t.workspace_id = ${workspace} and t.id = ${team}
      union all
      select t.id, t.name, t.parent_id, above.depth + 1 from team t join above on t.id = above.parent_id
      where t.workspace_id = ${workspace} and above.depth < 50
    )
    select id, name from above where depth > 0 order by depth desc`.execute(db);
  return rows;
}

/** How a member stands to a team. */
export async function standingIn(db: Db, workspace: string, team: string, member: string): Promise<Standing> {
  const { rows } = await sql<{ id: string; role: Role; here: boolean }>`
    with recursive line as (
      select t.id, t.parent_id, 0 as depth from team t where t.workspace_id = ${workspace} and t.id = ${team}
      union all
      select t.id, t.parent_id, line.depth + 1 from team t join line on t.id = line.parent_id
      where t.workspace_id = ${workspace} and line.depth < 50
    )
    select r.team_id as id, r.role, line.depth = 0 as here
    from line join team_member r on r.workspace_id = ${workspace} and r.team_id = line.id
    where r.member_id = ${member} and r.until_at is null`.execute(db);
  return {
    role: rows.find((row) => row.here)?.role ?? null,
    leadsAbove: rows.some((row) => !row.here && row.role === "lead"),
  };
}

/** The open teams right under a team. */
export async function teamsBelow(db: Db, workspace: string, team: string) {
  return db
    .selectFrom("team")
    .select(["id", "name"])
    .where("workspace_id", "=", workspace)
    .where("parent_id", "=", team)
    .where("closed_at", "is", null)
    .orderBy(sql`name collate "und-x-icu"`)
    .execute();
}

export async function changeTeam(
  db: Db,
  workspace: string,
  team: string,
  change: { name?: string; parent_id?: string | null; closed_at?: Date | null; closed_by?: string | null },
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await db.updateTable("team").set(change).where("workspace_id", "=", workspace).where("id", "=", team).execute();
}

/** Who is in a team now, leads first, then by name. */
export async function peopleIn(db: Db, workspace: string, team: string) {
  return db
    .selectFrom("team_member as r")
    .innerJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "r.workspace_id").onRef("m.id", "=", "r.member_id"),
    )
    .select(["m.id", "m.name", "r.role", "r.from_at"])
    .where("r.workspace_id", "=", workspace)
    .where("r.team_id", "=", team)
    .where("r.until_at", "is", null)
    .orderBy(sql`array_position(array['lead','member','observer'], r.role)`)
    .orderBy("m.name")
    .orderBy("m.id")
    .execute() as Promise<{ id: string; name: string; role: Role; from_at: Date }[]>;
}

/** Begins a role, ending the one before. */
export async function giveRole(
  db: Db,
  row: { workspace: string; id: string; team: string; member: string; role: Role; at: Date; by: string },
): Promise<void> {
  await endRole(db, row);
  await db
    .insertInto("team_member")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      team_id: row.team,
      member_id: row.member,
      role: row.role,
      from_at: row.at,
    })
    .execute();
}

export async function endRole(
  db: Db,
  row: { workspace: string; team: string; member: string; at: Date; by: string },
): Promise<void> {
  await db
    .updateTable("team_member")
    .set({ until_at: row.at, ended_by: row.by })
    .where("workspace_id", "=", row.workspace)
    .where("team_id", "=", row.team)
    .where("member_id", "=", row.member)
    .where("until_at", "is", null)
    .execute();
}

/** The roles somebody holds and held, the latest first. */
export async function rolesOf(db: Db, workspace: string, member: string) {
  return db
    .selectFrom("team_member as r")
    .innerJoin("team as t", (join) =>
      join.onRef("t.workspace_id", "=", "r.workspace_id").onRef("t.id", "=", "r.team_id"),
    )
    .select(["t.id", "t.name", "r.role", "r.from_at", "r.until_at"])
    .where("r.workspace_id", "=", workspace)
    .where("r.member_id", "=", member)
    .orderBy("r.from_at", "desc")
    .orderBy("r.id", "desc")
    .execute() as Promise<{ id: string; name: string; role: Role; from_at: Date; until_at: Date | null }[]>;
}

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
    .select(["i.id", "i.team_id", "i.role", "i.expires_at", "i.revoked_at"])
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
      sql<string[]>`array(select j.name from invitation_use u join member j on j.workspace_id = u.workspace_id and j.id = u.member_id
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
  await db
    .deleteFrom("access_log")
    .where("workspace_id", "=", workspace)
    .where("subject_id", "=", member)
    .execute();
  await db
    .deleteFrom("idempotency")
    .where("workspace_id", "=", workspace)
    .where("member_id", "=", member)
    .execute();
}
