import { ChevronDown, Plus, X } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { Field } from "../../ui/field.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { isoDay } from "../../ui/iso-day.ts";
import { TextInput } from "../../ui/text-input.tsx";
import type { Mapping, Term } from "../mapping.ts";
import { withOffice } from "./mapping-draft.ts";
import { say } from "./record-words.ts";
import { useToday } from "./use-record.ts";

/** Who was in office when, and since when the record names deciders: gaps and shares are read with it. */
export function OfficeFields({ mapping, edit }: { mapping: Mapping; edit: (mapping: Mapping) => void }) {
  const terms = mapping.terms ?? [];
  const today = useToday();
  const change = (place: number, part: Partial<Term>) =>
    edit(withOffice(mapping, { terms: terms.map((term, one) => (one === place ? { ...term, ...part } : term)) }));
  return (
    <details className="card group rounded-xl border border-line bg-surface" open={terms.length > 0 || undefined}>
      <summary className="flex items-start justify-between gap-3 rounded-xl px-5 py-4 [&::-webkit-details-marker]:hidden">
        <span>
          <span className="serif block text-[1.1875rem]">{say("web.importing.columns.office.title")}</span>
          <span className="mt-0.5 block max-w-prose text-sm text-ink-2">
            {say("web.importing.columns.office.about")}
          </span>
        </span>
        <ChevronDown
          aria-hidden="true"
          size={18}
          className="mt-1 shrink-0 text-ink-2 transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="grid gap-5 px-5 pb-5">
        {terms.length > 0 && (
          <ol className="grid gap-3">
            {terms.map((term, place) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: a term is what stands at its place, while it is typed
                key={place}
                className="grid items-start gap-3 border-t border-line pt-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,2fr)_auto]"
              >
                <Field label={say("web.importing.columns.office.from")}>
                  <DateInput value={term.from} onValue={(day) => isoDay(day) && change(place, { from: day })} />
                </Field>
                <Field
                  label={say("web.importing.columns.office.until")}
                  hint={say("web.importing.columns.office.until_hint")}
                >
                  <DateInput
                    value={term.until ?? ""}
                    onValue={(day) => change(place, { until: isoDay(day) ?? null })}
                  />
                </Field>
                <Field label={say("web.importing.columns.office.who")}>
                  <TextInput
                    value={term.who ?? ""}
                    maxLength={500}
                    onChange={(event) => change(place, { who: event.target.value || null })}
                  />
                </Field>
                <IconButton
                  className="sm:mt-7"
                  label={say("web.importing.columns.office.remove", { n: place + 1 })}
                  icon={<X aria-hidden="true" size={16} />}
                  onClick={() => edit(withOffice(mapping, { terms: terms.filter((_, one) => one !== place) }))}
                />
              </li>
            ))}
          </ol>
        )}
        <div>
          <Button
            size="sm"
            icon={<Plus aria-hidden="true" size={15} />}
            onClick={() =>
              edit(
                withOffice(mapping, {
                  terms: [...terms, { from: terms.at(-1)?.until ?? today, until: null, who: null }],
                }),
              )
            }
          >
            {say("web.importing.columns.office.add")}
          </Button>
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={say("web.importing.columns.office.known_since")}
            hint={say("web.importing.columns.office.known_since_hint")}
          >
            <DateInput
              value={mapping.deciderKnownSince ?? ""}
              onValue={(day) => edit(withOffice(mapping, { deciderKnownSince: isoDay(day) }))}
            />
          </Field>
          <Field
            label={say("web.importing.columns.office.batch")}
            hint={say("web.importing.columns.office.batch_hint")}
          >
            <TextInput
              type="number"
              inputMode="numeric"
              min={2}
              max={1000}
              // what is being typed is no number of its own yet: “1” on the way to “12”
              defaultValue={mapping.batchFrom ?? ""}
              onChange={(event) => {
                const n = Math.round(event.target.valueAsNumber);
                edit(withOffice(mapping, { batchFrom: n >= 2 && n <= 1000 ? n : undefined }));
              }}
            />
          </Field>
        </div>
      </div>
    </details>
  );
}
