import type { PlotOptions } from "@observablehq/plot";
import { useCallback } from "react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { PlotFigure, type Stage } from "../../ui/plot.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { levels as allLevels } from "../rules.ts";
import { areasClient, type History } from "./areas-client.ts";
import { plotWords, say } from "./areas-words.ts";
import { levelName, levelText } from "./level-words.ts";

type Stretch = History["levels"][number];

const dayMs = 86_400_000;
const roomForDay = 92;

/** An area's level over time, as steps; nothing before it has changed once. */
export function LevelLine({ area }: { area: string }) {
  const { workspace } = usePlace();
  const asked = areasClient.useAsk("history", { workspace: workspace.id, area, offset: 0 });
  const levels = asked.data?.levels;
  if (!levels || levels.length < 2) return null;
  return (
    <Card>
      <Steps levels={levels} />
    </Card>
  );
}

/** A level, and whether it was for a while only. */
function stretchText({ level, trial, loan }: Stretch): string {
  if (loan) return say("web.line.on_loan", { level: levelText(level) });
  return trial ? say("web.line.on_trial", { level: levelText(level) }) : levelText(level);
}

function Steps({ levels }: { levels: readonly Stretch[] }) {
  const { locale, timeZone } = useReader();
  const day = useCallback(
    (at: string | Date) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(new Date(at)),
    [locale, timeZone],
  );
  const draw = useCallback(
    ({ marks, width, dir }: Stage): PlotOptions => {
      const rtl = dir === "rtl";
      const first = new Date(levels[0]!.from).getTime();
      const now = Math.max(Date.now(), first + dayMs);
      const corners = [
        ...levels.map((one) => ({ at: new Date(one.from), level: one.level, said: stretchText(one) })),
        { at: new Date(now), level: levels.at(-1)!.level, said: "" },
      ];
      const trials = levels.flatMap(({ from, level, trial }, n) =>
        trial ? [{ from: new Date(from), to: new Date(levels[n + 1]?.from ?? now), level }] : [],
      );
      const loans = levels.flatMap(({ from, level, loan }, n) =>
        loan ? [{ from: new Date(from), to: new Date(levels[n + 1]?.from ?? now), level }] : [],
      );
      const side = 78;
      const short = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone });
      const ticks = Math.max(1, Math.floor((width - side - 28) / roomForDay));
      return {
        marginLeft: rtl ? 24 : side,
        marginRight: rtl ? side : 24,
        marginTop: 10,
        marginBottom: 26,
        x: { type: "time", domain: [new Date(first), new Date(now)], reverse: rtl },
        y: { domain: [0.6, 7.4] },
        marks: [
          marks.ruleY([...allLevels], { stroke: "var(--color-line)", strokeOpacity: 1 }),
          marks.axisY([...allLevels], {
            anchor: rtl ? "right" : "left",
            tickSize: 0,
            label: null,
            tickFormat: (level: number) => levelName(level),
          }),
          marks.axisX({
            tickSize: 0,
            label: null,
            ticks: Array.from({ length: ticks + 1 }, (_, n) => new Date(first + ((now - first) * n) / ticks)),
            tickFormat: (at: Date) => short.format(at),
          }),
          marks.lineY(corners, {
            x: "at",
            y: "level",
            stroke: "var(--color-pasture)",
            strokeWidth: 2.5,
            curve: "step-after",
          }),
          // a trial is dashed over the line, so that it is seen to be one
          ...trials.map(({ from, to, level }) =>
            marks.lineY(
              [
                { at: from, level },
                { at: to, level },
              ],
              { x: "at", y: "level", stroke: "var(--color-surface)", strokeWidth: 2.75, strokeDasharray: "3 4" },
            ),
          ),
          // a loan is drawn in brass, and thicker
          ...loans.map(({ from, to, level }) =>
            marks.lineY(
              [
                { at: from, level },
                { at: to, level },
              ],
              { x: "at", y: "level", stroke: "var(--color-brass)", strokeWidth: 4 },
            ),
          ),
          marks.dot(corners.slice(0, -1), {
            x: "at",
            y: "level",
            r: 4,
            fill: "var(--color-pasture)",
            stroke: "var(--color-surface)",
            strokeWidth: 1.5,
          }),
          marks.tip(
            corners.slice(0, -1),
            marks.pointerX({
              x: "at",
              y: "level",
              title: (at: { at: Date; said: string }) => `${day(at.at)}: ${at.said}`,
              fill: "var(--color-raised)",
              stroke: "var(--color-line-2)",
              textPadding: 9,
            }),
          ),
        ],
      };
    },
    [levels, locale, timeZone, day],
  );
  const last = levels.at(-1)!;
  return (
    <PlotFigure<Stretch>
      title={say("web.line.title")}
      description={say("web.line.about", {
        first: levelText(levels[0]!.level),
        day: exactTime(levels[0]!.from.slice(0, 10), locale, "UTC"),
        now: levelText(last.level),
        n: levels.length - 1,
      })}
      height={190}
      draw={draw}
      words={plotWords()}
      table={{
        rows: levels,
        rowKey: ({ from }) => from,
        columns: [
          { key: "from", header: say("web.line.since"), names: true, cell: ({ from }) => day(from) },
          {
            key: "level",
            header: say("web.column.level"),
            cell: stretchText,
          },
        ],
      }}
    />
  );
}
