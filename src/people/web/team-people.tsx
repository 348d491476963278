import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronDown, UserRoundMinus, UserRoundPlus } from "lucide-react";
import { useState } from "react";
import type { OutputOf, Travelled } from "../../foundation/contract.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { people } from "../contract.ts";
import { type Role, whyNotEndLead } from "../rules.ts";
import type en from "../words.en.json";
import { AddMemberDialog } from "./add-member-dialog.tsx";
import { dayOf } from "./day-words.ts";
import { usePlace, useReader } from "./place.tsx";
import { roleName, roles, roleTone, roleWord } from "./role-words.ts";
import { peopleClient } from "./session.ts";
import { tellOutcome } from "./tell-outcome.ts";

const say = wordsOf<typeof en>("people");

/** A team as its page shows it. */
export type TeamView = Travelled<OutputOf<(typeof people)["operations"]["showTeam"]>>;
type Person = TeamView["people"][number];

/** Giving and ending roles in a team: shown at once, taken back where it is refused, undone from the message. */
function useRoles(view: TeamView) {
  const { workspace } = usePlace();
  const queries = useQueryClient();
  const set = peopleClient.useDo("setRole");
  const end = peopleClient.useDo("removeFromTeam");
  const { queryKey } = peopleClient.queryOptions("showTeam", { workspace: workspace.id, team: view.id });
  const at = (member: string) => ({ workspace: workspace.id, team: view.id, member });

  const show = (change: (people: Person[]) => Person[]) => {
    queries.setQueryData<TeamView>(queryKey, (now) => now && { ...now, people: change(now.people) });
  };
  const told = (work: Promise<unknown>, done: string, undo?: () => void) =>
    tellOutcome(
      work.catch((error) => {
        void queries.invalidateQueries({ queryKey });
        throw error;
      }),
      done,
      undo && { label: say("web.undo"), onPress: undo },
    );
  const give = (person: Person, role: Role, said: string, undo?: () => void) => {
    show((people) => people.map((one) => (one.member === person.member ? { ...one, role } : one)));
    void told(set.mutateAsync({ ...at(person.member), role }), said, undo);
  };
  return {
    change(person: Person, role: Role) {
      if (role === person.role) return;
      const { name } = person;
      give(person, role, say("web.team.now_role", { name, role: roleWord(role) }), () =>
        give(person, person.role, say("web.team.now_role", { name, role: roleWord(person.role) })),
      );
    },
    remove(person: Person) {
      const { name } = person;
      show((people) => people.filter((one) => one.member !== person.member));
      void told(end.mutateAsync(at(person.member)), say("web.team.removed", { name, team: view.name }), () =>
        give(person, person.role, say("web.team.is_back", { name })),
      );
    },
  };
}

/** Who is in a team, in which role; whoever leads it changes that here. */
export function TeamPeople({ view }: { view: TeamView }) {
  const { workspace } = usePlace();
  const act = useRoles(view);
  const [adding, setAdding] = useState(false);
  const mayChange = view.whyNotChange === null;
  // somebody has to be there who is not in it yet
  const others = workspace.people > view.people.length;
  return (
    <Card
      title={say("web.team.people")}
      note={
        mayChange && others ? (
          <Button size="sm" icon={<UserRoundPlus aria-hidden="true" size={15} />} onClick={() => setAdding(true)}>
            {say("web.team.add")}
          </Button>
        ) : undefined
      }
    >
      {view.people.length === 0 ? (
        <p className="text-ink-2">{say("web.team.nobody")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {view.people.map((person) => (
            <PersonRow key={person.member} person={person} view={view} act={act} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && <AddMemberDialog view={view} open={adding} onOpen={setAdding} />}
    </Card>
  );
}

function PersonRow({
  person,
  view,
  act,
  mayChange,
}: {
  person: Person;
  view: TeamView;
  act: ReturnType<typeof useRoles>;
  mayChange: boolean;
}) {
  const { workspace } = usePlace();
  const reader = useReader();
  const mine = person.member === workspace.me.id;
  return (
    <li className="flex items-center gap-3.5 py-3 first:pt-1 last:pb-0">
      <Avatar name={person.name} id={person.member} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link
            to="/w/$workspace/people/$member"
            params={{ workspace: workspace.slug, member: person.member }}
            preload={false}
            className="font-semibold hover:underline"
          >
            {person.name}
          </Link>
          {mine && <span className="text-sm text-ink-2">{say("web.people.you")}</span>}
        </p>
        <p className="text-sm text-ink-2">
          {say("web.team.since", { role: roleName(person.role), when: dayOf(person.since, reader) })}
        </p>
      </div>
      {mayChange ? (
        <RoleMenu person={person} view={view} act={act} />
      ) : (
        <Badge tone={roleTone[person.role]}>{roleName(person.role)}</Badge>
      )}
    </li>
  );
}

function RoleMenu({ person, view, act }: { person: Person; view: TeamView; act: ReturnType<typeof useRoles> }) {
  const held = new Map(view.people.map(({ member, role }) => [member, role]));
  const last = whyNotEndLead({ name: view.name, roles: held }, person.member, null);
  const why = last && say("refusal.last_lead", last.params);
  return (
    <Menu
      trigger={
        <Button size="sm" aria-label={say("web.team.role_of", { name: person.name, role: roleName(person.role) })}>
          {roleName(person.role)}
          <ChevronDown aria-hidden="true" size={15} className="text-ink-2" />
        </Button>
      }
      items={[
        {
          key: "role",
          label: say("web.team.role"),
          value: person.role,
          choices: roles.map((role) => ({ value: role, label: roleName(role) })),
          onValue: (role) => act.change(person, role as Role),
        },
        { key: "line", separator: true },
        {
          key: "remove",
          label: say("web.team.remove"),
          icon: <UserRoundMinus aria-hidden="true" />,
          danger: true,
          why,
          onSelect: () => act.remove(person),
        },
      ]}
    />
  );
}
