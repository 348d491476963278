import { dayIn } from "../foundation/clock.ts";
import type { WorkspaceContext } from "../foundation/run.ts";
import { giveNotice, settleNotices } from "../notices/notice-actions.ts";
import type { RoleHeld } from "./holder-store.ts";
import { type AreaSeen, areasSeen } from "./seen-actions.ts";
import { pathOf } from "./shared-actions.ts";
import { daysBeforeLoanEnds } from "./step-in-rules.ts";
import { backTo, bothSides, tellOfStepIn } from "./step-in-seen-actions.ts";
import { stepInsEnding } from "./step-in-store.ts";
import * as store from "./store.ts";
import { daysAfter, daysBefore } from "./time-rules.ts";

const weekInDays = 7;
/** What was due longer ago than this is told no more: whoever was to know has had a month. */
const monthInDays = 31;

/** Screens that are open hear for so long that a loan has ended: some looks of the clock. */
const screensMs = 10 * 60_000;

type Due = { kind: string; once: string; to: RoleHeld[]; params: Record<string, string | number> };

/** What is due about an area, and for whom: its owner and the leads. A day begins where each of them is. */
function dueAbout(area: AreaSeen, people: readonly RoleHeld[], now: Date): Due[] {
  const { review, trialUntil, level, levelBefore } = area.card;
  const due: Due[] = [];
  if (review) {
    const to = people.filter(({ timeZone }) => {
      const today = dayIn(now, timeZone);
      return review <= today && review > daysAfter(today, -monthInDays);
    });
    due.push({ kind: "review_due", once: `areas.review_due:${area.id}:${review}`, to, params: {} });
  }
  if (trialUntil) {
    const key = `${area.id}:${trialUntil.toISOString()}`;
    const params = { level, back: levelBefore! };
    if (area.trial && daysBefore(trialUntil, weekInDays) <= now) {
      due.push({ kind: "trial_ending", once: `areas.trial_ending:${key}`, to: [...people], params });
    }
    if (!area.trial && daysBefore(now, monthInDays) < trialUntil) {
      due.push({ kind: "trial_ended", once: `areas.trial_ended:${key}`, to: [...people], params });
    }
  }
  return due.filter(({ to }) => to.length > 0);
}

/**
 * What the clock brings to step-ins: that one ends within three days, and that one went back by itself, each told once to whoever
 * stepped in and whoever it is about. Whoever stepped in is asked to look back.
 */
async function stepInsDue(context: WorkspaceContext): Promise<void> {
  const { db, workspace, now } = context;
  const rows = await stepInsEnding(db, workspace, {
    after: daysBefore(now, monthInDays),
    before: daysBefore(now, -daysBeforeLoanEnds),
  });
  const all = rows.flatMap((row) => {
    const over = row.untilAt <= now;
    // a loan of a day or two has only just been told of; and nothing goes back where the decision is taken
    const wordy = over || (row.settledAt === null && row.at < daysBefore(row.untilAt, daysBeforeLoanEnds));
    if (!wordy) return [];
    const kind = over ? "handed_back" : "step_in_ending";
    return [{ row, kind, over, once: `areas.${kind}:${row.id}:${row.untilAt.toISOString()}` }];
  });
  const told = await store.toldOnce(
    db,
    workspace,
    all.map(({ once }) => once),
  );
  for (const { row, kind, over, once } of all) {
    const [lead, owner] = bothSides(row).map((member) => (told.has(`${member} ${once}`) ? null : member));
    if (!lead && !owner) continue;
    if (over) await settleNotices(context, row.id, ["areas.step_in_ending", "areas.extension_asked"]);
    // the level on everybody's screens is another one now; whoever opens one later reads it anew
    if (over && now.getTime() - row.untilAt.getTime() < screensMs) {
      context.tell("areas");
      if (row.decision) context.tell("decisions");
    }
    const params = { back: backTo(row, now), how: "by_itself" };
    await tellOfStepIn(context, row, { kind, to: [owner!], params: { ...params, mine: "no" }, once });
    await tellOfStepIn(context, row, { kind, to: [lead!], params: { ...params, mine: "yes" }, once });
  }
}

/**
 * What the clock brings to areas: reviews that are due, trials that end within a week, and trials that have ended, each told
 * once to the owner and the leads; and step-ins that end or have ended. A level goes back by itself; nothing has to run for that.
 * @param context one workspace, as the clock
 */
export async function areasDue(context: WorkspaceContext): Promise<void> {
  const { db, workspace, now } = context;
  await stepInsDue(context);
  const teams = await store.teamsWithAreas(db, workspace);
  const seen = await areasSeen(context, { teams: teams.map(({ id }) => id) });
  const all = seen.areas
    .filter(({ closed }) => !closed)
    .flatMap((area) => {
      const people = seen.roles.filter(
        ({ team, member, role }) => team === area.team && (role === "lead" || member === area.owner?.member),
      );
      return dueAbout(area, people, now).map((due) => ({ area, ...due }));
    });
  const told = await store.toldOnce(
    db,
    workspace,
    all.map(({ once }) => once),
  );
  for (const { area, kind, once, to, params } of all) {
    const left = to.map(({ member }) => member).filter((member) => !told.has(`${member} ${once}`));
    if (left.length === 0) continue;
    if (kind === "trial_ended") {
      await settleNotices(context, area.id, ["areas.trial_ending"]);
      // the level on everybody's screens is another one now
      context.tell("areas");
    }
    await giveNotice(context, {
      to: left,
      kind: `areas.${kind}`,
      team: area.team,
      subject: area.id,
      params: { area_name: area.card.name, ...params },
      path: pathOf(area),
      actor: null,
      once,
    });
  }
}
