import { refuse } from "../foundation/refusal.ts";
import { insist } from "../people/shared-actions.ts";
import { endObjections, objectionById, standingObjections } from "./objection-store.ts";
import { type DecisionActions, decidingForMe, tellOfDecision } from "./shared-actions.ts";
import { whyNotOverrule, whyNotWithdrawObjection } from "./voicing-rules.ts";

/** An objection or a concern is withdrawn by whoever raised it, or overruled where that was named beforehand. */
export const objectionActions: DecisionActions<"endObjection"> = {
  async endObjection(context, { objection, how, why }) {
    const { db, workspace, me, now } = context;
    const found = await objectionById(db, workspace, objection);
    if (!found) throw refuse("decisions.no_such_objection");
    const { row, state, stand } = await decidingForMe(context, found.decision, { change: true });
    // asked again while the decision is held: somebody may have ended it meanwhile
    const one = (await objectionById(db, workspace, objection))!;
    const raised = { kind: one.kind, ended: one.ended !== null, mine: one.member === me.id };
    insist(how === "withdrawn" ? whyNotWithdrawObjection(state, raised) : whyNotOverrule(state, stand, raised));
    if (how === "overruled" && why === "") throw refuse("decisions.why_needed");

    await endObjections(
      db,
      { workspace, objections: [objection], by: me.id, at: now },
      { ended: how, why: why === "" ? null : why },
    );
    await context.record({
      kind: "decisions.objection_ended",
      subject: row.id,
      team: row.team,
      data: { how, kind: one.kind },
    });
    context.tell("decisions");
    const standing = await standingObjections(db, workspace, row.id);
    await tellOfDecision(context, row, {
      kind: "objection_ended",
      to: how === "withdrawn" ? (row.holder ? [row.holder] : []) : [one.member],
      actor: me.id,
      params: how === "withdrawn" ? { how, kind: one.kind, standing } : { how },
      // whoever raised it may have been asked from outside
      beyondTeam: how === "overruled",
    });
    return {};
  },
};
