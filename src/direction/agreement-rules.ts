import type { Role, Standing, WhyNot } from "../people/rules.ts";
import { because, whyNotTakePart } from "./rules.ts";

export type Side = "lead" | "team";
export type AgreementState = "proposed" | "in_force" | "replaced" | "withdrawn";
/** How many yeses there are, and of how many members. */
export type Yeses = { lead: number; team: number; of: number };

/** Whose side somebody speaks for; null for observers and whoever is not in the team. */
export function sideOf(role: Role | null): Side | null {
  if (role === "lead") return "lead";
  return role === "member" ? "team" : null;
}

/** Whether a proposed agreement holds: a lead said yes, and more than half of the members did, where there are any. */
export function holds(yeses: Yeses): boolean {
  return yeses.lead >= 1 && (yeses.of === 0 || yeses.team * 2 > yeses.of);
}

/**
 * Whether somebody's yes is still wanted: of the leads one is enough, of the members each is asked.
 * @param side whose side they are on
 * @param yeses what was said so far
 * @param said whether they said yes for that side
 */
export function isYesWanted(side: Side | null, yeses: Pick<Yeses, "lead">, said: boolean): boolean {
  if (!side || said) return false;
  return side === "team" || yeses.lead === 0;
}

/**
 * What has become of a version: of those that ever held, the one that came last is in force.
 * @param inForce the id of that one
 */
export function agreementState(
  row: { id: string; inForceAt: Date | null; withdrawnAt: Date | null },
  inForce: string | null,
): AgreementState {
  if (row.withdrawnAt) return "withdrawn";
  if (!row.inForceAt) return "proposed";
  return row.id === inForce ? "in_force" : "replaced";
}

/** Why somebody may not say yes to an agreement. */
export function whyNotSayYes(standing: Pick<Standing, "role">, state: AgreementState | null, said: boolean): WhyNot {
  return (
    whyNotTakePart(standing) ??
    (state === "proposed" ? null : because("agreement_settled")) ??
    (said ? because("yes_said") : null)
  );
}

/** Why somebody may not take a proposal back: only whoever made it, while it is open. */
export function whyNotWithdraw(me: string, row: { proposedBy: string; state: AgreementState } | null): WhyNot {
  if (row?.state !== "proposed") return because("agreement_settled");
  return row.proposedBy === me ? null : because("only_the_author");
}
