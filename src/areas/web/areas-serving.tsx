import { Link } from "@tanstack/react-router";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Card } from "../../ui/card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { areasClient } from "./areas-client.ts";
import { say } from "./areas-words.ts";

/** The areas whose owners say that they serve a goal, for the goal's page. */
export function AreasServing({ goal }: { goal: string }) {
  const { workspace } = usePlace();
  const asked = areasClient.useAsk("serving", { workspace: workspace.id, goal });
  if (asked.error) return <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />;
  const serving = asked.data?.areas;
  return (
    <Card title={say("web.serving.title")}>
      {!serving && <Skeleton className="h-5 w-56 max-w-full" />}
      {serving?.length === 0 && <p className="text-sm text-ink-2">{say("web.serving.none")}</p>}
      {serving && serving.length > 0 && (
        <ul className="grid gap-2 text-sm">
          {serving.map((one) => (
            <li key={one.area} className="flex items-center gap-2.5">
              {one.owner && <Avatar name={one.owner.name} id={one.owner.member} size="sm" />}
              <Link
                to="/w/$workspace/t/$team/areas/$area"
                params={{ workspace: workspace.slug, team: one.team, area: one.area }}
                className="min-w-0 flex-1 font-medium hover:underline"
              >
                <bdi>{one.name}</bdi>
              </Link>
              <span className="text-ink-2">{one.owner?.name ?? say("web.serving.nobody")}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
