import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import type { Mapping } from "../mapping.ts";
import { historyColumn, historyParts, withHistoryColumn } from "./mapping-draft.ts";
import { say } from "./record-words.ts";

const needed = new Set(["key", "on", "to"]);

/** Which column of the companion file is what. */
export function HistoryColumns({
  mapping,
  columns,
  name,
  edit,
}: {
  mapping: Mapping;
  columns: readonly string[];
  name: string;
  edit: (mapping: Mapping) => void;
}) {
  return (
    <Card
      title={say("web.importing.columns.history.title")}
      lead={say("web.importing.columns.history.about", { name })}
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {historyParts.map((part) => {
          const chosen = historyColumn(mapping, part);
          const known = chosen !== null && columns.includes(chosen);
          return (
            <Field
              key={part}
              label={say(`web.importing.columns.history.${part}`)}
              aside={needed.has(part) && <span className="text-ink-2">{say("web.importing.needed")}</span>}
            >
              <Select
                value={known ? chosen : ""}
                choices={[
                  { value: "", label: say("web.importing.columns.none") },
                  ...columns.map((column) => ({ value: column, label: column })),
                ]}
                onChange={(event) => edit(withHistoryColumn(mapping, part, event.target.value || null))}
              />
            </Field>
          );
        })}
      </div>
    </Card>
  );
}
