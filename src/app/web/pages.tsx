import {
  ChartColumnStacked,
  Compass,
  GitBranch,
  MessagesSquare,
  Network,
  Settings,
  Sprout,
  Sun,
  Users,
  UsersRound,
} from "lucide-react";
import type { ReactNode } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import type { Place } from "../../people/web/place.tsx";
import type en from "./words.en.json";

const say = wordsOf<typeof en>("app");

/** A page that the navigation leads to. */
export type Page = {
  key: "today" | "intent" | "areas" | "decisions" | "ground" | "record" | "team" | "teams" | "people" | "settings";
  /** On the phone’s bar and in the side’s first group, only there, or in the side’s second group. */
  place: "bar" | "team" | "workspace";
  label: string;
  icon: ReactNode;
  to:
    | "/w/$workspace"
    | "/w/$workspace/ground"
    | "/w/$workspace/t/$team"
    | "/w/$workspace/t/$team/intent"
    | "/w/$workspace/t/$team/areas"
    | "/w/$workspace/t/$team/decisions"
    | "/w/$workspace/t/$team/record"
    | "/w/$workspace/teams"
    | "/w/$workspace/people"
    | "/w/$workspace/settings";
  params: { workspace: string; team?: string };
  /** Whether pages below it count as being on it. */
  below: boolean;
};

/** The pages of a place, in order. A workspace without a team has no direction, areas or record. */
export function pagesOf({ workspace, team }: Place): Page[] {
  const at = { workspace: workspace.slug };
  const inTeam = team && { ...at, team: team.id };
  const page = (
    place: Page["place"],
    key: Page["key"],
    icon: ReactNode,
    to: Page["to"],
    params: Page["params"],
    below = true,
  ): Page => ({ key, place, label: say(`nav.${key}`), icon, to, params, below });
  return [
    page("bar", "today", <Sun aria-hidden="true" />, "/w/$workspace", at, false),
    ...(inTeam
      ? [
          page("team", "intent", <Compass aria-hidden="true" />, "/w/$workspace/t/$team/intent", inTeam),
          page("bar", "areas", <GitBranch aria-hidden="true" />, "/w/$workspace/t/$team/areas", inTeam),
          page("bar", "decisions", <MessagesSquare aria-hidden="true" />, "/w/$workspace/t/$team/decisions", inTeam),
        ]
      : []),
    page("bar", "ground", <Sprout aria-hidden="true" />, "/w/$workspace/ground", at),
    ...(inTeam
      ? [
          page("team", "record", <ChartColumnStacked aria-hidden="true" />, "/w/$workspace/t/$team/record", inTeam),
          page("team", "team", <UsersRound aria-hidden="true" />, "/w/$workspace/t/$team", inTeam, false),
        ]
      : []),
    page("workspace", "teams", <Network aria-hidden="true" />, "/w/$workspace/teams", at),
    page("workspace", "people", <Users aria-hidden="true" />, "/w/$workspace/people", at),
    page("workspace", "settings", <Settings aria-hidden="true" />, "/w/$workspace/settings", at),
  ];
}
