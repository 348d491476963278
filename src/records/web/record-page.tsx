import { useReader } from "../../people/web/place.tsx";
import { AsOfBanner } from "./as-of.tsx";
import { DecidersCard } from "./deciders-card.tsx";
import { GapsCard } from "./gaps-card.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { LeftOutCard } from "./left-out-card.tsx";
import { LogCard } from "./log-card.tsx";
import { RecordHeader } from "./record-header.tsx";
import { EmptyRecord, NotYetRecord, RecordError, RecordWaiting } from "./record-states.tsx";
import { recordsClient } from "./records-client.ts";
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
  const reader = useReader();
  const overview = recordsClient.useAsk(
    "overview",
    { ...asked, ...(search.asOf && { asOf: search.asOf }) },
    { placeholderData: (earlier: unknown) => earlier },
  );
  if (overview.error) return <RecordError error={overview.error} again={() => void overview.refetch()} />;
  if (!overview.data) return <RecordWaiting />;
  const record = overview.data;
  if (record.totals.onRecord === 0 && !search.asOf) return <EmptyRecord whyNotImport={record.whyNotImport} />;
  const shown = { overview: record, locale: reader.locale };
  return (
    <>
      <RecordHeader overview={record} />
      <AsOfBanner asOf={search.asOf} />
      {record.totals.onRecord === 0 ? (
        <NotYetRecord />
      ) : (
        <div
          className={overview.isPlaceholderData ? "grid gap-5 opacity-60 transition-opacity" : "grid gap-5"}
          aria-busy={overview.isPlaceholderData || undefined}
        >
          <KeyFigures {...shown} />
          {record.years.length > 0 && <DecidersCard {...shown} />}
          {record.time.all.n > 0 && <TimeCard {...shown} />}
          {record.verdictDays.length > 1 && <GapsCard {...shown} />}
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
