import { spokenVariety } from "../../foundation/words-browser.ts";
import type { GuardrailShown } from "./areas-client.ts";
import { listText, say } from "./areas-words.ts";
import { levelName, levelText } from "./level-words.ts";
import { moneyText } from "./may-i-currency.ts";

/** Whom a guardrail names to be asked first. */
function askedFirst(one: Extract<GuardrailShown, { kind: "ask" }>): string {
  const names = one.members.map(({ name }) => name);
  if (one.team) names.push(say("web.guardrail.everybody_in", { name: one.team.name }));
  return names.length > 0 ? listText(names, spokenVariety()) : say("web.guardrail.nobody_left");
}

/** A guardrail as a sentence: “Anything over €20,000 is decided at 3 Consult”. */
export function guardrailSentence(one: GuardrailShown): string {
  if (one.kind === "cost") {
    const over = moneyText(one.over, one.currency, spokenVariety());
    return say("web.guardrail.cost", { over, level: levelText(one.level) });
  }
  if (one.kind === "one_way") return say("web.guardrail.one_way", { level: levelText(one.level) });
  if (one.kind === "ask") return say("web.guardrail.ask", { names: askedFirst(one) });
  return one.kind === "goal" ? say("web.guardrail.goal") : one.words;
}

/** A guardrail where there is little room: “over €20,000 → Consult”. */
export function guardrailShort(one: GuardrailShown): string {
  if (one.kind === "cost") {
    return say("web.guardrail.cost_short", {
      over: moneyText(one.over, one.currency, spokenVariety()),
      level: levelName(one.level),
    });
  }
  if (one.kind === "one_way") return say("web.guardrail.one_way_short", { level: levelName(one.level) });
  if (one.kind === "ask") return say("web.guardrail.ask_short", { names: askedFirst(one) });
  return one.kind === "goal" ? say("web.guardrail.goal_short") : one.words;
}
