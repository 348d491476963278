import { Check, Search } from "lucide-react";
import { useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { toast } from "../../ui/toast.ts";
import type { Role } from "../rules.ts";
import type en from "../words.en.json";
import { CouldNotLoad, RowsWaiting } from "./page-states.tsx";
import { usePlace } from "./place.tsx";
import { roleMeaning, roleName, roles } from "./role-words.ts";
import { peopleClient } from "./session.ts";
import { useSettled } from "./settled.ts";
import type { TeamView } from "./team-people.tsx";

const say = wordsOf<typeof en>("people");
const shownAtMost = 8;

/** Brings people of the workspace into a team, one after the other. */
export function AddMemberDialog({
  view,
  open,
  onOpen,
}: {
  view: TeamView;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const [role, setRole] = useState<Role>("member");
  return (
    <Dialog
      open={open}
      onOpen={onOpen}
      title={say("web.team.add_title", { name: view.name })}
      lead={say("web.team.add_lead")}
      closeLabel={say("web.close")}
      actions={<Button onClick={() => onOpen(false)}>{say("web.done")}</Button>}
    >
      <div className="grid gap-5">
        <div>
          <Segmented
            label={say("web.team.as_role")}
            value={role}
            onValue={(value: Role) => setRole(value)}
            choices={roles.map((value) => ({ value, label: roleName(value) }))}
          />
          <p className="mt-2 text-sm text-ink-2">{roleMeaning(role)}</p>
        </div>
        <Candidates view={view} role={role} />
      </div>
    </Dialog>
  );
}

function Candidates({ view, role }: { view: TeamView; role: Role }) {
  const { workspace } = usePlace();
  const [typed, setTyped] = useState("");
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const search = useSettled(typed.trim());
  const members = peopleClient.useAsk(
    "members",
    { workspace: workspace.id, limit: 200, ...(search ? { search } : {}) },
    { placeholderData: (earlier: unknown) => earlier },
  );
  const bring = peopleClient.useDo("setRole");
  const inIt = new Set(view.people.map(({ member }) => member));
  const found = (members.data?.members ?? []).filter(({ id }) => !inIt.has(id) || added.has(id));
  const add = ({ id, name }: { id: string; name: string }) =>
    bring.mutate(
      { workspace: workspace.id, team: view.id, member: id, role },
      {
        onSuccess: () => setAdded(new Set([...added, id])),
        onError: (error) => toast.error(say("web.team.not_added", { name, why: error.message })),
      },
    );
  return (
    <div>
      <TextInput
        type="search"
        icon={<Search />}
        aria-label={say("web.people.search")}
        placeholder={say("web.people.search")}
        value={typed}
        maxLength={80}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="mt-3 min-h-40" aria-live="polite">
        {members.error && <CouldNotLoad level={3} error={members.error} again={() => void members.refetch()} />}
        {!members.error && !members.data && <RowsWaiting rows={3} />}
        {members.data && found.length === 0 && (
          <p className="py-6 text-center text-ink-2">
            {search ? say("web.people.none", { search }) : say("web.team.all_in")}
          </p>
        )}
        <ul className="divide-y divide-line">
          {found.slice(0, shownAtMost).map((person) => (
            <li key={person.id} className="flex items-center gap-3 py-2.5">
              <Avatar name={person.name} id={person.id} size="sm" />
              <span className="min-w-0 flex-1 font-medium">{person.name}</span>
              {inIt.has(person.id) ? (
                <span className="inline-flex items-center gap-1.5 text-sm text-pasture-ink">
                  <Check aria-hidden="true" size={16} />
                  {say("web.team.is_in")}
                </span>
              ) : (
                <Button
                  size="sm"
                  aria-label={say("web.team.bring_in_name", { name: person.name })}
                  busy={bring.isPending && bring.variables?.member === person.id}
                  onClick={() => add(person)}
                >
                  {say("web.team.bring_in")}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {found.length > shownAtMost && (
          <p className="pt-2 text-sm text-ink-2">{say("web.team.more_by_name", { n: found.length - shownAtMost })}</p>
        )}
      </div>
    </div>
  );
}
