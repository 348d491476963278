import { whyNotRead } from "../decisions/rules.ts";
import type { Standing, WhyNot } from "../people/rules.ts";

/** What becomes of a row of a file. */
export const rowStates = ["new", "changed", "unchanged", "refused"] as const;
export type RowState = (typeof rowStates)[number];

/**
 * Why somebody may not import into a team's record, undo an import or describe the record. Whoever may must be able to read
 * it: an import shows what it would change. So a lead of the team may, and, with any role in the team, a lead of one above
 * it and whoever looks after the workspace.
 * @param standing how they stand to the team
 * @param administers whether they look after the workspace
 * @param closed whether the team is closed
 */
export function whyNotImport(standing: Standing, administers: boolean, closed: boolean): WhyNot {
  const cannotRead = whyNotRead(standing);
  if (cannotRead) return cannotRead;
  if (standing.role !== "lead" && !standing.leadsAbove && !administers) return { code: "records.not_a_lead_here" };
  return closed ? { code: "records.team_closed" } : null;
}

/** An import as its undoing needs to know it. */
export type UndoableImport = {
  undoneAt: Date | null;
  /** The latest import after it, not undone, that wrote one of the same decisions or the record's description. */
  laterOne: { fileName: string; at: string } | null;
};

/**
 * Why an import may not be undone: it was, or a later one built on it. Whether somebody may at all is `whyNotImport`.
 * @param one the import
 */
export function whyNotUndo(one: UndoableImport): WhyNot {
  if (one.undoneAt) return { code: "records.undone_already" };
  if (!one.laterOne) return null;
  return { code: "records.later_import_first", params: { file: one.laterOne.fileName, at: one.laterOne.at } };
}

/** What a change of status is called in a list of them, as an export of ours names it. */
export const usualStepKeys = { on: "on", from: "from", to: "to", by: "by", note: "note", reference: "reference" };
