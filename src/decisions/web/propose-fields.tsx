import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useToday } from "../../direction/web/day-text.tsx";
import type { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { say } from "./deciding-words.ts";
import type { DecidingView, DraftChoices } from "./decisions-client.ts";
import { AffectedField } from "./propose-affected.tsx";
import { type ProposalTyped, saysMore, usualCurrency } from "./propose-draft.ts";
import { CostFields, DoorField } from "./propose-facts.tsx";

/** Which field of the form a refusal is about; a change names its fields under `draft`. */
export const proposalFieldOf: Readonly<Record<string, string>> = {
  "decisions.no_such_area": "area",
  "decisions.no_such_goal": "goal",
  "decisions.not_in_the_team": "affected",
  "decisions.experiment_needs": "stopRule",
  "cost.amount": "cost",
  "cost.currency": "cost",
  "draft.cost.amount": "cost",
  ...Object.fromEntries(
    ["title", "context", "proposal", "options", "decideBy", "outside", "expected", "stopRule", "endsOn"].map((name) => [
      `draft.${name}`,
      name,
    ]),
  ),
};

export type ProposalFieldsProps = {
  typed: ProposalTyped;
  change: (patch: Partial<ProposalTyped>) => void;
  wrong: ReturnType<typeof useSubmit>["wrong"];
  choices: DraftChoices;
  /** What it names already, which may not be among the choices any more. */
  named?: Pick<DecidingView, "area" | "goal" | "affected">;
  /** A guardrail asks for a goal: it does not stand behind “say more” then. */
  goalNeeded: boolean;
};

/** What is written of a decision: short at first, and more on demand. */
export function ProposalFields(fields: ProposalFieldsProps) {
  const { typed, change, wrong, goalNeeded } = fields;
  return (
    <>
      <Field label={say("web.propose.what")} hint={say("web.propose.what_hint")} error={wrong("title")} required>
        <TextInput
          name="title"
          dir="auto"
          maxLength={200}
          autoComplete="off"
          className="serif min-h-11! text-lg!"
          placeholder={say("web.propose.what_example")}
          value={typed.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Field>
      <AreaField {...fields} />
      <Field label={say("web.propose.proposal")} hint={say("web.propose.proposal_hint")} error={wrong("proposal")}>
        <Textarea
          name="proposal"
          dir="auto"
          rows={4}
          maxLength={6_000}
          value={typed.proposal}
          onChange={(event) => change({ proposal: event.target.value })}
        />
      </Field>
      <DoorField value={typed.door} onValue={(door) => change({ door })} />
      <CostFields {...fields} />
      {goalNeeded && <GoalField {...fields} />}
      <More {...fields} />
    </>
  );
}

const moreFields = ["context", "options", "decideBy", "affected", "outside", "expected", "stopRule", "endsOn"] as const;

/** Everything that does not have to be said at once. It stands open where something of it is filled in. */
function More(fields: ProposalFieldsProps) {
  const { typed, change, wrong, goalNeeded } = fields;
  const id = useId();
  const [wanted, setOpen] = useState(() => saysMore({ ...typed, goal: goalNeeded ? "" : typed.goal }));
  // what has to be put right is in sight
  const open = wanted || moreFields.some((name) => wrong(name));
  return (
    <div className="border-t border-line pt-1">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        className="-mx-2 flex w-[calc(100%+1rem)] items-center justify-between gap-3 rounded-lg px-2 py-2.5 text-start hover:bg-hover"
        onClick={() => setOpen(!open)}
      >
        <span>
          <span className="block text-sm font-semibold">{say("web.propose.more")}</span>
          <span className="block text-sm text-ink-2">{say("web.propose.more_what")}</span>
        </span>
        <ChevronDown
          aria-hidden="true"
          size={17}
          className={`shrink-0 text-ink-2 transition-transform motion-reduce:transition-none ${open ? "rotate-180" : ""}`}
        />
      </button>
      <div id={id} hidden={!open} className="mt-4">
        <div className="grid gap-5">
          <Field label={say("web.propose.context")} error={wrong("context")}>
            <Textarea
              name="context"
              dir="auto"
              rows={3}
              maxLength={4_000}
              value={typed.context}
              onChange={(event) => change({ context: event.target.value })}
            />
          </Field>
          <Field label={say("web.propose.options")} hint={say("web.propose.options_hint")} error={wrong("options")}>
            <Textarea
              name="options"
              dir="auto"
              rows={2}
              value={typed.options}
              onChange={(event) => change({ options: event.target.value })}
            />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <DayField name="decideBy" label={say("web.propose.decide_by")} {...fields} />
            {!goalNeeded && <GoalField {...fields} />}
          </div>
          <AffectedField {...fields} />
          <Field label={say("web.propose.outside")} hint={say("web.propose.outside_hint")} error={wrong("outside")}>
            <Textarea
              name="outside"
              dir="auto"
              rows={2}
              maxLength={1_000}
              value={typed.outside}
              onChange={(event) => change({ outside: event.target.value })}
            />
          </Field>
          <Field label={say("web.propose.expected")} hint={say("web.propose.expected_hint")} error={wrong("expected")}>
            <Textarea
              name="expected"
              dir="auto"
              rows={2}
              maxLength={2_000}
              value={typed.expected}
              onChange={(event) => change({ expected: event.target.value })}
            />
          </Field>
          <ExperimentFields {...fields} />
        </div>
      </div>
    </div>
  );
}

function AreaField({ typed, change, wrong, choices, named }: ProposalFieldsProps) {
  const { workspace } = usePlace();
  const option = ({ area, name }: { area: string; name: string }) => ({ value: area, label: name });
  const mine = choices.areas.filter(({ owner }) => owner?.member === workspace.me.id);
  const others = choices.areas.filter((one) => !mine.includes(one));
  // one that was closed since stays named until another one is chosen
  const gone = named?.area && !choices.areas.some(({ area }) => area === named.area?.area) ? [named.area] : [];
  return (
    <Field label={say("web.propose.area")} error={wrong("area")}>
      <Select
        name="area"
        value={typed.area}
        onChange={({ target: { value: area } }) => {
          // before a cost is said, it is asked for in what the area counts in
          const currency = typed.cost ? typed.currency : usualCurrency(choices.areas, area, typed.currency);
          change({ area, currency });
        }}
        choices={[
          { value: "", label: say("web.propose.no_area") },
          ...gone.map(option),
          ...(mine.length > 0 ? [{ group: say("web.propose.areas_mine"), choices: mine.map(option) }] : []),
          ...(others.length > 0 ? [{ group: say("web.propose.areas_others"), choices: others.map(option) }] : []),
        ]}
      />
    </Field>
  );
}

function GoalField({ typed, change, wrong, choices, named }: ProposalFieldsProps) {
  const gone = named?.goal && !choices.goals.some(({ goal }) => goal === named.goal?.goal) ? [named.goal] : [];
  return (
    <Field label={say("web.propose.goal")} error={wrong("goal")}>
      <Select
        name="goal"
        value={typed.goal}
        onChange={(event) => change({ goal: event.target.value })}
        choices={[
          { value: "", label: say("web.propose.no_goal") },
          ...[...gone, ...choices.goals].map(({ goal, words }) => ({ value: goal, label: words })),
        ]}
      />
    </Field>
  );
}

function DayField({
  name,
  label,
  typed,
  change,
  wrong,
}: ProposalFieldsProps & {
  name: "decideBy" | "endsOn";
  label: string;
}) {
  const today = useToday();
  return (
    <Field label={label} error={wrong(name)}>
      <DateInput name={name} min={today} value={typed[name]} onValue={(day) => change({ [name]: day })} />
    </Field>
  );
}

function ExperimentFields(fields: ProposalFieldsProps) {
  const { typed, change, wrong } = fields;
  return (
    <div className="grid gap-3.5">
      <Checkbox
        checked={typed.experiment}
        label={<span className="font-semibold">{say("web.propose.experiment")}</span>}
        hint={say("web.propose.experiment_hint")}
        onChange={(event) => change({ experiment: event.target.checked })}
      />
      {typed.experiment && (
        <div className="grid gap-x-4 gap-y-4 border-s-2 border-line ps-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
          <Field label={say("web.propose.stop_rule")} error={wrong("stopRule")}>
            <TextInput
              name="stopRule"
              dir="auto"
              maxLength={600}
              autoComplete="off"
              value={typed.stopRule}
              onChange={(event) => change({ stopRule: event.target.value })}
            />
          </Field>
          <DayField name="endsOn" label={say("web.propose.ends_on")} {...fields} />
        </div>
      )}
    </div>
  );
}
