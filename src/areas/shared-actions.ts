import { refuse } from "../foundation/refusal.ts";
import type { Actions, MemberContext } from "../foundation/run.ts";
import { giveNotice, settleNotices } from "../notices/notice-actions.ts";
import type { Role } from "../people/rules.ts";
import { teamForMe } from "../people/shared-actions.ts";
import { type CardField, isGap, type Side, type Stand } from "./card-rules.ts";
import * as cardStore from "./card-store.ts";
import type { areas } from "./contract.ts";
import { carriedOn } from "./level-rules.ts";
import * as proposalStore from "./proposal-store.ts";
import { type AreaSeen, areasSeen, leadsOf, type Seen, standIn } from "./seen-actions.ts";
import * as store from "./store.ts";

/** Some of the room's actions. */
export type AreaActions<K extends keyof Actions<typeof areas>> = Pick<Actions<typeof areas>, K>;

/** An area, what I am to it, and who leads the team. */
export type Mine = { area: AreaSeen; stand: Stand; role: Role; leads: string[]; teamName: string; seen: Seen };

/**
 * A team's areas are for whoever has a role in it.
 * @returns my role, and the team
 */
export async function teamInWhichIAm(
  context: MemberContext,
  team: string,
  how: { change?: boolean; open?: boolean } = {},
) {
  const { row, standing } = await teamForMe(context, team, { change: how.change ?? false });
  if (!standing.role) throw refuse("areas.not_in_team");
  if (how.open && row.closed_at) throw refuse("people.team_closed");
  return { row, role: standing.role };
}

/** An area of a team in which I am, now or at an earlier moment. */
export async function areaForMe(context: MemberContext, id: string, at: Date = context.now): Promise<Mine> {
  const seen = await areasSeen(context, { area: id }, at);
  const area = seen.areas[0];
  if (!area) throw refuse("areas.no_such_area");
  const { row, role } = await teamInWhichIAm(context, area.team);
  return {
    area: { ...area, closed: area.closed || row.closed_at !== null },
    stand: standIn(area, context.me.id, role),
    role,
    leads: leadsOf(seen, area.team).map(({ member }) => member),
    teamName: row.name,
    seen,
  };
}

/** The same, held so that nobody else changes it before this transaction ends; `open` insists that it is not closed. */
export async function areaToChange(context: MemberContext, id: string, open = true): Promise<Mine> {
  const { db, workspace } = context;
  if (!(await store.teamOfArea(db, workspace, id))) throw refuse("areas.no_such_area");
  await store.areaForChange(db, workspace, id);
  const mine = await areaForMe(context, id);
  if (open && mine.area.closed) throw refuse("areas.area_closed");
  return mine;
}

/** Everybody an area may be handed to: leads and members of the team, and whoever is expected in it. */
export async function whoMayHold(context: MemberContext, seen: Seen, team: string): Promise<store.Person[]> {
  const here = seen.roles
    .filter((role) => role.team === team && role.role !== "observer")
    .map(({ member, name }) => ({ member, name, expected: false }));
  const expected = await store.expectedPeople(context.db, context.workspace, team);
  return [...here, ...expected];
}

/**
 * Writes the next row of an area's card.
 * @param area as it stands
 * @param to what is other
 * @param changed the fields of the card that are other, or what else happened
 * @returns the card as it is now
 */
export async function writeCard(
  context: MemberContext,
  area: AreaSeen,
  to: Partial<cardStore.CardWritten>,
  changed: readonly string[],
  why = "",
): Promise<cardStore.CardWritten> {
  const { db, workspace, now, me } = context;
  const card = { ...area.card, ...carriedOn(area.card, now), ...to, n: area.card.n + 1, at: now };
  await cardStore.addCard(db, { workspace, id: context.id(), area: area.id, by: me.id, changed, why, card });
  // what an owner wishes is in no event: the team can read those
  const fields = changed.filter((field) => field !== "desired");
  if (fields.length > 0) {
    await context.record({ kind: "areas.card_changed", subject: area.id, team: area.team, data: { fields } });
  }
  context.tell("areas");
  return card;
}

/** Where an area's page is. */
export const pathOf = (area: { id: string; team: string }) => `/t/${area.team}/areas/${area.id}`;

/** Tells people of something about an area. */
export async function tellOf(
  context: MemberContext,
  mine: Mine,
  notice: {
    kind: string;
    to: readonly (string | undefined)[];
    subject?: string;
    params?: Record<string, string | number>;
    needsYes?: boolean;
    once?: string;
  },
): Promise<void> {
  const { area } = mine;
  await giveNotice(context, {
    to: notice.to.filter((member) => member !== undefined),
    kind: `areas.${notice.kind}`,
    team: area.team,
    subject: notice.subject ?? area.id,
    params: { area_name: area.card.name, ...notice.params },
    path: pathOf(area),
    actor: context.me.id,
    ...(notice.needsYes ? { needsYes: true } : {}),
    ...(notice.once ? { once: notice.once } : {}),
  });
}

/** Whoever is on the other side of an area than I am. */
export function otherSide(mine: Mine): (string | undefined)[] {
  if (mine.role !== "lead") return mine.leads;
  return [mine.area.presentOwner?.member, ...(mine.stand.owns ? mine.leads : [])];
}

/** Tells owner and leads, once for each pair, that what is offered and what is wished are far apart; or that they are not any more. */
export async function noteGap(context: MemberContext, mine: Mine, card: cardStore.CardWritten): Promise<void> {
  const { area, leads } = mine;
  const owner = area.presentOwner;
  if (!owner || owner.expected || !isGap(card.offered, card.desired)) {
    await settleNotices(context, area.id, ["areas.gap"]);
    return;
  }
  await tellOf(context, mine, {
    kind: "gap",
    to: [owner.member, ...leads],
    params: { offered: card.offered, desired: card.desired },
    once: `areas.gap:${area.id}:${card.offered}:${card.desired}`,
  });
}

/** Writes a proposal and tells whoever's yes it needs. */
export async function propose(
  context: MemberContext,
  mine: Mine,
  proposal: {
    needs: Side;
    what: proposalStore.ProposalKind;
    change: proposalStore.Change;
    trialWeeks?: number | undefined;
    why: string;
  },
): Promise<string> {
  const { db, workspace, now, me } = context;
  const { area } = mine;
  const fallen = await proposalStore.proposalsOpenAt(db, workspace, [area.id], now);
  for (const one of fallen.filter(({ what }) => what === proposal.what)) {
    // one whose proposer no longer holds the area is not shown any more, and gives way
    if (area.proposals.some(({ id }) => id === one.id)) throw refuse("areas.already_proposed");
    await overtake(context, [one]);
  }
  const id = context.id();
  await proposalStore.addProposal(db, {
    workspace,
    id,
    area: area.id,
    at: now,
    by: me.id,
    needs: proposal.needs,
    what: proposal.what,
    change: proposal.change,
    trialWeeks: proposal.trialWeeks ?? null,
    why: proposal.why,
  });
  await context.record({
    kind: "areas.proposed",
    subject: area.id,
    team: area.team,
    data: { proposal: id, what: proposal.what, needs: proposal.needs },
  });
  context.tell("areas");
  await tellOf(context, mine, {
    kind: "change_proposed",
    to: proposal.needs === "lead" ? mine.leads : [area.presentOwner?.member],
    subject: id,
    params: { what: proposal.what, level: proposal.change.level ?? 0 },
    needsYes: true,
  });
  return id;
}

/** Ends proposals that something else has overtaken. */
export async function overtake(
  context: MemberContext,
  proposals: readonly proposalStore.Proposal[],
  ended: "overtaken" | "withdrawn" = "overtaken",
): Promise<void> {
  const { db, workspace, now, me } = context;
  for (const { id } of proposals) {
    await proposalStore.endProposal(db, { workspace, id, ended, at: now, by: me.id });
    await settleNotices(context, id);
  }
  if (proposals.length > 0) context.tell("areas");
}

/** What a change of fields leaves behind: a card proposal about one of them was made on a card that is no more. */
export function overtakenBy(area: AreaSeen, fields: readonly CardField[]): proposalStore.Proposal[] {
  return area.proposals.filter(
    ({ what, change }) => what === "card" && fields.some((field) => change.card && field in change.card),
  );
}
