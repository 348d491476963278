import { sql } from "kysely";
import type { Db } from "../foundation/db.ts";
import type { Notice } from "./notice-actions.ts";

/** Somebody who is told. */
export type Reader = { id: string; name: string; locale: string; at_once: boolean; in_team: boolean };

/**
 * Who of those named is told: members who are in the team now or were asked from beyond it, did not do it themselves and did
 * not mute it. In a steady order, so that two transactions that tell the same people do not wait for each other.
 */
export async function readersFor(db: Db, workspace: string, notice: Notice): Promise<Reader[]> {
  if (notice.to.length === 0) return [];
  return db
    .selectFrom("member as m")
    .leftJoin("team_member as r", (join) =>
      join
        .onRef("r.workspace_id", "=", "m.workspace_id")
        .onRef("r.member_id", "=", "m.id")
        .on("r.team_id", "=", notice.team)
        .on("r.until_at", "is", null),
    )
    .leftJoin("mail_choice as c", (join) =>
      join.onRef("c.workspace_id", "=", "m.workspace_id").onRef("c.member_id", "=", "m.id"),
    )
    .select(["m.id", "m.name", "m.locale"])
    .select(sql<boolean>`coalesce(c.at_once, true)`.as("at_once"))
    .select(sql<boolean>`r.member_id is not null`.as("in_team"))
    .where("m.workspace_id", "=", workspace)
    .where("m.id", "=", sql<string>`any(${[...notice.to]}::uuid[])`)
    .where("m.left_at", "is", null)
    .where("m.user_id", "is not", null)
    .$if(!notice.beyondTeam, (q) => q.where("r.member_id", "is not", null))
    .$if(notice.actor !== null, (q) => q.where("m.id", "<>", notice.actor!))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom("notice_mute as u")
            .select("u.kind")
            .whereRef("u.workspace_id", "=", "m.workspace_id")
            .whereRef("u.member_id", "=", "m.id")
            .where("u.team_id", "=", notice.team)
            .where("u.kind", "=", notice.kind),
        ),
      ),
    )
    .orderBy("m.id")
    .execute();
}

/**
 * Writes a notice for each of these members.
 * @returns those who were told now; whoever knew it under the same `once` is not among them
 */
export async function addNotices(
  db: Db,
  row: {
    workspace: string;
    at: Date;
    notice: Notice;
    to: readonly { id: string; member: string; in_team: boolean }[];
  },
): Promise<Set<string>> {
  const { workspace, at, notice, to } = row;
  if (to.length === 0) return new Set();
  // what differs travels as arrays: thousands may be told, and a statement takes 65,535 parameters
  const { rows } = await sql<{ member_id: string }>`
    insert into notice (workspace_id, id, member_id, team_id, at, kind, actor_id, subject_id, params, path, needs_yes, once)
    select ${workspace}::uuid, r.id, r.member, case when r.in_team then ${notice.team}::uuid end, ${at}::timestamptz, ${notice.kind},
      ${notice.actor}::uuid, ${notice.subject}::uuid, ${JSON.stringify(notice.params ?? {})}::jsonb, ${notice.path},
      ${notice.needsYes ?? false}::boolean, ${notice.once ?? null}
    from unnest(${to.map(({ id }) => id)}::uuid[], ${to.map(({ member }) => member)}::uuid[],
      ${to.map(({ in_team }) => in_team)}::boolean[]) r (id, member, in_team)
    on conflict (workspace_id, member_id, once) do nothing
    returning member_id`.execute(db);
  return new Set(rows.map((one) => one.member_id));
}

/** Notes that what notices about a thing asked for is done; how many there were. */
export async function settle(
  db: Db,
  row: {
    workspace: string;
    subject: string;
    kinds: readonly string[] | undefined;
    member: string | undefined;
    at: Date;
  },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("notice")
    .set({ settled_at: row.at })
    .where("workspace_id", "=", row.workspace)
    .where("subject_id", "=", row.subject)
    .where("settled_at", "is", null)
    .$if(row.kinds !== undefined, (q) => q.where("kind", "in", [...row.kinds!]))
    .$if(row.member !== undefined, (q) => q.where("member_id", "=", row.member!))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** The name and address part of the workspace, the name of a team, and what somebody is called now. */
export async function namesFor(db: Db, workspace: string, of: { team: string | null; actor: string | null }) {
  return db
    .selectFrom("workspace as w")
    .leftJoin("team as t", (join) => join.onRef("t.workspace_id", "=", "w.id").on("t.id", "=", of.team))
    .leftJoin("member as a", (join) => join.onRef("a.workspace_id", "=", "w.id").on("a.id", "=", of.actor))
    .select(["w.slug", "w.name", "t.name as team_name", "a.name as actor_name"])
    .where("w.id", "=", workspace)
    .executeTakeFirstOrThrow();
}

/** Whoever is no longer in the team that a notice is about does not read it: it could tell what they may not see now. */
export const inItsTeam = sql<boolean>`(n.team_id is null or exists (select from team_member r where r.workspace_id = n.workspace_id
  and r.team_id = n.team_id and r.member_id = n.member_id and r.until_at is null))`;

/** A notice with what its sentence and its line need, as they are called now. */
export function withNames(db: Db, workspace: string, member: string) {
  return db
    .selectFrom("notice as n")
    .leftJoin("team as t", (join) =>
      join.onRef("t.workspace_id", "=", "n.workspace_id").onRef("t.id", "=", "n.team_id"),
    )
    .leftJoin("member as a", (join) =>
      join.onRef("a.workspace_id", "=", "n.workspace_id").onRef("a.id", "=", "n.actor_id"),
    )
    .select(["n.id", "n.kind", "n.at", "n.team_id", "n.actor_id", "n.params", "n.path", "n.needs_yes"])
    .select(["n.seen_at", "n.settled_at", "t.name as team_name", "a.name as actor_name"])
    .where("n.workspace_id", "=", workspace)
    .where("n.member_id", "=", member)
    .where(inItsTeam);
}

/** Not seen, and nobody has done what it asks for. */
export const isNew = sql<boolean>`(n.seen_at is null and n.settled_at is null)`;
/** New, or a yes is still waited for. */
const isOpen = sql<boolean>`(n.settled_at is null and (n.seen_at is null or n.needs_yes))`;

/** What one member was told, the latest first. */
export async function noticesPage(
  db: Db,
  workspace: string,
  member: string,
  page: { open: boolean; offset: number; limit: number },
) {
  const wanted = page.open ? isOpen : sql<boolean>`true`;
  const { total, unseen } = await db
    .selectFrom("notice as n")
    .select((e) => [
      e.fn.countAll<number>().filterWhere(wanted).as("total"),
      e.fn.countAll<number>().filterWhere(isNew).as("unseen"),
    ])
    .where("n.workspace_id", "=", workspace)
    .where("n.member_id", "=", member)
    .where(inItsTeam)
    .executeTakeFirstOrThrow();
  const rows = await withNames(db, workspace, member)
    .where(wanted)
    .orderBy("n.id", "desc")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return { total, unseen, rows };
}

/** Notes that a member has seen these notices of theirs, or all. */
export async function see(
  db: Db,
  row: { workspace: string; member: string; ids: readonly string[] | undefined; at: Date },
): Promise<void> {
  if (row.ids?.length === 0) return;
  await db
    .updateTable("notice")
    .set({ seen_at: row.at })
    .where("workspace_id", "=", row.workspace)
    .where("member_id", "=", row.member)
    .where("seen_at", "is", null)
    .$if(row.ids !== undefined, (q) => q.where("id", "in", [...row.ids!]))
    .execute();
}

/** What a member chose to be told of, and by mail: the usual where they chose nothing. */
export async function choicesOf(db: Db, workspace: string, member: string) {
  const muted = await db
    .selectFrom("notice_mute as u")
    .select(["u.team_id as team", "u.kind"])
    .where("u.workspace_id", "=", workspace)
    .where("u.member_id", "=", member)
    .orderBy("u.team_id")
    .orderBy("u.kind")
    .execute();
  const mail = await db
    .selectFrom("mail_choice")
    .select(["digest", "at_once"])
    .where("workspace_id", "=", workspace)
    .where("member_id", "=", member)
    .executeTakeFirst();
  return { muted, digest: mail?.digest ?? true, atOnce: mail?.at_once ?? true };
}

/** Notes that a member wants to hear no more of one kind in one team, or wants to again. */
export async function setMuted(
  db: Db,
  row: { workspace: string; member: string; team: string; kind: string; muted: boolean; at: Date },
): Promise<void> {
  const { workspace, member, team, kind } = row;
  if (!row.muted) {
    await db
      .deleteFrom("notice_mute")
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .where("team_id", "=", team)
      .where("kind", "=", kind)
      .execute();
    return;
  }
  await db
    .insertInto("notice_mute")
    .values({ workspace_id: workspace, member_id: member, team_id: team, kind, since: row.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Notes how a member wants mail. */
export async function setMailChoice(
  db: Db,
  row: { workspace: string; member: string; digest: boolean; atOnce: boolean },
): Promise<void> {
  await db
    .insertInto("mail_choice")
    .values({ workspace_id: row.workspace, member_id: row.member, digest: row.digest, at_once: row.atOnce })
    .onConflict((conflict) =>
      conflict.columns(["workspace_id", "member_id"]).doUpdateSet({ digest: row.digest, at_once: row.atOnce }),
    )
    .execute();
}

/** Deletes all that was told to a member, what they chose, and mail written to them: for their erasure. */
export async function forgetMember(db: Db, workspace: string, member: string): Promise<void> {
  for (const table of ["notice", "notice_mute", "mail_choice", "digest_day", "mail"] as const) {
    await db.deleteFrom(table).where("workspace_id", "=", workspace).where("member_id", "=", member).execute();
  }
}

/** All that is kept of what a member was told and chose, for their own data. */
export async function ownNotices(db: Db, workspace: string, member: string) {
  return {
    notices: await db
      .selectFrom("notice")
      .select(["at", "kind", "params", "path", "seen_at"])
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .orderBy("id")
      .execute(),
    muted: await db
      .selectFrom("notice_mute")
      .select(["team_id", "kind", "since"])
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .execute(),
    mailChoice: await db
      .selectFrom("mail_choice")
      .select(["digest", "at_once"])
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .execute(),
    mail: await db
      .selectFrom("mail")
      .select(["made_at", "subject", "body_text", "sent_at"])
      .where("workspace_id", "=", workspace)
      .where("member_id", "=", member)
      .orderBy("id")
      .execute(),
  };
}
