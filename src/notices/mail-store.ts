import { sql } from "kysely";
import type pg from "pg";
import type { Db } from "../foundation/db.ts";

/** One mail to one member. */
export type WrittenMail = { id: string; member: string; subject: string; text: string; html: string };

/** Puts mail into the outbox, due at once. */
export async function addMail(
  db: Db,
  row: { workspace: string; at: Date; mails: readonly WrittenMail[] },
): Promise<void> {
  if (row.mails.length === 0) return;
  const { workspace, at, mails } = row;
  // what differs travels as arrays: thousands may be told, and a statement takes 65,535 parameters
  await sql`
    insert into mail (workspace_id, id, member_id, made_at, subject, body_text, body_html, due_at, tries)
    select ${workspace}::uuid, m.id, m.member, ${at}::timestamptz, m.subject, m.body_text, m.body_html, ${at}::timestamptz, 0
    from unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ member }) => member)}::uuid[],
      ${mails.map(({ subject }) => subject)}::text[], ${mails.map(({ text }) => text)}::text[],
      ${mails.map(({ html }) => html)}::text[]) m (id, member, subject, body_text, body_html)`.execute(db);
}

/** Mail that was written to one member, the latest first. */
export async function mailPage(db: Db, workspace: string, member: string, page: { offset: number; limit: number }) {
  const mine = db.selectFrom("mail").where("workspace_id", "=", workspace).where("member_id", "=", member);
  const { total } = await mine.select((e) => e.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await mine
    .select(["id", "made_at", "subject", "body_text", "sent_at", "given_up_at"])
    .orderBy("id", "desc")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return { total, rows };
}

/** A mail that was taken out of the outbox to be sent. */
export type TakenMail = {
  workspace_id: string;
  id: string;
  user_id: string | null;
  subject: string;
  body_text: string;
  body_html: string;
  tries: number;
};

/**
 * Takes mail that is due out of every workspace's outbox, by the one function that may. Nobody else is given it until
 * `againAt`.
 */
export async function takeDueMail(
  pool: pg.Pool,
  { at, againAt, most }: { at: Date; againAt: Date; most: number },
): Promise<TakenMail[]> {
  const { rows } = await pool.query<TakenMail>("select * from door_mail_due($1, $2, $3)", [at, againAt, most]);
  return rows;
}

/** When a mail was written, and whether whom it is for has left; nothing where it was deleted meanwhile. */
export async function mailToSend(db: Db, workspace: string, id: string) {
  return db
    .selectFrom("mail as w")
    .innerJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "w.workspace_id").onRef("m.id", "=", "w.member_id"),
    )
    .select(["w.made_at", "m.left_at"])
    .where("w.workspace_id", "=", workspace)
    .where("w.id", "=", id)
    .executeTakeFirst();
}

/** Notes how it went: sent, given up, or due again. */
export async function noteMail(
  db: Db,
  workspace: string,
  id: string,
  went: { sent_at: Date } | { given_up_at: Date } | { due_at: Date },
): Promise<void> {
  await db.updateTable("mail").set(went).where("workspace_id", "=", workspace).where("id", "=", id).execute();
}
