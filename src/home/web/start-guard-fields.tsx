import { levels } from "../../areas/rules.ts";
import { levelText } from "../../areas/web/level-words.ts";
import { currencyChoices } from "../../areas/web/may-i-currency.ts";
import { Field, FieldError } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type { GuardTyped } from "./start-card-patch.ts";
import { say } from "./start-words.ts";

const kinds = ["none", "cost", "one_way", "text"] as const;

/**
 * One guardrail to begin with.
 * @param highest the area's level: a guardrail only ever takes it down
 */
export function GuardFields({
  guard,
  highest,
  write,
  wrong,
}: {
  guard: GuardTyped;
  highest: number;
  write: (guard: GuardTyped) => void;
  wrong: string | undefined;
}) {
  const change = (patch: Partial<GuardTyped>) => write({ ...guard, ...patch });
  const level = (
    <Field label={say("start.card.guard_level")} className="w-40">
      <Select
        value={String(guard.level)}
        onChange={(event) => change({ level: Number(event.target.value) })}
        choices={levels
          .filter((one) => one < Math.max(highest, 2))
          .map((one) => ({ value: String(one), label: levelText(one) }))}
      />
    </Field>
  );
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1.5 text-sm font-semibold">{say("start.card.guard")}</legend>
      <div>
        <Segmented
          label={say("start.card.guard")}
          value={guard.kind}
          onValue={(kind) => change({ kind })}
          choices={kinds.map((kind) => ({ value: kind, label: say(`start.card.guard_kind.${kind}`) }))}
        />
      </div>
      <p className="text-sm text-ink-2">{say(`start.card.guard_means.${guard.kind}`)}</p>
      {guard.kind === "cost" && (
        <div className="flex flex-wrap items-start gap-2.5">
          <Field label={say("start.card.guard_over")} className="w-40" error={wrong}>
            <TextInput
              name="guard"
              inputMode="decimal"
              autoComplete="off"
              className="tabular-nums"
              value={guard.over}
              onChange={(event) => change({ over: event.target.value })}
            />
          </Field>
          <Field label={say("start.card.currency")} className="w-26">
            <Select
              value={guard.currency}
              onChange={(event) => change({ currency: event.target.value })}
              choices={currencyChoices([guard.currency])}
            />
          </Field>
          {level}
        </div>
      )}
      {guard.kind === "one_way" && level}
      {guard.kind === "text" && (
        <Field label={say("start.card.guard_words")} error={wrong}>
          <TextInput
            name="guard"
            maxLength={300}
            autoComplete="off"
            value={guard.words}
            onChange={(event) => change({ words: event.target.value })}
          />
        </Field>
      )}
      {guard.kind === "none" && <FieldError>{wrong}</FieldError>}
    </fieldset>
  );
}
