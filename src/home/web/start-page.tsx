import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { daysAfter } from "../../direction/web/calendar.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import type { IntentView } from "../../direction/web/direction-client.ts";
import { draftStart, keptDraft } from "../../direction/web/kept-draft.ts";
import { useDraft } from "../../direction/web/use-draft.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { AreasStep, noPicks } from "./start-areas.tsx";
import { CardStep, furthest } from "./start-card.tsx";
import { DirectionStep } from "./start-direction.tsx";
import { StepFoot } from "./start-frame.tsx";
import { StartMap } from "./start-map.tsx";
import { noPromises, PromisesStep } from "./start-promises.tsx";
import { StartTrail } from "./start-trail.tsx";
import { type StartStep, say, startSteps, stepIn } from "./start-words.ts";
import { type Ground, useGroundMap } from "./use-ground-map.ts";

/** The first quarter of an hour of a lead, also with nobody else signed up: it ends with a ground map and a message. */
export function StartPage() {
  const { team } = usePlace();
  // the route has seen to it that the team is there
  if (!team) return null;
  return team.myRole === "lead" ? <Loaded key={team.id} team={team} /> : <NotTheLead team={team} />;
}

type Team = NonNullable<ReturnType<typeof usePlace>["team"]>;

function NotTheLead({ team }: { team: Team }) {
  const { workspace } = usePlace();
  const at = { workspace: workspace.slug, team: team.id };
  return (
    <>
      <PageHeader eyebrow={<bdi>{team.name}</bdi>} title={say("start.title")} />
      <EmptyState
        picture="path"
        title={say("start.not_lead.title")}
        actions={
          team.myRole ? (
            <>
              <Link
                to="/w/$workspace/t/$team/welcome"
                params={at}
                className={buttonClass("primary", "md", "no-underline")}
              >
                {say("start.not_lead.welcome")}
              </Link>
              <Link to="/w/$workspace/ground" params={at} className={buttonClass("plain", "md", "no-underline")}>
                {say("start.not_lead.ground")}
              </Link>
            </>
          ) : (
            <Link to="/w/$workspace/t/$team" params={at} className={buttonClass("plain", "md", "no-underline")}>
              {team.name}
            </Link>
          )
        }
      >
        {say("start.not_lead.text")}
      </EmptyState>
    </>
  );
}

function Loaded({ team }: { team: Team }) {
  const { workspace } = usePlace();
  const { ground, error, again } = useGroundMap({ workspace: workspace.id, team: team.id });
  if (ground) return <Start team={team} ground={ground} />;
  if (error) return <CouldNotLoad level={1} error={error} again={again} />;
  return (
    <>
      <PageHeader eyebrow={<bdi>{team.name}</bdi>} title={say("start.title")} />
      <div role="status" aria-label={say("loading")} className="grid gap-6">
        <Skeleton className="h-11 w-full" />
        <Skeleton className="h-120 w-full rounded-xl" />
      </div>
    </>
  );
}

/** The steps of which something is there already. A card counts once its area could really be led alone. */
function whatIsDone({ intent, board, agreement }: Ground): Set<StartStep> {
  const done = new Set<StartStep>();
  if (intent.intent) done.add("direction");
  if (board.areas.length > 0) done.add("areas");
  const first = furthest(board);
  if (first && first.review !== null && !first.prompts.some(({ kind }) => kind === "abdicated")) done.add("card");
  if (agreement.inForce ?? agreement.proposed) done.add("promises");
  if (done.size === 4) done.add("map");
  return done;
}

function Start({ team, ground }: { team: Team; ground: Ground }) {
  const { workspace } = usePlace();
  const raw = useSearch({ strict: false }) as { step?: unknown };
  const navigate = useNavigate();
  const done = whatIsDone(ground);
  // whoever comes back goes on where nothing is yet; afterwards the address says where one is
  const [begun] = useState<StartStep>(() => startSteps.find((step) => !done.has(step)) ?? "map");
  const step = stepIn(raw.step) ?? begun;
  const go = (next: StartStep) => void navigate({ to: ".", search: { step: next } as never });
  const heading = useFocusOnStep(step);
  const draft = useFirstDraft(team.id, ground.intent);
  const [picks, setPicks] = useState(noPicks);
  const [promises, setPromises] = useState(noPromises);
  const way = { step, go };
  return (
    <div ref={heading}>
      <StartTrail step={step} done={done} go={go} />
      <PageHeader
        eyebrow={<bdi>{team.name}</bdi>}
        title={say(`start.${step}.title`)}
        lead={say(`start.${step}.lead`)}
        className="no-print"
      />
      {step === "direction" && <DirectionStep view={ground.intent} draft={draft} way={way} />}
      {step === "areas" && <AreasStep board={ground.board} picks={picks} setPicks={setPicks} way={way} />}
      {step === "card" && <CardStep board={ground.board} way={way} />}
      {step === "promises" && (
        <PromisesStep agreement={ground.agreement} typed={promises} setTyped={setPromises} way={way} />
      )}
      {step === "map" && (
        <>
          <StartMap team={team} ground={ground} />
          <StepFoot way={way}>
            <Link
              to="/w/$workspace"
              params={{ workspace: workspace.slug }}
              className={buttonClass("primary", "lg", "no-underline")}
            >
              {say("welcome.to_today")}
            </Link>
          </StepFoot>
        </>
      )}
    </div>
  );
}

/** A first intent is for a quarter, and looked at half-way. */
const usualDays = { until: 91, review: 45 };

/** My draft of the first intent: what was begun, with days that are usual where none are named. */
function useFirstDraft(team: string, view: IntentView) {
  const { workspace } = usePlace();
  const today = useToday();
  const place = { workspace: workspace.id, team, member: workspace.me.id };
  const [begun] = useState(() => {
    const kept = keptDraft(team, workspace.me.id).kept();
    const parts = draftStart(view, kept, today);
    const until = parts.until || daysAfter(today, usualDays.until);
    const review = parts.review || daysAfter(today, usualDays.review);
    const whole = parts.until !== "" && parts.review !== "";
    const from = kept ? ("browser" as const) : view.draft && whole ? ("server" as const) : ("nobody" as const);
    return { start: { ...parts, until, review: review > until ? until : review }, from };
  });
  return useDraft({ ...place, ...begun });
}

/** Another step is another page for who listens and for who uses the keyboard: its heading takes the focus. */
function useFocusOnStep(step: StartStep) {
  const element = useRef<HTMLDivElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    window.scrollTo({ top: 0 });
    element.current?.querySelector<HTMLElement>("h1")?.focus();
  }, [step]);
  return element;
}
