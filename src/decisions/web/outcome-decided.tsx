import { CircleCheck, CircleX } from "lucide-react";
import { levelText } from "../../areas/web/level-words.ts";
import { DayText } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { DefinitionList } from "../../ui/definition-list.tsx";
import { Time } from "../../ui/time.tsx";
import { say } from "./deciding-words.ts";
import type { DecidingView } from "./decisions-client.ts";
import { creditLines, loanAt, sureText } from "./outcome-words.ts";

/** What was decided: by whom, at which level, why, what is expected of it and when it is looked at again. */
export function DecidedCard({ view }: { view: DecidingView }) {
  const { locale, timeZone } = useReader();
  const { decided, ahead } = view;
  if (!decided) return null;
  const accepted = decided.outcome === "accepted";
  const loan = loanAt(view, decided.at);
  const level = loan?.level ?? ahead.level;
  const reversed = view.reviews.some(({ next }) => next === "reverse");
  const Icon = accepted ? CircleCheck : CircleX;
  const facts = [
    decided.effectOn && {
      key: "effect",
      term: say("web.outcome.effect"),
      value: <DayText day={decided.effectOn} />,
    },
    accepted &&
      view.expected && { key: "expected", term: say("web.outcome.expected"), value: <Words>{view.expected}</Words> },
    decided.confidence !== null && {
      key: "sure",
      term: say("web.outcome.sure"),
      value: <Sure confidence={decided.confidence} />,
    },
    decided.review && {
      key: "review",
      term: say(view.shape === "experiment" ? "web.outcome.ends" : "web.outcome.review"),
      value: <DayText day={decided.review} />,
    },
    ...creditLines(decided.credits, locale).map(({ part, names }) => ({
      key: part,
      term: say(`web.outcome.credit.${part}`),
      value: <bdi>{names}</bdi>,
    })),
  ].filter((fact) => fact !== false && fact !== null && fact !== "");
  return (
    <Card
      tone={accepted ? "pasture" : "neutral"}
      icon={<Icon aria-hidden="true" size={20} className={accepted ? "text-pasture-ink" : "text-ink-2"} />}
      title={say(accepted ? "web.outcome.accepted" : "web.outcome.rejected")}
      note={
        <span className="inline-flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
          {reversed && <Badge tone="clay">{say("web.outcome.reversed")}</Badge>}
          <Time value={decided.at} locale={locale} zone={timeZone} />
        </span>
      }
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2">
        <span>{byWhom(view)}</span>
        <Badge>{levelText(level)}</Badge>
        {loan && <span className="text-sm">{say("web.outcome.by_loan", { name: loan.by })}</span>}
      </p>
      {decided.reasons && (
        <p dir="auto" className="serif mt-3 max-w-prose text-lg font-normal! whitespace-pre-line">
          {decided.reasons}
        </p>
      )}
      {facts.length > 0 && (
        <div className="mt-4 border-t border-line pt-3.5">
          <DefinitionList items={facts} />
        </div>
      )}
    </Card>
  );
}

/** Who decided: somebody by name; else everybody, in a round or in a meeting. */
function byWhom({ decided, shape }: DecidingView): string {
  if (decided?.by) return say("web.outcome.by", { name: decided.by });
  return say(shape === "note" ? "web.outcome.by_together" : "web.outcome.by_round");
}

function Words({ children }: { children: string }) {
  return (
    <span dir="auto" className="block max-w-prose whitespace-pre-line">
      {children}
    </span>
  );
}

/** How sure the decider was: in words, with a bar beside them. */
function Sure({ confidence }: { confidence: number }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <span aria-hidden="true" className="h-1.5 w-24 overflow-hidden rounded-full bg-neutral-soft">
        <span className="block h-full rounded-full bg-pasture-fill" style={{ width: `${confidence}%` }} />
      </span>
      <span className="tabular-nums">{sureText(confidence)}</span>
    </span>
  );
}
