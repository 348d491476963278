import {
  DeciderBadge,
  kindName,
  OutcomeBadge,
  PhaseBadge,
  ReversedBadge,
  SelfDecidedBadge,
} from "../../decisions/web/decision-badges.tsx";
import { decisionsClient, type LogLine } from "../../decisions/web/decisions-client.ts";
import { LevelChip } from "../../decisions/web/level-chip.tsx";
import type { Refused } from "../../foundation/client.ts";
import { useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { DecisionLink } from "./decision-link.tsx";
import { daysText, numberText, shortDayText } from "./figure-words.ts";
import { LogFilters } from "./log-filters.tsx";
import { changed, listInput, pageSize, type SortKey, sortOf, unfiltered } from "./record-search.ts";
import { pagerWords, say } from "./record-words.ts";
import { logId } from "./show-in-log.tsx";
import { useRecordPlace, useRecordSearch } from "./use-record.ts";

/** Every decision of the record, filtered, searched, sorted and in pages; the address holds all of it. */
export function LogCard() {
  const { asked } = useRecordPlace();
  const { search } = useRecordSearch();
  const list = decisionsClient.useAsk("list", listInput(search, asked), {
    placeholderData: (earlier: unknown) => earlier,
  });
  const note = list.data && say("web.log.of", { n: list.data.total, all: list.data.onRecord });
  return (
    <Card
      id={logId}
      tabIndex={-1}
      title={say("web.log.title")}
      note={<span aria-live="polite">{note}</span>}
      className="scroll-mt-4 outline-none"
    >
      <LogFilters />
      <LogList error={list.error} data={list.data} stale={list.isPlaceholderData} again={() => void list.refetch()} />
    </Card>
  );
}

function LogList({
  error,
  data,
  stale,
  again,
}: {
  error: Refused | null;
  data: { total: number; decisions: LogLine[] } | undefined;
  stale: boolean;
  again: () => void;
}) {
  const { search, go } = useRecordSearch();
  const { locale } = useReader();
  if (error) {
    return (
      <ErrorState
        level={3}
        title={say("web.log.error")}
        actions={<Button onClick={again}>{say("web.error.again")}</Button>}
      >
        {error.message}
      </ErrorState>
    );
  }
  if (!data) return <LogWaiting />;
  if (data.total === 0) {
    return (
      <EmptyState
        level={3}
        compact
        title={say("web.log.none_title")}
        actions={<Button onClick={() => go(unfiltered(search))}>{say("web.log.clear")}</Button>}
      >
        {say("web.log.none")}
      </EmptyState>
    );
  }
  return (
    <>
      <Table
        caption={say("web.log.title")}
        captionHidden
        columns={columnsOf(locale)}
        rows={data.decisions}
        rowKey={({ id }) => id}
        sort={sortOf(search)}
        onSort={({ key, descending }) =>
          go(changed(search, { sort: key as SortKey, order: descending ? "down" : "up" }))
        }
        stale={stale}
        // an address beyond the last page, after decisions went
        empty={<Button onClick={() => go(changed(search, {}))}>{say("web.log.first_page")}</Button>}
      />
      <div className="mt-4">
        <Pager
          offset={search.from ?? 0}
          limit={pageSize}
          total={data.total}
          onOffset={(offset) => {
            go(changed(search, { from: offset || undefined }));
            document.getElementById(logId)?.scrollIntoView({ block: "start" });
          }}
          words={pagerWords()}
        />
      </div>
    </>
  );
}

function LogWaiting() {
  return (
    <div role="status" aria-label={say("web.waiting")} className="grid gap-px">
      {Array.from({ length: 8 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className="grid gap-2 border-t border-line px-3 py-3">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-3 w-1/3" />
        </div>
      ))}
    </div>
  );
}

function columnsOf(locale: string): Column<LogLine>[] {
  return [
    {
      key: "ref",
      header: say("web.log.ref"),
      sortable: true,
      wideOnly: true,
      className: "whitespace-nowrap text-ink-2",
      cell: ({ ref }) => <bdi>{ref}</bdi>,
    },
    {
      key: "title",
      header: say("web.log.decision"),
      sortable: true,
      names: true,
      className: "w-full",
      cell: (line) => <Named line={line} locale={locale} />,
    },
    {
      key: "decided",
      header: say("web.log.decided"),
      sortable: true,
      wideOnly: true,
      className: "whitespace-nowrap",
      cell: (line) => <When line={line} locale={locale} />,
    },
    {
      key: "days",
      header: say("web.log.days"),
      sortable: true,
      numeric: true,
      wideOnly: true,
      cell: ({ days }) => (days === null ? <Dash /> : numberText(days, locale)),
    },
    {
      key: "by",
      header: say("web.log.by"),
      wideOnly: true,
      cell: ({ decidedBy, phase }) => (isUnderWay(phase, decidedBy) ? <Dash /> : <DeciderBadge kind={decidedBy} />),
    },
    {
      key: "outcome",
      header: say("web.log.outcome"),
      wideOnly: true,
      cell: ({ outcome, phase }) => (isUnderWay(phase, outcome) ? <Dash /> : <OutcomeBadge outcome={outcome} />),
    },
  ];
}

/** Whether one made here has not come so far that it had an outcome or a decider; how far it has come stands with it. */
const isUnderWay = (phase: LogLine["phase"], told: string | null) => phase !== null && told === null;

function Dash() {
  return (
    <>
      <span aria-hidden="true" className="text-ink-2">
        —
      </span>
      <span className="sr-only">{say("web.log.nothing")}</span>
    </>
  );
}

/** The day of the verdict; where there is none, since when it is open. */
function When({ line: { openedOn, decidedOn, outcome, decidedBy }, locale }: { line: LogLine; locale: string }) {
  if (decidedOn) return shortDayText(decidedOn, locale);
  if (outcome !== null || decidedBy !== null) return say("web.day_unknown");
  if (!openedOn) return <Dash />;
  return <span className="text-ink-2">{say("web.log.open_since", { day: shortDayText(openedOn, locale) })}</span>;
}

/** A decision's title and what it is; on a phone, everything else of the line too. */
function Named({ line, locale }: { line: LogLine; locale: string }) {
  const { id, ref, title, kind, topics, selfDecided, reversed, days, decidedBy, outcome, phase, level } = line;
  // a kind is the record's own word, unless the decision was made here
  const about = [kind && phase ? kindName(kind) : kind, ...topics].filter(Boolean).join(" · ");
  return (
    <span className="block min-w-0 [overflow-wrap:anywhere]">
      <span className="mb-0.5 hidden justify-between gap-3 text-sm font-normal text-ink-2 @max-xl:flex">
        <bdi>{ref}</bdi>
        <span>
          <When line={line} locale={locale} />
          {days !== null && ` · ${daysText(days)}`}
        </span>
      </span>
      <span className="text-base leading-snug font-semibold">
        <DecisionLink decision={id}>
          <bdi>{title}</bdi>
        </DecisionLink>
      </span>
      {(about || selfDecided || reversed || phase) && (
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-normal text-ink-2">
          {level !== null && <LevelChip level={level} />}
          {phase && <PhaseBadge phase={phase} />}
          {about && <bdi>{about}</bdi>}
          {selfDecided && <SelfDecidedBadge />}
          {reversed && <ReversedBadge kind={reversed} />}
        </span>
      )}
      <span className="mt-1.5 hidden flex-wrap gap-1.5 @max-xl:flex">
        {!isUnderWay(phase, outcome) && <OutcomeBadge outcome={outcome} />}
        {!isUnderWay(phase, decidedBy) && <DeciderBadge kind={decidedBy} />}
      </span>
    </span>
  );
}
