import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "./icon-button.tsx";

/**
 * Pages through a long list.
 * @param offset how many come before the first one shown
 * @param limit how many a page holds
 * @param total how many there are
 * @param words `range` says “51–100 of 736”
 */
export function Pager({
  offset,
  limit,
  total,
  onOffset,
  words,
}: {
  offset: number;
  limit: number;
  total: number;
  onOffset(offset: number): void;
  words: { label: string; range(from: number, to: number, total: number): string; previous: string; next: string };
}) {
  const from = total === 0 ? 0 : offset + 1;
  const to = Math.min(offset + limit, total);
  return (
    <nav aria-label={words.label} className="no-print flex items-center justify-between gap-3 text-sm text-ink-2">
      <span aria-live="polite" className="tabular-nums">
        {words.range(from, to, total)}
      </span>
      {total > limit && (
        <span className="flex gap-1">
          <IconButton
            label={words.previous}
            look="plain"
            disabled={offset <= 0}
            onClick={() => onOffset(Math.max(0, offset - limit))}
            icon={<ChevronLeft aria-hidden="true" size={17} className="rtl:rotate-180" />}
          />
          <IconButton
            label={words.next}
            look="plain"
            disabled={to >= total}
            onClick={() => onOffset(offset + limit)}
            icon={<ChevronRight aria-hidden="true" size={17} className="rtl:rotate-180" />}
          />
        </span>
      )}
    </nav>
  );
}
