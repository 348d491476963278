import type { MemberContext } from "../foundation/run.ts";
import type { DecidingRow } from "./deciding-store.ts";
import { askedIn } from "./outcome-store.ts";
import { tellOfDecision } from "./shared-actions.ts";

/**
 * Tells everybody whom a decision concerns what became of it: whoever proposed it and holds it, and everybody who was asked for a
 * voice in it, those from outside the team too. Whoever does it is not told.
 * @param notice what; `also` names others in the team, `but` those who know already
 */
export async function tellConcerned(
  context: MemberContext,
  row: DecidingRow,
  notice: {
    kind: string;
    params?: Record<string, string | number>;
    also?: readonly string[];
    but?: readonly string[];
  },
): Promise<void> {
  const { kind, also = [], but = [] } = notice;
  const asked = await askedIn(context.db, context.workspace, row.id);
  const close = [row.proposedBy, row.holder, ...also].filter((id) => id !== null).filter((id) => !asked.includes(id));
  const said = { kind, actor: context.me.id, params: notice.params ?? {} };
  // who was asked may read it from outside as well; whoever else is not in the team any more may not
  await tellOfDecision(context, row, { ...said, to: asked.filter((id) => !but.includes(id)), beyondTeam: true });
  await tellOfDecision(context, row, { ...said, to: close.filter((id) => !but.includes(id)) });
}
