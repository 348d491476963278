import { wordsOf } from "../../foundation/words-browser.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type en from "../words.en.json";
import { DecisionTitle } from "./decision-title.tsx";
import { decisionsClient } from "./decisions-client.ts";

const say = wordsOf<typeof en>("decisions");

/** The decisions that serve a goal, for the goal's page. */
export function DecisionsServing({ goal }: { goal: string }) {
  const { workspace } = usePlace();
  const { locale } = useReader();
  const asked = decisionsClient.useAsk("serving", { workspace: workspace.id, goal });
  if (asked.error) return <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />;
  const found = asked.data;
  return (
    <Card title={say("web.serves.page_title")}>
      {!found && <Skeleton className="h-5 w-56 max-w-full" />}
      {found?.total === 0 && <p className="text-sm text-ink-2">{say("web.serves.page_none")}</p>}
      {found && found.total > 0 && (
        <ul className="grid gap-2 text-sm">
          {found.decisions.map((one) => (
            <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <DecisionTitle
                team={one.team}
                decision={one.id}
                title={one.title}
                className="min-w-0 font-medium hover:underline"
              />
              <span className="text-ink-2">
                {one.decidedOn
                  ? exactTime(one.decidedOn, locale, "UTC")
                  : say(one.outcome ? `outcome.${one.outcome}` : "web.serves.undecided")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {found && found.total > found.decisions.length && (
        <p className="mt-2 text-sm text-ink-2">{say("web.serves.more", { n: found.total - found.decisions.length })}</p>
      )}
    </Card>
  );
}
