import type { Refused } from "../../foundation/client.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("people");

/** Rows of people on their way, as tall as what comes. */
export function RowsWaiting({ rows = 5 }: { rows?: number }) {
  return (
    <div role="status" aria-label={say("web.loading")} className="divide-y divide-line">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className="flex items-center gap-3.5 py-3">
          <Skeleton className="size-9 shrink-0 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-3.5 w-40 max-w-full" />
            <Skeleton className="h-3 w-64 max-w-full" />
          </div>
        </div>
      ))}
    </div>
  );
}

/**
 * A part of a page that could not be read: the refusal's own sentence, and another try.
 * @param level 1 where it stands in place of the whole page
 */
export function CouldNotLoad({ error, again, level = 2 }: { error: Refused; again: () => void; level?: 1 | 2 | 3 }) {
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
