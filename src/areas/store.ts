import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import { timedId } from "../foundation/id.ts";
import { expectedIn } from "../people/placeholder-store.ts";

/**
 * The team of an area, held so that nobody's role in it changes under a check. It is held before the area itself: whoever joins,
 * leaves or makes areas holds the team first as well, so that none of them wait for each other in a circle.
 * @param held false for who holds the team otherwise
 */
export async function teamOfArea(db: Db, workspace: string, area: string, held = true): Promise<string | undefined> {
  const row = await db
    .selectFrom("area as a")
    .innerJoin("team as t", (join) =>
      join.onRef("t.workspace_id", "=", "a.workspace_id").onRef("t.id", "=", "a.team_id"),
    )
    .select("t.id")
    .where("a.workspace_id", "=", workspace)
    .where("a.id", "=", area)
    .$if(held, (q) => q.forKeyShare("t"))
    .executeTakeFirst();
  return row?.id;
}

/** One area, held so that its card, holders and proposals do not change under a check; its team is held before. */
export async function areaForChange(db: Db, workspace: string, area: string) {
  return db
    .selectFrom("area")
    .select(["id", "team_id", "closed_at"])
    .where("workspace_id", "=", workspace)
    .where("id", "=", area)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function addArea(
  db: Db,
  row: { workspace: string; id: string; team: string; at: Date; by: string },
): Promise<void> {
  await db
    .insertInto("area")
    .values({ workspace_id: row.workspace, id: row.id, team_id: row.team, made_at: row.at, made_by: row.by })
    .execute();
}

/** How many areas of a team are open. */
export async function countOpen(db: Db, workspace: string, team: string): Promise<number> {
  const { n } = await db
    .selectFrom("area")
    .select(sql<number>`count(*)`.as("n"))
    .where("workspace_id", "=", workspace)
    .where("team_id", "=", team)
    .where("closed_at", "is", null)
    .executeTakeFirstOrThrow();
  return n;
}

export async function setClosed(
  db: Db,
  workspace: string,
  area: string,
  closed: { at: Date; by: string } | null,
): Promise<void> {
  await db
    .updateTable("area")
    .set({ closed_at: closed?.at ?? null, closed_by: closed?.by ?? null })
    .where("workspace_id", "=", workspace)
    .where("id", "=", area)
    .execute();
}

/** Who is here by these ids: members who have not left. */
export async function membersHere(db: Db, workspace: string, members: readonly string[]): Promise<Set<string>> {
  if (members.length === 0) return new Set();
  const rows = await db
    .selectFrom("member")
    .select("id")
    .where("workspace_id", "=", workspace)
    .where("id", "in", [...members])
    .where("left_at", "is", null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What teams are called. */
export async function teamNames(db: Db, workspace: string, teams: readonly string[]): Promise<Map<string, string>> {
  if (teams.length === 0) return new Map();
  const rows = await db
    .selectFrom("team")
    .select(["id", "name"])
    .where("workspace_id", "=", workspace)
    .where("id", "in", [...teams])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Somebody as they are shown. */
export type Person = { member: string; name: string; expected: boolean };

/** Who these ids stand for now: whoever was expected is who they turned out to be. */
export async function peopleByIds(db: Db, workspace: string, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Person & { id: string }>`
    select m.id, w.id as member, w.name, (p.member_id is not null and p.filled_at is null) as expected
    from member m
    left join placeholder p on p.workspace_id = m.workspace_id and p.member_id = m.id
    join member w on w.workspace_id = m.workspace_id and w.id = coalesce(p.filled_by, m.id)
    where m.workspace_id = ${workspace} and m.id = any(${[...new Set(ids)]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, member, name, expected }) => [id, { member, name, expected }]));
}

/** Who is expected in a team and has not joined yet, by name. */
export async function expectedPeople(db: Db, workspace: string, team: string): Promise<Person[]> {
  const rows = await expectedIn(db, workspace, team);
  return rows.map(({ id, name }) => ({ member: id, name, expected: true }));
}

/** The open teams that somebody is in, with their role, by name. */
export async function teamsOfMember(db: Db, workspace: string, member: string) {
  return db
    .selectFrom("team_member as r")
    .innerJoin("team as t", (join) =>
      join.onRef("t.workspace_id", "=", "r.workspace_id").onRef("t.id", "=", "r.team_id"),
    )
    .select(["t.id", "t.name", "r.role"])
    .where("r.workspace_id", "=", workspace)
    .where("r.member_id", "=", member)
    .where("r.until_at", "is", null)
    .where("t.closed_at", "is", null)
    .orderBy(sql`t.name collate "und-x-icu"`)
    .orderBy("t.id")
    .execute() as Promise<{ id: string; name: string; role: "lead" | "member" | "observer" }[]>;
}

/** Areas, in any team, whose owners say that they serve a goal. */
export async function teamsServing(db: Db, workspace: string, goal: string): Promise<string[]> {
  const rows = await db
    .selectFrom("area as a")
    .innerJoin("area_card as c", (join) =>
      join.onRef("c.workspace_id", "=", "a.workspace_id").onRef("c.area_id", "=", "a.id"),
    )
    .select("a.team_id")
    .distinct()
    .where("a.workspace_id", "=", workspace)
    .where("a.closed_at", "is", null)
    .where("c.matters_goal", "=", goal)
    .execute();
  return rows.map((row) => row.team_id);
}

/** Which teams have open areas: where timed work looks. */
export async function teamsWithAreas(db: Db, workspace: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom("team as t")
    .select(["t.id", "t.name"])
    .where("t.workspace_id", "=", workspace)
    .where("t.closed_at", "is", null)
    .where((e) =>
      e.exists(
        e
          .selectFrom("area as a")
          .select("a.id")
          .whereRef("a.workspace_id", "=", "t.workspace_id")
          .whereRef("a.team_id", "=", "t.id")
          .where("a.closed_at", "is", null),
      ),
    )
    .execute();
}

/** Which of these notices have been told already, as `member once`. */
export async function toldOnce(db: Db, workspace: string, once: readonly string[]): Promise<Set<string>> {
  if (once.length === 0) return new Set();
  const rows = await db
    .selectFrom("notice")
    .select(["member_id", "once"])
    .where("workspace_id", "=", workspace)
    .where("once", "in", [...once])
    .execute();
  return new Set(rows.map((row) => `${row.member_id} ${row.once}`));
}

/**
 * What one member holds becomes another's: a placeholder's areas, when somebody who was here already joins as them. What they
 * have in an area already gives way to what is larger: owner before deputy before learning.
 */
export async function heldBySomebodyElse(
  db: Db,
  row: { workspace: string; from: string; to: string; at: Date },
): Promise<void> {
  const open = await db
    .selectFrom("area_holder")
    .select(["id", "area_id", "member_id", "part", "given_by"])
    .where("workspace_id", "=", row.workspace)
    .where("member_id", "in", [row.from, row.to])
    .where("until_at", "is", null)
    .forUpdate()
    .execute();
  const rank = (part: string) => ["owner", "deputy", "learning"].indexOf(part);
  for (const theirs of open.filter(({ member_id }) => member_id === row.from)) {
    const had = open.find(({ area_id, member_id }) => area_id === theirs.area_id && member_id === row.to);
    const keepsOwn = had !== undefined && rank(had.part) <= rank(theirs.part);
    await db
      .updateTable("area_holder")
      .set({ until_at: row.at, ended_by: row.to })
      .where("workspace_id", "=", row.workspace)
      .where("id", "in", [theirs.id, ...(had && !keepsOwn ? [had.id] : [])])
      .execute();
    if (keepsOwn) continue;
    await db
      .insertInto("area_holder")
      .values({
        workspace_id: row.workspace,
        id: timedId(row.at),
        area_id: theirs.area_id,
        member_id: row.to,
        part: theirs.part,
        from_at: row.at,
        given_by: theirs.given_by,
      })
      .execute();
  }
  // who was proposed as an owner is proposed still
  await sql`
    update area_proposal set change = jsonb_build_object('owner', ${row.to}::text)
    where workspace_id = ${row.workspace} and what = 'owner' and ended_at is null and change->>'owner' = ${row.from}`.execute(
    db,
  );
}
