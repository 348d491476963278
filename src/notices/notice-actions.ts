import type { WorkspaceContext } from "../foundation/run.ts";
import { mailAtOnce } from "./mail-actions.ts";
import * as store from "./store.ts";

/** What a room tells members of something that happened. */
export type Notice = {
  /** Members to tell. Whoever did it, left, has not joined yet, is not in the team or muted this kind in it is left out. */
  to: readonly string[];
  /** `room.name`: its sentence is `notice.name` in that room's words, filled with `params`, `actor` and `team_name`. */
  kind: string;
  team: string;
  subject: string;
  /** Names of things and numbers; never a person's words that not everybody told may read. */
  params?: Record<string, string | number>;
  /** Where it leads, below the workspace's address: `/t/<team>/areas/<area>`. */
  path: string;
  /** Who did it; null for the clock. */
  actor: string | null;
  /** Somebody's yes is needed: it is mailed at once. */
  needsYes?: boolean;
  /** Told once to each member under this key, however often it is told. */
  once?: string;
  /** Whoever is named and is not in the team was asked from outside: they are told too, under no team. */
  beyondTeam?: boolean;
};

/**
 * Tells members of something, in the transaction in which it happened: here, in the daily digest, and by mail at once where
 * a yes is needed. Mail is only written here, and sent after the commit: no mail server can make what happened fail.
 */
export async function giveNotice(context: WorkspaceContext, notice: Notice): Promise<void> {
  const { db, workspace, now } = context;
  const readers = await store.readersFor(db, workspace, notice);
  const told = await store.addNotices(db, {
    workspace,
    at: now,
    notice,
    to: readers.map(({ id: member, in_team }) => ({ id: context.id(), member, in_team })),
  });
  if (told.size === 0) return;
  if (notice.needsYes) {
    await mailAtOnce(
      context,
      readers.filter(({ id, at_once }) => at_once && told.has(id)),
      notice,
    );
  }
  context.tell("notices");
}

/**
 * What notices about this thing asked for is done: they wait for nobody any more.
 * @param subject the thing they are about
 * @param kinds only these; all where left out
 * @param member only what this one was told; everybody where left out
 */
export async function settleNotices(
  context: WorkspaceContext,
  subject: string,
  kinds?: readonly string[],
  member?: string,
): Promise<void> {
  const { db, workspace, now } = context;
  const settled = await store.settle(db, { workspace, subject, kinds, member, at: now });
  if (settled > 0) context.tell("notices");
}
