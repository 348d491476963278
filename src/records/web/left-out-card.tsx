import { Card } from "../../ui/card.tsx";
import { numberText, shortDayText } from "./figure-words.ts";
import { say } from "./record-words.ts";
import type { Overview } from "./records-client.ts";

/** What stands in no median, and the days on which many verdicts came at once. */
export function LeftOutCard({ overview, locale }: { overview: Overview; locale: string }) {
  const { batches, batchFrom, time } = overview;
  const { inBatches, undated, contradictory } = time.leftOut;
  const facts = [
    { key: "batches", n: inBatches, text: say("web.left_out.in_batches") },
    { key: "undated", n: undated, text: say("web.left_out.undated") },
    { key: "contradictory", n: contradictory, text: say("web.left_out.contradictory") },
  ];
  return (
    <Card
      title={say("web.left_out.title")}
      note={numberText(inBatches + undated + contradictory, locale)}
      lead={say("web.left_out.about")}
    >
      <dl className="grid text-sm">
        {facts.map(({ key, n, text }) => (
          <div
            key={key}
            className="flex items-baseline justify-between gap-3 border-t border-line py-2 first:border-t-0 first:pt-0"
          >
            <dt className="text-ink-2">{text}</dt>
            <dd className="font-semibold tabular-nums">{numberText(n, locale)}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-2 border-t border-line pt-3.5">
        <h3 className="text-base">{say("web.left_out.batches", { n: batches.length })}</h3>
        <p className="mt-1 text-sm text-ink-2">{say("web.left_out.batches_about", { n: batchFrom })}</p>
        {batches.length > 0 && (
          <ul
            className="mt-2.5 grid max-h-56 gap-1.5 overflow-y-auto text-sm"
            tabIndex={batches.length > 8 ? 0 : undefined}
          >
            {batches.map(({ on, verdicts }) => (
              <li key={on} className="flex items-baseline justify-between gap-3">
                <span>{shortDayText(on, locale)}</span>
                <span className="text-ink-2 tabular-nums">{say("web.left_out.verdicts", { n: verdicts })}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
