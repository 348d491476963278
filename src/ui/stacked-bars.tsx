import type { PlotOptions } from "@observablehq/plot";
import { useCallback, useId } from "react";
import { PlotFigure, type PlotFigureProps, type Stage } from "./plot.tsx";
import { everyYear, yearsWithRoom, yearText } from "./plot-axis.ts";
import { Legend, Patterns, type Series } from "./plot-pattern.tsx";
import { toneColour } from "./tone.ts";

const mostBarWidth = 56;

/** One year: how many of each series. */
export type StackedYear = { year: number; parts: Readonly<Record<string, number>> };

/**
 * Categories over years, one bar a year. Fills differ in colour and in pattern.
 * @param years any order; years between first and last that are missing stay empty
 * @param series from the foot of the bar up
 * @param partText what hovering over a part says
 * @param share true to show parts of the whole, each bar as tall as the next
 */
export function StackedBars<Row>({
  years,
  series,
  locale,
  partText,
  share = false,
  height = 280,
  ...figure
}: Omit<PlotFigureProps<Row>, "draw" | "legend" | "patterns" | "height"> & {
  years: readonly StackedYear[];
  series: readonly Series[];
  locale: string;
  partText(part: { year: number; series: Series; count: number; total: number }): string;
  share?: boolean;
  height?: number;
}) {
  const id = useId().replaceAll(/[^\w-]/g, "");
  const draw = useCallback(
    ({ marks, width, dir }: Stage): PlotOptions => {
      const all = everyYear(years.map(({ year }) => year));
      const totals = new Map(
        years.map(({ year, parts }) => [year, Object.values(parts).reduce((sum, n) => sum + n, 0)]),
      );
      const pieces = years.flatMap(({ year, parts }) =>
        series.map((one) => ({ year, series: one, count: parts[one.key] ?? 0, total: totals.get(year) ?? 0 })),
      );
      const highest = share ? 1 : Math.max(1, ...totals.values());
      // whole things have no halves on their axis
      const steps = share ? 4 : Math.min(4, highest);
      // a young record's few bars stay bars
      const padding = Math.max(width < 480 ? 0.14 : 0.24, 1 - (mostBarWidth * all.length) / (width - 48));
      const side = dir === "rtl" ? "right" : "left";
      const number = new Intl.NumberFormat(locale, share ? { style: "percent" } : {});
      return {
        marginLeft: dir === "rtl" ? 8 : 46,
        marginRight: dir === "rtl" ? 46 : 8,
        marginTop: 12,
        marginBottom: 26,
        x: { type: "band", domain: all, reverse: dir === "rtl", padding },
        y: { nice: steps, ...(share ? { domain: [0, 1] } : {}) },
        marks: [
          marks.gridY({ stroke: "var(--color-line)", strokeOpacity: 1, ticks: steps }),
          marks.axisY({
            anchor: side,
            ticks: steps,
            tickSize: 0,
            label: null,
            tickFormat: (n: number) => number.format(n),
          }),
          marks.axisX({
            tickSize: 0,
            label: null,
            ticks: yearsWithRoom(all, width - 48),
            tickFormat: (year: number) => yearText(year, locale),
          }),
          marks.barY(
            pieces.filter(({ count }) => count > 0),
            marks.stackY(
              { order: series.map(({ key }) => key), ...(share ? { offset: "normalize" as const } : {}) },
              {
                x: "year",
                y: "count",
                z: (piece: { series: Series }) => piece.series.key,
                fill: { value: (piece: { series: Series }) => `url(#${id}-${piece.series.key})`, scale: null },
                stroke: { value: (piece: { series: Series }) => toneColour(piece.series.tone), scale: null },
                strokeWidth: 0.75,
                insetTop: 0.75,
                title: (piece) => partText(piece),
                tip: { fill: "var(--color-raised)", stroke: "var(--color-line-2)", textPadding: 9 },
              },
            ),
          ),
          marks.ruleY([0], { stroke: "var(--color-edge)" }),
        ],
      };
    },
    [years, series, locale, partText, share, id],
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
