import { Check, MessageCircleQuestion } from "lucide-react";
import { useState } from "react";
import { useOnce } from "../../areas/web/once.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { Time } from "../../ui/time.tsx";
import { toast } from "../../ui/toast.ts";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";
import { alsoNotices } from "./outcome-words.ts";

type SumUp = NonNullable<DecidingView["sumUp"]>;

/**
 * “What I heard”: written by whoever decides, before they do; those who spoke say whether that is what they said. Nothing
 * stands here where there is nothing to write and nothing written.
 */
export function SumUpCard({ view }: { view: DecidingView }) {
  const [anew, setAnew] = useState(false);
  const mayWrite = view.whyNot.sumUp === null;
  if (!view.sumUp || (anew && mayWrite)) {
    return mayWrite ? <SumUpForm view={view} end={anew ? () => setAnew(false) : null} /> : null;
  }
  return <SumUpRead view={view} sumUp={view.sumUp} again={mayWrite ? () => setAnew(true) : null} />;
}

function SumUpForm({ view, end }: { view: DecidingView; end: (() => void) | null }) {
  const { workspace } = usePlace();
  const sumUp = decisionsClient.useDo("sumUp", alsoNotices);
  const submit = useSubmit(async ({ words = "" }) => {
    insistOnFilled({ words });
    await sumUp.mutateAsync({ workspace: workspace.id, decision: view.id, words });
    end?.();
    toast.success(say("web.sum_up.written"));
  });
  return (
    <Card tone="brass" title={say("web.sum_up.title_mine")} lead={say("web.sum_up.lead")}>
      <form {...submit.form} className="grid gap-4">
        <FormProblem>{submit.problem}</FormProblem>
        <Field
          label={say("web.sum_up.words")}
          hint={say(view.sumUp ? "web.sum_up.anew_hint" : "web.sum_up.words_hint")}
          error={submit.wrong("words")}
        >
          <Textarea
            name="words"
            dir="auto"
            rows={4}
            maxLength={4_000}
            defaultValue={view.sumUp?.words ?? ""}
            autoFocus={end !== null}
          />
        </Field>
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" look="primary" busy={submit.busy}>
            {say("web.sum_up.write")}
          </Button>
          {end && <Button onClick={end}>{say("web.outcome.cancel")}</Button>}
        </div>
      </form>
    </Card>
  );
}

function SumUpRead({ view, sumUp, again }: { view: DecidingView; sumUp: SumUp; again: (() => void) | null }) {
  const { locale, timeZone } = useReader();
  return (
    <Card
      title={again ? say("web.sum_up.title_mine") : say("web.sum_up.title")}
      note={<Time value={sumUp.at} locale={locale} zone={timeZone} />}
    >
      <p dir="auto" className="serif max-w-prose text-lg font-normal! whitespace-pre-line">
        {sumUp.words}
      </p>
      <div className="mt-3.5 flex flex-wrap items-center gap-2 empty:hidden">
        {(sumUp.heard > 0 || view.phase === "opened") && (
          <Badge tone={sumUp.heard > 0 ? "pasture" : "neutral"} icon={<Check aria-hidden="true" />}>
            {say("web.sum_up.heard_n", { n: sumUp.heard })}
          </Badge>
        )}
        {sumUp.notQuite.length > 0 && (
          <Badge tone="brass" icon={<MessageCircleQuestion aria-hidden="true" />}>
            {say("web.sum_up.not_quite_n", { n: sumUp.notQuite.length })}
          </Badge>
        )}
        {again && (
          <Button size="sm" look="quiet" className="ms-auto -me-2" onClick={again}>
            {say("web.sum_up.anew")}
          </Button>
        )}
      </div>
      {sumUp.notQuite.length > 0 && (
        <ul className="mt-3 grid gap-3">
          {sumUp.notQuite.map(({ by, words }) => (
            <li key={by.member} className="flex gap-3">
              <Avatar name={by.name} id={by.member} size="sm" />
              <div className="min-w-0">
                <p className="text-sm font-semibold">
                  <bdi>{by.name}</bdi>
                </p>
                <p dir="auto" className="max-w-prose text-sm whitespace-pre-line text-ink-2">
                  {words || say("web.sum_up.no_words")}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {sumUp.whyNotSay === null && <SayHeard view={view} mine={sumUp.mine} />}
    </Card>
  );
}

/** Heard, or not quite: one tap for the one, a sentence for the other. */
function SayHeard({ view, mine }: { view: DecidingView; mine: boolean | null }) {
  const { workspace } = usePlace();
  const [wording, setWording] = useState(false);
  const sayHeard = decisionsClient.useDo("sayHeard", alsoNotices);
  const once = useOnce();
  const heard = () => {
    setWording(false);
    void once(() =>
      tellOutcome(
        sayHeard.mutateAsync({ workspace: workspace.id, decision: view.id, heard: true }),
        say("web.sum_up.said"),
      ),
    );
  };
  const submit = useSubmit(async ({ words = "" }) => {
    insistOnFilled({ words });
    await sayHeard.mutateAsync({ workspace: workspace.id, decision: view.id, heard: false, words });
    setWording(false);
    toast.success(say("web.sum_up.said"));
  });
  return (
    <div className="mt-4 border-t border-line pt-3.5">
      <fieldset className="flex flex-wrap items-center gap-2.5">
        <legend className="mb-2 text-sm font-semibold">
          {say(mine === null ? "web.sum_up.is_it" : mine ? "web.sum_up.you_heard" : "web.sum_up.you_not_quite")}
        </legend>
        <Button
          look={mine === true ? "primary" : "plain"}
          aria-pressed={mine === true}
          icon={<Check aria-hidden="true" size={16} />}
          busy={sayHeard.isPending && !wording}
          onClick={heard}
        >
          {say("web.sum_up.heard")}
        </Button>
        <Button
          aria-pressed={mine === false}
          className="aria-pressed:border-brass aria-pressed:bg-brass-soft"
          aria-expanded={wording}
          icon={<MessageCircleQuestion aria-hidden="true" size={16} />}
          onClick={() => setWording(!wording)}
        >
          {say("web.sum_up.not_quite")}
        </Button>
      </fieldset>
      {wording && (
        <form {...submit.form} className="mt-3 grid gap-3">
          <FormProblem>{submit.problem}</FormProblem>
          <Field label={say("web.sum_up.missing")} error={submit.wrong("words")}>
            <Textarea name="words" dir="auto" rows={2} maxLength={1_000} autoFocus />
          </Field>
          <div>
            <Button type="submit" look="primary" busy={submit.busy}>
              {say("web.sum_up.say_it")}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
