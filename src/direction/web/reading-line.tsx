import type { PlotOptions } from "@observablehq/plot";
import { useCallback } from "react";
import { useReader } from "../../people/web/place.tsx";
import { PlotFigure, type PlotFigureProps, type Stage } from "../../ui/plot.tsx";
import { type Tone, toneColour } from "../../ui/tone.ts";
import type { Reading } from "./direction-client.ts";

type Point = { at: Date; y: number; tip: string };

const dayMs = 86_400_000;
const roomForDay = 84;

/** Moments to write under the line: evenly spread, as many as have room. */
function daysWithRoom(from: number, to: number, width: number): Date[] {
  const days = Math.max(1, Math.round((to - from) / dayMs));
  const steps = Math.max(1, Math.min(days, Math.floor(width / roomForDay)));
  return Array.from({ length: steps + 1 }, (_, step) => new Date(from + ((to - from) * step) / steps));
}

/**
 * Readings of a goal over time as one line.
 * @param points in order of time, two or more
 * @param of what is drawn of each
 * @param domain the lowest and highest value of the axis
 * @param rule a value that is aimed for
 * @param axisText a value on the axis
 * @param valueText a value where it stands by itself
 */
export function ReadingLine<R extends Reading>({
  points,
  of,
  domain,
  ticks,
  tone,
  rule,
  axisText,
  valueText,
  height = 220,
  ...figure
}: Omit<PlotFigureProps<Reading>, "draw" | "height"> & {
  points: readonly R[];
  of: (reading: R) => number;
  domain: readonly [number, number];
  ticks: number;
  tone: Tone;
  rule?: number;
  axisText: (value: number) => string;
  valueText: (value: number) => string;
  height?: number;
}) {
  const { locale, timeZone } = useReader();
  const draw = useCallback(
    ({ marks, width, dir }: Stage): PlotOptions => {
      const rtl = dir === "rtl";
      const short = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone });
      const full = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
      const drawn: Point[] = points.map((reading) => ({
        at: new Date(reading.at),
        y: of(reading),
        tip: [`${full.format(new Date(reading.at))}: ${valueText(of(reading))}`, reading.note]
          .filter(Boolean)
          .join("\n"),
      }));
      const from = drawn[0]!.at.getTime();
      const to = Math.max(drawn.at(-1)!.at.getTime(), from + dayMs);
      const colour = toneColour(tone);
      const side = 24 + Math.max(...[...domain].map((value) => axisText(value).length)) * 7;
      return {
        marginLeft: rtl ? 28 : side,
        marginRight: rtl ? side : 28,
        marginTop: 14,
        marginBottom: 26,
        x: { type: "time", domain: [new Date(from), new Date(to)], reverse: rtl },
        y: { domain: [...domain] },
        marks: [
          marks.gridY({ stroke: "var(--color-line)", strokeOpacity: 1, ticks }),
          marks.axisY({
            anchor: rtl ? "right" : "left",
            ticks,
            tickSize: 0,
            label: null,
            tickFormat: (value: number) => axisText(value),
          }),
          marks.axisX({
            tickSize: 0,
            label: null,
            ticks: daysWithRoom(from, to, width - side - 28),
            tickFormat: (day: Date) => short.format(day),
          }),
          ...(rule === undefined
            ? []
            : [marks.ruleY([rule], { stroke: "var(--color-brass)", strokeDasharray: "4 4", strokeWidth: 1.5 })]),
          marks.lineY(drawn, { x: "at", y: "y", stroke: colour, strokeWidth: 2.25, curve: "monotone-x" }),
          marks.dot(drawn, {
            x: "at",
            y: "y",
            r: 4,
            fill: colour,
            stroke: "var(--color-surface)",
            strokeWidth: 1.5,
          }),
          marks.tip(
            drawn,
            marks.pointerX({
              x: "at",
              y: "y",
              title: "tip",
              fill: "var(--color-raised)",
              stroke: "var(--color-line-2)",
              textPadding: 9,
              lineWidth: 22,
            }),
          ),
        ],
      };
    },
    [points, of, domain, ticks, tone, rule, axisText, valueText, locale, timeZone],
  );
  return <PlotFigure {...figure} height={height} draw={draw} />;
}
