import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { useId } from "react";
import { classes } from "./classes.ts";

const box =
  "peer mt-0.5 size-4.5 shrink-0 appearance-none rounded-[5px] border border-edge bg-raised transition-colors duration-100 hover:border-ink-2 checked:border-pasture-fill checked:bg-pasture-fill indeterminate:border-pasture-fill indeterminate:bg-pasture-fill disabled:opacity-60 forced-colors:appearance-auto";

/**
 * Yes or no.
 * @param label what is agreed to
 * @param hint a sentence under it
 * @param indeterminate some of what it stands for, not all
 */
export function Checkbox({
  label,
  hint,
  indeterminate = false,
  className,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  indeterminate?: boolean;
  ref?: Ref<HTMLInputElement>;
}) {
  const hintId = useId();
  return (
    <label
      className={classes(
        "relative flex items-start gap-2.5 has-disabled:cursor-not-allowed has-disabled:opacity-60",
        className,
      )}
    >
      <input
        type="checkbox"
        className={box}
        ref={(element) => {
          if (element) element.indeterminate = indeterminate;
        }}
        aria-describedby={hint ? hintId : undefined}
        {...rest}
      />
      <svg
        aria-hidden="true"
        viewBox="0 0 18 18"
        className="pointer-events-none absolute start-0 top-0.5 hidden size-4.5 fill-none stroke-white stroke-2 peer-checked:block peer-indeterminate:block forced-colors:hidden!"
      >
        <path d={indeterminate ? "M5 9h8" : "m4.5 9.3 3 3 6-6.6"} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <span className="min-w-0">
        <span>{label}</span>
        {hint && (
          <span id={hintId} className="block text-sm text-ink-2">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
