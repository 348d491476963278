import { asTheClock } from "../foundation/as-the-clock.ts";
import { log } from "../foundation/log.ts";
import { type Letter, writeLetter } from "../foundation/mail.ts";
import type { Engine, WorkspaceContext } from "../foundation/run.ts";
import * as digestStore from "./digest-store.ts";
import { footOf, oneLine } from "./mail-actions.ts";
import { addMail } from "./mail-store.ts";
import { sentenceOf, type Told } from "./rules.ts";
import { namesFor } from "./store.ts";

/** A digest comes from this hour on, where its reader is. */
const fromHour = 8;
/** What is older is passed over: a digest tells news. */
const newsMs = 7 * 86_400_000;
const mostAtOnce = 50;

/**
 * Writes each member's digest whose morning has come: one mail a day with what they have not seen, and none where there is
 * nothing to tell. Several processes may do so at once. Where one digest fails, the others are written.
 * @param engine the running house; its clock says whose morning it is
 */
export async function writeDigests(engine: Engine): Promise<void> {
  for (const due of await digestStore.digestsDue(engine.pool, engine.clock.now(), fromHour)) {
    await asTheClock(engine, due.workspace_id, (context) => writeDigest(context, due)).catch((error: unknown) => {
      log.error(
        { err: error, workspace: due.workspace_id },
        "a digest could not be written; the next sweep tries again",
      );
    });
  }
}

async function writeDigest(context: WorkspaceContext, due: digestStore.DueDigest): Promise<void> {
  const { db, workspace, now, address, sayTo } = context;
  const { member_id: member, morning } = due;
  if (!(await digestStore.takeDay(db, workspace, member, due.day))) return;
  const from = new Date(morning.getTime() - newsMs);
  const rows = await digestStore.newFor(db, workspace, member, { from, before: morning, most: mostAtOnce });
  await digestStore.markDigested(db, { workspace, member, before: morning, at: now });
  if (rows.length === 0) return;

  const { locale } = await digestStore.readerOf(db, workspace, member);
  const names = await namesFor(db, workspace, { team: null, actor: null });
  const say = sayTo(locale, "notices");
  const here = `${address}/w/${names.slug}`;
  const total = rows[0]!.total;
  const parts = new Map<string, Letter["parts"][number]["items"][number][]>();
  for (const row of rows) {
    const told = {
      kind: row.kind,
      params: row.params as Told["params"],
      actor: row.actor_name,
      teamName: row.team_name,
    };
    const item = {
      text: sentenceOf(sayTo, locale, told),
      url: `${here}${row.path}`,
      ...(row.needs_yes ? { note: say("needs_yes") } : {}),
    };
    const title = row.team_name ?? names.name;
    parts.set(title, [...(parts.get(title) ?? []), item]);
  }
  const subject = oneLine(say("mail.digest.subject", { n: total, workspace: names.name }));
  const letter: Letter = {
    locale,
    place: say("mail.place", { workspace: names.name }),
    heading: say("mail.digest.heading", { n: total }),
    ...(total > rows.length ? { lead: say("mail.digest.more", { n: total - rows.length }) } : {}),
    parts: [...parts].sort(([a], [b]) => a.localeCompare(b, locale)).map(([title, items]) => ({ title, items })),
    button: { text: say("mail.digest.button"), url: `${here}/notices` },
    foot: footOf(say, "mail.digest.why", here),
  };
  await addMail(db, { workspace, at: now, mails: [{ id: context.id(), member, subject, ...writeLetter(letter) }] });
  context.tell("notices");
}
