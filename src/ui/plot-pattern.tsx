import { type Tone, toneColour } from "./tone.ts";

/** How a tone's field is filled, so that colour is not alone. */
export const patternKinds = ["solid", "lines", "dots", "cross", "hollow"] as const;
export type PatternKind = (typeof patternKinds)[number];

export type Series = { key: string; label: string; tone: Tone; pattern?: PatternKind };

/** A series' pattern: its own, or the next one by its place. */
export function patternOf(series: Series, place: number): PatternKind {
  return series.pattern ?? patternKinds[place % patternKinds.length]!;
}

const ground = "var(--color-surface)";

function Pattern({ id, kind, tone }: { id: string; kind: PatternKind; tone: Tone }) {
  const colour = toneColour(tone);
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={kind === "hollow" ? ground : colour} />
      {kind === "lines" && <path d="M-1 1l2-2M0 6L6 0M5 7l2-2" stroke={ground} strokeOpacity="0.5" strokeWidth="1.5" />}
      {kind === "dots" && <circle cx="3" cy="3" r="1.2" fill={ground} fillOpacity="0.6" />}
      {kind === "cross" && <path d="M0 3h6M3 0v6" stroke={ground} strokeOpacity="0.55" strokeWidth="0.9" />}
      {kind === "hollow" && <path d="M-1 5l2 2M0 0l6 6M5-1l2 2" stroke={colour} strokeWidth="1.1" />}
    </pattern>
  );
}

/** The patterns of these series, for fills as `url(#<id>-<key>)`. */
export function Patterns({ id, series }: { id: string; series: readonly Series[] }) {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        {series.map((one, place) => (
          <Pattern key={one.key} id={`${id}-${one.key}`} kind={patternOf(one, place)} tone={one.tone} />
        ))}
      </defs>
    </svg>
  );
}

/** What each fill stands for. */
export function Legend({ id, series }: { id: string; series: readonly Series[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-ink-2">
      {series.map((one) => (
        <li key={one.key} className="inline-flex items-center gap-2">
          <svg aria-hidden="true" width="16" height="12" className="shrink-0 overflow-visible">
            <rect
              width="16"
              height="12"
              rx="2.5"
              fill={`url(#${id}-${one.key})`}
              stroke={toneColour(one.tone)}
              strokeWidth="1"
            />
          </svg>
          {one.label}
        </li>
      ))}
    </ul>
  );
}
