import { sql, type Updateable } from "kysely";
import type pg from "pg";
import type { Db } from "../foundation/db.ts";
import type { DB } from "../foundation/tables.ts";
import type { Exit, Method, Stance, Tally } from "./method-rules.ts";
import type { Elector, SealedRound } from "./round-rules.ts";

/** A round with what may be known of it: how many spoke, and once it is open what they said in numbers. */
export type RoundRow = {
  id: string;
  decision: string;
  n: number;
  version: number;
  method: Method;
  quorum: number;
  exit: Exit | null;
  exitNote: string;
  begunAt: Date;
  begunBy: string;
  dueAt: Date;
  extendedFrom: Date | null;
  windowHours: number;
  openedAt: Date | null;
  openedBecause: "all_spoke" | "deadline" | null;
  leadsUntil: Date | null;
  droppedAt: Date | null;
  /** Who may speak before it opens, and how many did. */
  electors: number;
  spoken: number;
  /** Leads whose voice comes last. */
  leads: { member: string; name: string; spoke: boolean }[];
  /** Empty while it is sealed. The leads' voices are in it once given. */
  tally: Tally;
  /** Whether I may speak in it, and as what. */
  myPart: "voice" | "lead" | null;
  mine: { stance: Stance; reason: string; at: Date } | null;
};

/** A round as far as a decision's state goes. */
export type RoundStanding = Pick<
  RoundRow,
  | "method"
  | "version"
  | "begunAt"
  | "quorum"
  | "exit"
  | "openedAt"
  | "droppedAt"
  | "leadsUntil"
  | "electors"
  | "spoken"
  | "tally"
> & { leads: readonly { spoke: boolean }[] };

/** SQL: how many voices of a round `r` take each stance; nothing before it has opened. */
export const openTally = sql`case when r.opened_at is null then '{}'::jsonb else (
    select coalesce(jsonb_object_agg(t.stance, t.count), '{}') from (
      select v.stance, count(*) as count from voice v
      where v.workspace_id = r.workspace_id and v.round_id = r.id group by v.stance
    ) t
  ) end`;

/**
 * A decision's rounds, the latest first.
 * @param me whose own voice is handed out with it
 */
export async function roundsOf(db: Db, workspace: string, decision: string, me: string | null): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select r.id, r.decision_id as decision, r.n, r.version, r.method, r.quorum, r.exit, r.exit_note as "exitNote",
      r.begun_at as "begunAt", r.begun_by as "begunBy", r.due_at as "dueAt", r.extended_from as "extendedFrom",
      r.window_hours as "windowHours", r.opened_at as "openedAt", r.opened_because as "openedBecause",
      r.leads_until as "leadsUntil", r.dropped_at as "droppedAt", e.electors, e.spoken, e.leads, e.my_part as "myPart",
      ${openTally} as tally,
      (
        select jsonb_build_object('stance', v.stance, 'reason', v.reason, 'at', v.at) from voice v
        where v.workspace_id = r.workspace_id and v.round_id = r.id and v.member_id = ${me}::uuid
      ) as mine
    from decision_round r
    cross join lateral (
      select count(*) filter (where x.part = 'voice')::integer as electors,
        count(*) filter (where x.part = 'voice' and x.spoke)::integer as spoken,
        max(x.part) filter (where x.member_id = ${me}::uuid) as my_part,
        coalesce(jsonb_agg(jsonb_build_object('member', m.id, 'name', m.name, 'spoke', x.spoke) order by m.name, m.id)
          filter (where x.part = 'lead'), '[]') as leads
      from round_elector x
      left join member m on x.part = 'lead' and m.workspace_id = x.workspace_id and m.id = x.member_id
      where x.workspace_id = r.workspace_id and x.round_id = r.id
    ) e
    where r.workspace_id = ${workspace} and r.decision_id = ${decision} order by r.n desc`.execute(db);
  return rows.map((row) => ({ ...row, mine: row.mine && { ...row.mine, at: new Date(row.mine.at) } }));
}

/** Whether somebody may speak, or might have spoken, in a round of a decision. */
export async function isElector(db: Db, workspace: string, decision: string, member: string): Promise<boolean> {
  const { rows } = await sql`
    select from round_elector e join decision_round r on r.workspace_id = e.workspace_id and r.id = e.round_id
    where e.workspace_id = ${workspace} and r.decision_id = ${decision} and e.member_id = ${member} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** Ends a round that has not opened, without opening it: its voices stay sealed. */
export async function dropRound(db: Db, workspace: string, decision: string, at: Date): Promise<void> {
  await sql`
    update decision_round set dropped_at = ${at}
    where workspace_id = ${workspace} and decision_id = ${decision} and opened_at is null and dropped_at is null`.execute(
    db,
  );
}

/** A round by itself: of which decision, how it is held and how far it has come. */
export type RoundHeld = Omit<SealedRound, "electors" | "spoken"> & {
  id: string;
  decision: string;
  team: string;
  n: number;
  version: number;
  windowHours: number;
  openedAt: Date | null;
  droppedAt: Date | null;
  leadsUntil: Date | null;
  readyAt: Date | null;
};

/** One round; undefined where there is none. */
export async function roundById(db: Db, workspace: string, round: string): Promise<RoundHeld | undefined> {
  const { rows } = await sql<RoundHeld>`
    select r.id, r.decision_id as decision, d.team_id as team, r.n, r.version, r.method, r.quorum, r.begun_at as "begunAt",
      r.due_at as "dueAt", r.extended_from as "extendedFrom", r.window_hours as "windowHours", r.opened_at as "openedAt",
      r.dropped_at as "droppedAt", r.leads_until as "leadsUntil", r.reminded_at as "remindedAt", r.ready_at as "readyAt"
    from decision_round r join decision d on d.workspace_id = r.workspace_id and d.id = r.decision_id
    where r.workspace_id = ${workspace} and r.id = ${round}`.execute(db);
  return rows[0];
}

/** Holds a round: voices under way are waited for, and nobody gives another before this transaction ends. */
export async function holdRound(db: Db, workspace: string, round: string): Promise<void> {
  await sql`select from decision_round where workspace_id = ${workspace} and id = ${round} for update`.execute(db);
}

/** Begins a round: what is fixed from now on, and who may speak. */
export async function addRound(
  db: Db,
  row: {
    workspace: string;
    id: string;
    decision: string;
    n: number;
    version: number;
    method: Method;
    quorum: number;
    exit: Exit | null;
    exitNote: string;
    at: Date;
    by: string;
    dueAt: Date;
    windowHours: number;
  },
  electors: readonly Elector[],
): Promise<void> {
  await db
    .insertInto("decision_round")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      decision_id: row.decision,
      n: row.n,
      version: row.version,
      method: row.method,
      quorum: row.quorum,
      exit: row.exit,
      exit_note: row.exitNote,
      begun_at: row.at,
      begun_by: row.by,
      due_at: row.dueAt,
      window_hours: row.windowHours,
    })
    .execute();
  await sql`
    insert into round_elector (workspace_id, round_id, member_id, part, spoke)
    select ${row.workspace}::uuid, ${row.id}::uuid, e.member, e.part, false
    from unnest(${electors.map(({ member }) => member)}::uuid[], ${electors.map(({ part }) => part)}::text[]) e (member, part)`.execute(
    db,
  );
}

/** Opens a round, or notes what else the clock did about it. */
export async function changeRound(
  db: Db,
  workspace: string,
  round: string,
  change: Updateable<DB["decision_round"]>,
): Promise<void> {
  await db
    .updateTable("decision_round")
    .set(change)
    .where("workspace_id", "=", workspace)
    .where("id", "=", round)
    .execute();
}

/** Who may speak in a round, and who did: for what the clock does about it, never for a page. */
export async function electorsOf(db: Db, workspace: string, round: string): Promise<(Elector & { spoke: boolean })[]> {
  return db
    .selectFrom("round_elector")
    .select(["member_id as member", "part", "spoke"])
    .where("workspace_id", "=", workspace)
    .where("round_id", "=", round)
    .orderBy("member_id")
    .execute() as Promise<(Elector & { spoke: boolean })[]>;
}

/** As what one member may speak in a round, and whether they did; undefined where they may not. */
export async function electorIn(
  db: Db,
  workspace: string,
  round: string,
  member: string,
): Promise<{ part: "voice" | "lead"; spoke: boolean } | undefined> {
  return db
    .selectFrom("round_elector")
    .select(["part", "spoke"])
    .where("workspace_id", "=", workspace)
    .where("round_id", "=", round)
    .where("member_id", "=", member)
    .executeTakeFirst() as Promise<{ part: "voice" | "lead"; spoke: boolean } | undefined>;
}

/** Rounds of every workspace that the clock has something to do for, by the one function that may look across. */
export async function roundsDue(pool: pg.Pool, at: Date): Promise<{ workspace: string; round: string }[]> {
  const { rows } = await pool.query<{ workspace: string; round: string }>(
    "select workspace_id as workspace, round_id as round from door_rounds_due($1)",
    [at],
  );
  return rows;
}
