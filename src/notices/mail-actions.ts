import { asTheClock } from "../foundation/as-the-clock.ts";
import { log } from "../foundation/log.ts";
import { type Letter, type Mailer, writeLetter } from "../foundation/mail.ts";
import type { Engine, WorkspaceContext } from "../foundation/run.ts";
import * as mailStore from "./mail-store.ts";
import type { Notice } from "./notice-actions.ts";
import { laidTooLong, leaseMs, sentenceOf, triedAgainAt } from "./rules.ts";
import * as store from "./store.ts";

/** How much is taken out of the outbox at a time: no more than can be tried while nobody else may have it. */
const takenAtOnce = 20;

/**
 * Writes to each of these members that their yes is needed, into the outbox.
 * @param readers who is told, and wants mail at once
 */
export async function mailAtOnce(
  context: WorkspaceContext,
  readers: readonly store.Reader[],
  notice: Notice,
): Promise<void> {
  if (readers.length === 0) return;
  const { db, workspace, now, address, sayTo } = context;
  const names = await store.namesFor(db, workspace, { team: notice.team, actor: notice.actor });
  const told = {
    kind: notice.kind,
    params: notice.params ?? {},
    actor: names.actor_name,
    teamName: names.team_name,
  };
  const here = `${address}/w/${names.slug}`;
  const mails = readers.map(({ id: member, locale, in_team }) => {
    const say = sayTo(locale, "notices");
    // whoever was asked from outside may not know the team
    const subject = oneLine(say("mail.yes.subject", { team_name: in_team ? names.team_name : names.name }));
    const letter: Letter = {
      locale,
      place: say("mail.place", { workspace: names.name }),
      heading: subject,
      parts: [{ items: [{ text: sentenceOf(sayTo, locale, told), url: `${here}${notice.path}` }] }],
      button: { text: say("mail.yes.button"), url: `${here}${notice.path}` },
      foot: footOf(say, "mail.yes.why", here),
    };
    return { id: context.id(), member, subject, ...writeLetter(letter) };
  });
  await mailStore.addMail(db, { workspace, at: now, mails });
}

/** Why a mail came, and the way to have fewer. */
export function footOf(say: ReturnType<WorkspaceContext["sayTo"]>, why: string, here: string): Letter["foot"] {
  return { text: say(why), link: { text: say("mail.choose"), url: `${here}/notices` } };
}

/** A subject is one line, whatever a name in it brought along. */
export function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, " ").trim().slice(0, 200);
}

/**
 * Sends what is due, of every workspace, and notes how it went. Several processes may do so at once: a mail is taken for some
 * minutes by one of them. What is logged names a mail by its id, and neither whom it is for nor what it says.
 * @param engine the running house; its clock says what is due
 * @param mailer the way to the mail server
 */
export async function deliverMail(engine: Engine, mailer: Mailer): Promise<void> {
  for (;;) {
    const at = engine.clock.now();
    const againAt = new Date(at.getTime() + leaseMs);
    const taken = await mailStore.takeDueMail(engine.pool, { at, againAt, most: takenAtOnce });
    for (const mail of taken) {
      await deliver(engine, mailer, mail).catch((error: unknown) => {
        log.error({ err: error, mail: mail.id }, "how a mail went could not be noted; it is tried again");
      });
    }
    if (taken.length < takenAtOnce) return;
  }
}

async function deliver(engine: Engine, mailer: Mailer, mail: mailStore.TakenMail): Promise<void> {
  const note = (went: Parameters<typeof mailStore.noteMail>[3]) =>
    asTheClock(engine, mail.workspace_id, ({ db }) => mailStore.noteMail(db, mail.workspace_id, mail.id, went));
  const now = () => engine.clock.now();
  const written = await asTheClock(engine, mail.workspace_id, ({ db }) =>
    mailStore.mailToSend(db, mail.workspace_id, mail.id),
  );
  if (!written) return;
  const wanted = !written.left_at && !laidTooLong(written.made_at, now());
  const to = wanted && mail.user_id ? await mailer.addressOf(mail.user_id) : null;
  if (!to) return note({ given_up_at: now() });
  try {
    await mailer.send({ id: mail.id, to, subject: mail.subject, text: mail.body_text, html: mail.body_html });
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    const again = triedAgainAt(mail.tries, now());
    log.warn(
      { mail: mail.id, tries: mail.tries, code, responseCode },
      again ? "a mail was not taken; it is tried again" : "a mail was not taken and is given up",
    );
    return note(again ? { due_at: again } : { given_up_at: now() });
  }
  await note({ sent_at: now() });
}
