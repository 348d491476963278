import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { usePlace } from "../../people/web/place.tsx";
import { isOfDecision, type Need } from "../needs.ts";

const toIntent = new Set<Need["kind"]>([
  "intent_expired",
  "intent_review_due",
  "back_brief_asked",
  "back_briefs_to_mark",
]);

/** The way to where something that needs me is done. */
export function NeedLink({ need, className, children }: { need: Need; className: string; children: ReactNode }) {
  const { workspace } = usePlace();
  const inTeam = { workspace: workspace.slug, team: need.team };
  if (need.kind === "no_intent") {
    return (
      <Link to="/w/$workspace/t/$team/start" params={inTeam} className={className}>
        {children}
      </Link>
    );
  }
  if (toIntent.has(need.kind)) {
    return (
      <Link to="/w/$workspace/t/$team/intent" params={inTeam} className={className}>
        {children}
      </Link>
    );
  }
  if (need.kind === "agreement_to_answer") {
    return (
      <Link to="/w/$workspace/t/$team/agreement" params={inTeam} className={className}>
        {children}
      </Link>
    );
  }
  if (need.kind === "orphan_goals") {
    return (
      <Link to="/w/$workspace/t/$team/goals" params={inTeam} className={className}>
        {children}
      </Link>
    );
  }
  if (need.kind === "goal_overdue") {
    return (
      <Link to="/w/$workspace/t/$team/goals/$goal" params={{ ...inTeam, goal: need.subject! }} className={className}>
        {children}
      </Link>
    );
  }
  if (isOfDecision(need.kind)) {
    return (
      <Link
        to="/w/$workspace/t/$team/decisions/$decision"
        params={{ ...inTeam, decision: need.subject! }}
        className={className}
      >
        {children}
      </Link>
    );
  }
  return (
    <Link to="/w/$workspace/t/$team/areas/$area" params={{ ...inTeam, area: need.subject! }} className={className}>
      {children}
    </Link>
  );
}
