import { Link } from "@tanstack/react-router";
import { Check, CloudOff } from "lucide-react";
import { useId } from "react";
import { DayText } from "../../direction/web/day-text.tsx";
import { directionClient, type IntentView } from "../../direction/web/direction-client.ts";
import type { useDraft } from "../../direction/web/use-draft.ts";
import { Refused } from "../../foundation/client.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { countWords } from "../../ui/count-words.ts";
import { DateInput } from "../../ui/date-input.tsx";
import { Field } from "../../ui/field.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { Select } from "../../ui/select.tsx";
import { Textarea } from "../../ui/textarea.tsx";

import { after, StepFoot, type Way } from "./start-frame.tsx";
import { say } from "./start-words.ts";

/** An intent says it in so many words. */
const mostWords = 120;
const parts = ["why", "done", "keep"] as const;

type Draft = ReturnType<typeof useDraft>;

/** The direction in four prompts: kept while it is written, published when it is said. */
export function DirectionStep({ view, draft, way }: { view: IntentView; draft: Draft; way: Way }) {
  return view.intent ? <Said view={view} way={way} /> : <Prompts view={view} draft={draft} way={way} />;
}

function Prompts({ view, draft, way }: { view: IntentView; draft: Draft; way: Way }) {
  const { workspace, team } = usePlace();
  const at = { workspace: workspace.id, team: team!.id };
  const publish = directionClient.useDo("publish", { alsoChanges: ["areas"] });
  const { parts: fields, change } = draft;
  const submit = useSubmit(
    async () => {
      insistOnFilled({ why: fields.why, done: fields.done, keep: fields.keep, until: fields.until });
      // what is not on the server cannot be said
      if (!(await draft.save())) throw new Refused("not_kept", say("start.direction.draft.offline"), 0);
      await publish.mutateAsync(at);
      draft.letGo();
      way.go(after(way.step));
    },
    { "direction.in_the_past": "until" },
  );
  return (
    <form {...submit.form}>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <Card>
          <div className="grid gap-6">
            <FormProblem>{submit.problem}</FormProblem>
            {parts.map((part) => (
              <Field
                key={part}
                label={<span className="serif text-lg font-semibold">{say(`start.direction.${part}`)}</span>}
                hint={say(`start.direction.${part}_hint`)}
                error={submit.wrong(part)}
              >
                <Textarea
                  name={part}
                  rows={part === "why" ? 2 : 3}
                  maxLength={2000}
                  value={fields[part]}
                  onChange={(event) => change({ [part]: event.target.value })}
                />
              </Field>
            ))}
            <div className="grid gap-5 sm:grid-cols-2">
              <Field
                label={<span className="serif text-lg font-semibold">{say("start.direction.until")}</span>}
                hint={say("start.direction.until_hint")}
                error={submit.wrong("until")}
              >
                <DateInput
                  name="until"
                  value={fields.until}
                  onValue={(until) => change({ until, ...(until && fields.review > until ? { review: until } : {}) })}
                />
              </Field>
              <Field
                label={<span className="serif text-lg font-semibold">{say("start.direction.review")}</span>}
                hint={say("start.direction.review_hint")}
                error={submit.wrong("review")}
              >
                <DateInput
                  name="review"
                  value={fields.review}
                  max={fields.until || undefined}
                  onValue={(review) => change({ review })}
                />
              </Field>
            </div>
            {view.above.length > 0 && (
              <Field
                label={say("start.direction.serves", { name: view.above[0]!.teamName })}
                optional={say("start.optional")}
              >
                <Select
                  name="serves"
                  value={fields.serves ?? ""}
                  onChange={(event) => change({ serves: event.target.value || null })}
                  choices={[
                    { value: "", label: say("start.direction.serves_none") },
                    ...view.above.map(({ line, words }) => ({ value: line, label: words })),
                  ]}
                />
              </Field>
            )}
          </div>
        </Card>
        <Aside draft={draft} />
      </div>
      <StepFoot way={way}>
        <Button type="submit" look="primary" size="lg" busy={submit.busy}>
          {say("start.direction.publish")}
        </Button>
      </StepFoot>
    </form>
  );
}

/** How many words there are, and whether they are kept. */
function Aside({ draft: { parts: fields, keeping } }: { draft: Draft }) {
  const { locale } = useReader();
  const words = parts.reduce((sum, part) => sum + countWords(fields[part], locale), 0);
  const over = words > mostWords;
  const id = useId();
  return (
    <aside
      aria-labelledby={id}
      className="card rounded-xl border border-line bg-surface px-5 py-4.5 lg:sticky lg:top-6"
    >
      <p id={id} className={classes("serif text-2xl tabular-nums", over && "text-clay-ink")}>
        {say("start.direction.words", { n: words, most: mostWords })}
      </p>
      <div aria-hidden="true" className="mt-3 h-1.5 overflow-hidden rounded-full bg-neutral-soft forced-colors:border">
        <div
          className={classes("h-full rounded-full transition-[width] duration-300", over ? "bg-clay" : "bg-pasture")}
          style={{ width: `${Math.min(100, (words / mostWords) * 100)}%` }}
        />
      </div>
      <p role="status" className="mt-2 min-h-5 text-sm text-clay-ink">
        {over && say("start.direction.over", { n: words - mostWords })}
      </p>
      <p className="mt-1 text-sm text-ink-2">{say("start.direction.few")}</p>
      <p role="status" className="mt-4 flex min-h-10 items-start gap-1.5 border-t border-line pt-3 text-sm text-ink-2">
        {keeping.state === "kept" && keeping.at !== null && (
          <Check aria-hidden="true" size={15} className="mt-0.5 shrink-0 text-pasture-ink" />
        )}
        {keeping.state === "offline" && (
          <CloudOff aria-hidden="true" size={15} className="mt-0.5 shrink-0 text-clay-ink" />
        )}
        <span>{keepingText(keeping)}</span>
      </p>
    </aside>
  );
}

function keepingText(keeping: Draft["keeping"]): string {
  if (keeping.state === "refused") return keeping.sentence;
  return say(`start.direction.draft.${keeping.state === "kept" && keeping.at === null ? "new" : keeping.state}`);
}

/** It is said already: here it is, and where to say it otherwise. */
function Said({ view, way }: { view: IntentView; way: Way }) {
  const { workspace, team } = usePlace();
  const { intent } = view;
  return (
    <>
      <Card
        tone="pasture"
        title={say("start.direction.said")}
        note={
          <Link
            to="/w/$workspace/t/$team/intent"
            params={{ workspace: workspace.slug, team: team!.id }}
            className={textLink}
          >
            {say("start.direction.change")}
          </Link>
        }
      >
        <dl className="grid gap-5 md:grid-cols-3">
          {parts.map((part) => (
            <div key={part}>
              <dt className="text-sm text-ink-2">{say(`ground_map.sheet.${part}`)}</dt>
              <dd className="serif mt-1 text-lg leading-snug font-medium whitespace-pre-line">{intent![part]}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-sm text-ink-2">
          {say("start.direction.until")} <DayText day={intent!.until} />
        </p>
      </Card>
      <StepFoot way={way} />
    </>
  );
}
