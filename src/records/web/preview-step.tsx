import { ArrowLeft, FileDown, FileUp, RefreshCw, TriangleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { newKey, type Refused, saveFile } from "../../foundation/client.ts";
import { useProgress } from "../../foundation/news.ts";
import { useReader } from "../../people/web/place.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Progress } from "../../ui/progress.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Stat } from "../../ui/stat.tsx";
import { toast } from "../../ui/toast.ts";
import type { Mapping } from "../mapping.ts";
import { type RowState, rowStates } from "../rules.ts";
import { numberText, percent } from "./figure-words.ts";
import type { ImportFlow, Sent } from "./import-flow.ts";
import { PreviewNotes } from "./preview-notes.tsx";
import { PreviewRows } from "./preview-rows.tsx";
import { say } from "./record-words.ts";
import { type Preview, recordsClient } from "./records-client.ts";
import { useUndo } from "./undo-import.tsx";
import { usePreview } from "./use-preview.ts";
import { useRecordPlace } from "./use-record.ts";

/** Every row, with what becomes of it; then writes it. */
export function PreviewStep({ flow, sent, mapping }: { flow: ImportFlow; sent: Sent; mapping: Mapping }) {
  const [state, setState] = useState<RowState | undefined>();
  const [offset, setOffset] = useState(0);
  const preview = usePreview(sent, mapping, { state, offset });
  const { data, error } = preview;
  if (error && !data) {
    return (
      <div className="grid gap-5">
        <ErrorState
          title={say("web.importing.preview.could_not")}
          actions={<Button onClick={() => void preview.refetch()}>{say("web.error.again")}</Button>}
        >
          {error.message}
        </ErrorState>
        <Back flow={flow} />
      </div>
    );
  }
  if (!data) return <PreviewWaiting />;
  return (
    <div className="grid gap-5">
      <Counts preview={data} />
      <PreviewNotes preview={data} />
      <Card
        title={say("web.importing.preview.rows")}
        note={data.counts.refused > 0 && <SaveRefused sent={sent} mapping={mapping} />}
      >
        <PreviewRows
          preview={data}
          state={state}
          offset={offset}
          stale={preview.isPlaceholderData}
          onState={(next) => {
            setState(next);
            setOffset(0);
          }}
          onOffset={setOffset}
        />
      </Card>
      <Confirm flow={flow} sent={sent} mapping={mapping} preview={data} lookAgain={() => void preview.refetch()} />
    </div>
  );
}

function PreviewWaiting() {
  return (
    <div role="status" aria-label={say("web.importing.columns.waiting")} className="grid gap-5">
      <Skeleton className="h-56 rounded-xl sm:h-28" />
      <Skeleton className="h-96 rounded-xl" />
    </div>
  );
}

function Counts({ preview: { counts } }: { preview: Preview }) {
  const { locale } = useReader();
  return (
    <Card flush aria-label={say("web.importing.preview.title")}>
      <div className="grid grid-cols-2 gap-px overflow-hidden rounded-xl bg-line lg:grid-cols-4 [&>*]:bg-surface [&>*]:px-5 [&>*]:py-4">
        {rowStates.map((state) => (
          <Stat
            key={state}
            label={say(`web.importing.preview.${state}`)}
            value={numberText(counts[state], locale)}
            note={say(`web.importing.preview.${state}_note`)}
          />
        ))}
      </div>
    </Card>
  );
}

function SaveRefused({ sent, mapping }: { sent: Sent; mapping: Mapping }) {
  const { asked } = useRecordPlace();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { file, history } = sent;
      await saveFile("records.refusedOfPreview", { ...asked, file, ...(history && { history }), mapping });
    } catch (error) {
      toast.error(say("web.importing.preview.not_saved", { why: (error as Error).message }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="sm" busy={busy} icon={<FileDown aria-hidden="true" size={15} />} onClick={() => void save()}>
      {say("web.importing.preview.save_refused")}
    </Button>
  );
}

function Back({ flow, disabled = false }: { flow: ImportFlow; disabled?: boolean }) {
  return (
    <Button
      size="lg"
      disabled={disabled}
      icon={<ArrowLeft aria-hidden="true" size={18} className="rtl:rotate-180" />}
      onClick={() => flow.go("columns")}
    >
      {say("web.importing.back")}
    </Button>
  );
}

/** What changed while one looked: then one looks again. */
const lookedAway = new Set(["records.log_changed", "records.file_changed"]);

function Confirm({
  flow,
  sent,
  mapping,
  preview,
  lookAgain,
}: {
  flow: ImportFlow;
  sent: Sent;
  mapping: Mapping;
  preview: Preview;
  lookAgain: () => void;
}) {
  const { asked } = useRecordPlace();
  const { locale } = useReader();
  const [key, setKey] = useState<string | null>(null);
  const progress = useProgress(key);
  const importing = recordsClient.useDo("importDecisions", { alsoChanges: ["decisions"] });
  const undo = useUndo();
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const { counts, describes, seen } = preview;
  const write = counts.new + counts.changed;
  const start = async () => {
    const fresh = newKey();
    setKey(fresh);
    const done = await importing
      .mutateAsync({
        ...asked,
        file: sent.file,
        ...(sent.history && { history: sent.history }),
        mapping,
        seen,
        progress: fresh,
      })
      // the refusal is shown from `importing.error`
      .catch(() => null);
    if (!done) return;
    const { import: made } = done;
    if (made) {
      toast.success(say("web.importing.done.toast", { n: done.counts.new + done.counts.changed }), {
        label: say("web.importing.undo.short"),
        onPress: () => void undo(made),
      });
    }
    // whoever went elsewhere meanwhile is left there
    if (here.current) flow.finish({ ...done, fileName: sent.file.name });
  };
  return (
    <div className="grid gap-4">
      {importing.error && <NotImported error={importing.error} lookAgain={lookAgain} />}
      <div className="z-10 flex flex-wrap justify-between gap-3 border-t border-line bg-paper py-3 md:sticky md:bottom-0">
        {importing.isPending && (
          <div className="w-full">
            <Progress
              label={say("web.importing.preview.running")}
              {...(progress && {
                done: progress.done,
                total: progress.total,
                text: percent(progress.done / Math.max(1, progress.total), locale),
              })}
            />
          </div>
        )}
        <Back flow={flow} disabled={importing.isPending} />
        <Button
          look="primary"
          size="lg"
          busy={importing.isPending}
          why={write === 0 && !describes ? say("web.importing.preview.nothing_to_do") : null}
          icon={<FileUp aria-hidden="true" size={18} />}
          onClick={() => void start()}
        >
          {say("web.importing.preview.confirm", { n: write })}
        </Button>
      </div>
    </div>
  );
}

function NotImported({ error, lookAgain }: { error: Refused; lookAgain: () => void }) {
  return (
    <Banner
      tone="clay"
      live
      icon={<TriangleAlert />}
      actions={
        lookedAway.has(error.code) && (
          <Button size="sm" icon={<RefreshCw aria-hidden="true" size={15} />} onClick={lookAgain}>
            {say("web.importing.preview.again")}
          </Button>
        )
      }
    >
      {error.message}
    </Banner>
  );
}
