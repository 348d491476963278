import { FileDown } from "lucide-react";
import { addressOf } from "../../foundation/client.ts";
import { useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { Time } from "../../ui/time.tsx";
import { say } from "./record-words.ts";
import type { EarlierImport } from "./records-client.ts";
import { UndoButton } from "./undo-import.tsx";
import { useRecordPlace } from "./use-record.ts";

/** What was imported before, the latest first, each to be undone. */
export function EarlierImports({ imports }: { imports: readonly EarlierImport[] }) {
  return (
    <Card title={say("web.importing.earlier.title")}>
      {imports.length === 0 ? (
        <p className="text-sm text-ink-2">{say("web.importing.earlier.none")}</p>
      ) : (
        <ul className="grid">
          {imports.map((one) => (
            <Earlier key={one.id} one={one} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Earlier({ one }: { one: EarlierImport }) {
  const { asked } = useRecordPlace();
  const { locale, timeZone } = useReader();
  const { id, fileName, historyName, by, at, counts, undoneAt, undoneBy } = one;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2.5 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
          <bdi className="font-semibold [overflow-wrap:anywhere]">{fileName}</bdi>
          {historyName && (
            <span className="text-sm text-ink-2">{say("web.importing.earlier.with", { name: historyName })}</span>
          )}
          {undoneAt && (
            <Badge>
              {undoneBy
                ? say("web.importing.earlier.undone_by", { by: undoneBy })
                : say("web.importing.earlier.undone")}
            </Badge>
          )}
        </div>
        <p className="text-sm text-ink-2">
          {by} · <Time value={at} locale={locale} zone={timeZone} inList /> ·{" "}
          {say("web.importing.earlier.counts", {
            added: counts.new,
            changed: counts.changed,
            refused: counts.refused,
          })}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {counts.refused > 0 && (
          <LinkButton
            size="sm"
            href={addressOf("records.refusedRows", { workspace: asked.workspace, import: id })}
            download
            icon={<FileDown aria-hidden="true" size={15} />}
          >
            {say("web.importing.earlier.refused")}
          </LinkButton>
        )}
        {!undoneAt && <UndoButton size="sm" made={one} />}
      </div>
    </li>
  );
}
