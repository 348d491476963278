import { Undo2 } from "lucide-react";
import { reversalName } from "../../decisions/web/decision-badges.tsx";
import { Card } from "../../ui/card.tsx";
import { DecisionLink } from "./decision-link.tsx";
import { daysText, numberText, shortDayText } from "./figure-words.ts";
import { onlyFilter } from "./record-search.ts";
import { say } from "./record-words.ts";
import type { Overview } from "./records-client.ts";
import { ShowInLog } from "./show-in-log.tsx";
import { useRecordSearch } from "./use-record.ts";

const mentioned = 3;

/** Verdicts that were taken back, by kind. */
export function ReversalsCard({ overview, locale }: { overview: Overview; locale: string }) {
  const { total, byKind, latest } = overview.reversals;
  const { search } = useRecordSearch();
  const most = Math.max(1, ...byKind.map(({ count }) => count));
  return (
    <Card title={say("web.reversals.title")} note={numberText(total, locale)} lead={say("web.reversals.about")}>
      {total === 0 ? (
        <p className="text-sm text-ink-2">{say("web.reversals.none")}</p>
      ) : (
        <div className="grid gap-4">
          <table className="w-full text-sm">
            <caption className="sr-only">{say("web.reversals.table")}</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">{say("web.reversals.kind")}</th>
                <th scope="col">{say("web.reversals.count")}</th>
                <th scope="col">{say("web.reversals.held")}</th>
              </tr>
            </thead>
            <tbody>
              {byKind.map(({ kind, count, medianHeldDays }) => (
                <tr key={kind} className="border-t border-line first:border-t-0">
                  <th scope="row" className="py-2 pe-3 text-start font-medium">
                    {reversalName(kind)}
                    <span aria-hidden="true" className="mt-1 block h-1.5 rounded-full bg-neutral-soft">
                      <span
                        className="block h-full rounded-full bg-clay"
                        style={{ width: `${(count / most) * 100}%` }}
                      />
                    </span>
                  </th>
                  <td className="py-2 text-end align-top font-semibold tabular-nums">{numberText(count, locale)}</td>
                  <td className="w-32 py-2 ps-3 text-end align-top text-ink-2 tabular-nums">
                    {medianHeldDays === null
                      ? say("web.reversals.held_unknown")
                      : say("web.reversals.after", { days: daysText(medianHeldDays) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Latest latest={latest.slice(0, mentioned)} locale={locale} />
          <ShowInLog to={onlyFilter(search, { reversed: "any" })}>{say("web.reversals.all", { n: total })}</ShowInLog>
        </div>
      )}
    </Card>
  );
}

function Latest({ latest, locale }: { latest: Overview["reversals"]["latest"]; locale: string }) {
  return (
    <div className="border-t border-line pt-3.5">
      <h3 className="text-base">{say("web.reversals.latest")}</h3>
      <ul className="mt-2 grid gap-2.5 text-sm">
        {latest.map(({ decision, ref, title, on, kind }) => (
          <li key={decision + on} className="flex gap-2.5">
            <Undo2 aria-hidden="true" size={15} className="mt-0.5 shrink-0 text-clay-ink" />
            <span className="min-w-0">
              <span className="block font-medium">
                <DecisionLink decision={decision}>
                  <bdi>{ref}</bdi> · <bdi>{title}</bdi>
                </DecisionLink>
              </span>
              <span className="text-ink-2">
                {reversalName(kind)} · {shortDayText(on, locale)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
