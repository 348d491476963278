import { Hourglass } from "lucide-react";
import { useOnce } from "../../areas/web/once.ts";
import { DayAway, DayText } from "../../direction/web/day-text.tsx";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Time } from "../../ui/time.tsx";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";
import { alsoNotices } from "./outcome-words.ts";

/** Agreed to wait: until when, why, and the way back. */
export function WaitingCard({ view }: { view: DecidingView }) {
  const { workspace } = usePlace();
  const resume = decisionsClient.useDo("resume", alsoNotices);
  const once = useOnce();
  if (view.phase !== "waiting") return null;
  const takeUp = () =>
    void once(() =>
      tellOutcome(resume.mutateAsync({ workspace: workspace.id, decision: view.id }), say("web.outcome.resumed")),
    );
  return (
    <Card
      tone="brass"
      icon={<Hourglass aria-hidden="true" size={19} className="text-brass-ink" />}
      title={say("web.outcome.waiting")}
      note={view.waitUntil && <DayAway day={view.waitUntil} />}
      lead={
        view.waitUntil && (
          <>
            {say("web.outcome.wait_until")} <DayText day={view.waitUntil} />. {say("web.outcome.wait_means")}
          </>
        )
      }
    >
      {view.why && (
        <p dir="auto" className="serif max-w-prose text-lg font-normal! whitespace-pre-line">
          {view.why}
        </p>
      )}
      <Button className="mt-3.5" why={view.whyNot.resume} busy={resume.isPending} onClick={takeUp}>
        {say("web.outcome.resume")}
      </Button>
    </Card>
  );
}

/** Withdrawn: when, and why where somebody said so. */
export function WithdrawnCard({ view }: { view: DecidingView }) {
  const { locale, timeZone } = useReader();
  if (view.phase !== "withdrawn") return null;
  return (
    <Card
      title={say("web.outcome.withdrawn")}
      note={<Time value={view.phaseSince} locale={locale} zone={timeZone} />}
      lead={view.why ? undefined : say("web.outcome.withdrawn_no_why")}
    >
      {view.why && (
        <p dir="auto" className="max-w-prose whitespace-pre-line text-ink-2">
          {view.why}
        </p>
      )}
    </Card>
  );
}
