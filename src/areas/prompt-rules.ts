import type { z } from "zod";
import { isGap, type Money } from "./card-rules.ts";
import type { prompt } from "./shared-contract.ts";
import { daysAfter } from "./time-rules.ts";

export type Prompt = z.output<typeof prompt>;

/** What prompts are made from: an area on one day. */
export type AreaOnDay = {
  /** Null where somebody holds it; else since when nobody does, and who did and is no longer in the team. */
  vacant: { since: Date | null; was: string | null } | null;
  level: number;
  money: Money | null;
  scope: string;
  escalation: string;
  review: string | null;
  offered: number;
  desired: number | null;
  deputy: boolean;
  trial: { on: string; back: number } | null;
};

/** From here on a level is a delegation, and has to say what it gives. */
const delegated = 5;
const daysBeforeTrialEnds = 7;

/** What a card at level 5 or more lacks to be a delegation: what may be spent or done, and whom to turn to. */
export function missingFrom(
  area: Pick<AreaOnDay, "level" | "money" | "scope" | "escalation">,
): ("authority" | "escalation")[] {
  if (area.level < delegated) return [];
  return [
    ...(area.money || area.scope ? [] : ["authority" as const]),
    ...(area.escalation ? [] : ["escalation" as const]),
  ];
}

/**
 * What an area itself prompts on a day, without statistics.
 * @param area as it stands
 * @param today that day
 * @param seesDesired whether it is for its owner or a lead: what the owner wishes is for nobody else
 */
export function promptsOf(area: AreaOnDay, today: string, seesDesired: boolean): Prompt[] {
  const prompts: Prompt[] = [];
  if (area.vacant) prompts.push({ kind: "no_owner", ...area.vacant });
  const missing = missingFrom(area);
  if (missing.length > 0) prompts.push({ kind: "abdicated", missing });
  const due = area.review !== null && area.review <= today;
  if (due) prompts.push({ kind: "review_due", on: area.review! });
  if (seesDesired && isGap(area.offered, area.desired)) {
    prompts.push({ kind: "gap", offered: area.offered, desired: area.desired });
  }
  if (area.trial && area.trial.on <= daysAfter(today, daysBeforeTrialEnds)) {
    prompts.push({ kind: "trial_ending", ...area.trial });
  }
  if (due && !area.vacant && !area.deputy) prompts.push({ kind: "no_deputy" });
  return prompts;
}
