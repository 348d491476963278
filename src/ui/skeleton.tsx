import { classes } from "./classes.ts";

/**
 * The shape of what is on its way, so that nothing moves when it comes.
 * @param className its size
 * @param round true for what will be a circle
 */
export function Skeleton({ className, round = false }: { className?: string; round?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        "block animate-[shimmer_1.8s_linear_infinite] bg-[linear-gradient(90deg,var(--color-neutral-soft)_40%,var(--color-hover)_50%,var(--color-neutral-soft)_60%)] bg-[length:200%_100%] motion-reduce:animate-none",
        round ? "rounded-full" : "rounded-md",
        className ?? "h-4 w-full",
      )}
    />
  );
}

/**
 * Lines of text on their way.
 * @param label what is on its way, for who listens
 */
export function SkeletonText({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-2.5">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={line} className={classes("h-3.5", line === lines - 1 ? "w-3/5" : "w-full")} />
      ))}
    </div>
  );
}
