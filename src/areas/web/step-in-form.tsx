import { useState } from "react";
import { daysAfter } from "../../direction/web/calendar.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { Field } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { type Answers, highestLoan, lightestRung, mostLoanDays } from "../step-in-rules.ts";
import { say } from "./areas-words.ts";
import { levelMeans, levelName, levelText } from "./level-words.ts";
import { StepInLightest } from "./step-in-lightest.tsx";
import { stepInMessage } from "./step-in-message.ts";
import { type Answering, allAnswers, noAnswers, StepInQuestions } from "./step-in-questions.tsx";

const usualDays = 7;

/** What a step-in is sent with. */
export type StepInValues = Answers & { reason: string; scope: string; level: number; until: string; message: string };

/** What is stepped in on, and what happens with it. */
export type StepInFormProps = {
  /** The area's name, or the decision's question. */
  subjectName: string;
  /** Who is told; null where nobody holds it. */
  ownerName: string | null;
  levelNow: number;
  /** Steps in; what it throws of refusals is shown at its field. */
  onSend: (values: StepInValues) => unknown;
  busy: boolean;
  problem: string | null;
  /** Where a lighter move can be made. */
  lighterHref?: string;
  /** Begins a proposal instead. */
  onPropose?: () => void;
};

/**
 * Stepping in, on an area or a decision: the four questions and the lightest move that fits them first; then, where it is the one
 * or the lead steps in all the same, the loan with its reason, scope, level and last day, and what the owner is told.
 */
export function StepInForm(props: StepInFormProps) {
  const { subjectName, ownerName, lighterHref, onPropose } = props;
  const [answering, setAnswering] = useState<Answering>(noAnswers);
  const [allTheSame, setAllTheSame] = useState(false);
  const answers = allAnswers(answering);
  const rung = answers && lightestRung(answers);
  return (
    <div className="grid gap-5">
      <StepInQuestions answers={answering} onAnswers={setAnswering} />
      <StepInLightest
        rung={rung}
        owner={ownerName}
        name={subjectName}
        href={lighterHref}
        onPropose={onPropose}
        onAllTheSame={allTheSame ? null : () => setAllTheSame(true)}
      />
      {answers && (allTheSame || rung === "step_in") && <LoanForm {...props} answers={answers} />}
    </div>
  );
}

function LoanForm({
  subjectName: name,
  ownerName: owner,
  levelNow,
  onSend,
  busy,
  problem,
  answers,
}: StepInFormProps & { answers: Answers }) {
  const { locale, dir } = useReader();
  const today = useToday();
  const lower = Array.from({ length: Math.min(highestLoan, levelNow - 1) }, (_, n) => n + 1);
  const [level, setLevel] = useState(lower.at(-1) ?? 1);
  const [until, setUntil] = useState(daysAfter(today, usualDays));
  const [reason, setReason] = useState("");
  const [scope, setScope] = useState("");
  // until it is changed by hand, the message follows what is filled in
  const [own, setOwn] = useState<string | null>(null);
  const back = levelText(levelNow);
  const day = exactTime(until || today, locale, "UTC");
  const drafted = stepInMessage(say, {
    owner,
    name,
    answers,
    reason,
    scope,
    day,
    level: levelText(level),
    back,
  });
  const message = own ?? drafted;
  const submit = useSubmit(
    async () => {
      insistOnFilled({ reason, scope, until });
      await onSend({ ...answers, reason: reason.trim(), scope: scope.trim(), level, until, message });
    },
    { "areas.loan_too_long": "until", "areas.loan_ends_past": "until", "areas.loan_level_not_lower": "level" },
  );
  const wrong = submit.problem ?? problem ?? submit.wrong("level");
  return (
    <form {...submit.form} className="grid gap-5 border-t border-line pt-5">
      {wrong && <FormProblem>{wrong}</FormProblem>}
      <div>
        <p aria-hidden="true" className="mb-1.5 text-sm font-semibold">
          {say("web.step_in.level")}
        </p>
        <Segmented
          label={say("web.step_in.level")}
          value={String(level)}
          onValue={(value) => setLevel(Number(value))}
          choices={lower.map((one) => ({
            value: String(one),
            label: say("web.level", { level: one, name: levelName(one) }),
          }))}
        />
        <p className="mt-1.5 text-sm text-ink-2">{levelMeans(level)}</p>
      </div>
      <Field label={say("web.step_in.reason")} hint={say("web.step_in.reason_hint")} error={submit.wrong("reason")}>
        <Textarea
          name="reason"
          dir="auto"
          rows={2}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Field label={say("web.step_in.scope")} hint={say("web.step_in.scope_hint")} error={submit.wrong("scope")}>
        <Textarea
          name="scope"
          dir="auto"
          rows={2}
          maxLength={600}
          placeholder={say("web.step_in.scope_example")}
          value={scope}
          onChange={(event) => setScope(event.target.value)}
        />
      </Field>
      <Field
        label={say("web.step_in.until")}
        hint={say("web.step_in.until_hint", { back, most: mostLoanDays })}
        error={submit.wrong("until")}
        className="sm:max-w-sm"
      >
        <DateInput name="until" value={until} min={today} max={daysAfter(today, mostLoanDays)} onValue={setUntil} />
      </Field>
      <Field
        label={owner ? say("web.step_in.message", { owner }) : say("web.step_in.message_nobody")}
        hint={say("web.step_in.message_hint")}
        error={submit.wrong("message")}
        aside={
          own !== null && (
            <Button look="quiet" size="sm" onClick={() => setOwn(null)}>
              {say("web.step_in.draft_anew")}
            </Button>
          )
        }
      >
        <Textarea
          name="message"
          // it is drafted in the reader's language, with whatever name it begins
          dir={dir}
          rows={6}
          maxLength={4_000}
          value={message}
          onChange={(event) => setOwn(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button type="submit" look="primary" busy={busy || submit.busy}>
          {say("web.step_in.send", { day })}
        </Button>
      </div>
    </form>
  );
}
