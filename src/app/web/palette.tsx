import { useNavigate } from "@tanstack/react-router";
import { CircleHelp, FileUp, GitBranch, Goal, Handshake, Map as MapIcon, PenLine, Plus, UserRound } from "lucide-react";
import { useMemo } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { peopleClient } from "../../people/web/session.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { type CommandGroup, CommandPalette } from "../../ui/command-palette.tsx";
import { pagesOf } from "./pages.tsx";
import { useWeDecided } from "./we-decided.tsx";
import type en from "./words.en.json";

const say = wordsOf<typeof en>("app");
const mostPeople = 200;

/** Goes to any page, team or person by a few letters, and starts what is done often. */
export function Palette({ open, onOpen }: { open: boolean; onOpen(open: boolean): void }) {
  const place = usePlace();
  const navigate = useNavigate();
  const weDecided = useWeDecided();
  const { workspace, team } = place;
  const members = peopleClient.useAsk("members", { workspace: workspace.id, limit: mostPeople }, { enabled: open });
  const groups = useMemo<CommandGroup[]>(() => {
    const at = { workspace: workspace.slug };
    const pages = [
      ...pagesOf(place).map((page) => ({
        key: page.key,
        label: page.label,
        icon: page.icon,
        run: () => void navigate({ to: page.to, params: page.params as { workspace: string; team: string } }),
      })),
      {
        key: "me",
        label: say("nav.me"),
        icon: <UserRound aria-hidden="true" />,
        run: () => void navigate({ to: "/w/$workspace/me", params: at }),
      },
    ];
    const inTeam = team && { ...at, team: team.id };
    const toDo = inTeam
      ? [
          {
            key: "we_decided",
            label: say("palette.we_decided"),
            icon: <PenLine aria-hidden="true" />,
            run: weDecided,
          },
          {
            key: "propose",
            label: say("palette.propose"),
            icon: <Plus aria-hidden="true" />,
            run: () => void navigate({ to: "/w/$workspace/t/$team/decisions/new", params: inTeam }),
          },
          {
            key: "may_i",
            label: say("palette.may_i"),
            icon: <CircleHelp aria-hidden="true" />,
            run: () => void navigate({ to: "/w/$workspace/t/$team/may-i", params: inTeam }),
          },
          {
            key: "goals",
            label: say("palette.goals"),
            icon: <Goal aria-hidden="true" />,
            run: () => void navigate({ to: "/w/$workspace/t/$team/goals", params: inTeam }),
          },
          {
            key: "agreement",
            label: say("palette.agreement"),
            icon: <Handshake aria-hidden="true" />,
            run: () => void navigate({ to: "/w/$workspace/t/$team/agreement", params: inTeam }),
          },
          {
            key: "hand_over",
            label: say("palette.hand_over"),
            icon: <GitBranch aria-hidden="true" />,
            run: () => void navigate({ to: "/w/$workspace/t/$team/areas", params: inTeam, hash: "hand-over" }),
          },
          {
            key: "map",
            label: say("palette.map"),
            icon: <MapIcon aria-hidden="true" />,
            run: () => void navigate({ to: "/w/$workspace/t/$team/ground-map", params: inTeam }),
          },
          {
            key: "import",
            label: say("palette.import"),
            icon: <FileUp aria-hidden="true" />,
            run: () => void navigate({ to: "/w/$workspace/t/$team/record/import", params: inTeam }),
          },
        ]
      : [];
    const teams = workspace.teams
      .filter(({ closed }) => !closed)
      .map((one) => ({
        key: one.id,
        label: one.name,
        icon: <Avatar name={one.name} id={one.id} size="xs" />,
        run: () => void navigate({ to: "/w/$workspace/t/$team", params: { ...at, team: one.id } }),
      }));
    const people = (members.data?.members ?? []).map((one) => ({
      key: one.id,
      label: one.name,
      icon: <Avatar name={one.name} id={one.id} size="xs" />,
      run: () => void navigate({ to: "/w/$workspace/people/$member", params: { ...at, member: one.id } }),
    }));
    return [
      { key: "pages", label: say("palette.pages"), commands: pages },
      { key: "do", label: say("palette.do"), commands: toDo },
      { key: "teams", label: say("palette.teams"), commands: teams },
      { key: "people", label: say("palette.people"), commands: people },
    ];
  }, [place, workspace, team, members.data, navigate, weDecided]);
  return (
    <CommandPalette
      open={open}
      onOpen={onOpen}
      groups={groups}
      words={{
        label: say("palette.label"),
        placeholder: say("palette.hint"),
        empty: say("palette.none"),
        go: say("palette.go"),
        close: say("nav.close"),
      }}
    />
  );
}
