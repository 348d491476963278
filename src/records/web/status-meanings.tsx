import { ChevronDown } from "lucide-react";
import { type StatusClass, statusClasses } from "../../decisions/rules.ts";
import { Select } from "../../ui/select.tsx";
import type { Mapping } from "../mapping.ts";
import { statusWords, withStatus } from "./mapping-draft.ts";
import { say } from "./record-words.ts";
import type { Preview } from "./records-client.ts";

/** What the record's status words mean; folded away, since little hangs on it. */
export function StatusMeanings({
  mapping,
  preview,
  edit,
}: {
  mapping: Mapping;
  preview: Preview;
  edit: (mapping: Mapping) => void;
}) {
  const words = statusWords(mapping, preview.columns);
  if (words.length === 0) return null;
  return (
    <details className="group rounded-lg border border-line bg-raised">
      <summary className="flex items-center justify-between gap-3 rounded-lg px-3.5 py-2.5 text-sm font-semibold [&::-webkit-details-marker]:hidden">
        {say("web.importing.columns.statuses.title")}
        <ChevronDown
          aria-hidden="true"
          size={16}
          className="shrink-0 text-ink-2 transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="grid gap-2 px-3.5 pb-3">
        <p className="text-sm text-ink-2">{say("web.importing.columns.statuses.about")}</p>
        {words.map((word) => (
          <div key={word} className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-2">
            <bdi className="text-sm font-medium [overflow-wrap:anywhere]">{word}</bdi>
            <Select
              size="sm"
              aria-label={word}
              value={mapping.statuses[word] ?? ""}
              choices={[
                { value: "", label: say("web.importing.columns.statuses.unsaid") },
                ...statusClasses.map((one) => ({ value: one, label: say(`web.importing.columns.statuses.${one}`) })),
              ]}
              onChange={(event) =>
                edit(withStatus(mapping, word, (event.target.value || undefined) as StatusClass | undefined))
              }
            />
          </div>
        ))}
      </div>
    </details>
  );
}
