import { settleNotices } from "../notices/notice-actions.ts";
import { insist } from "../people/shared-actions.ts";
import { tellConcerned } from "./concerned-actions.ts";
import { whyNotWithdraw } from "./deciding-rules.ts";
import { isFreshNote, toldOfNote } from "./note-rules.ts";
import { readersAmong } from "./outcome-rules.ts";
import { dropRound } from "./round-store.ts";
import { type DecisionActions, decidingForMe, moveOn } from "./shared-actions.ts";

/** A decision that is not decided yet is withdrawn; a note, within a day. */
export const withdrawActions: DecisionActions<"withdraw"> = {
  async withdraw(context, { decision, why }) {
    const { db, workspace, me, now, today } = context;
    const { row, level, state, stand, weighed } = await decidingForMe(context, decision, { change: true });
    insist(whyNotWithdraw(state, stand, isFreshNote(row, now)));
    // a sealed round ends without opening: what was said in it stays with whoever said it
    await dropRound(db, workspace, decision, now);
    const undone = row.phase === "decided";
    // a note that is taken back decided nothing, and is nobody's verdict
    const nobodys = { decided_by: null, decider: null, decider_member: null, basis: null, leads_own: false };
    await moveOn(context, row, {
      phase: "withdrawn",
      deciding: { why: why || null, wait_until: null, ...(undone ? { decided_at: null } : {}) },
      logged: { outcome: "withdrawn", decided_on: today, ...(undone ? nobodys : {}) },
      by: me.name,
      today,
      note: why,
    });
    await settleNotices(context, decision);
    await tellConcerned(context, row, {
      kind: "withdrawn",
      // whom it was told as decided
      also: undone ? readersAmong(weighed.people, toldOfNote(level).whom) : [],
    });
    return {};
  },
};
