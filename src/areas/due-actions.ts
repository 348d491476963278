import { dayIn } from "../foundation/clock.ts";
import type { WorkspaceContext } from "../foundation/run.ts";
import { giveNotice, settleNotices } from "../notices/notice-actions.ts";
import type { RoleHeld } from "./holder-store.ts";
import { type AreaSeen, areasSeen } from "./seen-actions.ts";
import { pathOf } from "./shared-actions.ts";
import * as store from "./store.ts";
import { daysAfter, daysBefore } from "./time-rules.ts";

const weekInDays = 7;
/** What was due longer ago than this is told no more: whoever was to know has had a month. */
const monthInDays = 31;

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
 * What the clock brings to areas: reviews that are due, trials that end within a week, and trials that have ended, each told
 * once to the owner and the leads. A level goes back by itself; nothing has to run for that.
 * @param context one workspace, as the clock
 */
export async function areasDue(context: WorkspaceContext): Promise<void> {
  const { db, workspace, now } = context;
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
