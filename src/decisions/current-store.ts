import { type RawBuilder, sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import { type DecidingRow, loanBearing } from "./deciding-store.ts";
import { stands } from "./objection-store.ts";
import { isOpenQuestion } from "./remark-store.ts";
import { openTally, type RoundStanding } from "./round-store.ts";

/** A decision with all that tells what waits in it for one person, read for many decisions at once. */
export type LiveRow = Pick<
  DecidingRow,
  | "id"
  | "team"
  | "teamName"
  | "ref"
  | "title"
  | "shape"
  | "phase"
  | "phaseSince"
  | "proposedBy"
  | "holder"
  | "takenUpAt"
  | "area"
  | "version"
  | "cost"
  | "reversible"
  | "decideBy"
  | "level"
  | "handedLevel"
  | "handedTo"
  | "handedAt"
  | "heard"
  | "heardAt"
  | "reviewOn"
  | "waitUntil"
  | "goal"
> & {
  holderName: string | null;
  /** The latest round, with my part in it and whether I have spoken. Before it opens, nobody else's. */
  round:
    | (RoundStanding & { n: number; dueAt: Date; part: "voice" | "lead" | null; spoke: boolean; contributed: boolean })
    | null;
  standing: number;
  questions: number;
  saidHeard: boolean;
  loan: { by: string; level: number } | null;
};

type Flat = Omit<LiveRow, "cost" | "round" | "loan"> & {
  cost: string | null;
  currency: string | null;
  roundN: number | null;
  roundVersion: number;
  method: RoundStanding["method"];
  begunAt: Date;
  dueAt: Date;
  quorum: number;
  exit: RoundStanding["exit"];
  openedAt: Date | null;
  droppedAt: Date | null;
  leadsUntil: Date | null;
  electors: number;
  spoken: number;
  leads: { spoke: boolean }[];
  tally: RoundStanding["tally"];
  part: "voice" | "lead" | null;
  spoke: boolean | null;
  contributed: boolean;
  loanBy: string | null;
  loanLevel: number | null;
};

const goes = sql`p.phase in ('shaping', 'sealed', 'opened', 'waiting')`;
const isDecided = sql`p.phase = 'decided'`;

/** SQL: `deciding p` with its `decision d` and `team t`. */
const made = sql`deciding p
  join decision d on d.workspace_id = p.workspace_id and d.id = p.decision_id
  join team t on t.workspace_id = d.workspace_id and t.id = d.team_id`;

async function liveRows(
  db: Db,
  of: { workspace: string; member: string; now: Date },
  which: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<LiveRow[]> {
  const { workspace, member, now } = of;
  const { rows } = await sql<Flat>`
    select d.id, d.team_id as team, t.name as "teamName", d.ref, d.title, p.shape, p.phase, p.phase_since as "phaseSince",
      p.proposed_by as "proposedBy", p.holder_id as holder, h.name as "holderName", p.taken_up_at as "takenUpAt",
      p.area_id as area, p.version, p.cost, p.currency, p.reversible, p.decide_by as "decideBy", p.level,
      p.handed_level as "handedLevel", p.handed_to as "handedTo", p.handed_at as "handedAt", p.heard, p.heard_at as "heardAt",
      p.review_on as "reviewOn", p.wait_until as "waitUntil",
      (select s.goal_id from decision_goal s where s.workspace_id = d.workspace_id and s.decision_id = d.id) as goal,
      r.n as "roundN", r.version as "roundVersion", r.method, r.begun_at as "begunAt", r.due_at as "dueAt", r.quorum, r.exit,
      r.opened_at as "openedAt", r.dropped_at as "droppedAt", r.leads_until as "leadsUntil",
      e.electors, e.spoken, e.leads, mine.part, mine.spoke,
      ${openTally} as tally,
      r.opened_at is not null and coalesce(mine.spoke, false) as contributed,
      (select count(*)::integer from objection o where o.workspace_id = d.workspace_id and o.decision_id = d.id and ${stands}) as standing,
      (
        select count(*)::integer from decision_remark q
        where q.workspace_id = d.workspace_id and q.decision_id = d.id and q.by_member <> ${member} and ${isOpenQuestion}
      ) as questions,
      exists (
        select from decision_heard s
        where s.workspace_id = d.workspace_id and s.decision_id = d.id and s.member_id = ${member}
      ) as "saidHeard",
      loan.by_member as "loanBy", loan.level as "loanLevel"
    from ${made}
    left join member h on h.workspace_id = p.workspace_id and h.id = p.holder_id
    left join lateral (
      select r.* from decision_round r where r.workspace_id = d.workspace_id and r.decision_id = d.id order by r.n desc limit 1
    ) r on true
    left join round_elector mine
      on mine.workspace_id = r.workspace_id and mine.round_id = r.id and mine.member_id = ${member}
    cross join lateral (
      select count(*) filter (where x.part = 'voice')::integer as electors,
        count(*) filter (where x.part = 'voice' and x.spoke)::integer as spoken,
        coalesce(jsonb_agg(jsonb_build_object('spoke', x.spoke)) filter (where x.part = 'lead'), '[]') as leads
      from round_elector x where x.workspace_id = r.workspace_id and x.round_id = r.id
    ) e
    left join lateral ${loanBearing(now)} loan on true
    where p.workspace_id = ${workspace} and ${which} ${order}`.execute(db);
  return rows.map(
    ({ cost, currency, roundN, roundVersion, dueAt, part, spoke, contributed, loanBy, loanLevel, ...row }) => {
      const { method, begunAt, quorum, exit, openedAt, droppedAt, leadsUntil, electors, spoken, leads, tally } = row;
      const standing = {
        method,
        begunAt,
        quorum,
        exit,
        openedAt,
        droppedAt,
        leadsUntil,
        electors,
        spoken,
        leads,
        tally,
      };
      return {
        ...row,
        cost: cost === null ? null : { amount: Number(cost), currency: currency! },
        round:
          roundN === null
            ? null
            : { ...standing, n: roundN, version: roundVersion, dueAt, part, spoke: spoke ?? false, contributed },
        loan: loanBy === null ? null : { by: loanBy, level: loanLevel! },
      };
    },
  );
}

/** What a team is deciding, what is nearest to its end first; or what it decided and has not looked back at, the latest first. */
export async function currentIn(
  db: Db,
  of: { workspace: string; member: string; now: Date },
  { team, area, which }: { team: string; area?: string | undefined; which: "going" | "decided" },
  page: { offset: number; limit: number },
): Promise<{ total: number; rows: LiveRow[] }> {
  const inArea = area ? sql`and p.area_id = ${area}` : sql``;
  const wanted = sql`d.team_id = ${team} ${inArea} and ${which === "going" ? goes : isDecided}`;
  const order =
    which === "going"
      ? sql`order by array_position(array['sealed', 'opened', 'shaping', 'waiting'], p.phase),
          coalesce(case when p.phase = 'sealed' then r.due_at::date end, case when p.phase = 'waiting' then p.wait_until end, p.decide_by),
          p.phase_since, d.id`
      : sql`order by p.decided_at desc, d.id desc`;
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::integer as n from ${made} where p.workspace_id = ${of.workspace} and ${wanted}`.execute(db);
  const rows = await liveRows(db, of, wanted, sql`${order} offset ${page.offset} limit ${page.limit}`);
  return { total: counted[0]!.n, rows };
}

/**
 * Decisions in which something may wait for a member: what their open teams are deciding, what of it is to be looked back at or
 * asked about; and those of other teams in which they are asked for a voice.
 */
export async function perhapsWaiting(
  db: Db,
  of: { workspace: string; member: string; now: Date },
  today: string,
): Promise<LiveRow[]> {
  const { workspace, member, now } = of;
  const mine = sql`exists (
    select from team_member m where m.workspace_id = d.workspace_id and m.team_id = d.team_id and m.member_id = ${member}
      and m.until_at is null and m.role <> 'observer')`;
  const asked = sql`p.decision_id in (
    select r.decision_id from round_elector e
    join decision_round r on r.workspace_id = e.workspace_id and r.id = e.round_id
    where e.workspace_id = ${workspace} and e.member_id = ${member} and not e.spoke and r.dropped_at is null
      and (r.opened_at is null or r.leads_until > ${now}))`;
  const open = sql`p.level <= 3 and exists (
    select from decision_remark q where q.workspace_id = p.workspace_id and q.decision_id = p.decision_id and ${isOpenQuestion})`;
  return liveRows(
    db,
    of,
    sql`t.closed_at is null and (${asked} or (${mine} and (${goes} or (${isDecided} and (p.review_on <= ${today}::date or ${open})))))`,
    sql`order by d.id`,
  );
}

/** A member's step-ins on decisions of teams where they still are, which are over and were not looked back at. */
export async function stepInsToReview(db: Db, of: { workspace: string; member: string; now: Date }) {
  const { workspace, member, now } = of;
  const { rows } = await sql<{ team: string; teamName: string; decision: string; title: string; endedAt: Date }>`
    select d.team_id as team, t.name as "teamName", d.id as decision, d.title,
      least(s.until_at, s.ended_at, case when p.phase in ('decided', 'reviewed', 'withdrawn') then p.phase_since end) as "endedAt"
    from step_in s
    join ${made} on d.workspace_id = s.workspace_id and d.id = s.decision_id
    where s.workspace_id = ${workspace} and s.by_member = ${member} and s.reviewed_at is null and t.closed_at is null
      and (s.until_at <= ${now} or s.ended_at is not null or p.phase in ('decided', 'reviewed', 'withdrawn'))
      and exists (select from team_member m where m.workspace_id = d.workspace_id and m.team_id = d.team_id
        and m.member_id = ${member} and m.until_at is null)
    order by s.at, s.id`.execute(db);
  return rows;
}
