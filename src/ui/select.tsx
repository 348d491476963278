import { ChevronDown } from "lucide-react";
import type { Ref, SelectHTMLAttributes } from "react";
import { classes } from "./classes.ts";
import { controlClass, useFieldControl } from "./field.tsx";

export type Choice = { value: string; label: string; disabled?: boolean };
/** Choices by themselves, or in named groups. */
export type Choices = readonly (Choice | { group: string; choices: readonly Choice[] })[];

/**
 * One of a few. The browser's own list: on a phone it is the one people know.
 * @param choices what can be chosen
 * @param size `sm` for toolbars
 */
export function Select({
  choices,
  size = "md",
  className,
  id,
  ...rest
}: Omit<SelectHTMLAttributes<HTMLSelectElement>, "size" | "children"> & {
  choices: Choices;
  size?: "sm" | "md";
  ref?: Ref<HTMLSelectElement>;
}) {
  const control = useFieldControl(id);
  return (
    <span className={classes("relative block", className)}>
      <select
        className={classes(controlClass, "appearance-none truncate pe-9", size === "sm" && "min-h-8.5! py-1! text-sm")}
        {...control}
        {...rest}
      >
        {choices.map((choice) =>
          "group" in choice ? (
            <optgroup key={choice.group} label={choice.group}>
              {choice.choices.map(option)}
            </optgroup>
          ) : (
            option(choice)
          ),
        )}
      </select>
      <ChevronDown
        aria-hidden="true"
        size={16}
        className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-2"
      />
    </span>
  );
}

function option({ value, label, disabled }: Choice) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
