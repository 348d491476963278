import { useCallback, useMemo, useState } from "react";
import { deciderKinds } from "../../decisions/rules.ts";
import { deciderName, deciderTone } from "../../decisions/web/decision-badges.tsx";
import { Card } from "../../ui/card.tsx";
import type { PatternKind, Series } from "../../ui/plot-pattern.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { StackedBars } from "../../ui/stacked-bars.tsx";
import type { Column } from "../../ui/table.tsx";
import { dayText, numberText, percent } from "./figure-words.ts";
import { plotWords, say } from "./record-words.ts";
import type { Overview } from "./records-client.ts";

type Year = Overview["years"][number];

const patterns: Readonly<Record<(typeof deciderKinds)[number], PatternKind>> = {
  lead: "solid",
  delegate: "lines",
  team: "dots",
  other: "cross",
  unknown: "hollow",
};

/** A year's delegated share in words; unknown is said, with what it leaves open. */
function shareText({ delegated: { share, atLeast, atMost } }: Year, locale: string): string {
  if (share !== null) return percent(share, locale);
  if (atLeast !== null && atMost !== null && (atLeast > 0 || atMost < 1)) {
    return say("web.deciders.between", { least: percent(atLeast, locale), most: percent(atMost, locale) });
  }
  return say("web.unknown");
}

/** Who decided, by year. */
export function DecidersCard({ overview, locale }: { overview: Overview; locale: string }) {
  const { years, deciderKnownSince, totals } = overview;
  const [scale, setScale] = useState<"counts" | "parts">("counts");
  const series = useMemo<Series[]>(
    () =>
      deciderKinds
        .filter((kind) => years.some((year) => year[kind] > 0))
        .map((kind) => ({ key: kind, label: deciderName(kind), tone: deciderTone[kind], pattern: patterns[kind] })),
    [years],
  );
  const bars = useMemo(
    () =>
      years.map(({ year, lead, delegate, team, other, unknown }) => ({
        year,
        parts: { lead, delegate, team, other, unknown },
      })),
    [years],
  );
  const partText = useCallback(
    (part: { year: number; series: Series; count: number; total: number }) => {
      const year = years.find((one) => one.year === part.year);
      const share = year ? `\n${say("web.deciders.tip_share", { share: shareText(year, locale) })}` : "";
      return `${say("web.deciders.tip", { year: String(part.year), kind: part.series.label, n: part.count, total: part.total })}${share}`;
    },
    [years, locale],
  );
  const columns: Column<Year>[] = [
    { key: "year", header: say("web.deciders.year"), names: true, cell: ({ year }) => year },
    ...series.map(
      ({ key, label }): Column<Year> => ({
        key,
        header: label,
        numeric: true,
        cell: (year) => numberText(year[key as "lead"], locale),
      }),
    ),
    { key: "total", header: say("web.deciders.total"), numeric: true, cell: ({ total }) => numberText(total, locale) },
    {
      key: "share",
      header: say("web.deciders.share"),
      numeric: true,
      className: "whitespace-nowrap",
      cell: (year) => shareText(year, locale),
    },
  ];
  return (
    <Card
      title={say("web.deciders.title")}
      note={
        <Segmented<"counts" | "parts">
          size="sm"
          label={say("web.deciders.scale")}
          value={scale}
          onValue={setScale}
          choices={(["counts", "parts"] as const).map((value) => ({ value, label: say(`web.deciders.${value}`) }))}
        />
      }
    >
      <StackedBars
        title={say("web.deciders.title")}
        titleHidden
        description={[
          deciderKnownSince
            ? say("web.deciders.about_since", { day: dayText(deciderKnownSince, locale) })
            : say("web.deciders.about"),
          totals.undated > 0 && say("web.deciders.undated", { n: totals.undated }),
        ]
          .filter(Boolean)
          .join(" ")}
        years={bars}
        series={series}
        locale={locale}
        partText={partText}
        share={scale === "parts"}
        height={300}
        words={plotWords()}
        table={{ columns, rows: years, rowKey: ({ year }) => String(year) }}
      />
    </Card>
  );
}
