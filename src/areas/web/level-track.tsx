import { Undo2 } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { classes } from "../../ui/classes.ts";
import { direction } from "../../ui/theme.ts";
import { Tooltip } from "../../ui/tooltip.tsx";
import { levels } from "../rules.ts";
import { say } from "./areas-words.ts";
import { levelName, levelText } from "./level-words.ts";
import { highest, levelAfterKey, levelAt, lowest, placeOf } from "./track-steps.ts";

export type TrackProps = {
  /** The area's name, for who listens. */
  name: string;
  /** The level in force. */
  level: number;
  /** What the lead offers; drawn where it is another level. */
  offered?: number;
  /** What the owner wishes, where the reader may know it. */
  desired?: number | null;
  /** A level that waits for somebody's yes. */
  proposed?: number | null;
  /** The level is on trial. */
  trial?: boolean;
  /** The level is on loan, because a lead stepped in: the one to which it goes back. */
  loanBack?: number | null;
  size?: "row" | "large";
};

/**
 * The seven levels as a track, with a bead at the one in force, a hollow ring at the one offered, a small diamond at the
 * one wished for, and a dashed ring at one that waits for a yes. It reads from the page's own side.
 * @param onPropose where the bead can be moved: told the level it was let go at. A pointer drags it; arrow keys move a
 *   ghost of it, Enter proposes, Escape takes it back
 * @param why why it may not be moved, as a sentence; it stays reachable and says so
 * @param pending a level that is just being proposed
 */
export function LevelTrack({
  onPropose,
  why = null,
  pending = null,
  ...shown
}: TrackProps & { onPropose?: (level: number) => void; why?: string | null; pending?: number | null }) {
  if (!onPropose) {
    return (
      <div role="img" aria-label={trackText(shown)} className={frame(shown.size)}>
        <Drawn {...shown} ghost={null} />
      </div>
    );
  }
  const slider = { ...shown, pending, onPropose };
  if (!why) return <Slider {...slider} />;
  return (
    <Tooltip content={why}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={say("web.track.label", { name: shown.name })}
        aria-readonly
        aria-valuemin={lowest}
        aria-valuemax={highest}
        aria-valuenow={shown.level}
        aria-valuetext={trackText(shown)}
        className={classes(frame(shown.size), "rounded-md")}
      >
        <Drawn {...shown} ghost={null} />
      </div>
    </Tooltip>
  );
}

const frame = (size: TrackProps["size"] = "row") => classes("relative w-full", size === "large" ? "h-14" : "h-10");

/** What a track shows, in words. */
export function trackText({
  level,
  offered = level,
  desired = null,
  proposed = null,
  trial,
  loanBack = null,
}: TrackProps): string {
  return [
    levelText(level),
    trial && say("web.track.trial"),
    loanBack !== null && say("web.track.loan", { level: levelText(loanBack) }),
    offered !== (loanBack ?? level) && say("web.track.offered", { level: levelText(offered) }),
    desired !== null && desired !== (loanBack ?? level) && say("web.track.desired", { level: levelText(desired) }),
    proposed !== null && proposed !== level && say("web.track.proposed", { level: levelText(proposed) }),
  ]
    .filter(Boolean)
    .join(", ");
}

function Slider({
  onPropose,
  pending,
  ...shown
}: TrackProps & { onPropose: (level: number) => void; pending: number | null }) {
  const track = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const [held, setHeld] = useState<number | null>(null);
  const ghost = held ?? pending;
  const { level } = shown;

  const under = (event: PointerEvent) =>
    levelAt(event.clientX, track.current!.getBoundingClientRect(), direction() === "rtl");
  const letGo = (at: number | null) => {
    dragging.current = false;
    setHeld(null);
    if (at !== null && at !== level) onPropose(at);
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = levelAfterKey(event.key, ghost ?? level, direction() === "rtl");
    if (next !== null) setHeld(next === level ? null : next);
    else if (event.key === "Escape" && held !== null) setHeld(null);
    else if (event.key === "Enter" || event.key === " ") letGo(ghost);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={track}
      role="slider"
      tabIndex={0}
      aria-label={say("web.track.label", { name: shown.name })}
      aria-valuemin={lowest}
      aria-valuemax={highest}
      aria-valuenow={ghost ?? level}
      aria-valuetext={ghost === null ? trackText(shown) : say("web.track.ghost", { level: levelText(ghost) })}
      onKeyDown={press}
      onBlur={() => !dragging.current && setHeld(null)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld(under(event));
      }}
      onPointerMove={(event) => dragging.current && setHeld(under(event))}
      onPointerUp={(event) => dragging.current && letGo(under(event))}
      onPointerCancel={() => letGo(null)}
      className={classes(
        frame(shown.size),
        "group/track touch-pan-y rounded-md select-none",
        held === null ? "cursor-grab" : "cursor-grabbing",
      )}
    >
      <Drawn {...shown} ghost={ghost} />
    </div>
  );
}

const middle = "absolute top-1/2 -translate-1/2 rtl:translate-x-1/2";

/** One thing that stands at a level. */
function At({ level, className, children }: { level: number; className: string; children?: ReactNode }) {
  return (
    <span className={classes(middle, className)} style={{ insetInlineStart: `${placeOf(level)}%` }}>
      {children}
    </span>
  );
}

function Drawn({
  level,
  offered = level,
  desired = null,
  proposed = null,
  trial = false,
  loanBack = null,
  size = "row",
  ghost,
}: TrackProps & { ghost: number | null }) {
  const large = size === "large";
  const bead = large ? "size-7" : "size-5";
  const ring = large ? "size-8" : "size-6";
  const reached = ghost === null || ghost === level ? level : Math.min(level, ghost);
  return (
    <span aria-hidden="true" className="absolute inset-0 print:[print-color-adjust:exact]">
      <span className="absolute inset-x-0 top-1/2 h-0.75 -translate-y-1/2 rounded-full bg-line forced-colors:bg-[GrayText]" />
      <span
        className="absolute start-0 top-1/2 h-0.75 -translate-y-1/2 rounded-full bg-[light-dark(#a5ccb4,#33604a)] transition-[width] duration-200 ease-calm forced-colors:bg-[CanvasText] print:bg-[#777]"
        style={{ width: `${placeOf(reached)}%` }}
      />
      {levels.map((step) => (
        <At
          key={step}
          level={step}
          className={classes(
            "size-1.75 rounded-full forced-colors:bg-[CanvasText]",
            step < level ? "bg-[light-dark(#7fb394,#4f8a6b)] print:bg-[#777]" : "bg-line-2",
          )}
        />
      ))}
      {proposed !== null && proposed !== level && (
        <At
          level={proposed}
          className={classes(ring, "rounded-full border-2 border-dashed border-brass bg-[color:var(--color-surface)]")}
        />
      )}
      {loanBack !== null && loanBack !== level && (
        <At
          level={loanBack}
          className={classes(bead, "rounded-full border-2 border-pasture bg-pasture-soft forced-colors:border-dashed")}
        >
          <Undo2 strokeWidth={2.5} className="absolute inset-0 m-auto size-[62%] text-pasture-ink rtl:-scale-x-100" />
        </At>
      )}
      {offered !== level && offered !== proposed && offered !== loanBack && (
        <At level={offered} className={classes(bead, "rounded-full border-2 border-pasture bg-surface")} />
      )}
      {desired !== null && desired !== level && desired !== loanBack && (
        <At
          level={desired}
          className={classes(large ? "size-3" : "size-2.5", "rotate-45 border-2 border-plum bg-plum-soft")}
        />
      )}
      <At
        level={level}
        className={classes(
          bead,
          "rounded-full ring-4 transition-[inset-inline-start,scale] duration-200 ease-calm group-hover/track:scale-108 forced-colors:bg-[CanvasText] print:bg-[#000]",
          loanBack !== null
            ? "bg-brass ring-brass-soft print:border-2 print:border-black print:bg-white"
            : trial
              ? "bg-pasture-fill ring-surface outline-2 outline-offset-2 outline-dashed outline-brass dark:bg-pasture"
              : "bg-pasture-fill ring-pasture-soft dark:bg-pasture",
          ghost !== null && ghost !== level && "opacity-35",
        )}
      />
      {ghost !== null && ghost !== level && (
        <At
          level={ghost}
          className={classes(bead, "rounded-full bg-pasture-fill ring-4 ring-pasture-edge dark:bg-pasture")}
        >
          <span className="absolute bottom-full left-1/2 mb-2 -translate-x-1/2 rounded-md bg-[light-dark(#26332c,#e4ebe2)] px-2 py-1 text-xs font-semibold whitespace-nowrap text-[light-dark(#faf7f0,#16201b)] shadow-md">
            {levelText(ghost)}
          </span>
        </At>
      )}
    </span>
  );
}

/**
 * The levels' numbers and names over or under tracks of the same width.
 * @param numbers whether the numbers stand over the names
 * @param chosen a level that stands out
 */
export function LevelHeads({ numbers = true, chosen }: { numbers?: boolean; chosen?: number }) {
  return (
    <div aria-hidden="true" className="grid grid-cols-7 text-center">
      {levels.map((level) => (
        <div key={level} className="min-w-0">
          {numbers && <div className="serif text-base leading-none font-black">{level}</div>}
          <div
            className={classes(
              "mt-1.5 truncate text-[0.71875rem] font-semibold print:overflow-visible print:text-[0.53rem]",
              chosen === level ? "text-pasture-ink" : "text-ink-2",
            )}
          >
            {levelName(level)}
          </div>
        </div>
      ))}
    </div>
  );
}
