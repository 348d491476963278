import { Link } from "@tanstack/react-router";
import { areasClient } from "../../areas/web/areas-client.ts";
import { directionClient } from "../../direction/web/direction-client.ts";
import type { Refused } from "../../foundation/client.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { say } from "./start-words.ts";
import { WelcomeGround } from "./welcome-ground.tsx";
import { useOneThing, WelcomeOneThing } from "./welcome-one-thing.tsx";
import { WelcomePromises } from "./welcome-promises.tsx";

/** An invited member's first two minutes: what this is, what was promised, my ground, and the one thing asked of me. */
export function WelcomePage() {
  const { team } = usePlace();
  // the route has seen to it that the team is there
  return team ? <Loaded key={team.id} team={team} /> : null;
}

type Team = NonNullable<ReturnType<typeof usePlace>["team"]>;

function Loaded({ team }: { team: Team }) {
  const { workspace } = usePlace();
  const at = { workspace: workspace.id, team: team.id };
  const intent = directionClient.useAsk("show", at);
  const agreement = directionClient.useAsk("agreement", at);
  const ground = areasClient.useAsk("ground", { workspace: workspace.id });
  const inDirection = directionClient.useAsk("waiting", { workspace: workspace.id });
  const inAreas = areasClient.useAsk("waiting", { workspace: workspace.id });
  const asked = [intent, agreement, ground, inDirection, inAreas];
  const error = asked.find(({ error: one }) => one)?.error as Refused | undefined;
  if (intent.data && agreement.data && ground.data && inDirection.data && inAreas.data) {
    return (
      <Welcome
        team={team}
        read={{
          intent: intent.data,
          agreement: agreement.data,
          ground: ground.data.teams.find((one) => one.team === team.id) ?? null,
          waiting: [
            ...inDirection.data.waiting.map(({ kind, team: of }) => ({ kind, team: of, area: null })),
            ...inAreas.data.waiting.map(({ kind, team: of, area }) => ({ kind, team: of, area })),
          ].filter((one) => one.team === team.id),
        }}
      />
    );
  }
  if (error?.code.endsWith(".not_in_team")) {
    return (
      <>
        <PageHeader eyebrow={<bdi>{team.name}</bdi>} title={say("welcome.title", { name: team.name })} />
        <EmptyState title={say("ground_map.not_in_team")}>{error.message}</EmptyState>
      </>
    );
  }
  if (error) return <CouldNotLoad level={1} error={error} again={() => asked.forEach((one) => void one.refetch())} />;
  return (
    <div role="status" aria-label={say("loading")} className="mx-auto grid max-w-2xl gap-5">
      <Skeleton className="h-24 w-full rounded-xl" />
      <Skeleton className="h-52 w-full rounded-xl" />
      <Skeleton className="h-52 w-full rounded-xl" />
    </div>
  );
}

export type Read = Parameters<typeof useOneThing>[0];

function Welcome({ team, read }: { team: Team; read: Read }) {
  const { workspace } = usePlace();
  const one = useOneThing(read);
  const observer = team.myRole === "observer";
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader eyebrow={say("welcome.minutes")} title={say("welcome.title", { name: team.name })} className="mb-4" />
      <div className="serif grid gap-2 text-lg leading-snug font-normal text-ink-2">
        <p>{say("welcome.what.first")}</p>
        <p>{say("welcome.what.second")}</p>
        <p>{say("welcome.what.third")}</p>
      </div>
      <div className="mt-7 grid gap-5">
        <WelcomePromises agreement={read.agreement} />
        {!observer && <WelcomeGround ground={read.ground} />}
        {!observer && <WelcomeOneThing one={one} read={read} />}
      </div>
      <div className="mt-7">
        <Link
          to="/w/$workspace"
          params={{ workspace: workspace.slug }}
          className={buttonClass(one.left ? "plain" : "primary", "lg", "w-full no-underline")}
        >
          {say("welcome.to_today")}
        </Link>
      </div>
    </div>
  );
}
