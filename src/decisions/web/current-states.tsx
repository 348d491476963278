import { Link } from "@tanstack/react-router";
import type { Refused } from "../../foundation/client.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { say } from "./deciding-words.ts";

/** The team whose decisions a screen is about. */
export function useTeamHere() {
  const { workspace, team } = usePlace();
  // the route has seen to it that the team is there
  if (!team) throw new Error("decisions belong to a team");
  return { workspace, team };
}

/**
 * A page of a team's decisions that was not given: for whoever is in no part of the team a plain word about that, else the
 * refusal and another try.
 * @param title the page's title
 */
export function DecisionsNotShown({ title, error, again }: { title: string; error: Refused; again: () => void }) {
  const { workspace, team } = useTeamHere();
  if (error.code !== "decisions.not_in_team") return <CouldNotLoad level={1} error={error} again={again} />;
  return (
    <>
      <PageHeader eyebrow={<bdi>{team.name}</bdi>} title={title} />
      <EmptyState
        title={say("web.current.closed_title")}
        actions={
          <Link
            to="/w/$workspace/t/$team"
            params={{ workspace: workspace.slug, team: team.id }}
            className={buttonClass("plain", "md", "no-underline")}
          >
            {say("web.current.to_team")}
          </Link>
        }
      >
        {error.message}
      </EmptyState>
    </>
  );
}
