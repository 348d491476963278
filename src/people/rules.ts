/** What somebody is in a team. */
export type Role = "lead" | "member" | "observer";

/** How a member stands to a team: their role in it, and whether they lead one above it. */
export type Standing = { role: Role | null; leadsAbove: boolean };

/** A reason why not: a refusal of this room, with what its sentence needs. Null means go ahead. */
export type WhyNot = { code: string; params?: Record<string, string | number> } | null;

const no = (code: string, params?: Record<string, string | number>): WhyNot => ({
  code: `people.${code}`,
  ...(params ? { params } : {}),
});

/**
 * Why somebody may not shape a team (name, place, roles, invitations).
 * A lead of the team or of one above may, and whoever looks after the workspace.
 * @param standing how they stand to the team
 * @param administers whether they look after the workspace
 */
export function whyNotShape(standing: Standing, administers: boolean): WhyNot {
  return administers || standing.role === "lead" || standing.leadsAbove ? null : no("not_a_lead_here");
}

/**
 * Why a role may not end or change away from lead: a team with people in it keeps a lead.
 * @param team its name, and the roles held in it now (member → role)
 * @param member whose role ends or changes
 * @param next the role they get, or null for none
 */
export function whyNotEndLead(
  team: { name: string; roles: ReadonlyMap<string, Role> },
  member: string,
  next: Role | null,
): WhyNot {
  if (team.roles.get(member) !== "lead" || next === "lead") return null;
  const others = [...team.roles].filter(([id]) => id !== member);
  if (others.length === 0 || others.some(([, role]) => role === "lead")) return null;
  return no("last_lead", { name: team.name });
}

/**
 * Why a team may not stand under another: never under itself or its own.
 * @param team the one that moves
 * @param parent where to
 * @param parentOf team → the one above it
 */
export function whyNotUnder(team: string, parent: string, parentOf: ReadonlyMap<string, string | null>): WhyNot {
  let at: string | null | undefined = parent;
  for (const seen = new Set<string>(); at && !seen.has(at); at = parentOf.get(at)) {
    if (at === team) return no("under_itself");
    seen.add(at);
  }
  return null;
}

/**
 * Why a team may not close.
 * @param openBelow how many open teams stand right under it
 */
export function whyNotClose(openBelow: number): WhyNot {
  return openBelow > 0 ? no("teams_below") : null;
}

/**
 * Why somebody may not stop looking after the workspace (or leave it).
 * @param administrators who does now
 * @param member who would stop
 * @param anyoneElse whether anybody else is in the workspace at all
 */
export function whyNotStopAdministering(
  administrators: readonly string[],
  member: string,
  anyoneElse: boolean,
): WhyNot {
  if (!administrators.includes(member) || administrators.length > 1 || !anyoneElse) return null;
  return no("last_administrator");
}

/**
 * What an invitation is worth at a moment.
 * @param invitation when it expires, and when it was taken back
 */
export function invitationState(
  invitation: { expires_at: Date; revoked_at: Date | null },
  now: Date,
): "open" | "expired" | "revoked" {
  if (invitation.revoked_at) return "revoked";
  return invitation.expires_at.getTime() <= now.getTime() ? "expired" : "open";
}

/**
 * The part of an address made from a name: lower-case Latin letters, digits and single hyphens, at most 40.
 * @returns `workspace` where nothing of the name can stand in an address
 */
export function slugFrom(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, "");
  return plain || "workspace";
}
