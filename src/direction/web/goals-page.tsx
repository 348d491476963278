import { Plus, Unlink } from "lucide-react";
import { useState } from "react";
import { usePlace } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { whyNotTouch } from "../goal-rules.ts";
import { directionClient, type GoalEntry, type GoalsView } from "./direction-client.ts";
import { DirectionNotShown, SheetsWaiting } from "./direction-states.tsx";
import { say } from "./direction-words.ts";
import { GoalRow } from "./goal-row.tsx";
import { whySentence } from "./goal-words.ts";
import { MakeGoal } from "./make-goal.tsx";
import { ServeDialog } from "./serve-dialog.tsx";

type Shown = "open" | "ended";

/** A team's goals: the open ones by date, those that serve nothing by themselves, and those that have ended. */
export function GoalsPage() {
  const { team } = usePlace();
  return team ? <TheGoals key={team.id} team={team} /> : null;
}

function TheGoals({ team }: { team: TeamEntry }) {
  const { workspace } = usePlace();
  const [state, setState] = useState<Shown>("open");
  const [making, setMaking] = useState(false);
  const shown = directionClient.useAsk("goals", { workspace: workspace.id, team: team.id, state });
  const view = shown.data;
  if (shown.error && !view) {
    return <DirectionNotShown title={say("web.goals.title")} error={shown.error} again={() => void shown.refetch()} />;
  }
  const empty = state === "open" && view?.goals.length === 0;
  return (
    <>
      <PageHeader
        eyebrow={<bdi>{team.name}</bdi>}
        title={say("web.goals.title")}
        actions={
          team.myRole !== "observer" &&
          !empty && (
            <Button
              look="primary"
              icon={<Plus aria-hidden="true" size={17} />}
              why={view?.whyNotMake}
              disabled={!view}
              onClick={() => setMaking(true)}
            >
              {say("web.goals.make")}
            </Button>
          )
        }
      />
      <div className="mb-5">
        <Segmented
          label={say("web.goals.which")}
          value={state}
          onValue={setState}
          choices={[
            { value: "open", label: say("web.goals.open") },
            { value: "ended", label: say("web.goals.ended") },
          ]}
        />
      </div>
      {view ? (
        <Lists team={team} view={view} state={state} make={() => setMaking(true)} />
      ) : (
        <SheetsWaiting tall={[420]} />
      )}
      {view && !view.whyNotMake && <MakeGoal team={team} view={view} open={making} onOpen={setMaking} />}
    </>
  );
}

function Lists({ team, view, state, make }: { team: TeamEntry; view: GoalsView; state: Shown; make: () => void }) {
  if (state === "ended") {
    return view.goals.length === 0 ? (
      <EmptyState compact title={say("web.goals.none_ended_title")}>
        {say("web.goals.none_ended")}
      </EmptyState>
    ) : (
      <GoalList title={say("web.goals.ended")} goals={view.goals} />
    );
  }
  if (view.goals.length === 0) {
    return (
      <EmptyState
        picture="path"
        title={say("web.goals.none_title")}
        actions={
          team.myRole !== "observer" && (
            <Button
              look="primary"
              size="lg"
              icon={<Plus aria-hidden="true" size={18} />}
              why={view.whyNotMake}
              onClick={make}
            >
              {say("web.goals.make_first")}
            </Button>
          )
        }
      >
        {say("web.goals.none")}
      </EmptyState>
    );
  }
  const orphans = view.goals.filter(({ serves }) => !serves);
  const served = view.goals.filter(({ serves }) => serves);
  return (
    <div className="grid gap-5">
      {served.length > 0 && <GoalList title={say("web.goals.by_date")} goals={served} />}
      {orphans.length > 0 && <Orphans team={team} view={view} orphans={orphans} />}
    </div>
  );
}

function GoalList({ title, goals }: { title: string; goals: readonly GoalEntry[] }) {
  return (
    <Card title={title} note={say("web.goals.count", { n: goals.length })}>
      <ul className="divide-y divide-line">
        {goals.map((goal) => (
          <GoalRow key={goal.id} goal={goal} />
        ))}
      </ul>
    </Card>
  );
}

/** Goals that serve nothing: something to talk about, each with the question that mends it. */
function Orphans({ team, view, orphans }: { team: TeamEntry; view: GoalsView; orphans: readonly GoalEntry[] }) {
  const { workspace } = usePlace();
  const [serving, setServing] = useState<GoalEntry | null>(null);
  return (
    <Card
      tone="brass"
      title={say("web.goals.orphans")}
      icon={<Unlink aria-hidden="true" size={18} className="text-brass-ink" />}
      note={say("web.goals.count", { n: orphans.length })}
      lead={say("web.goals.orphans_lead")}
    >
      <ul className="divide-y divide-line">
        {orphans.map((goal) => (
          <GoalRow
            key={goal.id}
            goal={goal}
            action={
              team.myRole !== "observer" && (
                <Button
                  size="sm"
                  why={whySentence(
                    whyNotTouch({ role: team.myRole }, workspace.me.id, { owner: goal.owner.member, ended: null }),
                  )}
                  onClick={() => setServing(goal)}
                >
                  {say("web.goals.what_serves")}
                </Button>
              )
            }
          />
        ))}
      </ul>
      <ServeDialog goal={serving} view={view} end={() => setServing(null)} />
    </Card>
  );
}
