import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { LevelWritten } from "./level-rules.ts";
import type { Answers, Loan, Rung } from "./step-in-rules.ts";

/** A loan on an area, as its level and its history need it. */
export type AreaLoan = Loan & {
  id: string;
  area: string;
  by: string;
  byName: string;
  reason: string;
  scope: string;
  endedBy: string | null;
};

/** The loans that these areas had in a stretch of time, in order. */
export async function loansOf(
  db: Db,
  workspace: string,
  areas: readonly string[],
  within: { from: Date | null; until: Date },
): Promise<AreaLoan[]> {
  if (areas.length === 0) return [];
  const { rows } = await sql<AreaLoan>`
    select s.id, s.area_id as area, s.level, s.at, s.until_at as "untilAt", s.ended_at as "endedAt", s.by_member as by,
      m.name as "byName", s.reason, s.scope, s.ended_by as "endedBy"
    from step_in s
    join member m on m.workspace_id = s.workspace_id and m.id = s.by_member
    where s.workspace_id = ${workspace} and s.area_id = any(${[...areas]}::uuid[]) and s.at <= ${within.until}
      and (${within.from}::timestamptz is null or coalesce(s.ended_at, s.until_at) > ${within.from})
    order by s.at, s.id`.execute(db);
  return rows;
}

/** A step-in on an area or a decision, with what its rules and its readers need. */
export type StepInRow = Loan & {
  id: string;
  team: string;
  teamName: string;
  area: string | null;
  decision: string | null;
  /** The name of the area, or the question of the decision, as it reads now. */
  title: string;
  by: string;
  byName: string;
  reason: string;
  scope: string;
  message: string;
  answers: Answers;
  rung: Rung;
  /** The level then. */
  levelBefore: number;
  /** Of an area: what its card said of its level when the loan ended, or says now. */
  written: LevelWritten | null;
  /** Who was told by it, and who they turned out to be. */
  owner: string | null;
  ownerName: string | null;
  ownerExpected: boolean;
  /** Who can say yes to a longer loan: joined and still in the team, the one who was told by it first. */
  answerer: string | null;
  endedBy: string | null;
  endedByName: string | null;
  extendTo: Date | null;
  extendWhy: string | null;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  intended: string | null;
  happened: string | null;
  because: string | null;
  keep: string | null;
  /** Of a decision: when it was taken or withdrawn, from which on nothing is on loan any more. */
  settledAt: Date | null;
};

type Columns = Omit<StepInRow, "written"> & {
  cardLevel: number | null;
  trialUntil: Date | null;
  cardBefore: number | null;
};

const isOver = (now: Date) => sql`(s.until_at <= ${now} or s.ended_at is not null)`;

/** Rows of `step_in s` with names, the card at their end, and who holds the thing now. */
const read = (which: ReturnType<typeof sql>, rest: ReturnType<typeof sql>) => sql<Columns>`
  select s.id, s.team_id as team, t.name as "teamName", s.area_id as area, s.decision_id as decision,
    coalesce(c.name, d.title) as title, s.at, s.by_member as by, m.name as "byName", s.reason, s.scope, s.message, s.rung,
    jsonb_build_object('howBad', s.how_bad, 'howSoon', s.how_soon, 'howLong', s.how_long, 'undo', s.undo) as answers,
    s.level, s.level_before as "levelBefore", s.until_at as "untilAt", s.ended_at as "endedAt", s.ended_by as "endedBy",
    e.name as "endedByName", o.id as owner, o.name as "ownerName",
    (p.member_id is not null and p.filled_at is null) as "ownerExpected", y.member as answerer,
    s.extend_to as "extendTo", s.extend_why as "extendWhy", s.reviewed_at as "reviewedAt", r.name as "reviewedBy",
    s.intended, s.happened, s.because, s.keep, c.level as "cardLevel", c.trial_until as "trialUntil",
    c.level_before as "cardBefore", case when g.phase in ('decided', 'reviewed', 'withdrawn') then coalesce(g.decided_at, g.phase_since) end as "settledAt"
  from step_in s
  join team t on t.workspace_id = s.workspace_id and t.id = s.team_id
  join member m on m.workspace_id = s.workspace_id and m.id = s.by_member
  left join member e on e.workspace_id = s.workspace_id and e.id = s.ended_by
  left join member r on r.workspace_id = s.workspace_id and r.id = s.reviewed_by
  left join placeholder p on p.workspace_id = s.workspace_id and p.member_id = s.owner_id
  left join member o on o.workspace_id = s.workspace_id and o.id = coalesce(p.filled_by, s.owner_id)
  left join decision d on d.workspace_id = s.workspace_id and d.id = s.decision_id
  left join deciding g on g.workspace_id = s.workspace_id and g.decision_id = s.decision_id
  left join lateral (
    select * from area_card c where c.workspace_id = s.workspace_id and c.area_id = s.area_id
      and c.at <= coalesce(s.ended_at, s.until_at) order by c.n desc limit 1
  ) c on true
  left join lateral (
    select h.member from (
      select g.handed_to as member, 1 as n
      union all
      select h.member_id, case h.part when 'owner' then 2 else 3 end from area_holder h
      where h.workspace_id = s.workspace_id and h.area_id = coalesce(s.area_id, g.area_id) and h.until_at is null
        and h.part = any(case when s.area_id is null then array['owner', 'deputy'] else array['owner'] end)
      union all
      select g.holder_id, 4
    ) h
    where h.member <> s.by_member and exists (
      select from team_member tm where tm.workspace_id = s.workspace_id and tm.team_id = s.team_id
        and tm.member_id = h.member and tm.until_at is null and tm.role <> 'observer')
    order by (h.member = o.id) desc nulls last, h.n limit 1
  ) y on true
  where ${which} ${rest}`;

function shaped({ cardLevel, trialUntil, cardBefore, ...row }: Columns): StepInRow {
  return { ...row, written: cardLevel === null ? null : { level: cardLevel, trialUntil, levelBefore: cardBefore } };
}

/** One step-in; `held` keeps it until this transaction ends. */
export async function stepInById(db: Db, workspace: string, id: string, held = false): Promise<StepInRow | undefined> {
  const which = sql`s.workspace_id = ${workspace} and s.id = ${id}`;
  const { rows } = await read(which, held ? sql`for update of s` : sql``).execute(db);
  return rows.map(shaped)[0];
}

/** Which step-ins: all of a team, of one of its areas, or of one of its decisions. */
export type WhichStepIns = { team: string; area?: string | undefined; decision?: string | undefined };

const wanted = (workspace: string, { team, area, decision }: WhichStepIns) => sql`
  s.workspace_id = ${workspace} and s.team_id = ${team}
  ${area ? sql`and s.area_id = ${area}` : sql``} ${decision ? sql`and s.decision_id = ${decision}` : sql``}`;

/** Step-ins, those in force first, then the latest first. */
export async function stepInsOf(
  db: Db,
  workspace: string,
  which: WhichStepIns,
  page: { now: Date; offset: number; limit: number },
): Promise<StepInRow[]> {
  const rest = sql`order by ${isOver(page.now)}, s.at desc, s.id desc offset ${page.offset} limit ${page.limit}`;
  const { rows } = await read(wanted(workspace, which), rest).execute(db);
  return rows.map(shaped);
}

/** How many there are. */
export async function countStepIns(db: Db, workspace: string, which: WhichStepIns): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from step_in s where ${wanted(workspace, which)}`.execute(db);
  return rows[0]!.n;
}

/** Step-ins on areas that ask something: a longer loan, or that whoever made it looks back, where it ended after a moment. */
export async function stepInsAsking(
  db: Db,
  workspace: string,
  of: { member: string; teams: readonly string[]; now: Date; endedAfter: Date },
): Promise<StepInRow[]> {
  if (of.teams.length === 0) return [];
  const which = sql`s.workspace_id = ${workspace} and s.team_id = any(${[...of.teams]}::uuid[]) and s.area_id is not null and (
    (s.extend_to is not null and s.ended_at is null and s.until_at > ${of.now})
    or (s.by_member = ${of.member} and s.reviewed_at is null and ${isOver(of.now)}
      and coalesce(s.ended_at, s.until_at) > ${of.endedAfter}))`;
  const { rows } = await read(which, sql`order by s.until_at, s.id`).execute(db);
  return rows.map(shaped);
}

/** Step-ins that end before a moment, or ended by themselves after another one: what the clock tells of. */
export async function stepInsEnding(
  db: Db,
  workspace: string,
  between: { after: Date; before: Date },
): Promise<StepInRow[]> {
  const which = sql`s.workspace_id = ${workspace} and s.ended_at is null
    and s.until_at > ${between.after} and s.until_at <= ${between.before}`;
  const { rows } = await read(which, sql`order by s.until_at, s.id`).execute(db);
  return rows.map(shaped);
}

/** What is written down of a step-in. */
export type StepInWritten = {
  workspace: string;
  id: string;
  team: string;
  area: string | null;
  decision: string | null;
  at: Date;
  by: string;
  answers: Answers;
  rung: Rung;
  reason: string;
  scope: string;
  message: string;
  owner: string | null;
  level: number;
  levelBefore: number;
  untilAt: Date;
};

export async function addStepIn(db: Db, row: StepInWritten): Promise<void> {
  await db
    .insertInto("step_in")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      team_id: row.team,
      area_id: row.area,
      decision_id: row.decision,
      at: row.at,
      by_member: row.by,
      how_bad: row.answers.howBad,
      how_soon: row.answers.howSoon,
      how_long: row.answers.howLong,
      undo: row.answers.undo,
      rung: row.rung,
      reason: row.reason,
      scope: row.scope,
      message: row.message,
      owner_id: row.owner,
      level: row.level,
      level_before: row.levelBefore,
      until_at: row.untilAt,
    })
    .execute();
}

/** Writes on a step-in: that it ended, that a later end is asked for or agreed, how it was looked back at. */
export async function changeStepIn(
  db: Db,
  workspace: string,
  id: string,
  to: Partial<{
    until_at: Date;
    ended_at: Date;
    ended_by: string;
    extend_to: Date | null;
    extend_why: string | null;
    extend_at: Date | null;
    reviewed_at: Date;
    reviewed_by: string;
    intended: string;
    happened: string;
    because: string;
    keep: string;
  }>,
): Promise<void> {
  await db.updateTable("step_in").set(to).where("workspace_id", "=", workspace).where("id", "=", id).execute();
}
