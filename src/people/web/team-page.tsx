import { Link } from "@tanstack/react-router";
import { ChartColumnStacked, UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { toast } from "../../ui/toast.ts";
import type en from "../words.en.json";
import { useHashDialog } from "./hash-dialog.ts";
import { InviteDialog } from "./invite-dialog.tsx";
import { CouldNotLoad, RowsWaiting } from "./page-states.tsx";
import { usePlace } from "./place.tsx";
import { myRoleName, roleTone } from "./role-words.ts";
import { peopleClient } from "./session.ts";
import { type TeamDeed, TeamDialogs, useReopen } from "./team-dialogs.tsx";
import { TeamInvitations } from "./team-invitations.tsx";
import { TeamMenu } from "./team-menu.tsx";
import { TeamPeople, type TeamView } from "./team-people.tsx";
import { type TeamEntry, teamsUnder, whatIMay } from "./team-tree.ts";

const say = wordsOf<typeof en>("people");

/** A team: who is in it, who is invited, and what stands below it. */
export function TeamPage() {
  const { workspace, team } = usePlace();
  // the route has seen to it that the team is there
  return team ? <TheTeam key={team.id} team={team} workspaceId={workspace.id} /> : null;
}

function TheTeam({ team, workspaceId }: { team: TeamEntry; workspaceId: string }) {
  const { workspace } = usePlace();
  const shown = peopleClient.useAsk("showTeam", { workspace: workspaceId, team: team.id });
  const [doing, setDoing] = useState<TeamDeed | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [inviting, setInviting] = useHashDialog("invite");
  const view = shown.data;
  if (shown.error) return <CouldNotLoad level={1} error={shown.error} again={() => void shown.refetch()} />;
  const may = whatIMay(workspace);
  const shapes = may.shapes(team);
  // whoever only looks at a team with none below has nothing to see beside its people
  const beside = shapes || teamsUnder(workspace.teams, team.id).some(({ closed }) => !closed);
  const at = { workspace: workspace.slug, team: team.id };
  return (
    <>
      <PageHeader
        eyebrow={<Trail view={view} />}
        title={team.name}
        facts={<Facts team={team} />}
        actions={
          <>
            {team.myRole && (
              <Link
                to="/w/$workspace/t/$team/record"
                params={at}
                className={buttonClass("plain", "md", "no-underline")}
              >
                <ChartColumnStacked aria-hidden="true" size={17} />
                {say("web.team.record")}
              </Link>
            )}
            <Button
              look="primary"
              icon={<UserRoundPlus aria-hidden="true" size={17} />}
              why={view?.whyNotInvite}
              disabled={!view}
              onClick={() => setInviting(true)}
            >
              {say("web.team.invite")}
            </Button>
            <TeamMenu
              look="plain"
              team={team}
              act={setDoing}
              {...(team.myRole ? { leave: { start: () => setLeaving(true), why: view?.whyNotLeave ?? null } } : {})}
            />
          </>
        }
      />
      {team.closed && <ClosedNote team={team} />}
      <div className={classes("grid items-start gap-5", beside && "lg:grid-cols-[minmax(0,1fr)_23rem]")}>
        {view ? (
          <TeamPeople view={view} />
        ) : (
          <Card title={say("web.team.people")}>
            <RowsWaiting rows={Math.min(team.people, 6)} />
          </Card>
        )}
        {beside && (
          <div className="grid gap-5">
            {shapes && <TeamInvitations team={team.id} />}
            <Below view={view} add={() => setDoing({ deed: "make", under: team })} why={may.change(team)} />
          </div>
        )}
      </div>
      <TeamDialogs doing={doing} end={() => setDoing(null)} />
      <LeaveTeam team={team} open={leaving} onOpen={setLeaving} />
      {view && !view.whyNotInvite && (
        <InviteDialog team={{ id: team.id, name: team.name }} open={inviting} onOpen={setInviting} />
      )}
    </>
  );
}

function Trail({ view }: { view: TeamView | undefined }) {
  const { workspace } = usePlace();
  return (
    <Breadcrumb
      label={say("web.trail")}
      trail={[
        {
          key: "teams",
          node: (
            <Link to="/w/$workspace/teams" params={{ workspace: workspace.slug }}>
              {say("web.teams.title")}
            </Link>
          ),
        },
        ...(view?.path ?? []).map(({ id, name }) => ({
          key: id,
          node: (
            <Link to="/w/$workspace/t/$team" params={{ workspace: workspace.slug, team: id }}>
              {name}
            </Link>
          ),
        })),
      ]}
    />
  );
}

function Facts({ team }: { team: TeamEntry }) {
  return (
    <>
      {team.closed && <Badge>{say("web.teams.is_closed")}</Badge>}
      {team.myRole && <Badge tone={roleTone[team.myRole]}>{myRoleName(team.myRole)}</Badge>}
      <span>{say("web.people_count", { n: team.people })}</span>
    </>
  );
}

function ClosedNote({ team }: { team: TeamEntry }) {
  const { workspace } = usePlace();
  const reopen = useReopen();
  return (
    <div className="mb-5">
      <Banner
        tone="brass"
        actions={
          <Button size="sm" why={whatIMay(workspace).reopen(team)} onClick={() => reopen(team)}>
            {say("web.teams.open_again")}
          </Button>
        }
      >
        {say("web.team.closed_note")}
      </Banner>
    </div>
  );
}

function Below({ view, add, why }: { view: TeamView | undefined; add: () => void; why: string | null }) {
  const { workspace } = usePlace();
  if (!view) return null;
  return (
    <Card title={say("web.team.below")}>
      {view.below.length === 0 ? (
        <p className="text-sm text-ink-2">{say("web.team.none_below")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {view.below.map(({ id, name }) => (
            <li key={id} className="flex items-center gap-3 py-2.5 first:pt-0">
              <Avatar name={name} id={id} size="sm" />
              <Link
                to="/w/$workspace/t/$team"
                params={{ workspace: workspace.slug, team: id }}
                className="min-w-0 flex-1 font-semibold hover:underline"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {!why && (
        <Button size="sm" className="mt-3" onClick={add}>
          {say("web.teams.make_under")}
        </Button>
      )}
    </Card>
  );
}

function LeaveTeam({ team, open, onOpen }: { team: TeamEntry; open: boolean; onOpen: (open: boolean) => void }) {
  const { workspace } = usePlace();
  const leave = peopleClient.useDo("removeFromTeam");
  return (
    <ConfirmDialog
      open={open}
      onOpen={onOpen}
      title={say("web.team.leave_title", { name: team.name })}
      confirm={say("web.team.leave")}
      cancel={say("web.cancel")}
      danger
      busy={leave.isPending}
      error={leave.error?.message}
      onConfirm={() =>
        leave.mutate(
          { workspace: workspace.id, team: team.id, member: workspace.me.id },
          {
            onSuccess() {
              onOpen(false);
              toast.success(say("web.team.left", { name: team.name }));
            },
          },
        )
      }
    >
      {say("web.team.leave_what")}
    </ConfirmDialog>
  );
}
