import { CheckCheck } from "lucide-react";
import { useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { pagerWords } from "../../people/web/pager-words.ts";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import type en from "../words.en.json";
import { ChoicesCards } from "./choices-cards.tsx";
import { NoticeList } from "./notice-list.tsx";
import { noticesClient } from "./notices-client.ts";
import { NoticesWaiting } from "./notices-states.tsx";

const say = wordsOf<typeof en>("notices");
const limit = 30;

/** What I was told, and what I want to be told. */
export function NoticesPage() {
  const { workspace } = usePlace();
  const [open, setOpen] = useState(false);
  const [offset, setOffset] = useState(0);
  const asked = noticesClient.useAsk(
    "list",
    { workspace: workspace.id, open, offset, limit },
    { placeholderData: (earlier: unknown) => earlier },
  );
  const see = noticesClient.useDo("see");
  const choose = (value: "all" | "open") => {
    setOpen(value === "open");
    setOffset(0);
  };
  const unseen = asked.data?.unseen ?? 0;
  return (
    <>
      <PageHeader eyebrow={workspace.name} title={say("web.title")} lead={say("web.lead")} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid gap-4">
          <div className="flex min-h-8.5 flex-wrap items-center justify-between gap-3">
            <Segmented
              label={say("web.filter.label")}
              value={open ? "open" : "all"}
              onValue={choose}
              choices={[
                { value: "all", label: say("web.filter.all") },
                { value: "open", label: say("web.filter.open") },
              ]}
            />
            {unseen > 0 && (
              <Button
                look="quiet"
                icon={<CheckCheck aria-hidden="true" size={16} />}
                busy={see.isPending}
                onClick={() => void tellOutcome(see.mutateAsync({ workspace: workspace.id }), say("web.all_seen"))}
              >
                {say("web.see_all")}
              </Button>
            )}
          </div>
          {asked.error && <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />}
          {!asked.error && !asked.data && <NoticesWaiting />}
          {asked.data?.total === 0 && !asked.isPlaceholderData && <Nothing open={open} showAll={() => choose("all")} />}
          {asked.data && asked.data.total > 0 && (
            <>
              <NoticeList notices={asked.data.notices} stale={asked.isPlaceholderData} />
              {asked.data.total > limit && (
                <Pager
                  offset={offset}
                  limit={limit}
                  total={asked.data.total}
                  onOffset={(next) => {
                    setOffset(next);
                    scrollTo({ top: 0 });
                  }}
                  words={pagerWords(say("web.pager.label"))}
                />
              )}
            </>
          )}
        </div>
        <div className="grid gap-5">
          <ChoicesCards />
        </div>
      </div>
    </>
  );
}

function Nothing({ open, showAll }: { open: boolean; showAll: () => void }) {
  if (!open) return <EmptyState title={say("web.empty.title")}>{say("web.empty.text")}</EmptyState>;
  return (
    <EmptyState
      title={say("web.nothing_open.title")}
      actions={<Button onClick={showAll}>{say("web.nothing_open.all")}</Button>}
    >
      {say("web.nothing_open.text")}
    </EmptyState>
  );
}
