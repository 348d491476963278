import { whyNotRead } from "../decisions/rules.ts";
import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { insist } from "../people/shared-actions.ts";
import { standingIn, teamById } from "../people/team-store.ts";
import { whyNotImport } from "./rules.ts";
import { holdRecord } from "./store.ts";

async function teamForMe(context: MemberContext, team: string) {
  const { db, workspace, me } = context;
  const row = await teamById(db, workspace, team);
  if (!row) throw refuse("people.no_such_team");
  const standing = await standingIn(db, workspace, team, me.id);
  return { row, standing, whyNotImport: whyNotImport(standing, me.administers, row.closed_at !== null) };
}

/** A team whose record I may read, with why I may not import into it. */
export async function readableTeam(context: MemberContext, team: string) {
  const found = await teamForMe(context, team);
  insist(whyNotRead(found.standing));
  return found;
}

/** A team into whose record I may import. */
export async function importableTeam(context: MemberContext, team: string) {
  const found = await teamForMe(context, team);
  insist(found.whyNotImport);
  return found;
}

/** Holds a team's record for this transaction; refused where an import runs. */
export async function hold(context: MemberContext, team: string): Promise<void> {
  if (!(await holdRecord(context.db, team))) throw refuse("records.import_running");
}

/** A name that every file system takes. */
export function fileNamePart(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, "") || "record";
}

export const csvType = "text/csv; charset=utf-8";
