import { Link } from "@tanstack/react-router";
import { ChartColumnStacked } from "lucide-react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { peopleClient, type WorkspaceView } from "../../people/web/session.ts";
import { AvatarStack } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { Tone } from "../../ui/tone.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("home");

export type TeamEntry = WorkspaceView["teams"][number];

const roleTone: Readonly<Record<NonNullable<TeamEntry["myRole"]>, Tone>> = {
  lead: "brass",
  member: "pasture",
  observer: "neutral",
};

/**
 * My teams, each with who is in it and the way to its record.
 * @param teams the ones shown
 * @param recorded team → how many decisions are on its record, where that is known
 */
export function TeamCards({ teams, recorded }: { teams: readonly TeamEntry[]; recorded: ReadonlyMap<string, number> }) {
  return (
    <ul className="grid gap-5 sm:grid-cols-2">
      {teams.map((team) => (
        <TeamCard key={team.id} team={team} recorded={recorded.get(team.id)} />
      ))}
    </ul>
  );
}

function TeamCard({ team, recorded }: { team: TeamEntry; recorded: number | undefined }) {
  const { workspace } = usePlace();
  const at = { workspace: workspace.slug, team: team.id };
  const above = workspace.teams.find(({ id }) => id === team.parent);
  return (
    <li className="card flex flex-col rounded-xl border border-line bg-surface">
      <div className="flex flex-1 flex-col px-5 pt-4.5 pb-4">
        <div className="flex items-start justify-between gap-3">
          <h3 className="min-w-0 text-lg">
            <Link to="/w/$workspace/t/$team" params={at} className="hover:underline">
              {team.name}
            </Link>
          </h3>
          {team.myRole && <Badge tone={roleTone[team.myRole]}>{say(`teams.role.${team.myRole}`)}</Badge>}
        </div>
        {above && <p className="text-sm text-ink-2">{say("teams.in_it", { name: above.name })}</p>}
        <div className="mt-auto flex min-h-11 items-end gap-3 pt-4">
          <Faces team={team} />
          <span className="text-sm leading-7 text-ink-2">{say("teams.people", { n: team.people })}</span>
        </div>
      </div>
      <Link
        to="/w/$workspace/t/$team/record"
        params={at}
        aria-label={
          recorded === undefined
            ? say("teams.record_waiting", { name: team.name })
            : say("teams.record_label", { name: team.name, n: recorded })
        }
        className="flex min-h-11 items-center gap-2.5 rounded-b-xl border-t border-line px-5 py-2 text-sm font-medium text-ink-2 hover:bg-hover hover:text-ink"
      >
        <ChartColumnStacked aria-hidden="true" size={16} className="shrink-0" />
        {recorded === undefined ? <Skeleton className="h-3.5 w-32" /> : say("teams.record", { n: recorded })}
      </Link>
    </li>
  );
}

function Faces({ team }: { team: TeamEntry }) {
  const { workspace } = usePlace();
  const asked = peopleClient.useAsk("showTeam", { workspace: workspace.id, team: team.id });
  if (asked.error || team.people === 0) return null;
  if (!asked.data) return <Skeleton className="h-7 w-16 rounded-full" />;
  const people = asked.data.people.map(({ member, name }) => ({ id: member, name }));
  return <AvatarStack people={people} most={5} label={say("teams.in_it", { name: team.name })} />;
}
