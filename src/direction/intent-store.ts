import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import { upFrom } from "../people/team-store.ts";
import type { Line, Part, Said } from "./intent-rules.ts";

/** A line of a current intent, with the team whose it is. */
export type LineNow = { line: string; part: Part; words: string; team: string; teamName: string };
/** The same, seen from a team at or below that team: how far up it stands, and which line that team's intent serves. */
export type LineSeen = LineNow & { from: string; depth: number; intentServes: string | null };

/**
 * The lines of current intents that teams see: each team's own, then those of the teams above it, the nearest first.
 * @param teams from where one looks
 */
export async function linesSeenFrom(db: Db, workspace: string, teams: readonly string[]): Promise<LineSeen[]> {
  if (teams.length === 0) return [];
  const { rows } = await sql<LineSeen>`
    with recursive ${upFrom(workspace, teams)}
    select up."from", up.depth, up.id as team, up.name as "teamName", l.line_id as line, l.part, l.words,
      latest.serves_line as "intentServes"
    from up
    join lateral (
      select i.id, i.serves_line from intent i where i.workspace_id = ${workspace} and i.team_id = up.id
      order by i.version desc limit 1
    ) latest on true
    join intent_line l on l.workspace_id = ${workspace} and l.intent_id = latest.id
    order by up."from", up.depth, l.n`.execute(db);
  return rows;
}

/** The lines of a team's current intent and of those of the teams above it, its own first, then the nearest. */
export async function linesOfTeamNow(db: Db, workspace: string, team: string): Promise<LineNow[]> {
  const rows = await linesSeenFrom(db, workspace, [team]);
  return rows.map(({ line, part, words, team, teamName }) => ({ line, part, words, team, teamName }));
}

/** A published version with its lines and whoever published it. */
export type IntentRow = {
  id: string;
  team: string;
  version: number;
  why: string;
  done: string;
  keep: string;
  until: string;
  review: string;
  servesLine: string | null;
  whatChanged: string | null;
  publishedAt: Date;
  publishedBy: string;
  publisher: string;
};

function intents(db: Db, workspace: string) {
  return db
    .selectFrom("intent as i")
    .innerJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "i.workspace_id").onRef("m.id", "=", "i.published_by"),
    )
    .select([
      "i.id",
      "i.team_id as team",
      "i.version",
      "i.why",
      "i.done",
      "i.keep",
      "i.until_on as until",
      "i.review_on as review",
      "i.serves_line as servesLine",
      "i.what_changed as whatChanged",
      "i.published_at as publishedAt",
      "i.published_by as publishedBy",
      "m.name as publisher",
    ])
    .where("i.workspace_id", "=", workspace);
}

/** Versions of a team's intent, the latest first, and how many there are. */
export async function versionsOf(
  db: Db,
  workspace: string,
  team: string,
  page: { offset: number; limit: number },
): Promise<{ total: number; rows: (IntentRow & { lines: Line[] })[] }> {
  const { total } = await db
    .selectFrom("intent")
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .where("workspace_id", "=", workspace)
    .where("team_id", "=", team)
    .executeTakeFirstOrThrow();
  const rows = await intents(db, workspace)
    .where("i.team_id", "=", team)
    .orderBy("i.version", "desc")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const ids = rows.map((row) => row.id);
  const lines = ids.length
    ? await db
        .selectFrom("intent_line")
        .select(["intent_id", "line_id as line", "part", "words"])
        .where("workspace_id", "=", workspace)
        .where("intent_id", "in", ids)
        .orderBy("n")
        .execute()
    : [];
  const of = (id: string) =>
    lines
      .filter(({ intent_id }) => intent_id === id)
      .map(({ line, part, words }) => ({ line, part: part as Part, words }));
  return { total, rows: rows.map((row) => ({ ...row, lines: of(row.id) })) };
}

/** One version, and whether a newer one is there. */
export async function intentById(db: Db, workspace: string, intent: string) {
  return intents(db, workspace)
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("intent as newer")
            .select("newer.id")
            .whereRef("newer.workspace_id", "=", "i.workspace_id")
            .whereRef("newer.team_id", "=", "i.team_id")
            .whereRef("newer.version", ">", "i.version"),
        )
        .as("replaced"),
    )
    .where("i.id", "=", intent)
    .executeTakeFirst();
}

/** Adds the next version of an intent with its lines. */
export async function addIntent(
  db: Db,
  row: {
    workspace: string;
    id: string;
    team: string;
    version: number;
    said: Said;
    until: string;
    review: string;
    servesLine: string | null;
    whatChanged: string | null;
    at: Date;
    by: string;
    lines: readonly Line[];
  },
): Promise<void> {
  await db
    .insertInto("intent")
    .values({
      workspace_id: row.workspace,
      id: row.id,
      team_id: row.team,
      version: row.version,
      why: row.said.why,
      done: row.said.done,
      keep: row.said.keep,
      until_on: row.until,
      review_on: row.review,
      serves_line: row.servesLine,
      what_changed: row.whatChanged,
      published_at: row.at,
      published_by: row.by,
    })
    .execute();
  await db
    .insertInto("intent_line")
    .values(
      row.lines.map(({ line, part, words }, n) => ({
        workspace_id: row.workspace,
        intent_id: row.id,
        line_id: line,
        part,
        n: n + 1,
        words,
      })),
    )
    .execute();
}

/** Somebody's own draft of a team's intent. */
export async function draftOf(db: Db, workspace: string, team: string, member: string) {
  return db
    .selectFrom("intent_draft")
    .select([
      "why",
      "done",
      "keep",
      "until_on as until",
      "review_on as review",
      "serves_line as serves",
      "what_changed as whatChanged",
      "changed_at as changedAt",
    ])
    .where("workspace_id", "=", workspace)
    .where("team_id", "=", team)
    .where("member_id", "=", member)
    .executeTakeFirst();
}

/** Keeps somebody's draft, in place of what they had. */
export async function keepDraft(
  db: Db,
  row: {
    workspace: string;
    team: string;
    member: string;
    at: Date;
    draft: Said & { until: string | null; review: string | null; serves: string | null; whatChanged: string };
  },
): Promise<void> {
  const { why, done, keep, until, review, serves, whatChanged } = row.draft;
  const draft = {
    why,
    done,
    keep,
    until_on: until,
    review_on: review,
    serves_line: serves,
    what_changed: whatChanged,
    changed_at: row.at,
  };
  await db
    .insertInto("intent_draft")
    .values({ workspace_id: row.workspace, team_id: row.team, member_id: row.member, ...draft })
    .onConflict((conflict) => conflict.columns(["workspace_id", "team_id", "member_id"]).doUpdateSet(draft))
    .execute();
}

export async function dropDraft(db: Db, workspace: string, team: string, member: string): Promise<void> {
  await db
    .deleteFrom("intent_draft")
    .where("workspace_id", "=", workspace)
    .where("team_id", "=", team)
    .where("member_id", "=", member)
    .execute();
}

/**
 * Forgets what somebody wrote here for themselves or for few: their drafts and their back-briefs, marked ones too. What they
 * published, and goals they hold, stay with the team under the name that stands in place of theirs.
 */
export async function forgetMember(db: Db, workspace: string, member: string): Promise<void> {
  await db.deleteFrom("intent_draft").where("workspace_id", "=", workspace).where("member_id", "=", member).execute();
  await db.deleteFrom("back_brief").where("workspace_id", "=", workspace).where("member_id", "=", member).execute();
}
