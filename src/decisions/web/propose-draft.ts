import { amountTyped } from "../../areas/web/may-i-currency.ts";
import type { InputOf } from "../../foundation/contract.ts";
import type { decisions } from "../contract.ts";
import type { DecidingView } from "./decisions-client.ts";

export type Door = "two" | "one" | "unknown";
/** A proposal as it stands in its form: everything as it was typed. */
export type ProposalTyped = {
  title: string;
  context: string;
  proposal: string;
  /** One on each line. */
  options: string;
  area: string;
  cost: string;
  currency: string;
  door: Door;
  decideBy: string;
  goal: string;
  affected: readonly string[];
  outside: string;
  expected: string;
  experiment: boolean;
  stopRule: string;
  endsOn: string;
};
/** What is written of a decision, as it is handed in. */
export type Draft = Required<InputOf<(typeof decisions.operations)["change"]>["draft"]>;
export type DraftFacts = Pick<Draft, "area" | "cost" | "reversible" | "goal">;

/** An empty form. @param currency in which a cost is most likely said */
export function emptyProposal(currency: string): ProposalTyped {
  return {
    title: "",
    context: "",
    proposal: "",
    options: "",
    area: "",
    cost: "",
    currency,
    door: "unknown",
    decideBy: "",
    goal: "",
    affected: [],
    outside: "",
    expected: "",
    experiment: false,
    stopRule: "",
    endsOn: "",
  };
}

/**
 * The currency in which a cost is most likely said: the area's own, else one that another area counts in.
 * @param likely by the reader's language, where no area counts money
 */
export function usualCurrency(
  areas: readonly { area: string; currency: string | null }[],
  area: string,
  likely: string,
): string {
  const own = areas.find((one) => one.area === area)?.currency;
  return own ?? areas.find(({ currency }) => currency !== null)?.currency ?? likely;
}

/**
 * A decision as its form has it.
 * @param currency for a cost that is not known yet
 */
export function proposalOf(view: DecidingView, currency: string): ProposalTyped {
  const { title, context, proposal, outside, expected, stopRule } = view;
  return {
    title,
    context,
    proposal,
    outside,
    expected,
    stopRule,
    options: view.options.join("\n"),
    area: view.area?.area ?? "",
    cost: view.cost ? String(view.cost.amount) : "",
    currency: view.cost?.currency ?? currency,
    door: doorOf(view.reversible),
    decideBy: view.decideBy ?? "",
    goal: view.goal?.goal ?? "",
    affected: view.affected.map(({ member }) => member),
    experiment: view.shape === "experiment",
    endsOn: view.endsOn ?? "",
  };
}

const doorOf = (reversible: boolean | null): Door => {
  if (reversible === null) return "unknown";
  return reversible ? "two" : "one";
};

/** Options that were typed one on each line. */
export function optionsTyped(typed: string): string[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What the level hangs on, as far as it is typed; a cost that is no amount is not known. */
export function factsTyped({ area, cost, currency, door, goal }: ProposalTyped): DraftFacts {
  const amount = amountTyped(cost);
  return {
    area: area || null,
    cost: amount === null || amount === undefined ? null : { amount, currency },
    reversible: door === "unknown" ? null : door === "two",
    goal: goal || null,
  };
}

/** What was typed, as it is handed in. */
export function draftTyped(typed: ProposalTyped): Draft {
  const { title, context, proposal, outside, expected, experiment } = typed;
  return {
    ...factsTyped(typed),
    title,
    context,
    proposal,
    outside,
    expected,
    options: optionsTyped(typed.options),
    decideBy: typed.decideBy || null,
    affected: [...typed.affected],
    shape: experiment ? "experiment" : "decision",
    stopRule: experiment ? typed.stopRule : "",
    endsOn: experiment ? typed.endsOn || null : null,
  };
}

/**
 * What is other than it was, so that two people who change different things do not undo each other.
 * @param before as it was read
 * @param after as it stands in the form
 */
export function draftChanges(before: ProposalTyped, after: ProposalTyped): Partial<Draft> {
  const was = draftTyped(before);
  const is = Object.entries(draftTyped(after));
  return Object.fromEntries(is.filter(([key, value]) => !same(value, was[key as keyof Draft]))) as Partial<Draft>;
}

/**
 * What was typed, laid over what somebody else wrote meanwhile.
 * @param before as it was read when typing began
 * @param after as it stands in the form
 * @param now as it was read again
 */
export function laidOver(before: ProposalTyped, after: ProposalTyped, now: ProposalTyped): ProposalTyped {
  const touched = Object.entries(after).filter(([key, value]) => !same(value, before[key as keyof ProposalTyped]));
  return { ...now, ...Object.fromEntries(touched) };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Whether somebody wrote something that would be missed. */
export function hasWords({ title, proposal, context, options, outside, expected }: ProposalTyped): boolean {
  return [title, proposal, context, options, outside, expected].some((text) => text.trim() !== "");
}

/** Whether anything is filled in that stands behind “say more”. */
export function saysMore(typed: ProposalTyped): boolean {
  const { context, options, decideBy, goal, affected, outside, expected, experiment } = typed;
  return [context, options, decideBy, goal, outside, expected].some(Boolean) || affected.length > 0 || experiment;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const most = 200;

/**
 * What an address brings along: `area`, `what`, `cost`, `currency`, `reversible`, `goal`. What cannot be meant is left out.
 * @param raw the search part, parsed
 */
export function proposalIn(raw: Readonly<Record<string, unknown>>): Partial<ProposalTyped> {
  const cost = typeof raw.cost === "number" || typeof raw.cost === "string" ? String(raw.cost) : "";
  const words = typeof raw.what === "string" || typeof raw.what === "number" ? String(raw.what).trim() : "";
  const door = { true: "two", false: "one" } as const;
  const reversible = String(raw.reversible) as keyof typeof door;
  return {
    ...(words ? { title: words.slice(0, most) } : {}),
    ...(typeof raw.area === "string" && uuid.test(raw.area) ? { area: raw.area } : {}),
    ...(typeof raw.goal === "string" && uuid.test(raw.goal) ? { goal: raw.goal } : {}),
    ...(cost && amountTyped(cost) !== undefined ? { cost } : {}),
    ...(typeof raw.currency === "string" && /^[A-Z]{3}$/.test(raw.currency) ? { currency: raw.currency } : {}),
    ...(reversible in door ? { door: door[reversible] } : {}),
  };
}
