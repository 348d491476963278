import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Refused } from "../../foundation/client.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { say } from "./direction-words.ts";

/**
 * A page of a team's direction that was not given: for whoever is in no part of the team a plain word about that, else
 * the refusal and another try.
 * @param title the page's title
 */
export function DirectionNotShown({ title, error, again }: { title: string; error: Refused; again: () => void }) {
  const { workspace, team } = usePlace();
  if (error.code !== "direction.not_in_team") return <CouldNotLoad level={1} error={error} again={again} />;
  return (
    <>
      <PageHeader eyebrow={team && <bdi>{team.name}</bdi>} title={title} />
      <EmptyState
        title={say("web.closed_title")}
        actions={
          team && (
            <Link
              to="/w/$workspace/t/$team"
              params={{ workspace: workspace.slug, team: team.id }}
              className={buttonClass("plain", "md", "no-underline")}
            >
              {say("web.to_team")}
            </Link>
          )
        }
      >
        {error.message}
      </EmptyState>
    </>
  );
}

/** What is on its way, in one or two columns, each sheet as tall as what comes. */
export function SheetsWaiting({ tall, beside = [] }: { tall: readonly number[]; beside?: readonly number[] }) {
  return (
    <div role="status" aria-label={say("web.waiting")} className={beside.length > 0 ? twoColumns : "grid gap-5"}>
      <div className="grid gap-5">{tall.map(sheet)}</div>
      {beside.length > 0 && <div className="grid gap-5">{beside.map(sheet)}</div>}
    </div>
  );
}

function sheet(height: number, place: number) {
  return (
    <div key={place} style={{ height }}>
      <Skeleton className="size-full rounded-xl" />
    </div>
  );
}

/** The two columns of a page: what it is about, and what stands beside it. */
export const twoColumns = "grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem]";

/** Words somebody wrote, in quotation marks of the page's own language. */
export function Quoted({ children }: { children: ReactNode }) {
  return (
    <q className="serif font-normal">
      <bdi>{children}</bdi>
    </q>
  );
}
