import { useState } from "react";
import { insistOnFilled, type Typed, type useSubmit } from "../../people/web/form-submit.ts";
import { DateInput } from "../../ui/date-input.tsx";
import { Field } from "../../ui/field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type { GoalEntry, GoalsView, Measure } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { servesChoices, servesNothing } from "./goal-words.ts";

type Submit = ReturnType<typeof useSubmit>;

/** Which field of a goal's form a refusal is about. */
export const goalFieldOf: Readonly<Record<string, string>> = {
  "direction.not_a_member": "owner",
  "direction.number_needed": "target",
  "direction.no_such_line": "serves",
  "direction.no_such_goal": "serves",
  "direction.serves_itself": "serves",
  "measure.name": "measureName",
  "measure.unit": "unit",
  "measure.start": "start",
  "measure.target": "target",
};

/**
 * The measure that was typed.
 * @throws Refused where a field of it is empty
 */
export function measureFrom({ kind, measureName = "", unit = "", start = "", target = "" }: Typed): Measure {
  if (kind !== "number") return { kind: "done" };
  insistOnFilled({ measureName, start, target });
  return { kind, name: measureName, unit, start: Number(start), target: Number(target) };
}

export function OutcomeField({ submit, value }: { submit: Submit; value?: string }) {
  return (
    <Field label={say("web.goal.outcome")} hint={say("web.goal.outcome_hint")} error={submit.wrong("outcome")}>
      <TextInput name="outcome" dir="auto" defaultValue={value} maxLength={200} autoComplete="off" />
    </Field>
  );
}

/** How it is known that it is reached: a number, or simply done. */
export function MeasureFields({ submit, value }: { submit: Submit; value?: Measure }) {
  const [kind, setKind] = useState<Measure["kind"]>(value?.kind ?? "number");
  const number = value?.kind === "number" ? value : undefined;
  return (
    <div className="grid gap-3.5">
      <input type="hidden" name="kind" value={kind} />
      <RadioGroup
        legend={say("web.goal.measure")}
        value={kind}
        onValue={setKind}
        choices={[
          { value: "number", label: say("web.goal.number"), hint: say("web.goal.number_hint") },
          { value: "done", label: say("web.goal.done"), hint: say("web.goal.done_hint") },
        ]}
      />
      {kind === "number" && (
        <div className="grid grid-cols-2 gap-x-4 gap-y-3.5 border-s-2 border-line ps-4 sm:grid-cols-4">
          <Field label={say("web.goal.measure_name")} error={submit.wrong("measureName")} className="col-span-2">
            <TextInput name="measureName" dir="auto" defaultValue={number?.name} maxLength={120} autoComplete="off" />
          </Field>
          <Field
            label={say("web.goal.unit")}
            optional={say("web.optional")}
            error={submit.wrong("unit")}
            className="col-span-2"
          >
            <TextInput name="unit" dir="auto" defaultValue={number?.unit} maxLength={30} autoComplete="off" />
          </Field>
          <Field label={say("web.goal.start")} error={submit.wrong("start")} className="sm:col-span-2">
            <TextInput type="number" step="any" inputMode="decimal" name="start" defaultValue={number?.start} />
          </Field>
          <Field label={say("web.goal.target")} error={submit.wrong("target")} className="sm:col-span-2">
            <TextInput type="number" step="any" inputMode="decimal" name="target" defaultValue={number?.target} />
          </Field>
        </div>
      )}
    </div>
  );
}

/** Whose goal it is: a lead or a member. */
export function OwnerField({
  submit,
  owners,
  value,
}: {
  submit: Submit;
  owners: GoalsView["owners"];
  value: GoalEntry["owner"] | string;
}) {
  const owner = typeof value === "string" ? value : value.member;
  // somebody who is no longer in the team stays named until another one is chosen
  const gone = typeof value !== "string" && !owners.some(({ member }) => member === value.member) ? [value] : [];
  return (
    <Field label={say("web.goal.owner")} error={submit.wrong("owner")}>
      <Select
        name="owner"
        defaultValue={owner}
        choices={[...gone, ...owners].map(({ member, name }) => ({ value: member, label: name }))}
      />
    </Field>
  );
}

export function DueField({ submit, min, value }: { submit: Submit; min?: string; value?: string }) {
  return (
    <Field label={say("web.goal.due")} error={submit.wrong("due")}>
      <DateInput name="due" min={min} defaultValue={value} />
    </Field>
  );
}

/** What it serves: a line of the intent here or above, another goal, or nothing yet. */
export function ServesField({
  submit,
  view,
  value = servesNothing,
  without,
}: {
  submit: Submit;
  view: Pick<GoalsView, "lines" | "parents">;
  value?: string | undefined;
  /** The goal itself, which it cannot serve. */
  without?: string;
}) {
  const [chosen, setChosen] = useState(value);
  const words =
    view.lines.find(({ line }) => `line:${line}` === chosen)?.words ??
    view.parents.find(({ goal }) => `goal:${goal}` === chosen)?.outcome;
  return (
    <Field label={say("web.goal.serves")} error={submit.wrong("serves")}>
      <Select
        name="serves"
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        choices={servesChoices(view, without)}
      />
      {words && (
        <p
          dir="auto"
          className="serif border-s-2 border-pasture-edge ps-3 leading-snug font-normal text-pretty text-ink-2"
        >
          {words}
        </p>
      )}
    </Field>
  );
}
