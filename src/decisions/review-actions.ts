import { goalsOfTeam } from "../direction/goal-store.ts";
import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import { insist } from "../people/shared-actions.ts";
import { tellConcerned } from "./concerned-actions.ts";
import { whyNotReview } from "./deciding-rules.ts";
import * as decidingStore from "./deciding-store.ts";
import { proposeDecision } from "./draft-actions.ts";
import { afterReview, calibrationBands, needsLearned } from "./outcome-rules.ts";
import * as store from "./outcome-store.ts";
import * as reviewStore from "./review-store.ts";
import { daysBetween } from "./rules.ts";
import { type Deciding, type DecisionActions, decidingForMe, moveOn } from "./shared-actions.ts";

/** Proposes what adapts a decision: the same in everything that is there still, with what was learned; it is for change now. */
async function adapted(context: MemberContext, { row, weighed }: Deciding, learned: string): Promise<string> {
  const { db, workspace } = context;
  const goals = row.goal ? await goalsOfTeam(db, workspace, row.team) : [];
  const affected = await decidingStore.affectedBy(db, workspace, row.id);
  const here = new Set(weighed.people.map(({ id }) => id));
  const { decision } = await proposeDecision(
    context,
    row.team,
    {
      title: row.title,
      context: [row.context, learned].filter((words) => words !== "").join("\n\n"),
      proposal: row.proposal,
      options: row.options,
      area: weighed.area ? row.area : null,
      cost: row.cost,
      reversible: row.reversible,
      decideBy: null,
      goal: goals.some(({ goal }) => goal === row.goal) ? row.goal : null,
      affected: affected.map(({ member }) => member).filter((member) => here.has(member)),
      outside: row.outside,
      expected: row.expected,
      // another try needs another end, which nobody has named yet
      shape: "decision",
      stopRule: "",
      endsOn: null,
    },
    row.id,
  );
  return decision;
}

/** The most points that are drawn: more would be a cloud. */
const mostPoints = 500;

/** Looking back: intended, happened, why, keep or change; and how sure one was. */
export const reviewActions: DecisionActions<"review" | "calibration"> = {
  async review(context, { decision, verdict, learned, next, byRule, again }) {
    const { db, workspace, me, now, today } = context;
    const deciding = await decidingForMe(context, decision, { change: true });
    const { row, state, stand } = deciding;
    insist(whyNotReview(state, stand));
    // what was taken back, or has another decision in its place, stands no more and cannot be taken back again
    const gone = row.outcome === "superseded" || (await reviewStore.isReversed(db, workspace, decision));
    if (gone && next !== "keep") throw refuse("decisions.not_in_this_phase");
    if (needsLearned(verdict, next) && learned === "") throw refuse("decisions.learned_needed");
    if (again !== null && again <= today) throw refuse("decisions.day_is_past");

    const after = afterReview(next, again);
    const nextDecision = next === "adapt" ? await adapted(context, deciding, learned) : null;
    const early = row.shape === "experiment" && byRule;
    await reviewStore.addReview(db, {
      workspace,
      decision,
      at: now,
      by: me.id,
      verdict,
      learned,
      next,
      byRule: early,
      nextDecision,
      again: after.again,
    });
    if (next === "reverse") {
      const heldDays = row.decidedOn === null ? null : Math.max(daysBetween(row.decidedOn, today), 0);
      await reviewStore.addReversal(db, { workspace, decision, on: today, heldDays });
    }
    if (after.phase === row.phase) {
      const change = after.again ? { review_on: after.again } : {};
      await decidingStore.changeDeciding(db, workspace, decision, change);
      await context.record({
        kind: "decisions.reviewed",
        subject: decision,
        team: row.team,
        data: { from: row.phase },
      });
      context.tell("decisions");
    } else {
      await moveOn(context, row, {
        phase: after.phase,
        by: me.name,
        today,
        deciding: after.again ? { review_on: after.again } : {},
      });
    }
    await settleNotices(context, decision, ["decisions.review_due"]);
    await tellConcerned(context, row, { kind: "reviewed", params: { verdict, next, early: early ? "yes" : "no" } });
    return { decision: nextDecision };
  },

  async calibration({ db, workspace, me }) {
    const points = await store.calibrationOf(db, workspace, me.id, mostPoints);
    return { points, bands: calibrationBands(points) };
  },
};
