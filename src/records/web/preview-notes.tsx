import { Info } from "lucide-react";
import { Banner } from "../../ui/banner.tsx";
import { Card } from "../../ui/card.tsx";
import { say } from "./record-words.ts";
import type { Preview } from "./records-client.ts";

const mostKeys = 6;

/** Why rows are refused, what the file leaves alone, and what became of its companion. */
export function PreviewNotes({ preview }: { preview: Preview }) {
  const notes = notesOf(preview);
  return (
    <>
      {preview.reasons.length > 0 && (
        <Card tone="clay" title={say("web.importing.preview.reasons")}>
          <ul className="grid text-sm">
            {preview.reasons.map(({ code, sentence, rows }) => (
              <li
                key={code + sentence}
                className="flex items-baseline justify-between gap-4 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0"
              >
                <span className="min-w-0 [overflow-wrap:anywhere]">{sentence}</span>
                <span className="shrink-0 font-semibold tabular-nums">
                  {say("web.importing.preview.reason_rows", { n: rows })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {notes.length > 0 && (
        <Banner icon={<Info />}>
          <ul className="grid gap-1">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}

function notesOf({ notInFile, history, describes }: Preview): string[] {
  const keys = history?.withoutDecision ?? [];
  return [
    notInFile > 0 && say("web.importing.preview.not_in_file", { n: notInFile }),
    history && say("web.importing.preview.history", { used: history.used, rows: history.rows }),
    history &&
      history.withoutDecisionRows > 0 &&
      say("web.importing.preview.history_without", {
        n: history.withoutDecisionRows,
        keys: keys.slice(0, mostKeys).join(", "),
        more: keys.length > mostKeys ? "yes" : "no",
      }),
    history && history.keyless > 0 && say("web.importing.preview.history_keyless", { n: history.keyless }),
    describes && say("web.importing.preview.describes"),
  ].filter((note): note is string => Boolean(note));
}
