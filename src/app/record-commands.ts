import path from "node:path";
import { PlainError } from "../foundation/plain-error.ts";
import type { Running } from "./engine.ts";
import { askAs, type Command, type Hands, placeFor } from "./terminal.ts";

type Counts = { rows: number; new: number; changed: number; unchanged: number; refused: number };
type Preview = {
  seen: string;
  guessed: boolean;
  problems: { sentence: string }[];
  asks: { sentence: string }[];
  columns: { name: string; fields: string[] }[];
  counts: Counts;
  notInFile: number;
  reasons: { sentence: string; rows: number }[];
  rows: {
    rows: { line: number; state: string; ref: string | null; title: string | null; reasons: { sentence: string }[] }[];
  };
};
type Mapping = { history?: { file?: string } | null };

const shownRefusals = 10;

function need(word: string | undefined, usage: string): string {
  if (!word) throw new PlainError(`Say which: bellwether ${usage}`);
  return word;
}

/** The files of an import: the record, the mapping, and the companion file that the option or the mapping names. */
async function filesOf(hands: Hands, file: string) {
  const wrap = async (at: string) => ({ name: path.basename(at), base64: (await hands.read(at)).toString("base64") });
  const { map, history } = hands.values as { map?: string; history?: string };
  let mapping: Mapping | undefined;
  if (map) {
    try {
      mapping = JSON.parse((await hands.read(map)).toString("utf8")) as Mapping;
    } catch (error) {
      if (error instanceof PlainError) throw error;
      throw new PlainError(`${map} is no JSON: a mapping looks like examples/python-record.mapping.json.`);
    }
  }
  const beside = mapping?.history?.file;
  const companion = history ?? (beside ? path.join(path.dirname(file), beside) : undefined);
  return {
    file: await wrap(file),
    ...(mapping ? { mapping } : {}),
    ...(companion ? { history: await wrap(companion) } : {}),
  };
}

function tellCounts(hands: Hands, counts: Counts, notInFile: number): void {
  const { rows, changed, unchanged, refused } = counts;
  hands.say(`${rows} rows: ${counts.new} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused.`);
  if (notInFile > 0) hands.say(`${notInFile} decisions on the record are not in the file; they stay as they are.`);
}

function tellPreview(hands: Hands, preview: Preview): void {
  if (preview.guessed) {
    hands.say("Columns, as guessed:");
    for (const { name, fields } of preview.columns)
      hands.say(`  ${name} → ${fields.join(", ") || "kept with the row only"}`);
  }
  for (const { sentence } of preview.problems) hands.say(`! ${sentence}`);
  for (const { sentence } of preview.asks) hands.say(`? ${sentence}`);
  for (const { sentence, rows } of preview.reasons)
    hands.say(`  refused, ${rows} ${rows === 1 ? "row" : "rows"}: ${sentence}`);
  for (const row of preview.rows.rows.slice(0, shownRefusals)) {
    hands.say(
      `  line ${row.line}: ${row.title ?? row.ref ?? "?"}: ${row.reasons.map(({ sentence }) => sentence).join(" ")}`,
    );
  }
}

async function importDecisions(running: Running, hands: Hands): Promise<number> {
  const file = need(hands.rest[0], "import decisions FILE");
  const files = await filesOf(hands, file);
  const { person, workspace, team, teamName } = await placeFor(running, hands.values);
  const began = performance.now();
  const input = { workspace, team, ...files };
  const preview = await askAs<Preview>(running, person, "records.previewImport", { ...input, state: "refused" });
  tellPreview(hands, preview);
  if (preview.counts.refused > 0 && hands.values.refused) {
    const refused = await askAs<{ body: string }>(running, person, "records.refusedOfPreview", input);
    await hands.write(hands.values.refused as string, refused.body);
    hands.say(`The refused rows are in ${hands.values.refused as string}, each with its reason.`);
  }
  if (preview.problems.length > 0) return 1;
  if (hands.values["dry-run"]) {
    tellCounts(hands, preview.counts, preview.notInFile);
    hands.say("Nothing was written.");
    return preview.counts.refused > 0 ? 1 : 0;
  }
  type Done = { import: string | null; counts: Counts; notInFile: number };
  const confirmed = { ...input, seen: preview.seen, progress: "terminal" };
  const done = await askAs<Done>(running, person, "records.importDecisions", confirmed, hands.progress);
  tellCounts(hands, done.counts, done.notInFile);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  hands.say(
    done.import
      ? `Imported into ${teamName} in ${seconds} s. To undo it as a whole: bellwether import undo ${done.import}`
      : "Nothing was new or changed, so nothing was recorded.",
  );
  return done.counts.refused > 0 ? 1 : 0;
}

async function undoImport(running: Running, hands: Hands): Promise<number> {
  const id = need(hands.rest[0], "import undo ID");
  const { person, workspace } = await placeFor(running, hands.values);
  type Undone = { removed: number; restored: number };
  const input = { workspace, import: id };
  const done = await askAs<Undone>(running, person, "records.undoImport", input, hands.progress);
  hands.say(`Undone: ${done.removed} decisions went, ${done.restored} are as before.`);
  return 0;
}

async function exportRecord(running: Running, hands: Hands): Promise<number> {
  const format = need(hands.rest[0], "export csv|json|madr [--out FILE]");
  const { person, workspace, team } = await placeFor(running, hands.values);
  type File = { fileName: string; body: string | Uint8Array };
  const file = await askAs<File>(running, person, "records.exportRecord", { workspace, team, format });
  const out = (hands.values.out as string | undefined) ?? file.fileName;
  await hands.write(out, file.body);
  hands.say(`The record is in ${out}.`);
  return 0;
}

/** What the command line does with a team's decision record. */
export const recordCommands: Readonly<Record<string, Command>> = {
  "import decisions": {
    arguments: "FILE.csv|json [--map MAPPING.json] [--history FILE.csv] [--dry-run] [--refused OUT.csv]",
    summary: "read a team's decision record: all or nothing, twice changes nothing, and it can be undone",
    run: importDecisions,
  },
  "import undo": { arguments: "ID", summary: "undo an import as a whole", run: undoImport },
  export: {
    arguments: "csv|json|madr [--out FILE]",
    summary: "write a team's decision record as a file (MADR: Markdown files in a zip)",
    run: exportRecord,
  },
};
