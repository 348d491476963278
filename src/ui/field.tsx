import { createContext, type ReactNode, use, useId, useMemo } from "react";
import { classes } from "./classes.ts";

type FieldState = { id: string; labelId: string; describedBy: string | undefined; invalid: boolean; required: boolean };

const FieldContext = createContext<FieldState | null>(null);

/**
 * What a control inside a `Field` has to carry so that label, hint and error belong to it.
 * @param own the control's own id, where it stands outside a field
 */
export function useFieldControl(own?: string): {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  required: boolean | undefined;
} {
  const field = use(FieldContext);
  const fallback = useId();
  return {
    id: own ?? field?.id ?? fallback,
    "aria-describedby": field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
    required: field?.required || undefined,
  };
}

/**
 * One thing to fill in: its name, a hint, and what is wrong with it.
 * @param label what is asked for
 * @param hint said before anything goes wrong
 * @param error a sentence that says how to put it right; its presence marks the control
 * @param optional the word for “optional”, where it is
 * @param aside something at the label's far end, like a link
 */
export function Field({
  label,
  hint,
  error,
  optional,
  aside,
  required = false,
  className,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: string;
  aside?: ReactNode;
  required?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const hintId = `${id}hint`;
  const errorId = `${id}error`;
  const invalid = Boolean(error);
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(" ") || undefined;
  const state = useMemo(
    () => ({ id, labelId: `${id}label`, describedBy, invalid, required }),
    [id, describedBy, invalid, required],
  );
  return (
    <div className={classes("grid grid-cols-1 content-start gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <label id={`${id}label`} htmlFor={id} className="font-semibold">
          {label}
          {optional && <span className="ms-1.5 font-normal text-ink-2">{optional}</span>}
        </label>
        {aside}
      </div>
      <FieldContext value={state}>{children}</FieldContext>
      {hint && (
        <p id={hintId} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
      <FieldError id={errorId}>{error}</FieldError>
    </div>
  );
}

/** A sentence under a control that says how to put it right. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-clay-ink">
      <svg aria-hidden="true" viewBox="0 0 16 16" className="mt-0.75 size-3.5 shrink-0 fill-current">
        <path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-.9 3.4h1.8l-.2 4.7H7.3ZM8 12.1a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z" />
      </svg>
      <span>{children}</span>
    </p>
  );
}

/** The id of the label around a control, for one whose list hides everything else while it is open. */
export function useFieldLabel(): string | undefined {
  return use(FieldContext)?.labelId;
}

/** How everything that can be filled in is dressed. */
export const controlClass =
  "block w-full rounded-lg border border-edge bg-raised px-3 py-1.5 min-h-9.5 text-base text-ink transition-[border-color] duration-150 hover:border-ink-2 focus-visible:outline-offset-0 aria-invalid:border-clay aria-invalid:ring-1 aria-invalid:ring-clay disabled:bg-neutral-soft disabled:opacity-70 pointer-coarse:min-h-11";
