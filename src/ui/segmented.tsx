import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

/**
 * A few ways to see the same thing, one at a time.
 * @param label what is chosen, for who listens
 */
export function Segmented<V extends string>({
  label,
  choices,
  value,
  onValue,
  size = "md",
}: {
  label: string;
  choices: readonly { value: V; label: ReactNode; icon?: ReactNode }[];
  value: V;
  onValue: (value: NoInfer<V>) => void;
  size?: "sm" | "md";
}) {
  const name = useId();
  return (
    <fieldset className="inline-flex max-w-full flex-wrap gap-0.5 rounded-lg border border-line bg-neutral-soft p-0.5">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={classes(
            "inline-flex items-center gap-1.5 rounded-[7px] font-medium text-ink-2 transition-colors hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-pasture forced-colors:has-checked:border [&>svg]:size-4",
            size === "sm" ? "min-h-6.5 px-2.5 text-xs" : "min-h-7.5 px-3 text-sm pointer-coarse:min-h-9",
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={choice.value === value}
            onChange={() => onValue(choice.value)}
          />
          {choice.icon}
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
