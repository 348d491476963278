import { classes } from "../../ui/classes.ts";
import { levels } from "../rules.ts";
import { bellRoom, type FieldLayout, type Placed } from "./field-layout.ts";
import { levelName } from "./level-words.ts";

/** Soft hills, a line at each level, and the trails. */
export function Ground({ layout, rtl }: { layout: FieldLayout; rtl: boolean }) {
  const { width, height, levelX, placed } = layout;
  const hill = (at: number, swing: number) => {
    const y = height * at;
    return `M0 ${y}C${width * 0.18} ${y - swing} ${width * 0.34} ${y - swing * 0.6} ${width * 0.52} ${y}S${width * 0.84} ${y + swing * 0.7} ${width} ${y - swing * 0.4}`;
  };
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={height}
      className={classes("absolute inset-0 size-full", rtl && "-scale-x-100")}
    >
      <g
        fill="none"
        strokeWidth="1.25"
        className="stroke-[light-dark(#b9cdb6,#2c4436)] opacity-70 forced-colors:hidden"
      >
        {[0.2, 0.49, 0.78].map((at, n) => (
          <path key={at} d={hill(at, 14 + n * 5)} />
        ))}
      </g>
      <g strokeWidth="1" strokeDasharray="1.5 4.5" className="stroke-[light-dark(#b3b79b,#3d5044)] opacity-80">
        {levelX.map((x) => (
          <line key={x} x1={x} x2={x} y1={12} y2={height - 10} />
        ))}
      </g>
      {placed.map((one) => (
        <Trail key={one.id} placed={one} />
      ))}
    </svg>
  );
}

/** The way an area came; where its name lies on it, it ends there, or runs under the name. */
function Trail({ placed: { x, y, from, label } }: { placed: Placed }) {
  if (from === null) return null;
  const end = { before: label.start - 3, after: label.start + label.width + 3 }[label.side];
  const meets = from < x === (label.side === "before");
  const covered = meets && (from < x ? from > end : from < end);
  const line = covered ? { to: x, y: y + 9 } : { to: meets ? end : x, y };
  return (
    <g className={from < x ? "text-[light-dark(#4d8a69,#5fa983)]" : "text-[light-dark(#b08135,#c39a4d)]"}>
      <line
        x1={from}
        x2={line.to}
        y1={line.y}
        y2={line.y}
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray="0.1 5"
        strokeLinecap="round"
      />
      <circle cx={from} cy={line.y} r="2.5" fill="none" stroke="currentColor" strokeWidth="1.25" />
    </g>
  );
}

const roomForName = 54;

/** The levels' names under the field; where they have no room their numbers, and the names of the two ends. */
export function LevelAxis({ layout }: { layout: FieldLayout }) {
  const step = layout.levelX[1]! - layout.levelX[0]!;
  const names = step >= roomForName;
  return (
    <div
      aria-hidden="true"
      className={classes("relative mt-1.5 text-[0.6875rem] font-semibold text-ink-2", names ? "h-5" : "h-9")}
    >
      {levels.map((level) => (
        <span
          key={level}
          className="absolute -translate-x-1/2 text-center leading-tight whitespace-nowrap rtl:translate-x-1/2"
          style={{ insetInlineStart: layout.levelX[level - 1] }}
        >
          {names ? levelName(level) : level}
        </span>
      ))}
      {!names && (
        <>
          <span className="absolute top-4" style={{ insetInlineStart: bellRoom(layout.width) }}>
            {levelName(1)}
          </span>
          <span className="absolute end-0 top-4">{levelName(7)}</span>
        </>
      )}
    </div>
  );
}
