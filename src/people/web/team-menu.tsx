import { Archive, ArchiveRestore, ArrowRightLeft, Ellipsis, LogOut, Pencil, Plus } from "lucide-react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, type MenuItem } from "../../ui/menu.tsx";
import type en from "../words.en.json";
import { usePlace } from "./place.tsx";
import { type TeamDeed, useReopen } from "./team-dialogs.tsx";
import { type TeamEntry, whatIMay } from "./team-tree.ts";

const say = wordsOf<typeof en>("people");

/**
 * What can be done with a team; what may not be done says why.
 * @param act begins a deed that asks first
 * @param leave where I am in it: leaving, and why not
 * @param look `plain` in a page's head
 */
export function TeamMenu({
  team,
  act,
  leave,
  look = "quiet",
}: {
  team: TeamEntry;
  act: (deed: TeamDeed) => void;
  leave?: { start: () => void; why: string | null };
  look?: "plain" | "quiet";
}) {
  const { workspace } = usePlace();
  const may = whatIMay(workspace);
  const reopen = useReopen();
  const leaveItem: MenuItem[] = leave
    ? [
        { key: "line", separator: true },
        {
          key: "leave",
          label: say("web.team.leave"),
          icon: <LogOut aria-hidden="true" className="rtl:-scale-x-100" />,
          why: leave.why,
          onSelect: leave.start,
        },
      ]
    : [];
  const open: MenuItem[] = [
    {
      key: "under",
      label: say("web.teams.make_under"),
      icon: <Plus aria-hidden="true" />,
      why: may.change(team),
      onSelect: () => act({ deed: "make", under: team }),
    },
    {
      key: "rename",
      label: say("web.teams.rename"),
      icon: <Pencil aria-hidden="true" />,
      why: may.change(team),
      onSelect: () => act({ deed: "rename", team }),
    },
    {
      key: "move",
      label: say("web.teams.move"),
      icon: <ArrowRightLeft aria-hidden="true" />,
      why: may.change(team),
      onSelect: () => act({ deed: "move", team }),
    },
    {
      key: "close",
      label: say("web.teams.close"),
      icon: <Archive aria-hidden="true" />,
      why: may.close(team),
      onSelect: () => act({ deed: "close", team }),
    },
  ];
  const closed: MenuItem[] = [
    {
      key: "reopen",
      label: say("web.teams.open_again"),
      icon: <ArchiveRestore aria-hidden="true" />,
      why: may.reopen(team),
      onSelect: () => reopen(team),
    },
  ];
  return (
    <Menu
      trigger={
        <IconButton
          look={look}
          label={say("web.teams.menu", { name: team.name })}
          icon={<Ellipsis aria-hidden="true" size={18} />}
        />
      }
      items={[...(team.closed ? closed : open), ...leaveItem]}
    />
  );
}
