import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { softTone, type Tone } from "./tone.ts";

/**
 * A word or two about a thing's state.
 * @param tone what the state means; the words say it too
 * @param icon a small icon before them
 */
export function Badge({
  tone = "neutral",
  icon,
  children,
  className,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={classes(
        "inline-flex max-w-full items-center gap-1.5 rounded-full px-2.5 py-px align-baseline text-xs leading-5 font-semibold forced-colors:border [&>svg]:size-3.5 [&>svg]:shrink-0",
        softTone[tone],
        className,
      )}
    >
      {icon}
      <span className="min-w-0">{children}</span>
    </span>
  );
}
