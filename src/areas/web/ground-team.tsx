import { Link } from "@tanstack/react-router";
import { usePlace } from "../../people/web/place.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { textLink } from "../../ui/link-button.tsx";
import type { MyGround } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { GroundArea } from "./ground-area.tsx";
import { WhoDecides } from "./who-decides.tsx";

type Team = MyGround["teams"][number];

/**
 * What I may decide in one team, what I stand in for or learn, and who decides the rest.
 * @param several whether there are other teams beside it: then its name heads it
 */
export function GroundTeam({ ground, several }: { ground: Team; several: boolean }) {
  const { workspace } = usePlace();
  const at = { workspace: workspace.slug, team: ground.team };
  const own = ground.areas.filter(({ part }) => part === "owner");
  const beside = (["deputy", "learning"] as const)
    .map((part) => ({ part, areas: ground.areas.filter((area) => area.part === part) }))
    .filter(({ areas }) => areas.length > 0);
  return (
    <section aria-labelledby={`ground-${ground.team}`} className="grid gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`ground-${ground.team}`} className="text-2xl">
          {several ? <bdi>{ground.teamName}</bdi> : say("web.ground.mine")}
        </h2>
        <Link to="/w/$workspace/t/$team/areas" params={at} className={`no-print ${textLink}`}>
          {say("web.ground.to_board")}
        </Link>
      </div>
      {own.length === 0 && <Nothing ground={ground} />}
      {own.length > 0 && (
        <ul className="grid gap-5">
          {own.map((area) => (
            <li key={area.area}>
              <GroundArea area={area} team={ground.team} />
            </li>
          ))}
        </ul>
      )}
      {beside.map(({ part, areas }) => (
        <div key={part}>
          <h3 className="text-lg">{say(`web.ground.${part}_title`)}</h3>
          <p className="mt-0.5 mb-3 text-sm text-ink-2">{say(`web.ground.${part}_lead`)}</p>
          <ul className="grid gap-5">
            {areas.map((area) => (
              <li key={area.area}>
                <GroundArea area={area} team={ground.team} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {ground.others.length > 0 && <Others ground={ground} />}
    </section>
  );
}

/** No area is mine: which may be just right, and how to ask for one. */
function Nothing({ ground: { role, others, team } }: { ground: Team }) {
  const { workspace } = usePlace();
  const at = { workspace: workspace.slug, team };
  const none = others.length === 0;
  return (
    <EmptyState
      compact
      level={3}
      picture={role === "lead" && !none ? "pasture" : "path"}
      title={say(`web.ground.none.${role}_title`)}
      actions={
        role === "lead" &&
        none && (
          <Link to="/w/$workspace/t/$team/start" params={at} className={buttonClass("primary", "md", "no-underline")}>
            {say("web.ground.none.start")}
          </Link>
        )
      }
    >
      {say(`web.ground.none.${role}${none ? "_bare" : ""}`)}
    </EmptyState>
  );
}

/** Who decides that? The areas of the others. */
function Others({ ground }: { ground: Team }) {
  return (
    <div>
      <h3 className="mb-2 text-lg">{say("web.ground.others")}</h3>
      <WhoDecides ground={ground} className="grid gap-x-10 border-t border-line md:grid-cols-2" />
    </div>
  );
}
