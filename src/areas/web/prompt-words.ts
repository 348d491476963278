import type { Tone } from "../../ui/tone.ts";
import type { Prompt } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { dayInYear } from "./day-words.ts";
import { levelName, levelText } from "./level-words.ts";

export type PromptKind = Prompt["kind"];

/** How prompts are dressed: what waits is brass, what needs care is clay, what only some see is plum. */
export const promptTone: Readonly<Record<PromptKind, Tone>> = {
  no_owner: "clay",
  abdicated: "clay",
  review_due: "brass",
  gap: "plum",
  trial_ending: "brass",
  no_deputy: "neutral",
};

/** What a card lacks, in words. */
export function missingText({ missing }: Extract<Prompt, { kind: "abdicated" }>): string {
  if (missing.length > 1) return say("web.prompt.missing_both");
  return say(missing[0] === "escalation" ? "web.prompt.missing_escalation" : "web.prompt.missing_authority");
}

/**
 * A prompt in a few words.
 * @param today the day it is
 */
export function promptShort(prompt: Prompt, today: string, locale: string): string {
  if (prompt.kind === "review_due") return say("web.prompt.review_due", { day: dayInYear(prompt.on, today, locale) });
  if (prompt.kind === "trial_ending") {
    return say("web.prompt.trial_ending", { day: dayInYear(prompt.on, today, locale) });
  }
  return say(`web.prompt.${prompt.kind}`);
}

/** A prompt as a sentence that says what is missing, or what could be done. */
export function promptSentence(prompt: Prompt, today: string, locale: string): string {
  switch (prompt.kind) {
    case "no_owner":
      return prompt.was ? say("web.prompt.no_owner_was", { name: prompt.was }) : say("web.prompt.no_owner_what");
    case "abdicated":
      return missingText(prompt);
    case "review_due":
      return say("web.prompt.review_due_what", { day: dayInYear(prompt.on, today, locale) });
    case "gap":
      return say("web.prompt.gap_what", { offered: levelText(prompt.offered), desired: levelText(prompt.desired) });
    case "trial_ending":
      return say("web.prompt.trial_ending_what", {
        day: dayInYear(prompt.on, today, locale),
        back: levelName(prompt.back),
      });
    case "no_deputy":
      return say("web.prompt.no_deputy_what");
  }
}
