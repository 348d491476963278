import { Link, useParams } from "@tanstack/react-router";
import { CircleHelp } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useToday } from "../../direction/web/day-text.tsx";
import { useHashDialog } from "../../people/web/hash-dialog.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { AreaDeeds } from "./area-deeds.tsx";
import { AreaHistory } from "./area-history.tsx";
import { AreaHolders } from "./area-holders.tsx";
import { AreaLevel } from "./area-level.tsx";
import { AreaProposals } from "./area-proposals.tsx";
import { type AreaView, areasClient } from "./areas-client.ts";
import { AreasNotShown } from "./areas-states.tsx";
import { say } from "./areas-words.ts";
import { AsOfBanner } from "./as-of.tsx";
import { CardDocument } from "./card-document.tsx";
import type { CardPart } from "./card-parts.ts";
import { LevelLine } from "./level-line.tsx";
import { LoanBanner } from "./loan-banner.tsx";
import { PromptChips } from "./prompt-chips.tsx";
import { missingText } from "./prompt-words.ts";
import { ProposeDialog, type Proposing } from "./propose-dialog.tsx";
import { StepInDialog } from "./step-in-dialog.tsx";
import { StepInsCard, useStepIns } from "./step-ins-card.tsx";
import { useAreasPlace, useAreasSearch } from "./use-areas.ts";

/**
 * An area's handover card: what it is, who holds it, at which level, within what, and why it matters; and its history.
 * @param decisions what is decided in it, from another room
 */
export function AreaPage({ decisions }: { decisions?: ReactNode }) {
  const { workspace } = usePlace();
  const { area = "" } = useParams({ strict: false });
  const { asOf } = useAreasSearch();
  const [part, setPart] = useState<CardPart | null>(null);
  const [proposing, setProposing] = useState<Proposing | null>(null);
  const [steppingIn, setSteppingIn] = useHashDialog("step-in");
  const shown = areasClient.useAsk("show", { workspace: workspace.id, area, ...(asOf ? { asOf } : {}) });
  const today = useToday();
  const past = asOf !== undefined && asOf < today;
  const view = shown.data;
  const { stepIns, more } = useStepIns(area);
  if (shown.error && !view) {
    if (shown.error.status === 404 || shown.error.code === "invalid") return <NoSuchArea />;
    return <AreasNotShown title={say("web.area.one")} error={shown.error} again={() => void shown.refetch()} />;
  }
  const propose = view && !past && !view.closed ? (level: number) => setProposing({ area: view, level }) : null;
  // the heading stays the same element while the rest comes, and with it the focus
  return (
    <>
      <PageHeader
        eyebrow={<Trail />}
        title={
          view ? (
            <bdi>{view.name}</bdi>
          ) : (
            <>
              <span className="sr-only">{say("web.waiting")}</span>
              <Skeleton className="h-8 w-80 max-w-full sm:h-9" />
            </>
          )
        }
        facts={view && (view.closed || view.prompts.length > 0) && <Facts view={view} />}
        actions={
          view &&
          !past && (
            <AreaDeeds
              view={view}
              propose={() => propose?.(startAt(view))}
              rename={() => setPart("name")}
              stepIn={() => setSteppingIn(true)}
            />
          )
        }
      />
      <AsOfBanner />
      {view ? (
        <div key={view.id} className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="grid gap-5">
            {view.loan && (
              <LoanBanner
                view={view}
                loan={view.loan}
                one={past ? undefined : stepIns.find(({ id }) => id === view.loan?.stepIn)}
              />
            )}
            <Abdicated view={view} write={past || view.closed ? null : setPart} />
            {!past && <AreaProposals view={view} />}
            <AreaLevel view={view} pending={proposing?.level ?? null} propose={propose} />
            <CardDocument view={view} fixed={past || view.closed} part={part} onPart={setPart} />
            <StepInsCard stepIns={stepIns.filter(({ inForce }) => !inForce)} more={more} />
          </div>
          <div className="grid gap-5 lg:row-span-2">
            <AreaHolders view={view} past={past} />
            {!past && !view.closed && decisions}
            <LevelLine area={view.id} />
          </div>
          <AreaHistory key={view.id} area={view.id} />
        </div>
      ) : (
        <AreaWaiting />
      )}
      <ProposeDialog proposing={proposing} end={() => setProposing(null)} />
      {view && !view.whyNotStepIn && (
        <StepInDialog
          view={view}
          open={steppingIn}
          end={() => setSteppingIn(false)}
          propose={() => propose?.(startAt(view))}
        />
      )}
    </>
  );
}

/** The level that a proposal begins at: what was offered or wished already, else one further. */
function startAt({ level: now, loan, offered, desired }: AreaView): number {
  const level = loan?.back ?? now;
  if (offered !== level) return offered;
  return desired ?? Math.min(7, level + 1);
}

function Facts({ view }: { view: AreaView }) {
  return (
    <>
      {view.closed && <Badge>{say("web.area.closed")}</Badge>}
      <PromptChips prompts={view.prompts} />
    </>
  );
}

/** What a card lacks to be a delegation, and the way to write it. */
function Abdicated({ view, write }: { view: AreaView; write: ((part: CardPart) => void) | null }) {
  const prompt = view.prompts.find((one) => one.kind === "abdicated");
  if (!prompt) return null;
  return (
    <Banner
      tone="clay"
      icon={<CircleHelp />}
      actions={
        write &&
        prompt.missing.map((missing) => (
          <Button key={missing} size="sm" onClick={() => write(missing === "authority" ? "bounds" : "rhythm")}>
            {say(`web.area.write_${missing}`)}
          </Button>
        ))
      }
    >
      <p className="font-semibold">{say("web.prompt.abdicated")}</p>
      <p>
        {say("web.area.abdicated_what")} {missingText(prompt)}
      </p>
    </Banner>
  );
}

function Trail() {
  const { team, at } = useAreasPlace();
  const { asOf } = useAreasSearch();
  return (
    <Breadcrumb
      label={say("web.trail")}
      trail={[
        { key: "team", node: <bdi>{team.name}</bdi> },
        {
          key: "areas",
          node: (
            <Link to="/w/$workspace/t/$team/areas" params={at} search={(asOf ? { asOf } : {}) as never}>
              {say("web.area.areas")}
            </Link>
          ),
        },
      ]}
    />
  );
}

function NoSuchArea() {
  const { at } = useAreasPlace();
  return (
    <>
      <PageHeader eyebrow={<Trail />} title={say("web.area.gone_title")} />
      <EmptyState
        title={say("web.area.gone")}
        actions={
          <Link to="/w/$workspace/t/$team/areas" params={at} className={buttonClass("primary", "md", "no-underline")}>
            {say("web.area.to_board")}
          </Link>
        }
      />
    </>
  );
}

function AreaWaiting() {
  return (
    <div
      role="status"
      aria-label={say("web.waiting")}
      className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem]"
    >
      <div className="grid gap-5">
        <Skeleton className="h-44 rounded-xl" />
        <Skeleton className="h-[34rem] rounded-xl" />
      </div>
      <Skeleton className="h-64 rounded-xl" />
    </div>
  );
}
