import type { PlotOptions } from "@observablehq/plot";
import { ChartColumn, Table2 } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Skeleton } from "./skeleton.tsx";
import { Table, type TableProps } from "./table.tsx";
import { type Direction, direction } from "./theme.ts";

export type Marks = typeof import("./plot-marks.ts");

/** What a drawing may count on. */
export type Stage = {
  marks: Marks;
  /** Pixels. */
  width: number;
  height: number;
  dir: Direction;
  /** Text size in pixels. */
  fontSize: number;
};

export type PlotWords = {
  /** The buttons that change between the two ways to see it. */
  table: string;
  plot: string;
  loading: string;
  /** What stands here where the drawing could not be fetched. */
  failed: string;
};

export type PlotFigureProps<Row> = {
  title: string;
  titleHidden?: boolean;
  /** What the drawing shows, in one or two sentences: for who listens, and under it for everybody else. */
  description: string;
  /** Pixels; fixed, so that nothing moves when the drawing comes. */
  height: number;
  draw(stage: Stage): PlotOptions;
  legend?: ReactNode;
  /** Patterns that the drawing's fills refer to. */
  patterns?: ReactNode;
  /** The same as a table. */
  table: Omit<TableProps<Row>, "caption">;
  words: PlotWords;
};

/**
 * A drawing with a table behind it. The plotting library is fetched when the first one comes into the page; colours are
 * the page's own variables, so dark and light need no second drawing.
 */
export function PlotFigure<Row>(props: PlotFigureProps<Row>) {
  const { title, titleHidden = false, description, height, legend, patterns, table, words } = props;
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure aria-labelledby={`${id}title`} className="m-0">
      <figcaption className="mb-2">
        <div id={`${id}title`} className={titleHidden ? "sr-only" : "font-semibold"}>
          {title}
        </div>
        <p id={`${id}about`} className="max-w-prose text-sm text-ink-2">
          {description}
        </p>
      </figcaption>
      {asTable ? (
        <Table narrow="scroll" dense stickyHead captionHidden mostHeight={480} {...table} caption={title} />
      ) : (
        <>
          {patterns}
          <Drawing draw={props.draw} height={height} title={title} describedBy={`${id}about`} words={words} />
        </>
      )}
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div>{!asTable && legend}</div>
        <Button
          look="quiet"
          size="sm"
          className="no-print ms-auto -me-2"
          icon={asTable ? <ChartColumn aria-hidden="true" size={15} /> : <Table2 aria-hidden="true" size={15} />}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? words.plot : words.table}
        </Button>
      </div>
    </figure>
  );
}

function Drawing({
  draw,
  height,
  title,
  describedBy,
  words,
}: {
  draw(stage: Stage): PlotOptions;
  height: number;
  title: string;
  describedBy: string;
  words: PlotWords;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [marks, setMarks] = useState<Marks | "failed">();
  const [width, setWidth] = useState(0);

  useEffect(() => {
    let gone = false;
    import("./plot-marks.ts").then(
      (module) => !gone && setMarks(module),
      () => !gone && setMarks("failed"),
    );
    return () => {
      gone = true;
    };
  }, []);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    watcher.observe(frame.current!);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (!marks || marks === "failed" || width === 0) return;
    const drawing = marks.plot({
      width,
      height,
      ...draw({ marks, width, height, dir: direction(), fontSize: 12 }),
      className: "bw-plot",
      style: {
        background: "transparent",
        color: "var(--color-ink-2)",
        fontFamily: "var(--font-sans)",
        fontSize: "12px",
        overflow: "visible",
        fontVariantNumeric: "tabular-nums",
      },
    });
    // one picture, whose parts are not gone through; their names would be names of nothing
    for (const part of drawing.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", title);
    drawing.setAttribute("aria-describedby", describedBy);
    // positions are worked out from the left whatever the page's direction; text inside keeps its own
    drawing.setAttribute("direction", "ltr");
    frame.current!.append(drawing);
    return () => drawing.remove();
  }, [marks, width, height, draw, title, describedBy]);

  return (
    <div ref={frame} dir="ltr" className="relative w-full overflow-x-clip" style={{ height }}>
      {!marks && (
        <div role="status" aria-label={words.loading} className="absolute inset-0">
          <Skeleton className="size-full" />
        </div>
      )}
      {marks === "failed" && <p className="text-sm text-ink-2">{words.failed}</p>}
    </div>
  );
}
