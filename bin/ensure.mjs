// Brings a copy of the repository to where it can run, with nothing but Node: installs what is missing, builds what is stale.
import module from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfStale } from "./build.mjs";
import { installIfMissing } from "./install.mjs";
import { plainly } from "./say.mjs";

const root = path.resolve(import.meta.dirname, "..");

/**
 * Installs and builds if need be, then runs a built file in this process.
 * @param {"main.js" | "cli.js"} file
 */
export async function runBuilt(file) {
  // the data stay with the app, wherever the command is given
  process.env.BELLWETHER_DATA ||= path.join(root, "data");
  await plainly(async () => {
    await installIfMissing(root, { tests: false });
    await buildIfStale(root);
  });
  // from Node 22 on, what was compiled is kept for the next start
  module.enableCompileCache?.(path.join(root, "node_modules/.cache/compiled"));
  await import(pathToFileURL(path.join(root, "dist/server", file)).href);
}
