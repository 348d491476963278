import { asTheClock } from "../foundation/as-the-clock.ts";
import { log } from "../foundation/log.ts";
import type { Engine, WorkspaceContext } from "../foundation/run.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import { type DecidingRow, decidingById, holdDeciding } from "./deciding-store.ts";
import { methodRules, quorumNeeded } from "./method-rules.ts";
import { endSpokenAnew, raise } from "./objection-store.ts";
import { dueAbout, raisingStances } from "./round-rules.ts";
import * as store from "./round-store.ts";
import { dayOfClock, moveOn, tellOfDecision } from "./shared-actions.ts";
import { voicesTaking } from "./voice-store.ts";

const hourMs = 3_600_000;

/** What people were asked for in a sealed round, and need not do any more. */
const askedInRound = ["decisions.voice_asked", "decisions.voice_reminder", "decisions.extended"];

/**
 * Writes what voices raise as objections and concerns, as the method says; what whoever spoke raised in an earlier round ends.
 * @param only one member's voice; everybody's where left out
 */
export async function raiseFromVoices(
  context: Pick<WorkspaceContext, "db" | "workspace" | "now" | "id">,
  round: Pick<store.RoundHeld, "id" | "decision" | "method">,
  only?: string,
): Promise<void> {
  const { db, workspace, now } = context;
  const of = { workspace, decision: round.decision, round: round.id, at: now };
  const { raises } = methodRules[round.method];
  const raising = (await voicesTaking(db, workspace, round.id, raisingStances(round.method))).filter(
    ({ member }) => only === undefined || member === only,
  );
  await raise(
    db,
    of,
    raising.map(({ member, stance, reason }) => ({ id: context.id(), member, kind: raises[stance]!, words: reason })),
  );
  await endSpokenAnew(db, of, only);
}

/**
 * Opens a round for everybody at once, in one transaction: its voices become readable, what they raise is written, and people are
 * told. Whoever calls this holds the decision and the round.
 * @param row the decision
 * @param opening why it opens; `by` is null for the clock
 */
export async function openRound(
  context: WorkspaceContext,
  row: DecidingRow,
  round: store.RoundHeld,
  opening: { because: "all_spoke" | "deadline"; by: { id: string; name: string } | null; today: string },
): Promise<void> {
  const { db, workspace, now } = context;
  const electors = await store.electorsOf(db, workspace, round.id);
  const leads = electors.filter(({ part }) => part === "lead").map(({ member }) => member);
  // the database shows no voice to anybody else before this is written
  await store.changeRound(db, workspace, round.id, {
    opened_at: now,
    opened_because: opening.because,
    leads_until: leads.length > 0 ? new Date(now.getTime() + round.windowHours * hourMs) : null,
  });
  await raiseFromVoices(context, round);
  await moveOn(context, row, { phase: "opened", by: opening.by?.name ?? null, today: opening.today });
  await settleNotices(context, row.id, askedInRound);
  const asked = electors.map(({ member }) => member);
  const opened = { kind: "opened", actor: opening.by?.id ?? null };
  await tellOfDecision(context, row, {
    ...opened,
    to: asked.filter((member) => !leads.includes(member)),
    beyondTeam: true,
  });
  const close = [row.proposedBy, ...(row.holder ? [row.holder] : [])].filter((member) => !asked.includes(member));
  await tellOfDecision(context, row, { ...opened, to: [...new Set(close)] });
  await tellOfDecision(context, row, {
    kind: "lead_voice_asked",
    to: leads,
    actor: null,
    needsYes: true,
    beyondTeam: true,
  });
}

/** Gives a round more time, once, and says so to everybody who may speak in it. */
async function extend(
  context: WorkspaceContext,
  row: DecidingRow,
  round: store.RoundHeld,
  more: { until: Date; electors: readonly string[] },
): Promise<void> {
  const { db, workspace, now } = context;
  await store.changeRound(db, workspace, round.id, {
    due_at: more.until,
    extended_from: round.dueAt,
    // whoever is told of more time is reminded by that
    reminded_at: round.remindedAt ?? now,
  });
  await context.record({ kind: "decisions.extended", subject: row.id, team: row.team, data: { round: round.n } });
  await tellOfDecision(context, row, {
    kind: "extended",
    to: more.electors,
    actor: null,
    params: { needed: quorumNeeded(more.electors.length, round.quorum), electors: more.electors.length },
    once: `decisions.extended:${round.id}`,
    beyondTeam: true,
  });
  context.tell("decisions");
}

/** One reminder to those who have not spoken; nobody else learns that they were reminded. */
async function remind(context: WorkspaceContext, row: DecidingRow, round: store.RoundHeld, silent: readonly string[]) {
  const { db, workspace, now } = context;
  await store.changeRound(db, workspace, round.id, { reminded_at: now });
  // what was asked at first is asked again, and stands once
  await settleNotices(context, row.id, ["decisions.voice_asked"]);
  await tellOfDecision(context, row, {
    kind: "voice_reminder",
    to: silent,
    actor: null,
    needsYes: true,
    once: `decisions.voice_reminder:${round.id}`,
    beyondTeam: true,
  });
}

/**
 * The leads' window is over, or all of them spoke: whoever decides, or looks after the round, goes on from there and is told so.
 * @param actor the lead who spoke last of all; null for the clock
 */
export async function tellReady(
  context: WorkspaceContext,
  row: DecidingRow,
  round: Pick<store.RoundHeld, "id" | "version">,
  actor: string | null,
): Promise<void> {
  const { db, workspace, now } = context;
  await store.changeRound(db, workspace, round.id, { ready_at: now });
  await settleNotices(context, row.id, ["decisions.lead_voice_asked"]);
  // where it was decided, or changed, before a lead spoke, there is nothing more to wait for
  if (row.phase !== "opened" || row.version !== round.version || !row.holder) return;
  await tellOfDecision(context, row, { kind: "ready", to: [row.holder], actor });
}

/**
 * Does what is due about one round, if anything: opens it, gives it more time, reminds, or tells that the leads' window is over.
 * Several may ask at once; it is done once.
 * @param context one workspace, as the clock
 */
export async function attendToRound(context: WorkspaceContext, id: string): Promise<void> {
  const { db, workspace, now } = context;
  const found = await store.roundById(db, workspace, id);
  if (!found) return;
  // first the decision, then the round: in the order in which everything that changes a decision takes them
  await holdDeciding(db, workspace, found.decision);
  await store.holdRound(db, workspace, id);
  const round = (await store.roundById(db, workspace, id))!;
  const row = (await decidingById(db, workspace, round.decision))!;
  if (round.openedAt) {
    const over = round.leadsUntil !== null && round.leadsUntil <= now && round.readyAt === null;
    if (over) await tellReady(context, row, round, null);
    return;
  }
  if (round.droppedAt || row.phase !== "sealed") return;
  const electors = (await store.electorsOf(db, workspace, id)).filter(({ part }) => part === "voice");
  const spoken = electors.filter(({ spoke }) => spoke).length;
  const due = dueAbout({ ...round, electors: electors.length, spoken }, now);
  if (due === null) return;
  if (due === "remind") {
    const silent = electors.filter(({ spoke }) => !spoke).map(({ member }) => member);
    return remind(context, row, round, silent);
  }
  if ("extendTo" in due) {
    return extend(context, row, round, { until: due.extendTo, electors: electors.map(({ member }) => member) });
  }
  await openRound(context, row, round, { because: due.open, by: null, today: dayOfClock(now) });
}

/**
 * Looks after every round of every workspace whose moment has come, each in a transaction of its own: what fails for one stops
 * no other, and is tried again by the next sweep.
 * @param engine the running house; its clock says what is due
 */
export async function attendToRounds(engine: Engine): Promise<void> {
  for (const { workspace, round } of await store.roundsDue(engine.pool, engine.clock.now())) {
    await asTheClock(engine, workspace, (context) => attendToRound(context, round)).catch((error: unknown) => {
      log.error({ err: error, workspace, round }, "a round could not be looked after; the next sweep tries again");
    });
  }
}
