import { useRef, useState } from "react";
import { Refused } from "../../foundation/client.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { ChoicesDialog } from "./choices-dialog.tsx";
import { Confidence } from "./decide-confidence.tsx";
import { type Credit, CreditsField } from "./decide-credits.tsx";
import { DayAhead } from "./decide-day.tsx";
import { say } from "./deciding-words.ts";
import { type DecidingView, type DraftChoices, decisionsClient } from "./decisions-client.ts";
import { insistOnOptions } from "./propose-check.ts";
import { optionsTyped } from "./propose-draft.ts";

const reviewSpans = [14, 30, 90, 180];

/**
 * Lets a one-line note grow into a full record: why it came up, what was decided in full, what is expected, who has the credit.
 * @param view the note as its page has it
 * @param close called when it is done or left
 */
export function GrowNote({ view, close }: { view: DecidingView; close: () => void }) {
  return (
    <ChoicesDialog
      team={view.team}
      title={say("web.grow.title")}
      lead={say("web.grow.lead")}
      closeLabel={say("web.grow.close")}
      close={close}
    >
      {({ goals }) => <GrowForm view={view} goals={goals} close={close} />}
    </ChoicesDialog>
  );
}

/** Everything that is words, as it is typed. */
const writtenIn = (view: DecidingView) => ({
  context: view.context,
  proposal: view.proposal,
  options: view.options.join("\n"),
  reasons: view.decided?.reasons ?? "",
  expected: view.expected,
  outside: view.outside,
  goal: view.goal?.goal ?? "",
  review: view.decided?.review ?? "",
});
type Words = ReturnType<typeof writtenIn>;
const longest = { context: 4_000, proposal: 6_000, reasons: 4_000, expected: 2_000, outside: 1_000 } as const;

function GrowForm({ view, goals, close }: { view: DecidingView; goals: DraftChoices["goals"]; close: () => void }) {
  const { workspace } = usePlace();
  // what was read when writing began; handed back, so that nobody's change is undone
  const read = useRef(view.n);
  const [words, setWords] = useState(() => writtenIn(view));
  const [confidence, setConfidence] = useState(view.decided?.confidence ?? null);
  const [credits, setCredits] = useState<readonly Credit[]>(() =>
    (view.decided?.credits ?? []).map(({ member, part }) => ({ member, part })),
  );
  const set = (patch: Partial<Words>) => setWords({ ...words, ...patch });
  const grow = decisionsClient.useDo("grow", { alsoChanges: ["home", "notices"] });
  const submit = useSubmit(
    async () => {
      const { options, goal, review, ...rest } = words;
      insistOnOptions(options);
      try {
        await grow.mutateAsync({
          workspace: workspace.id,
          decision: view.id,
          n: read.current,
          ...rest,
          options: optionsTyped(options),
          goal: goal || null,
          review: review || null,
          confidence,
          credits: [...credits],
        });
      } catch (error) {
        // what is written here stays; the next try is over what stands there now
        if (error instanceof Refused && error.code === "decisions.changed_meanwhile") {
          read.current = (await decisionsClient.ask("deciding", { workspace: workspace.id, decision: view.id })).n;
        }
        throw error;
      }
      close();
      toast.success(say("web.grow.done"));
    },
    { "decisions.no_such_goal": "goal", "decisions.day_is_past": "review" },
  );
  const gone = view.goal && !goals.some(({ goal }) => goal === view.goal?.goal) ? [view.goal] : [];
  const area = (name: keyof typeof longest, rows: number) => (
    <Field label={say(`web.grow.${name}`)} error={submit.wrong(name)}>
      <Textarea
        name={name}
        dir="auto"
        rows={rows}
        maxLength={longest[name]}
        value={words[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      {area("context", 3)}
      {area("proposal", 3)}
      <Field label={say("web.grow.options")} hint={say("web.propose.options_hint")} error={submit.wrong("options")}>
        <Textarea
          name="options"
          dir="auto"
          rows={2}
          value={words.options}
          onChange={(event) => set({ options: event.target.value })}
        />
      </Field>
      {area("reasons", 2)}
      {area("expected", 2)}
      <Confidence value={confidence} onValue={setConfidence} />
      <DayAhead
        name="review"
        label={say("web.grow.review")}
        hint={say("web.grow.review_hint")}
        value={words.review}
        onValue={(review) => set({ review })}
        spans={reviewSpans}
        none={say("web.grow.no_review")}
        error={submit.wrong("review")}
      />
      <Field label={say("web.grow.goal")} error={submit.wrong("goal")}>
        <Select
          name="goal"
          value={words.goal}
          onChange={(event) => set({ goal: event.target.value })}
          choices={[
            { value: "", label: say("web.propose.no_goal") },
            ...[...gone, ...goals].map((one) => ({ value: one.goal, label: one.words })),
          ]}
        />
      </Field>
      {area("outside", 2)}
      <CreditsField people={view.people} value={credits} onValue={setCredits} />
      <div className="flex flex-wrap justify-end gap-2.5 border-t border-line pt-4">
        <Button onClick={close}>{say("web.grow.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.grow.save")}
        </Button>
      </div>
    </form>
  );
}
