import { Handshake } from "lucide-react";
import { useState } from "react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Time } from "../../ui/time.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { AgreementProposed } from "./agreement-proposed.tsx";
import { BothSides } from "./both-sides.tsx";
import { type Agreement, type AgreementView, directionClient } from "./direction-client.ts";
import { DirectionNotShown, SheetsWaiting } from "./direction-states.tsx";
import { say } from "./direction-words.ts";
import { ProposeAgreement } from "./propose-agreement.tsx";

/** What lead and team promise each other: what holds, what is proposed, and what held before. */
export function AgreementPage() {
  const { team } = usePlace();
  return team ? <TheAgreement key={team.id} team={team} /> : null;
}

function TheAgreement({ team }: { team: TeamEntry }) {
  const { workspace } = usePlace();
  const shown = directionClient.useAsk("agreement", { workspace: workspace.id, team: team.id });
  const [proposing, setProposing] = useState(false);
  const view = shown.data;
  if (shown.error && !view) {
    return (
      <DirectionNotShown title={say("web.agreement.title")} error={shown.error} again={() => void shown.refetch()} />
    );
  }
  return (
    <>
      <PageHeader
        eyebrow={<bdi>{team.name}</bdi>}
        title={say("web.agreement.title")}
        lead={say("web.agreement.about")}
        actions={
          (view?.inForce || view?.proposed) && (
            <Button
              icon={<Handshake aria-hidden="true" size={17} />}
              why={view.whyNotPropose}
              onClick={() => setProposing(true)}
            >
              {say("web.agreement.propose")}
            </Button>
          )
        }
      />
      {!view && <SheetsWaiting tall={[320]} />}
      {view && <Sheets team={team} view={view} propose={() => setProposing(true)} />}
      {view && !view.whyNotPropose && (
        <ProposeAgreement team={team} view={view} open={proposing} onOpen={setProposing} />
      )}
    </>
  );
}

function Sheets({ team, view, propose }: { team: TeamEntry; view: AgreementView; propose: () => void }) {
  const { inForce, proposed, before } = view;
  return (
    <div className="grid gap-5">
      {proposed && <AgreementProposed view={view} proposed={proposed} />}
      {inForce && <InForce agreement={inForce} />}
      {!inForce && !proposed && (
        <EmptyState
          picture="path"
          title={say("web.agreement.none_title")}
          actions={
            team.myRole !== "observer" && (
              <Button look="primary" size="lg" why={view.whyNotPropose} onClick={propose}>
                {say("web.agreement.propose_first")}
              </Button>
            )
          }
        >
          {say("web.agreement.none")}
        </EmptyState>
      )}
      {before.length > 0 && <Before agreements={before} />}
    </div>
  );
}

function InForce({ agreement }: { agreement: Agreement }) {
  const { locale, timeZone } = useReader();
  return (
    <section className="card rounded-2xl border border-line bg-surface px-5 py-6 sm:px-10 sm:py-9">
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-xl">{say("web.agreement.holds")}</h2>
        <p className="text-sm text-ink-2">
          {say("web.agreement.version", { n: agreement.version })}
          {agreement.inForceAt && (
            <>
              {" · "}
              {say("web.agreement.since")} <Time value={agreement.inForceAt} locale={locale} zone={timeZone} />
            </>
          )}
        </p>
      </div>
      <BothSides agreement={agreement} />
    </section>
  );
}

function Before({ agreements }: { agreements: readonly Agreement[] }) {
  const { locale, timeZone } = useReader();
  return (
    <Card title={say("web.agreement.before")}>
      <ul className="divide-y divide-line">
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            <details className="group py-1">
              <summary className="flex min-h-10 flex-wrap items-center gap-x-2.5 gap-y-0.5 rounded-md text-sm">
                <span className="font-semibold">{say("web.agreement.version", { n: agreement.version })}</span>
                <span className="text-ink-2">
                  {say("web.agreement.state", { state: agreement.state })}
                  {" · "}
                  {say("web.agreement.proposed_by")} <bdi>{agreement.proposedBy.name}</bdi>
                  {" · "}
                  {exactTime(agreement.proposedAt, locale, timeZone)}
                </span>
              </summary>
              <div className="pt-2 pb-4">
                <BothSides agreement={agreement} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
