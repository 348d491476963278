import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { classes } from "../../ui/classes.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import type en from "../words.en.json";
import { usePlace } from "./place.tsx";
import { myRoleName, roleTone } from "./role-words.ts";
import { type TeamDeed, TeamDialogs } from "./team-dialogs.tsx";
import { TeamMenu } from "./team-menu.tsx";
import { type TeamEntry, teamsUnder, whatIMay } from "./team-tree.ts";

const say = wordsOf<typeof en>("people");

/** The workspace's teams, one under the other. */
export function TeamsPage() {
  const { workspace } = usePlace();
  const [doing, setDoing] = useState<TeamDeed | null>(null);
  const [withClosed, setWithClosed] = useState(false);
  const may = whatIMay(workspace);
  const closed = workspace.teams.filter((team) => team.closed).length;
  const shown = withClosed ? workspace.teams : workspace.teams.filter((team) => !team.closed);
  const make = (
    <Button
      look="primary"
      icon={<Plus aria-hidden="true" size={17} />}
      why={may.makeAtTop}
      onClick={() => setDoing({ deed: "make", under: null })}
    >
      {say("web.teams.make")}
    </Button>
  );
  return (
    <>
      <PageHeader
        eyebrow={workspace.name}
        title={say("web.teams.title")}
        lead={say("web.teams.lead")}
        actions={shown.length > 0 && make}
      />
      {shown.length === 0 ? (
        <EmptyState picture="path" title={say("web.teams.none_title")} actions={make}>
          {say("web.teams.none")}
        </EmptyState>
      ) : (
        <Card>
          <Branch teams={shown} parent={null} act={setDoing} />
        </Card>
      )}
      {closed > 0 && (
        <div className="mt-4 px-1">
          <Checkbox
            label={say("web.teams.with_closed", { n: closed })}
            checked={withClosed}
            onChange={(event) => setWithClosed(event.target.checked)}
          />
        </div>
      )}
      <TeamDialogs doing={doing} end={() => setDoing(null)} />
    </>
  );
}

function Branch({
  teams,
  parent,
  act,
}: {
  teams: readonly TeamEntry[];
  parent: string | null;
  act: (deed: TeamDeed) => void;
}) {
  const here = teamsUnder(teams, parent);
  if (here.length === 0) return null;
  const top = parent === null;
  return (
    <ul className={classes(top ? "divide-y divide-line" : "ms-3 border-s border-line ps-3 sm:ms-4.5 sm:ps-5")}>
      {here.map((team) => (
        <li key={team.id} className={top ? "py-1.5 first:pt-0 last:pb-0" : undefined}>
          <TeamRow team={team} act={act} />
          <Branch teams={teams} parent={team.id} act={act} />
        </li>
      ))}
    </ul>
  );
}

function TeamRow({ team, act }: { team: TeamEntry; act: (deed: TeamDeed) => void }) {
  const { workspace } = usePlace();
  return (
    <div className="flex items-center gap-3.5 py-2">
      <Avatar name={team.name} id={team.id} size="sm" className={team.closed ? "grayscale" : ""} />
      <div className="min-w-0 flex-1">
        <Link
          to="/w/$workspace/t/$team"
          params={{ workspace: workspace.slug, team: team.id }}
          className="text-base font-semibold hover:underline"
        >
          {team.name}
        </Link>
        <p className="text-sm text-ink-2">{say("web.people_count", { n: team.people })}</p>
      </div>
      {team.closed && <Badge>{say("web.teams.is_closed")}</Badge>}
      {team.myRole && <Badge tone={roleTone[team.myRole]}>{myRoleName(team.myRole)}</Badge>}
      <TeamMenu team={team} act={act} />
    </div>
  );
}
