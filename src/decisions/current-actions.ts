import { endOfDay } from "../areas/time-rules.ts";
import { dayIn } from "../foundation/clock.ts";
import type { MemberContext } from "../foundation/run.ts";
import { insist, teamForMe, whySentence } from "../people/shared-actions.ts";
import * as store from "./current-store.ts";
import { whyNotPropose } from "./deciding-rules.ts";
import { stalledSince } from "./outcome-rules.ts";
import { whyNotRead } from "./rules.ts";
import { type DecisionActions, decidersAt, levelOf, standOf, stateOf } from "./shared-actions.ts";
import { type Matter, mineIn, waitsFor } from "./waiting-rules.ts";
import { type Ground, groundOf, weighOn } from "./weigh-actions.ts";

type Waiting = Awaited<ReturnType<DecisionActions<"waiting">["waiting"]>>["waiting"][number];

/** What a decision is to me, on what was read of its team. */
function matterOf({ me, now, today }: MemberContext, row: store.LiveRow, ground: Ground): Matter {
  const weighed = weighOn(ground, row.team, row);
  const level = levelOf(row, weighed, row.loan);
  const { round } = row;
  const { takers } = decidersAt(level, row, weighed);
  const holder = row.loan?.by ?? row.holder;
  const takesPart = (member: string) => weighed.people.some(({ id, role }) => id === member && role !== "observer");
  const dayOf = (at: Date) => dayIn(at, me.timeZone);
  const late = row.decideBy ? endOfDay(row.decideBy, me.timeZone) : null;
  const moved = row.takenUpAt && row.takenUpAt > row.phaseSince ? row.takenUpAt : row.phaseSince;
  const stalled = stalledSince({ phase: row.phase, moved, late }, now);
  return {
    state: stateOf(row, level, weighed, round ? [round] : [], row.standing, now),
    stand: standOf(row, weighed, row.loan, me.id),
    taker: takers.includes(me.id),
    held: holder !== null && (takers.includes(holder) || holder === row.loan?.by),
    keeper: (row.holder !== null && takesPart(row.holder) ? row.holder : row.proposedBy) === me.id,
    part: round?.part ?? null,
    spoke: round?.spoke ?? false,
    standing: row.standing,
    questions: row.questions,
    contributed: round?.contributed ?? false,
    saidHeard: row.saidHeard,
    today,
    days: {
      due: round && dayOf(round.dueAt),
      leadsUntil: round?.leadsUntil ? dayOf(round.leadsUntil) : null,
      since: dayOf(row.phaseSince),
      stalled: stalled && dayOf(stalled),
      review: row.reviewOn,
      wait: row.waitUntil,
    },
  };
}

/** What a team is deciding, and what waits for me in the decisions of all my teams. */
export const currentActions: DecisionActions<"current" | "waiting"> = {
  async current(context, { team, area, which, offset, limit }) {
    const { db, workspace, me, now } = context;
    const { row: place, standing } = await teamForMe(context, team);
    insist(whyNotRead(standing));
    const of = { workspace, member: me.id, now };
    const { total, rows } = await store.currentIn(db, of, { team, area, which }, { offset, limit });
    const ground = await groundOf(context, { teams: [team] });
    return {
      total,
      whyNotPropose: whySentence(context, whyNotPropose(standing.role, place.closed_at !== null)),
      decisions: rows.map((row) => {
        const matter = matterOf(context, row, ground);
        const its = row.area ? ground.areas.get(row.area) : undefined;
        const { round } = row;
        return {
          id: row.id,
          ref: row.ref,
          title: row.title,
          shape: row.shape,
          phase: row.phase,
          phaseSince: row.phaseSince,
          level: matter.state.level,
          area: its ? { area: its.id, name: its.card.name } : null,
          holder: row.holder === null ? null : { member: row.holder, name: row.holderName!, expected: false },
          decideBy: row.decideBy,
          on: row.phase === "waiting" ? row.waitUntil : row.phase === "decided" ? row.reviewOn : null,
          round: round && { n: round.n, dueAt: round.dueAt, electors: round.electors, spoken: round.spoken },
          mine: mineIn(matter),
        };
      }),
    };
  },

  async waiting(context) {
    const { db, workspace, me, now, today } = context;
    const of = { workspace, member: me.id, now };
    const rows = await store.perhapsWaiting(db, of, today);
    const ground = await groundOf(context, { teams: [...new Set(rows.map(({ team }) => team))] });
    const found = rows.flatMap((row) =>
      waitsFor(matterOf(context, row, ground)).map(
        (one): Waiting => ({ ...one, team: row.team, teamName: row.teamName, decision: row.id, title: row.title }),
      ),
    );
    const lent = (await store.stepInsToReview(db, of)).map(
      ({ endedAt, ...one }): Waiting => ({ ...one, kind: "step_in_review", n: 1, on: dayIn(endedAt, me.timeZone) }),
    );
    const day = ({ on }: Waiting) => on ?? "9999-12-31";
    return { waiting: [...found, ...lent].sort((a, b) => day(a).localeCompare(day(b))) };
  },
};
