import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { groundTone, inkTone, type Tone } from "./tone.ts";

/**
 * A sentence across the page that stays until it is no longer so.
 * @param live true where it may appear while somebody reads: then it is read out, without interrupting
 */
export function Banner({
  tone = "sky",
  icon,
  actions,
  live = false,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      role={live ? "status" : undefined}
      className={classes(
        "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border px-4 py-2.5 text-sm",
        groundTone[tone],
      )}
    >
      {icon && (
        <span aria-hidden="true" className={classes("[&>svg]:size-4.5", inkTone[tone])}>
          {icon}
        </span>
      )}
      <div className="min-w-0 flex-1 basis-56">{children}</div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
