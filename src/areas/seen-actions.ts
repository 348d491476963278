import type { z } from "zod";
import { dayIn } from "../foundation/clock.ts";
import type { MemberContext, WorkspaceContext } from "../foundation/run.ts";
import type { Role, WhyNot } from "../people/rules.ts";
import { whySentence } from "../people/shared-actions.ts";
import type { areaOperations } from "./area-contract.ts";
import { maySeeProposal, type Side, type Stand, stillStands, whyNotAnswer, whyNotPropose } from "./card-rules.ts";
import * as cardStore from "./card-store.ts";
import * as holderStore from "./holder-store.ts";
import { levelInForce, onTrial } from "./level-rules.ts";
import { promptsOf } from "./prompt-rules.ts";
import * as proposalStore from "./proposal-store.ts";
import type { Level } from "./rules.ts";
import type { guardrailShown, loan as loanContract } from "./shared-contract.ts";
import { inForce, levelOnLoan } from "./step-in-rules.ts";
import { type AreaLoan, loansOf } from "./step-in-store.ts";
import * as store from "./store.ts";
import { daysBefore } from "./time-rules.ts";

const daysOfMoves = 90;

/** Somebody with a part in an area. */
export type Holder = store.Person;

/** An area as it stood at a moment, with everybody and everything that is open about it. */
export type AreaSeen = {
  id: string;
  team: string;
  madeAt: Date;
  closed: boolean;
  card: cardStore.CardWritten;
  /** In force: with a trial, and with a loan on it. */
  level: Level;
  /** Without a loan: what is agreed, for good or on trial. */
  agreed: Level;
  /** A lead stepped in, and the level to which it goes back at the end. */
  loan: (AreaLoan & { back: Level }) | null;
  /** Until when the level is on trial, and what it goes back to. */
  trial: { until: Date; back: number } | null;
  levelBefore: Level | null;
  /** Whoever holds it and is in the team, or is expected there. */
  owner: Holder | null;
  vacant: { since: Date | null; was: string | null } | null;
  deputy: Holder | null;
  learning: Holder[];
  /** Whoever holds it now, whatever moment is looked at. */
  presentOwner: Holder | null;
  proposals: proposalStore.Proposal[];
};

/** Areas and who is in their teams now. */
export type Seen = { areas: AreaSeen[]; roles: holderStore.RoleHeld[] };

type Held = holderStore.Held;

const atOf = (from: Date, until: Date | null, at: Date) => from <= at && (until === null || until > at);
const isExpected = (held: Held, at: Date) =>
  held.expectedFrom !== null &&
  (held.expectedUntil === null || held.expectedUntil > at) &&
  (held.leftAt === null || held.leftAt > at);

/** Whether somebody can hold an area of a team at a moment: as a lead or member of it, or as somebody expected. */
function isThere(held: Held, team: string, roles: readonly holderStore.RoleHeld[], at: Date): boolean {
  if (isExpected(held, at)) return true;
  return roles.some(
    (role) =>
      role.member === held.member && role.team === team && role.role !== "observer" && atOf(role.from, role.until, at),
  );
}

const personOf = (held: Held, at: Date): Holder => ({
  member: held.member,
  name: held.name,
  expected: isExpected(held, at),
});

function whoHolds(team: string, held: readonly Held[], roles: readonly holderStore.RoleHeld[], at: Date) {
  const open = held.filter(({ from, until }) => atOf(from, until, at));
  const there = open.filter((one) => isThere(one, team, roles, at));
  const owner = there.find(({ part }) => part === "owner");
  const deputy = there.find(({ part }) => part === "deputy");
  return {
    owner: owner ? personOf(owner, at) : null,
    deputy: deputy ? personOf(deputy, at) : null,
    learning: there.filter(({ part }) => part === "learning").map((one) => personOf(one, at)),
    gone: owner ? undefined : open.find(({ part }) => part === "owner"),
  };
}

/** Since when nobody holds an area, and who did and is no longer in the team. */
function vacancy(
  area: { team: string; madeAt: Date },
  gone: Held | undefined,
  held: readonly Held[],
  roles: readonly holderStore.RoleHeld[],
  at: Date,
) {
  const latest = (moments: (Date | null)[]) =>
    moments.reduce<Date | null>((last, one) => (one && one <= at && (!last || one > last) ? one : last), null);
  if (gone) {
    const left = roles
      .filter(({ member, team, role }) => member === gone.member && team === area.team && role !== "observer")
      .map(({ until }) => until);
    return { since: latest([...left, gone.leftAt]) ?? gone.from, was: gone.name };
  }
  const ends = held.filter(({ part }) => part === "owner").map(({ until }) => until);
  return { since: latest(ends) ?? area.madeAt, was: null };
}

function byArea<T extends { area: string }>(rows: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) grouped.set(row.area, [...(grouped.get(row.area) ?? []), row]);
  return grouped;
}

/**
 * Areas as they stood at a moment, in five statements, however many they are.
 * @param which one area, or all of some teams
 * @param at the moment; now, or an earlier one
 * @returns the areas that were there, closed ones among them, and who is in the teams now
 */
export async function areasSeen(
  { db, workspace, now }: Pick<WorkspaceContext, "db" | "workspace" | "now">,
  which: cardStore.Which,
  at: Date = now,
): Promise<Seen & { since: Date | null }> {
  const earlier = daysBefore(at, daysOfMoves);
  const rows = await cardStore.areasAt(db, workspace, which, at, earlier);
  const there = rows.flatMap((row) => (row.card ? { ...row, card: row.card } : []));
  const ids = there.map(({ id }) => id);
  const held = await holderStore.holdersOf(db, workspace, ids);
  const teams = "area" in which ? [...new Set(rows.map(({ team }) => team))] : which.teams;
  const roles = await holderStore.rolesFor(
    db,
    workspace,
    teams,
    held.map(({ member }) => member),
  );
  const proposals = await proposalStore.proposalsOpenAt(db, workspace, ids, at);
  const lent = byArea(await loansOf(db, workspace, ids, { from: earlier, until: at }));
  const heldIn = byArea(held);
  const proposedIn = byArea(proposals);
  const areas = there.map((row): AreaSeen => {
    const { id, team, madeAt, closed, card } = row;
    const mine = heldIn.get(id) ?? [];
    const { gone, ...holders } = whoHolds(team, mine, roles, at);
    const loanAt = (moment: Date) => lent.get(id)?.find((one) => inForce(one, moment)) ?? null;
    const loan = loanAt(at);
    const agreed = levelInForce(card, at);
    return {
      id,
      team,
      madeAt,
      closed,
      card,
      level: levelOnLoan(agreed, loan, at),
      agreed,
      loan: loan && { ...loan, back: levelInForce(card, loan.untilAt) },
      trial: onTrial(card, at) ? { until: card.trialUntil!, back: card.levelBefore! } : null,
      levelBefore: row.before && levelOnLoan(levelInForce(row.before, earlier), loanAt(earlier), earlier),
      ...holders,
      vacant: holders.owner ? null : vacancy({ team, madeAt }, gone, mine, roles, at),
      presentOwner: at === now ? holders.owner : whoHolds(team, mine, roles, now).owner,
      proposals: (proposedIn.get(id) ?? []).filter((proposal) =>
        stillStands({ needs: proposal.needs, by: proposal.madeBy }, holders.owner?.member ?? null),
      ),
    };
  });
  return {
    areas,
    roles: roles.filter(({ until }) => until === null),
    since: rows.reduce<Date | null>((first, { madeAt }) => (first && first < madeAt ? first : madeAt), null),
  };
}

/** The leads of a team. */
export function leadsOf(seen: Seen, team: string): Holder[] {
  return seen.roles
    .filter((role) => role.team === team && role.role === "lead")
    .map(({ member, name }) => ({ member, name, expected: false }));
}

/** What a member is to an area now. */
export function standIn(area: AreaSeen, member: string, role: Role): Stand {
  return {
    role,
    owns: area.presentOwner?.member === member,
    heldByJoined: area.presentOwner !== null && !area.presentOwner.expected,
  };
}

/** What somebody is to an area. */
export function partIn(area: AreaSeen, member: string): holderStore.Part | null {
  if (area.owner?.member === member) return "owner";
  if (area.deputy?.member === member) return "deputy";
  return area.learning.some((one) => one.member === member) ? "learning" : null;
}

/** Whether what an owner wishes may be shown: to the leads, and to that owner while they hold it; not to who comes next. */
export const seesDesired = (area: AreaSeen, stand: Stand): boolean =>
  stand.role === "lead" || (stand.owns && area.owner?.member === area.presentOwner?.member);

/** How areas are looked at: by whom, and whether it is now. */
export type Look = { role: Role; today: string; current: boolean; names: Names };
type Names = { people: Map<string, Holder>; teams: Map<string, string> };

/** The names that guardrails and proposals of these areas need. */
export async function namesFor(
  { db, workspace }: Pick<WorkspaceContext, "db" | "workspace">,
  areas: readonly AreaSeen[],
): Promise<Names> {
  const asks = areas.flatMap(({ card }) => card.guardrails).filter((one) => one.kind === "ask");
  const successors = areas.flatMap(({ proposals }) => proposals).flatMap(({ change }) => change.owner ?? []);
  const proposed = areas
    .flatMap(({ proposals }) => proposals)
    .flatMap(({ change }) => change.card?.guardrails ?? [])
    .filter((one) => one.kind === "ask");
  const all = [...asks, ...proposed];
  const members = [...all.flatMap((one) => one.members), ...successors];
  return {
    people: await store.peopleByIds(db, workspace, members),
    teams: await store.teamNames(
      db,
      workspace,
      all.flatMap(({ team }) => team ?? []),
    ),
  };
}

type GuardrailShown = z.output<typeof guardrailShown>;

/** Guardrails with the names that their ids stand for. */
export function guardrailsShown(guardrails: cardStore.CardWritten["guardrails"], names: Names): GuardrailShown[] {
  return guardrails.map((one): GuardrailShown => {
    if (one.kind !== "ask") return one;
    const name = one.team && names.teams.get(one.team);
    return {
      id: one.id,
      kind: "ask",
      members: one.members.flatMap((id) => names.people.get(id) ?? []),
      team: one.team && name ? { team: one.team, name } : null,
    };
  });
}

/** The loan on an area as everybody in its team sees it. */
export function loanShown({ loan }: AreaSeen): z.output<typeof loanContract> | null {
  if (!loan) return null;
  const { id, byName, reason, scope, untilAt, back } = loan;
  return { stepIn: id, by: byName, reason, scope, until: untilAt, back };
}

type OnBoard = z.output<typeof areaOperations.board.output>["areas"][number];

/** Why nothing can be changed on this look at an area; null where it is now and the area is open. */
export function whyNotNow(context: MemberContext, area: AreaSeen, look: Look): string | null {
  if (!look.current) return context.sayTo(context.locale, "areas")("said.past");
  return area.closed ? whySentence(context, { code: "areas.area_closed" }) : null;
}

/** An area as it is on the board, for one who looks. */
export function onBoard(context: MemberContext, area: AreaSeen, look: Look): OnBoard {
  const { me } = context;
  const stand = standIn(area, me.id, look.role);
  const sees = seesDesired(area, stand);
  const { card, trial } = area;
  const openLevel = area.proposals.find(({ what }) => what === "level");
  const mayNot: WhyNot = whyNotPropose(stand, openLevel ? openLevel.madeBy === me.id : null);
  const trialOn = trial && { on: dayIn(trial.until, me.timeZone), back: trial.back };
  return {
    id: area.id,
    name: card.name,
    purpose: card.purpose,
    level: area.level,
    trialUntil: trialOn?.on ?? null,
    trialBack: trialOn?.back ?? null,
    loan: loanShown(area),
    offered: card.offered,
    desired: sees ? card.desired : null,
    levelBefore: area.levelBefore,
    owner: area.owner,
    deputy: area.deputy,
    learning: area.learning,
    guardrails: guardrailsShown(card.guardrails, look.names),
    review: card.review,
    prompts: area.closed
      ? []
      : promptsOf(
          {
            vacant: area.vacant,
            // what the card has to give is the same while its level is on loan
            level: area.agreed,
            money: card.money,
            scope: card.scope,
            escalation: card.escalation,
            review: card.review,
            offered: card.offered,
            desired: card.desired,
            deputy: area.deputy !== null,
            trial: trialOn,
          },
          look.today,
          sees,
        ),
    proposed: area.proposals
      .filter((one) => maySeeProposal(one, sees))
      .map(({ id, what, change, needs }) => ({
        id,
        what,
        level: change.level ?? null,
        needs: needs as Side,
        mineToAnswer: look.current && !area.closed && !whyNotAnswer(needs, stand),
      })),
    mine: partIn(area, me.id),
    whyNotPropose: whyNotNow(context, area, look) ?? whySentence(context, mayNot),
  };
}
