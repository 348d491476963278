import { Link } from "@tanstack/react-router";
import { FlaskConical, PenLine } from "lucide-react";
import { levelMeans } from "../../areas/web/level-words.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { Time } from "../../ui/time.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { methodName, say } from "./deciding-words.ts";
import type { DecidingView } from "./decisions-client.ts";
import { LevelChip } from "./level-chip.tsx";

/** Where a live decision stands: the team's decisions, then its area. Whoever is not of the team has no way there. */
export function DecidingTrail({ view }: { view: DecidingView }) {
  const { workspace } = usePlace();
  const ours = useOurs(view.team);
  const at = { workspace: workspace.slug, team: view.team };
  const decisions = ours ? (
    <Link to="/w/$workspace/t/$team/decisions" params={at}>
      {say("web.deciding.trail")}
    </Link>
  ) : (
    <bdi>{view.teamName}</bdi>
  );
  const area = view.area;
  return (
    <Breadcrumb
      label={say("web.trail")}
      trail={[
        { key: "decisions", node: decisions },
        {
          key: "area",
          node:
            ours && area ? (
              <Link to="/w/$workspace/t/$team/areas/$area" params={{ ...at, area: area.area }}>
                <bdi>{area.name}</bdi>
              </Link>
            ) : (
              <bdi>{area?.name ?? view.ref}</bdi>
            ),
        },
      ]}
    />
  );
}

/** Whether I have a part in a team, so that its other pages are mine to go to. */
export function useOurs(team: string): boolean {
  const { workspace } = usePlace();
  return workspace.teams.some(({ id, myRole }) => id === team && myRole !== null);
}

/** Level, method, door, goal; who proposed it and when; the round. */
export function DecidingFacts({ view }: { view: DecidingView }) {
  const { workspace } = usePlace();
  const { locale, timeZone } = useReader();
  const ours = useOurs(view.team);
  // while a version is shaped, the round before is not the one that counts
  const round = view.phase === "shaping" ? undefined : view.rounds[0];
  const { level } = view.ahead;
  const goal = view.goal && (
    <Badge tone="pasture" className="hover:[&>span]:underline">
      {say("web.deciding.goal", { goal: view.goal.words })}
    </Badge>
  );
  return (
    <>
      <Tooltip content={levelMeans(level)}>
        {/* what the level means is a remark that the keyboard reaches as well */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above */}
        <span tabIndex={0} className="rounded-full leading-none">
          <LevelChip level={level} />
        </span>
      </Tooltip>
      {view.shape === "note" && <Badge icon={<PenLine aria-hidden="true" />}>{say("web.deciding.note")}</Badge>}
      {view.shape === "experiment" && (
        <Badge tone="sky" icon={<FlaskConical aria-hidden="true" />}>
          {say("web.deciding.experiment")}
        </Badge>
      )}
      {round && <Badge>{methodName(round.method)}</Badge>}
      {view.reversible !== null && (
        <Badge>{say(view.reversible ? "web.deciding.two_way" : "web.deciding.one_way")}</Badge>
      )}
      {goal && view.goal && ours ? (
        <Link
          to="/w/$workspace/t/$team/goals/$goal"
          params={{ workspace: workspace.slug, team: view.team, goal: view.goal.goal }}
          className="max-w-full rounded-full leading-none no-underline"
        >
          {goal}
        </Link>
      ) : (
        goal
      )}
      <span>
        {say(view.shape === "note" ? "web.deciding.noted_by" : "web.deciding.proposed_by", {
          name: view.proposedBy.name,
        })}
        {" · "}
        <Time value={view.proposedAt} locale={locale} zone={timeZone} />
        {round && ` · ${say("web.deciding.round_n", { n: round.n })}`}
      </span>
    </>
  );
}
