import { lend } from "../areas/step-in-actions.ts";
import { refuse } from "../foundation/refusal.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import { insist } from "../people/shared-actions.ts";
import { tellConcerned } from "./concerned-actions.ts";
import { whyNotHandOver, whyNotStepIn, whyNotWait } from "./deciding-rules.ts";
import * as decidingStore from "./deciding-store.ts";
import { whyNotResume } from "./outcome-rules.ts";
import * as store from "./outcome-store.ts";
import { type DecisionActions, decidingForMe, moveOn, pathOf, tellOfDecision } from "./shared-actions.ts";

/** What asks somebody to move it on, and is settled by whatever moves it. */
const prompts = ["decisions.ready", "decisions.stalled", "decisions.stalled_lead", "decisions.wait_over"];

/** A live decision waits, comes back, goes to somebody else, or is borrowed by a lead. */
export const handActions: DecisionActions<"wait" | "resume" | "overToYou" | "stepIn"> = {
  async wait(context, { decision, until, why }) {
    const { me, today } = context;
    const { row, state, stand } = await decidingForMe(context, decision, { change: true });
    insist(whyNotWait(state, stand));
    if (until <= today) throw refuse("decisions.day_is_past");
    await moveOn(context, row, {
      phase: "waiting",
      by: me.name,
      today,
      note: why,
      deciding: { wait_until: until, why },
      logged: { outcome: "waiting" },
    });
    await settleNotices(context, decision, prompts);
    await tellConcerned(context, row, { kind: "waits" });
    return {};
  },

  async resume(context, { decision }) {
    const { me, today } = context;
    const { row, state, stand } = await decidingForMe(context, decision, { change: true });
    insist(whyNotResume(state, stand));
    // voices that were heard on these words stay heard: where the words could be changed under them, they could be carried over
    const heard = state.round?.current && state.round.opened;
    await moveOn(context, row, {
      phase: heard ? "opened" : "shaping",
      by: me.name,
      today,
      // what can be changed again is weighed anew
      deciding: { wait_until: null, why: null, ...(heard ? {} : { level: null, because: null, area_loan: null }) },
      logged: { outcome: null },
    });
    await settleNotices(context, decision, prompts);
    return {};
  },

  async overToYou(context, { decision, to, why }) {
    const { db, workspace, me, now, today, record } = context;
    const { row, weighed, state, stand } = await decidingForMe(context, decision, { change: true });
    insist(whyNotHandOver(state, stand));
    if (to === me.id) throw refuse("decisions.yours_already");
    const taker = to && weighed.people.find(({ id, role }) => id === to && role !== "observer");
    if (to && !taker) throw refuse("decisions.not_in_the_team");
    await moveOn(context, row, {
      phase: "shaping",
      by: me.name,
      today,
      note: why,
      deciding: {
        handed_level: taker ? 5 : 4,
        handed_to: to,
        handed_by: me.id,
        handed_at: now,
        holder_id: to ?? weighed.owners[0] ?? row.proposedBy,
        taken_up_at: now,
        wait_until: null,
        why: null,
        heard: null,
        heard_at: null,
      },
      logged: { outcome: null, handed_to: taker ? [taker.name] : [] },
    });
    await store.clearHeard(db, workspace, decision);
    await record({
      kind: "decisions.handed_over",
      subject: decision,
      team: row.team,
      data: { level: taker ? 5 : 4, to },
    });
    await settleNotices(context, decision, ["decisions.proposed", ...prompts]);
    const told = { kind: "handed_over", actor: me.id };
    if (!taker) {
      await tellOfDecision(context, row, { ...told, to: weighed.people.map(({ id }) => id), params: { to: "team" } });
      return {};
    }
    await tellOfDecision(context, row, { ...told, to: [taker.id], params: { to: "you" } });
    await tellConcerned(context, row, { kind: "handed_over", params: { to: "somebody" }, but: [taker.id] });
    return {};
  },

  async stepIn(context, { decision, howBad, howSoon, howLong, undo, reason, scope, level, until, message }) {
    const { db, workspace } = context;
    const { row, weighed, state, stand, level: before } = await decidingForMe(context, decision, { change: true });
    insist(whyNotStepIn(state, stand));
    const owner = row.holder ?? weighed.owners[0] ?? row.proposedBy;
    const stepIn = await lend(context, {
      area: null,
      decision,
      team: row.team,
      answers: { howBad, howSoon, howLong, undo },
      draft: { reason, scope, level, until, message },
      owner,
      levelBefore: before,
      title: row.title,
      path: pathOf(row),
    });
    // whoever was about to decide reads it again first
    await decidingStore.changeDeciding(db, workspace, decision, {});
    await settleNotices(context, decision, ["decisions.ready"]);
    await tellConcerned(context, row, {
      kind: "stepped_in",
      params: { level, back: before },
      also: weighed.owners,
      // whose it was is told by the loan itself, with the words that were written for them
      but: [owner],
    });
    return { stepIn };
  },
};
