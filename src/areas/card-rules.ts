import type { z } from "zod";
import type { Role, WhyNot } from "../people/rules.ts";
import { type cardField, cardField as fieldNames, type guardrail } from "./shared-contract.ts";

export type Guardrail = z.output<typeof guardrail>;
export type CardField = z.output<typeof cardField>;
export type Money = { amount: number; currency: string };

/** What stands on a handover card. */
export type Card = {
  name: string;
  purpose: string;
  good: string;
  money: Money | null;
  scope: string;
  guardrails: readonly Guardrail[];
  people: string;
  budget: string;
  information: string;
  rhythm: string;
  escalation: string;
  review: string | null;
  matters: string;
  mattersLine: string | null;
  mattersGoal: string | null;
  offered: number;
  desired: number | null;
};
/** The fields of a card that are to be other than they are. */
export type Patch = Partial<Card>;

/** The two that an area is agreed between. */
export type Side = "lead" | "owner";
/** Whose yes a change needs. */
export type Needed = Side | "either" | "both";

/** Every field of a card, in the order in which it is read. */
export const allFields = fieldNames.options;
const leadAlone = new Set<CardField>(["name", "people", "budget", "information", "escalation", "offered"]);
const ownerAlone = new Set<CardField>(["matters", "mattersLine", "mattersGoal", "rhythm", "desired"]);
/** What only whoever holds an area can say, also where nobody holds it yet. */
const ownerInPerson = new Set<CardField>(["matters", "mattersLine", "mattersGoal", "desired"]);
const byTightening = new Set<CardField>(["money", "guardrails"]);

const no = (code: string, params?: Record<string, string | number>): WhyNot => ({
  code: `areas.${code}`,
  ...(params ? { params } : {}),
});

/** Whether a change tightens, loosens, or does both (or neither can be told). */
export type Bend = "same" | "tighter" | "looser" | "both";

const bendOf = (tighter: boolean, looser: boolean): Bend => {
  if (tighter) return looser ? "both" : "tighter";
  return looser ? "looser" : "same";
};

/** The last of each id, by id: a list that names one twice means what it says last. */
export function withoutRepeats(list: readonly Guardrail[]): Guardrail[] {
  const byId = new Map(list.map((one) => [one.id, one]));
  return list.filter((one) => byId.get(one.id) === one);
}

/**
 * How a change of guardrails bends what may be decided: one that is new or lower tightens, one that is gone or higher loosens.
 * A guardrail is the same one by its id.
 */
export function bendOfGuardrails(from: readonly Guardrail[], to: readonly Guardrail[]): Bend {
  const before = new Map(from.map((one) => [one.id, one]));
  const after = new Map(to.map((one) => [one.id, one]));
  const bends: Bend[] = [];
  for (const [id, one] of before) {
    const then = after.get(id);
    bends.push(then ? bendOfOne(one, then) : "looser");
  }
  for (const id of after.keys()) if (!before.has(id)) bends.push("tighter");
  const is = (bend: Bend) => bends.includes(bend) || bends.includes("both");
  return bendOf(is("tighter"), is("looser"));
}

function bendOfOne(from: Guardrail, to: Guardrail): Bend {
  if (from.kind === "cost" && to.kind === "cost") {
    // two currencies cannot be compared
    if (from.currency !== to.currency) return "both";
    const tighter = to.over < from.over || to.level < from.level;
    const looser = to.over > from.over || to.level > from.level;
    return bendOf(tighter, looser);
  }
  if (from.kind === "one_way" && to.kind === "one_way") {
    const tighter = to.level < from.level;
    return bendOf(tighter, to.level > from.level);
  }
  if (from.kind === "ask" && to.kind === "ask") {
    const asked = (one: typeof from) => new Set([...one.members, ...(one.team ? [one.team] : [])]);
    const before = asked(from);
    const after = asked(to);
    return bendOf(
      [...after].some((id) => !before.has(id)),
      [...before].some((id) => !after.has(id)),
    );
  }
  if (from.kind === "goal" && to.kind === "goal") return "same";
  if (from.kind === "text" && to.kind === "text") return from.words === to.words ? "same" : "both";
  return "both";
}

/** How a change of the money in the authority bends it. Money that is named first, or named no more, gives and bounds at once. */
export function bendOfMoney(from: Money | null, to: Money | null): Bend {
  if (!from || !to) return from === to ? "same" : "both";
  if (from.currency !== to.currency) return "both";
  const tighter = to.amount < from.amount;
  return bendOf(tighter, to.amount > from.amount);
}

/**
 * Whose yes a change of one field needs.
 * @param field the field
 * @param from as it stands
 * @param to as it is to be
 */
export function sidesNeeded<F extends CardField>(field: F, from: Card[F], to: Card[F]): Needed {
  if (leadAlone.has(field)) return "lead";
  if (ownerAlone.has(field)) return "owner";
  if (field === "review") return "either";
  if (!byTightening.has(field)) return "both";
  const bend =
    field === "money"
      ? bendOfMoney(from as Money | null, to as Money | null)
      : bendOfGuardrails(from as Guardrail[], to as Guardrail[]);
  return { same: "either", looser: "lead", tighter: "owner", both: "both" }[bend] as Needed;
}

/** What somebody is to an area, and who else there is. */
export type Stand = {
  role: Role;
  /** I am its owner. */
  owns: boolean;
  /** Somebody holds it who has joined and is still in the team. */
  heldByJoined: boolean;
};

/** The sides whose yes is mine to say: where nobody who has joined holds an area, the lead speaks for both. */
export function sidesOf(stand: Stand): ReadonlySet<Side> {
  const sides = new Set<Side>();
  if (stand.role === "lead") {
    sides.add("lead");
    if (!stand.heldByJoined) sides.add("owner");
  }
  if (stand.owns) sides.add("owner");
  return sides;
}

/**
 * Why somebody may not write a field, be it at once or as a proposal.
 * @param field the field
 * @param stand what they are to the area
 */
export function whyNotWrite(field: CardField, stand: Stand): WhyNot {
  const sides = sidesOf(stand);
  if (sides.size === 0) return no("not_yours_to_write");
  if (leadAlone.has(field)) return sides.has("lead") ? null : no("not_yours_to_write");
  if (ownerInPerson.has(field)) return stand.owns ? null : no("not_yours_to_write");
  if (ownerAlone.has(field)) return sides.has("owner") ? null : no("not_yours_to_write");
  return null;
}

/** Whether a field, as somebody would change it, may need the other side's yes. */
export function mayNeedYes(field: CardField, stand: Stand): boolean {
  if (sidesOf(stand).size !== 1 || whyNotWrite(field, stand)) return false;
  return field !== "review" && !leadAlone.has(field) && !ownerAlone.has(field);
}

const sameGuardrails = (a: readonly Guardrail[], b: readonly Guardrail[]) =>
  a.length === b.length && bendOfGuardrails(a, b) === "same";

/** The fields of a patch that are other than they stand, in reading order. Guardrails in another order are the same. */
export function changedFields(card: Card, patch: Patch): CardField[] {
  return allFields.filter((field) => {
    const to = patch[field];
    if (to === undefined) return false;
    if (field === "guardrails") return !sameGuardrails(card.guardrails, to as Guardrail[]);
    if (field === "money") return bendOfMoney(card.money, to as Money | null) !== "same";
    return card[field] !== to;
  });
}

/**
 * Parts a patch into what holds at once and what waits for the other side.
 * @param card as it stands
 * @param patch what is to be other; what is no other is left out
 * @param sides whose yes whoever changes it can say
 */
export function splitPatch(
  card: Card,
  patch: Patch,
  sides: ReadonlySet<Side>,
): { applied: CardField[]; proposed: CardField[] } {
  const applied: CardField[] = [];
  const proposed: CardField[] = [];
  for (const field of changedFields(card, patch)) {
    const needed = sidesNeeded(field, card[field], patch[field] as Card[typeof field]);
    const enough = needed === "either" ? sides.size > 0 : neededSides(needed).every((side) => sides.has(side));
    (enough ? applied : proposed).push(field);
  }
  return { applied, proposed };
}

const neededSides = (needed: Side | "both"): Side[] => (needed === "both" ? ["lead", "owner"] : [needed]);

/** The part of a patch that is about these fields. */
export function partOf(patch: Patch, fields: readonly CardField[]): Patch {
  return Object.fromEntries(fields.map((field) => [field, patch[field]]));
}

/**
 * What an area serves is one thing: who names a goal means no line any more, and the other way round.
 * @returns the patch with the other one taken off
 */
export function servingOne(patch: Patch): Patch {
  if (patch.mattersGoal) return { ...patch, mattersLine: null };
  if (patch.mattersLine) return { ...patch, mattersGoal: null };
  return patch;
}

/**
 * Why somebody may not propose a level: it is for the leads and whoever holds the area, and one at a time. Whoever proposed one
 * may think again.
 * @param stand what they are to the area
 * @param open whether a level is proposed already: null where none is, else whether they proposed it
 */
export function whyNotPropose(stand: Stand, open: boolean | null): WhyNot {
  if (sidesOf(stand).size === 0) return no("not_yours_to_write");
  return open === false ? no("already_proposed") : null;
}

/**
 * Why somebody may not change who owns an area.
 * @param stand what they are to it
 */
export function whyNotHand(stand: Stand): WhyNot {
  return stand.role === "lead" || stand.owns ? null : no("only_the_lead");
}

/**
 * Whose yes a change of the owner still needs; null where it holds at once.
 * @param stand what whoever changes it is to the area
 * @param successor who is to hold it; null for nobody
 */
export function yesForOwner(stand: Stand, successor: string | null): Side | null {
  const sides = sidesOf(stand);
  if (!sides.has("owner")) return "owner";
  // giving it back needs nobody; naming who comes next is the lead's as well
  return sides.has("lead") || successor === null ? null : "lead";
}

/** Why somebody may not name a deputy, or say who is learning. */
export function whyNotName(stand: Stand): WhyNot {
  return sidesOf(stand).size > 0 ? null : no("only_the_owner");
}

/**
 * Why somebody may not close an area: it is not taken from who holds it; they hand it back first.
 * @param stand what they are to it
 * @param ownerLeads whether its owner is a lead
 */
export function whyNotClose(stand: Stand, ownerLeads: boolean): WhyNot {
  if (stand.role !== "lead") return no("only_the_lead");
  return !stand.heldByJoined || stand.owns || ownerLeads ? null : no("not_your_yes");
}

/**
 * Whether a proposal still stands: one that an owner made falls with their holding the area.
 * @param proposal whose yes it needs and who made it
 * @param owner the valid owner, where there is one
 */
export function stillStands(proposal: { needs: Side; by: string }, owner: string | null): boolean {
  return proposal.needs === "owner" || proposal.by === owner;
}

/**
 * Whether a proposal may be seen: the level that an owner asks for is what they wish, which is for them and the leads.
 * @param proposal what it is about, and whose yes it needs
 * @param seesDesired whether it is for the owner or a lead
 */
export function maySeeProposal(proposal: { what: string; needs: Side }, seesDesired: boolean): boolean {
  return seesDesired || proposal.what !== "level" || proposal.needs === "owner";
}

/**
 * Whether both sides have said yes to a level already: what the lead offers is their yes to it, and what the owner wishes is
 * theirs.
 * @param level the one proposed
 * @param card what stands offered and desired
 * @param stand what whoever proposes is to the area
 */
export function bothWant(level: number, card: { offered: number; desired: number | null }, stand: Stand): boolean {
  const sides = sidesOf(stand);
  return (sides.has("lead") || card.offered === level) && (sides.has("owner") || card.desired === level);
}

/** Why somebody may not answer a proposal. */
export function whyNotAnswer(needs: Side, stand: Stand): WhyNot {
  return sidesOf(stand).has(needs) ? null : no("not_your_yes");
}

/** Whether what is offered and what is desired are far enough apart to be spoken of. */
export function isGap(offered: number, desired: number | null): desired is number {
  return desired !== null && Math.abs(offered - desired) >= 2;
}
