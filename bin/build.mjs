import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { machineTrouble, PlainSentence, plainly, run } from "./say.mjs";

const inputs = ["src", "db/migrations", "scripts", "vite.config.ts", "vite.server.config.ts", "package-lock.json"];
const stampFile = "dist/.stamp.json";

/**
 * Builds when a source changed since the last build. Looks at sizes and times first, and reads the files only when those differ.
 * @param {string} root
 */
export async function buildIfStale(root) {
  const stamp = readStamp(root);
  const files = listInputs(root);
  const looks = lookOf(root, files);
  if (stamp?.looks === looks) return;
  const content = contentOf(root, files);
  if (stamp?.content === content) return save(root, { looks, content });
  console.log(stamp ? "Building what changed…" : "Building (once)…");
  await build(root, { looks, content });
}

/**
 * Builds the web app and the server, side by side.
 * @param {string} root
 */
export async function build(root, mark) {
  // without a stamp an interrupted build is built again
  rmSync(path.join(root, stampFile), { force: true });
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const results = await Promise.all(
    ["vite.config.ts", "vite.server.config.ts"].map((config) =>
      run(process.execPath, [vite, "build", "--config", config, "--logLevel", "warn"], root),
    ),
  );
  const failed = results.find(({ status }) => status !== 0);
  if (failed) {
    const trouble = machineTrouble(failed.said, root);
    if (trouble) throw trouble;
    console.error(failed.said);
    throw new PlainSentence("The build failed as told above: put that right and start again.");
  }
  const files = mark ? [] : listInputs(root);
  save(root, mark ?? { looks: lookOf(root, files), content: contentOf(root, files) });
}

function listInputs(root) {
  const list = (file) => {
    const stat = statSync(path.join(root, file), { throwIfNoEntry: false });
    if (!stat?.isDirectory()) return stat ? [file] : [];
    return readdirSync(path.join(root, file), { withFileTypes: true }).flatMap((entry) => {
      const below = path.join(file, entry.name);
      return entry.isDirectory() ? list(below) : /\.test\.tsx?$/.test(below) ? [] : [below];
    });
  };
  return inputs.flatMap(list).sort();
}

function lookOf(root, files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function contentOf(root, files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function readStamp(root) {
  try {
    return JSON.parse(readFileSync(path.join(root, stampFile), "utf8"));
  } catch {
    return undefined;
  }
}

function save(root, mark) {
  try {
    mkdirSync(path.join(root, "dist"), { recursive: true });
    writeFileSync(path.join(root, stampFile), JSON.stringify(mark));
  } catch (error) {
    // a copy that may not be written is looked at anew at each start
    if (!/EACCES|EROFS|EPERM/.test(String(error))) throw machineTrouble(String(error), root) ?? error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await plainly(() => build(path.resolve(import.meta.dirname, "..")));
}
