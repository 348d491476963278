import { useReader } from "../../people/web/place.tsx";
import { Field } from "../../ui/field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { dateOrders } from "../dates.ts";
import type { Field as FieldName, Mapping } from "../mapping.ts";
import { numberText } from "./figure-words.ts";
import { columnFor, dateQuestions, fieldGroups, withColumn, withDateOrder, withPattern } from "./mapping-draft.ts";
import { say } from "./record-words.ts";
import type { Preview } from "./records-client.ts";
import { StatusMeanings } from "./status-meanings.tsx";
import { ValueMeanings } from "./value-meanings.tsx";

type Editing = { mapping: Mapping; preview: Preview; edit: (mapping: Mapping) => void };

const needed = new Set<FieldName>(["ref", "title"]);
/** A sample longer than this is cut: one sees what it is. */
const sampleLength = 42;
const hinted = ["ref", "title", "decidedBy", "handedTo", "steps"] as const;

/** Every field of ours with the column that feeds it, samples, and what has to be said of its words. */
export function FieldColumns(editing: Editing) {
  return (
    <div className="gap-x-10 xl:columns-2">
      {fieldGroups.map(({ group, fields }) => (
        <section key={group} aria-labelledby={`group-${group}`} className="break-inside-avoid pb-6">
          <h3 id={`group-${group}`} className="mb-1 text-base">
            {say(`web.importing.columns.groups.${group}`)}
          </h3>
          <div className="grid">
            {fields.map((field) => (
              <OneField key={field} field={field} {...editing} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function OneField({ field, mapping, preview, edit }: Editing & { field: FieldName }) {
  const chosen = columnFor(mapping, field);
  const column = preview.columns.find(({ name }) => name === chosen);
  const names = preview.columns.map(({ name }) => name);
  const hint = hinted.find((one) => one === field);
  const missing = needed.has(field) && chosen === null;
  return (
    <div className="grid gap-2 border-t border-line py-3 first:border-t-0">
      <Field
        label={say(`web.importing.field.${field}`)}
        aside={needed.has(field) && <span className="text-ink-2">{say("web.importing.needed")}</span>}
        hint={!chosen && hint ? say(`web.importing.field_hint.${hint}`) : undefined}
        error={missing ? preview.problems.find(({ code }) => code === `no_${field}`)?.sentence : undefined}
      >
        <Select
          value={chosen ?? ""}
          choices={[
            { value: "", label: say("web.importing.columns.none") },
            // a mapping may name a column that this file has not
            ...(chosen && !names.includes(chosen) ? [chosen, ...names] : names).map((name) => ({
              value: name,
              label: name,
            })),
          ]}
          onChange={(event) => edit(withColumn(mapping, field, event.target.value || null))}
        />
      </Field>
      {column && <Samples column={column} rows={preview.counts.rows} />}
      <Questions field={field} mapping={mapping} preview={preview} edit={edit} />
    </div>
  );
}

function Samples({ column, rows }: { column: Preview["columns"][number]; rows: number }) {
  const { locale } = useReader();
  return (
    <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">
      {column.samples.length > 0 && (
        <>
          {say("web.importing.columns.samples")}{" "}
          {column.samples.slice(0, 3).map((sample, place) => (
            <span key={sample}>
              {place > 0 && ", "}
              <bdi className="text-ink">
                {sample.length > sampleLength ? `${sample.slice(0, sampleLength)}…` : sample}
              </bdi>
            </span>
          ))}
          {" · "}
        </>
      )}
      {rows > 0
        ? say("web.importing.columns.filled", { filled: column.filled, rows })
        : numberText(column.filled, locale)}
    </p>
  );
}

/** What has to be said of a field's words, dates or reversals. */
function Questions({ field, ...editing }: Editing & { field: FieldName }) {
  const { mapping, preview, edit } = editing;
  if (field === "outcome" || field === "decidedBy") return <ValueMeanings field={field} {...editing} />;
  if (field === "status") return <StatusMeanings {...editing} />;
  const { reversals } = mapping.columns;
  if (field === "reversals" && reversals) {
    const problem = preview.problems.find(({ code }) => code === "reversals_pattern" || code === "reversals_unread");
    return (
      <Field
        label={say("web.importing.columns.pattern")}
        hint={say("web.importing.columns.pattern_hint")}
        error={problem?.sentence}
      >
        <TextInput
          dir="ltr"
          className="font-mono"
          value={reversals.pattern ?? ""}
          maxLength={200}
          onChange={(event) => edit(withPattern(mapping, event.target.value))}
        />
      </Field>
    );
  }
  const question = dateQuestions(mapping, preview.asks).find((one) => one.field === field);
  return question ? <DateOrderChoice question={question} mapping={mapping} edit={edit} /> : null;
}

/** Asks which number comes first in a column's dates. */
export function DateOrderChoice({
  question,
  mapping,
  edit,
}: {
  question: ReturnType<typeof dateQuestions>[number];
  mapping: Mapping;
  edit: (mapping: Mapping) => void;
}) {
  return (
    <div className="rounded-lg border border-brass-edge bg-brass-soft px-3.5 py-3">
      <RadioGroup
        legend={say("web.importing.columns.order.legend", { column: question.column })}
        value={question.order}
        choices={dateOrders.map((order) => ({ value: order, label: say(`web.importing.columns.order.${order}`) }))}
        onValue={(order) => edit(withDateOrder(mapping, question.field, order))}
      />
      {question.rows > 0 && (
        <p className="mt-2 text-sm">{say("web.importing.columns.order.about", { n: question.rows })}</p>
      )}
    </div>
  );
}
