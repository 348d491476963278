import { ChartColumnStacked, Network, Settings, Sun, Users, UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import type { Place } from "../../people/web/place.tsx";
import type en from "./words.en.json";

const say = wordsOf<typeof en>("app");

/** A page that the navigation leads to. */
export type Page = {
  key: "today" | "record" | "team" | "teams" | "people" | "settings";
  label: string;
  icon: ReactNode;
  to:
    | "/w/$workspace"
    | "/w/$workspace/t/$team"
    | "/w/$workspace/t/$team/record"
    | "/w/$workspace/teams"
    | "/w/$workspace/people"
    | "/w/$workspace/settings";
  params: { workspace: string; team?: string };
  /** Whether pages below it count as being on it. */
  below: boolean;
};

/** The pages of a place, in order. A workspace without a team has no record. */
export function pagesOf({ workspace, team }: Place): Page[] {
  const at = { workspace: workspace.slug };
  const page = (key: Page["key"], icon: ReactNode, to: Page["to"], params: Page["params"], below = true): Page => ({
    key,
    label: say(`nav.${key}`),
    icon,
    to,
    params,
    below,
  });
  const ofTeam = team
    ? [
        page("record", <ChartColumnStacked aria-hidden="true" />, "/w/$workspace/t/$team/record", {
          ...at,
          team: team.id,
        }),
        page("team", <UsersRound aria-hidden="true" />, "/w/$workspace/t/$team", { ...at, team: team.id }, false),
      ]
    : [];
  return [
    page("today", <Sun aria-hidden="true" />, "/w/$workspace", at, false),
    ...ofTeam,
    page("teams", <Network aria-hidden="true" />, "/w/$workspace/teams", at),
    page("people", <Users aria-hidden="true" />, "/w/$workspace/people", at),
    page("settings", <Settings aria-hidden="true" />, "/w/$workspace/settings", at),
  ];
}
