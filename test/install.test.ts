import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { installIfMissing, missingFrom } from "../bin/install.mjs";
import { machineTrouble } from "../bin/say.mjs";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("what is missing from an installation", () => {
  const lock = {
    "": { version: "0.1.0" },
    "node_modules/app": { version: "1.0.0" },
    "node_modules/test": { version: "2.0.0", dev: true },
    "node_modules/here": { version: "3.0.0", optional: true, os: [process.platform], cpu: [process.arch] },
    "node_modules/elsewhere": { version: "3.0.0", optional: true, os: ["sunos"] },
    "node_modules/not-here": { version: "3.0.0", optional: true, os: [`!${process.platform}`] },
  };
  const { "node_modules/elsewhere": _, "node_modules/not-here": __, ...all } = lock;

  it("is nothing when everything for this machine is there", () => {
    expect(missingFrom(lock, all, true)).toEqual([]);
  });
  it("leaves out what only tests need, unless they are wanted", () => {
    const { "node_modules/test": _, ...lean } = all;
    expect(missingFrom(lock, lean, false)).toEqual([]);
    expect(missingFrom(lock, lean, true)).toEqual(["node_modules/test"]);
  });
  it("counts another version, and an optional part for this machine that did not come", () => {
    expect(missingFrom(lock, { ...all, "node_modules/app": { version: "0.9.0" } }, false)).toEqual([
      "node_modules/app",
    ]);
    const { "node_modules/here": _, ...without } = all;
    expect(missingFrom(lock, without, false)).toEqual(["node_modules/here"]);
  });
});

describe("installing", () => {
  beforeEach(() => {
    vi.spyOn(console, "log").mockImplementation(() => {});
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  function repository(dependency: string, resolved: string): string {
    const folder = mkdtempSync(path.join(os.tmpdir(), "bellwether-install-"));
    folders.push(folder);
    const root = { name: "x", version: "1.0.0", dependencies: { [dependency]: "1.0.0" } };
    writeFileSync(path.join(folder, "package.json"), JSON.stringify(root));
    const packages = { "": root, [`node_modules/${dependency}`]: { version: "1.0.0", resolved } };
    writeFileSync(path.join(folder, "package-lock.json"), JSON.stringify({ name: "x", lockfileVersion: 3, packages }));
    return folder;
  }

  it("says so when there is no network", async () => {
    const folder = repository(
      "nothing-of-this-name",
      "http://127.0.0.1:1/nothing-of-this-name/-/nothing-of-this-name-1.0.0.tgz",
    );
    vi.stubEnv("npm_config_registry", "http://127.0.0.1:1/");
    vi.stubEnv("npm_config_fetch_retries", "0");
    vi.stubEnv("npm_config_cache", path.join(folder, "cache"));
    await expect(installIfMissing(folder, { tests: false })).rejects.toThrow(
      "Bellwether's parts could not be downloaded: check the network connection and start again.",
    );
    // nothing was noted, so the next start tries again
    await expect(installIfMissing(folder, { tests: false })).rejects.toThrow(/could not be downloaded/);
  });

  it("does nothing where somebody installed already, and notes it", async () => {
    const folder = repository("there", "http://127.0.0.1:1/there.tgz");
    mkdirSync(path.join(folder, "node_modules"), { recursive: true });
    const hidden = { packages: { "node_modules/there": { version: "1.0.0" } } };
    writeFileSync(path.join(folder, "node_modules/.package-lock.json"), JSON.stringify(hidden));
    await installIfMissing(folder, { tests: true });
    rmSync(path.join(folder, "node_modules/.package-lock.json"));
    await installIfMissing(folder, { tests: true });
    expect(console.log).not.toHaveBeenCalled();
  });
});

describe("trouble of the machine", () => {
  it.each([
    ["npm error code ENOSPC", /disk is full/],
    ["Error: EACCES: permission denied, mkdir '/x'", /may not write to \/x/],
    ["Error: EROFS: read-only file system", /may not write to \/x/],
  ])("is told plainly: %s", (said, sentence) => {
    expect(machineTrouble(said, "/x")?.message).toMatch(sentence);
  });
  it("is not made of anything else", () => {
    expect(machineTrouble("SyntaxError: Unexpected token", "/x")).toBeNull();
  });
});
