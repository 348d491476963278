import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import { insist } from "../people/shared-actions.ts";
import { handOver } from "./area-actions.ts";
import { bothWant, type CardField, sidesOf, whyNotAnswer, whyNotPropose } from "./card-rules.ts";
import { carriedOn, levelForGood } from "./level-rules.ts";
import * as proposalStore from "./proposal-store.ts";
import {
  type AreaActions,
  areaToChange,
  type Mine,
  noteGap,
  otherSide,
  overtake,
  overtakenBy,
  propose,
  tellOf,
  whoMayHold,
  writeCard,
} from "./shared-actions.ts";

const weekMs = 7 * 86_400_000;

/** A level that holds from now on, perhaps on trial: it goes back to what was agreed for good. */
async function setLevel(
  context: MemberContext,
  mine: Mine,
  to: { level: number; trialWeeks: number | null; desired: boolean; why: string },
): Promise<void> {
  const { area } = mine;
  const { level, trialWeeks } = to;
  const trial = trialWeeks
    ? {
        trialUntil: new Date(context.now.getTime() + trialWeeks * weekMs),
        levelBefore: levelForGood(carriedOn(area.card, context.now)),
      }
    : { trialUntil: null, levelBefore: null };
  // a trial is for its weeks: what is offered and wished for good stays as it stands, so that a yes to weeks is not one for ever
  const forGood = trialWeeks ? {} : { offered: level, ...(to.desired ? { desired: level } : {}) };
  const changed = [
    "level",
    ...("offered" in forGood && area.card.offered !== level ? ["offered"] : []),
    ...("desired" in forGood && area.card.desired !== level ? ["desired"] : []),
  ];
  const card = await writeCard(context, area, { level, ...forGood, ...trial }, changed, to.why);
  await noteGap(context, mine, card);
  await settleNotices(context, area.id, ["areas.trial_ending", "areas.trial_ended"]);
}

/** A proposal that is open, held with its area; what I am to it. */
async function openProposal(context: MemberContext, id: string) {
  const { db, workspace } = context;
  const before = await proposalStore.proposalById(db, workspace, id);
  if (!before) throw refuse("areas.no_such_proposal");
  const mine = await areaToChange(context, before.area, false);
  // whoever was first has answered while this one waited
  const proposal = mine.area.proposals.find((one) => one.id === id);
  if (!proposal) throw refuse("areas.proposal_ended");
  return { mine, proposal };
}

/** Changes that wait for the other side's yes. */
export const proposalActions: AreaActions<"propose" | "answer" | "withdraw"> = {
  async propose(context, { area: id, level, trialWeeks, why }) {
    const { me } = context;
    const mine = await areaToChange(context, id);
    const { area, stand, role } = mine;
    const { card } = area;
    const open = area.proposals.find(({ what }) => what === "level");
    insist(whyNotPropose(stand, open ? open.madeBy === me.id : null));
    const wishes = trialWeeks
      ? []
      : [
          ...(role === "lead" && card.offered !== level ? (["offered"] as const) : []),
          ...(stand.owns && card.desired !== level ? (["desired"] as const) : []),
        ];
    // a level on trial is not agreed for good: proposing it again is a change, for longer or for good
    // a loan lies over what is agreed; what is proposed meanwhile is where it goes back to
    const stays = area.agreed === level && area.trial === null;
    if (open?.change.level === level && open.trialWeeks === (trialWeeks ?? null))
      throw refuse("areas.already_proposed");
    if (stays && wishes.length === 0 && !open) throw refuse("areas.level_is_that");
    // whoever thinks again takes back what they proposed
    if (open) await overtake(context, [open], "withdrawn");
    const rest = { ...mine, area: { ...area, proposals: area.proposals.filter((one) => one !== open) } };
    const sides = sidesOf(stand);
    if (!stays && bothWant(level, card, stand)) {
      await setLevel(context, rest, { level, trialWeeks: trialWeeks ?? null, desired: stand.owns, why });
      await tellOf(context, mine, { kind: "card_changed", to: otherSide(mine) });
      return { proposal: null };
    }
    let now = rest;
    if (wishes.length > 0) {
      const said = Object.fromEntries(wishes.map((field) => [field, level]));
      const next = await writeCard(context, area, said, wishes, why);
      now = { ...rest, area: { ...rest.area, card: next } };
      await noteGap(context, now, next);
    }
    if (!stays) {
      const needs = sides.has("lead") ? "owner" : "lead";
      return { proposal: await propose(context, now, { needs, what: "level", change: { level }, trialWeeks, why }) };
    }
    if (wishes.length > 0) await tellOf(context, now, { kind: "card_changed", to: otherSide(now) });
    return { proposal: null };
  },
  async answer(context, { proposal: id, yes, answer }) {
    const { db, workspace, me, now } = context;
    const { mine, proposal } = await openProposal(context, id);
    const { area, stand } = mine;
    if (area.closed) throw refuse("areas.area_closed");
    insist(whyNotAnswer(proposal.needs, stand));
    const ended = yes ? "agreed" : "declined";
    await proposalStore.endProposal(db, { workspace, id, ended, at: now, by: me.id, answer });
    await settleNotices(context, id);
    const rest = { ...mine, area: { ...area, proposals: area.proposals.filter((one) => one.id !== id) } };
    const { change, why } = proposal;
    if (yes && proposal.what === "level") {
      const desired = area.presentOwner !== null && !area.presentOwner.expected;
      await setLevel(context, rest, { level: change.level!, trialWeeks: proposal.trialWeeks, desired, why: why ?? "" });
    }
    if (yes && proposal.what === "card") {
      const fields = Object.keys(change.card!) as CardField[];
      await writeCard(context, area, change.card!, fields, why ?? "");
      await overtake(context, overtakenBy(rest.area, fields));
    }
    if (yes && proposal.what === "owner") {
      const successor = change.owner ?? null;
      await insistThatStillThere(context, mine, successor);
      await handOver(context, rest, { part: "owner", member: successor, why: why ?? "" });
    }
    await context.record({ kind: "areas.answered", subject: area.id, team: area.team, data: { proposal: id, yes } });
    context.tell("areas");
    await tellOf(context, mine, {
      kind: "change_answered",
      to: [proposal.madeBy],
      subject: id,
      params: { yes: yes ? "yes" : "no", what: proposal.what, level: change.level ?? 0 },
    });
    return {};
  },
  async withdraw(context, { proposal: id }) {
    const { mine, proposal } = await openProposal(context, id);
    if (proposal.madeBy !== context.me.id) throw refuse("areas.not_your_yes");
    await overtake(context, [proposal], "withdrawn");
    const { area } = mine;
    await context.record({ kind: "areas.withdrawn", subject: area.id, team: area.team, data: { proposal: id } });
    return {};
  },
};

/** A successor who has gone in the meantime cannot take an area over: what was proposed is over. */
async function insistThatStillThere(context: MemberContext, mine: Mine, member: string | null): Promise<void> {
  if (member === null) return;
  const people = await whoMayHold(context, mine.seen, mine.area.team);
  if (!people.some((person) => person.member === member)) throw refuse("areas.proposal_ended");
}
