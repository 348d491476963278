import type { Refused } from "../../foundation/client.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ImportButton } from "./record-header.tsx";
import { changed } from "./record-search.ts";
import { say } from "./record-words.ts";
import { useRecordSearch } from "./use-record.ts";

/** The record on its way, in the shape in which it comes. */
export function RecordWaiting() {
  return (
    <div role="status" aria-label={say("web.waiting")} className="grid gap-5">
      <Skeleton className="h-96 rounded-xl sm:h-60 xl:h-34" />
      <Skeleton className="h-116 rounded-xl" />
      <Skeleton className="h-120 rounded-xl" />
    </div>
  );
}

/** A team that has no record yet: an invitation to bring one. */
export function EmptyRecord({ whyNotImport }: { whyNotImport: string | null }) {
  return (
    <EmptyState picture="path" title={say("web.empty.heading")} actions={<ImportButton why={whyNotImport} />}>
      <p>{say("web.empty.text")}</p>
      <ol className="mx-auto mt-5 grid max-w-xs gap-2 text-start text-sm">
        {(["first", "second", "third"] as const).map((step, place) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden="true"
              className="serif grid size-6 shrink-0 place-items-center rounded-full bg-pasture-soft text-xs text-pasture-ink"
            >
              {place + 1}
            </span>
            <span>{say(`web.empty.${step}`)}</span>
          </li>
        ))}
      </ol>
    </EmptyState>
  );
}

/** On the day asked for nothing was on the record. */
export function NotYetRecord() {
  const { search, go } = useRecordSearch();
  return (
    <EmptyState
      title={say("web.not_yet.title")}
      actions={<Button onClick={() => go(changed(search, { asOf: undefined }))}>{say("web.as_of.back")}</Button>}
    >
      {say("web.not_yet.text")}
    </EmptyState>
  );
}

/** The record could not be read, or is not this reader's to read. */
export function RecordError({ error, again }: { error: Refused; again: () => void }) {
  const { team } = usePlace();
  if (error.code === "decisions.not_in_team") {
    return (
      <>
        <PageHeader eyebrow={team?.name} title={say("web.not_in_team.title")} />
        <EmptyState title={say("web.not_in_team.heading")}>{error.message}</EmptyState>
      </>
    );
  }
  return (
    <ErrorState
      level={1}
      title={say("web.error.title")}
      actions={<Button onClick={again}>{say("web.error.again")}</Button>}
    >
      {error.message}
    </ErrorState>
  );
}
