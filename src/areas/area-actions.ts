import { goalsOfTeam } from "../direction/goal-store.ts";
import { linesOfTeamNow } from "../direction/intent-store.ts";
import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import type { WhyNot } from "../people/rules.ts";
import { insist } from "../people/shared-actions.ts";
import {
  type Card,
  type CardField,
  changedFields,
  type Guardrail,
  type Patch,
  partOf,
  servingOne,
  sidesOf,
  splitPatch,
  whyNotClose,
  whyNotHand,
  whyNotName,
  whyNotWrite,
  withoutRepeats,
  yesForOwner,
} from "./card-rules.ts";
import * as cardStore from "./card-store.ts";
import * as holderStore from "./holder-store.ts";
import { mostAreas } from "./rules.ts";
import { type AreaSeen, areasSeen, partIn } from "./seen-actions.ts";
import {
  type AreaActions,
  areaToChange,
  type Mine,
  noteGap,
  otherSide,
  overtake,
  overtakenBy,
  propose,
  teamInWhichIAm,
  tellOf,
  whoMayHold,
  writeCard,
} from "./shared-actions.ts";
import * as store from "./store.ts";

/** Refuses guardrails that name people or a team who are not here. */
async function insistOnGuardrails(context: MemberContext, guardrails: readonly Guardrail[]): Promise<void> {
  const asks = guardrails.filter((one) => one.kind === "ask");
  const members = asks.flatMap((one) => one.members);
  const teams = asks.flatMap(({ team }) => team ?? []);
  const here = await store.membersHere(context.db, context.workspace, members);
  const named = await store.teamNames(context.db, context.workspace, teams);
  if (members.some((id) => !here.has(id)) || teams.some((id) => !named.has(id))) throw refuse("areas.not_in_the_team");
}

/** Refuses a goal or line that an area of this team cannot serve. */
async function insistOnServing({ db, workspace }: MemberContext, team: string, patch: Patch): Promise<void> {
  if (patch.mattersGoal) {
    const goals = await goalsOfTeam(db, workspace, team);
    if (!goals.some(({ goal }) => goal === patch.mattersGoal)) throw refuse("areas.no_such_goal");
  }
  if (patch.mattersLine) {
    const lines = await linesOfTeamNow(db, workspace, team);
    if (!lines.some(({ line }) => line === patch.mattersLine)) throw refuse("areas.no_such_line");
  }
}

/** A patch as it is kept: money in hundredths, each guardrail once, one thing that is served. */
function tidy(patch: Patch): Patch {
  const tidied = servingOne(patch);
  const { money, guardrails } = tidied;
  return {
    ...tidied,
    ...(money ? { money: { ...money, amount: Math.round(money.amount * 100) / 100 } } : {}),
    ...(guardrails ? { guardrails: withoutRepeats(guardrails) } : {}),
  };
}

const emptyCard = {
  good: "",
  money: null,
  scope: "",
  people: "",
  budget: "",
  information: "",
  rhythm: "",
  escalation: "",
  matters: "",
  mattersLine: null,
  mattersGoal: null,
  desired: null,
} satisfies Partial<Card>;

/** Ends and begins parts in an area, and writes down that they changed. What somebody had before gives way. */
export async function handOver(
  context: MemberContext,
  mine: Mine,
  hand: { part: holderStore.Part; member: string | null; why: string },
): Promise<void> {
  const { db, workspace, now, me } = context;
  const { area } = mine;
  const { part, member } = hand;
  const row = { workspace, area: area.id, at: now, by: me.id };
  if (part !== "learning") await holderStore.endHold(db, { ...row, part });
  if (member) {
    await holderStore.endHold(db, { ...row, member });
    await holderStore.giveHold(db, { ...row, id: context.id(), member, part, why: hand.why });
  }
  // what one owner wished is not what the next one wishes
  const forgets = part === "owner" && area.card.desired !== null;
  const gaveAway = member && part !== "learning" ? partIn(area, member) : null;
  const changed = [part, ...(gaveAway ? [gaveAway] : []), ...(forgets ? ["desired"] : [])];
  await writeCard(context, area, forgets ? { desired: null } : {}, changed, hand.why);
  if (part === "owner") {
    await overtake(context, area.proposals);
    await settleNotices(context, area.id, ["areas.gap"]);
  }
  if (member) await tellOf(context, mine, { kind: "handed_over", to: [member], params: { part } });
}

/** Areas: made, written on, handed over, closed. */
export const areaActions: AreaActions<"make" | "change" | "hold" | "close"> = {
  async make(context, { team, areas }) {
    const { db, workspace, me, now } = context;
    const { row, role } = await teamInWhichIAm(context, team, { change: true, open: true });
    if (role !== "lead") throw refuse("areas.only_the_lead");
    if ((await store.countOpen(db, workspace, team)) + areas.length > mostAreas) {
      throw refuse("areas.too_many_areas", { most: mostAreas });
    }
    const seen = await areasSeen(context, { teams: [team] });
    const people = new Set((await whoMayHold(context, seen, team)).map(({ member }) => member));
    const made: string[] = [];
    for (const one of areas) {
      if (one.owner && !people.has(one.owner)) throw refuse("areas.not_in_the_team");
      const guardrails = withoutRepeats(one.guardrails);
      await insistOnGuardrails(context, guardrails);
      const id = context.id();
      const card: cardStore.CardWritten = {
        ...emptyCard,
        name: one.name,
        purpose: one.purpose,
        guardrails,
        review: one.review ?? null,
        offered: one.offered ?? one.level,
        level: one.level,
        trialUntil: null,
        levelBefore: null,
        n: 1,
        at: now,
      };
      await store.addArea(db, { workspace, id, team, at: now, by: me.id });
      const changed = one.owner ? ["made", "owner"] : ["made"];
      await cardStore.addCard(db, { workspace, id: context.id(), area: id, by: me.id, changed, why: "", card });
      await context.record({ kind: "areas.made", subject: id, team, data: { level: one.level } });
      made.push(id);
      if (!one.owner) continue;
      const given = { workspace, id: context.id(), area: id, member: one.owner, at: now, by: me.id, why: "" };
      await holderStore.giveHold(db, { ...given, part: "owner" });
      const area = { id, team, card } as AreaSeen;
      const mine = { area, role, leads: [], teamName: row.name, seen } as unknown as Mine;
      await tellOf(context, mine, { kind: "handed_over", to: [one.owner], params: { part: "owner" } });
    }
    context.tell("areas");
    return { areas: made };
  },
  async change(context, { area: id, version, card: written, why }) {
    const mine = await areaToChange(context, id);
    const { area, stand } = mine;
    const patch = tidy(written as Patch);
    for (const field of Object.keys(written) as CardField[]) {
      if (written[field] !== undefined) insist(whyNotWrite(field, stand));
    }
    if (sidesOf(stand).size === 0) throw refuse("areas.not_yours_to_write");
    if (area.card.n !== version) throw refuse("areas.changed_meanwhile");
    const changed = changedFields(area.card, patch);
    if (changed.length === 0) throw refuse("areas.nothing_changed");
    await insistOnServing(context, area.team, partOf(patch, changed));
    if (patch.guardrails) {
      const known = new Map(area.card.guardrails.map((one) => [one.id, JSON.stringify(one)]));
      await insistOnGuardrails(
        context,
        patch.guardrails.filter((one) => known.get(one.id) !== JSON.stringify(one)),
      );
    }
    const { applied, proposed } = splitPatch(area.card, patch, sidesOf(stand));
    if (applied.length > 0) {
      const card = await writeCard(context, area, partOf(patch, applied), applied, why);
      await overtake(context, overtakenBy(area, applied));
      if (applied.includes("offered") || applied.includes("desired")) await noteGap(context, mine, card);
      if (applied.includes("review")) await settleNotices(context, id, ["areas.review_due"]);
      await tellOf(context, mine, { kind: "card_changed", to: otherSide(mine) });
    }
    if (proposed.length === 0) return { applied, proposed: null };
    const needs = sidesOf(stand).has("lead") ? "owner" : "lead";
    const left = area.proposals.filter((one) => !overtakenBy(area, applied).includes(one));
    const proposal = await propose(
      context,
      { ...mine, area: { ...area, proposals: left } },
      { needs, what: "card", change: { card: partOf(patch, proposed) }, why },
    );
    return { applied, proposed: { proposal, needs, fields: proposed } };
  },
  async hold(context, { area: id, part, member, on, why }) {
    const mine = await areaToChange(context, id);
    const { area, stand } = mine;
    insist(part === "owner" ? whyNotHand(stand) : whyNotName(stand));
    const people = await whoMayHold(context, mine.seen, area.team);
    const joins = member !== null && (part !== "learning" || on);
    if (joins && !people.some((person) => person.member === member)) throw refuse("areas.not_in_the_team");
    if (part === "learning") {
      await learn(context, mine, { member, on, why });
      return { proposed: null };
    }
    if (part === "deputy") {
      if (member && member === area.owner?.member) throw refuse("areas.has_another_part");
      if ((area.deputy?.member ?? null) !== member) await handOver(context, mine, { part, member, why });
      return { proposed: null };
    }
    if (area.owner ? area.owner.member === member : member === null && area.vacant?.was === null) {
      return { proposed: null };
    }
    const needs = yesForOwner(stand, member);
    if (!needs) {
      await handOver(context, mine, { part, member, why });
      if (member === null)
        await tellOf(context, mine, { kind: "handed_over", to: mine.leads, params: { part: "none" } });
      return { proposed: null };
    }
    return { proposed: await propose(context, mine, { needs, what: "owner", change: { owner: member }, why }) };
  },
  async close(context, { area: id, closed }) {
    const { db, workspace, me, now } = context;
    const isClosed = await closedWithTeamHeld(context, id);
    const mine = await areaToChange(context, id, false);
    const { area, stand, leads } = mine;
    insist(closed ? whyNotClose(stand, leads.includes(area.presentOwner?.member ?? "")) : onlyTheLead(mine));
    if (isClosed === closed) return {};
    if (!closed && (await store.countOpen(db, workspace, area.team)) >= mostAreas) {
      throw refuse("areas.too_many_areas", { most: mostAreas });
    }
    await store.setClosed(db, workspace, id, closed ? { at: now, by: me.id } : null);
    await writeCard(context, area, {}, [closed ? "closed" : "reopened"]);
    if (closed) {
      await overtake(context, area.proposals);
      await settleNotices(context, id);
    }
    return {};
  },
};

const onlyTheLead = (mine: Mine): WhyNot => (mine.role === "lead" ? null : { code: "areas.only_the_lead" });

/** Whether an area is closed. Its team is held first: how many areas it has is not to change under a check. */
async function closedWithTeamHeld(context: MemberContext, area: string): Promise<boolean> {
  const { db, workspace } = context;
  const team = await store.teamOfArea(db, workspace, area, false);
  if (!team) throw refuse("areas.no_such_area");
  await teamInWhichIAm(context, team, { change: true });
  return (await store.areaForChange(db, workspace, area)).closed_at !== null;
}

async function learn(
  context: MemberContext,
  mine: Mine,
  { member, on, why }: { member: string | null; on: boolean; why: string },
): Promise<void> {
  const { area } = mine;
  if (member === null) throw refuse("areas.not_in_the_team");
  const learns = area.learning.some((one) => one.member === member);
  if (on && [area.owner?.member, area.deputy?.member].includes(member)) throw refuse("areas.has_another_part");
  if (learns === on) return;
  if (on) return handOver(context, mine, { part: "learning", member, why });
  const { db, workspace, now, me } = context;
  await holderStore.endHold(db, { workspace, area: area.id, at: now, by: me.id, member });
  await writeCard(context, area, {}, ["learning"], why);
}
