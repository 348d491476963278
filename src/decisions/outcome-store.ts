import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { ReviewVerdict } from "./outcome-rules.ts";

/** Who gave a voice in a round that has opened: the leads who came last too. Nobody, while it is sealed. */
export async function spokeIn(db: Db, workspace: string, round: string): Promise<string[]> {
  const { rows } = await sql<{ member: string }>`
    select v.member_id as member from voice v
    join decision_round r on r.workspace_id = v.workspace_id and r.id = v.round_id
    where v.workspace_id = ${workspace} and v.round_id = ${round} and r.opened_at is not null`.execute(db);
  return rows.map(({ member }) => member);
}

/** Everybody who was asked for a voice in any round of a decision. */
export async function askedIn(db: Db, workspace: string, decision: string): Promise<string[]> {
  const { rows } = await sql<{ member: string }>`
    select distinct e.member_id as member from round_elector e
    join decision_round r on r.workspace_id = e.workspace_id and r.id = e.round_id
    where e.workspace_id = ${workspace} and r.decision_id = ${decision}`.execute(db);
  return rows.map(({ member }) => member);
}

/** Forgets what contributors said of a sum-up: it reads otherwise now, or is gone. */
export async function clearHeard(db: Db, workspace: string, decision: string): Promise<void> {
  await db
    .deleteFrom("decision_heard")
    .where("workspace_id", "=", workspace)
    .where("decision_id", "=", decision)
    .execute();
}

/** Writes what one contributor says of the sum-up; saying it again takes the place of what was said before. */
export async function setHeard(
  db: Db,
  row: { workspace: string; decision: string; member: string; heard: boolean; words: string; at: Date },
): Promise<void> {
  const said = { heard: row.heard, words: row.words, at: row.at };
  await db
    .insertInto("decision_heard")
    .values({ workspace_id: row.workspace, decision_id: row.decision, member_id: row.member, ...said })
    .onConflict((conflict) => conflict.columns(["workspace_id", "decision_id", "member_id"]).doUpdateSet(said))
    .execute();
}

/** Who of these may be credited for a decision: whoever is or was in the team, and whoever was asked for a voice in it. */
export async function creditable(
  db: Db,
  workspace: string,
  about: { team: string; decision: string },
  members: readonly string[],
): Promise<Set<string>> {
  if (members.length === 0) return new Set();
  const { rows } = await sql<{ member: string }>`
    select member_id as member from team_member
    where workspace_id = ${workspace} and team_id = ${about.team} and member_id = any(${[...members]}::uuid[])
    union
    select e.member_id from round_elector e
    join decision_round r on r.workspace_id = e.workspace_id and r.id = e.round_id
    where e.workspace_id = ${workspace} and r.decision_id = ${about.decision}
      and e.member_id = any(${[...members]}::uuid[])`.execute(db);
  return new Set(rows.map(({ member }) => member));
}

/** Writes who did, who decided and who helped, in place of what stood there. */
export async function setCredits(
  db: Db,
  workspace: string,
  decision: string,
  credits: readonly { member: string; part: string }[],
): Promise<void> {
  await db
    .deleteFrom("decision_credit")
    .where("workspace_id", "=", workspace)
    .where("decision_id", "=", decision)
    .execute();
  if (credits.length === 0) return;
  await db
    .insertInto("decision_credit")
    .values(
      credits.map(({ member, part }) => ({
        workspace_id: workspace,
        decision_id: decision,
        member_id: member,
        part,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** One decision of the log takes another's place: each names the other. */
export async function supersede(db: Db, row: { workspace: string; old: string; by: string; at: Date }): Promise<void> {
  await sql`
    update decision n set supersedes = array_append(n.supersedes, o.ref), changed_at = ${row.at}
    from decision o
    where n.workspace_id = ${row.workspace} and n.id = ${row.by} and o.workspace_id = n.workspace_id and o.id = ${row.old}
      and not o.ref = any(n.supersedes)`.execute(db);
  await sql`
    update decision o set outcome = 'superseded', superseded_by = array_append(o.superseded_by, n.ref), changed_at = ${row.at}
    from decision n
    where o.workspace_id = ${row.workspace} and o.id = ${row.old} and n.workspace_id = o.workspace_id and n.id = ${row.by}
      and not n.ref = any(o.superseded_by)`.execute(db);
}

/** One of a decision's own verdicts, looked back at by whoever gave it. */
export type CalibrationPoint = {
  decision: string;
  team: string;
  title: string;
  shape: "decision" | "note" | "experiment";
  confidence: number;
  verdict: ReviewVerdict;
  decidedOn: string | null;
};

/** What one member decided with a confidence, and how its latest review found it, the latest first. Asked only for oneself. */
export async function calibrationOf(
  db: Db,
  workspace: string,
  member: string,
  most: number,
): Promise<CalibrationPoint[]> {
  const { rows } = await sql<CalibrationPoint>`
    select d.id as decision, d.team_id as team, d.title, p.shape, p.confidence, r.verdict, d.decided_on as "decidedOn"
    from decision d
    join deciding p on p.workspace_id = d.workspace_id and p.decision_id = d.id
    cross join lateral (
      select v.verdict from decision_review v
      where v.workspace_id = d.workspace_id and v.decision_id = d.id order by v.n desc limit 1
    ) r
    where d.workspace_id = ${workspace} and d.decider_member = ${member} and p.confidence is not null
    order by p.decided_at desc, d.id desc limit ${most}`.execute(db);
  return rows;
}
