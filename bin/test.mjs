// Runs everything there is to test and ends with one line: N passed, N failed, N skipped.
// `npm test -- house stories` runs only those parts.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildIfStale } from "./build.mjs";
import { installIfMissing } from "./install.mjs";
import { plainly } from "./say.mjs";

const root = path.resolve(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(os.tmpdir(), "bellwether-test-"));
const sum = { passed: 0, failed: 0, skipped: 0 };
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const parts = {
  types: () => tool("typescript/bin/tsc", ["--noEmit", "-p", "."]),
  lint: () => tool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]),
  house: () => vitest("house"),
  build: () => built(),
  start: () => vitest("start"),
  stories: () => vitest("stories"),
};
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in parts));
if (unknown) {
  console.error(`There is no part called ${unknown}: choose from ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

await plainly(() => installIfMissing(root, { tests: true }));
for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = Date.now();
  console.log(`\n— ${name}`);
  await part();
  console.log(`— ${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed > 0 ? 1 : 0);

/** A tool that is right or wrong as a whole. */
async function tool(file, args) {
  sum[(await node([path.join(root, "node_modules", file), ...args])) === 0 ? "passed" : "failed"]++;
}

async function built() {
  try {
    await buildIfStale(root);
    sum.passed++;
  } catch (error) {
    console.error(error.message);
    sum.failed++;
  }
}

async function vitest(project) {
  const told = path.join(folder, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${told}`];
  const status = await node([
    path.join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    ...reporters,
  ]);
  let failed = 0;
  try {
    const result = JSON.parse(readFileSync(told, "utf8"));
    sum.passed += result.numPassedTests;
    sum.skipped += result.numPendingTests + result.numTodoTests;
    failed = result.numFailedTests;
  } catch {
    // it ended before it could tell anything
  }
  // a file that does not load, or a set-up that fails, is a failure without a failed test
  sum.failed += Math.max(failed, status === 0 ? 0 : 1);
}

function node(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.once("exit", resolve);
  });
}
