import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { creditable, setCredits } from "./outcome-store.ts";

/**
 * Writes who did a decision, who decided it and who helped, in place of what stood there. Refuses somebody who neither is nor was in
 * the team and was asked for no voice in it.
 */
export async function giveCredits(
  { db, workspace }: MemberContext,
  row: { id: string; team: string },
  credits: readonly { member: string; part: string }[],
): Promise<void> {
  const named = credits.map(({ member }) => member);
  const known = await creditable(db, workspace, { team: row.team, decision: row.id }, named);
  if (named.some((member) => !known.has(member))) throw refuse("decisions.not_in_the_team");
  await setCredits(db, workspace, row.id, credits);
}
