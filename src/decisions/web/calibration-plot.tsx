import type { PlotOptions } from "@observablehq/plot";
import { useCallback } from "react";
import { PlotFigure, type PlotFigureProps, type Stage } from "../../ui/plot.tsx";
import { stacked, verdictRows } from "./calibration-dots.ts";
import { say } from "./deciding-words.ts";
import type { Calibration } from "./decisions-client.ts";

type Point = Calibration["points"][number];
type Band = NonNullable<Calibration["bands"]>[number];
type Figure<Row> = Pick<PlotFigureProps<Row>, "title" | "description" | "table" | "words">;

const percent = (n: number) => say("web.decide.percent", { n });
const colours = { worked: "var(--color-pasture)", partly: "var(--color-brass)", not: "var(--color-clay)" } as const;
const sureAxis = () => ({
  label: say("web.calibration.sure"),
  labelAnchor: "center" as const,
  labelArrow: "none" as const,
  labelOffset: 36,
});
const tip = {
  fill: "var(--color-raised)",
  stroke: "var(--color-line-2)",
  textPadding: 9,
  lineWidth: 22,
} as const;

/** Each decision as a dot: how sure I was from left to right, how it turned out in rows. */
export function CalibrationDots({ points, ...figure }: Figure<Point> & { points: readonly Point[] }) {
  const draw = useCallback(
    ({ marks, dir }: Stage): PlotOptions => {
      const rtl = dir === "rtl";
      const dots = stacked(points).map((dot) => ({
        ...dot,
        tip: say("web.calibration.dot_tip", { title: dot.title, n: dot.confidence }),
      }));
      const side = 34 + Math.max(...verdictRows.map((row) => say(`web.review.verdict.${row}`).length)) * 6.4;
      return {
        marginLeft: rtl ? 24 : side,
        marginRight: rtl ? side : 24,
        marginTop: 12,
        marginBottom: 42,
        x: { domain: [0, 100], reverse: rtl },
        y: { domain: [-0.35, 2.75] },
        marks: [
          marks.ruleY([0, 1, 2], { stroke: "var(--color-line)" }),
          marks.axisY([0, 1, 2], {
            anchor: rtl ? "right" : "left",
            tickSize: 0,
            label: null,
            tickFormat: (row: number) => say(`web.review.verdict.${verdictRows[row]!}`),
          }),
          marks.axisX({ ticks: [0, 25, 50, 75, 100], tickSize: 0, tickFormat: percent, ...sureAxis() }),
          marks.dot(dots, {
            x: "confidence",
            y: "y",
            r: 5.5,
            fill: ({ verdict }: Point) => colours[verdict],
            stroke: "var(--color-surface)",
            strokeWidth: 1.5,
          }),
          marks.tip(dots, marks.pointer({ x: "confidence", y: "y", title: "tip", ...tip })),
        ],
      };
    },
    [points],
  );
  return <PlotFigure {...figure} height={220} draw={draw} />;
}

/** How often each degree of certainty came true, against the line on which it would have come true exactly as often. */
export function CalibrationBands({ bands, ...figure }: Figure<Band> & { bands: readonly Band[] }) {
  const draw = useCallback(
    ({ marks, dir }: Stage): PlotOptions => {
      const rtl = dir === "rtl";
      const filled = bands
        .filter(({ n }) => n > 0)
        .map((band) => ({
          ...band,
          at: (band.from + band.to) / 2,
          y: band.worked * 100,
          tip: say("web.calibration.band_tip", {
            from: band.from,
            to: band.to,
            n: band.n,
            worked: Math.round(band.worked * 100),
          }),
        }));
      return {
        marginLeft: rtl ? 24 : 52,
        marginRight: rtl ? 52 : 24,
        marginTop: 14,
        marginBottom: 42,
        x: { domain: [0, 100], reverse: rtl },
        y: { domain: [0, 100] },
        r: { domain: [0, Math.max(...filled.map(({ n }) => n))], range: [0, 13] },
        marks: [
          marks.gridY({ stroke: "var(--color-line)", strokeOpacity: 1, ticks: [0, 25, 50, 75, 100] }),
          marks.axisY({
            anchor: rtl ? "right" : "left",
            ticks: [0, 50, 100],
            tickSize: 0,
            label: null,
            tickFormat: percent,
          }),
          marks.axisX({ ticks: [0, 25, 50, 75, 100], tickSize: 0, tickFormat: percent, ...sureAxis() }),
          marks.line(
            [
              [0, 0],
              [100, 100],
            ],
            { stroke: "var(--color-ink-3)", strokeDasharray: "4 4", strokeWidth: 1.5 },
          ),
          marks.dot(filled, {
            x: "at",
            y: "y",
            r: "n",
            fill: "var(--color-plum)",
            fillOpacity: 0.85,
            stroke: "var(--color-surface)",
            strokeWidth: 1.5,
          }),
          marks.tip(filled, marks.pointer({ x: "at", y: "y", title: "tip", ...tip })),
        ],
      };
    },
    [bands],
  );
  return <PlotFigure {...figure} height={300} draw={draw} />;
}
