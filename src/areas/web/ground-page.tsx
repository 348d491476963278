import { useState } from "react";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Field } from "../../ui/field.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { areasClient, type MyGround } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { GroundTeam } from "./ground-team.tsx";
import { MayIBox } from "./may-i-box.tsx";

/** My ground: the one page that says what I may decide alone, within what, and why it matters. */
export function GroundPage() {
  const { workspace } = usePlace();
  const asked = areasClient.useAsk("ground", { workspace: workspace.id });
  if (asked.error && !asked.data) {
    return <CouldNotLoad level={1} error={asked.error} again={() => void asked.refetch()} />;
  }
  return (
    <>
      <PageHeader eyebrow={workspace.name} title={say("web.ground.title")} lead={say("web.ground.lead")} />
      {asked.data ? <Ground teams={asked.data.teams} /> : <Waiting />}
    </>
  );
}

function Waiting() {
  return (
    <div role="status" aria-label={say("web.ground.waiting")} className="grid gap-6">
      <Skeleton className="h-36 w-full rounded-xl" />
      <Skeleton className="h-72 w-full rounded-xl" />
    </div>
  );
}

function Ground({ teams }: { teams: MyGround["teams"] }) {
  const several = teams.length > 1;
  if (teams.length === 0) {
    return (
      <EmptyState picture="path" title={say("web.ground.no_team_title")}>
        {say("web.ground.no_team")}
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-10">
      <MayI teams={teams} />
      {teams.map((team) => (
        <GroundTeam key={team.team} ground={team} several={several} />
      ))}
    </div>
  );
}

/** “May I?” in one of my teams: the one I was in last, unless another is chosen. */
function MayI({ teams }: { teams: MyGround["teams"] }) {
  const { team: here } = usePlace();
  const [chosen, setChosen] = useState(() => teams.find(({ team }) => team === here?.id)?.team ?? teams[0]!.team);
  const team = teams.some((one) => one.team === chosen) ? chosen : teams[0]!.team;
  return (
    <div className="no-print grid gap-3">
      {teams.length > 1 && (
        <Field label={say("web.ground.may_i_in")} className="max-w-80">
          <Select
            value={team}
            onChange={(event) => setChosen(event.target.value)}
            choices={teams.map(({ team: value, teamName }) => ({ value, label: teamName }))}
          />
        </Field>
      )}
      <MayIBox team={team} />
    </div>
  );
}
