import { Link } from "@tanstack/react-router";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { GroundMapSheet } from "./ground-map-sheet.tsx";
import { HandoverBox } from "./handover-box.tsx";
import { PrintButton, useLeads } from "./start-map.tsx";
import { say } from "./start-words.ts";
import { type Ground, useGroundMap } from "./use-ground-map.ts";

/** One page to hang up: what we are for, who decides what, and what is promised. */
export function GroundMapPage() {
  const { team } = usePlace();
  // the route has seen to it that the team is there
  return team ? <TheMap key={team.id} team={team} /> : null;
}

type Team = NonNullable<ReturnType<typeof usePlace>["team"]>;

function TheMap({ team }: { team: Team }) {
  const { workspace } = usePlace();
  const { ground, error, again } = useGroundMap({ workspace: workspace.id, team: team.id });
  const outside = error?.code.endsWith(".not_in_team");
  const header = (
    <PageHeader
      className="no-print"
      eyebrow={<bdi>{team.name}</bdi>}
      title={say("ground_map.title")}
      lead={say("ground_map.eyebrow")}
      {...(ground && !isBare(ground) ? { actions: <PrintButton /> } : {})}
    />
  );
  if (ground) {
    return (
      <>
        {header}
        {isBare(ground) ? <Bare team={team} /> : <Whole team={team} ground={ground} />}
      </>
    );
  }
  if (error && outside) {
    return (
      <>
        {header}
        <EmptyState title={say("ground_map.not_in_team")}>{error.message}</EmptyState>
      </>
    );
  }
  if (error) return <CouldNotLoad level={1} error={error} again={again} />;
  return (
    <>
      {header}
      <div role="status" aria-label={say("loading")}>
        <Skeleton className="h-160 w-full rounded-xl" />
      </div>
    </>
  );
}

/** Nothing was said and nothing handed over. */
const isBare = ({ intent, board }: Ground) => !intent.intent && board.areas.length === 0;

function Bare({ team }: { team: Team }) {
  const { workspace } = usePlace();
  const lead = team.myRole === "lead";
  return (
    <EmptyState
      picture="path"
      title={say("ground_map.empty_title")}
      actions={
        lead && (
          <Link
            to="/w/$workspace/t/$team/start"
            params={{ workspace: workspace.slug, team: team.id }}
            className={buttonClass("primary", "md", "no-underline")}
          >
            {say("ground_map.to_start")}
          </Link>
        )
      }
    >
      {say(lead ? "ground_map.empty_lead" : "ground_map.empty")}
    </EmptyState>
  );
}

function Whole({ team, ground }: { team: Team; ground: Ground }) {
  const leads = useLeads(team.id);
  const sheet = <GroundMapSheet name={team.name} leads={leads} ground={ground} />;
  // the message is in the lead's own voice
  if (team.myRole !== "lead") return <div className="max-w-4xl">{sheet}</div>;
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23rem] print:block">
      {sheet}
      <div className="no-print xl:sticky xl:top-6">
        <HandoverBox ground={ground} team={team} />
      </div>
    </div>
  );
}
