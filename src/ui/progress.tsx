import { useId } from "react";

/**
 * How far something has come.
 * @param label what is being done
 * @param done how much, out of `total`; without `total` nobody knows yet
 * @param text the same in words, as in “3,200 of 10,000 rows”
 */
export function Progress({
  label,
  done,
  total,
  text,
}: {
  label: string;
  done?: number;
  total?: number;
  text?: string;
}) {
  const id = useId();
  const known = done !== undefined && total !== undefined && total > 0;
  const part = known ? Math.min(1, Math.max(0, done / total)) : 0;
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span id={id} className="font-medium">
          {label}
        </span>
        {text && <span className="text-ink-2 tabular-nums">{text}</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={known ? total : undefined}
        aria-valuenow={known ? done : undefined}
        aria-valuetext={text}
        className="h-2 overflow-hidden rounded-full bg-neutral-soft forced-colors:border"
      >
        {known ? (
          <div
            className="h-full rounded-full bg-pasture-fill transition-[width] duration-300 ease-calm forced-colors:bg-[Highlight]"
            style={{ width: `${part * 100}%` }}
          />
        ) : (
          <div className="h-full w-full animate-[shimmer_1.4s_linear_infinite] rounded-full bg-[linear-gradient(90deg,var(--color-pasture-edge)_35%,var(--color-pasture)_50%,var(--color-pasture-edge)_65%)] bg-[length:200%_100%] motion-reduce:animate-none" />
        )}
      </div>
    </div>
  );
}
