import { z } from "zod";
import { deciderKind, outcome, reversalKind } from "../decisions/contract.ts";
import { moment, room } from "../foundation/contract.ts";
import { mappingShape, termShape } from "./mapping.ts";
import { usualBatch } from "./overview.ts";
import { rowStates } from "./rules.ts";

const workspace = z.uuid();
const team = z.uuid();
const imported = z.uuid();
const day = z.iso.date();
const count = z.number().int();
const rowState = z.enum(rowStates);
/** Why a button is quiet: a sentence, or null where it may be pressed. */
const whyNot = z.string().nullable();
const download = z.object({ fileName: z.string(), contentType: z.string(), body: z.string() });

/** 25 MB, for all files of one import together, as bytes on disk. */
export const mostBytes = 25 * 1_048_576;
/** The same as base64 in JSON, with room for the mapping. */
const bodyLimit = Math.ceil((mostBytes * 4) / 3) + 2 * 1_048_576;

/**
 * A file: its name and its content, as text or as base64. Base64 keeps the encoding as it was, so that it can be found out:
 * send that wherever there are bytes.
 */
const file = z.object({ name: z.string().min(1).max(300), text: z.string().optional(), base64: z.string().optional() });

/** Why files handed in for an import may not be read. */
const readingRefusals = [
  "people.no_such_team",
  "decisions.not_in_team",
  "records.not_a_lead_here",
  "records.team_closed",
  "records.file_twice",
  "records.files_too_large",
  "records.mapping_broken",
  "records.empty_file",
  "records.only_header",
  "records.too_many_rows",
  "records.spreadsheet_file",
  "records.not_text",
  "records.not_utf8",
  "records.csv_broken",
  "records.same_header_twice",
  "records.json_broken",
  "records.json_no_rows",
  "records.json_which_rows",
] as const;

/** What an import is made of. Without a mapping one is guessed. */
const files = {
  workspace,
  team,
  /** CSV or JSON. */
  file,
  /** The companion file of status changes, where the mapping names one. */
  history: file.optional(),
  /**
   * A mapping (`mappingShape`); one that is not understood is refused by its place in it, as in `columns.titel`. With
   * `columns: {}` the columns are guessed and the rest holds, as where only an encoding has to be named.
   */
  mapping: z.record(z.string(), z.unknown()).optional(),
};

/** A code of this room's words (`reason.<code>`, `problem.<code>`, `ask.<code>`) and the sentence in the reader's language. */
const said = { code: z.string(), sentence: z.string() };
const reason = z.object({ ...said, column: z.string().nullable() });

const counts = z.object({ rows: count, new: count, changed: count, unchanged: count, refused: count });

const term = termShape.extend({ until: day.nullable(), who: z.string().nullable() });

/** A decision named on the overview. */
const mention = z.object({
  decision: z.uuid(),
  ref: z.string(),
  title: z.string(),
  decidedOn: day.nullable(),
  outcome: outcome.nullable(),
  decidedBy: deciderKind.nullable(),
});

/** Days from opening to verdict: how many decisions, first quartile, median, third quartile. Null where there are none. */
const spread = z.object({
  n: count,
  q1: z.number().nullable(),
  median: z.number().nullable(),
  q3: z.number().nullable(),
});

/**
 * Days between two verdicts in a row of those in charge (lead, delegate, unknown). `until` is null in the one that runs.
 * `decider`: throughout · part · nobody · unknown (no terms in office are told for it); `withoutDecider` in days, null where unknown.
 */
const gap = z.object({
  from: day,
  until: day.nullable(),
  days: count,
  decider: z.enum(["throughout", "part", "nobody", "unknown"]),
  withoutDecider: count.nullable(),
});

/**
 * Records: reading a team's own decision record, and showing who has been deciding.
 *
 * Nothing here counts, ranks or lists what one person did, apart from what the lead decided on their own proposals: the
 * overview counts kinds of decider, and names decisions, never people. There is no filter by decider anywhere.
 */
export const records = room(
  "records",
  {
    overview: {
      method: "GET",
      path: "/workspaces/{workspace}/teams/{team}/record",
      summary: "Who has been deciding in a team's record, as of any date",
      who: "member",
      input: z.object({ workspace, team, /** Today where left out. */ asOf: day.optional() }),
      output: z.object({
        asOf: day,
        teamName: z.string(),
        /** All as of that date. `undated` verdicts have no day and are in no year, gap or median. */
        totals: z.object({ onRecord: count, withVerdict: count, withoutVerdict: count, undated: count }),
        /** First and last day of a verdict; null where there is none. */
        firstVerdict: day.nullable(),
        lastVerdict: day.nullable(),
        /** Before this day the record cannot tell a lead's verdict from a delegate's. */
        deciderKnownSince: day.nullable(),
        batchFrom: count,
        terms: z.array(term),
        /** Every year from the first verdict to the last, empty ones too. */
        years: z.array(
          z.object({
            year: count,
            lead: count,
            delegate: count,
            team: count,
            other: count,
            unknown: count,
            total: count,
            /**
             * Delegate ÷ (lead + delegate), 0 to 1; null: unknown. `of` is lead + delegate, `since` the day from which the
             * year is counted where the record began to name deciders within it, `atLeast` and `atMost` what the unknown
             * ones leave open (null where nothing can be said).
             */
            delegated: z.object({
              share: z.number().nullable(),
              of: count,
              since: day.nullable(),
              atLeast: z.number().nullable(),
              atMost: z.number().nullable(),
            }),
          }),
        ),
        /** Batches are left out. `all` has no `other` in it: withdrawals and the like end by themselves. */
        time: z.object({
          all: spread,
          byKind: z.array(spread.extend({ decidedBy: deciderKind })),
          byYear: z.array(spread.extend({ year: count })),
          /** Verdicts that stand in no median: in batches, opened or decided on no known day, decided before they were opened. */
          leftOut: z.object({ inBatches: count, undated: count, contradictory: count }),
        }),
        reversals: z.object({
          total: count,
          byKind: z.array(
            z.object({
              kind: reversalKind,
              count,
              /** Days the verdict had stood. */ medianHeldDays: z.number().nullable(),
            }),
          ),
          /** The latest first, 200 at the most. */
          latest: z.array(
            z.object({
              decision: z.uuid(),
              ref: z.string(),
              title: z.string(),
              on: day,
              from: z.string(),
              to: z.string(),
              heldDays: count.nullable(),
              kind: reversalKind,
              kindGiven: z.boolean(),
            }),
          ),
        }),
        /** Ended by somebody it was handed to who also wrote it. The latest first, 200 at the most. */
        selfDecided: z.object({ total: count, latest: z.array(mention) }),
        /** The lead decided on a proposal of their own. */
        leadsOwn: z.object({ total: count, latest: z.array(mention) }),
        /** Days with `batchFrom` verdicts or more. The latest first. */
        batches: z.array(z.object({ on: day, verdicts: count })),
        /** Days on which those in charge gave a verdict, in order: a gap lies between two of them. */
        verdictDays: z.array(day),
        /** The twelve longest, the longest first. */
        gaps: z.array(gap),
        /** From the last verdict of those in charge to the date asked for; null where there is none. */
        running: gap.nullable(),
        whyNotImport: whyNot,
        whyNotDescribe: whyNot,
      }),
      refusals: ["people.no_such_team", "decisions.not_in_team"],
    },
    previewImport: {
      method: "POST",
      path: "/workspaces/{workspace}/teams/{team}/record/preview",
      summary: "What an import would do, row by row; nothing is written",
      who: "member",
      bodyLimit,
      input: z.object({
        ...files,
        state: rowState.optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      output: z.object({
        /** Hand it back when confirming. */
        seen: z.string(),
        /** The mapping used: as given, or guessed. */
        mapping: mappingShape,
        guessed: z.boolean(),
        /** What keeps the mapping from being used; while there is any, `rows` is empty and nothing can be imported. */
        problems: z.array(z.object(said)),
        /** The file's columns in order. `field` is null for those kept only with the row as it came. */
        columns: z.array(
          z.object({
            name: z.string(),
            fields: z.array(z.string()),
            filled: count,
            /** How many different words stand in it. */
            different: count,
            /** Up to five. */
            samples: z.array(z.string()),
          }),
        ),
        /** Columns of the companion file; empty without one. */
        historyColumns: z.array(z.string()),
        /** What only a person can say: which number comes first in a column's dates, what a word means. */
        asks: z.array(
          z.object({
            ...said,
            kind: z.enum(["date_order", "value"]),
            field: z.string(),
            column: z.string(),
            value: z.string().nullable(),
            rows: count,
          }),
        ),
        counts,
        /** Decisions on the record that the file does not name; they stay as they are. */
        notInFile: count,
        /** How often each reason for refusing occurs, the commonest first. */
        reasons: z.array(z.object({ ...said, rows: count })),
        /** The companion file: its rows, and keys that no decision of the file has. Null without one. */
        history: z
          .object({
            rows: count,
            used: count,
            withoutDecision: z.array(z.string()),
            withoutDecisionRows: count,
            keyless: count,
          })
          .nullable(),
        /** Whether terms in office, `deciderKnownSince` or `batchFrom` of the team change. */
        describes: z.boolean(),
        rows: z.object({
          total: count,
          rows: z.array(
            z.object({
              line: count,
              state: rowState,
              ref: z.string().nullable(),
              title: z.string().nullable(),
              reasons: z.array(reason),
              changes: z.array(
                z.object({
                  field: z.string(),
                  column: z.string().nullable(),
                  before: z.string().nullable(),
                  after: z.string().nullable(),
                }),
              ),
            }),
          ),
        }),
      }),
      refusals: [...readingRefusals],
    },
    importDecisions: {
      method: "POST",
      path: "/workspaces/{workspace}/teams/{team}/record/import",
      summary: "Import a decision record: all of it or nothing; refused rows stay out and can be fetched",
      who: "member",
      bodyLimit,
      input: z.object({
        ...files,
        /** From the preview. With it, the import happens only if neither the files nor the record changed since. */
        seen: z.string().max(200).optional(),
        /** The name under which progress is told to my screens: rows written and rows noted, of both together. */
        progress: z.string().max(100).default("import"),
      }),
      /** `import` is null where nothing was new or changed: then nothing is recorded. */
      output: z.object({ import: imported.nullable(), counts, notInFile: count, guessed: z.boolean() }),
      refusals: [
        ...readingRefusals,
        "records.mapping_unfit",
        "records.file_changed",
        "records.log_changed",
        "records.import_running",
      ],
    },
    refusedOfPreview: {
      method: "POST",
      path: "/workspaces/{workspace}/teams/{team}/record/preview/refused",
      summary: "The rows that an import would refuse, as a CSV file with the reason in its last column",
      who: "member",
      bodyLimit,
      download: true,
      input: z.object(files),
      output: download,
      refusals: [
        "people.no_such_team",
        "decisions.not_in_team",
        "records.not_a_lead_here",
        "records.team_closed",
        "records.file_twice",
        "records.files_too_large",
        "records.mapping_broken",
        "records.mapping_unfit",
      ],
    },
    imports: {
      method: "GET",
      path: "/workspaces/{workspace}/teams/{team}/imports",
      summary: "What was imported into a team's record, by whom, and what can be undone",
      who: "member",
      input: z.object({ workspace, team }),
      output: z.object({
        whyNotImport: whyNot,
        /** The latest first. */
        imports: z.array(
          z.object({
            id: imported,
            at: moment,
            by: z.string(),
            fileName: z.string(),
            historyName: z.string().nullable(),
            counts,
            undoneAt: moment.nullable(),
            undoneBy: z.string().nullable(),
            whyNotUndo: whyNot,
          }),
        ),
      }),
      refusals: ["people.no_such_team", "decisions.not_in_team"],
    },
    showImport: {
      method: "GET",
      path: "/workspaces/{workspace}/imports/{import}",
      summary: "One import: its mapping and its rows, with what became of each",
      who: "member",
      input: z.object({
        workspace,
        import: imported,
        /** Rows that changed nothing are counted and not kept. */
        state: rowState.exclude(["unchanged"]).optional(),
        offset: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      output: z.object({
        id: imported,
        team,
        at: moment,
        by: z.string(),
        fileName: z.string(),
        historyName: z.string().nullable(),
        mapping: mappingShape,
        counts,
        undoneAt: moment.nullable(),
        undoneBy: z.string().nullable(),
        whyNotUndo: whyNot,
        rows: z.object({
          total: count,
          rows: z.array(
            z.object({
              line: count,
              state: rowState,
              ref: z.string().nullable(),
              title: z.string().nullable(),
              decision: z.uuid().nullable(),
              reasons: z.array(reason),
            }),
          ),
        }),
      }),
      refusals: ["records.no_such_import", "decisions.not_in_team"],
    },
    refusedRows: {
      method: "GET",
      path: "/workspaces/{workspace}/imports/{import}/refused",
      summary: "The rows that an import refused, as a CSV file with the reason in its last column",
      who: "member",
      download: true,
      input: z.object({ workspace, import: imported }),
      output: download,
      refusals: ["records.no_such_import", "decisions.not_in_team"],
    },
    undoImport: {
      method: "POST",
      path: "/workspaces/{workspace}/imports/{import}/undo",
      summary: "Undo an import as a whole: what it brought goes, what it changed is as before",
      who: "member",
      input: z.object({ workspace, import: imported, progress: z.string().max(100).default("undo") }),
      /** `description`: terms and the like were put back, kept because somebody said them anew since, or not in the import. */
      output: z.object({ removed: count, restored: count, description: z.enum(["restored", "kept", "untouched"]) }),
      refusals: [
        "records.no_such_import",
        "decisions.not_in_team",
        "records.not_a_lead_here",
        "records.team_closed",
        "records.undone_already",
        "records.later_import_first",
        "records.import_running",
      ],
    },
    describeRecord: {
      method: "POST",
      path: "/workspaces/{workspace}/teams/{team}/record/describe",
      summary: "Say who was in office when, and since when the record names who decided",
      who: "member",
      input: z.object({
        workspace,
        team,
        deciderKnownSince: day.nullable(),
        batchFrom: z.number().int().min(2).max(1000).default(usualBatch),
        terms: z.array(termShape).max(500),
      }),
      output: z.object({}),
      refusals: [
        "people.no_such_team",
        "decisions.not_in_team",
        "records.not_a_lead_here",
        "records.team_closed",
        "records.term_ends_first",
        "records.import_running",
      ],
    },
    exportRecord: {
      method: "GET",
      path: "/workspaces/{workspace}/teams/{team}/record/export",
      summary: "The whole record as a file: CSV, JSON, or MADR Markdown files in a zip",
      who: "member",
      download: true,
      input: z.object({ workspace, team, format: z.enum(["csv", "json", "madr"]) }),
      output: download.extend({ body: z.string().or(z.instanceof(Uint8Array)) }),
      refusals: ["people.no_such_team", "decisions.not_in_team"],
    },
  },
  {
    not_a_lead_here: 403,
    team_closed: 409,
    file_twice: 400,
    files_too_large: 413,
    mapping_broken: 400,
    empty_file: 400,
    only_header: 400,
    too_many_rows: 400,
    spreadsheet_file: 400,
    not_text: 400,
    not_utf8: 400,
    csv_broken: 400,
    same_header_twice: 400,
    json_broken: 400,
    json_no_rows: 400,
    json_which_rows: 400,
    mapping_unfit: 409,
    file_changed: 409,
    log_changed: 409,
    import_running: 409,
    no_such_import: 404,
    undone_already: 409,
    later_import_first: 409,
    term_ends_first: 400,
  },
);
