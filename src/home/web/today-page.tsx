import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import type { decisions } from "../../decisions/contract.ts";
import { clientOf, type Refused } from "../../foundation/client.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type en from "../words.en.json";
import { FirstSteps } from "./first-steps.tsx";
import { TeamCards, type TeamEntry } from "./team-cards.tsx";

const say = wordsOf<typeof en>("home");
const decisionsClient = clientOf<typeof decisions>("decisions");
/** More of somebody's own teams than this are one line. */
const teamsAtMost = 6;
const rank = { lead: 0, member: 1, observer: 2 } as const;

/** My open teams, the ones I lead first. */
function myTeams(teams: readonly TeamEntry[]): TeamEntry[] {
  return teams
    .filter((team) => team.myRole && !team.closed)
    .sort((a, b) => rank[a.myRole!] - rank[b.myRole!] || a.name.localeCompare(b.name));
}

/** Looks at the records of my teams: how many decisions each has. */
function useRecords(workspace: string, teams: readonly TeamEntry[]) {
  const asked = useQueries({
    queries: teams.map(({ id }) => decisionsClient.queryOptions("list", { workspace, team: id, limit: 1 })),
  });
  const recorded = new Map<string, number>();
  teams.forEach(({ id }, at) => {
    const answer = asked[at]?.data;
    if (answer) recorded.set(id, answer.onRecord);
  });
  return {
    recorded,
    all: recorded.size === teams.length,
    error: asked.find(({ error }) => error)?.error as Refused | undefined,
    again: () => asked.forEach((one) => void one.refetch()),
  };
}

/** The day at a glance: what needs me, usually nothing, and my teams. */
export function TodayPage() {
  const { workspace } = usePlace();
  const { locale, timeZone } = useReader();
  const mine = myTeams(workspace.teams);
  const shown = mine.slice(0, teamsAtMost);
  const records = useRecords(workspace.id, shown);
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone });
  return (
    <>
      <PageHeader
        eyebrow={<time>{day.format(new Date())}</time>}
        title={say(`greeting.${partOfDay(timeZone)}`, { name: workspace.me.name })}
      />
      <div className="grid gap-8">
        {shown.length > 0 && <Needs teams={mine} records={records} />}
        <section aria-labelledby="my-teams">
          <div className="mb-3 flex items-baseline justify-between gap-4">
            <h2 id="my-teams" className="text-xl">
              {say("teams.title")}
            </h2>
            <Link to="/w/$workspace/teams" params={{ workspace: workspace.slug }} className={textLink}>
              {mine.length > shown.length ? say("teams.more", { n: mine.length - shown.length }) : say("teams.all")}
            </Link>
          </div>
          {shown.length > 0 ? (
            <TeamCards teams={shown} recorded={records.recorded} />
          ) : (
            <EmptyState picture="path" compact level={3} title={say("teams.none_title")}>
              {say("teams.none")}
            </EmptyState>
          )}
        </section>
      </div>
    </>
  );
}

/** What needs me. It is said that nothing does only where all of it was really looked at. */
function Needs({ teams, records }: { teams: readonly TeamEntry[]; records: ReturnType<typeof useRecords> }) {
  const { workspace } = usePlace();
  if (records.error) {
    return (
      <ErrorState
        title={say("not_looked.title")}
        actions={<Button onClick={records.again}>{say("not_looked.again")}</Button>}
      >
        {records.error.message}
      </ErrorState>
    );
  }
  if (!records.all) {
    return (
      <div role="status" aria-label={say("loading")}>
        <Skeleton className="h-81 w-full rounded-xl sm:h-84" />
      </div>
    );
  }
  const decided = [...records.recorded.values()].reduce((sum, n) => sum + n, 0);
  const led = teams.find(({ myRole }) => myRole === "lead");
  const left = [...(workspace.people > 1 ? [] : ["invite" as const]), ...(decided > 0 ? [] : ["import" as const])];
  if (led && left.length === 2) return <FirstSteps team={led.id} left={left} />;
  return (
    <div className="grid gap-5">
      <EmptyState title={say("quiet.title")}>
        <p>{say(workspace.people > 1 ? "quiet.text" : "quiet.text_alone")}</p>
        <p className="mt-4 text-sm text-balance">
          <CircleCheck aria-hidden="true" size={16} className="me-1.5 inline align-[-0.2em] text-pasture-ink" />
          {say("quiet.looked_at", { people: workspace.people, n: teams.length, decisions: decided })}
        </p>
      </EmptyState>
      {led && left.length === 1 && <FirstSteps team={led.id} left={left} />}
    </div>
  );
}

function partOfDay(timeZone: string): "morning" | "afternoon" | "evening" {
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", timeZone }).format(new Date()));
  if (hour >= 4 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}
