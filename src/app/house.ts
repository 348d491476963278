import { areasActions } from "../areas/actions.ts";
import { areas, areasNotices } from "../areas/contract.ts";
import { decisionActions } from "../decisions/actions.ts";
import { decisions, decisionsNotices } from "../decisions/contract.ts";
import { directionActions } from "../direction/actions.ts";
import { direction, directionNotices } from "../direction/contract.ts";
import type { House, Room } from "../foundation/run.ts";
import { type NoticesNeeds, noticesActions } from "../notices/actions.ts";
import { notices } from "../notices/contract.ts";
import { peopleActions } from "../people/actions.ts";
import { people } from "../people/contract.ts";
import type { SignIn } from "../people/sign-in.ts";
import { memberQuery } from "../people/store.ts";
import { recordActions } from "../records/actions.ts";
import { records } from "../records/contract.ts";
import { filled, forgotten, heldOf } from "./reactions.ts";
import { nouns, plainNouns, say } from "./words.ts";

/** The rooms in their standing order: each leans only on rooms before it. */
export const rooms = ["people", "notices", "direction", "areas", "decisions", "records"] as const;

/**
 * The house: every room's contract and actions, and its words.
 * @param signIn signing in
 * @param delivery whether mail leaves this installation
 */
export function makeHouse(signIn: SignIn, delivery: NoticesNeeds["delivery"]): House {
  const erasedName = (locale: string) => say("people", locale)("erased_name");
  const all = [
    { contract: people, actions: peopleActions({ signIn, nouns: plainNouns, erasedName, filled, forgotten, heldOf }) },
    {
      contract: notices,
      actions: noticesActions({ kinds: [...directionNotices, ...areasNotices, ...decisionsNotices], delivery }),
    },
    { contract: direction, actions: directionActions },
    { contract: areas, actions: areasActions },
    { contract: decisions, actions: decisionActions },
    { contract: records, actions: recordActions() },
  ] as unknown as Room[];
  return { rooms: all, memberQuery, nouns, say };
}
