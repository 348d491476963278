import { endOfDay } from "../areas/time-rules.ts";
import { dayIn } from "../foundation/clock.ts";
import type { WorkspaceContext } from "../foundation/run.ts";
import * as decidingStore from "./deciding-store.ts";
import * as store from "./due-store.ts";
import { isDue, isFresh, leadsHearFrom, leadsHearOf, stalledSince } from "./outcome-rules.ts";
import { decidersAt, decidingOf, tellOfDecision } from "./shared-actions.ts";

/** Who may take a decision up, who leads, and at which level it is. */
async function placeOf(context: WorkspaceContext, decision: string) {
  const row = (await decidingStore.decidingById(context.db, context.workspace, decision))!;
  const { level, weighed } = await decidingOf(context, row, null);
  return {
    level,
    takers: decidersAt(level, row, weighed).takers,
    leads: weighed.people.filter(({ role }) => role === "lead").map(({ id }) => id),
  };
}

const stalledKey = (row: store.DueRow) => `decisions.stalled:${row.id}:${row.moved.toISOString()}`;
const leadKey = (row: store.DueRow) => `decisions.stalled_lead:${row.id}:${row.moved.toISOString()}`;

/** One prompt to whoever holds it, or may take it up; and days later one to the leads, where they have a part in it. */
async function tellStalled(
  context: WorkspaceContext,
  row: store.DueRow,
  told: ReadonlyMap<string, Date>,
): Promise<void> {
  const { now } = context;
  const late = row.decideBy ? endOfDay(row.decideBy, row.timeZone) : null;
  const since = stalledSince({ phase: row.phase, moved: row.moved, late }, now);
  if (!since || !isFresh(since, now)) return;
  let first = told.get(stalledKey(row)) ?? null;
  if (!first) {
    const to = row.holder ? [row.holder] : (await placeOf(context, row.id)).takers;
    await tellOfDecision(context, row, {
      kind: "stalled",
      to,
      actor: null,
      params: { taken: row.holder ? "yes" : "no" },
      once: stalledKey(row),
    });
    // where nobody heard it, because nobody is there or they mute it, the leads need not wait for that
    first = (await store.toldAt(context.db, context.workspace, [stalledKey(row)])).get(stalledKey(row)) ?? null;
  }
  if (told.has(leadKey(row)) || now < leadsHearFrom(since, first)) return;
  const { level, leads, takers } = await placeOf(context, row.id);
  if (!leadsHearOf(level)) return;
  const knew = row.holder ? [row.holder] : takers;
  await tellOfDecision(context, row, {
    kind: "stalled_lead",
    to: leads.filter((id) => !knew.includes(id)),
    actor: null,
    once: leadKey(row),
  });
}

/**
 * What the clock brings to decisions: reviews that are due, waits that are over, and what has stalled, each told once to whoever it
 * concerns. A day begins where that person is. Nothing is decided by time passing.
 * @param context one workspace, as the clock
 */
export async function decisionsDue(context: WorkspaceContext): Promise<void> {
  const { db, workspace, now } = context;
  const rows = await store.maybeDue(db, workspace, now);
  const keys = rows.flatMap((row) => [stalledKey(row), leadKey(row)]);
  const told = await store.toldAt(db, workspace, keys);
  for (const row of rows) {
    const today = dayIn(now, row.timeZone);
    if (row.phase === "decided") {
      if (!row.keeper || !row.reviewOn || !isDue(row.reviewOn, today)) continue;
      const once = `decisions.review_due:${row.id}:${row.reviewOn}`;
      await tellOfDecision(context, row, { kind: "review_due", to: [row.keeper], actor: null, once });
    } else if (row.phase === "waiting") {
      if (!row.waitUntil || !isDue(row.waitUntil, today)) continue;
      const to = row.holder ? [row.holder] : (await placeOf(context, row.id)).takers;
      const once = `decisions.wait_over:${row.id}:${row.waitUntil}`;
      await tellOfDecision(context, row, { kind: "wait_over", to, actor: null, once });
    } else {
      await tellStalled(context, row, told);
    }
  }
}
