import { wordsOf } from "../../foundation/words-browser.ts";
import { type Role, type WhyNot, whyNotClose, whyNotShape, whyNotUnder } from "../rules.ts";
import type en from "../words.en.json";
import type { WorkspaceView } from "./session.ts";

const say = wordsOf<typeof en>("people");

export type TeamEntry = WorkspaceView["teams"][number];

/** The teams right under one (or at the top, for null), in the order they came in. */
export function teamsUnder(teams: readonly TeamEntry[], parent: string | null): TeamEntry[] {
  const there = new Set(teams.map(({ id }) => id));
  return teams.filter((team) => (team.parent && there.has(team.parent) ? team.parent : null) === parent);
}

/** Every team in the order of the tree, each with how deep it stands. */
export function inTreeOrder(
  teams: readonly TeamEntry[],
  parent: string | null = null,
  depth = 0,
): { team: TeamEntry; depth: number }[] {
  return teamsUnder(teams, parent).flatMap((team) => [{ team, depth }, ...inTreeOrder(teams, team.id, depth + 1)]);
}

/** The names of the teams above one, from the top. */
export function namesAbove(teams: readonly TeamEntry[], team: TeamEntry): string[] {
  const names: string[] = [];
  const seen = new Set([team.id]);
  for (let at = teams.find(({ id }) => id === team.parent); at && !seen.has(at.id); ) {
    names.unshift(at.name);
    seen.add(at.id);
    const above: string | null = at.parent;
    at = teams.find(({ id }) => id === above);
  }
  return names;
}

/** What I may do in a workspace's tree; each answer is a refusal's sentence, or null where it may be done. */
export function whatIMay(workspace: WorkspaceView) {
  const { teams, me } = workspace;
  const byId = new Map(teams.map((team) => [team.id, team]));
  const parentOf = new Map(teams.map(({ id, parent }) => [id, parent]));
  const leadsAbove = (team: TeamEntry) => {
    const seen = new Set([team.id]);
    for (let at = team.parent; at && !seen.has(at); at = parentOf.get(at) ?? null) {
      seen.add(at);
      if (byId.get(at)?.myRole === "lead") return true;
    }
    return false;
  };
  const shape = (team: TeamEntry): WhyNot =>
    whyNotShape({ role: team.myRole as Role | null, leadsAbove: leadsAbove(team) }, me.administers);
  const open = (team: TeamEntry): WhyNot => (team.closed ? { code: "people.team_closed" } : null);
  const below = (team: TeamEntry) => teamsUnder(teams, team.id).filter(({ closed }) => !closed).length;
  const atTop: WhyNot = me.administers ? null : { code: "people.not_an_administrator" };
  return {
    /** Make a team at the top. */
    makeAtTop: sentence(atTop),
    /** Whether I look after it at all, open or closed. */
    shapes: (team: TeamEntry) => shape(team) === null,
    /** Rename it, make one under it. */
    change: (team: TeamEntry) => sentence(shape(team) ?? open(team)),
    close: (team: TeamEntry) => sentence(shape(team) ?? whyNotClose(team.closed ? 0 : below(team))),
    /** Open it again: what stands above has to be open. */
    reopen(team: TeamEntry) {
      const parent = team.parent ? byId.get(team.parent) : undefined;
      return sentence(shape(team) ?? (parent ? open(parent) : null));
    },
    /** Move one team under another, or to the top. */
    moveUnder(team: TeamEntry, parent: TeamEntry | null) {
      if (!parent) return sentence(atTop);
      return sentence(shape(parent) ?? open(parent) ?? whyNotUnder(team.id, parent.id, parentOf));
    },
  };
}

function sentence(whyNot: WhyNot): string | null {
  if (!whyNot) return null;
  return say(`refusal.${whyNot.code.slice("people.".length)}` as "refusal.no_such_team", whyNot.params);
}
