import type { AreaView, CardField, GuardrailShown } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { shortDay } from "./day-words.ts";
import { guardrailSentence } from "./guardrail-words.ts";
import { levelText } from "./level-words.ts";
import { moneyText } from "./may-i-currency.ts";

/** What a field of the card is called. */
export function fieldName(field: string): string {
  return say(`field.${field as CardField}`);
}

/**
 * What a field of a card would be, as lines of text.
 * @param value as it stands or was proposed; guardrails as they are shown
 */
export function valueLines(field: CardField, value: unknown, view: AreaView, locale: string): string[] {
  const nothing = [say("web.card.nothing")];
  if (value === null || value === undefined || value === "") return nothing;
  switch (field) {
    case "money": {
      const { amount, currency } = value as { amount: number; currency: string };
      return [moneyText(amount, currency, locale)];
    }
    case "guardrails": {
      const list = value as readonly GuardrailShown[];
      return list.length === 0 ? nothing : list.map(guardrailSentence);
    }
    case "review":
      return [shortDay(String(value), locale)];
    case "offered":
    case "desired":
      return [levelText(Number(value))];
    case "mattersLine":
      return [view.lines.find(({ line }) => line === value)?.words ?? say("web.card.another_line")];
    case "mattersGoal":
      return [view.goals.find(({ goal }) => goal === value)?.words ?? say("web.card.another_goal")];
    default:
      return [String(value)];
  }
}
