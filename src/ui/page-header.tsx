import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/**
 * The head of a page: where it stands, its title (the one first-level heading, which takes the focus after going there),
 * what is to be done.
 * @param eyebrow a date, a place, or a breadcrumb
 * @param facts badges and short facts under the title
 */
export function PageHeader({
  eyebrow,
  title,
  lead,
  facts,
  actions,
  className,
}: {
  eyebrow?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  facts?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <header className={classes("mb-6", className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          {eyebrow && <div className="mb-1 text-sm text-ink-2">{eyebrow}</div>}
          <h1 tabIndex={-1} className="text-[1.625rem] sm:text-3xl">
            {title}
          </h1>
        </div>
        {actions && <div className="no-print flex flex-wrap items-center gap-2.5">{actions}</div>}
      </div>
      {lead && <p className="mt-2 max-w-prose text-ink-2">{lead}</p>}
      {facts && <div className="mt-3 flex flex-wrap items-center gap-x-2.5 gap-y-2 text-sm text-ink-2">{facts}</div>}
    </header>
  );
}
