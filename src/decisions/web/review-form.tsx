import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Refused } from "../../foundation/client.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field } from "../../ui/field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { DayAhead } from "./decide-day.tsx";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";
import { alsoNotices } from "./outcome-words.ts";

type Verdict = "worked" | "partly" | "not";
type Next = "keep" | "adapt" | "reverse";
const againSpans = [30, 90, 180];

/**
 * Did it work, what did we learn, and now: keep, adapt, reverse.
 * @param early whether its day is still ahead, so that it can be left again
 */
export function ReviewForm({ view, end, early }: { view: DecidingView; end: () => void; early: boolean }) {
  const { workspace } = usePlace();
  const navigate = useNavigate();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [next, setNext] = useState<Next | null>(null);
  const [byRule, setByRule] = useState(false);
  const [again, setAgain] = useState("");
  const review = decisionsClient.useDo("review", alsoNotices);
  const experiment = view.shape === "experiment";
  const submit = useSubmit(
    async ({ learned = "" }) => {
      if (!verdict || !next) {
        const sentence = say("web.review.choose");
        throw new Refused("invalid", sentence, 400, {
          ...(verdict ? {} : { verdict: sentence }),
          ...(next ? {} : { next: sentence }),
        });
      }
      const { decision } = await review.mutateAsync({
        workspace: workspace.id,
        decision: view.id,
        verdict,
        learned,
        next,
        byRule: experiment && byRule,
        again: next === "keep" && again ? again : null,
      });
      end();
      toast.success(say(byRule ? "web.review.said_by_rule" : "web.review.said"));
      if (decision) {
        void navigate({
          to: "/w/$workspace/t/$team/decisions/$decision",
          params: { workspace: workspace.slug, team: view.team, decision },
        });
      }
    },
    { "decisions.learned_needed": "learned", "decisions.day_is_past": "again" },
  );
  // what was taken back already cannot be taken back again
  const over = view.reviews.some(({ next: was }) => was === "reverse");
  const ways = over ? (["keep"] as const) : (["keep", "adapt", "reverse"] as const);
  const needsWords = (verdict && verdict !== "worked") || (next && next !== "keep");
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      {view.expected && (
        <figure className="rounded-lg bg-neutral-soft px-3.5 py-2.5">
          <figcaption className="text-sm text-ink-2">{say("web.review.expected")}</figcaption>
          <p dir="auto" className="max-w-prose whitespace-pre-line">
            {view.expected}
          </p>
        </figure>
      )}
      <RadioGroup
        cards
        legend={say("web.review.did_it")}
        value={verdict}
        onValue={setVerdict}
        error={verdict ? undefined : submit.wrong("verdict")}
        choices={(["worked", "partly", "not"] as const).map((value) => ({
          value,
          label: say(`web.review.verdict.${value}`),
        }))}
      />
      {experiment && (
        <Checkbox
          checked={byRule}
          onChange={(event) => setByRule(event.target.checked)}
          label={say("web.review.by_rule")}
          hint={say("web.review.by_rule_hint")}
        />
      )}
      <Field
        label={say("web.review.learned")}
        optional={needsWords ? undefined : say("web.outcome.optional")}
        error={submit.wrong("learned")}
      >
        <Textarea name="learned" dir="auto" rows={3} maxLength={4_000} />
      </Field>
      <RadioGroup
        cards
        legend={say("web.review.next_legend")}
        value={next}
        onValue={setNext}
        error={next ? undefined : submit.wrong("next")}
        choices={ways.map((value) => ({
          value,
          label: say(`web.review.next.${value}`),
          hint: say(`web.review.next_means.${value}`),
        }))}
      />
      {next === "keep" && (
        <DayAhead
          name="again"
          label={say("web.review.again")}
          value={again}
          onValue={setAgain}
          spans={againSpans}
          none={say("web.review.again_none")}
          error={submit.wrong("again")}
        />
      )}
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" look="primary" busy={submit.busy}>
          {say(next === "adapt" ? "web.review.submit_adapt" : "web.review.submit")}
        </Button>
        {early && <Button onClick={end}>{say("web.outcome.cancel")}</Button>}
      </div>
    </form>
  );
}
