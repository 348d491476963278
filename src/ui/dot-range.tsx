import type { PlotOptions } from "@observablehq/plot";
import { useCallback } from "react";
import { PlotFigure, type PlotFigureProps, type Stage } from "./plot.tsx";
import { everyYear, yearsWithRoom, yearText } from "./plot-axis.ts";
import { type Tone, toneColour } from "./tone.ts";

/** One year: its median, its middle half, and how many it is drawn from. */
export type RangeYear = { year: number; median: number; low: number; high: number; n: number };

/**
 * A median a year with its middle half as a band; how many lie behind it stands under the year.
 * @param years any order
 * @param valueText a value on the axis, as in “90 days”
 * @param yearTip what hovering over a year says
 * @param most the highest value drawn; longer bands end there
 */
export function DotRange<Row>({
  years,
  locale,
  valueText,
  yearTip,
  countText,
  tone = "pasture",
  most,
  height = 260,
  ...figure
}: Omit<PlotFigureProps<Row>, "draw" | "height"> & {
  years: readonly RangeYear[];
  locale: string;
  valueText(value: number): string;
  yearTip(year: RangeYear): string;
  /** How many, as short as can be: `n 12`. */
  countText(n: number): string;
  tone?: Tone;
  most?: number;
  height?: number;
}) {
  const draw = useCallback(
    ({ marks, width, dir }: Stage): PlotOptions => {
      const all = everyYear(years.map(({ year }) => year));
      const shown = new Set(yearsWithRoom(all, width - 64));
      const colour = toneColour(tone);
      const top = most ?? Math.max(1, ...years.map(({ high }) => high));
      const band = Math.max(4, Math.min(12, (width - 64) / Math.max(1, all.length) / 2.6));
      return {
        marginLeft: dir === "rtl" ? 12 : 56,
        marginRight: dir === "rtl" ? 56 : 12,
        marginTop: 14,
        marginBottom: 40,
        x: { type: "point", domain: all, reverse: dir === "rtl", padding: 0.6 },
        y: { nice: 4, domain: [0, top], clamp: true },
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
            ticks: [...shown],
            tickFormat: (year: number) => yearText(year, locale),
          }),
          marks.ruleX(years as RangeYear[], {
            x: "year",
            y1: "low",
            y2: "high",
            stroke: colour,
            strokeOpacity: 0.3,
            strokeWidth: band,
            strokeLinecap: "round",
          }),
          marks.dot(years as RangeYear[], {
            x: "year",
            y: "median",
            r: 4.5,
            fill: colour,
            stroke: "var(--color-surface)",
            strokeWidth: 1.5,
          }),
          marks.text(
            years.filter(({ year }) => shown.has(year)),
            {
              x: "year",
              text: (year: RangeYear) => countText(year.n),
              frameAnchor: "bottom",
              dy: 33,
              fontSize: 11,
              fill: "var(--color-ink-2)",
            },
          ),
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
    [years, locale, valueText, yearTip, countText, tone, most],
  );
  return <PlotFigure {...figure} height={height} draw={draw} />;
}
