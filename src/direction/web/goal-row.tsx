import { Link } from "@tanstack/react-router";
import { ArrowUp, CalendarDays } from "lucide-react";
import type { ReactNode } from "react";
import { usePlace } from "../../people/web/place.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { daysBetween } from "./calendar.ts";
import { DayAway, DayText, useToday } from "./day-text.tsx";
import type { GoalEntry } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { ConfidenceMark, GoalMeasure } from "./goal-measure.tsx";
import { goalStateName, goalStateTone } from "./goal-words.ts";

/**
 * One goal in a list: what it is, whose, by when, how far it has come and how sure its owner was last.
 * @param action something to do with it, in place of what it serves
 */
export function GoalRow({ goal, action }: { goal: GoalEntry; action?: ReactNode }) {
  const { workspace } = usePlace();
  return (
    <li className="grid gap-x-8 gap-y-3.5 py-4 first:pt-1 last:pb-1 md:grid-cols-[minmax(0,1fr)_13rem_7.5rem]">
      <div className="min-w-0">
        <h3 className="font-sans text-base leading-snug tracking-normal">
          <Link
            to="/w/$workspace/t/$team/goals/$goal"
            params={{ workspace: workspace.slug, team: goal.team, goal: goal.id }}
            className="hover:underline"
          >
            <bdi>{goal.outcome}</bdi>
          </Link>
        </h3>
        <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-ink-2">
          <span className="inline-flex items-center gap-1.5">
            <Avatar name={goal.owner.name} id={goal.owner.member} size="xs" />
            <span className="sr-only">{say("web.goal.owner")}: </span>
            <bdi>{goal.owner.name}</bdi>
          </span>
          <GoalDue goal={goal} />
        </div>
        {goal.serves && <ServesWords serves={goal.serves} />}
        {action && <div className="no-print mt-2.5">{action}</div>}
      </div>
      <GoalMeasure measure={goal.measure} value={goal.value} />
      <ConfidenceMark value={goal.confidence} />
    </li>
  );
}

/** By when, as people say it; for one that has ended, what became of it. */
export function GoalDue({ goal }: { goal: Pick<GoalEntry, "state" | "due" | "overdue"> }) {
  const today = useToday();
  if (goal.state !== "open") {
    return (
      <>
        <Badge tone={goalStateTone[goal.state]}>{goalStateName(goal.state)}</Badge>
        <span>
          {say("web.goal.was_due")} <DayText day={goal.due} />
        </span>
      </>
    );
  }
  if (goal.overdue) {
    return (
      <Badge tone="clay" icon={<CalendarDays aria-hidden="true" />}>
        {say("web.goal.overdue", { n: Math.max(1, daysBetween(goal.due, today)) })}
      </Badge>
    );
  }
  return (
    <span className="inline-flex items-center gap-1.5">
      <CalendarDays aria-hidden="true" size={15} />
      <span className="sr-only">{say("web.goal.due")}: </span>
      <DayAway day={goal.due} />
    </span>
  );
}

function ServesWords({ serves }: { serves: NonNullable<GoalEntry["serves"]> }) {
  return (
    <p className="mt-1.5 flex items-start gap-1.5 text-sm text-ink-2">
      <ArrowUp aria-hidden="true" size={15} className="mt-0.75 shrink-0" />
      <span className="min-w-0">
        <span className="sr-only">{say("web.goal.serves")}: </span>
        <span dir="auto" className="serif font-normal text-pretty">
          {serves.kind === "line" ? serves.line.words : serves.outcome}
        </span>
      </span>
    </p>
  );
}
