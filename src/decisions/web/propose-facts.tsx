import { CurrencyField } from "../../areas/web/guardrail-editor.tsx";
import { amountTyped } from "../../areas/web/may-i-currency.ts";
import type { useSubmit } from "../../people/web/form-submit.ts";
import { Field } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { say } from "./deciding-words.ts";
import type { Door, ProposalTyped } from "./propose-draft.ts";

const doors: readonly Door[] = ["two", "one", "unknown"];

/** Whether it can be undone: a two-way door, a one-way door, or not known yet. */
export function DoorField({ value, onValue }: { value: Door; onValue: (door: Door) => void }) {
  return (
    <div className="grid gap-1.5">
      <p aria-hidden="true" className="text-sm font-semibold">
        {say("web.propose.door")}
      </p>
      <div>
        <Segmented
          label={say("web.propose.door")}
          value={value}
          onValue={onValue}
          choices={doors.map((door) => ({ value: door, label: say(`web.propose.door_${door}`) }))}
        />
      </div>
      <p className="text-sm text-ink-2">{say(`web.propose.door_means.${value}`)}</p>
    </div>
  );
}

/** What it costs, in which currency. */
export function CostFields({
  typed,
  change,
  wrong,
}: {
  typed: Pick<ProposalTyped, "cost" | "currency">;
  change: (patch: Partial<Pick<ProposalTyped, "cost" | "currency">>) => void;
  wrong: ReturnType<typeof useSubmit>["wrong"];
}) {
  const noAmount = amountTyped(typed.cost) === undefined ? say("web.propose.no_amount") : undefined;
  return (
    <div className="grid grid-cols-[minmax(0,11rem)_6.5rem] items-start gap-3">
      <Field
        label={say("web.propose.cost")}
        hint={say("web.propose.cost_hint")}
        optional={say("web.propose.optional")}
        error={wrong("cost") ?? noAmount}
      >
        <TextInput
          name="cost"
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          className="tabular-nums"
          value={typed.cost}
          onChange={(event) => change({ cost: event.target.value })}
        />
      </Field>
      <CurrencyField value={typed.currency} onValue={(currency) => change({ currency })} />
    </div>
  );
}
