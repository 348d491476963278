import { type ReactNode, useCallback, useState } from "react";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { DecidingFacts, DecidingTrail } from "./deciding-header.tsx";
import { PhaseBar } from "./deciding-phases.tsx";
import { ProposalCard } from "./deciding-proposal.tsx";
import { ReadyCard } from "./deciding-ready.tsx";
import { DecidingWaiting, DecisionNotShown, decidingColumns, TitleWaiting } from "./deciding-states.tsx";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient, type Round } from "./decisions-client.ts";
import { LoanHere } from "./hand-loans.tsx";
import { ObjectionList } from "./objection-list.tsx";
import { OutcomeCards } from "./outcome-cards.tsx";
import { OutcomeMenu } from "./outcome-menu.tsx";
import { RemarkList } from "./remark-list.tsx";
import { BeginRound } from "./round-begin.tsx";
import { EarlierRounds } from "./round-earlier.tsx";
import { useWhenDue } from "./round-moment.ts";
import { RoundSays } from "./round-says.tsx";
import { SealedRound } from "./round-sealed.tsx";
import { VersionForm } from "./version-form.tsx";
import { VoiceAsked } from "./voice-asked.tsx";
import { LateVoice } from "./voice-late.tsx";
import { VoiceList } from "./voice-list.tsx";
import { AheadPanel } from "./weigh-panel.tsx";

/** A decision that is made here: how far it has come, what is proposed, its round, and what is mine to do. */
export function DecidingPage({ decision }: { decision: string }) {
  const { workspace } = usePlace();
  const shown = decisionsClient.useAsk("deciding", { workspace: workspace.id, decision });
  const view = shown.data;
  const { refetch } = shown;
  const readAgain = useCallback(() => refetch(), [refetch]);
  const round = view?.rounds[0];
  useWhenDue(view?.phase === "sealed" ? (round?.dueAt ?? null) : null, readAgain);
  useWhenDue(round?.leads?.open ? round.leads.until : null, readAgain);
  // a loan goes back by itself
  useWhenDue(view?.ahead.loan?.until ?? null, readAgain);
  if (shown.error && !view) return <DecisionNotShown error={shown.error} again={() => void refetch()} />;
  // the heading stays the same element while the rest comes, and with it the focus
  return (
    <>
      <PageHeader
        className="mb-5"
        eyebrow={view ? <DecidingTrail view={view} /> : <span>{"…"}</span>}
        title={view ? <bdi>{view.title}</bdi> : <TitleWaiting />}
        facts={view && <DecidingFacts view={view} />}
        actions={view && <OutcomeMenu view={view} />}
      />
      {view ? <TheDeciding key={view.id} view={view} /> : <DecidingWaiting />}
    </>
  );
}

function TheDeciding({ view }: { view: DecidingView }) {
  const [beginning, setBeginning] = useState(false);
  const [writing, setWriting] = useState(false);
  const { main, earlier } = roundsShown(view);
  const parts = partsOf(
    view,
    main,
    () => setBeginning(true),
    () => setWriting(true),
  );
  const beside = parts.beside.some(Boolean);
  return (
    <>
      <PhaseBar view={view} />
      {/* a level on loan is said before anything that follows from it */}
      {view.ahead.loan && (
        <div className="mb-5 empty:hidden">
          <LoanHere view={view} />
        </div>
      )}
      {main && <VoiceAsked round={main} />}
      {main?.openedAt && <LateVoice key={main.id} view={view} round={main} />}
      <div className={decidingColumns}>
        <div className="grid gap-5">{parts.first}</div>
        {beside && <div className="grid gap-5 lg:row-span-2">{parts.beside}</div>}
        <div className="grid gap-5">
          {parts.last}
          <EarlierRounds view={view} rounds={earlier} />
        </div>
      </div>
      <BeginRound view={view} open={beginning} close={() => setBeginning(false)} />
      <VersionForm view={view} open={writing} close={() => setWriting(false)} then={() => setBeginning(true)} />
    </>
  );
}

/** The round that the page is about, and those that are over: on another version, or from before it was shaped anew. */
function roundsShown(view: DecidingView): { main: Round | null; earlier: Round[] } {
  const [latest, ...rest] = view.rounds;
  if (!latest) return { main: null, earlier: [] };
  const past = view.phase === "shaping" || latest.droppedAt !== null || latest.version !== view.version;
  return past ? { main: null, earlier: [latest, ...rest] } : { main: latest, earlier: rest };
}

/**
 * What stands in the columns, in each phase: first what it is about, beside it what is to be done, then what belongs to it. On a
 * phone they follow in that order.
 */
function partsOf(
  view: DecidingView,
  round: Round | null,
  begin: () => void,
  write: () => void,
): Record<"first" | "beside" | "last", ReactNode[]> {
  const proposal = <ProposalCard key="proposal" view={view} />;
  const outcome = <OutcomeCards key="outcome" view={view} />;
  const remarks = <RemarkList key="remarks" view={view} />;
  const objections = <ObjectionList key="objections" view={view} />;
  if (view.phase === "shaping") {
    const ahead = <AheadPanel key="ahead" ahead={view.ahead} area={view.area?.name} needs={false} />;
    return {
      first: [proposal],
      beside: [<ReadyCard key="ready" view={view} begin={begin} />, ahead, objections],
      last: [outcome, remarks],
    };
  }
  if (view.phase === "sealed" && round) {
    const sealed = <SealedRound key="round" view={view} round={round} />;
    return { first: [proposal], beside: [sealed, remarks], last: [outcome, objections] };
  }
  const settled = view.phase !== "opened";
  if (!round?.openedAt) {
    return settled
      ? { first: [outcome, proposal], beside: [remarks], last: [objections] }
      : { first: [proposal], beside: [outcome], last: [remarks, objections] };
  }
  const says = (
    <RoundSays
      key="says"
      view={view}
      round={round}
      actions={
        view.whyNot.newVersion === null && (
          <Button look={(round.result?.standing ?? 0) > 0 ? "primary" : "plain"} onClick={write}>
            {say((round.result?.standing ?? 0) > 0 ? "web.version.integrate" : "web.version.new", { n: round.n + 1 })}
          </Button>
        )
      }
    />
  );
  const voices = <VoiceList key={round.id} view={view} round={round} />;
  return settled
    ? { first: [outcome, proposal], beside: [says, voices, objections], last: [remarks] }
    : { first: [proposal, says], beside: [voices, objections], last: [outcome, remarks] };
}
