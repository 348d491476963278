import { spawn } from "node:child_process";

/** What the person who starts the app can put right, in one sentence that says how. */
export class PlainSentence extends Error {}

/**
 * Runs a program to its end, quietly, and takes it along when this process is asked to stop.
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ status: number | null, said: string }>} its exit status and all it said
 */
export function run(command, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        said = (said + text).slice(-100_000);
      });
    }
    const pass = (signal) => {
      child.kill(signal);
      process.exit(signal === "SIGINT" ? 130 : 143);
    };
    process.once("SIGINT", pass).once("SIGTERM", pass);
    const end = (status) => {
      process.removeListener("SIGINT", pass).removeListener("SIGTERM", pass);
      resolve({ status, said });
    };
    child.once("error", (error) => {
      said += String(error);
      end(null);
    });
    child.once("close", end);
  });
}

/**
 * The sentence for a failure that has nothing to do with the app: a full disk, a folder that cannot be written.
 * @param {string} said what the program or the system said
 * @param {string} folder
 * @returns {PlainSentence | null}
 */
export function machineTrouble(said, folder) {
  if (/ENOSPC|no space left/i.test(said)) {
    return new PlainSentence(`The disk is full: make room for about 500 MB below ${folder} and start again.`);
  }
  if (/\b(EACCES|EPERM|EROFS)\b/.test(said)) {
    return new PlainSentence(
      `This account may not write to ${folder}: start Bellwether as the account it belongs to, or give this one the right to.`,
    );
  }
  return null;
}

/** Runs the work; for what the person who starts it can put right, says the sentence and ends. */
export async function plainly(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PlainSentence)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
