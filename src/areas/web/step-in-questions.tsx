import { RadioGroup } from "../../ui/radio-group.tsx";
import type { Answers } from "../step-in-rules.ts";
import { say } from "./areas-words.ts";

/** The four answers while they are given: null where there is none yet. */
export type Answering = { readonly [K in keyof Answers]: number | null };

export const noAnswers: Answering = { howBad: null, howSoon: null, howLong: null, undo: null };

const questions = [
  { answer: "howBad", words: "how_bad" },
  { answer: "howSoon", words: "how_soon" },
  { answer: "howLong", words: "how_long" },
  { answer: "undo", words: "undo" },
] as const;
const steps = ["1", "2", "3"] as const;

/** The answers, once all four are there. */
export function allAnswers({ howBad, howSoon, howLong, undo }: Answering): Answers | null {
  if (howBad === null || howSoon === null || howLong === null || undo === null) return null;
  return { howBad, howSoon, howLong, undo };
}

/** The four questions of the step-in test, in plain words. */
export function StepInQuestions({ answers, onAnswers }: { answers: Answering; onAnswers: (next: Answering) => void }) {
  return (
    <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {questions.map(({ answer, words }) => (
        <RadioGroup
          key={answer}
          legend={say(`web.step_in.${words}.ask`)}
          value={answers[answer] === null ? null : (String(answers[answer]) as (typeof steps)[number])}
          onValue={(value) => onAnswers({ ...answers, [answer]: Number(value) })}
          choices={steps.map((step) => ({ value: step, label: say(`web.step_in.${words}.${step}`) }))}
        />
      ))}
    </div>
  );
}
