import { Link } from "@tanstack/react-router";
import { Check, Plus } from "lucide-react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { type Place, usePlace } from "../../people/web/place.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { LazyMenu } from "../../ui/lazy-menu.tsx";
import type { MenuItem } from "../../ui/menu.tsx";
import type en from "./words.en.json";

const say = wordsOf<typeof en>("app");

const here = <Check aria-hidden="true" size={16} />;

function itemsOf({ workspace, team, my }: Place): MenuItem[] {
  const mine = workspace.teams.filter(({ closed, myRole }) => !closed && myRole !== null);
  const shown = mine.slice(0, 12);
  return [
    ...(shown.length > 0 ? [{ key: "teams", heading: say("place.teams") } as MenuItem] : []),
    ...shown.map(
      (one): MenuItem => ({
        key: one.id,
        label: one.name,
        note: say(`place.${one.myRole!}`),
        icon: one.id === team?.id ? here : <span className="w-4" />,
        link: <Link to="/w/$workspace/t/$team" params={{ workspace: workspace.slug, team: one.id }} />,
      }),
    ),
    {
      key: "all",
      label: say("place.all_teams"),
      link: <Link to="/w/$workspace/teams" params={{ workspace: workspace.slug }} />,
    },
    { key: "line", separator: true },
    { key: "workspaces", heading: say("place.workspaces") },
    ...my.workspaces.map(
      (one): MenuItem => ({
        key: one.id,
        label: one.name,
        icon: one.id === workspace.id ? here : <span className="w-4" />,
        link: <Link to="/w/$workspace" params={{ workspace: one.slug }} />,
      }),
    ),
    {
      key: "new",
      label: say("place.new_workspace"),
      icon: <Plus aria-hidden="true" size={16} />,
      link: <Link to="/new-workspace" />,
    },
  ];
}

/** Where one is: the team, or the workspace where there is none; and the way to another. */
export function PlaceMenu({ small = false }: { small?: boolean }) {
  const place = usePlace();
  const { team, workspace } = place;
  const name = team?.name ?? workspace.name;
  const count = say("place.people", { count: team?.people ?? workspace.people });
  const note = team ? `${count} · ${say(`place.${team.myRole ?? "none"}`)}` : count;
  return (
    <LazyMenu
      align={small ? "end" : "start"}
      trigger={
        small ? (
          <button
            type="button"
            className="flex min-h-9 max-w-full items-center gap-2 rounded-lg border border-line bg-raised px-2.5 py-1 text-sm font-semibold"
          >
            <Avatar name={name} id={team?.id ?? workspace.id} size="xs" />
            <span className="truncate">{name}</span>
            <span className="sr-only">{say("place.choose")}</span>
          </button>
        ) : (
          <button
            type="button"
            className="flex w-full items-center gap-3 rounded-xl border border-line bg-surface px-2.5 py-2.5 text-start shadow-sm hover:bg-raised"
          >
            <Avatar name={name} id={team?.id ?? workspace.id} size="sm" />
            <span className="min-w-0">
              <span className="block truncate font-semibold">{name}</span>
              <span className="block text-xs text-ink-2">{note}</span>
              <span className="sr-only">{say("place.choose")}</span>
            </span>
          </button>
        )
      }
      items={itemsOf(place)}
    />
  );
}
