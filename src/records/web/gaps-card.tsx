import { useMemo } from "react";
import { Card } from "../../ui/card.tsx";
import type { Column } from "../../ui/table.tsx";
import { type Gap as DrawnGap, type Span, type Tick, TimelineGaps } from "../../ui/timeline-gaps.tsx";
import { daysText, dayText, numberText, shortDayText } from "./figure-words.ts";
import { longestGaps, officeSpans } from "./overview-figures.ts";
import { plotWords, say } from "./record-words.ts";
import type { Overview } from "./records-client.ts";

type Gap = Overview["gaps"][number];

const vacant = ({ decider }: Gap) => decider === "part" || decider === "nobody";

function gapText(gap: Gap, locale: string): string {
  const days = daysText(gap.days);
  const from = dayText(gap.from, locale);
  if (gap.until === null) return say("web.gaps.tip_runs", { days, from });
  return say("web.gaps.tip", { days, from, until: dayText(gap.until, locale) });
}

function officeText({ decider, withoutDecider }: Gap): string {
  return say(`web.gaps.office.${decider}`, { days: daysText(withoutDecider ?? 0) });
}

/** Days with a verdict on a line of time, the longest times without one, and who was in office. */
export function GapsCard({ overview, locale }: { overview: Overview; locale: string }) {
  const { gaps, running, verdictDays, terms, asOf } = overview;
  const from = [verdictDays[0]!, ...terms.map((term) => term.from)].sort()[0]!;
  const ticks = useMemo<Tick[]>(
    () => verdictDays.map((on) => ({ on, label: dayText(on, locale) })),
    [verdictDays, locale],
  );
  const drawn = useMemo<DrawnGap[]>(
    () =>
      gaps.map((gap) => ({
        from: gap.from,
        to: gap.until ?? asOf,
        vacant: vacant(gap),
        short: daysText(gap.days),
        label: `${gapText(gap, locale)}\n${officeText(gap)}`,
      })),
    [gaps, asOf, locale],
  );
  const spans = useMemo<Span[]>(
    () =>
      officeSpans(terms, asOf).map(({ from, until, who, held }) => ({
        from,
        to: until,
        held,
        short: held ? (who ?? say("web.gaps.held")) : say("web.gaps.vacant"),
        label: say("web.gaps.span", {
          who: held ? (who ?? say("web.gaps.held")) : say("web.gaps.vacant"),
          from: shortDayText(from, locale),
          until: shortDayText(until, locale),
        }),
      })),
    [terms, asOf, locale],
  );
  const listed = running && running.days > 0 ? [...gaps, running] : gaps;
  const columns: Column<Gap>[] = [
    {
      key: "from",
      header: say("web.gaps.from"),
      names: true,
      className: "whitespace-nowrap",
      cell: (gap) => shortDayText(gap.from, locale),
    },
    {
      key: "until",
      header: say("web.gaps.until"),
      className: "whitespace-nowrap",
      cell: ({ until }) => (until ? shortDayText(until, locale) : say("web.gaps.runs")),
    },
    { key: "days", header: say("web.gaps.days"), numeric: true, cell: ({ days }) => numberText(days, locale) },
    { key: "office", header: say("web.gaps.office_label"), cell: officeText },
  ];
  return (
    <Card title={say("web.gaps.title")}>
      <TimelineGaps
        title={say("web.gaps.title")}
        titleHidden
        description={about(overview, locale)}
        ticks={ticks}
        gaps={drawn}
        spans={spans}
        from={from}
        to={asOf}
        locale={locale}
        names={{
          tick: say("web.gaps.tick"),
          gap: say("web.gaps.gap"),
          vacantGap: say("web.gaps.vacant_gap"),
          held: say("web.gaps.held"),
          vacant: say("web.gaps.vacant"),
        }}
        words={plotWords()}
        table={{ columns, rows: listed, rowKey: (gap) => gap.from + gap.until }}
      />
    </Card>
  );
}

function about(overview: Overview, locale: string): string {
  const { held, vacant: empty, longest } = longestGaps({ ...overview, running: null });
  const sentence = (gap: Gap | null, key: "about_vacant" | "about_held" | "about_any") =>
    gap && say(`web.gaps.${key}`, { days: daysText(gap.days), from: dayText(gap.from, locale) });
  return [
    sentence(empty, "about_vacant"),
    sentence(held, "about_held"),
    !empty && !held && sentence(longest, "about_any"),
    overview.terms.length === 0 && say("web.gaps.no_terms"),
  ]
    .filter(Boolean)
    .join(" ");
}
