import type { AreaView, CardPatch, Guardrail, GuardrailShown } from "../../areas/web/areas-client.ts";
import { amountTyped } from "../../areas/web/may-i-currency.ts";
import { Refused } from "../../foundation/client.ts";
import { newId } from "./start-id.ts";

/** A guardrail as it is typed: one of the three that a first card needs, or none. */
export type GuardTyped = {
  id: string;
  kind: "none" | "cost" | "one_way" | "text";
  over: string;
  currency: string;
  level: number;
  words: string;
};

/** A card's first fields as they are typed. */
export type CardTyped = {
  good: string;
  scope: string;
  money: string;
  currency: string;
  escalation: string;
  review: string;
  guard: GuardTyped;
};

const simple = (guardrail: GuardrailShown) => guardrail.kind !== "ask" && guardrail.kind !== "goal";

/**
 * What a card says now, to be typed on.
 * @param currency the one to begin with, where the card has none
 */
export function cardTyped(view: AreaView, currency: string): CardTyped {
  const used = view.money?.currency ?? view.guardrails.find((one) => one.kind === "cost")?.currency ?? currency;
  return {
    good: view.good,
    scope: view.scope,
    money: view.money ? String(view.money.amount) : "",
    currency: used,
    escalation: view.escalation,
    review: view.review ?? "",
    guard: guardTyped(view.guardrails.find(simple), used),
  };
}

function guardTyped(guardrail: GuardrailShown | undefined, currency: string): GuardTyped {
  const none: GuardTyped = { id: guardrail?.id ?? newId(), kind: "none", over: "", currency, level: 3, words: "" };
  if (guardrail?.kind === "cost") {
    const { over, level } = guardrail;
    return { ...none, kind: "cost", over: String(over), currency: guardrail.currency, level };
  }
  if (guardrail?.kind === "one_way") return { ...none, kind: "one_way", level: guardrail.level };
  return guardrail?.kind === "text" ? { ...none, kind: "text", words: guardrail.words } : none;
}

/** A guardrail that is shown, as it is handed in. */
function handedIn(shown: GuardrailShown): Guardrail {
  if (shown.kind !== "ask") return shown;
  return {
    id: shown.id,
    kind: "ask",
    members: shown.members.map(({ member }) => member),
    team: shown.team?.team ?? null,
  };
}

type Sentences = { amount: string; words: string; lookAgain: string };

/**
 * What of a card is other than it was.
 * @param base the card as the form began with it
 * @param typed what is typed
 * @param say the sentences for what cannot be taken
 * @throws Refused that names the field which is no amount, or the guardrail that lacks its words
 */
export function cardPatch(base: AreaView, typed: CardTyped, say: Sentences): CardPatch {
  const amount = amountTyped(typed.money);
  const fields: Record<string, string> = {};
  if (amount === undefined) fields.money = say.amount;
  const guard = guardOf(typed.guard);
  if (guard === undefined) fields.guard = typed.guard.kind === "text" ? say.words : say.amount;
  if (amount === undefined || guard === undefined) throw new Refused("invalid", say.lookAgain, 400, fields);

  const edited = base.guardrails.find(simple);
  const others = base.guardrails.filter((one) => one !== edited).map(handedIn);
  const next = {
    good: typed.good.trim(),
    scope: typed.scope.trim(),
    money: amount === null ? null : { amount, currency: typed.currency },
    escalation: typed.escalation.trim(),
    review: typed.review || null,
    guardrails: guard ? [guard, ...others] : others,
  };
  const before = { ...base, guardrails: [...(edited ? [handedIn(edited)] : []), ...others] };
  const other = (Object.keys(next) as (keyof typeof next)[]).filter(
    (key) => JSON.stringify(next[key]) !== JSON.stringify(before[key]),
  );
  return Object.fromEntries(other.map((key) => [key, next[key]])) as CardPatch;
}

/** The guardrail typed; null for none, undefined where something is missing. */
function guardOf({ id, kind, over, currency, level, words }: GuardTyped): Guardrail | null | undefined {
  if (kind === "none") return null;
  if (kind === "one_way") return { id, kind, level };
  if (kind === "text") return words.trim() ? { id, kind, words: words.trim() } : undefined;
  const amount = amountTyped(over);
  return amount === null || amount === undefined ? undefined : { id, kind, over: amount, currency, level };
}
