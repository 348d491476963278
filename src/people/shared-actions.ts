import { isTimeZone } from "../foundation/clock.ts";
import type { Db } from "../foundation/db.ts";
import { refuse } from "../foundation/refusal.ts";
import type { Actions, MemberContext } from "../foundation/run.ts";
import type { Nouns } from "../foundation/words.ts";
import type { people } from "./contract.ts";
import type { WhyNot } from "./rules.ts";
import type { SignIn } from "./sign-in.ts";
import * as teamStore from "./team-store.ts";

/** What people's actions need from outside. */
export type PeopleNeeds = {
  signIn: SignIn;
  /** The nouns of a language, before a workspace's own. */
  nouns(locale: string): Nouns;
  /** Somebody who was expected has joined as a member who was here already: what was handed to the placeholder is theirs. */
  filled(
    context: { db: Db; workspace: string; now: Date; id(): string },
    placeholder: string,
    member: string,
  ): Promise<void>;
  /** Somebody is erased: rooms above forget what only this person could read. */
  forgotten(db: Db, workspace: string, member: string): Promise<void>;
  /** What rooms above hold of one member, room by room, for that member's own data. */
  heldOf(db: Db, workspace: string, member: string): Promise<Record<string, unknown>>;
  /** The name that stands in place of an erased one. */
  erasedName(locale: string): string;
};

/** Some of the room's actions. */
export type PeopleActions<K extends keyof Actions<typeof people>> = Pick<Actions<typeof people>, K>;

/** The sentence on a quiet button: why not, in the reader's words; null where it may be pressed. */
export function whySentence(context: MemberContext, whyNot: WhyNot): string | null {
  if (!whyNot) return null;
  const [room, name] = whyNot.code.split(".", 2);
  return context.sayTo(context.locale, room!)(`refusal.${name}`, whyNot.params);
}

/** Goes on, or refuses with the reason why not. */
export function insist(whyNot: WhyNot): void {
  if (whyNot) throw refuse(whyNot.code, whyNot.params);
}

/** Refuses a time zone that dates cannot be shown in. */
export function zoneOrRefuse(timeZone: string): void {
  if (!isTimeZone(timeZone)) throw refuse("invalid", {}, { timeZone: "people.field.time_zone" });
}

/** A team that is there, with how I stand to it; `change` holds it, `open` insists that it is not closed. */
export async function teamForMe(context: MemberContext, team: string, how: { change?: boolean; open?: boolean } = {}) {
  const row = await teamStore.teamById(context.db, context.workspace, team, how.change);
  if (!row) throw refuse("people.no_such_team");
  if (how.open && row.closed_at) throw refuse("people.team_closed");
  const standing = await teamStore.standingIn(context.db, context.workspace, team, context.me.id);
  return { row, standing };
}

/** The roles held in a team now. */
export async function rolesNow(context: MemberContext, team: { id: string; name: string }) {
  const peopleNow = await teamStore.peopleIn(context.db, context.workspace, team.id);
  return { name: team.name, roles: new Map(peopleNow.map((person) => [person.id, person.role])) };
}
