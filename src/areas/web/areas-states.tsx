import { Link } from "@tanstack/react-router";
import type { Refused } from "../../foundation/client.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { say } from "./areas-words.ts";
import { useAreasPlace } from "./use-areas.ts";

/**
 * A page of areas that was not given: for whoever is in no part of the team a plain word about that, else the refusal and
 * another try.
 * @param title the page's title
 */
export function AreasNotShown({ title, error, again }: { title: string; error: Refused; again: () => void }) {
  const { team, at } = useAreasPlace();
  if (error.code !== "areas.not_in_team") return <CouldNotLoad level={1} error={error} again={again} />;
  return (
    <>
      <PageHeader eyebrow={<bdi>{team.name}</bdi>} title={title} />
      <EmptyState
        title={say("web.closed_title")}
        actions={
          <Link to="/w/$workspace/t/$team" params={at} className={buttonClass("plain", "md", "no-underline")}>
            {say("web.to_team")}
          </Link>
        }
      >
        {error.message}
      </EmptyState>
    </>
  );
}
