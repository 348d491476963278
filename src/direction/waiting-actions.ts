import { dayIn } from "../foundation/clock.ts";
import { isYesWanted, sideOf } from "./agreement-rules.ts";
import { openProposals } from "./agreement-store.ts";
import { rolesHeld } from "./brief-store.ts";
import { servesNow } from "./goal-rules.ts";
import { goalsSeenFrom, overdueOf } from "./goal-store.ts";
import { backBriefUntil, intentState, whoIsAsked, whyNotGive } from "./intent-rules.ts";
import { linesSeenFrom } from "./intent-store.ts";
import { hasASay } from "./rules.ts";
import type { DirectionActions } from "./team-actions.ts";
import { teamsWaiting } from "./waiting-store.ts";

type Waiting = Awaited<ReturnType<DirectionActions<"waiting">["waiting"]>>["waiting"][number];

/** What waits for me: all my open teams at once, with as many statements for one as for twenty. */
export const waitingActions: DirectionActions<"waiting"> = {
  async waiting({ db, workspace, me, now, today }) {
    const teams = await teamsWaiting(db, workspace, me.id);
    const ids = teams.map(({ team }) => team);
    const ledIds = teams.filter(({ role }) => role === "lead").map(({ team }) => team);
    const sayIds = teams.filter(({ role }) => hasASay(role)).map(({ team }) => team);
    const held = await rolesHeld(db, workspace, ids, me.id);
    const proposals = await openProposals(db, workspace, { now, member: me.id }, sayIds);
    const overdue = await overdueOf(db, workspace, me.id, sayIds, today);
    const lines = await linesSeenFrom(db, workspace, ledIds);
    const goals = await goalsSeenFrom(db, workspace, ledIds);

    return {
      waiting: teams.flatMap(({ team, teamName, role, ...row }) => {
        const found: Waiting[] = [];
        const waits = (kind: Waiting["kind"], about: Partial<Pick<Waiting, "subject" | "title" | "n" | "on">> = {}) =>
          void found.push({ kind, team, teamName, subject: null, title: null, n: 1, on: null, ...about });
        const { intent } = row;
        if (role === "lead") {
          const state = intentState(intent ? row : null, today);
          if (state === "none") waits("no_intent");
          if (state === "expired") waits("intent_expired", { subject: intent, on: row.until });
          if (state === "review_due") waits("intent_review_due", { subject: intent, on: row.review });
        }
        if (intent) {
          const mine = held.filter((one) => one.team === team);
          const asked = whoIsAsked({ at: row.publishedAt, by: row.publishedBy }, mine).has(me.id) && hasASay(role);
          if (!row.given && !whyNotGive({ id: me.id, asked }, { ...row, replaced: false }, null, now)) {
            const until = dayIn(backBriefUntil(row.publishedAt), me.timeZone);
            waits("back_brief_asked", { subject: intent, on: until });
          }
          if (row.publishedBy === me.id && row.unmarked > 0) {
            waits("back_briefs_to_mark", { subject: intent, n: row.unmarked });
          }
        }
        for (const proposal of proposals.filter((one) => one.team === team)) {
          const side = sideOf(role);
          const said = side !== null && proposal.mySide === side;
          if (isYesWanted(side, { lead: proposal.leadYes }, said))
            waits("agreement_to_answer", { subject: proposal.id });
        }
        for (const goal of overdue.filter((one) => one.team === team)) {
          waits("goal_overdue", { subject: goal.id, title: goal.outcome, on: goal.due });
        }
        const above = {
          lines: new Map(lines.filter((line) => line.from === team).map((line) => [line.line, line])),
          goals: new Map(goals.filter((goal) => goal.from === team).map((goal) => [goal.goal, goal])),
        };
        const orphans = [...above.goals.values()].filter(
          (goal) => goal.depth === 0 && !goal.ended && !servesNow(goal, above),
        );
        if (orphans.length > 0) waits("orphan_goals", { n: orphans.length });
        return found;
      }),
    };
  },
};
