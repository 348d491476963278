import { useReader } from "../../people/web/place.tsx";
import { AsOfBanner } from "./as-of.tsx";
import { DecidersCard } from "./deciders-card.tsx";
import { GapsCard } from "./gaps-card.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { LeftOutCard } from "./left-out-card.tsx";
import { LogCard } from "./log-card.tsx";
import { RecordHeader } from "./record-header.tsx";
import type { RecordSearch } from "./record-search.ts";
import { EmptyRecord, NotYetRecord, RecordError, RecordWaiting } from "./record-states.tsx";
import { type Overview, recordsClient } from "./records-client.ts";
import { ReversalsCard } from "./reversals-card.tsx";
import { SelfDecidedCard } from "./self-decided-card.tsx";
import { TimeCard } from "./time-card.tsx";
import { useRecordPlace, useRecordSearch } from "./use-record.ts";

/** Who has been deciding in a team's record: the figures, the plots behind them, and the log itself. */
export function RecordPage() {
  const { team } = useRecordPlace();
  // another team's record never stands in for this one's while it is on its way
  return <TheRecord key={team.id} />;
}

function TheRecord() {
  const { asked } = useRecordPlace();
  const { search } = useRecordSearch();
  const overview = recordsClient.useAsk(
    "overview",
    { ...asked, ...(search.asOf && { asOf: search.asOf }) },
    { placeholderData: (earlier: unknown) => earlier },
  );
  if (overview.error) return <RecordError error={overview.error} again={() => void overview.refetch()} />;
  const record = overview.data;
  // the heading stays the same element while the rest comes, and with it the focus
  return (
    <>
      <RecordHeader overview={record} empty={isEmpty(record, search)} />
      {record ? <RecordBody overview={record} stale={overview.isPlaceholderData} /> : <RecordWaiting />}
    </>
  );
}

/** Nothing was ever brought here, as far as one can see from the address. */
function isEmpty(record: Overview | undefined, { asOf }: RecordSearch): boolean {
  return record?.totals.onRecord === 0 && !asOf;
}

function RecordBody({ overview, stale }: { overview: Overview; stale: boolean }) {
  const { search } = useRecordSearch();
  const { locale } = useReader();
  if (isEmpty(overview, search)) return <EmptyRecord whyNotImport={overview.whyNotImport} />;
  const shown = { overview, locale };
  return (
    <>
      <AsOfBanner asOf={search.asOf} />
      {overview.totals.onRecord === 0 ? (
        <NotYetRecord />
      ) : (
        <div
          className={stale ? "grid gap-5 opacity-60 transition-opacity" : "grid gap-5"}
          aria-busy={stale || undefined}
        >
          <KeyFigures {...shown} />
          {overview.years.length > 0 && <DecidersCard {...shown} />}
          {overview.time.all.n > 0 && <TimeCard {...shown} />}
          {overview.verdictDays.length > 1 && <GapsCard {...shown} />}
          <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-3 md:max-xl:[&>:last-child]:col-span-full">
            <ReversalsCard {...shown} />
            <SelfDecidedCard {...shown} />
            <LeftOutCard {...shown} />
          </div>
          <LogCard />
        </div>
      )}
    </>
  );
}
