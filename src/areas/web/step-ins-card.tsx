import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { areasClient, type StepIn } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { levelText } from "./level-words.ts";
import { useLoanDay } from "./loan-words.ts";
import { StepInDeeds } from "./step-in-deeds.tsx";
import { LookedBack } from "./step-in-look-back.tsx";
import { useAreasPlace } from "./use-areas.ts";

const atFirst = 5;

/** The step-ins in a team, or in one of its areas: those in force first, then the latest. */
export function useStepIns(area?: string) {
  const { workspace, team } = useAreasPlace();
  const [limit, setLimit] = useState(atFirst);
  const { data } = areasClient.useAsk(
    "stepIns",
    { workspace: workspace.id, team: team.id, limit, ...(area ? { area } : {}) },
    { placeholderData: keepPreviousData as never },
  );
  const left = data ? data.total - data.stepIns.length : 0;
  return { stepIns: data?.stepIns ?? [], more: left > 0 ? () => setLimit(Math.min(100, limit + 20)) : null };
}

/**
 * Step-ins as a list; nothing where there are none.
 * @param named whether each says what it is on
 */
export function StepInsCard({
  stepIns,
  more,
  named = false,
  className,
}: {
  stepIns: readonly StepIn[];
  more: (() => void) | null;
  named?: boolean;
  className?: string;
}) {
  if (stepIns.length === 0) return null;
  return (
    <Card title={say("web.step_in.list")} lead={say("web.step_in.list_lead")} {...(className ? { className } : {})}>
      <ul className="divide-y divide-line">
        {stepIns.map((one) => (
          <li key={one.id} className="py-3.5 first:pt-0 last:pb-0">
            <OneStepIn one={one} named={named} />
          </li>
        ))}
      </ul>
      {more && (
        <div className="no-print mt-3 border-t border-line pt-3">
          <Button size="sm" onClick={more}>
            {say("web.step_in.more")}
          </Button>
        </div>
      )}
    </Card>
  );
}

function OneStepIn({ one, named }: { one: StepIn; named: boolean }) {
  const day = useLoanDay();
  return (
    <div className="grid gap-1.5 text-sm">
      {named && (
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Subject one={one} />
          {one.inForce && <Badge tone="brass">{say("web.step_in.on_loan")}</Badge>}
        </p>
      )}
      <p className="text-ink-2">
        <bdi className="font-medium text-ink">{one.by.name}</bdi>
        {" · "}
        {say("web.step_in.from_to", { back: levelText(one.back), level: levelText(one.level) })}
        {" · "}
        {endText(one, day)}
      </p>
      <p dir="auto" className="max-w-prose border-s-2 border-line-2 ps-3 whitespace-pre-line">
        {one.reason}
      </p>
      {one.review && <LookedBack review={one.review} open={!named} />}
      {!one.inForce && !one.whyNotReview && (
        <div className="no-print mt-1">
          <StepInDeeds one={one} />
        </div>
      )}
    </div>
  );
}

/** Where a step-in stands: when it goes back, or how it went back. */
function endText(one: StepIn, day: (moment: string) => string): string {
  if (one.inForce || !one.endedAt) return say("web.step_in.back_now", { day: day(one.until) });
  if (one.endedBy) return say("web.step_in.was_handed_back", { by: one.endedBy, day: day(one.endedAt) });
  return say("web.step_in.went_back", { day: day(one.endedAt) });
}

function Subject({ one: { area, decision } }: { one: StepIn }) {
  const { at } = useAreasPlace();
  if (area) {
    return (
      <Link to="/w/$workspace/t/$team/areas/$area" params={{ ...at, area: area.area }} className={textLink}>
        <bdi>{area.name}</bdi>
      </Link>
    );
  }
  if (!decision) return null;
  return (
    <Link
      to="/w/$workspace/t/$team/decisions/$decision"
      params={{ ...at, decision: decision.decision }}
      className={textLink}
    >
      <bdi>{decision.title}</bdi>
    </Link>
  );
}
