import { useRef, useState } from "react";
import { insistOnFilled, type Typed, type useSubmit } from "../../people/web/form-submit.ts";
import { peopleClient } from "../../people/web/session.ts";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type { Person } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { useAreasPlace } from "./use-areas.ts";

const somebodyNew = "new";

/** Somebody of the team, nobody, or a new name; a person is expected once, also where the form is handed in again. */
export function useOwnerChoice() {
  const { workspace, team } = useAreasPlace();
  const expect = peopleClient.useDo("expect");
  const expected = useRef(new Map<string, string>());
  /**
   * Whom the form names.
   * @returns their id, or null for nobody
   * @throws Refused where a new name is empty, or may not be named
   */
  return async ({ owner = "", newName = "" }: Typed): Promise<string | null> => {
    if (owner !== somebodyNew) return owner || null;
    insistOnFilled({ newName });
    const name = newName.trim();
    const known = expected.current.get(name);
    if (known) return known;
    const { member } = await expect.mutateAsync({ workspace: workspace.id, team: team.id, name });
    expected.current.set(name, member);
    return member;
  };
}

/**
 * Who is to hold an area.
 * @param people whom it can be handed to
 * @param mayExpect whether somebody can be named who has not joined yet
 * @param label what is asked for
 */
export function OwnerField({
  submit,
  people,
  value = null,
  mayExpect,
  mayNobody = true,
  label = say("web.hand_over.owner"),
}: {
  submit: ReturnType<typeof useSubmit>;
  people: readonly Person[];
  value?: string | null;
  mayExpect: boolean;
  mayNobody?: boolean;
  label?: string;
}) {
  const [chosen, setChosen] = useState(value ?? "");
  return (
    <div className="grid gap-4">
      <Field label={label} error={submit.wrong("owner")}>
        <Select
          name="owner"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          choices={[
            ...(mayNobody ? [{ value: "", label: say("web.hand_over.nobody_yet") }] : []),
            ...people.map(({ member, name, expected }) => ({
              value: member,
              label: expected ? say("web.held.expected", { name }) : name,
            })),
            ...(mayExpect ? [{ value: somebodyNew, label: say("web.hand_over.somebody_new") }] : []),
          ]}
        />
      </Field>
      {chosen === somebodyNew && (
        <Field
          label={say("web.hand_over.new_name")}
          hint={say("web.hand_over.new_name_hint")}
          error={submit.wrong("newName")}
        >
          <TextInput name="newName" dir="auto" maxLength={80} autoComplete="off" autoFocus />
        </Field>
      )}
    </div>
  );
}
