import { type RawBuilder, sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Side } from "./agreement-rules.ts";

/** What lead and team promise each other, in the version that holds now. */
export type AgreementNow = {
  agreement: string;
  version: number;
  answerDays: number;
  speaksLast: boolean;
  stepsIn: string;
  leadPromises: string;
  teamPromises: string;
  inForceAt: Date;
};

/** The agreement that holds in a team now; undefined where none does. */
export async function currentAgreement(db: Db, workspace: string, team: string): Promise<AgreementNow | undefined> {
  return db
    .selectFrom("agreement")
    .select([
      "id as agreement",
      "version",
      "answer_days as answerDays",
      "speaks_last as speaksLast",
      "steps_in as stepsIn",
      "lead_promises as leadPromises",
      "team_promises as teamPromises",
    ])
    .select((eb) => eb.ref("in_force_at").$castTo<Date>().as("inForceAt"))
    .where("workspace_id", "=", workspace)
    .where("team_id", "=", team)
    .where("in_force_at", "is not", null)
    .orderBy("in_force_at", "desc")
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** A version of an agreement with the yeses to it. */
export type AgreementRow = {
  id: string;
  team: string;
  version: number;
  answerDays: number;
  speaksLast: boolean;
  stepsIn: string;
  leadPromises: string;
  teamPromises: string;
  proposedAt: Date;
  proposedBy: string;
  proposer: string;
  inForceAt: Date | null;
  withdrawnAt: Date | null;
  leadYes: number;
  teamYes: number;
  teamOf: number;
  /** The side for which the one who asks said yes. */
  mySide: Side | null;
};

/**
 * Agreements with how many said yes on each side. A yes counts for the side it was said for, while its giver is on that
 * side: now, or, for what is settled, at the moment it was settled.
 */
async function agreementRows(
  db: Db,
  workspace: string,
  at: { now: Date; member: string | null },
  which: RawBuilder<unknown>,
): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select a.id, a.team_id as team, a.version, a.answer_days as "answerDays", a.speaks_last as "speaksLast",
      a.steps_in as "stepsIn", a.lead_promises as "leadPromises", a.team_promises as "teamPromises",
      a.proposed_at as "proposedAt", a.proposed_by as "proposedBy", p.name as proposer, a.in_force_at as "inForceAt",
      a.withdrawn_at as "withdrawnAt", c.lead_yes as "leadYes", c.team_yes as "teamYes", c.team_of as "teamOf",
      (select y.side from agreement_yes y
        where y.workspace_id = a.workspace_id and y.agreement_id = a.id and y.member_id = ${at.member}::uuid) as "mySide"
    from agreement a
    join member p on p.workspace_id = a.workspace_id and p.id = a.proposed_by
    cross join lateral (select coalesce(a.in_force_at, a.withdrawn_at, ${at.now}::timestamptz) as at) moment
    cross join lateral (
      select count(*) filter (where r.role = 'lead' and y.side = 'lead') as lead_yes,
        count(*) filter (where r.role = 'member' and y.side = 'team') as team_yes,
        count(*) filter (where r.role = 'member') as team_of
      from team_member r
      left join agreement_yes y
        on y.workspace_id = r.workspace_id and y.agreement_id = a.id and y.member_id = r.member_id
      where r.workspace_id = a.workspace_id and r.team_id = a.team_id
        and r.from_at <= moment.at and (r.until_at is null or r.until_at > moment.at)
    ) c
    where a.workspace_id = ${workspace} and ${which}
    order by a.version desc`.execute(db);
  return rows;
}

/** Every version of a team's agreement, the latest first. */
export async function agreementsOf(db: Db, workspace: string, team: string, at: { now: Date; member: string }) {
  return agreementRows(db, workspace, at, sql`a.team_id = ${team}`);
}

export async function agreementById(
  db: Db,
  workspace: string,
  agreement: string,
  at: { now: Date; member: string | null },
): Promise<AgreementRow | undefined> {
  return (await agreementRows(db, workspace, at, sql`a.id = ${agreement}`))[0];
}

/**
 * Agreements that are proposed and neither hold nor were taken back.
 * @param teams in these teams; every open team of the workspace where left out
 */
export async function openProposals(
  db: Db,
  workspace: string,
  at: { now: Date; member: string | null },
  teams?: readonly string[],
): Promise<AgreementRow[]> {
  const where = teams
    ? sql`a.team_id = any(${[...teams]}::uuid[])`
    : sql`exists (select from team t where t.workspace_id = a.workspace_id and t.id = a.team_id and t.closed_at is null)`;
  return agreementRows(db, workspace, at, sql`a.in_force_at is null and a.withdrawn_at is null and ${where}`);
}

export async function addAgreement(
  db: Db,
  row: {
    workspace: string;
    id: string;
    team: string;
    version: number;
    promises: Pick<AgreementRow, "answerDays" | "speaksLast" | "stepsIn" | "leadPromises" | "teamPromises">;
    at: Date;
    by: string;
  },
): Promise<void> {
  const { answerDays, speaksLast, stepsIn, leadPromises, teamPromises } = row.promises;
  await db
    .insertInto("agreement")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      team_id: row.team,
      version: row.version,
      answer_days: answerDays,
      speaks_last: speaksLast,
      steps_in: stepsIn,
      lead_promises: leadPromises,
      team_promises: teamPromises,
      proposed_at: row.at,
      proposed_by: row.by,
    })
    .execute();
}

/** Keeps a yes. Whoever changed sides since says it for the side they are on now. */
export async function addYes(
  db: Db,
  row: { workspace: string; agreement: string; member: string; side: Side; at: Date },
): Promise<void> {
  await db
    .insertInto("agreement_yes")
    .values({
      workspace_id: row.workspace,
      agreement_id: row.agreement,
      member_id: row.member,
      side: row.side,
      at: row.at,
    })
    .onConflict((conflict) =>
      conflict.columns(["workspace_id", "agreement_id", "member_id"]).doUpdateSet({ side: row.side, at: row.at }),
    )
    .execute();
}

export async function settleAgreement(
  db: Db,
  workspace: string,
  agreement: string,
  change: { in_force_at: Date } | { withdrawn_at: Date },
): Promise<void> {
  await db
    .updateTable("agreement")
    .set(change)
    .where("workspace_id", "=", workspace)
    .where("id", "=", agreement)
    .execute();
}
