import { Fragment, type ReactNode } from "react";

/**
 * Where a page stands, from the widest place down.
 * @param label the trail's name for who listens
 * @param trail links, or plain words for a place that cannot be gone to
 */
export function Breadcrumb({ label, trail }: { label: string; trail: readonly { key: string; node: ReactNode }[] }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-1.5 [&_a]:text-ink-2 [&_a]:hover:text-ink [&_a]:hover:underline">
        {trail.map(({ key, node }, place) => (
          <Fragment key={key}>
            {place > 0 && (
              <li aria-hidden="true" className="text-ink-3">
                /
              </li>
            )}
            <li>{node}</li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
