import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";
import { FieldError } from "./field.tsx";

/**
 * One of a few, all in sight.
 * @param legend what is chosen
 * @param choices each with a sentence that says what it means
 * @param cards true to give each its own frame
 */
export function RadioGroup<V extends string>({
  legend,
  legendHidden = false,
  choices,
  value,
  onValue,
  error,
  cards = false,
  disabled = false,
}: {
  legend: ReactNode;
  legendHidden?: boolean;
  choices: readonly { value: V; label: ReactNode; hint?: ReactNode; disabled?: boolean }[];
  value: V | null;
  onValue: (value: NoInfer<V>) => void;
  error?: ReactNode;
  cards?: boolean;
  disabled?: boolean;
}) {
  const name = useId();
  return (
    <fieldset
      className="grid grid-cols-1 content-start gap-2.5"
      aria-describedby={error ? `${name}error` : undefined}
      disabled={disabled}
    >
      <legend className={legendHidden ? "sr-only" : "mb-1.5 text-sm font-semibold"}>{legend}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={classes(
            "flex items-start gap-2.5 has-disabled:cursor-not-allowed has-disabled:opacity-60",
            cards &&
              "rounded-lg border border-line-2 bg-raised px-3.5 py-2.5 hover:border-edge has-checked:border-pasture has-checked:bg-pasture-soft",
          )}
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onValue(choice.value)}
            aria-describedby={choice.hint ? `${name}${choice.value}` : undefined}
            className="mt-0.5 size-4.5 shrink-0 appearance-none rounded-full border border-edge bg-raised bg-clip-content hover:border-ink-2 checked:border-[5.5px] checked:border-pasture-fill checked:bg-white forced-colors:appearance-auto"
          />
          <span className="min-w-0">
            <span>{choice.label}</span>
            {choice.hint && (
              <span id={`${name}${choice.value}`} className="block text-sm text-ink-2">
                {choice.hint}
              </span>
            )}
          </span>
        </label>
      ))}
      <FieldError id={`${name}error`}>{error}</FieldError>
    </fieldset>
  );
}
