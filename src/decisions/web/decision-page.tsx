import { Link, useParams } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import { lazy, Suspense } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { Card } from "../../ui/card.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type en from "../words.en.json";
import { useOurs } from "./deciding-header.tsx";
import { DecidingWaiting, DecisionNotShown, TitleWaiting } from "./deciding-states.tsx";
import { DeciderBadge, OutcomeBadge, ReversedBadge, SelfDecidedBadge } from "./decision-badges.tsx";
import { DecisionFacts } from "./decision-facts.tsx";
import { DecisionHistory } from "./decision-history.tsx";
import { Replaced } from "./decision-replaced.tsx";
import { ServesGoal } from "./decision-serves.tsx";
import { SourceRow } from "./decision-source.tsx";
import { type DecisionView, decisionsClient } from "./decisions-client.ts";

const say = wordsOf<typeof en>("decisions");

// most of a team's record may be imported: what a live decision needs is fetched when there is one
const DecidingPage = lazy(() => import("./deciding-page.tsx").then((module) => ({ default: module.DecidingPage })));

/** One decision: as it was imported, or as it is made here. */
export function DecisionPage() {
  const { workspace } = usePlace();
  const { decision = "", team = "" } = useParams({ strict: false });
  // the log is its team's; somebody from outside who is asked for a voice reads the decision, and nothing else of it
  const ours = useOurs(team);
  const shown = decisionsClient.useAsk("show", { workspace: workspace.id, decision }, { enabled: ours });
  const view = shown.data;
  if (!ours || view?.origin === "live") {
    return (
      <Suspense fallback={<LiveWaiting />}>
        <DecidingPage key={decision} decision={decision} />
      </Suspense>
    );
  }
  if (shown.error && !view) return <DecisionNotShown error={shown.error} again={() => void shown.refetch()} />;
  // the heading stays the same element while the rest comes, and with it the focus
  return (
    <>
      <PageHeader
        eyebrow={<Trail label={view?.ref ?? "…"} team={view?.team ?? team} />}
        title={view ? <bdi>{view.title}</bdi> : <TitleWaiting />}
        facts={view ? <Badges view={view} /> : <Skeleton className="h-5 w-72 max-w-full" />}
        actions={view?.link && <Discussion link={view.link} />}
      />
      {view ? <TheDecision view={view} /> : <DecisionWaiting />}
    </>
  );
}

function LiveWaiting() {
  return (
    <>
      <PageHeader className="mb-5" title={<TitleWaiting />} facts={<Skeleton className="h-5 w-72 max-w-full" />} />
      <DecidingWaiting />
    </>
  );
}

function Discussion({ link }: { link: string }) {
  return (
    <LinkButton
      href={link}
      target="_blank"
      rel="noopener noreferrer"
      icon={<ExternalLink aria-hidden="true" size={16} />}
    >
      {say("web.link")}
      <span className="sr-only">{say("web.new_tab")}</span>
    </LinkButton>
  );
}

function TheDecision({ view }: { view: DecisionView }) {
  const words = [
    { key: "context", title: say("web.context"), text: view.context },
    { key: "reasons", title: say("web.reasons"), text: view.reasons },
  ].filter((part): part is typeof part & { text: string } => Boolean(part.text));
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
      <div className="grid gap-5">
        <Verdict view={view} />
        {words.map(({ key, title, text }) => (
          <Card key={key} title={title}>
            <p dir="auto" className="max-w-prose whitespace-pre-line text-ink-2">
              {text}
            </p>
          </Card>
        ))}
        <DecisionHistory view={view} />
      </div>
      <div className="grid gap-5">
        <DecisionFacts view={view} />
        <ServesGoal view={view} />
        <Replaced view={view} />
        <SourceRow source={view.source} />
      </div>
    </div>
  );
}

function Badges({ view }: { view: DecisionView }) {
  const reversed = view.reversals.at(-1);
  return (
    <>
      <OutcomeBadge outcome={view.outcome} />
      <DeciderBadge kind={view.decidedBy} />
      {view.kind && (
        <Badge>
          <bdi>{view.kind}</bdi>
        </Badge>
      )}
      {view.topics.map((topic) => (
        <Badge key={topic} tone="sky">
          <bdi>{topic}</bdi>
        </Badge>
      ))}
      {view.selfDecided && <SelfDecidedBadge />}
      {reversed && <ReversedBadge kind={reversed.kind} />}
      {view.status && (
        <span>
          {say("web.status")} <bdi>{view.status}</bdi>
        </span>
      )}
    </>
  );
}

/** Who had the last word, in a sentence, and how that is known. */
function Verdict({ view }: { view: DecisionView }) {
  const { locale } = useReader();
  const { decidedBy, decider, decidedOn, days } = view;
  const when = decidedOn && exactTime(decidedOn, locale, "UTC");
  return (
    <Card title={say("web.verdict.title")}>
      <p className="serif text-xl text-pretty">
        {decidedBy === null
          ? say("web.verdict.none")
          : say(`web.verdict.${decidedBy}`, { named: decider ? "yes" : "no", decider: decider ?? "" })}
      </p>
      <div className="mt-2 grid gap-1.5 text-ink-2">
        {decidedBy !== null && (
          <p>
            {when ? say("web.verdict.on", { day: when }) : say("web.verdict.on_unknown")}{" "}
            {days !== null && say("web.verdict.after", { n: days })}
          </p>
        )}
        {decidedBy !== null && (
          <p>
            <span className="font-medium text-ink">{say("web.verdict.known_from")}</span>{" "}
            {view.basis ? <bdi>{view.basis}</bdi> : say("web.verdict.basis_unknown")}
          </p>
        )}
        {view.selfDecided && <p>{say("web.verdict.self")}</p>}
        {view.leadsOwn && <p>{say("web.verdict.leads_own")}</p>}
      </div>
    </Card>
  );
}

function Trail({ label, team }: { label: string; team: string }) {
  const { workspace } = usePlace();
  return (
    <Breadcrumb
      label={say("web.trail")}
      trail={[
        {
          key: "record",
          node: (
            <Link to="/w/$workspace/t/$team/record" params={{ workspace: workspace.slug, team }}>
              {say("web.record")}
            </Link>
          ),
        },
        { key: "ref", node: <bdi>{label}</bdi> },
      ]}
    />
  );
}

function DecisionWaiting() {
  return (
    <div
      role="status"
      aria-label={say("web.waiting")}
      className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]"
    >
      <div className="grid gap-5">
        <Skeleton className="h-40 rounded-xl" />
        <Skeleton className="h-64 rounded-xl" />
      </div>
      <Skeleton className="h-112 rounded-xl" />
    </div>
  );
}
