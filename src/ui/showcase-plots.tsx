import { useCallback } from "react";
import { Card } from "./card.tsx";
import { DotRange, type RangeYear } from "./dot-range.tsx";
import { LineMedian } from "./line-median.tsx";
import type { PlotWords } from "./plot.tsx";
import type { Series } from "./plot-pattern.tsx";
import { StackedBars, type StackedYear } from "./stacked-bars.tsx";
import type { Column } from "./table.tsx";
import { type Gap, type Span, type Tick, TimelineGaps } from "./timeline-gaps.tsx";

const words: PlotWords = {
  table: "Show as table",
  plot: "Show as picture",
  loading: "The picture is on its way",
  failed: "The picture could not be fetched. The table holds the same.",
};
const series: Series[] = [
  { key: "lead", label: "Lead", tone: "brass", pattern: "solid" },
  { key: "delegate", label: "Delegate", tone: "pasture", pattern: "lines" },
  { key: "team", label: "Team", tone: "sky", pattern: "dots" },
  { key: "other", label: "Other", tone: "plum", pattern: "cross" },
  { key: "unknown", label: "Unknown", tone: "neutral", pattern: "hollow" },
];
const years: StackedYear[] = Array.from({ length: 26 }, (_, step) => {
  const year = 2000 + step;
  const delegate = year < 2012 ? 0 : 4 + ((step * 11) % 17);
  return {
    year,
    parts: {
      lead: year > 2018 ? 0 : 5 + ((step * 7) % 13),
      delegate,
      team: year > 2018 ? 9 + (step % 4) * 3 : 0,
      other: step % 3,
      unknown: year < 2012 ? 6 + (step % 5) * 3 : 0,
    },
  };
}).filter(({ year }) => year !== 2003);
const ranges: RangeYear[] = years.map(({ year }, place) => {
  const median = 40 + ((place * 53) % 190);
  return { year, median, low: median * 0.35, high: median * 2.1, n: 6 + ((place * 5) % 40) };
});
const range = 9_500;
const ticks: Tick[] = Array.from({ length: 160 }, (_, place) => {
  const day = new Date(Date.UTC(2000, 0, 20) + ((place * 971) % range) * 86_400_000);
  return { on: day.toISOString().slice(0, 10), label: `Decision ${place}` };
}).filter(({ on }) => on < "2018-07-11" || on > "2019-03-11");
const gaps: Gap[] = [
  {
    from: "2018-07-11",
    to: "2019-03-11",
    vacant: true,
    short: "243 days",
    label: "243 days without a verdict, from 11 July 2018",
  },
  {
    from: "2009-02-10",
    to: "2009-08-12",
    vacant: false,
    short: "183 days",
    label: "183 days without a verdict, somebody in office",
  },
];
const spans: Span[] = [
  { from: "2000-01-01", to: "2018-07-12", held: true, short: "One lead", label: "One lead, until 12 July 2018" },
  { from: "2018-07-12", to: "2019-02-04", held: false, short: "Nobody", label: "Nobody in office, 207 days" },
  { from: "2019-02-04", to: "2026-11-24", held: true, short: "A council", label: "A council" },
];

const yearColumn = { key: "year", header: "Year", cell: (row: { year: number }) => row.year, names: true };
const stackedColumns: Column<StackedYear>[] = [
  yearColumn,
  ...series.map((one) => ({
    key: one.key,
    header: one.label,
    numeric: true,
    cell: (row: StackedYear) => row.parts[one.key],
  })),
];
const rangeColumns: Column<RangeYear>[] = [
  yearColumn,
  { key: "median", header: "Median", numeric: true, cell: (row) => Math.round(row.median) },
  { key: "low", header: "First quarter", numeric: true, cell: (row) => Math.round(row.low) },
  { key: "high", header: "Third quarter", numeric: true, cell: (row) => Math.round(row.high) },
  { key: "n", header: "Decisions", numeric: true, cell: (row) => row.n },
];
const gapColumns: Column<Gap>[] = [
  { key: "from", header: "From", cell: (row) => row.from, names: true },
  { key: "to", header: "To", cell: (row) => row.to },
  { key: "vacant", header: "In office", cell: (row) => (row.vacant ? "nobody" : "somebody") },
];
const byYear = (row: { year: number }) => String(row.year);
const valueText = (value: number) => `${value} d`;
const countText = (n: number) => `n ${n}`;
const yearTip = (year: RangeYear) =>
  `${year.year}: median ${Math.round(year.median)} days\nmiddle half ${Math.round(year.low)} to ${Math.round(year.high)}\n${year.n} decisions`;

export function PlotsShowcase() {
  const partText = useCallback(
    (part: { year: number; series: Series; count: number; total: number }) =>
      `${part.year} · ${part.series.label}\n${part.count} of ${part.total}`,
    [],
  );
  const stacked = {
    years,
    series,
    locale: "en",
    partText,
    words,
    table: { columns: stackedColumns, rows: years, rowKey: byYear },
  };
  const ranged = {
    years: ranges,
    locale: "en",
    valueText,
    yearTip,
    words,
    table: { columns: rangeColumns, rows: ranges, rowKey: byYear },
  };
  return (
    <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
      <Card className="lg:col-span-2">
        <StackedBars
          {...stacked}
          title="Who decided, by year"
          description="Until 2018 the lead and delegates; a council after it. Before 2012 the record often does not say."
        />
      </Card>
      <Card>
        <StackedBars
          {...stacked}
          share
          title="The same as shares"
          description="Each bar is a whole year."
          height={220}
        />
      </Card>
      <Card>
        <DotRange
          {...ranged}
          countText={countText}
          title="Time to decide"
          description="Median days, with the middle half as a band."
        />
      </Card>
      <Card>
        <LineMedian
          {...ranged}
          title="Time to decide, as a line"
          description="The line breaks where a year has no verdict."
        />
      </Card>
      <Card>
        <StackedBars
          {...stacked}
          years={years.slice(0, 1)}
          title="One year only"
          description="A record that has just begun."
          height={200}
        />
      </Card>
      <Card className="lg:col-span-2">
        <TimelineGaps
          title="Verdicts, and the times without one"
          description="The longest gap, 243 days from 11 July 2018, falls in the time when nobody was in office."
          ticks={ticks}
          gaps={gaps}
          spans={spans}
          from="2000-01-01"
          to="2026-11-24"
          locale="en"
          names={{
            tick: "A verdict",
            gap: "Gap, somebody in office",
            vacantGap: "Gap, nobody in office",
            held: "In office",
            vacant: "Nobody in office",
          }}
          words={words}
          table={{ columns: gapColumns, rows: gaps, rowKey: (row) => row.from }}
        />
      </Card>
    </div>
  );
}
