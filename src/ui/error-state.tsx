import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/**
 * Something could not be shown: what happened, and what to do next.
 * @param title what could not be shown
 * @param children the sentence that says what to do
 * @param actions usually: try again
 */
export function ErrorState({
  title,
  level = 2,
  actions,
  children,
}: {
  title: ReactNode;
  level?: 1 | 2 | 3;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const Heading = `h${level}` as "h1" | "h2" | "h3";
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-3 rounded-xl border border-clay-edge bg-surface px-5 py-5 sm:flex-row"
    >
      <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-clay-soft text-clay-ink">
        <CircleAlert aria-hidden="true" size={19} />
      </span>
      <div className="min-w-0">
        <Heading className="text-lg" tabIndex={level === 1 ? -1 : undefined}>
          {title}
        </Heading>
        {children && <div className="mt-1 max-w-prose text-sm text-ink-2">{children}</div>}
        {actions && <div className="mt-3.5 flex flex-wrap gap-2.5">{actions}</div>}
      </div>
    </div>
  );
}
