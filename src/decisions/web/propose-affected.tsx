import { X } from "lucide-react";
import { useId } from "react";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field, FieldError } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { say } from "./deciding-words.ts";
import type { ProposalFieldsProps } from "./propose-fields.tsx";

/** Up to so many people can be ticked at a glance; more are added one by one. */
const fewPeople = 16;

/** Who inside is affected: ticked in a small team, added one by one in a large one. */
export function AffectedField({ typed, change, wrong, choices, named }: ProposalFieldsProps) {
  const here = choices.people.map(({ member, name }) => ({ member, name }));
  const gone = (named?.affected ?? []).filter(({ member }) => !here.some((one) => one.member === member));
  const people = [...here, ...gone];
  const set = (member: string, on: boolean) =>
    change({ affected: on ? [...typed.affected, member] : typed.affected.filter((one) => one !== member) });
  const error = wrong("affected");
  const errorId = useId();
  if (people.length <= fewPeople) {
    return (
      <fieldset aria-describedby={error ? errorId : undefined}>
        <legend className="mb-1.5 text-sm font-semibold">{say("web.propose.affected")}</legend>
        <div className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-2">
          {people.map(({ member, name }) => (
            <Checkbox
              key={member}
              label={<bdi>{name}</bdi>}
              checked={typed.affected.includes(member)}
              onChange={(event) => set(member, event.target.checked)}
            />
          ))}
        </div>
        <p className="mt-1.5 text-sm text-ink-2">{say("web.propose.affected_hint")}</p>
        <FieldError id={errorId}>{error}</FieldError>
      </fieldset>
    );
  }
  const chosen = people.filter(({ member }) => typed.affected.includes(member));
  return (
    <Field label={say("web.propose.affected")} hint={say("web.propose.affected_hint")} error={error}>
      <Select
        value=""
        onChange={(event) => set(event.target.value, true)}
        choices={[
          { value: "", label: say("web.propose.add_person") },
          ...people.filter((one) => !chosen.includes(one)).map(({ member, name }) => ({ value: member, label: name })),
        ]}
      />
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {chosen.map(({ member, name }) => (
            <li key={member}>
              <button
                type="button"
                aria-label={say("web.propose.take_off", { name })}
                className="inline-flex min-h-7 items-center gap-1.5 rounded-full bg-neutral-soft ps-2.5 pe-2 text-sm font-medium hover:bg-hover pointer-coarse:min-h-9"
                onClick={() => set(member, false)}
              >
                <bdi>{name}</bdi>
                <X aria-hidden="true" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
