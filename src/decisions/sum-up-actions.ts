import { insist } from "../people/shared-actions.ts";
import * as decidingStore from "./deciding-store.ts";
import { whyNotSayHeard, whyNotSumUp } from "./outcome-rules.ts";
import * as store from "./outcome-store.ts";
import { type DecisionActions, decidingForMe, latestOpened, tellOfDecision } from "./shared-actions.ts";

/** "What I heard", before it is decided, and what contributors say of it. */
export const sumUpActions: DecisionActions<"sumUp" | "sayHeard"> = {
  async sumUp(context, { decision, words }) {
    const { db, workspace, now, me, record, tell } = context;
    const deciding = await decidingForMe(context, decision, { change: true });
    insist(whyNotSumUp(deciding.state, deciding.stand));
    await decidingStore.changeDeciding(db, workspace, decision, { heard: words, heard_at: now });
    await store.clearHeard(db, workspace, decision);
    await record({ kind: "decisions.summed_up", subject: decision, team: deciding.row.team, data: {} });
    const opened = latestOpened(deciding);
    await tellOfDecision(context, deciding.row, {
      kind: "summed_up",
      to: opened ? await store.spokeIn(db, workspace, opened.id) : [],
      actor: me.id,
      beyondTeam: true,
    });
    tell("decisions");
    return {};
  },

  async sayHeard(context, { decision, heard, words }) {
    const { db, workspace, now, me, tell } = context;
    const deciding = await decidingForMe(context, decision, { change: true });
    insist(whyNotSayHeard(deciding.state, latestOpened(deciding)?.mine != null));
    // no event: who spoke in a round stands in the round, and nowhere else
    await store.setHeard(db, { workspace, decision, member: me.id, heard, words: heard ? "" : words, at: now });
    tell("decisions");
    return {};
  },
};
