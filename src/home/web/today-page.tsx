import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { decisionsClient } from "../../decisions/web/decisions-client.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type en from "../words.en.json";
import { FieldCard } from "./field-card.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { GroundCard } from "./ground-card.tsx";
import { NeedsCard } from "./needs-card.tsx";
import { PromiseCard } from "./promise-card.tsx";
import { TeamCards, type TeamEntry } from "./team-cards.tsx";
import { useNeeds } from "./use-needs.ts";

const say = wordsOf<typeof en>("home");
/** More of somebody's own teams than this are one line. */
const teamsAtMost = 6;
const rank = { lead: 0, member: 1, observer: 2 } as const;

/** My open teams, the ones I lead first. */
function myTeams(teams: readonly TeamEntry[]): TeamEntry[] {
  return teams
    .filter((team) => team.myRole && !team.closed)
    .sort((a, b) => rank[a.myRole!] - rank[b.myRole!] || a.name.localeCompare(b.name));
}

/** How many decisions are on the records of these teams, where that is known already. */
function useRecorded(workspace: string, teams: readonly TeamEntry[]): ReadonlyMap<string, number> {
  const asked = useQueries({
    queries: teams.map(({ id }) => decisionsClient.queryOptions("list", { workspace, team: id, limit: 1 })),
  });
  const recorded = new Map<string, number>();
  teams.forEach(({ id }, at) => {
    const answer = asked[at]?.data;
    if (answer) recorded.set(id, answer.onRecord);
  });
  return recorded;
}

/** The day at a glance: nothing needs me, or one thing does; the field; what was promised; my ground. */
export function TodayPage() {
  const { workspace, team: current } = usePlace();
  const { locale, timeZone } = useReader();
  const mine = myTeams(workspace.teams);
  const team = mine.find(({ id }) => id === current?.id) ?? mine[0];
  const needs = useNeeds(workspace.id);
  const shown = mine.slice(0, teamsAtMost);
  const recorded = useRecorded(workspace.id, shown);
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone });
  return (
    <>
      <PageHeader
        eyebrow={<time>{day.format(new Date())}</time>}
        title={
          needs.needs && mine.length > 0
            ? say("needs.heading", { n: needs.needs.length })
            : say(`greeting.${partOfDay(timeZone)}`, { name: workspace.me.name })
        }
      />
      {team ? (
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_auto_1fr]">
          <div className="lg:col-start-2">
            <Needs asked={needs} teams={mine} />
          </div>
          <div className="grid min-w-0 gap-5 lg:col-start-1 lg:row-span-2 lg:row-start-1">
            <FieldCard key={team.id} team={team} />
            <Later teams={mine} recorded={recorded} />
          </div>
          <div className="grid gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-2">
            <PromiseCard team={team} />
            <GroundCard team={team.id} />
          </div>
          <section aria-labelledby="my-teams" className="mt-3 min-w-0 lg:col-start-1 lg:row-start-3">
            <div className="mb-3 flex items-baseline justify-between gap-4">
              <h2 id="my-teams" className="text-xl">
                {say("teams.title")}
              </h2>
              <Link to="/w/$workspace/teams" params={{ workspace: workspace.slug }} className={textLink}>
                {mine.length > shown.length ? say("teams.more", { n: mine.length - shown.length }) : say("teams.all")}
              </Link>
            </div>
            <TeamCards teams={shown} recorded={recorded} />
          </section>
        </div>
      ) : (
        <EmptyState picture="path" title={say("teams.none_title")}>
          {say("teams.none")}
        </EmptyState>
      )}
    </>
  );
}

/** What needs me. It is said that nothing does only where all of it was really looked at. */
function Needs({ asked, teams }: { asked: ReturnType<typeof useNeeds>; teams: readonly TeamEntry[] }) {
  if (asked.error) {
    return (
      <ErrorState
        title={say("not_looked.title")}
        actions={<Button onClick={asked.again}>{say("not_looked.again")}</Button>}
      >
        {asked.error.message}
      </ErrorState>
    );
  }
  if (!asked.needs) {
    return (
      <div role="status" aria-label={say("loading")}>
        <Skeleton className="h-64 w-full rounded-xl" />
      </div>
    );
  }
  if (asked.needs.length > 0) return <NeedsCard needs={asked.needs} severalTeams={teams.length > 1} />;
  return (
    <EmptyState compact title={say("quiet.title")}>
      <p>{say("quiet.text")}</p>
      <p className="mt-3 text-sm text-balance">
        <CircleCheck aria-hidden="true" size={16} className="me-1.5 inline align-[-0.2em] text-pasture-ink" />
        {say("quiet.looked_at", { n: teams.length })}
      </p>
    </EmptyState>
  );
}

/** What a lead may still do, whenever they like: others to invite, decisions to bring. */
function Later({ teams, recorded }: { teams: readonly TeamEntry[]; recorded: ReadonlyMap<string, number> }) {
  const { workspace } = usePlace();
  const led = teams.find(({ myRole }) => myRole === "lead");
  if (!led || !recorded.has(led.id)) return null;
  const left = [
    ...(workspace.people > 1 ? [] : ["invite" as const]),
    ...(recorded.get(led.id)! > 0 ? [] : ["import" as const]),
  ];
  return left.length > 0 ? <FirstSteps team={led.id} left={left} /> : null;
}

function partOfDay(timeZone: string): "morning" | "afternoon" | "evening" {
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", timeZone }).format(new Date()));
  if (hour >= 4 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}
