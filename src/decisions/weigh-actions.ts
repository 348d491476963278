import { type Effective, effectiveLevel } from "../areas/level-rules.ts";
import { type AreaSeen, areasSeen } from "../areas/seen-actions.ts";
import type { WorkspaceContext } from "../foundation/run.ts";
import type { Role } from "../people/rules.ts";
import { peopleOfTeams } from "../people/team-store.ts";
import { type DecidingRow, namesHere } from "./deciding-store.ts";

/** Somebody in the team now. */
export type PersonHere = { id: string; name: string; role: Role };
type Facts = Pick<DecidingRow, "area" | "cost" | "reversible" | "goal">;

/** What a decision's level is worked out from, and who is there to decide. */
export type Weighed = {
  area: AreaSeen | null;
  /** Its name, where it was closed since, too. */
  areaName: string | null;
  effective: Effective;
  /** A step-in on the area brings the level down: what it is without, and which one. */
  lent: { agreed: Effective; loan: string } | null;
  /** Everybody in the team now. */
  people: PersonHere[];
  /** Whom guardrails name, whoever decides left out. */
  asks: { member: string; name: string }[];
  /** Who owns it: the area's owner, or its deputy while nobody holds it. Only people who have joined. */
  owners: string[];
};

/** What the levels of decisions in some teams are worked out from: read once, however many decisions there are. */
export type Ground = {
  /** Areas by id, closed ones among them. */
  areas: ReadonlyMap<string, AreaSeen>;
  /** Everybody in a team now, by team; those whom guardrails ask are among them. */
  people: ReadonlyMap<string, readonly PersonHere[]>;
  /** Names of those whom guardrails name and who are here. */
  named: ReadonlyMap<string, string>;
};

/**
 * Reads what decisions of some teams are weighed on.
 * @param which one area of one team, or all of some teams; an area that is null is none
 */
export async function groundOf(
  context: Pick<WorkspaceContext, "db" | "workspace" | "now">,
  which: { team: string; area: string | null } | { teams: readonly string[] },
): Promise<Ground> {
  const { db, workspace } = context;
  const teams = "team" in which ? [which.team] : which.teams;
  if (teams.length === 0) return { areas: new Map(), people: new Map(), named: new Map() };
  const seen =
    "team" in which
      ? which.area
        ? (await areasSeen(context, { area: which.area })).areas
        : []
      : (await areasSeen(context, { teams: [...teams] })).areas;
  const asks = seen.flatMap(({ card }) => card.guardrails).filter((one) => one.kind === "ask");
  const people = new Map<string, PersonHere[]>();
  for (const { team, id, name, role } of await peopleOfTeams(db, workspace, [
    ...teams,
    ...asks.flatMap(({ team }) => team ?? []),
  ])) {
    people.set(team, [...(people.get(team) ?? []), { id, name, role }]);
  }
  const named = await namesHere(
    db,
    workspace,
    asks.flatMap(({ members }) => members),
  );
  return { areas: new Map(seen.map((area) => [area.id, area])), people, named };
}

/**
 * Works out at which level something is decided, on what was read. An area that is not there, or not this team's, is none.
 * @param team the decision's team
 * @param facts what is known of it
 */
export function weighOn(ground: Ground, team: string, facts: Facts): Weighed {
  const found = facts.area ? ground.areas.get(facts.area) : undefined;
  const ofTeam = found?.team === team ? found : null;
  // an area that was closed since bounds nothing any more; what was frozen stays
  const area = ofTeam && !ofTeam.closed ? ofTeam : null;
  const at = (level: number) =>
    effectiveLevel(area && { level, guardrails: area.card.guardrails, money: area.card.money }, {
      cost: facts.cost?.amount,
      currency: facts.cost?.currency,
      reversible: facts.reversible ?? undefined,
      namesGoal: facts.goal !== null,
    });
  const effective = at(area?.level ?? 0);
  const agreed = area?.loan ? at(area.agreed) : effective;
  const asked = new Map<string, string>();
  for (const one of effective.ask.members) {
    const name = ground.named.get(one);
    if (name !== undefined) asked.set(one, name);
  }
  for (const { id, name, role } of effective.ask.teams.flatMap((one) => ground.people.get(one) ?? [])) {
    if (role !== "observer") asked.set(id, name);
  }
  const owner = area?.owner && !area.owner.expected ? area.owner.member : null;
  const deputy = area && !area.owner && area.deputy && !area.deputy.expected ? area.deputy.member : null;
  return {
    area,
    areaName: ofTeam?.card.name ?? null,
    effective,
    lent: area?.loan && agreed.level > effective.level ? { agreed, loan: area.loan.id } : null,
    people: [...(ground.people.get(team) ?? [])],
    asks: [...asked].map(([member, name]) => ({ member, name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    owners: [owner ?? deputy].filter((one) => one !== null),
  };
}

/** Works out at which level something is decided, from what stands on its area's card now. */
export async function weigh(
  context: Pick<WorkspaceContext, "db" | "workspace" | "now">,
  team: string,
  facts: Facts,
): Promise<Weighed> {
  return weighOn(await groundOf(context, { team, area: facts.area }), team, facts);
}

/**
 * What is written when a level freezes: the one that is agreed, and the step-in on the area that brings it down meanwhile, so that
 * it goes back when that ends.
 */
export function frozenFrom({ effective, lent }: Weighed): { level: number; because: string; area_loan: string | null } {
  const { level, because } = lent?.agreed ?? effective;
  return { level, because: JSON.stringify(because), area_loan: lent?.loan ?? null };
}
