import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../foundation/config.ts";
import type { Connection } from "../foundation/db.ts";
import { PlainError } from "../foundation/plain-error.ts";
import { Refusal } from "../foundation/refusal.ts";
import { commands } from "./commands.ts";
import type { Running } from "./engine.ts";
import type { Command, Hands } from "./terminal.ts";

const usage = `bellwether: what a team may decide without asking

${Object.entries(commands)
  .map(([name, command]) => `${`  bellwether ${name} ${command.arguments}`.trimEnd()}\n      ${command.summary}`)
  .join("\n")}

Who and where (for whatever reads or changes a workspace):
  --as EMAIL         as whom; without it, whoever keeps the installation
  --workspace NAME   the address part of the workspace; without it, the only one
  --team NAME        the team; without it, the only one you lead
`;

/** Opens the house on the same database as a running app, or starts the database for as long as the command runs. */
async function withHouse(work: (running: Running) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const { openHouse } = await import("./engine.ts");
  const { openPostgres } = await import("../foundation/postgres.ts");
  const postgres = config.database
    ? null
    : await openPostgres(config.dataFolder, { log: (line) => console.error(line), mode: "attach-or-own" });
  let running: Running | undefined;
  try {
    running = await openHouse(config, config.database ?? (postgres!.connection as Connection));
    return await work(running);
  } catch (error) {
    if (error instanceof Refusal && running) {
      const { refusalBody } = await import("../foundation/http.ts");
      const { message, fields } = refusalBody(running.engine, error, "en").error;
      throw new PlainError([message, ...Object.entries(fields ?? {}).map(([at, why]) => `  ${at}: ${why}`)].join("\n"));
    }
    throw error;
  } finally {
    await running?.stop();
    await postgres?.stop();
  }
}

function commandIn(words: readonly string[]): { command: Command; rest: string[] } | null {
  for (const count of [2, 1]) {
    const command = commands[words.slice(0, count).join(" ")];
    if (command) return { command, rest: words.slice(count) };
  }
  return null;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: "string" },
      workspace: { type: "string" },
      team: { type: "string" },
      map: { type: "string" },
      history: { type: "string" },
      refused: { type: "string" },
      out: { type: "string" },
      "dry-run": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const asked = commandIn(positionals);
  if (values.help || !asked) {
    console.log(usage);
    return positionals.length > 0 && !asked ? 2 : 0;
  }
  const hands: Hands = {
    values: values as Hands["values"],
    rest: asked.rest,
    say: (line) => console.log(line),
    read: async (file) => {
      try {
        return await readFile(file);
      } catch {
        throw new PlainError(`${file} cannot be read: check its name and whose it is.`);
      }
    },
    write: async (file, content) => {
      await writeFile(path.resolve(file), content);
    },
    progress: progressBar(),
  };
  return withHouse((running) => asked.command.run(running, hands));
}

/** A bar on standard error, drawn only where a person watches. */
function progressBar(): (done: number, total: number) => void {
  if (!process.stderr.isTTY) return () => {};
  let shown = "";
  return (done, total) => {
    const share = total > 0 ? done / total : 1;
    const bar = `${"█".repeat(Math.round(share * 30)).padEnd(30, "░")} ${done} of ${total}`;
    if (bar === shown) return;
    shown = bar;
    process.stderr.write(`\r${bar}${done >= total ? "\n" : ""}`);
  };
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof PlainError) console.error(error.message);
    else if (error instanceof TypeError && /Unknown option|argument missing|does not take/.test(error.message)) {
      console.error(`${error.message}\n\n${usage}`);
    } else console.error("This went wrong, and it is a mistake of ours:\n", error);
    process.exitCode = 1;
  },
);
