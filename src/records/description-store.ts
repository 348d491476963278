import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Term } from "./mapping.ts";
import { type Description, usualBatch } from "./overview.ts";

/** What a team says of its record: who was in office when, and since when deciders are named. */
export async function descriptionOf(db: Db, workspace: string, team: string): Promise<Description> {
  const { rows } = await sql<{ decider_known_since: string | null; batch_from: number }>`
    select decider_known_since, batch_from from record_description
    where workspace_id = ${workspace} and team_id = ${team}`.execute(db);
  const terms = await sql<Term>`
    select from_on as "from", until_on as "until", who from office_term
    where workspace_id = ${workspace} and team_id = ${team} order by n`.execute(db);
  return {
    deciderKnownSince: rows[0]?.decider_known_since ?? null,
    batchFrom: rows[0]?.batch_from ?? usualBatch,
    terms: terms.rows,
  };
}

/** Replaces what a team says of its record. */
export async function describe(
  db: Db,
  to: { workspace: string; team: string; at: Date },
  description: Description,
): Promise<void> {
  const { workspace, team, at } = to;
  await sql`
    insert into record_description (workspace_id, team_id, decider_known_since, batch_from, changed_at)
    values (${workspace}, ${team}, ${description.deciderKnownSince}, ${description.batchFrom}, ${at})
    on conflict (workspace_id, team_id) do update
    set decider_known_since = excluded.decider_known_since, batch_from = excluded.batch_from, changed_at = excluded.changed_at`.execute(
    db,
  );
  await sql`delete from office_term where workspace_id = ${workspace} and team_id = ${team}`.execute(db);
  if (description.terms.length === 0) return;
  await sql`
    insert into office_term (workspace_id, team_id, n, from_on, until_on, who)
    select ${workspace}::uuid, ${team}::uuid, x.n, x."from", x."until", x.who
    from json_to_recordset(${JSON.stringify(description.terms.map((term, n) => ({ n, ...term })))}::json)
      as x(n integer, "from" date, "until" date, who text)`.execute(db);
}
