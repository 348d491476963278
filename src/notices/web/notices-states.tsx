import { wordsOf } from "../../foundation/words-browser.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("notices");

/** Notices on their way, as tall as what comes. */
export function NoticesWaiting({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" aria-label={say("web.loading")} className="card rounded-xl border border-line bg-surface">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className="flex items-center gap-3.5 border-line px-5 py-4 not-first:border-t">
          <Skeleton className="size-9 shrink-0" round />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-3.5 w-3/4" />
            <Skeleton className="h-3 w-40 max-w-full" />
          </div>
        </div>
      ))}
    </div>
  );
}
