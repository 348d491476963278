import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";

/** A version of a proposal, with the rounds held on it and what it integrates. */
export type VersionRow = {
  n: number;
  at: Date;
  by: string;
  name: string;
  proposal: string;
  whatChanged: string;
  rounds: number[];
  integrates: { by: string; words: string }[];
};

/** Every version of a proposal, the latest first. */
export async function versionsOf(db: Db, workspace: string, decision: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.n, v.at, v.by_member as by, m.name, v.proposal, v.what_changed as "whatChanged",
      array(
        select r.n from decision_round r
        where r.workspace_id = v.workspace_id and r.decision_id = v.decision_id and r.version = v.n order by r.n
      ) as rounds,
      (
        select coalesce(jsonb_agg(jsonb_build_object('by', b.name, 'words', o.words) order by o.id), '[]')
        from objection o join member b on b.workspace_id = o.workspace_id and b.id = o.by_member
        where o.workspace_id = v.workspace_id and o.decision_id = v.decision_id and o.ended = 'integrated'
          and o.ended_version = v.n
      ) as integrates
    from decision_version v join member m on m.workspace_id = v.workspace_id and m.id = v.by_member
    where v.workspace_id = ${workspace} and v.decision_id = ${decision} order by v.n desc`.execute(db);
  return rows;
}
