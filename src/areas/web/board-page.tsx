import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { LayoutList, Plus, Search, Table2, Trees, TrendingUp } from "lucide-react";
import { useMemo, useState } from "react";
import { useHashDialog } from "../../people/web/hash-dialog.ts";
import { useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { areasClient, type Board } from "./areas-client.ts";
import { AreasNotShown } from "./areas-states.tsx";
import { say } from "./areas-words.ts";
import { AsOf, AsOfBanner } from "./as-of.tsx";
import { BoardLegend } from "./board-legend.tsx";
import { BoardOnPaper } from "./board-paper.tsx";
import { BoardPrompts } from "./board-prompts.tsx";
import { BoardHead, BoardRows, findsArea } from "./board-rows.tsx";
import { BoardTable } from "./board-table.tsx";
import { Field, movedText } from "./field.tsx";
import { farthestFirst } from "./field-layout.ts";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { ProposeDialog, type Proposing } from "./propose-dialog.tsx";
import { StepInsCard, useStepIns } from "./step-ins-card.tsx";
import { useAreasPlace, useAreasSearch } from "./use-areas.ts";

/** From so many areas on there is a box to find one in. */
const manyAreas = 12;

/** The board: what a team may decide without asking, now or as of a day. */
export function BoardPage() {
  const { workspace, team } = useAreasPlace();
  const { asOf } = useAreasSearch();
  const [handing, setHanding] = useHashDialog("hand-over");
  const asked = areasClient.useAsk(
    "board",
    { workspace: workspace.id, team: team.id, ...(asOf ? { asOf } : {}) },
    { placeholderData: keepPreviousData as never },
  );
  const board = asked.data;
  if (asked.error && !board) {
    return <AreasNotShown title={say("web.board.title")} error={asked.error} again={() => void asked.refetch()} />;
  }
  const empty = board?.areas.length === 0;
  return (
    <>
      <PageHeader
        eyebrow={<bdi>{team.name}</bdi>}
        title={say("web.board.title")}
        actions={
          <>
            {board?.since && <AsOf since={board.since} />}
            {(!board || (board.current && !(empty && !board.whyNotMake))) && (
              <Button
                look="primary"
                icon={<Plus aria-hidden="true" size={17} />}
                disabled={!board}
                why={board?.whyNotMake}
                onClick={() => setHanding(true)}
              >
                {say("web.hand_over.title")}
              </Button>
            )}
          </>
        }
      />
      <AsOfBanner />
      {!board && <BoardWaiting />}
      {board && (empty ? <NoAreas board={board} begin={() => setHanding(true)} /> : <TheBoard board={board} />)}
      {board && !board.whyNotMake && <HandOverDialog board={board} open={handing} onOpen={setHanding} />}
    </>
  );
}

function TheBoard({ board }: { board: Board }) {
  const { locale } = useReader();
  const { look, go } = useAreasSearch();
  const [typed, setTyped] = useState("");
  const [proposing, setProposing] = useState<Proposing | null>(null);
  const { stepIns, more } = useStepIns();
  const inOrder = useMemo(() => farthestFirst(board.areas, locale), [board.areas, locale]);
  const shown = inOrder.filter((area) => findsArea(area, typed));
  return (
    <>
      <div className="no-print mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <Segmented
          label={say("web.look.label")}
          value={look}
          onValue={(next) => go({ look: next })}
          choices={[
            { value: "board", label: say("web.look.board"), icon: <LayoutList aria-hidden="true" /> },
            { value: "field", label: say("web.look.field"), icon: <Trees aria-hidden="true" /> },
            { value: "table", label: say("web.look.table"), icon: <Table2 aria-hidden="true" /> },
          ]}
        />
        {inOrder.length >= manyAreas && (
          <div className="w-full sm:ms-auto sm:w-64">
            <TextInput
              type="search"
              aria-label={say("web.board.find")}
              placeholder={say("web.board.find")}
              icon={<Search />}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
        )}
        <p aria-live="polite" className="sr-only">
          {typed && say("web.board.found", { n: shown.length })}
        </p>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          compact
          title={say("web.board.nothing_found")}
          actions={<Button onClick={() => setTyped("")}>{say("web.board.show_all")}</Button>}
        />
      ) : (
        <Card flush={look === "board"} className={look === "field" ? "" : "print:hidden"}>
          {look === "board" && (
            <div className="@container px-5 pt-4.5 pb-2">
              <div className="hidden border-b border-line pb-3 @4xl:block">
                <BoardHead />
              </div>
              <BoardRows areas={shown} current={board.current} proposing={proposing} propose={setProposing} />
              <div className="border-t border-line py-3">
                <BoardLegend areas={shown} />
              </div>
            </div>
          )}
          {look === "field" && <FieldLook board={board} areas={shown} />}
          {look === "table" && <BoardTable areas={shown} />}
        </Card>
      )}
      {look !== "field" && <BoardOnPaper areas={inOrder} />}
      {board.current && <BoardPrompts areas={inOrder} />}
      {board.current && <StepInsCard named stepIns={stepIns} more={more} className="mt-5" />}
      <ProposeDialog proposing={proposing} end={() => setProposing(null)} />
    </>
  );
}

function FieldLook({ board, areas }: { board: Board; areas: Board["areas"] }) {
  const { team } = useAreasPlace();
  const moved = board.ahead + board.back > 0;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <p className="max-w-prose text-sm text-ink-2">{say("web.field.lead_text")}</p>
        {moved && (
          <Badge tone="pasture" icon={<TrendingUp aria-hidden="true" className="rtl:-scale-x-100" />}>
            {movedText(board)}
          </Badge>
        )}
      </div>
      <Field
        areas={areas}
        leadName={team.myRole === "lead" ? say("web.field.you") : say("web.field.the_lead")}
        height={330}
        table={false}
      />
    </>
  );
}

function NoAreas({ board, begin }: { board: Board; begin: () => void }) {
  const { at } = useAreasPlace();
  if (!board.current)
    return <EmptyState title={say("web.board.none_then")}>{say("web.board.none_then_what")}</EmptyState>;
  return (
    <EmptyState
      picture="path"
      title={say("web.board.none")}
      actions={
        !board.whyNotMake && (
          <>
            <Link to="/w/$workspace/t/$team/start" params={at} className={buttonClass("primary", "md", "no-underline")}>
              {say("web.board.starter_set")}
            </Link>
            <Button onClick={begin}>{say("web.hand_over.title")}</Button>
          </>
        )
      }
    >
      {say(board.whyNotMake ? "web.board.none_member" : "web.board.none_what")}
    </EmptyState>
  );
}

const waitingRows = 6;

function BoardWaiting() {
  return (
    <div role="status" aria-label={say("web.waiting")}>
      <Skeleton className="mb-4 h-9 w-60" />
      <Card>
        <div className="divide-y divide-line">
          {Array.from({ length: waitingRows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
            <div key={row} className="flex items-center gap-6 py-4">
              <div className="grid w-48 max-w-[50%] gap-2">
                <Skeleton className="h-3.5 w-36 max-w-full" />
                <Skeleton className="h-3 w-full" />
              </div>
              <Skeleton round className="size-7 shrink-0" />
              <Skeleton className="h-2 flex-1 max-sm:hidden" />
            </div>
          ))}
        </div>
      </Card>
    </div>
  );
}
