import { useId } from "react";
import { classes } from "../../ui/classes.ts";
import { levels } from "../rules.ts";
import { levelName } from "./level-words.ts";

/**
 * One of the seven levels, chosen on a track: with the pointer, or with the arrow keys as in any group of choices. What
 * the chosen one means stands under it.
 * @param legend what is chosen
 * @param meaning the sentence for the level chosen
 * @param from another level to measure against: the way from there is drawn
 * @param error a sentence that says what is wrong with the choice
 */
export function LevelPick({
  legend,
  legendHidden = false,
  value,
  onValue,
  meaning,
  from,
  tone = "pasture",
}: {
  legend: string;
  legendHidden?: boolean;
  value: number;
  onValue: (level: number) => void;
  meaning?: string;
  from?: number | null;
  tone?: "pasture" | "brass";
}) {
  const name = useId();
  const fill = tone === "pasture" ? "bg-pasture" : "bg-brass";
  return (
    <fieldset aria-describedby={meaning ? `${name}means` : undefined} className="min-w-0">
      <legend className={legendHidden ? "sr-only" : "text-sm font-semibold"}>{legend}</legend>
      <div className="relative grid grid-cols-7 pt-1">
        <span aria-hidden="true" className="absolute inset-x-[7.14%] top-[1.35rem] h-0.75 rounded-full bg-line-2" />
        <span
          aria-hidden="true"
          className={classes(
            "absolute top-[1.35rem] h-0.75 rounded-full transition-[width,inset-inline-start] duration-200",
            fill,
          )}
          style={stretch(from ?? 1, value)}
        />
        {levels.map((level) => (
          <label
            key={level}
            className="group relative flex min-h-11 flex-col items-center rounded-lg text-xs text-ink-2 hover:text-ink has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-pasture"
          >
            <input
              type="radio"
              name={name}
              value={level}
              checked={level === value}
              onChange={() => onValue(level)}
              className="peer sr-only"
            />
            <span className="grid h-9 place-items-center">
              <span
                aria-hidden="true"
                className={classes(
                  "grid place-items-center rounded-full font-semibold tabular-nums transition-[width,height] duration-150 forced-colors:border",
                  level === value
                    ? classes(
                        "size-7 text-white ring-4 ring-surface",
                        tone === "pasture" ? "bg-pasture-fill" : "bg-[#8a6112]",
                      )
                    : "size-5.5 border border-line-2 bg-raised text-ink-2 group-hover:border-edge",
                  level === from && level !== value && "border-dashed! border-edge!",
                )}
              >
                {level}
              </span>
            </span>
            <span className="sr-only text-center leading-tight sm:not-sr-only">{levelName(level)}</span>
          </label>
        ))}
      </div>
      {meaning && (
        <p id={`${name}means`} className="mt-1.5 text-sm text-ink-2">
          <span className="font-semibold text-ink sm:hidden">{levelName(value)}: </span>
          {meaning}
        </p>
      )}
    </fieldset>
  );
}

/** The stretch of the line between two levels, as parts of its width. */
function stretch(from: number, to: number): { insetInlineStart: string; width: string } {
  const middle = (level: number) => ((level - 0.5) / 7) * 100;
  const start = middle(Math.min(from, to));
  return { insetInlineStart: `${start}%`, width: `${middle(Math.max(from, to)) - start}%` };
}
