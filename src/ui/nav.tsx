import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** How a line of the side navigation is dressed; `aria-current="page"` marks where one is. */
export const navItemClass =
  "flex min-h-9 w-full items-center gap-3 text-start rounded-lg border border-transparent px-2.5 py-1 text-base font-medium text-ink-2 no-underline transition-colors hover:bg-[color-mix(in_srgb,var(--color-raised)_60%,transparent)] hover:text-ink aria-[current=page]:border-line aria-[current=page]:bg-raised aria-[current=page]:text-ink aria-[current=page]:shadow-sm [&>svg]:size-[1.125rem] [&>svg]:shrink-0";

/** How a place in the bar at the foot of a phone is dressed. */
export const barItemClass =
  "flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-1 text-[0.6875rem] font-medium text-ink-2 no-underline focus-visible:outline-offset-[-3px] aria-[current=page]:text-pasture-ink [&>svg]:size-5 [&>span]:max-w-full [&>span]:truncate";

/**
 * What stands inside a line of the navigation.
 * @param icon its picture
 * @param count how many wait there; left out where none
 * @param countLabel the same in words, for who listens
 */
export function NavInside({
  icon,
  count,
  countLabel,
  children,
}: {
  icon: ReactNode;
  count?: number | undefined;
  countLabel?: string;
  children: ReactNode;
}) {
  return (
    <>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {count ? (
        <span className="rounded-full bg-brass-soft px-2 text-xs leading-5 font-semibold text-brass-ink tabular-nums">
          <span aria-hidden="true">{count}</span>
          <span className="sr-only">{countLabel ?? count}</span>
        </span>
      ) : null}
    </>
  );
}

/** A group of lines under a small heading. */
export function NavGroup({ label, heading, children }: { label: string; heading?: boolean; children: ReactNode }) {
  return (
    <nav aria-label={label} className={classes("grid grid-cols-1 gap-0.5", heading && "mt-4")}>
      {heading && (
        <span aria-hidden="true" className="eyebrow px-2.5 pb-1.5">
          {label}
        </span>
      )}
      {children}
    </nav>
  );
}
