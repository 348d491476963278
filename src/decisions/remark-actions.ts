import { refuse } from "../foundation/refusal.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import { insist } from "../people/shared-actions.ts";
import { whyNotRemark } from "./deciding-rules.ts";
import * as store from "./remark-store.ts";
import { type DecisionActions, decidersAt, decidingForMe, tellOfDecision } from "./shared-actions.ts";

/** Comments, questions, facts and answers beside a decision. */
export const remarkActions: DecisionActions<"remark" | "takeBackRemark"> = {
  async remark(context, { decision, kind, words, answers }) {
    const { db, workspace, me, now } = context;
    const { row, level, state, stand, weighed } = await decidingForMe(context, decision);
    insist(whyNotRemark(state, stand, kind));
    // an answer says something: what it asks is a question of its own
    if (answers && kind === "question") throw refuse("invalid", {}, { kind: "field.not_understood" });
    const asked = answers ? await store.remarkById(db, workspace, answers) : undefined;
    if (answers && asked?.decision !== decision) throw refuse("decisions.no_such_remark");
    const id = context.id();
    // one thread under each thing that was said
    const under = asked && (asked.answers ?? asked.id);
    await store.addRemark(db, { workspace, id, decision, at: now, by: me.id, kind, words, answers: under ?? null });
    await context.record({
      kind: "decisions.remarked",
      subject: decision,
      team: row.team,
      data: { remark: id, remarkKind: kind, answers: under ?? null },
    });
    if (kind === "question") {
      const to = row.holder ? [row.holder] : decidersAt(level, row, weighed).takers;
      await tellOfDecision(context, row, { kind: "question", to, actor: me.id, subject: id });
    }
    if (asked?.kind === "question") {
      await settleNotices(context, asked.id, ["decisions.question"]);
      await tellOfDecision(context, row, { kind: "answered", to: [asked.by], actor: me.id, subject: id });
    }
    context.tell("decisions");
    return { remark: id };
  },

  async takeBackRemark(context, { remark }) {
    const { db, workspace, me, now } = context;
    const found = await store.remarkById(db, workspace, remark);
    if (!found) throw refuse("decisions.no_such_remark");
    const { row } = await decidingForMe(context, found.decision);
    if (found.by !== me.id) throw refuse("decisions.not_yours_to_change");
    await store.removeRemark(db, workspace, remark, now);
    await settleNotices(context, remark);
    await context.record({ kind: "decisions.remark_taken_back", subject: row.id, team: row.team, data: { remark } });
    context.tell("decisions");
    return {};
  },
};
