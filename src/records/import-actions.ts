import { refsMadeIn } from "../decisions/made-store.ts";
import { removeDecisions, wholeLog, writeDecisions } from "../decisions/store.ts";
import { refuse } from "../foundation/refusal.ts";
import type { Actions, MemberContext } from "../foundation/run.ts";
import { insist, whySentence } from "../people/shared-actions.ts";
import { teamById } from "../people/team-store.ts";
import { mostBytes, type records } from "./contract.ts";
import { describe, descriptionOf } from "./description-store.ts";
import { asRefused } from "./exporting.ts";
import {
  asksOf,
  columnsOf,
  describedBy,
  historyTold,
  planned,
  type ReadFiles,
  readFiles,
  reasonCounts,
  type SentFile,
  writesOf,
} from "./importing.ts";
import { changesBetween, type PlannedRow, sameData, whyNotConfirm } from "./plan.ts";
import { refuseMade } from "./reading.ts";
import { whyNotUndo } from "./rules.ts";
import * as store from "./store.ts";
import type { Reason } from "./table.ts";
import { csvType, fileNamePart, hold, importableTeam, readableTeam } from "./team-actions.ts";

type Sent = { file: SentFile; history?: SentFile | undefined; mapping?: unknown };
type ImportActions = Pick<
  Actions<typeof records>,
  "previewImport" | "importDecisions" | "refusedOfPreview" | "imports" | "showImport" | "refusedRows" | "undoImport"
>;

/** The actions around an import: looking, doing, listing, undoing. */
export function importActions(): ImportActions {
  const reasonIn = (context: MemberContext) => {
    const say = context.sayTo(context.locale, "records");
    return ({ code, column, params }: Reason) => ({
      code,
      sentence: say(`reason.${code}`, { value: "", ...params }),
      column: column ?? null,
    });
  };

  /** A reason that many rows have is said without one row's own words, where there is a sentence for that. */
  const reasonOfMany = (context: MemberContext) => {
    const say = context.sayTo(context.locale, "records");
    const one = reasonIn(context);
    return (reason: Reason, rows: number) => {
      const key = `reasons.${reason.code}`;
      const sentence = say(key);
      return rows > 1 && sentence !== key ? { ...one(reason), sentence } : one(reason);
    };
  };

  const whyRefused = (context: MemberContext) => {
    const reason = reasonIn(context);
    return (reasons: readonly Reason[]) =>
      reasons.map(reason).map(({ column, sentence }) => (column === null ? sentence : `${column}: ${sentence}`));
  };

  const readSent = (sent: Sent) => readFiles(sent, mostBytes);

  /** The rows as they can be taken into a team's log: none may touch what was decided here. */
  const rowsFor = async ({ db, workspace }: MemberContext, team: string, { rows, mapping }: ReadFiles) =>
    refuseMade(rows, mapping, await refsMadeIn(db, workspace, team));

  /** An import I may read, with why it cannot be undone by me. */
  const importForMe = async (context: MemberContext, id: string) => {
    const one = await store.importById(context.db, context.workspace, id);
    if (!one) throw refuse("records.no_such_import");
    const team = await readableTeam(context, one.team_id);
    return { one, team, whyNotUndo: team.whyNotImport ?? undoing(context, one) };
  };

  const undoing = (
    context: MemberContext,
    one: { undone_at: Date | null; later_file: string | null; later_at: Date | null },
  ) => {
    const { locale, me } = context;
    const on = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: me.timeZone });
    return whyNotUndo({
      undoneAt: one.undone_at,
      laterOne: one.later_at ? { fileName: one.later_file!, at: on.format(one.later_at) } : null,
    });
  };

  const countsOf = (one: { new_rows: number; changed_rows: number; unchanged_rows: number; refused_rows: number }) => ({
    rows: one.new_rows + one.changed_rows + one.unchanged_rows + one.refused_rows,
    new: one.new_rows,
    changed: one.changed_rows,
    unchanged: one.unchanged_rows,
    refused: one.refused_rows,
  });

  return {
    async previewImport(context, input) {
      const { db, workspace } = context;
      await importableTeam(context, input.team);
      const sent = readSent(input);
      const read = { ...sent, rows: await rowsFor(context, input.team, sent) };
      const { plan, seal } = planned(read, await wholeLog(db, workspace, input.team));
      const say = context.sayTo(context.locale, "records");
      const reason = reasonIn(context);
      const chosen = input.state ? plan.rows.filter(({ state }) => state === input.state) : plan.rows;
      const shown = (row: PlannedRow) => ({
        line: row.line,
        state: row.state,
        ref: row.ref,
        title: row.title,
        reasons: row.state === "refused" ? row.reasons.map(reason) : [],
        changes: row.state === "changed" ? changesBetween(row.logged.facts, row.facts) : [],
      });
      return {
        seen: seal,
        mapping: read.mapping,
        guessed: read.guessed,
        problems: read.problems.map(({ code, params }) => ({ code, sentence: say(`problem.${code}`, params) })),
        columns: columnsOf(read.table, read.mapping),
        historyColumns: read.historyTable?.columns ?? [],
        asks: asksOf(read.rows, read.mapping).map((ask) => ({
          ...ask,
          code: ask.kind,
          sentence: say(`ask.${ask.kind}`, { column: ask.column, value: ask.value ?? "" }),
        })),
        counts: plan.counts,
        notInFile: plan.notInFile,
        reasons: reasonCounts(read.rows).map(({ reason: one, rows }) => ({
          ...reasonOfMany(context)(one, rows),
          rows,
        })),
        history: read.history ? historyTold(read.history, read.rows) : null,
        describes: describedBy(read.mapping, await descriptionOf(db, workspace, input.team)) !== null,
        rows: { total: chosen.length, rows: chosen.slice(input.offset, input.offset + input.limit).map(shown) },
      };
    },

    async importDecisions(context, input) {
      const { db, workspace, me, now } = context;
      const { team } = input;
      await importableTeam(context, team);
      const sent = readSent(input);
      if (sent.problems.length > 0) throw refuse("records.mapping_unfit");
      await hold(context, team);
      // so that nobody proposes a decision meanwhile whose key is one of the file's
      await teamById(db, workspace, team, true);
      const read = { ...sent, rows: await rowsFor(context, team, sent) };
      const { plan, seal } = planned(read, await wholeLog(db, workspace, team));
      const moved = input.seen === undefined ? null : whyNotConfirm(input.seen, seal);
      if (moved) throw refuse(`records.${moved}`);
      const { counts, notInFile } = plan;
      const before = await descriptionOf(db, workspace, team);
      const after = describedBy(read.mapping, before);
      if (counts.new + counts.changed === 0 && after === null) {
        return { import: null, counts, notInFile, guessed: read.guessed };
      }
      const id = context.id();
      const { fresh, changed, rows } = writesOf(plan, () => context.id());
      const total = fresh.length + changed.length + rows.length;
      const tell = (done: number) => context.progress(input.progress, done, total);
      tell(0);
      const to = { workspace, team, origin: "imported" as const, at: now };
      await writeDecisions(db, { ...to, fresh: true }, fresh, tell);
      await writeDecisions(db, { ...to, fresh: false }, changed, (done) => tell(fresh.length + done));
      await store.addImport(db, {
        workspace,
        id,
        team,
        at: now,
        by: me.id,
        fileName: input.file.name,
        historyName: input.history?.name ?? null,
        mapping: read.mapping,
        columns: read.table.columns,
        counts,
        described: after ? { before, after } : null,
      });
      await store.addImportRows(db, { workspace, import: id }, rows, (done) =>
        tell(fresh.length + changed.length + done),
      );
      if (after) await describe(db, { workspace, team, at: now }, after);
      await context.record({ kind: "records.imported", subject: id, team, data: counts });
      context.tell("records");
      context.tell("decisions");
      return { import: id, counts, notInFile, guessed: read.guessed };
    },

    async refusedOfPreview(context, input) {
      await importableTeam(context, input.team);
      const read = readSent(input);
      if (read.problems.length > 0) throw refuse("records.mapping_unfit");
      const why = whyRefused(context);
      const rows = (await rowsFor(context, input.team, read)).flatMap((row) =>
        row.reasons ? [{ cells: row.cells, why: why(row.reasons) }] : [],
      );
      const body = asRefused(read.table.columns, rows, context.sayTo(context.locale, "records")("file.reason"));
      return refusedFile(input.file.name, body);
    },

    async imports(context, { team }) {
      const found = await readableTeam(context, team);
      const all = await store.importsOf(context.db, context.workspace, team);
      return {
        whyNotImport: whySentence(context, found.whyNotImport),
        imports: all.map((one) => ({
          id: one.id,
          at: one.at,
          by: one.by,
          fileName: one.file_name,
          historyName: one.history_name,
          counts: countsOf(one),
          undoneAt: one.undone_at,
          undoneBy: one.undone_by,
          whyNotUndo: whySentence(context, found.whyNotImport ?? undoing(context, one)),
        })),
      };
    },

    async showImport(context, input) {
      const { one, whyNotUndo } = await importForMe(context, input.import);
      const page = await store.importRows(context.db, context.workspace, one.id, input);
      const reason = reasonIn(context);
      return {
        id: one.id,
        team: one.team_id,
        at: one.at,
        by: one.by,
        fileName: one.file_name,
        historyName: one.history_name,
        mapping: one.mapping,
        counts: countsOf(one),
        undoneAt: one.undone_at,
        undoneBy: one.undone_by,
        whyNotUndo: whySentence(context, whyNotUndo),
        rows: {
          total: page.total,
          rows: page.rows.map(({ line, state, ref, title, decision_id, reasons }) => ({
            line,
            state,
            ref,
            title,
            decision: decision_id,
            reasons: (reasons ?? []).map(reason),
          })),
        },
      };
    },

    async refusedRows(context, input) {
      const { one } = await importForMe(context, input.import);
      const why = whyRefused(context);
      const rows = await store.refusedRowsOf(context.db, context.workspace, one.id);
      const told = rows.map(({ cells, reasons }) => ({ cells, why: why(reasons) }));
      return refusedFile(
        one.file_name,
        asRefused(one.columns, told, context.sayTo(context.locale, "records")("file.reason")),
      );
    },

    async undoImport(context, input) {
      const { db, workspace, me, now } = context;
      const { one } = await importForMe(context, input.import);
      await importableTeam(context, one.team_id);
      await hold(context, one.team_id);
      // read again: somebody may have undone it before this one held the record
      insist((await importForMe(context, one.id)).whyNotUndo);
      const rows = await store.writtenBy(db, workspace, one.id);
      const removed = rows.filter(({ state }) => state === "new").map((row) => row.decision_id);
      const restored = rows.flatMap(({ decision_id, before }) => (before ? [{ id: decision_id, facts: before }] : []));
      const total = removed.length + restored.length;
      const tell = (done: number) => context.progress(input.progress, done, total);
      tell(0);
      await removeDecisions(db, workspace, removed);
      tell(removed.length);
      const to = { workspace, team: one.team_id, origin: "imported" as const, at: now, fresh: false };
      await writeDecisions(db, to, restored, (done) => tell(removed.length + done));
      const described = await restoreDescription(context, one);
      await store.setUndone(db, workspace, one.id, now, me.id);
      const data = { removed: removed.length, restored: restored.length };
      await context.record({ kind: "records.import_undone", subject: one.id, team: one.team_id, data });
      context.tell("records");
      context.tell("decisions");
      return { ...data, description: described };
    },
  };
}

function refusedFile(of: string, body: string) {
  return { fileName: `${fileNamePart(of.replace(/\.[^.]*$/, ""))}-refused.csv`, contentType: csvType, body };
}

/** Puts back what the team said of its record, unless it was said anew since. */
async function restoreDescription(
  context: MemberContext,
  one: { team_id: string } & Pick<
    NonNullable<Awaited<ReturnType<typeof store.importById>>>,
    "described_before" | "described_after"
  >,
): Promise<"restored" | "kept" | "untouched"> {
  const { db, workspace, now } = context;
  if (!one.described_before) return "untouched";
  const current = await descriptionOf(db, workspace, one.team_id);
  if (!sameData(current, one.described_after)) return "kept";
  await describe(db, { workspace, team: one.team_id, at: now }, one.described_before);
  return "restored";
}
