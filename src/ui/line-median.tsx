import type { PlotOptions } from "@observablehq/plot";
import { useCallback } from "react";
import type { RangeYear } from "./dot-range.tsx";
import { PlotFigure, type PlotFigureProps, type Stage } from "./plot.tsx";
import { everyYear, yearsWithRoom, yearText } from "./plot-axis.ts";
import { type Tone, toneColour } from "./tone.ts";

/**
 * A median over years as a line, its middle half as the band around it. Years without a value break the line: nothing is
 * drawn across what is not known.
 * @param years any order
 * @param valueText a value on the axis
 * @param yearTip what hovering over a year says, `n` included
 */
export function LineMedian<Row>({
  years,
  locale,
  valueText,
  yearTip,
  tone = "sky",
  height = 240,
  ...figure
}: Omit<PlotFigureProps<Row>, "draw" | "height"> & {
  years: readonly RangeYear[];
  locale: string;
  valueText(value: number): string;
  yearTip(year: RangeYear): string;
  tone?: Tone;
  height?: number;
}) {
  const draw = useCallback(
    ({ marks, width, dir }: Stage): PlotOptions => {
      const all = everyYear(years.map(({ year }) => year));
      const byYear = new Map(years.map((year) => [year.year, year]));
      const nothing = { median: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 };
      const whole = all.map((year) => byYear.get(year) ?? { year, ...nothing });
      const colour = toneColour(tone);
      return {
        marginLeft: dir === "rtl" ? 12 : 56,
        marginRight: dir === "rtl" ? 56 : 12,
        marginTop: 14,
        marginBottom: 26,
        x: { type: "point", domain: all, reverse: dir === "rtl", padding: 0.4 },
        y: { nice: 4, zero: true },
        marks: [
          marks.gridY({ stroke: "var(--color-line)", strokeOpacity: 1, ticks: 4 }),
          marks.axisY({
            anchor: dir === "rtl" ? "right" : "left",
            ticks: 4,
            tickSize: 0,
            label: null,
            tickFormat: (value: number) => valueText(value),
          }),
          marks.axisX({
            tickSize: 0,
            label: null,
            ticks: yearsWithRoom(all, width - 64),
            tickFormat: (year: number) => yearText(year, locale),
          }),
          marks.areaY(whole, {
            x: "year",
            y1: "low",
            y2: "high",
            fill: colour,
            fillOpacity: 0.18,
            curve: "monotone-x",
          }),
          marks.lineY(whole, { x: "year", y: "median", stroke: colour, strokeWidth: 2.25, curve: "monotone-x" }),
          marks.dot(years as RangeYear[], {
            x: "year",
            y: "median",
            r: 3.5,
            fill: colour,
            stroke: "var(--color-surface)",
            strokeWidth: 1.25,
          }),
          marks.tip(
            years as RangeYear[],
            marks.pointerX({
              x: "year",
              y: "median",
              title: (year: RangeYear) => yearTip(year),
              fill: "var(--color-raised)",
              stroke: "var(--color-line-2)",
              textPadding: 9,
            }),
          ),
        ],
      };
    },
    [years, locale, valueText, yearTip, tone],
  );
  return <PlotFigure {...figure} height={height} draw={draw} />;
}
