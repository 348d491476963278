import type { PlotOptions } from "@observablehq/plot";
import { useCallback, useId } from "react";
import { PlotFigure, type PlotFigureProps, type Stage } from "./plot.tsx";
import { Legend, Patterns, type Series } from "./plot-pattern.tsx";

/** A day on which something happened. */
export type Tick = { on: string; label: string };
/** A stretch without a tick. `vacant`: for some of it nobody was there. `short` fits over it, `label` is all of it. */
export type Gap = { from: string; to: string; vacant: boolean; short: string; label: string };
/** A stretch in which somebody was there, or nobody. */
export type Span = { from: string; to: string; held: boolean; short: string; label: string };

const at = (day: string) => new Date(`${day.slice(0, 10)}T00:00Z`);

const letter = 6.4;

/** The gaps whose labels do not stand on one another's; the longest gaps choose first. */
function withRoom(gaps: readonly Gap[], pixelOf: (gap: Gap) => number): Gap[] {
  const days = (gap: Gap) => at(gap.to).getTime() - at(gap.from).getTime();
  const placed: { from: number; to: number; gap: Gap }[] = [];
  for (const gap of gaps.toSorted((a, b) => days(b) - days(a))) {
    const half = (gap.short.length * letter) / 2 + 5;
    const [from, to] = [pixelOf(gap) - half, pixelOf(gap) + half];
    if (placed.every((other) => to < other.from || from > other.to)) placed.push({ from, to, gap });
  }
  return placed.map(({ gap }) => gap);
}

/**
 * Days as ticks on a line of time, long gaps between them marked, and below it who was there and when nobody was.
 * @param names what the five things are called in the legend
 * @param from,to the first and last day drawn
 */
export function TimelineGaps<Row>({
  ticks,
  gaps,
  spans,
  from,
  to,
  locale,
  names,
  height = 176,
  ...figure
}: Omit<PlotFigureProps<Row>, "draw" | "legend" | "patterns" | "height"> & {
  ticks: readonly Tick[];
  gaps: readonly Gap[];
  spans: readonly Span[];
  from: string;
  to: string;
  locale: string;
  names: { tick: string; gap: string; vacantGap: string; held: string; vacant: string };
  height?: number;
}) {
  const id = useId().replaceAll(/[^\w-]/g, "");
  const series: Series[] = [
    { key: "tick", label: names.tick, tone: "neutral", pattern: "solid" },
    { key: "gap", label: names.gap, tone: "brass", pattern: "solid" },
    { key: "vacantGap", label: names.vacantGap, tone: "clay", pattern: "hollow" },
    { key: "held", label: names.held, tone: "pasture", pattern: "solid" },
    { key: "vacant", label: names.vacant, tone: "clay", pattern: "lines" },
  ];
  const draw = useCallback(
    ({ marks, width, dir }: Stage): PlotOptions => {
      const whole = at(to).getTime() - at(from).getTime();
      const pixels = (stretch: { from: string; to: string }) =>
        ((at(stretch.to).getTime() - at(stretch.from).getTime()) / whole) * (width - 40);
      const fits = (stretch: { from: string; to: string; short: string }) =>
        pixels(stretch) > stretch.short.length * letter + 8;
      const pixelAt = (day: Date) => ((day.getTime() - at(from).getTime()) / whole) * (width - 40);
      const stretch = { x1: (row: Gap | Span) => at(row.from), x2: (row: Gap | Span) => at(row.to) };
      const middle = (row: Gap | Span) => new Date((at(row.from).getTime() + at(row.to).getTime()) / 2);
      const tip = { fill: "var(--color-raised)", stroke: "var(--color-line-2)", textPadding: 9 };
      const years = Math.max(2, Math.floor(width / 90));
      return {
        marginLeft: 20,
        marginRight: 20,
        marginTop: 22,
        marginBottom: 26,
        x: { type: "utc", domain: [at(from), at(to)], reverse: dir === "rtl" },
        y: { domain: [0, 10], axis: null, reverse: true },
        marks: [
          marks.axisX({
            anchor: "bottom",
            tickSize: 4,
            label: null,
            ticks: years,
            tickFormat: (day: Date) =>
              new Intl.DateTimeFormat(locale, {
                timeZone: "UTC",
                year: "numeric",
                ...(day.getUTCMonth() === 0 ? {} : { month: "short" }),
              }).format(day),
          }),
          marks.rect(gaps as Gap[], {
            ...stretch,
            y1: 0,
            y2: 6,
            fill: { value: (gap: Gap) => `url(#${id}-${gap.vacant ? "vacantGap" : "gap"})`, scale: null },
            fillOpacity: { value: (gap: Gap) => (gap.vacant ? 0.7 : 0.3), scale: null },
            stroke: { value: (gap: Gap) => (gap.vacant ? "var(--color-clay)" : "var(--color-brass)"), scale: null },
            strokeWidth: 0.75,
            rx: 3,
            title: (gap) => gap.label,
            tip,
          }),
          marks.ruleX(ticks as Tick[], {
            x: (tick: Tick) => at(tick.on),
            y1: 1,
            y2: 6,
            stroke: "var(--color-ink)",
            strokeOpacity: 0.5,
            strokeWidth: 1.1,
          }),
          marks.text(
            withRoom(gaps, (gap) => pixelAt(middle(gap))),
            {
              x: middle,
              y: 0,
              dy: -9,
              text: "short",
              fontWeight: 600,
              fill: {
                value: (gap: Gap) => (gap.vacant ? "var(--color-clay-ink)" : "var(--color-brass-ink)"),
                scale: null,
              },
            },
          ),
          marks.rect(spans as Span[], {
            ...stretch,
            y1: 7.2,
            y2: 9.8,
            fill: { value: (span: Span) => `url(#${id}-${span.held ? "held" : "vacant"})`, scale: null },
            fillOpacity: { value: (span: Span) => (span.held ? 0.9 : 1), scale: null },
            insetLeft: 0.75,
            insetRight: 0.75,
            rx: 3,
            title: (span) => span.label,
            tip,
          }),
          marks.text(
            spans.filter((span) => span.held && fits(span)),
            { x: middle, y: 8.5, text: "short", fill: "var(--color-surface)", fontWeight: 600 },
          ),
        ],
      };
    },
    [ticks, gaps, spans, from, to, locale, id],
  );
  return (
    <PlotFigure
      {...figure}
      height={height}
      draw={draw}
      patterns={<Patterns id={id} series={series} />}
      legend={<Legend id={id} series={series} />}
    />
  );
}
