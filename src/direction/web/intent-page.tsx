import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { CircleAlert, Clock, History, PenLine } from "lucide-react";
import { useState } from "react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { BackBriefs } from "./back-briefs.tsx";
import { DayText } from "./day-text.tsx";
import { directionClient, type IntentView } from "./direction-client.ts";
import { DirectionNotShown, SheetsWaiting, twoColumns } from "./direction-states.tsx";
import { say } from "./direction-words.ts";
import { DraftBanner } from "./draft-banner.tsx";
import { DraftEditor } from "./draft-editor.tsx";
import { IntentBeside } from "./intent-beside.tsx";
import { IntentInShort, IntentWords } from "./intent-words.tsx";

/** What a team is for: its intent, how clear it came across, and for a lead the next version. */
export function IntentPage() {
  const { team } = usePlace();
  // the route has seen to it that the team is there
  return team ? <TheIntent key={team.id} team={team} /> : null;
}

const writingHash = "write";

/** Whether the address asks for the draft, and going there and back. */
function useWriting(): [boolean, (writing: boolean) => void] {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const set = (writing: boolean) =>
    void navigate({ to: ".", hash: writing ? writingHash : "", resetScroll: true, replace: !writing });
  return [hash === writingHash, set];
}

function TheIntent({ team }: { team: TeamEntry }) {
  const { workspace } = usePlace();
  const [asked, setWriting] = useWriting();
  const shown = directionClient.useAsk("show", { workspace: workspace.id, team: team.id });
  // what was typed outlives a look at another page, not another visit of this one
  const [written, setWritten] = useState(0);
  const view = shown.data;
  if (shown.error && !view)
    return <DirectionNotShown title={say("web.intent.title")} error={shown.error} again={() => void shown.refetch()} />;
  const writing = asked && view !== undefined && !view.whyNotWrite;
  return (
    <>
      <PageHeader
        eyebrow={<bdi>{team.name}</bdi>}
        title={say(writing && view.intent ? "web.draft.title" : "web.intent.title")}
        facts={view ? !writing && <Facts view={view} /> : <Skeleton className="h-5 w-72 max-w-full" />}
        actions={view && !writing && <Actions team={team} view={view} write={() => setWriting(true)} />}
      />
      {!view && <SheetsWaiting tall={[420]} beside={[180, 200]} />}
      {view &&
        (writing ? (
          <Writing
            key={written}
            team={team}
            view={view}
            end={() => {
              setWriting(false);
              setWritten(written + 1);
            }}
          />
        ) : (
          <Reading team={team} view={view} write={() => setWriting(true)} />
        ))}
    </>
  );
}

function Facts({ view }: { view: IntentView }) {
  const { locale, timeZone } = useReader();
  const { intent } = view;
  if (!intent) return null;
  return (
    <>
      <Badge tone={view.state === "current" ? "pasture" : "brass"}>
        {say("web.intent.version", { n: intent.version })}
      </Badge>
      <span>
        {say("web.intent.published_by")} <bdi className="font-medium text-ink">{intent.publishedBy.name}</bdi>
        {" · "}
        <Time value={intent.publishedAt} locale={locale} zone={timeZone} />
      </span>
      <span>{say("web.intent.words", { n: intent.words })}</span>
    </>
  );
}

function Actions({ team, view, write }: { team: TeamEntry; view: IntentView; write: () => void }) {
  const { workspace } = usePlace();
  return (
    <>
      {view.versions > 0 && (
        <Link
          to="/w/$workspace/t/$team/intent/versions"
          params={{ workspace: workspace.slug, team: team.id }}
          className={buttonClass("plain", "md", "no-underline")}
        >
          <History aria-hidden="true" size={17} />
          {say("web.intent.versions")}
        </Link>
      )}
      {/* a draft, a page where nothing stands yet, and what says that it is time offer it themselves */}
      {view.state === "current" && !view.draft && (team.myRole === "lead" || !view.whyNotWrite) && (
        <Button icon={<PenLine aria-hidden="true" size={16} />} why={view.whyNotWrite} onClick={write}>
          {say("web.draft.next")}
        </Button>
      )}
    </>
  );
}

function Reading({ team, view, write }: { team: TeamEntry; view: IntentView; write: () => void }) {
  const { intent } = view;
  return (
    <div className={twoColumns}>
      <div className="grid gap-5">
        {view.draft && !view.whyNotWrite && <DraftBanner team={team} draft={view.draft} write={write} />}
        <StateBanner view={view} write={write} />
        {intent ? <IntentWords intent={intent} /> : <NothingYet team={team} view={view} write={write} />}
        {intent && (
          <BackBriefs key={intent.id} intent={intent} backBriefs={view.backBriefs} leads={team.myRole === "lead"} />
        )}
      </div>
      <IntentBeside team={team} intent={intent} />
    </div>
  );
}

function Writing({ team, view, end }: { team: TeamEntry; view: IntentView; end: () => void }) {
  return (
    <div className={twoColumns}>
      <DraftEditor team={team} view={view} end={end} />
      <div className="grid gap-5">
        {view.intent && (
          <Card title={say("web.intent.holds_now")} note={say("web.intent.version", { n: view.intent.version })}>
            <IntentInShort intent={view.intent} />
          </Card>
        )}
        <Card title={say("web.draft.hold_on")}>
          <ul className="grid gap-2.5 text-sm text-ink-2">
            <li>{say("web.draft.advice_what")}</li>
            <li>{say("web.draft.advice_keep")}</li>
            <li>{say("web.draft.advice_lines")}</li>
          </ul>
        </Card>
      </div>
    </div>
  );
}

/** Its last day is over, or it is time to look at it again: said once, with what to do about it. */
function StateBanner({ view, write }: { view: IntentView; write: () => void }) {
  const { intent, state } = view;
  if (!intent || state === "current" || state === "none") return null;
  const expired = state === "expired";
  const mine = !view.whyNotWrite;
  return (
    <Banner
      tone={expired ? "clay" : "brass"}
      icon={expired ? <CircleAlert /> : <Clock />}
      actions={
        mine &&
        !view.draft && (
          <Button size="sm" look="primary" className="no-print" onClick={write}>
            {say("web.draft.next")}
          </Button>
        )
      }
    >
      <p className="font-semibold">
        {say(expired ? "web.intent.expired" : "web.intent.review_due")}{" "}
        <span className="font-normal">
          <DayText day={expired ? intent.until : intent.review} />
        </span>
      </p>
      <p className="mt-0.5 text-ink-2">{say(mine ? `web.intent.${state}_lead` : `web.intent.${state}_member`)}</p>
    </Banner>
  );
}

function NothingYet({ team, view, write }: { team: TeamEntry; view: IntentView; write: () => void }) {
  const mine = !view.whyNotWrite;
  return (
    <EmptyState
      picture="path"
      title={say("web.intent.none_title", { name: team.name })}
      actions={
        mine &&
        !view.draft && (
          <Button look="primary" size="lg" icon={<PenLine aria-hidden="true" size={18} />} onClick={write}>
            {say("web.draft.first")}
          </Button>
        )
      }
    >
      {say(mine ? "web.intent.none_lead" : "web.intent.none_member")}
    </EmptyState>
  );
}
