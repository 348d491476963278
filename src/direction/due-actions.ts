import type { WorkspaceContext } from "../foundation/run.ts";
import { giveNotice } from "../notices/notice-actions.ts";
import { teamById } from "../people/team-store.ts";
import { bringIntoForce } from "./agreement-actions.ts";
import { holds } from "./agreement-rules.ts";
import { agreementById, openProposals } from "./agreement-store.ts";
import { reviewOnce, reviewsDue } from "./waiting-store.ts";

/**
 * What comes due here with time: leads are told, once for each version, that the review day of their team's intent has come
 * where they are; and a proposed agreement holds when those whose yes was missing have left the team.
 */
export async function directionDue(context: WorkspaceContext): Promise<void> {
  const { db, workspace, now } = context;
  for (const { intent, team, lead } of await reviewsDue(db, workspace, now)) {
    await giveNotice(context, {
      to: [lead],
      kind: "direction.intent_review_due",
      team,
      subject: intent,
      path: `/t/${team}/intent`,
      actor: null,
      once: reviewOnce(intent),
    });
  }
  for (const proposal of await openProposals(db, workspace, { now, member: null })) {
    if (!holds({ lead: proposal.leadYes, team: proposal.teamYes, of: proposal.teamOf })) continue;
    await teamById(db, workspace, proposal.team, true);
    const row = await agreementById(db, workspace, proposal.id, { now, member: null });
    // somebody may have answered while the team was waited for
    if (row && !row.inForceAt && !row.withdrawnAt) await bringIntoForce(context, row, null);
  }
}
