import { Flag, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { useReader } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { exactTime } from "../../ui/time-words.ts";
import type en from "../words.en.json";
import { outcomeName, reversalName } from "./decision-badges.tsx";
import { type Happening, historyOf } from "./decision-timeline.ts";
import type { DecisionView } from "./decisions-client.ts";

const say = wordsOf<typeof en>("decisions");

/** Everything that happened to a decision, the earliest first. */
export function DecisionHistory({ view }: { view: DecisionView }) {
  const happenings = historyOf(view);
  return (
    <Card
      title={say("web.history.title")}
      note={view.steps.length > 0 && say("web.history.steps", { n: view.steps.length })}
    >
      {happenings.length === 0 ? (
        <p className="text-sm text-ink-2">{say("web.history.none")}</p>
      ) : (
        <ol className="grid">
          {happenings.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a record may tell the same thing twice on one day
            <Moment key={`${one.on} ${place}`} one={one} last={place === happenings.length - 1} view={view} />
          ))}
        </ol>
      )}
    </Card>
  );
}

const marks: Readonly<Record<Happening["what"], string>> = {
  opened: "border-pasture-edge bg-pasture-soft text-pasture-ink",
  decided: "border-pasture-fill bg-pasture-fill text-white",
  step: "border-line-2 bg-raised",
  reversal: "border-clay-edge bg-clay-soft text-clay-ink",
};

function Moment({ one, last, view }: { one: Happening; last: boolean; view: DecisionView }) {
  const { locale } = useReader();
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3.5">
      <span aria-hidden="true" className="flex flex-col items-center">
        <span
          className={classes(
            "mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border [&>svg]:size-3",
            marks[one.what],
          )}
        >
          {one.what === "reversal" && <Undo2 />}
          {one.what === "decided" && <Flag />}
        </span>
        {!last && <span className="w-px flex-1 bg-line-2" />}
      </span>
      <div className={last ? undefined : "pb-5"}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-medium">
            <What one={one} outcome={view.outcome} />
          </span>
          <time dateTime={one.on} className="text-sm text-ink-2">
            {exactTime(one.on, locale, "UTC")}
          </time>
        </div>
        <More one={one} />
      </div>
    </li>
  );
}

function What({ one, outcome }: { one: Happening; outcome: DecisionView["outcome"] }): ReactNode {
  if (one.what === "opened") return say("web.history.opened");
  if (one.what === "decided") return say("web.history.decided", { outcome: outcomeName(outcome) });
  const change = one.from ? (
    <>
      <bdi>{one.from}</bdi> <Arrow /> <bdi>{one.to}</bdi>
    </>
  ) : (
    <>
      {say("web.history.begun")} <bdi>{one.to}</bdi>
    </>
  );
  if (one.what === "step") return change;
  return (
    <>
      {reversalName(one.kind)}: {change}
    </>
  );
}

function Arrow() {
  return (
    <>
      <span aria-hidden="true" className="inline-block text-ink-2 rtl:-scale-x-100">
        →
      </span>
      <span className="sr-only">{say("web.history.became")}</span>
    </>
  );
}

function More({ one }: { one: Happening }) {
  if (one.what === "reversal") {
    return (
      <p className="text-sm text-ink-2">
        {[
          one.heldDays !== null && say("web.history.held", { n: one.heldDays }),
          !one.kindGiven && say("web.history.kind_worked_out"),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
    );
  }
  if (one.what !== "step" || !(one.note || one.by || one.reference)) return null;
  return (
    <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">
      {one.note && <bdi>{one.note}</bdi>}
      {one.note && (one.by || one.reference) && " · "}
      {one.by && <bdi>{one.by}</bdi>}
      {one.by && one.reference && " · "}
      {one.reference && (
        <bdi className="font-mono text-xs" title={one.reference}>
          {one.reference.slice(0, 12)}
        </bdi>
      )}
    </p>
  );
}
