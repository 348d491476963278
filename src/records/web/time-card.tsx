import { useCallback, useMemo } from "react";
import { deciderName, deciderTone } from "../../decisions/web/decision-badges.tsx";
import { Card } from "../../ui/card.tsx";
import { DotRange, type RangeYear } from "../../ui/dot-range.tsx";
import type { Column } from "../../ui/table.tsx";
import { toneColour } from "../../ui/tone.ts";
import { daysText, numberText, shortDays } from "./figure-words.ts";
import { plotWords, say } from "./record-words.ts";
import type { Overview } from "./records-client.ts";

type Kind = Overview["time"]["byKind"][number] & { q1: number; median: number; q3: number };

/** How long it took from opening to verdict, by year and by who decided. */
export function TimeCard({ overview, locale }: { overview: Overview; locale: string }) {
  const { all, byKind, byYear } = overview.time;
  const years = useMemo<RangeYear[]>(
    () =>
      byYear.flatMap(({ year, n, q1, median, q3 }) =>
        q1 === null || median === null || q3 === null ? [] : [{ year, n, median, low: q1, high: q3 }],
      ),
    [byYear],
  );
  const valueText = useCallback((days: number) => shortDays(days, locale), [locale]);
  const countText = useCallback((n: number) => numberText(n, locale), [locale]);
  const yearTip = useCallback(
    ({ year, median, low, high, n }: RangeYear) =>
      say("web.time.tip", {
        year: String(year),
        median: daysText(median),
        low: Math.round(low),
        high: Math.round(high),
        n,
      }),
    [],
  );
  const rounded = (value: number) => numberText(Math.round(value), locale);
  const columns: Column<RangeYear>[] = [
    { key: "year", header: say("web.deciders.year"), names: true, cell: ({ year }) => year },
    { key: "low", header: say("web.time.low"), numeric: true, cell: ({ low }) => rounded(low) },
    { key: "median", header: say("web.time.median"), numeric: true, cell: ({ median }) => rounded(median) },
    { key: "high", header: say("web.time.high"), numeric: true, cell: ({ high }) => rounded(high) },
    { key: "n", header: say("web.time.n"), numeric: true, cell: ({ n }) => numberText(n, locale) },
  ];
  const kinds = byKind.filter((kind): kind is Kind => kind.median !== null);
  return (
    <Card title={say("web.time.title")} note={say("web.time.note", { median: daysText(all.median ?? 0), n: all.n })}>
      <div className="grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <DotRange
          title={say("web.time.title")}
          titleHidden
          description={say("web.time.about")}
          years={years}
          locale={locale}
          valueText={valueText}
          countText={countText}
          yearTip={yearTip}
          height={330}
          words={plotWords()}
          table={{ columns, rows: years, rowKey: ({ year }) => String(year) }}
        />
        <ByKind kinds={kinds} locale={locale} />
      </div>
    </Card>
  );
}

/** Medians by who decided, each with its middle half on one common scale. */
function ByKind({ kinds, locale }: { kinds: readonly Kind[]; locale: string }) {
  const most = Math.max(1, ...kinds.map(({ q3 }) => q3));
  const at = (days: number) => `${(days / most) * 100}%`;
  return (
    <div>
      <h3 className="text-base">{say("web.time.by_kind")}</h3>
      <ul className="mt-3 grid gap-4">
        {kinds.map(({ decidedBy, n, q1, median, q3 }) => (
          <li key={decidedBy}>
            <div className="flex items-baseline justify-between gap-3">
              <span className="font-medium">{deciderName(decidedBy)}</span>
              <span className="text-sm text-ink-2 tabular-nums">
                <span className="font-semibold text-ink">{daysText(median)}</span>
              </span>
            </div>
            <div aria-hidden="true" className="relative mt-1.5 h-2 rounded-full bg-neutral-soft">
              <span
                className="absolute inset-y-0 rounded-full opacity-40"
                style={{
                  insetInlineStart: at(q1),
                  width: `max(0.5rem, ${at(q3 - q1)})`,
                  background: toneColour(deciderTone[decidedBy]),
                }}
              />
              <span
                className="absolute -top-0.5 size-3 -translate-x-1/2 rounded-full border-2 border-surface rtl:translate-x-1/2"
                style={{ insetInlineStart: at(median), background: toneColour(deciderTone[decidedBy]) }}
              />
            </div>
            <p className="mt-1 text-sm text-ink-2 tabular-nums">
              {say("web.time.middle", {
                low: numberText(Math.round(q1), locale),
                high: numberText(Math.round(q3), locale),
                n,
              })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
