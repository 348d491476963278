import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";

/**
 * What one member proposed, holds and said in decisions, for their own data; nobody else's voice is in it. Asked only for oneself:
 * before a round opens the database hands a voice out to whoever gave it alone.
 */
export async function ownDecisions(db: Db, workspace: string, member: string) {
  return {
    decisions: await db
      .selectFrom("deciding as p")
      .innerJoin("decision as d", (join) =>
        join.onRef("d.workspace_id", "=", "p.workspace_id").onRef("d.id", "=", "p.decision_id"),
      )
      .select(["d.id", "d.ref", "d.title", "p.phase", "p.proposed_at", "p.taken_up_at", "p.decided_at", "p.confidence"])
      .select([
        sql<boolean>`p.proposed_by = ${member}`.as("proposed"),
        sql<boolean>`p.holder_id is not distinct from ${member}::uuid`.as("holds"),
        sql<boolean>`d.decider_member is not distinct from ${member}::uuid`.as("decided"),
      ])
      .where("p.workspace_id", "=", workspace)
      .where((e) =>
        e.or([
          e("p.proposed_by", "=", member),
          e("p.holder_id", "=", member),
          e("p.handed_to", "=", member),
          e("d.decider_member", "=", member),
        ]),
      )
      .orderBy("p.proposed_at")
      .execute(),
    voices: await db
      .selectFrom("voice as v")
      .innerJoin("decision_round as r", (join) =>
        join.onRef("r.workspace_id", "=", "v.workspace_id").onRef("r.id", "=", "v.round_id"),
      )
      .select(["r.decision_id", "r.n as round", "v.stance", "v.reason", "v.at"])
      .where("v.workspace_id", "=", workspace)
      .where("v.member_id", "=", member)
      .orderBy("v.at")
      .execute(),
    objections: await db
      .selectFrom("objection")
      .select(["decision_id", "kind", "words", "raised_at", "ended", "ended_at", "why"])
      .where("workspace_id", "=", workspace)
      .where("by_member", "=", member)
      .orderBy("raised_at")
      .execute(),
    remarks: await db
      .selectFrom("decision_remark")
      .select(["decision_id", "at", "kind", "words", "removed_at"])
      .where("workspace_id", "=", workspace)
      .where("by_member", "=", member)
      .orderBy("at")
      .execute(),
    heard: await db
      .selectFrom("decision_heard")
      .select(["decision_id", "heard", "words", "at"])
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .orderBy("at")
      .execute(),
    reviews: await db
      .selectFrom("decision_review")
      .select(["decision_id", "n", "at", "verdict", "learned", "next"])
      .where("workspace_id", "=", workspace)
      .where("by_member", "=", member)
      .orderBy("at")
      .execute(),
    credits: await db
      .selectFrom("decision_credit")
      .select(["decision_id", "part"])
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .execute(),
  };
}

/**
 * Takes a member's name out of the log of decisions that were made here, where it stands as words: who proposed it, decided it, had
 * it handed over, moved it on. What an imported record says is the record's. A namesake's steps lose their name with it.
 */
export async function forgetMember(db: Db, workspace: string, member: string): Promise<void> {
  await sql`
    update decision d set
      authors = case when p.proposed_by = m.id then array_remove(d.authors, m.name) else d.authors end,
      handed_to = case when p.handed_to = m.id then array_remove(d.handed_to, m.name) else d.handed_to end,
      decider = case when d.decider_member = m.id then null else d.decider end
    from deciding p, member m
    where d.workspace_id = ${workspace} and p.workspace_id = d.workspace_id and p.decision_id = d.id
      and m.workspace_id = d.workspace_id and m.id = ${member}
      and (p.proposed_by = m.id or p.handed_to = m.id or d.decider_member = m.id)`.execute(db);
  await sql`
    update decision_step s set by_words = null
    from deciding p, member m
    where s.workspace_id = ${workspace} and p.workspace_id = s.workspace_id and p.decision_id = s.decision_id
      and m.workspace_id = s.workspace_id and m.id = ${member} and s.by_words = m.name`.execute(db);
}
