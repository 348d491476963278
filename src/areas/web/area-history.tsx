import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { pagerWords } from "../../people/web/pager-words.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { Pager } from "../../ui/pager.tsx";
import { SkeletonText } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { areasClient, type History } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { shortDay } from "./day-words.ts";
import { fieldName } from "./field-words.ts";
import { levelText } from "./level-words.ts";
import { useLoanDay } from "./loan-words.ts";

type Entry = History["changes"][number];
type Step = Entry["changes"][number];

/** Everything that changed in an area, the latest first, a page at a time. */
export function AreaHistory({ area }: { area: string }) {
  const { workspace } = usePlace();
  const [offset, setOffset] = useState(0);
  const [limit, setLimit] = useState(0);
  const asked = areasClient.useAsk(
    "history",
    { workspace: workspace.id, area, offset },
    { placeholderData: ((before: unknown) => before) as never },
  );
  const history = asked.data;
  // the first page says how many a page holds
  if (history && offset === 0 && limit !== history.changes.length) setLimit(history.changes.length);
  if (asked.error && !history) return <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />;
  return (
    <Card title={say("web.history.title")}>
      {!history && <SkeletonText lines={5} label={say("web.waiting")} />}
      {history && (
        <ol className="divide-y divide-line" aria-busy={asked.isPlaceholderData || undefined}>
          {history.changes.map((entry, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people can change something at one moment
            <li key={`${entry.at}${n}`} className="py-3.5 first:pt-0 last:pb-0">
              <OneEntry entry={entry} />
            </li>
          ))}
        </ol>
      )}
      {history && history.total > limit && limit > 0 && (
        <div className="mt-4 border-t border-line pt-3">
          <Pager offset={offset} limit={limit} total={history.total} onOffset={setOffset} words={pagerWords()} />
        </div>
      )}
    </Card>
  );
}

function OneEntry({ entry }: { entry: Entry }) {
  const { locale, timeZone } = useReader();
  const day = useLoanDay();
  return (
    <div className="grid gap-x-5 gap-y-1 text-sm sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <div className="text-ink-2">
        <Time inList value={entry.at} locale={locale} zone={timeZone} />
        <div className="text-ink">{entry.by ? <bdi>{entry.by}</bdi> : say("web.history.by_itself")}</div>
      </div>
      <div className="grid gap-1.5">
        {entry.changes.map((step, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several people can begin to learn at one moment
          <OneStep key={`${step.field}${n}`} step={step} />
        ))}
        {entry.trialUntil && (
          <p className="text-ink-2">{say("web.history.trial_until", { day: shortDay(entry.trialUntil, locale) })}</p>
        )}
        {entry.loanUntil && (
          <p className="text-ink-2">{say("web.history.loan_until", { day: day(entry.loanUntil) })}</p>
        )}
        {entry.why && (
          <p dir="auto" className="max-w-prose border-s-2 border-line-2 ps-3 whitespace-pre-line">
            {entry.why}
          </p>
        )}
      </div>
    </div>
  );
}

const leveled = new Set(["level", "offered", "desired", "step_in", "hand_back", "went_back"]);
const happenings = ["made", "closed", "reopened"] as const;

function OneStep({ step: { field, from, to } }: { step: Step }) {
  const happened = happenings.find((one) => one === field);
  if (happened) return <p className="font-medium">{say(`field.${happened}`)}</p>;
  const said = (words: string | null) => {
    if (words === null) return say("web.history.nothing");
    return leveled.has(field) ? levelText(Number(words)) : words;
  };
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span className="font-medium">{fieldName(field)}</span>
      {from !== null && (
        <>
          <span className="sr-only">{say("web.history.from")}</span>
          <bdi className="whitespace-pre-line text-ink-2 line-through decoration-line-2">{said(from)}</bdi>
          <ArrowRight aria-hidden="true" size={13} className="translate-y-0.5 text-ink-2 rtl:-scale-x-100" />
          <span className="sr-only">{say("web.history.to")}</span>
        </>
      )}
      <bdi className="whitespace-pre-line">{said(to)}</bdi>
    </p>
  );
}
