import type { Actions, MemberContext } from "../foundation/run.ts";
import type { WhyNot } from "../people/rules.ts";
import { insist, teamForMe } from "../people/shared-actions.ts";
import { peopleIn } from "../people/team-store.ts";
import type { direction } from "./contract.ts";
import { hasASay, whyNotSee } from "./rules.ts";

/** Some of the room's actions. */
export type DirectionActions<K extends keyof Actions<typeof direction>> = Pick<Actions<typeof direction>, K>;

/** A team whose direction I may read, with how I stand to it; `change` holds it. Refuses whoever has no role in it. */
export async function readableTeam(context: MemberContext, team: string, how: { change?: boolean } = {}) {
  const found = await teamForMe(context, team, how);
  insist(whyNotSee(found.standing));
  return found;
}

/** Why nothing new begins in a team: it is closed. */
export function whyNotOpen(team: { closed_at: Date | null }): WhyNot {
  return team.closed_at ? { code: "people.team_closed" } : null;
}

/** The leads and members of a team now. */
export async function withASay(context: Pick<MemberContext, "db" | "workspace">, team: string) {
  return (await peopleIn(context.db, context.workspace, team)).filter((person) => hasASay(person.role));
}
