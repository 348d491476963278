import { type Insertable, sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { DB } from "../foundation/tables.ts";

/**
 * What a team's next decision made here is called: "D-1", "D-2" and on, past what an imported record calls its own. Whoever asks
 * holds the team, so that no two are called the same.
 */
export async function nextRef(db: Db, workspace: string, team: string): Promise<string> {
  const { rows } = await sql<{ n: number }>`
    with called as (
      select ref, origin from decision where workspace_id = ${workspace} and team_id = ${team} and ref like 'D-%'
    ), last as (
      select coalesce(max(substr(ref, 3)::integer), 0) as n from called where origin = 'live' and ref ~ '^D-[1-9][0-9]{0,8}$'
    )
    select min(one.n)::integer as n
    from last, lateral generate_series(last.n + 1, last.n + 1 + (select count(*) from called)::integer) as one (n)
    where not exists (select from called where called.ref = 'D-' || one.n)`.execute(db);
  return `D-${rows[0]!.n}`;
}

/** What is written of a new decision: what the log says of it, and how it is made. */
export type NewDecision = {
  workspace: string;
  id: string;
  team: string;
  at: Date;
  today: string;
  by: { id: string; name: string };
  logged: Pick<Insertable<DB["decision"]>, "ref" | "title" | "kind" | "status"> &
    Partial<
      Pick<
        Insertable<DB["decision"]>,
        "context" | "decided_on" | "outcome" | "decided_by" | "decider" | "decider_member" | "basis" | "leads_own"
      >
    >;
  made: Omit<
    Insertable<DB["deciding"]>,
    "workspace_id" | "decision_id" | "n" | "proposed_at" | "proposed_by" | "phase_since" | "version"
  >;
};

/** Writes a new decision with the first version of what is proposed. */
export async function addDecision(db: Db, one: NewDecision): Promise<void> {
  const { workspace, id, at, by } = one;
  await db
    .insertInto("decision")
    .values({
      self_decided: false,
      leads_own: false,
      ...one.logged,
      workspace_id: workspace,
      id,
      team_id: one.team,
      origin: "live",
      topics: [],
      authors: [by.name],
      handed_to: [],
      // when the question behind a note came up nobody has said
      opened_on: one.made.shape === "note" ? null : one.today,
      on_record_from: one.today,
      supersedes: [],
      superseded_by: [],
      source: "{}",
      changed_at: at,
    })
    .execute();
  await db
    .insertInto("deciding")
    .values({
      ...one.made,
      workspace_id: workspace,
      decision_id: id,
      n: 1,
      proposed_at: at,
      proposed_by: by.id,
      phase_since: at,
      version: 1,
    })
    .execute();
  const { proposal } = one.made;
  await addVersion(db, { workspace, decision: id, n: 1, at, by: by.id, proposal });
}

/** Writes one more version of a proposal. */
export async function addVersion(
  db: Db,
  one: { workspace: string; decision: string; n: number; at: Date; by: string; proposal: string; whatChanged?: string },
): Promise<void> {
  await db
    .insertInto("decision_version")
    .values({
      workspace_id: one.workspace,
      decision_id: one.decision,
      n: one.n,
      at: one.at,
      by_member: one.by,
      proposal: one.proposal,
      what_changed: one.whatChanged ?? "",
    })
    .execute();
}

/**
 * Writes a version anew, as long as nobody was asked for a voice on it: the database itself refuses it from then on.
 * @returns whether it was written; otherwise the words need a version of their own
 */
export async function rewriteVersion(
  db: Db,
  one: { workspace: string; decision: string; n: number; at: Date; by: string; proposal: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("decision_version")
    .set({ at: one.at, by_member: one.by, proposal: one.proposal })
    .where("workspace_id", "=", one.workspace)
    .where("decision_id", "=", one.decision)
    .where("n", "=", one.n)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Writes who inside is affected, in place of who was. */
export async function setAffected(
  db: Db,
  workspace: string,
  decision: string,
  members: readonly string[],
): Promise<void> {
  await sql`
    delete from decision_affected where workspace_id = ${workspace} and decision_id = ${decision}
      and member_id <> all(${[...members]}::uuid[])`.execute(db);
  await sql`
    insert into decision_affected (workspace_id, decision_id, member_id)
    select ${workspace}::uuid, ${decision}::uuid, x.member from unnest(${[...new Set(members)]}::uuid[]) as x (member)
    on conflict do nothing`.execute(db);
}
