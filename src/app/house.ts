import { decisionActions } from "../decisions/actions.ts";
import { decisions } from "../decisions/contract.ts";
import type { House, MemberContext, Room } from "../foundation/run.ts";
import { peopleActions } from "../people/actions.ts";
import { people } from "../people/contract.ts";
import type { WhyNot } from "../people/rules.ts";
import type { SignIn } from "../people/sign-in.ts";
import { memberQuery } from "../people/store.ts";
import { recordActions } from "../records/actions.ts";
import { records } from "../records/contract.ts";
import { nouns, plainNouns, say } from "./words.ts";

/** The rooms in their standing order: each leans only on rooms before it. */
export const rooms = ["people", "decisions", "records"] as const;

/** The sentence on a quiet button. */
function why(context: MemberContext, whyNot: WhyNot): string | null {
  if (!whyNot) return null;
  const [room, name] = whyNot.code.split(".", 2);
  return say(room!, context.locale, context.nouns)(`refusal.${name}`, whyNot.params);
}

/** A room's sentences for whoever asks. */
function sentences(context: MemberContext, room: string) {
  return say(room, context.locale, context.nouns);
}

/**
 * The house: every room's contract and actions, and its words.
 * @param signIn signing in
 */
export function makeHouse(signIn: SignIn): House {
  const erasedName = (locale: string) => say("people", locale)("erased_name");
  const all = [
    { contract: people, actions: peopleActions({ signIn, nouns: plainNouns, why, erasedName }) },
    { contract: decisions, actions: decisionActions },
    { contract: records, actions: recordActions({ say: sentences, why }) },
  ] as unknown as Room[];
  return { rooms: all, memberQuery, nouns, say };
}
