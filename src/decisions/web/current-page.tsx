import { keepPreviousData } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { PenLine, Plus } from "lucide-react";
import { levelWithoutArea } from "../../areas/rules.ts";
import { levelText } from "../../areas/web/level-words.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { pagerWords } from "../../people/web/pager-words.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { grouped } from "./current-groups.ts";
import { Mine } from "./current-mine.tsx";
import { CurrentRow, rowsClass } from "./current-row.tsx";
import { DecisionsNotShown, useTeamHere } from "./current-states.tsx";
import { say } from "./deciding-words.ts";
import { decisionsClient, type InProgress } from "./decisions-client.ts";

/** So many decisions that are being made stand on a page, and so many that were decided lately. */
const goingOnPage = 50;
const decidedOnPage = 10;

/** How many come before the ones shown, of each list, as the address has it. */
function useOffsets() {
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const offset = (value: unknown) => (Number.isInteger(value) && (value as number) > 0 ? (value as number) : 0);
  const go = (patch: { going?: number; decided?: number }) => {
    const next = Object.entries({ ...raw, ...patch }).filter(([, value]) => value !== 0);
    void navigate({ to: ".", search: Object.fromEntries(next) as never, replace: true, resetScroll: false });
  };
  return { going: offset(raw.going), decided: offset(raw.decided), go };
}

/** What a team is deciding: what waits for me first, then the sealed rounds, what is opened, shaped, and waiting. */
export function CurrentPage() {
  const { workspace, team } = useTeamHere();
  const offsets = useOffsets();
  const asked = decisionsClient.useAsk(
    "current",
    { workspace: workspace.id, team: team.id, which: "going", offset: offsets.going, limit: goingOnPage },
    { placeholderData: keepPreviousData as never },
  );
  const current = asked.data;
  const title = say("web.current.title");
  if (asked.error && !current) {
    return <DecisionsNotShown title={title} error={asked.error} again={() => void asked.refetch()} />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<bdi>{team.name}</bdi>}
        title={title}
        // where nothing goes on, the two ways to begin are all the page has
        actions={current?.total !== 0 && <Begin why={current?.whyNotPropose} waiting={!current} />}
      />
      <div className="grid grid-cols-1 gap-5">
        {current ? (
          <Going current={current} offset={offsets.going} onOffset={(going) => offsets.go({ going })} />
        ) : (
          <ListWaiting rows={4} />
        )}
        {current && <DecidedLately offset={offsets.decided} onOffset={(decided) => offsets.go({ decided })} />}
        <p className="text-sm text-ink-2">
          <Link
            to="/w/$workspace/t/$team/record"
            params={{ workspace: workspace.slug, team: team.id }}
            className={textLink}
          >
            {say("web.current.all")}
          </Link>{" "}
          {say("web.current.all_lead")}
        </p>
      </div>
    </>
  );
}

/** The two ways to begin. */
function Begin({ why, waiting = false }: { why: string | null | undefined; waiting?: boolean }) {
  const { workspace, team } = useTeamHere();
  const navigate = useNavigate();
  const at = { workspace: workspace.slug, team: team.id };
  return (
    <>
      <Button
        icon={<PenLine aria-hidden="true" size={16} />}
        why={why}
        disabled={waiting}
        onClick={() => void navigate({ to: ".", search: true, hash: "we-decided" })}
      >
        {say("web.current.note")}
      </Button>
      {why || waiting ? (
        <Button look="primary" icon={<Plus aria-hidden="true" size={17} />} why={why} disabled={waiting}>
          {say("web.current.propose")}
        </Button>
      ) : (
        <Link
          to="/w/$workspace/t/$team/decisions/new"
          params={at}
          className={buttonClass("primary", "md", "no-underline")}
        >
          <Plus aria-hidden="true" size={17} />
          {say("web.current.propose")}
        </Link>
      )}
    </>
  );
}

function Going({
  current,
  offset,
  onOffset,
}: {
  current: { total: number; decisions: InProgress[]; whyNotPropose: string | null };
  offset: number;
  onOffset: (offset: number) => void;
}) {
  const groups = grouped(current.decisions);
  const mine = groups.find(([group]) => group === "mine")?.[1] ?? [];
  const waits = (
    <Mine decisions={mine} shown={current.decisions} alone={offset > 0} counted={current.total <= goingOnPage} />
  );
  if (current.total === 0) {
    return (
      <>
        {waits}
        <EmptyState
          title={say("web.current.none_title")}
          actions={!current.whyNotPropose && <Begin why={current.whyNotPropose} />}
        >
          <p>{current.whyNotPropose ?? say("web.current.none")}</p>
          <p className="mt-2.5 text-sm">{say("web.current.none_level", { level: levelText(levelWithoutArea) })}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {waits}
      {groups
        .filter(([group]) => group !== "mine")
        .map(([group, decisions]) => (
          <Card
            key={group}
            title={say(`web.current.${group}_title`)}
            // of a list that goes on elsewhere nobody knows how many stand under one heading
            note={current.total <= goingOnPage && say("web.current.count", { n: decisions.length })}
          >
            <Rows decisions={decisions} />
          </Card>
        ))}
      {current.total > goingOnPage && (
        <Pager
          offset={offset}
          limit={goingOnPage}
          total={current.total}
          onOffset={onOffset}
          words={pagerWords(say("web.current.pages"))}
        />
      )}
    </>
  );
}

function Rows({ decisions }: { decisions: readonly InProgress[] }) {
  return (
    <ul className={rowsClass}>
      {decisions.map((decision) => (
        <CurrentRow key={decision.id} decision={decision} />
      ))}
    </ul>
  );
}

/** What was decided and not looked back on yet, the latest first. */
function DecidedLately({ offset, onOffset }: { offset: number; onOffset: (offset: number) => void }) {
  const { workspace, team } = useTeamHere();
  const asked = decisionsClient.useAsk(
    "current",
    { workspace: workspace.id, team: team.id, which: "decided", offset, limit: decidedOnPage },
    { placeholderData: keepPreviousData as never },
  );
  if (asked.error && !asked.data) return <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return <ListWaiting rows={2} />;
  const { total, decisions } = asked.data;
  return (
    <Card title={say("web.current.decided_title")} note={total > 0 && say("web.current.count", { n: total })}>
      {total === 0 ? (
        <p className="text-sm text-ink-2">{say("web.current.none_decided")}</p>
      ) : (
        <Rows decisions={decisions} />
      )}
      {total > decidedOnPage && (
        <div className="mt-4 border-t border-line pt-3">
          <Pager
            offset={offset}
            limit={decidedOnPage}
            total={total}
            onOffset={onOffset}
            words={pagerWords(say("web.current.pages_decided"))}
          />
        </div>
      )}
    </Card>
  );
}

function ListWaiting({ rows }: { rows: number }) {
  return (
    <div role="status" aria-label={say("web.current.waiting")}>
      <Card>
        <div className="divide-y divide-line">
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
            <div key={row} className="flex items-center justify-between gap-6 py-4">
              <div className="grid w-80 max-w-full gap-2.5">
                <Skeleton className="h-4.5 w-64 max-w-full" />
                <Skeleton className="h-3.5 w-full" />
              </div>
              <Skeleton className="h-5 w-32 max-sm:hidden" />
            </div>
          ))}
        </div>
      </Card>
    </div>
  );
}
