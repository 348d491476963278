import { CircleHelp } from "lucide-react";
import { useState } from "react";
import { daysAfter } from "../../direction/web/calendar.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field, FieldError } from "../../ui/field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { Confidence } from "./decide-confidence.tsx";
import { type Credit, CreditsField } from "./decide-credits.tsx";
import { DayAhead } from "./decide-day.tsx";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";
import { alsoNotices } from "./outcome-words.ts";

type Outcome = "accepted" | "rejected";
/** When something is looked at again, where nobody says otherwise. */
const reviewDays = 90;
const reviewSpans = [30, 90, 180, 360];
const effectSpans = [7, 14];

/**
 * Where a decision is taken, or what the round decided is written down. Seen by whoever decides; what stands in the way is
 * said in a sentence.
 */
export function DecideCard({ view }: { view: DecidingView }) {
  const { workspace } = usePlace();
  const { accept, reject } = view.whyNot;
  const me = workspace.me.id;
  const mine = view.holder?.member === me || view.ahead.deciders.some(({ member }) => member === me);
  if (accept !== null && reject !== null) {
    // before voices are open, the way there is on the page already
    if (view.phase !== "opened" || !mine) return null;
    return (
      <Card title={say("web.decide.title")}>
        <p className="max-w-prose text-sm text-ink-2">{accept}</p>
      </Card>
    );
  }
  return (
    <Card
      tone="brass"
      title={say(view.ahead.decides === "round" ? "web.decide.title_round" : "web.decide.title")}
      lead={leadOf(view)}
    >
      <DecideForm view={view} />
    </Card>
  );
}

/** What the round says, where it binds; else who decides. */
function leadOf({ rounds, version, ahead }: DecidingView): string {
  const heard = rounds.find((round) => round.version === version && round.result);
  if (!heard?.binding || ahead.decides === "lead") return say(`web.decide.lead.${ahead.decides}`);
  return say(`web.decide.says.${heard.result!.verdict}`);
}

function DecideForm({ view }: { view: DecidingView }) {
  const { accept, reject } = view.whyNot;
  const [chosen, setChosen] = useState<Outcome | null>(null);
  // where the round left one of the two, that one is it
  const only = accept !== null ? "rejected" : reject !== null ? "accepted" : null;
  const outcome = only ?? chosen;
  return (
    <div className="grid gap-5">
      <RadioGroup
        cards
        legendHidden
        legend={say("web.decide.outcome")}
        value={outcome}
        onValue={setChosen}
        choices={[
          {
            value: "accepted",
            label: say("web.decide.accept"),
            hint: accept ?? say("web.decide.accept_means"),
            disabled: accept !== null,
          },
          {
            value: "rejected",
            label: say("web.decide.reject"),
            hint: reject ?? say("web.decide.reject_means"),
            disabled: reject !== null,
          },
        ]}
      />
      {outcome && <DecideFields key={outcome} view={view} outcome={outcome} />}
    </div>
  );
}

function DecideFields({ view, outcome }: { view: DecidingView; outcome: Outcome }) {
  const { workspace } = usePlace();
  const today = useToday();
  const accepted = outcome === "accepted";
  const { ahead } = view;
  const [confidence, setConfidence] = useState<number | null>(null);
  const [review, setReview] = useState(accepted ? (view.endsOn ?? daysAfter(today, reviewDays)) : "");
  const [effectOn, setEffectOn] = useState("");
  const [credits, setCredits] = useState<Credit[]>([]);
  const [read, setRead] = useState(false);
  const decide = decisionsClient.useDo("decide", alsoNotices);
  const submit = useSubmit(
    async ({ reasons = "", expected = "" }) => {
      await decide.mutateAsync({
        workspace: workspace.id,
        decision: view.id,
        n: view.n,
        outcome,
        reasons,
        expected,
        confidence: accepted ? confidence : null,
        review: review || null,
        effectOn: effectOn || null,
        credits,
        acknowledged: read,
      });
      toast.success(say("web.decide.done"));
    },
    {
      "decisions.reasons_needed": "reasons",
      "decisions.effect_needed": "effectOn",
      "decisions.read_them_first": "acknowledged",
      "decisions.day_is_past": effectOn && effectOn < today ? "effectOn" : "review",
    },
  );
  // a round has shown them to everybody already
  const toRead = view.rounds.length === 0 ? ahead.acknowledge : [];
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <Field
        label={say("web.decide.reasons")}
        hint={say(accepted ? "web.decide.reasons_hint" : "web.decide.reasons_no_hint")}
        optional={ahead.reasons ? undefined : say("web.outcome.optional")}
        error={submit.wrong("reasons")}
      >
        <Textarea name="reasons" dir="auto" rows={3} maxLength={4_000} />
      </Field>
      {accepted && ahead.effectLater && (
        <>
          <OpenQuestions view={view} />
          <DayAhead
            name="effectOn"
            label={say("web.decide.effect")}
            hint={say("web.decide.effect_hint")}
            value={effectOn}
            onValue={setEffectOn}
            spans={effectSpans}
            error={submit.wrong("effectOn")}
          />
        </>
      )}
      {accepted && (
        <>
          <Field
            label={say("web.decide.expected")}
            hint={say("web.decide.expected_hint")}
            optional={say("web.outcome.optional")}
            error={submit.wrong("expected")}
          >
            <Textarea name="expected" dir="auto" rows={2} maxLength={2_000} defaultValue={view.expected} />
          </Field>
          <Confidence value={confidence} onValue={setConfidence} />
        </>
      )}
      <DayAhead
        name="review"
        label={say("web.decide.review")}
        hint={say(review ? "web.decide.review_hint" : "web.decide.review_none_hint")}
        value={review}
        onValue={setReview}
        spans={reviewSpans}
        none={say("web.decide.review_none")}
        error={submit.wrong("review")}
      />
      {accepted && <CreditsField people={view.people} value={credits} onValue={setCredits} />}
      {toRead.length > 0 && (
        <div className="grid gap-2.5 rounded-lg border border-brass-edge bg-brass-soft px-3.5 py-3">
          <ul className="grid gap-1">
            {toRead.map((words) => (
              <li key={words} className="serif text-base">
                <bdi>{words}</bdi>
              </li>
            ))}
          </ul>
          <Checkbox
            name="acknowledged"
            checked={read}
            aria-invalid={submit.wrong("acknowledged") ? true : undefined}
            label={say("web.decide.read")}
            onChange={(event) => setRead(event.target.checked)}
          />
          <FieldError>{submit.wrong("acknowledged")}</FieldError>
        </div>
      )}
      <div>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say(ahead.decides === "round" ? "web.decide.write_down" : `web.decide.submit_${outcome}`)}
        </Button>
      </div>
    </form>
  );
}

/** Questions that nobody has answered yet: at this level they are answered before it takes effect. */
function OpenQuestions({ view }: { view: DecidingView }) {
  const answered = new Set(view.remarks.map(({ answers }) => answers));
  const open = view.remarks.filter(({ kind, id, answers }) => kind === "question" && !answers && !answered.has(id));
  if (open.length === 0) return null;
  return (
    <Banner tone="brass" icon={<CircleHelp />}>
      <p className="font-semibold">{say("web.decide.questions", { n: open.length })}</p>
      <ul className="mt-1 grid gap-1">
        {open.map(({ id, by, words }) => (
          <li key={id}>
            <bdi className="font-medium">{by.name}</bdi>: <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
