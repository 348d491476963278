import { ArrowRight } from "lucide-react";
import { useReader } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { Time } from "../../ui/time.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type { GoalView } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { measured } from "./goal-words.ts";

type Step = GoalView["steps"][number];
type Happened = { at: string; key: string; step: Step | null; reading: GoalView["readings"][number] | null };

/** What happened with a goal, the latest first: what was said otherwise, and notes with how sure its owner was. */
export function GoalHistory({ view }: { view: GoalView }) {
  const { locale, timeZone } = useReader();
  const happened: Happened[] = [
    ...view.steps.map((step, n) => ({ at: step.at, key: `step${n}`, step, reading: null })),
    ...view.readings
      .filter(({ note }) => note)
      .map((reading, n) => ({ at: reading.at, key: `reading${n}`, step: null, reading })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Card title={say("web.history.title")}>
      <ol className="divide-y divide-line">
        {happened.map(({ key, at, step, reading }) => (
          <li key={key} className="grid gap-x-5 gap-y-0.5 py-3 text-sm first:pt-0 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
            <span className="text-ink-2">
              <Time inList value={at} locale={locale} zone={timeZone} />
            </span>
            {step && <OneStep step={step} />}
            {reading && (
              <div>
                <p>
                  {say("web.history.sure", { n: reading.confidence })}
                  {reading.value !== null && <> · {measured(view.measure, reading.value, locale)}</>}
                </p>
                <p dir="auto" className="mt-0.5 text-ink-2">
                  {reading.note}
                </p>
              </div>
            )}
          </li>
        ))}
        <li className="grid gap-x-5 gap-y-0.5 py-3 text-sm last:pb-0 first:pt-0 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
          <span className="text-ink-2">
            <Time inList value={view.madeAt} locale={locale} zone={timeZone} />
          </span>
          <p>{say("web.history.made")}</p>
        </li>
      </ol>
    </Card>
  );
}

function OneStep({ step }: { step: Step }) {
  const { locale } = useReader();
  const said = (words: string | null) => {
    if (words === null) return say(step.what === "words" ? "web.history.simply_done" : "web.history.nothing");
    return step.what === "moved" ? exactTime(words, locale, "UTC") : words;
  };
  const between = step.from !== null || step.to !== null;
  return (
    <div>
      <p>
        <span className="font-medium">{say(`web.history.${step.what}`)}</span>{" "}
        <span className="text-ink-2">
          · <bdi>{step.by}</bdi>
        </span>
      </p>
      {between && (
        <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-ink-2">
          <span className="sr-only">{say("web.history.from")}</span>
          <bdi className="line-through decoration-line-2">{said(step.from)}</bdi>
          <ArrowRight aria-hidden="true" size={13} className="self-center rtl:-scale-x-100" />
          <span className="sr-only">{say("web.history.to")}</span>
          <bdi className="text-ink">{said(step.to)}</bdi>
        </p>
      )}
      {step.why && (
        <p dir="auto" className="mt-0.5 max-w-prose">
          {step.why}
        </p>
      )}
    </div>
  );
}
