import type { House, MemberContext, Room } from "../foundation/run.ts";
import { peopleActions } from "../people/actions.ts";
import { people } from "../people/contract.ts";
import type { WhyNot } from "../people/rules.ts";
import type { SignIn } from "../people/sign-in.ts";
import { memberQuery } from "../people/store.ts";
import { nouns, plainNouns, say } from "./words.ts";

/** The rooms in their standing order: each leans only on rooms before it. */
export const rooms = ["people", "decisions", "records"] as const;

/** The sentence on a quiet button. */
function why(context: MemberContext, whyNot: WhyNot): string | null {
  if (!whyNot) return null;
  const [room, name] = whyNot.code.split(".", 2);
  return say(room!, context.locale, context.nouns)(`refusal.${name}`, whyNot.params);
}

/**
 * The house: every room's contract and actions, and its words.
 * @param signIn signing in
 */
export function makeHouse(signIn: SignIn): House {
  const erasedName = (locale: string) => say("people", locale)("erased_name");
  const all = [
    { contract: people, actions: peopleActions({ signIn, nouns: plainNouns, why, erasedName }) },
  ] as unknown as Room[];
  return { rooms: all, memberQuery, nouns, say };
}
