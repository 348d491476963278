import type { ReactNode } from "react";
import { OutcomeBadge } from "../../decisions/web/decision-badges.tsx";
import { Card } from "../../ui/card.tsx";
import { DecisionLink } from "./decision-link.tsx";
import { numberText, shortDayText } from "./figure-words.ts";
import { onlyFilter } from "./record-search.ts";
import { say } from "./record-words.ts";
import type { Overview } from "./records-client.ts";
import { ShowInLog } from "./show-in-log.tsx";
import { useRecordSearch } from "./use-record.ts";

const mentioned = 4;
type Mentions = Overview["selfDecided"];

/** Decisions that somebody who wrote them also ended: handed to an author, and the lead on own proposals. */
export function SelfDecidedCard({ overview, locale }: { overview: Overview; locale: string }) {
  const { search } = useRecordSearch();
  const { selfDecided, leadsOwn } = overview;
  return (
    <Card title={say("web.self.title")} lead={say("web.self.about")}>
      <div className="grid gap-5">
        <Part
          title={say("web.self.handed")}
          total={selfDecided.total}
          none={say("web.self.handed_none")}
          mentions={selfDecided}
          locale={locale}
        >
          <ShowInLog to={onlyFilter(search, { self: true })}>{say("web.self.all", { n: selfDecided.total })}</ShowInLog>
        </Part>
        <div className="border-t border-line pt-4">
          <Part
            title={say("web.self.lead")}
            total={leadsOwn.total}
            none={say("web.self.lead_none")}
            mentions={leadsOwn}
            locale={locale}
          />
        </div>
      </div>
    </Card>
  );
}

function Part({
  title,
  total,
  none,
  mentions,
  locale,
  children,
}: {
  title: string;
  total: number;
  none: string;
  mentions: Mentions;
  locale: string;
  children?: ReactNode;
}) {
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-base">{title}</h3>
        <span className="font-semibold tabular-nums">{numberText(total, locale)}</span>
      </div>
      {total === 0 ? (
        <p className="mt-1 text-sm text-ink-2">{none}</p>
      ) : (
        <>
          <ul className="mt-2 grid gap-2.5 text-sm">
            {mentions.latest.slice(0, mentioned).map(({ decision, ref, title, decidedOn, outcome }) => (
              <li key={decision} className="flex items-start justify-between gap-3">
                <span className="min-w-0">
                  <span className="block font-medium">
                    <DecisionLink decision={decision}>
                      <bdi>{ref}</bdi> · <bdi>{title}</bdi>
                    </DecisionLink>
                  </span>
                  <span className="text-ink-2">
                    {decidedOn ? shortDayText(decidedOn, locale) : say("web.day_unknown")}
                  </span>
                </span>
                <span className="shrink-0">
                  <OutcomeBadge outcome={outcome} />
                </span>
              </li>
            ))}
          </ul>
          {total > mentioned && (
            <div className="mt-3">
              {children ?? <p className="text-sm text-ink-2">{say("web.self.more", { n: total - mentioned })}</p>}
            </div>
          )}
        </>
      )}
    </div>
  );
}
