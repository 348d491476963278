import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

/**
 * On or off, at once.
 * @param label what is on or off
 * @param hint what that means
 */
export function Switch({
  label,
  hint,
  className,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "role"> & { label: ReactNode; hint?: ReactNode }) {
  const hintId = useId();
  return (
    <label
      className={classes(
        "flex items-start justify-between gap-4 has-disabled:cursor-not-allowed has-disabled:opacity-60",
        className,
      )}
    >
      <span className="min-w-0">
        <span className="font-medium">{label}</span>
        {hint && (
          <span id={hintId} className="block text-sm text-ink-2">
            {hint}
          </span>
        )}
      </span>
      <span className="relative mt-0.5 inline-flex shrink-0">
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
          role="switch"
          aria-describedby={hint ? hintId : undefined}
          className="peer h-6 w-10 appearance-none rounded-full border border-edge bg-neutral-soft transition-colors duration-150 checked:border-pasture-fill checked:bg-pasture-fill forced-colors:appearance-auto"
          {...rest}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute start-[3px] top-[3px] size-4.5 rounded-full bg-[light-dark(#7d7563,#9fb0a5)] transition-[translate,background-color] duration-150 ease-calm peer-checked:translate-x-4 peer-checked:bg-white rtl:peer-checked:-translate-x-4 forced-colors:hidden"
        />
      </span>
    </label>
  );
}
