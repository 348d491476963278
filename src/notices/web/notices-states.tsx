import type { Refused } from "../../foundation/client.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
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

/**
 * A part of a page that could not be read: the refusal's own sentence, and another try.
 * @param level the level of its heading
 */
export function CouldNotRead({ error, again, level = 2 }: { error: Refused; again: () => void; level?: 2 | 3 }) {
  return (
    <ErrorState
      level={level}
      title={say("web.could_not_load")}
      actions={<Button onClick={again}>{say("web.again")}</Button>}
    >
      {error.message}
    </ErrorState>
  );
}

/**
 * What a pager says under a list here.
 * @param label what is paged through
 */
export function pagerWordsFor(label: string) {
  return {
    label,
    range: (from: number, to: number, total: number) => say("web.pager.range", { from, to, total }),
    previous: say("web.pager.previous"),
    next: say("web.pager.next"),
  };
}
