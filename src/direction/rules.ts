import type { Role, Standing, WhyNot } from "../people/rules.ts";

/**
 * A reason of this room why not.
 * @param code a refusal of this room, without the room's name
 * @param params what its sentence needs
 */
export const because = (code: string, params?: Record<string, string | number>): WhyNot => ({
  code: `direction.${code}`,
  ...(params ? { params } : {}),
});

/** Whether a role has a say in a team's direction: leads and members. Observers read. */
export const hasASay = (role: Role | null): boolean => role === "lead" || role === "member";

/**
 * Why somebody may not read a team's direction: it is for whoever holds a role in the team. Leading a team above, or
 * looking after the workspace, is none.
 */
export function whyNotSee(standing: Pick<Standing, "role">): WhyNot {
  return standing.role ? null : because("not_in_team");
}

/** Why somebody may not do what the leads and members of a team do. */
export function whyNotTakePart(standing: Pick<Standing, "role">): WhyNot {
  return whyNotSee(standing) ?? (hasASay(standing.role) ? null : because("observers_read"));
}

/** Why a person whom a goal would be given to cannot have it. */
export function whyNotOwn(role: Role | null): WhyNot {
  return hasASay(role) ? null : because("not_a_member");
}
