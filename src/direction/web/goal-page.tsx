import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { DayText } from "./day-text.tsx";
import { directionClient, type GoalView } from "./direction-client.ts";
import { DirectionNotShown, SheetsWaiting, twoColumns } from "./direction-states.tsx";
import { say } from "./direction-words.ts";
import { GoalChain } from "./goal-chain.tsx";
import { GoalDeeds } from "./goal-deeds.tsx";
import { GoalHistory } from "./goal-history.tsx";
import { GoalMeasure } from "./goal-measure.tsx";
import { GoalReadings } from "./goal-readings.tsx";
import { GoalDue } from "./goal-row.tsx";
import { goalStateName, goalStateTone } from "./goal-words.ts";

/**
 * One goal: what it serves up to the top, how sure its owner was over time, and what became of it.
 * @param areas the areas that serve it, from their own room
 * @param decisions the decisions that serve it, from theirs
 */
export function GoalPage({ areas, decisions }: { areas: ReactNode; decisions: ReactNode }) {
  const { workspace } = usePlace();
  const { goal = "" } = useParams({ strict: false });
  const shown = directionClient.useAsk("goal", { workspace: workspace.id, goal });
  const view = shown.data;
  if (shown.error && !view) {
    if (shown.error.status === 404 || shown.error.code === "invalid") return <NoSuchGoal />;
    return <DirectionNotShown title={say("web.goal.one")} error={shown.error} again={() => void shown.refetch()} />;
  }
  // the heading stays the same element while the rest comes, and with it the focus
  return (
    <>
      <PageHeader
        eyebrow={<Trail name={view?.teamName} />}
        title={
          view ? (
            <bdi>{view.outcome}</bdi>
          ) : (
            <>
              <span className="sr-only">{say("web.waiting")}</span>
              <Skeleton className="h-8 w-lg max-w-full sm:h-9" />
            </>
          )
        }
        facts={view ? <Facts view={view} /> : <Skeleton className="h-5 w-72 max-w-full" />}
        actions={view && <GoalDeeds key={view.id} view={view} />}
      />
      {view ? (
        <TheGoal key={view.id} view={view} areas={areas} decisions={decisions} />
      ) : (
        <SheetsWaiting tall={[420, 180]} beside={[240, 160]} />
      )}
    </>
  );
}

function TheGoal({ view, areas, decisions }: { view: GoalView; areas: ReactNode; decisions: ReactNode }) {
  return (
    <div className="grid gap-5">
      {view.state !== "open" && <Ended view={view} />}
      <div className={classes(twoColumns, "lg:grid-rows-[auto_1fr]")}>
        <GoalReadings view={view} />
        <div className="grid gap-5 lg:row-span-2">
          <GoalChain view={view} />
          <Card title={say("web.goal.measure_title")}>
            <GoalMeasure measure={view.measure} value={view.value} />
          </Card>
          {view.below.length > 0 && <Below view={view} />}
          {areas}
          {decisions}
        </div>
        {/* after what stands beside it on a phone, under the readings on a wide screen */}
        <GoalHistory view={view} />
      </div>
    </div>
  );
}

function Facts({ view }: { view: GoalView }) {
  return (
    <>
      <GoalDue goal={view} />
      {view.state === "open" && (
        <span>
          <DayText day={view.due} />
        </span>
      )}
      <span className="inline-flex items-center gap-1.5">
        <Avatar name={view.owner.name} id={view.owner.member} size="xs" />
        <span className="sr-only">{say("web.goal.owner")}: </span>
        <bdi>{view.owner.name}</bdi>
      </span>
    </>
  );
}

/** What became of it, in its own words. */
function Ended({ view }: { view: GoalView }) {
  const { locale, timeZone } = useReader();
  return (
    <Banner tone={view.state === "reached" ? "pasture" : "neutral"}>
      <p className="font-semibold">
        {say(view.state === "reached" ? "web.goal.was_reached" : "web.goal.was_dropped")}{" "}
        {view.endedAt && (
          <span className="font-normal text-ink-2">
            <Time value={view.endedAt} locale={locale} zone={timeZone} />
          </span>
        )}
      </p>
      {view.endedWhy && (
        <p dir="auto" className="mt-0.5 max-w-prose whitespace-pre-line">
          {view.endedWhy}
        </p>
      )}
    </Banner>
  );
}

function Below({ view }: { view: GoalView }) {
  const { workspace } = usePlace();
  const mine = new Set(workspace.teams.filter(({ myRole }) => myRole !== null).map(({ name }) => name));
  return (
    <Card title={say("web.goal.below")}>
      <ul className="grid gap-2.5 text-sm">
        {view.below.map(({ goal, outcome, teamName, state }) => (
          <li key={goal}>
            <div className="flex flex-wrap items-baseline gap-x-2.5">
              {mine.has(teamName) ? (
                <Link
                  to="/w/$workspace/t/$team/goals/$goal"
                  params={{ workspace: workspace.slug, team: view.team, goal }}
                  className="font-medium hover:underline"
                >
                  <bdi>{outcome}</bdi>
                </Link>
              ) : (
                <bdi className="font-medium">{outcome}</bdi>
              )}
              {state !== "open" && <Badge tone={goalStateTone[state]}>{goalStateName(state)}</Badge>}
            </div>
            {teamName !== view.teamName && (
              <p className="text-ink-2">
                <bdi>{teamName}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Trail({ name }: { name: string | undefined }) {
  const { workspace, team } = usePlace();
  if (!team) return null;
  return (
    <Breadcrumb
      label={say("web.trail")}
      trail={[
        { key: "team", node: <bdi>{name ?? team.name}</bdi> },
        {
          key: "goals",
          node: (
            <Link to="/w/$workspace/t/$team/goals" params={{ workspace: workspace.slug, team: team.id }}>
              {say("web.goals.short")}
            </Link>
          ),
        },
      ]}
    />
  );
}

function NoSuchGoal() {
  const { workspace, team } = usePlace();
  return (
    <>
      <PageHeader eyebrow={<Trail name={undefined} />} title={say("web.goal.gone_title")} />
      <EmptyState
        title={say("web.goal.gone")}
        actions={
          team && (
            <Link
              to="/w/$workspace/t/$team/goals"
              params={{ workspace: workspace.slug, team: team.id }}
              className={buttonClass("primary", "md", "no-underline")}
            >
              {say("web.goal.to_goals")}
            </Link>
          )
        }
      />
    </>
  );
}
