import type { ReactNode } from "react";
import { reversalName } from "../../decisions/web/decision-badges.tsx";
import { Card } from "../../ui/card.tsx";
import { Stat } from "../../ui/stat.tsx";
import { daysText, dayText, numberText, percent, yearsText } from "./figure-words.ts";
import { type Handed, longestGaps, nowAndBefore } from "./overview-figures.ts";
import { say } from "./record-words.ts";
import type { Overview } from "./records-client.ts";

type Shown = { overview: Overview; locale: string };

/** Four numbers that say most: handed over, time, taken back, gaps. */
export function KeyFigures({ overview, locale }: Shown) {
  return (
    <Card flush aria-label={say("web.figures.label")}>
      <div className="grid gap-px overflow-hidden rounded-xl bg-line sm:grid-cols-2 xl:grid-cols-4 [&>*]:bg-surface [&>*]:px-5 [&>*]:py-4.5">
        <Delegated overview={overview} locale={locale} />
        <TimeToDecide overview={overview} locale={locale} />
        <TakenBack overview={overview} locale={locale} />
        <LongestGap overview={overview} locale={locale} />
      </div>
    </Card>
  );
}

function Unknown({ children }: { children: ReactNode }) {
  return <span className="text-ink-2">{children}</span>;
}

function Delegated({ overview, locale }: Shown) {
  const { now, before } = nowAndBefore(overview.years);
  const known = now !== null && now.share !== null;
  return (
    <Stat
      label={say("web.figures.delegated")}
      value={known ? percent(now.share!, locale) : <Unknown>{say("web.unknown")}</Unknown>}
      note={
        <>
          <span className="block">{nowNote(now, overview, locale)}</span>
          <span className="block">{beforeNote(now, before, overview, locale)}</span>
        </>
      }
    />
  );
}

function nowNote(now: Handed | null, { years, deciderKnownSince }: Overview, locale: string): string {
  const last = years.at(-1)?.year;
  if (now?.share != null) {
    return say("web.figures.delegated_of", { delegates: now.delegates, of: now.of, years: yearsText(now) });
  }
  if (now) {
    return say("web.figures.delegated_between", {
      n: now.unknown,
      years: yearsText(now),
      least: percent(now.atLeast, locale),
      most: percent(now.atMost, locale),
    });
  }
  if (last !== undefined && deciderKnownSince && Number(deciderKnownSince.slice(0, 4)) > last) {
    return say("web.figures.delegated_not_told", { day: dayText(deciderKnownSince, locale) });
  }
  return say("web.figures.delegated_none");
}

function beforeNote(now: Handed | null, before: Handed | null, overview: Overview, locale: string): string {
  if (before?.share != null) {
    const params = { share: percent(before.share, locale), years: yearsText(before), of: before.of };
    const way =
      now?.share == null
        ? "plain"
        : percent(now.share, locale) === params.share
          ? "same"
          : now.share > before.share
            ? "up"
            : "down";
    return say("web.figures.before", { ...params, way });
  }
  const { deciderKnownSince } = overview;
  if (deciderKnownSince) return say("web.figures.before_since", { day: dayText(deciderKnownSince, locale) });
  return say("web.figures.before_unknown");
}

function TimeToDecide({ overview }: Shown) {
  const { n, q1, median, q3 } = overview.time.all;
  return (
    <Stat
      label={say("web.figures.time")}
      value={median === null ? <Unknown>{say("web.unknown")}</Unknown> : daysText(median)}
      note={
        median === null
          ? say("web.figures.time_unknown")
          : say("web.figures.time_note", { low: Math.round(q1!), high: Math.round(q3!), n })
      }
    />
  );
}

function TakenBack({ overview, locale }: Shown) {
  const { total, byKind } = overview.reversals;
  const most = byKind[0];
  return (
    <Stat
      label={say("web.figures.reversals")}
      value={numberText(total, locale)}
      note={
        most
          ? say("web.figures.reversals_note", { kind: reversalName(most.kind), n: most.count })
          : say("web.figures.reversals_none")
      }
    />
  );
}

function LongestGap({ overview, locale }: Shown) {
  const { longest, held, vacant } = longestGaps(overview);
  const shown = vacant ?? held ?? longest;
  if (!shown) {
    return (
      <Stat
        label={say("web.figures.gap")}
        value={<Unknown>{say("web.unknown")}</Unknown>}
        note={say("web.figures.gap_unknown")}
      />
    );
  }
  const from = dayText(shown.from, locale);
  return (
    <Stat
      label={say(vacant ? "web.figures.gap_vacant" : "web.figures.gap")}
      value={daysText(shown.days)}
      note={
        <>
          <span className="block">{say(shown.until ? "web.figures.gap_from" : "web.figures.gap_runs", { from })}</span>
          {vacant && held && (
            <span className="block">{say("web.figures.gap_held", { days: daysText(held.days) })}</span>
          )}
          {shown.decider === "unknown" && <span className="block">{say("web.figures.gap_office_unknown")}</span>}
        </>
      }
    />
  );
}
