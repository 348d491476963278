import { Plus, X } from "lucide-react";
import { useState } from "react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field, FieldError } from "../../ui/field.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { levels } from "../rules.ts";
import type { Person } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { type GuardrailDraft, guardrailKinds, missingIn, newDraft } from "./guardrail-draft.ts";
import { levelText } from "./level-words.ts";
import { currencyChoices, likelyCurrency } from "./may-i-currency.ts";

const most = 12;

/**
 * The guardrails of an area while they are written: five kinds, in any order.
 * @param drafts as they stand
 * @param people whom one can name to be asked first
 * @param checked whether what is missing is said, after somebody tried to save
 */
export function GuardrailEditor({
  drafts,
  onDrafts,
  people,
  checked,
  error,
}: {
  drafts: readonly GuardrailDraft[];
  onDrafts: (drafts: readonly GuardrailDraft[]) => void;
  people: readonly Person[];
  checked: boolean;
  error?: string | undefined;
}) {
  const { locale } = useReader();
  const currency = drafts.find(({ kind }) => kind === "cost")?.currency ?? likelyCurrency(locale);
  const change = (id: string, to: Partial<GuardrailDraft>) =>
    onDrafts(drafts.map((draft) => (draft.id === id ? { ...draft, ...to } : draft)));
  return (
    <div className="grid gap-3">
      {drafts.length > 0 && (
        <ol className="grid gap-3">
          {drafts.map((draft) => (
            <li key={draft.id} className="relative rounded-lg border border-line bg-paper px-4 py-3.5 pe-12">
              <OneDraft
                draft={draft}
                people={people}
                missing={checked ? missingIn(draft) : null}
                change={(to) => change(draft.id, to)}
              />
              <IconButton
                size="sm"
                className="absolute end-2 top-2"
                label={say("web.rails.take_off", { kind: say(`web.rails.kind.${draft.kind}`) })}
                icon={<X aria-hidden="true" size={16} />}
                onClick={() => onDrafts(drafts.filter(({ id }) => id !== draft.id))}
              />
            </li>
          ))}
        </ol>
      )}
      <FieldError>{error}</FieldError>
      <div>
        <Menu
          align="start"
          trigger={
            <Button
              size="sm"
              icon={<Plus aria-hidden="true" size={15} />}
              why={drafts.length >= most ? say("web.rails.enough", { most }) : null}
            >
              {say("web.rails.add")}
            </Button>
          }
          items={guardrailKinds.map((kind) => ({
            key: kind,
            label: say(`web.rails.kind.${kind}`),
            note: say(`web.rails.about.${kind}`),
            onSelect: () => onDrafts([...drafts, newDraft(kind, currency)]),
          }))}
        />
      </div>
    </div>
  );
}

type DraftProps = {
  draft: GuardrailDraft;
  missing: ReturnType<typeof missingIn>;
  change: (to: Partial<GuardrailDraft>) => void;
};

function OneDraft({ draft, people, missing, change }: DraftProps & { people: readonly Person[] }) {
  switch (draft.kind) {
    case "cost":
      return (
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_6.5rem_minmax(0,1fr)]">
          <Field label={say("web.rails.over")} error={missing === "over" ? say("web.rails.over_needed") : undefined}>
            <TextInput
              inputMode="decimal"
              dir="ltr"
              autoComplete="off"
              value={draft.over}
              onChange={(event) => change({ over: event.target.value })}
            />
          </Field>
          <CurrencyField value={draft.currency} onValue={(currency) => change({ currency })} />
          <LevelField draft={draft} change={change} />
        </div>
      );
    case "one_way":
      return (
        <div className="grid items-end gap-3 sm:grid-cols-2">
          <p className="self-center text-sm">{say("web.rails.about.one_way")}</p>
          <LevelField draft={draft} change={change} />
        </div>
      );
    case "ask":
      return <AskFields draft={draft} people={people} missing={missing} change={change} />;
    case "goal":
      return <p className="min-h-6 text-sm">{say("web.guardrail.goal")}</p>;
    case "text":
      return (
        <Field
          label={say("web.rails.words")}
          hint={say("web.rails.words_hint")}
          error={missing === "words" ? say("web.rails.words_needed") : undefined}
        >
          <TextInput
            dir="auto"
            maxLength={300}
            autoComplete="off"
            placeholder={say("web.rails.words_example")}
            value={draft.words}
            onChange={(event) => change({ words: event.target.value })}
          />
        </Field>
      );
  }
}

/** A currency, the likely ones first. */
export function CurrencyField({
  value,
  onValue,
  name,
  disabled = false,
}: {
  value: string;
  onValue: (currency: string) => void;
  name?: string;
  disabled?: boolean;
}) {
  const { locale } = useReader();
  const [choices] = useState(() => currencyChoices([value, likelyCurrency(locale)]));
  return (
    <Field label={say("web.rails.currency")}>
      <Select
        {...(name ? { name } : {})}
        disabled={disabled}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        choices={choices}
      />
    </Field>
  );
}

function LevelField({ draft, change }: Pick<DraftProps, "draft" | "change">) {
  return (
    <Field label={say("web.rails.level")}>
      <Select
        value={String(draft.level)}
        onChange={(event) => change({ level: Number(event.target.value) })}
        choices={levels.map((level) => ({ value: String(level), label: levelText(level) }))}
      />
    </Field>
  );
}

function AskFields({ draft, people, missing, change }: DraftProps & { people: readonly Person[] }) {
  const { workspace } = usePlace();
  const teams = workspace.teams.filter(({ id, closed }) => !closed || id === draft.team);
  const tick = (member: string, on: boolean) =>
    change({ members: on ? [...draft.members, member] : draft.members.filter((one) => one !== member) });
  return (
    <div className="grid gap-3">
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">{say("web.rails.members")}</legend>
        <div className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-2">
          {people.map(({ member, name }) => (
            <Checkbox
              key={member}
              label={<bdi>{name}</bdi>}
              checked={draft.members.includes(member)}
              onChange={(event) => tick(member, event.target.checked)}
            />
          ))}
        </div>
        <FieldError>{missing === "members" && say("web.rails.members_needed")}</FieldError>
      </fieldset>
      <Field label={say("web.rails.team")}>
        <Select
          value={draft.team}
          onChange={(event) => change({ team: event.target.value })}
          choices={[
            { value: "", label: say("web.rails.no_team") },
            ...teams.map(({ id, name }) => ({ value: id, label: say("web.guardrail.everybody_in", { name }) })),
          ]}
        />
      </Field>
    </div>
  );
}
