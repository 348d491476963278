import type { ReactNode } from "react";

/** Facts about one thing: a word, and what it is. */
export function DefinitionList({ items }: { items: readonly { key: string; term: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-1 text-sm sm:grid-cols-[minmax(7rem,max-content)_1fr]">
      {items.map(({ key, term, value }) => (
        <div
          key={key}
          className="col-span-full grid grid-cols-subgrid gap-x-6 border-t border-line py-2.5 first:border-t-0 first:pt-0 last:pb-0"
        >
          <dt className="text-ink-2">{term}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
