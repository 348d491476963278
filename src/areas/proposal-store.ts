import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Patch, Side } from "./card-rules.ts";

export type ProposalKind = "level" | "card" | "owner";
/** What a proposal would change. */
export type Change = { level?: number; card?: Patch; owner?: string | null };
export type Ended = "agreed" | "declined" | "withdrawn" | "overtaken";

export type Proposal = {
  id: string;
  area: string;
  madeAt: Date;
  madeBy: string;
  maker: string;
  needs: Side;
  what: ProposalKind;
  change: Change;
  trialWeeks: number | null;
  why: string | null;
  ended: Ended | null;
};

const columns = sql`p.id, p.area_id as area, p.made_at as "madeAt", p.made_by as "madeBy", m.name as maker, p.needs, p.what,
  p.change, p.trial_weeks as "trialWeeks", p.why, p.ended`;
const from = sql`area_proposal p join member m on m.workspace_id = p.workspace_id and m.id = p.made_by`;

/** The proposals about these areas that were open at a moment, in order. */
export async function proposalsOpenAt(
  db: Db,
  workspace: string,
  areas: readonly string[],
  at: Date,
): Promise<Proposal[]> {
  if (areas.length === 0) return [];
  const { rows } = await sql<Proposal>`
    select ${columns} from ${from}
    where p.workspace_id = ${workspace} and p.area_id = any(${[...areas]}::uuid[])
      and p.made_at <= ${at} and (p.ended_at is null or p.ended_at > ${at})
    order by p.made_at, p.id`.execute(db);
  return rows;
}

/** One proposal. */
export async function proposalById(db: Db, workspace: string, id: string): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`
    select ${columns} from ${from} where p.workspace_id = ${workspace} and p.id = ${id}`.execute(db);
  return rows[0];
}

export async function addProposal(
  db: Db,
  row: {
    workspace: string;
    id: string;
    area: string;
    at: Date;
    by: string;
    needs: Side;
    what: ProposalKind;
    change: Change;
    trialWeeks: number | null;
    why: string;
  },
): Promise<void> {
  await db
    .insertInto("area_proposal")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      area_id: row.area,
      made_at: row.at,
      made_by: row.by,
      needs: row.needs,
      what: row.what,
      change: JSON.stringify(row.change),
      trial_weeks: row.trialWeeks,
      why: row.why || null,
    })
    .execute();
}

export async function endProposal(
  db: Db,
  row: { workspace: string; id: string; ended: Ended; at: Date; by: string | null; answer?: string },
): Promise<void> {
  await db
    .updateTable("area_proposal")
    .set({ ended: row.ended, ended_at: row.at, ended_by: row.by, answer: row.answer || null })
    .where("workspace_id", "=", row.workspace)
    .where("id", "=", row.id)
    .execute();
}
