import { CircleCheck, CircleDot, CircleX, Sprout } from "lucide-react";
import { useState } from "react";
import { DayText, useToday } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { Time } from "../../ui/time.tsx";
import type { Tone } from "../../ui/tone.ts";
import { say } from "./deciding-words.ts";
import { DecisionTitle } from "./decision-title.tsx";
import type { DecidingView } from "./decisions-client.ts";
import { ReviewForm } from "./review-form.tsx";

type Review = DecidingView["reviews"][number];

export const verdictLook: Readonly<Record<Review["verdict"], { tone: Tone; Icon: typeof CircleCheck }>> = {
  worked: { tone: "pasture", Icon: CircleCheck },
  partly: { tone: "brass", Icon: CircleDot },
  not: { tone: "clay", Icon: CircleX },
};

/** Looking back at what was decided: the form from its day on, or earlier for whoever wishes; and what was said before. */
export function ReviewCard({ view }: { view: DecidingView }) {
  const today = useToday();
  const [early, setEarly] = useState(false);
  const { decided, reviews, whyNot } = view;
  if (!decided) return null;
  const may = whyNot.review === null;
  const due = decided.review !== null && decided.review <= today && view.phase === "decided";
  const asking = may && (due || early);
  // a line written in fifteen seconds asks for nothing, unless somebody named a day
  const asks = may && (view.shape !== "note" || decided.review !== null);
  if (!asks && reviews.length === 0) return null;
  return (
    <Card
      tone={asking ? "brass" : "neutral"}
      title={say(view.shape === "experiment" ? "web.review.title_experiment" : "web.review.title")}
      lead={asking ? say("web.review.lead") : undefined}
    >
      <div className="grid gap-5">
        {asking && <ReviewForm view={view} end={() => setEarly(false)} early={!due} />}
        {!asking && may && (
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p className="text-sm text-ink-2">
              {decided.review && view.phase === "decided" ? (
                <>
                  {say("web.review.ahead")} <DayText day={decided.review} />.
                </>
              ) : (
                say(reviews.length > 0 ? "web.review.done" : "web.review.no_day")
              )}
            </p>
            <Button size="sm" onClick={() => setEarly(true)}>
              {say(reviews.length > 0 ? "web.review.again_now" : "web.review.now")}
            </Button>
          </div>
        )}
        {reviews.length > 0 && (
          <ol className="grid gap-4">
            {reviews.map((review) => (
              <PastReview key={review.n} view={view} review={review} />
            ))}
          </ol>
        )}
      </div>
    </Card>
  );
}

function PastReview({ view, review }: { view: DecidingView; review: Review }) {
  const { locale, timeZone } = useReader();
  const { tone, Icon } = verdictLook[review.verdict];
  return (
    <li className="border-t border-line pt-4 first:border-t-0 first:pt-0">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-2">
        <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
          {say(`web.review.verdict.${review.verdict}`)}
        </Badge>
        <span>{say(`web.review.was.${review.next}`)}</span>
        <span className="ms-auto">
          {review.by && <bdi>{review.by}</bdi>}
          {review.by && <span aria-hidden="true"> · </span>}
          <Time value={review.at} locale={locale} zone={timeZone} />
        </span>
      </p>
      {review.learned && (
        <p dir="auto" className="serif mt-2 max-w-prose text-lg font-normal! whitespace-pre-line">
          {review.learned}
        </p>
      )}
      {review.byRule && (
        <p className="mt-2 flex items-start gap-2 text-sm text-pasture-ink">
          <Sprout aria-hidden="true" size={17} className="mt-0.5 shrink-0" />
          <span>{say("web.review.by_rule_means")}</span>
        </p>
      )}
      {review.nextDecision && (
        <p className="mt-2 text-sm">
          <span className="text-ink-2">{say("web.review.adapted_by")} </span>
          <DecisionTitle
            team={view.team}
            decision={review.nextDecision.decision}
            title={review.nextDecision.title}
            className={textLink}
          />
        </p>
      )}
    </li>
  );
}

/** The decision that this one adapts, where it does. */
export function Adapts({ view }: { view: DecidingView }) {
  if (!view.adapts) return null;
  return (
    <p className="text-sm text-ink-2">
      {say("web.review.adapts")}{" "}
      <DecisionTitle team={view.team} decision={view.adapts.decision} title={view.adapts.title} className={textLink} />
    </p>
  );
}
