import type { Db } from "../foundation/db.ts";
import type { Role } from "../people/rules.ts";
import type { RoleHeld } from "./intent-rules.ts";

export type Verdict = "same" | "partly" | "different";
/** A back-brief and whoever gave it. */
export type BriefRow = {
  id: string;
  intent: string;
  member: string;
  name: string;
  words: string;
  givenAt: Date;
  publishedAt: Date | null;
  verdict: Verdict | null;
  leftOut: string | null;
};

function briefs(db: Db, workspace: string) {
  return db
    .selectFrom("back_brief as b")
    .innerJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "b.workspace_id").onRef("m.id", "=", "b.member_id"),
    )
    .select([
      "b.id",
      "b.intent_id as intent",
      "b.member_id as member",
      "m.name",
      "b.words",
      "b.given_at as givenAt",
      "b.published_at as publishedAt",
      "b.left_out as leftOut",
    ])
    .select((eb) => eb.ref("b.verdict").$castTo<Verdict | null>().as("verdict"))
    .where("b.workspace_id", "=", workspace);
}

/** All back-briefs of one version of an intent, by name: who was first says nothing. */
export async function briefsOf(db: Db, workspace: string, intent: string): Promise<BriefRow[]> {
  return briefs(db, workspace).where("b.intent_id", "=", intent).orderBy("m.name").orderBy("b.id").execute();
}

/** One back-brief. `forChange` holds it, so that it is not said otherwise while it is marked. */
export async function briefById(db: Db, workspace: string, brief: string, forChange = false) {
  return briefs(db, workspace)
    .where("b.id", "=", brief)
    .$if(forChange, (q) => q.forUpdate("b"))
    .executeTakeFirst();
}

/**
 * Keeps somebody's back-brief, in place of what they gave before.
 * @returns its id; undefined where it is marked, and so stays as it is
 */
export async function keepBrief(
  db: Db,
  row: { workspace: string; id: string; intent: string; member: string; words: string; at: Date },
): Promise<string | undefined> {
  const kept = await db
    .insertInto("back_brief")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      intent_id: row.intent,
      member_id: row.member,
      words: row.words,
      given_at: row.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["workspace_id", "intent_id", "member_id"])
        .doUpdateSet({ words: row.words, given_at: row.at })
        .where("back_brief.verdict", "is", null),
    )
    .returning("id")
    .executeTakeFirst();
  return kept?.id;
}

export async function changeBrief(
  db: Db,
  workspace: string,
  brief: string,
  change:
    | { published_at: Date | null }
    | { verdict: Verdict; left_out: string | null; judged_at: Date; judged_by: string },
): Promise<void> {
  await db
    .updateTable("back_brief")
    .set(change)
    .where("workspace_id", "=", workspace)
    .where("id", "=", brief)
    .execute();
}

/**
 * Every role that was held in these teams, with its time.
 * @param member only this member's
 */
export async function rolesHeld(
  db: Db,
  workspace: string,
  teams: readonly string[],
  member?: string,
): Promise<(RoleHeld & { team: string })[]> {
  if (teams.length === 0) return [];
  return db
    .selectFrom("team_member")
    .select(["team_id as team", "member_id as member", "from_at as from", "until_at as until"])
    .select((eb) => eb.ref("role").$castTo<Role>().as("role"))
    .where("workspace_id", "=", workspace)
    .where("team_id", "in", [...teams])
    .$if(member !== undefined, (q) => q.where("member_id", "=", member!))
    .execute();
}
