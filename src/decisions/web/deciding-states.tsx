import { Link, useParams } from "@tanstack/react-router";
import type { Refused } from "../../foundation/client.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { say } from "./deciding-words.ts";

/** The two columns of a decision's page; on a phone what stands in them follows in its own order. */
export const decidingColumns = "grid items-start gap-5 lg:grid-cols-2 lg:grid-rows-[auto_1fr]";

/** A heading on its way, as tall as what comes. */
export function TitleWaiting() {
  return (
    <>
      <span className="sr-only">{say("web.waiting")}</span>
      <Skeleton className="h-8 w-lg max-w-full sm:h-9" />
    </>
  );
}

/** The bar of steps and the sheets under it, on their way. */
export function DecidingWaiting() {
  return (
    <div role="status" aria-label={say("web.waiting")}>
      <Skeleton className="mb-6 h-8 w-full" />
      <div className={decidingColumns}>
        <Skeleton className="h-96 rounded-xl" />
        <Skeleton className="h-72 rounded-xl" />
      </div>
    </div>
  );
}

/** A decision that was not given: gone, not mine to read, or not to be had just now. */
export function DecisionNotShown({ error, again }: { error: Refused; again: () => void }) {
  const { workspace } = usePlace();
  const { team = "" } = useParams({ strict: false });
  const gone = error.status === 404 || error.code === "invalid";
  if (!gone && error.code !== "decisions.not_in_team") {
    return (
      <ErrorState level={1} title={say("web.error")} actions={<Button onClick={again}>{say("web.again")}</Button>}>
        {error.message}
      </ErrorState>
    );
  }
  return (
    <>
      <PageHeader eyebrow={gone && say("web.gone_eyebrow")} title={say(gone ? "web.gone_title" : "web.closed_title")} />
      <EmptyState
        title={say(gone ? "web.gone" : "web.closed")}
        actions={
          gone && (
            <Link
              to="/w/$workspace/t/$team/record"
              params={{ workspace: workspace.slug, team }}
              className={buttonClass("primary", "md", "no-underline")}
            >
              {say("web.to_log")}
            </Link>
          )
        }
      >
        {gone ? say("refusal.no_such_decision") : error.message}
      </EmptyState>
    </>
  );
}
