import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Role } from "../people/rules.ts";

export type Part = "owner" | "deputy" | "learning";

/** One time that somebody had a part in an area. */
export type Held = {
  id: string;
  area: string;
  member: string;
  name: string;
  part: Part;
  from: Date;
  until: Date | null;
  /** When they were named before they joined, and until when they were only expected. */
  expectedFrom: Date | null;
  expectedUntil: Date | null;
  leftAt: Date | null;
  givenBy: string | null;
  endedBy: string | null;
};

/** Every part that anybody has and had in these areas, in order. */
export async function holdersOf(db: Db, workspace: string, areas: readonly string[]): Promise<Held[]> {
  if (areas.length === 0) return [];
  const { rows } = await sql<Held>`
    select h.id, h.area_id as area, h.member_id as member, m.name, h.part, h.from_at as "from", h.until_at as until,
      p.made_at as "expectedFrom", p.filled_at as "expectedUntil", m.left_at as "leftAt",
      h.given_by as "givenBy", h.ended_by as "endedBy"
    from area_holder h
    join member m on m.workspace_id = h.workspace_id and m.id = h.member_id
    left join placeholder p on p.workspace_id = h.workspace_id and p.member_id = h.member_id
    where h.workspace_id = ${workspace} and h.area_id = any(${[...areas]}::uuid[])
    order by h.from_at, h.id`.execute(db);
  return rows;
}

/** A role in a team, held or over. */
export type RoleHeld = {
  team: string;
  member: string;
  name: string;
  timeZone: string;
  role: Role;
  from: Date;
  until: Date | null;
};

/** Who is in these teams now, leads first and by name, and the roles that these members had there before. */
export async function rolesFor(
  db: Db,
  workspace: string,
  teams: readonly string[],
  members: readonly string[],
): Promise<RoleHeld[]> {
  if (teams.length === 0) return [];
  const { rows } = await sql<RoleHeld>`
    select r.team_id as team, r.member_id as member, m.name, m.time_zone as "timeZone", r.role, r.from_at as "from",
      r.until_at as until
    from team_member r
    join member m on m.workspace_id = r.workspace_id and m.id = r.member_id
    where r.workspace_id = ${workspace} and r.team_id = any(${[...teams]}::uuid[])
      and (r.until_at is null or r.member_id = any(${[...new Set(members)]}::uuid[]))
    order by array_position(array['lead','member','observer'], r.role), m.name collate "und-x-icu", m.id, r.from_at`.execute(
    db,
  );
  return rows;
}

export async function giveHold(
  db: Db,
  row: {
    workspace: string;
    id: string;
    area: string;
    member: string;
    part: Part;
    at: Date;
    by: string;
    why: string;
  },
): Promise<void> {
  await db
    .insertInto("area_holder")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      area_id: row.area,
      member_id: row.member,
      part: row.part,
      from_at: row.at,
      given_by: row.by,
      why: row.why || null,
    })
    .execute();
}

/** Ends parts in an area: of one member, or of whoever has the part. */
export async function endHold(
  db: Db,
  row: { workspace: string; area: string; at: Date; by: string } & ({ member: string } | { part: Part }),
): Promise<void> {
  await db
    .updateTable("area_holder")
    .set({ until_at: row.at, ended_by: row.by })
    .where("workspace_id", "=", row.workspace)
    .where("area_id", "=", row.area)
    .where("until_at", "is", null)
    .$if("member" in row, (q) => q.where("member_id", "=", (row as { member: string }).member))
    .$if("part" in row, (q) => q.where("part", "=", (row as { part: Part }).part))
    .execute();
}
