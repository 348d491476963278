import { type Answers, lightestRung } from "../step-in-rules.ts";
import type { say as areasSay } from "./areas-words.ts";

type Say = typeof areasSay;
type Step = "1" | "2" | "3";

/** What the message to the owner is made of. */
export type StepInTold = {
  owner: string | null;
  name: string;
  answers: Answers;
  reason: string;
  scope: string;
  /** The last day, as it is said. */
  day: string;
  /** The levels, as they are said. */
  level: string;
  back: string;
};

/**
 * What the owner is told of a step-in, in the language of whoever steps in: what it is, why, how it was weighed (also where a
 * lighter move would have fitted), what it covers, and that it goes back.
 * @param say the areas room's sentences
 */
export function stepInMessage(say: Say, told: StepInTold): string {
  const { owner, name, answers, day, level, back } = told;
  const step = (answer: number) => String(answer) as Step;
  const rung = lightestRung(answers);
  const reason = told.reason.trim();
  const scope = told.scope.trim();
  return [
    owner
      ? say("web.step_in.draft.opening", { owner, name, day, level, back })
      : say("web.step_in.draft.opening_nobody", { name, day, level, back }),
    reason && say("web.step_in.draft.reason", { reason }),
    say("web.step_in.draft.weighed", {
      bad: say(`web.step_in.draft.how_bad.${step(answers.howBad)}`),
      soon: say(`web.step_in.draft.how_soon.${step(answers.howSoon)}`),
      long: say(`web.step_in.draft.how_long.${step(answers.howLong)}`),
      undo: say(`web.step_in.draft.undo.${step(answers.undo)}`),
    }),
    rung !== "step_in" && say("web.step_in.draft.lighter", { rung: say(`rung.${rung}`) }),
    scope && say("web.step_in.draft.scope", { scope }),
    say("web.step_in.draft.end"),
  ]
    .filter(Boolean)
    .join("\n\n");
}
