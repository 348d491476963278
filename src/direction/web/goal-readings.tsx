import { useCallback, useMemo } from "react";
import { useReader } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import type { Column } from "../../ui/table.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type { GoalView, Reading } from "./direction-client.ts";
import { numberText, plotWords, say } from "./direction-words.ts";
import { ConfidenceMark } from "./goal-measure.tsx";
import { measured } from "./goal-words.ts";
import { ReadingLine } from "./reading-line.tsx";

const sureDomain: [number, number] = [0, 10];

/** How sure a goal's owner was over time, and where its number stood. */
export function GoalReadings({ view }: { view: GoalView }) {
  const { readings, measure } = view;
  const { locale, timeZone } = useReader();
  const inTime = useMemo(() => readings.toSorted((a, b) => a.at.localeCompare(b.at)), [readings]);
  const valued = useMemo(
    () => inTime.filter((reading): reading is Reading & { value: number } => reading.value !== null),
    [inTime],
  );
  const number = measure.kind === "number" ? measure : undefined;
  const domain = useMemo<[number, number] | undefined>(() => {
    if (!number) return undefined;
    const all = [number.start, number.target, ...valued.map(({ value }) => value)];
    return [Math.min(...all), Math.max(...all)];
  }, [number, valued]);
  const sureText = useCallback((n: number) => numberText(n, locale), [locale]);
  const valueText = useCallback((n: number) => measured(measure, n, locale), [measure, locale]);
  // the axis says numbers alone: the unit stands in the sentence above it
  const axisText = useCallback(
    (n: number) => (number?.unit === "%" ? valueText(n) : numberText(n, locale)),
    [number, valueText, locale],
  );
  const day = (at: string) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(new Date(at));

  if (inTime.length === 0) {
    return (
      <Card title={say("web.readings.title")}>
        <p className="text-sm text-ink-2">{say(view.whyNotRead ? "web.readings.none" : "web.readings.none_mine")}</p>
      </Card>
    );
  }
  const columns: Column<Reading>[] = [
    { key: "at", header: say("web.readings.when"), names: true, cell: ({ at }) => exactTime(at, locale, timeZone) },
    { key: "sure", header: say("web.goal.sure"), numeric: true, cell: ({ confidence }) => sureText(confidence) },
    ...(number
      ? [
          {
            key: "value",
            header: <bdi>{number.name}</bdi>,
            numeric: true,
            cell: ({ value }: Reading) => (value === null ? "–" : valueText(value)),
          },
        ]
      : []),
    { key: "note", header: say("web.readings.note"), cell: ({ note }) => <span dir="auto">{note}</span> },
  ];
  const table = { columns, rows: inTime.toReversed(), rowKey: ({ at }: Reading) => at };
  const last = inTime.at(-1)!;
  return (
    <Card title={say("web.readings.title")} note={say("web.readings.count", { n: inTime.length })}>
      {inTime.length === 1 ? (
        <div className="flex flex-wrap gap-x-10 gap-y-3">
          <ConfidenceMark value={last.confidence} />
          <p className="max-w-prose text-sm text-ink-2">{say("web.readings.one")}</p>
        </div>
      ) : (
        <ReadingLine
          title={say("web.readings.sure_title")}
          titleHidden
          description={say("web.readings.sure_about", {
            first: inTime[0]!.confidence,
            last: last.confidence,
            from: day(inTime[0]!.at),
            to: day(last.at),
          })}
          points={inTime}
          of={confidenceOf}
          domain={sureDomain}
          ticks={5}
          tone="sky"
          axisText={sureText}
          valueText={sureText}
          table={table}
          words={plotWords()}
        />
      )}
      {number && domain && valued.length > 1 && (
        <div className="mt-6 border-t border-line pt-5">
          <ReadingLine
            title={number.name}
            description={say("web.readings.value_about", {
              first: valueText(valued[0]!.value),
              last: valueText(valued.at(-1)!.value),
              target: valueText(number.target),
            })}
            points={valued}
            of={amountOf}
            domain={domain}
            ticks={4}
            tone="pasture"
            rule={number.target}
            axisText={axisText}
            valueText={valueText}
            height={190}
            table={table}
            words={plotWords()}
          />
        </div>
      )}
    </Card>
  );
}

const confidenceOf = ({ confidence }: Reading) => confidence;
const amountOf = ({ value }: Reading) => value ?? Number.NaN;
