import { deciderKinds, outcomes } from "../../decisions/rules.ts";
import { deciderName, outcomeName } from "../../decisions/web/decision-badges.tsx";
import { classes } from "../../ui/classes.ts";
import { Select } from "../../ui/select.tsx";
import type { Mapping } from "../mapping.ts";
import { type Meaning, meaningsOf, type ValueField, withMeaning } from "./mapping-draft.ts";
import { say } from "./record-words.ts";
import type { Preview } from "./records-client.ts";

/** More words than this are no list of choices: the column is the wrong one. */
const mostWords = 40;

/** What each word of a column means here. */
export function ValueMeanings({
  field,
  mapping,
  preview,
  edit,
}: {
  field: ValueField;
  mapping: Mapping;
  preview: Preview;
  edit: (mapping: Mapping) => void;
}) {
  const meanings = meaningsOf(mapping, preview.asks, field);
  const entry = mapping.columns[field];
  if (!entry || meanings.length === 0) return null;
  const open = meanings.some(({ means }) => means === undefined);
  return (
    <fieldset
      className={classes(
        "grid gap-2.5 rounded-lg border px-3.5 py-3",
        open ? "border-brass-edge bg-brass-soft" : "border-line bg-raised",
      )}
    >
      <legend className="sr-only">{say(`web.importing.columns.values.${field}`, { column: entry.column })}</legend>
      <div>
        <p aria-hidden="true" className="text-sm font-semibold">
          {say(`web.importing.columns.values.${field}`, { column: entry.column })}
        </p>
        <p className="text-sm text-ink-2">{say(`web.importing.columns.values.${field}_about`)}</p>
      </div>
      <ul className="grid gap-2">
        {meanings.slice(0, mostWords).map((meaning) => (
          <Word
            key={meaning.value}
            field={field}
            meaning={meaning}
            onMeans={(means) => edit(withMeaning(mapping, field, meaning.value, means))}
          />
        ))}
      </ul>
      {meanings.length > mostWords && (
        <p className="text-sm">{say("web.importing.columns.values.more", { n: meanings.length - mostWords })}</p>
      )}
    </fieldset>
  );
}

function Word({
  field,
  meaning: { value, means, rows },
  onMeans,
}: {
  field: ValueField;
  meaning: Meaning;
  onMeans(means: Meaning["means"]): void;
}) {
  const shown = value === "" ? say("web.importing.columns.empty_value") : value;
  const kinds =
    field === "decidedBy"
      ? deciderKinds.map((kind) => ({ value: kind as string, label: deciderName(kind) }))
      : outcomes.map((outcome) => ({ value: outcome as string, label: outcomeName(outcome) }));
  return (
    <li className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-2">
      <span className="min-w-0 text-sm [overflow-wrap:anywhere]">
        <bdi className={value === "" ? "text-ink-2" : "font-medium"}>{shown}</bdi>
        {rows > 0 && (
          <span className="block text-xs text-ink-2">{say("web.importing.columns.values.rows", { n: rows })}</span>
        )}
      </span>
      <Select
        size="sm"
        aria-label={shown}
        value={means === undefined ? "" : (means ?? "none")}
        choices={[
          { value: "", label: say("web.importing.columns.values.open") },
          ...kinds,
          { value: "none", label: say(`web.importing.columns.values.${field}_none`) },
        ]}
        onChange={({ target }) =>
          onMeans(target.value === "" ? undefined : target.value === "none" ? null : (target.value as Meaning["means"]))
        }
      />
    </li>
  );
}
