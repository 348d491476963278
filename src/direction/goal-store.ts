import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import { upFrom } from "../people/team-store.ts";
import type { GoalAbove, Measure } from "./goal-rules.ts";

/** The open goals of a team, by date. */
export async function goalsOfTeam(db: Db, workspace: string, team: string): Promise<{ goal: string; words: string }[]> {
  return db
    .selectFrom("goal")
    .select(["id as goal", "outcome as words"])
    .where("workspace_id", "=", workspace)
    .where("team_id", "=", team)
    .where("ended", "is", null)
    .orderBy("due_on")
    .orderBy("id")
    .execute();
}

/** A goal, its owner's name, and what was read last. */
export type GoalRow = {
  id: string;
  team: string;
  teamName: string;
  outcome: string;
  measure: Measure;
  owner: string;
  ownerName: string;
  due: string;
  servesLine: string | null;
  servesGoal: string | null;
  madeAt: Date;
  ended: "reached" | "dropped" | null;
  endedAt: Date | null;
  endedWhy: string | null;
  confidence: number | null;
  value: number | null;
  readAt: Date | null;
};

async function goalRows(db: Db, workspace: string, which: ReturnType<typeof sql>): Promise<GoalRow[]> {
  type Row = Omit<GoalRow, "measure"> & {
    kind: "number" | "done";
    measure_name: string | null;
    unit: string | null;
    start_value: number | null;
    target_value: number | null;
  };
  const { rows } = await sql<Row>`
    select g.id, g.team_id as team, t.name as "teamName", g.outcome, g.measure as kind, g.measure_name, g.unit, g.start_value,
      g.target_value, g.owner_id as owner, m.name as "ownerName", g.due_on as due, g.serves_line as "servesLine",
      g.serves_goal as "servesGoal", g.made_at as "madeAt", g.ended, g.ended_at as "endedAt", g.ended_why as "endedWhy",
      last.confidence, last.at as "readAt", stood.value
    from goal g
    join team t on t.workspace_id = g.workspace_id and t.id = g.team_id
    join member m on m.workspace_id = g.workspace_id and m.id = g.owner_id
    left join lateral (
      select r.confidence, r.at from goal_reading r where r.workspace_id = g.workspace_id and r.goal_id = g.id
      order by r.at desc, r.id desc limit 1
    ) last on true
    -- the number may be left out of a reading; it stands where it was seen last
    left join lateral (
      select r.value from goal_reading r
      where r.workspace_id = g.workspace_id and r.goal_id = g.id and r.value is not null and g.measure = 'number'
      order by r.at desc, r.id desc limit 1
    ) stood on true
    where g.workspace_id = ${workspace} and ${which}
    order by g.ended is not null, case when g.ended is null then g.due_on end, g.ended_at desc, g.id`.execute(db);
  return rows.map(({ kind, measure_name, unit, start_value, target_value, ...row }) => ({
    ...row,
    measure:
      kind === "done"
        ? { kind }
        : { kind, name: measure_name!, unit: unit ?? "", start: start_value!, target: target_value! },
  }));
}

/** A team's goals: the open ones by date, then those that ended, the latest first. */
export async function goalsIn(
  db: Db,
  workspace: string,
  team: string,
  state: "open" | "ended" | "all",
): Promise<GoalRow[]> {
  const wanted = { open: sql`g.ended is null`, ended: sql`g.ended is not null`, all: sql`true` }[state];
  return goalRows(db, workspace, sql`g.team_id = ${team} and ${wanted}`);
}

export async function goalById(db: Db, workspace: string, goal: string): Promise<GoalRow | undefined> {
  return (await goalRows(db, workspace, sql`g.id = ${goal}`))[0];
}

/** Somebody's open goals whose day is over, in these teams. */
export async function overdueOf(db: Db, workspace: string, member: string, teams: readonly string[], today: string) {
  if (teams.length === 0) return [];
  return db
    .selectFrom("goal")
    .select(["id", "team_id as team", "outcome", "due_on as due"])
    .where("workspace_id", "=", workspace)
    .where("owner_id", "=", member)
    .where("team_id", "in", [...teams])
    .where("ended", "is", null)
    .where("due_on", "<", today)
    .orderBy("due_on")
    .orderBy("id")
    .execute();
}

/** A goal that a team sees: its own, or one of a team above. */
export type GoalSeen = GoalAbove & { from: string; depth: number };

/**
 * Goals of teams and of those above them, whatever became of them: the nearest team's first, by date.
 * @param teams from where one looks
 */
export async function goalsSeenFrom(db: Db, workspace: string, teams: readonly string[]): Promise<GoalSeen[]> {
  if (teams.length === 0) return [];
  const { rows } = await sql<GoalSeen>`
    with recursive ${upFrom(workspace, teams)}
    select up."from", up.depth, up.id as team, up.name as "teamName", g.id as goal, g.outcome, g.ended,
      g.serves_line as "servesLine", g.serves_goal as "servesGoal"
    from up join goal g on g.workspace_id = ${workspace} and g.team_id = up.id
    order by up."from", up.depth, g.due_on, g.id`.execute(db);
  return rows;
}

/** Goals that name this one as what they serve, in teams where this member holds a role: nothing flows upward by itself. */
export async function goalsBelow(db: Db, workspace: string, goal: string, member: string) {
  return db
    .selectFrom("goal as g")
    .innerJoin("team as t", (join) =>
      join.onRef("t.workspace_id", "=", "g.workspace_id").onRef("t.id", "=", "g.team_id"),
    )
    .innerJoin("team_member as r", (join) =>
      join.onRef("r.workspace_id", "=", "g.workspace_id").onRef("r.team_id", "=", "g.team_id"),
    )
    .select(["g.id as goal", "g.outcome", "t.name as teamName", "g.ended"])
    .where("g.workspace_id", "=", workspace)
    .where("g.serves_goal", "=", goal)
    .where("r.member_id", "=", member)
    .where("r.until_at", "is", null)
    .orderBy("g.due_on")
    .orderBy("g.id")
    .execute();
}

/** The teams in which a member holds a role now. */
export async function teamsOf(db: Db, workspace: string, member: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("team_member")
    .select("team_id")
    .where("workspace_id", "=", workspace)
    .where("member_id", "=", member)
    .where("until_at", "is", null)
    .execute();
  return new Set(rows.map((row) => row.team_id));
}

const measureColumns = (measure: Measure) =>
  measure.kind === "done"
    ? { measure: "done", measure_name: null, unit: null, start_value: null, target_value: null }
    : {
        measure: "number",
        measure_name: measure.name,
        unit: measure.unit,
        start_value: measure.start,
        target_value: measure.target,
      };

export async function addGoal(
  db: Db,
  row: {
    workspace: string;
    id: string;
    team: string;
    outcome: string;
    measure: Measure;
    owner: string;
    due: string;
    servesLine: string | null;
    servesGoal: string | null;
    at: Date;
    by: string;
  },
): Promise<void> {
  await db
    .insertInto("goal")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      team_id: row.team,
      outcome: row.outcome,
      ...measureColumns(row.measure),
      owner_id: row.owner,
      due_on: row.due,
      serves_line: row.servesLine,
      serves_goal: row.servesGoal,
      made_at: row.at,
      made_by: row.by,
    })
    .execute();
}

/** Says a goal otherwise; the steps that say so are added beside it. */
export async function changeGoal(
  db: Db,
  workspace: string,
  goal: string,
  change: {
    outcome: string;
    measure: Measure;
    owner: string;
    due: string;
    servesLine: string | null;
    servesGoal: string | null;
  },
): Promise<void> {
  await db
    .updateTable("goal")
    .set({
      outcome: change.outcome,
      ...measureColumns(change.measure),
      owner_id: change.owner,
      due_on: change.due,
      serves_line: change.servesLine,
      serves_goal: change.servesGoal,
    })
    .where("workspace_id", "=", workspace)
    .where("id", "=", goal)
    .execute();
}

/** Ends a goal, or takes it up again (`null`). */
export async function endGoal(
  db: Db,
  workspace: string,
  goal: string,
  end: { as: "reached" | "dropped"; at: Date; by: string; why: string | null } | null,
): Promise<void> {
  await db
    .updateTable("goal")
    .set({
      ended: end?.as ?? null,
      ended_at: end?.at ?? null,
      ended_by: end?.by ?? null,
      ended_why: end?.why ?? null,
    })
    .where("workspace_id", "=", workspace)
    .where("id", "=", goal)
    .execute();
}
