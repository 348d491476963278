import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PlainError } from "./plain-error.ts";
import { findBinaries, restoreLinks, whyItDidNotRun } from "./postgres-binaries.ts";

describe("the bundled programs", () => {
  it("are there for this machine", () => {
    expect(existsSync(findBinaries().postgres)).toBe(true);
  });

  it("are missed with a sentence: where the download failed, and where there is none for the machine", () => {
    const elsewhere = ["linux-x64", "darwin-arm64"].find((name) => name !== `${process.platform}-${process.arch}`);
    expect(() => findBinaries(elsewhere)).toThrow(/was not downloaded: run “npm install” again .* or set DATABASE_URL/);
    expect(() => findBinaries("sunos-sparc")).toThrow(/no bundled PostgreSQL for sunos-sparc: set DATABASE_URL/);
    expect(() => findBinaries("sunos-sparc")).toThrow(PlainError);
  });
});

describe("library links", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bellwether-links-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("are made where an installer left them out, and left alone where they are", () => {
    const native = path.join(folder, "native");
    mkdirSync(path.join(native, "lib"), { recursive: true });
    writeFileSync(path.join(native, "lib/libpq.so.5.18"), "the library");
    const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
    writeFileSync(path.join(native, "pg-symlinks.json"), JSON.stringify(links));
    restoreLinks(native);
    expect(readlinkSync(path.join(native, "lib/libpq.so.5"))).toBe("libpq.so.5.18");
    expect(existsSync(path.join(native, "lib/libpq.so.5"))).toBe(true);
    expect(() => restoreLinks(native)).not.toThrow();
  });
});

describe("why a program did not run", () => {
  it.each<[said: string, status: number | null, sentence: RegExp]>([
    ["FATAL:  could not write lock file: No space left on device", 1, /disk is full/],
    ["unshare: unshare failed: Operation not permitted", 1, /as an ordinary user, or set DATABASE_URL/],
    [`FATAL:  data directory "/d/postgres-18" has wrong ownership`, 1, /belongs to another account/],
    ["initdb: error: could not create directory: Permission denied", 1, /cannot write to its data folder/],
    [
      "postgres: error while loading shared libraries: libz.so.1: cannot open shared object file",
      127,
      /install the libraries/,
    ],
    ["sh: 1: /x/postgres: not found", 127, /does not run on this system/],
    ["LOG:  starting\nFATAL:  the moon is full\nLOG:  shutting down", 1, /did not start \(the moon is full\)/],
    ["", null, /did not start \(it said nothing\)/],
  ])("is one plain sentence: %s", (said, status, sentence) => {
    const error = whyItDidNotRun(said, status, "/d");
    expect(error).toBeInstanceOf(PlainError);
    expect(error.message).toMatch(sentence);
    expect(error.message).not.toMatch(/\n/);
  });
});
