import { sql } from "kysely";
import type { DecisionFacts } from "../decisions/rules.ts";
import type { Db } from "../foundation/db.ts";
import type { Mapping } from "./mapping.ts";
import type { Description } from "./overview.ts";
import type { KeptRow } from "./plan.ts";
import type { RowState } from "./rules.ts";
import type { Reason } from "./table.ts";

/**
 * Holds a team's record for this transaction, so that two imports cannot run at once.
 * @returns false where somebody else holds it
 */
export async function holdRecord(db: Db, team: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`record ${team}`}, 0)) as held`.execute(db);
  return rows[0]!.held;
}

/** An import as it is recorded. */
export type NewImport = {
  workspace: string;
  id: string;
  team: string;
  at: Date;
  by: string;
  fileName: string;
  historyName: string | null;
  mapping: Mapping;
  columns: readonly string[];
  counts: Record<RowState, number>;
  described: { before: Description; after: Description } | null;
};

export async function addImport(db: Db, one: NewImport): Promise<void> {
  const { counts, described } = one;
  await sql`
    insert into import (workspace_id, id, team_id, n, at, by_member, file_name, history_name, mapping, columns, new_rows,
      changed_rows, unchanged_rows, refused_rows, described_before, described_after)
    select ${one.workspace}, ${one.id}, ${one.team},
      (select coalesce(max(n), 0) + 1 from import where workspace_id = ${one.workspace} and team_id = ${one.team}),
      ${one.at}, ${one.by}, ${one.fileName}, ${one.historyName}, ${JSON.stringify(one.mapping)}::jsonb,
      ${[...one.columns]}::text[], ${counts.new}, ${counts.changed}, ${counts.unchanged}, ${counts.refused},
      ${described ? JSON.stringify(described.before) : null}::jsonb,
      ${described ? JSON.stringify(described.after) : null}::jsonb`.execute(db);
}

const rowsAtOnce = 2000;

/**
 * Keeps what became of each row.
 * @param kept told how many are kept, now and then
 */
export async function addImportRows(
  db: Db,
  to: { workspace: string; import: string },
  rows: readonly KeptRow[],
  kept: (done: number) => void,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce);
    await sql`
      insert into import_row (workspace_id, import_id, n, line, state, ref, title, decision_id, before, reasons, cells)
      select ${to.workspace}::uuid, ${to.import}::uuid, x.n, x.line, x.state, x.ref, x.title, x.decision_id, x.before,
        x.reasons, x.cells
      from json_to_recordset(${JSON.stringify(part)}::json) as x(n integer, line integer, state text, ref text, title text,
        decision_id uuid, before json, reasons jsonb, cells json)`.execute(db);
    kept(start + part.length);
  }
}

type ImportRow = {
  id: string;
  team_id: string;
  at: Date;
  by: string;
  file_name: string;
  history_name: string | null;
  mapping: Mapping;
  columns: string[];
  new_rows: number;
  changed_rows: number;
  unchanged_rows: number;
  refused_rows: number;
  described_before: Description | null;
  described_after: Description | null;
  undone_at: Date | null;
  undone_by: string | null;
  later_file: string | null;
  later_at: Date | null;
};

/**
 * A team's imports, the latest first, each with whoever made it and the latest one after it, not undone, that wrote one of
 * the same decisions or what the team says of its record.
 */
export async function importsOf(db: Db, workspace: string, team: string): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    with standing as (
      select id, n, described_after is not null as describes from import
      where workspace_id = ${workspace} and team_id = ${team} and undone_at is null
    ),
    written as (
      select s.n, r.decision_id from standing s
      join import_row r on r.workspace_id = ${workspace} and r.import_id = s.id
      where r.state in ('new', 'changed')
    ),
    last as (select decision_id, max(n) as n from written group by decision_id),
    later as (
      select n, max(later_n) as later_n from (
        select w.n, l.n as later_n from written w join last l on l.decision_id = w.decision_id and l.n > w.n
        union all
        select s.n, d.n from standing s join standing d on d.n > s.n and d.describes and s.describes
      ) pairs group by n
    )
    select i.id, i.team_id, i.at, m.name as by, i.file_name, i.history_name, i.mapping, i.columns, i.new_rows, i.changed_rows,
      i.unchanged_rows, i.refused_rows, i.described_before, i.described_after, i.undone_at, u.name as undone_by,
      o.file_name as later_file, o.at as later_at
    from import i
    join member m on m.workspace_id = i.workspace_id and m.id = i.by_member
    left join member u on u.workspace_id = i.workspace_id and u.id = i.undone_by
    left join later on later.n = i.n
    left join import o on o.workspace_id = i.workspace_id and o.team_id = i.team_id and o.n = later.later_n
    where i.workspace_id = ${workspace} and i.team_id = ${team} order by i.n desc`.execute(db);
  return rows;
}

/** One import, as `importsOf` tells it. */
export async function importById(db: Db, workspace: string, id: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<{ team_id: string }>`
    select team_id from import where workspace_id = ${workspace} and id = ${id}`.execute(db);
  if (!rows[0]) return undefined;
  return (await importsOf(db, workspace, rows[0].team_id)).find((one) => one.id === id);
}

/** A page of what became of an import's rows, with how many there are in that state. */
export async function importRows(
  db: Db,
  workspace: string,
  id: string,
  page: { state?: RowState | undefined; offset: number; limit: number },
) {
  const which = page.state === undefined ? sql`true` : sql`state = ${page.state}`;
  const { rows } = await sql<KeptRow>`
    select n, line, state, ref, title, decision_id, reasons
    from import_row where workspace_id = ${workspace} and import_id = ${id} and ${which}
    order by n offset ${page.offset} limit ${page.limit}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from import_row where workspace_id = ${workspace} and import_id = ${id} and ${which}`.execute(
    db,
  );
  return { total: counted[0]!.total, rows };
}

/** Every row that an import refused, in the order of the file. */
export async function refusedRowsOf(db: Db, workspace: string, id: string) {
  const { rows } = await sql<{ line: number; reasons: Reason[]; cells: unknown[] }>`
    select line, reasons, cells from import_row
    where workspace_id = ${workspace} and import_id = ${id} and state = 'refused' order by n`.execute(db);
  return rows;
}

/** The decisions an import brought, and those it changed with what they were before. */
export async function writtenBy(db: Db, workspace: string, id: string) {
  const { rows } = await sql<{ decision_id: string; state: "new" | "changed"; before: DecisionFacts | null }>`
    select decision_id, state, before from import_row
    where workspace_id = ${workspace} and import_id = ${id} and state in ('new', 'changed') and decision_id is not null
    order by n`.execute(db);
  return rows;
}

/** Notes that an import was undone. */
export async function setUndone(db: Db, workspace: string, id: string, at: Date, by: string): Promise<void> {
  await sql`update import set undone_at = ${at}, undone_by = ${by} where workspace_id = ${workspace} and id = ${id}`.execute(
    db,
  );
}
