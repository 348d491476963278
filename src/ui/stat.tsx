import type { ReactNode } from "react";

/**
 * A number that matters, its name, and what to know about it.
 * @param value the number as it is read, unit included
 */
export function Stat({ label, value, note }: { label: ReactNode; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col">
      <div className="text-sm text-ink-2">{label}</div>
      <div className="serif mt-0.5 text-[1.75rem] leading-tight tabular-nums">{value}</div>
      {note && <div className="mt-0.5 text-sm text-ink-2">{note}</div>}
    </div>
  );
}
