import { useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import type { Role } from "../rules.ts";
import type en from "../words.en.json";
import { CopyLine } from "./copy-line.tsx";
import { dayOf } from "./day-words.ts";
import { FormProblem } from "./form-problem.tsx";
import { useSubmit } from "./form-submit.ts";
import { usePlace, useReader } from "./place.tsx";
import { roleMeaning, roleName, roles, roleWord } from "./role-words.ts";
import { peopleClient } from "./session.ts";

const say = wordsOf<typeof en>("people");
const dayChoices = [1, 3, 7, 14, 30, 60, 90];
const usualDays = 14;

type Team = { id: string; name: string };
type Made = { address: string; until: string; role: Role };

/** Makes a link that lets people join a team, and shows it once. */
export function InviteDialog({ team, open, onOpen }: { team: Team; open: boolean; onOpen: (open: boolean) => void }) {
  const [made, setMade] = useState<Made | null>(null);
  const change = (next: boolean) => {
    onOpen(next);
    if (!next) setMade(null);
  };
  return (
    <Dialog
      open={open}
      onOpen={change}
      title={say(made ? "web.invite.made_title" : "web.invite.title", { name: team.name })}
      lead={made ? undefined : say("web.invite.lead")}
      closeLabel={say("web.close")}
    >
      {made ? (
        <TheLink made={made} team={team} end={() => change(false)} />
      ) : (
        <InviteForm team={team} onMade={setMade} />
      )}
    </Dialog>
  );
}

function InviteForm({ team, onMade }: { team: Team; onMade: (made: Made) => void }) {
  const { workspace } = usePlace();
  const invite = peopleClient.useDo("invite");
  const [role, setRole] = useState<Role>("member");
  const submit = useSubmit(async ({ days = "" }) => {
    const made = await invite.mutateAsync({ workspace: workspace.id, team: team.id, role, days: Number(days) });
    onMade({ address: `${location.origin}/join/${made.token}`, until: made.expiresAt, role });
  });
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <RadioGroup
        cards
        legend={say("web.invite.role")}
        value={role}
        onValue={(value: Role) => setRole(value)}
        error={submit.wrong("role")}
        choices={roles.map((value) => ({
          value,
          label: <span className="font-semibold">{roleName(value)}</span>,
          hint: roleMeaning(value),
        }))}
      />
      <Field label={say("web.invite.days")} hint={say("web.invite.days_hint")} error={submit.wrong("days")}>
        <Select
          name="days"
          defaultValue={String(usualDays)}
          choices={dayChoices.map((n) => ({ value: String(n), label: say("web.invite.n_days", { n }) }))}
        />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.invite.submit")}
        </Button>
      </div>
    </form>
  );
}

/** The form is gone that had the focus: the link takes it, selected, so that it can be copied at once. */
function focusTheLink(inside: HTMLElement | null): void {
  inside?.querySelector("input")?.focus();
}

function TheLink({ made, team, end }: { made: Made; team: Team; end: () => void }) {
  const reader = useReader();
  return (
    <div ref={focusTheLink} className="grid gap-5">
      <p className="text-ink-2">
        {say("web.invite.made", { name: team.name, role: roleWord(made.role), when: dayOf(made.until, reader) })}
      </p>
      <CopyLine label={say("web.invite.link")} text={made.address} />
      <p className="rounded-lg bg-brass-soft px-3.5 py-2.5 text-sm text-brass-ink">{say("web.invite.once")}</p>
      <div className="flex justify-end">
        <Button onClick={end}>{say("web.done")}</Button>
      </div>
    </div>
  );
}
