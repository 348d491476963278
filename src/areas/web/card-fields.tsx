import { useState } from "react";
import { useToday } from "../../direction/web/day-text.tsx";
import { Refused } from "../../foundation/client.ts";
import type { Typed, useSubmit } from "../../people/web/form-submit.ts";
import { useReader } from "../../people/web/place.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import type { AreaView, CardField, CardPatch } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { cardOf, type TextField, textFields, yesHint } from "./card-parts.ts";
import { fieldName } from "./field-words.ts";
import type { GuardrailDraft } from "./guardrail-draft.ts";
import { CurrencyField, GuardrailEditor } from "./guardrail-editor.tsx";
import { amountTyped, likelyCurrency } from "./may-i-currency.ts";

type Submit = ReturnType<typeof useSubmit>;

const isText = (field: CardField): field is TextField => field in textFields;
/** One line is enough for these. */
const short = new Set<CardField>(["name", "rhythm"]);
/** These have an example in the empty field. */
const withExample = ["good", "scope", "rhythm", "escalation", "matters"] as const;

/**
 * What was typed into a part's form, as it is handed in; guardrails are not among it.
 * @param writes the fields that may be written
 * @throws Refused where an amount is none
 */
export function patchFrom(typed: Typed, writes: readonly CardField[]): CardPatch {
  const patch: CardPatch = {};
  for (const field of writes) {
    if (isText(field)) patch[field] = (typed[field] ?? "").trim();
    else if (field === "review") patch.review = typed.review || null;
    else if (field === "money") {
      const amount = amountTyped(typed.moneyAmount ?? "");
      if (amount === undefined) {
        throw new Refused("invalid", "", 400, { moneyAmount: say("web.rails.over_needed") });
      }
      patch.money = amount === null ? null : { amount, currency: typed.moneyCurrency ?? "" };
    } else if (field === "mattersLine" || field === "mattersGoal") {
      const [kind, id = ""] = (typed.serves ?? "").split(":");
      patch[field] = kind === (field === "mattersLine" ? "line" : "goal") ? id : null;
    }
  }
  return patch;
}

/**
 * The control of one field of the card; one that is not mine to write is quiet and says why.
 * @param saysYes whether it says itself that another’s yes may be needed
 * @param rails the guardrails while they are written
 */
export function CardFieldInput({
  field,
  view,
  saysYes,
  submit,
  rails,
}: {
  field: CardField;
  view: AreaView;
  saysYes: boolean;
  submit: Submit;
  rails: {
    drafts: readonly GuardrailDraft[];
    onDrafts: (drafts: readonly GuardrailDraft[]) => void;
    checked: boolean;
  };
}) {
  const today = useToday();
  const why = view.whyNotWrite[field];
  const hint = why ?? (saysYes ? yesHint(field, view) : undefined);
  const disabled = Boolean(why);
  const common = { label: fieldName(field), hint, error: submit.wrong(field) };
  if (isText(field)) {
    const example = withExample.find((one) => one === field);
    const props = {
      name: field,
      dir: "auto",
      disabled,
      defaultValue: view[field],
      maxLength: textFields[field],
      ...(example ? { placeholder: say(`web.example.${example}`) } : {}),
    };
    return (
      <Field {...common}>
        {short.has(field) ? <TextInput autoComplete="off" {...props} /> : <Textarea rows={2} {...props} />}
      </Field>
    );
  }
  if (field === "money") return <MoneyFields view={view} submit={submit} hint={hint} disabled={disabled} />;
  if (field === "review") {
    return (
      <Field {...common}>
        <DateInput name="review" min={today} disabled={disabled} defaultValue={view.review ?? ""} />
      </Field>
    );
  }
  if (field === "mattersLine") return <ServesField view={view} submit={submit} hint={hint} disabled={disabled} />;
  if (field !== "guardrails") return null;
  return (
    <fieldset disabled={disabled} className="grid gap-1.5">
      <legend className="text-sm font-semibold">{fieldName("guardrails")}</legend>
      {hint && <p className="mb-1 text-sm text-ink-2">{hint}</p>}
      <GuardrailEditor {...rails} people={view.candidates} error={submit.wrong("guardrails")} />
    </fieldset>
  );
}

function MoneyFields({
  view,
  submit,
  hint,
  disabled,
}: {
  view: AreaView;
  submit: Submit;
  hint: string | undefined;
  disabled: boolean;
}) {
  const { locale } = useReader();
  const [currency, setCurrency] = useState(view.money?.currency ?? likelyCurrency(locale));
  return (
    <div className="grid gap-x-3 gap-y-1.5 sm:grid-cols-[minmax(0,1fr)_7rem]">
      <Field
        label={fieldName("money")}
        hint={hint ?? say("web.edit.money_hint")}
        error={submit.wrong("moneyAmount") ?? submit.wrong("money")}
      >
        <TextInput
          name="moneyAmount"
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          disabled={disabled}
          defaultValue={view.money ? String(view.money.amount) : ""}
        />
      </Field>
      <CurrencyField name="moneyCurrency" value={currency} onValue={setCurrency} disabled={disabled} />
    </div>
  );
}

function ServesField({
  view,
  submit,
  hint,
  disabled,
}: {
  view: AreaView;
  submit: Submit;
  hint: string | undefined;
  disabled: boolean;
}) {
  const { mattersLine, mattersGoal } = cardOf(view);
  const value = mattersLine ? `line:${mattersLine}` : mattersGoal ? `goal:${mattersGoal}` : "";
  const { serves } = view;
  const known =
    !serves ||
    (serves.kind === "line"
      ? view.lines.some(({ line }) => line === serves.line)
      : view.goals.some(({ goal }) => goal === serves.goal));
  const teams = [...new Set(view.lines.map(({ teamName }) => teamName))];
  return (
    <Field label={say("web.card.serves")} hint={hint} error={submit.wrong("serves")}>
      <Select
        name="serves"
        disabled={disabled}
        defaultValue={value}
        choices={[
          { value: "", label: say("web.edit.serves_nothing") },
          ...(known ? [] : [{ value, label: serves!.words }]),
          ...teams.map((name) => ({
            group: say("web.edit.lines_of", { name }),
            choices: view.lines
              .filter(({ teamName }) => teamName === name)
              .map(({ line, words }) => ({ value: `line:${line}`, label: words })),
          })),
          ...(view.goals.length > 0
            ? [
                {
                  group: say("web.edit.goals"),
                  choices: view.goals.map(({ goal, words }) => ({ value: `goal:${goal}`, label: words })),
                },
              ]
            : []),
        ]}
      />
    </Field>
  );
}
