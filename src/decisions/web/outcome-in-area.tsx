import { Link } from "@tanstack/react-router";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type { Tone } from "../../ui/tone.ts";
import { say } from "./deciding-words.ts";
import { DecisionTitle } from "./decision-title.tsx";
import { decisionsClient, type InProgress } from "./decisions-client.ts";

/** A team decides no more than this at once; a longer list is read on its own page. */
const shownGoing = 6;
const shownDecided = 3;

const phaseTone: Partial<Record<InProgress["phase"], Tone>> = { sealed: "sky", opened: "brass", waiting: "brass" };

/** What is being decided in an area, what was decided there last, and the way to propose something, for the area's page. */
export function DecisionsInArea({ area }: { area: string }) {
  const { workspace, team } = usePlace();
  const at = { workspace: workspace.id, team: team?.id ?? "" };
  const enabled = team?.myRole != null;
  const current = decisionsClient.useAsk("current", { ...at, area, which: "going", limit: shownGoing }, { enabled });
  const decided = decisionsClient.useAsk(
    "list",
    { ...at, area, outcome: "accepted", sort: "decided", limit: shownDecided },
    { enabled },
  );
  // whoever is not of the team has no log to read; what could not be had stands on the team's own page
  if (!team || !enabled || current.error || decided.error) return null;
  const going = current.data?.decisions;
  const lately = decided.data?.decisions ?? [];
  const inTeam = { workspace: workspace.slug, team: team.id };
  return (
    <Card
      title={say("web.outcome.area.title")}
      note={
        decided.data &&
        decided.data.total > lately.length && (
          <Link
            to="/w/$workspace/t/$team/record"
            params={inTeam}
            search={{ area } as never}
            hash="log"
            className={textLink}
          >
            {say("web.outcome.area.all")}
          </Link>
        )
      }
    >
      {!going && <Skeleton className="h-12 w-full" />}
      {going?.length === 0 && <p className="text-sm text-ink-2">{say("web.outcome.area.none")}</p>}
      {going && going.length > 0 && (
        <ul className="grid gap-3">
          {going.map((one) => (
            <li key={one.id} className="text-sm">
              <DecisionTitle team={team.id} decision={one.id} title={one.title} />
              <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge tone={phaseTone[one.phase] ?? "neutral"}>{say(`phase.${one.phase}`)}</Badge>
                {one.mine && <Badge tone="brass">{say(`web.current.mine.${one.mine}`)}</Badge>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {lately.length > 0 && (
        <>
          <h3 className="mt-4 mb-1.5 border-t border-line pt-3.5 text-sm font-sans! font-semibold text-ink-2">
            {say("web.outcome.area.lately")}
          </h3>
          <ul className="grid gap-2 text-sm">
            {lately.map((one) => (
              <li key={one.id}>
                <DecisionTitle team={team.id} decision={one.id} title={one.title} />
                {one.decidedOn && <DecidedOn day={one.decidedOn} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {current.data?.whyNotPropose === null && (
        <Link
          to="/w/$workspace/t/$team/decisions/new"
          params={inTeam}
          search={{ area } as never}
          className={buttonClass("plain", "sm", "no-print mt-4 no-underline")}
        >
          {say("web.outcome.area.propose")}
        </Link>
      )}
    </Card>
  );
}

function DecidedOn({ day }: { day: string }) {
  const { locale } = useReader();
  return <span className="block text-ink-2">{exactTime(day, locale, "UTC")}</span>;
}
