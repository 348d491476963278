import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Role, Standing } from "./rules.ts";

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

/**
 * SQL for `with recursive`: `up`, the teams themselves and those above each, with where one looks `"from"` and how far up.
 * @param teams from where one looks
 */
export function upFrom(workspace: string, teams: readonly string[]) {
  return sql`up as (
      select t.id as "from", t.id, t.name, t.parent_id, 0 as depth
      from team t where t.workspace_id = ${workspace} and t.id = any(${[...teams]}::uuid[])
      union all
      select up."from", t.id, t.name, t.parent_id, up.depth + 1
      from team t join up on t.id = up.parent_id where t.workspace_id = ${workspace} and up.depth < 50
    )`;
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
  return peopleOfTeams(db, workspace, [team]);
}

/** Who is in some teams now, leads first, then by name. */
export async function peopleOfTeams(db: Db, workspace: string, teams: readonly string[]) {
  if (teams.length === 0) return [];
  return db
    .selectFrom("team_member as r")
    .innerJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "r.workspace_id").onRef("m.id", "=", "r.member_id"),
    )
    .select(["r.team_id as team", "m.id", "m.name", "r.role", "r.from_at"])
    .where("r.workspace_id", "=", workspace)
    .where("r.team_id", "in", [...new Set(teams)])
    .where("r.until_at", "is", null)
    .orderBy(sql`array_position(array['lead','member','observer'], r.role)`)
    .orderBy("m.name")
    .orderBy("m.id")
    .execute() as Promise<{ team: string; id: string; name: string; role: Role; from_at: Date }[]>;
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
