import { ArrowLeft, ArrowRight, Download, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import type { Mapping } from "../mapping.ts";
import { FieldColumns } from "./field-columns.tsx";
import { HistoryColumns } from "./history-columns.tsx";
import { mappingFileName, saveText } from "./import-files.ts";
import type { ImportFlow, Sent } from "./import-flow.ts";
import { OfficeFields } from "./office-fields.tsx";
import { say } from "./record-words.ts";
import type { Preview } from "./records-client.ts";
import { usePreview } from "./use-preview.ts";

/** Typing is waited out before the file is read again. */
const typingMs = 350;

/** A value after it stopped changing. */
function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), typingMs);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}

/** Says which column is what, and what the words in it mean. The file is read again with every change. */
export function ColumnsStep({ flow, sent, mapping }: { flow: ImportFlow; sent: Sent; mapping: Mapping }) {
  const calm = useCalm(mapping);
  const preview = usePreview(sent, calm);
  const { data, error } = preview;
  const reading = preview.isFetching || calm !== mapping;
  return (
    <div className="grid gap-5">
      <Card
        title={say("web.importing.columns.title")}
        lead={say(flow.guessed ? "web.importing.columns.guessed" : "web.importing.columns.given", {
          name: sent.file.name,
        })}
        note={
          <span className="flex items-center gap-3 md:flex-row-reverse">
            <Button
              size="sm"
              icon={<Download aria-hidden="true" size={15} />}
              onClick={() => saveText(mappingFileName(sent.file.name), `${JSON.stringify(mapping, null, 2)}\n`)}
            >
              {say("web.importing.columns.save")}
            </Button>
            <span role="status" className="inline-flex items-center gap-1.5">
              {reading && data && (
                <>
                  <Spinner />
                  {say("web.importing.columns.waiting")}
                </>
              )}
            </span>
          </span>
        }
      >
        {error ? (
          <ErrorState
            level={3}
            title={say("web.importing.preview.could_not")}
            actions={<Button onClick={() => void preview.refetch()}>{say("web.error.again")}</Button>}
          >
            {error.message}
          </ErrorState>
        ) : data ? (
          <FieldColumns mapping={mapping} preview={data} edit={flow.edit} />
        ) : (
          <div role="status" aria-label={say("web.importing.columns.waiting")} className="grid gap-4">
            {Array.from({ length: 8 }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
              <Skeleton key={row} className="h-10" />
            ))}
          </div>
        )}
      </Card>
      {data && sent.history && (
        <HistoryColumns mapping={mapping} columns={data.historyColumns} name={sent.history.name} edit={flow.edit} />
      )}
      {data && <Unmapped preview={data} />}
      <OfficeFields mapping={mapping} edit={flow.edit} />
      {data && <Problems problems={data.problems} />}
      <div className="z-10 flex flex-wrap justify-between gap-3 border-t border-line bg-paper py-3 md:sticky md:bottom-0">
        <Button
          size="lg"
          icon={<ArrowLeft aria-hidden="true" size={18} className="rtl:rotate-180" />}
          onClick={() => flow.go("file")}
        >
          {say("web.importing.back")}
        </Button>
        <Button
          look="primary"
          size="lg"
          why={data?.problems[0]?.sentence}
          disabled={!data}
          icon={<ArrowRight aria-hidden="true" size={18} className="rtl:rotate-180" />}
          onClick={() => flow.go("preview")}
        >
          {say("web.importing.columns.next")}
        </Button>
      </div>
    </div>
  );
}

function Unmapped({ preview }: { preview: Preview }) {
  const unmapped = preview.columns.filter(({ fields, filled }) => fields.length === 0 && filled > 0);
  return (
    <Card title={say("web.importing.columns.unmapped")}>
      <p className="text-sm text-ink-2">
        {unmapped.length === 0
          ? say("web.importing.columns.unmapped_none")
          : say("web.importing.columns.unmapped_about", { n: unmapped.length })}
      </p>
      {unmapped.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-1.5">
          {unmapped.map(({ name }) => (
            <li key={name} className="rounded-md border border-line bg-raised px-2 py-0.5 font-mono text-xs">
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Problems({ problems }: { problems: Preview["problems"] }) {
  return (
    <div aria-live="polite">
      {problems.length > 0 && (
        <Card
          tone="clay"
          title={say("web.importing.columns.problems", { n: problems.length })}
          icon={<TriangleAlert aria-hidden="true" size={18} className="text-clay-ink" />}
        >
          <ul className="grid gap-1.5 text-sm">
            {problems.map(({ code, sentence }) => (
              <li key={code + sentence}>{sentence}</li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
