import { X } from "lucide-react";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { say } from "./deciding-words.ts";
import type { DecidingView } from "./decisions-client.ts";

export type Credit = { member: string; part: "did" | "decided" | "helped" };
const parts = ["did", "decided", "helped"] as const;

/**
 * Who did, decided and helped. The order says nothing, and nothing is counted.
 * @param people whom can be named
 */
export function CreditsField({
  people,
  value,
  onValue,
}: {
  people: DecidingView["people"];
  value: readonly Credit[];
  onValue: (value: Credit[]) => void;
}) {
  const nameOf = new Map(people.map(({ member, name }) => [member, name]));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-semibold">
        {say("web.decide.credits")}
        <span className="ms-1.5 font-normal text-ink-2">{say("web.outcome.optional")}</span>
      </legend>
      <div className="grid gap-3 sm:grid-cols-3">
        {parts.map((part) => {
          const named = value.filter((one) => one.part === part);
          const left = people.filter(({ member }) => !named.some((one) => one.member === member));
          return (
            <div key={part} className="grid content-start gap-2">
              <Field label={say(`web.decide.credit.${part}`)}>
                <Select
                  size="sm"
                  value=""
                  onChange={(event) => onValue([...value, { member: event.target.value, part }])}
                  choices={[
                    { value: "", label: say("web.decide.credit_add"), disabled: true },
                    ...left.map(({ member, name }) => ({ value: member, label: name })),
                  ]}
                />
              </Field>
              {named.length > 0 && (
                <ul className="flex flex-wrap gap-1.5">
                  {named.map(({ member }) => (
                    <li key={member}>
                      <button
                        type="button"
                        className="inline-flex min-h-7 items-center gap-1.5 rounded-full bg-neutral-soft ps-2.5 pe-2 text-sm font-medium hover:bg-hover pointer-coarse:min-h-9"
                        onClick={() => onValue(value.filter((one) => one.member !== member || one.part !== part))}
                      >
                        <span className="sr-only">{say("web.decide.credit_remove")} </span>
                        <bdi>{nameOf.get(member)}</bdi>
                        <X aria-hidden="true" size={14} />
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
