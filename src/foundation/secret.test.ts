import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { installationSecret, keyFor, seal, unseal } from "./secret.ts";

const made: string[] = [];
afterAll(() => {
  for (const at of made) rmSync(at, { recursive: true });
});
function folder(): string {
  const at = mkdtempSync(path.join(tmpdir(), "bellwether-secret-"));
  made.push(at);
  return at;
}

it("is made once, kept for its owner alone, and the same the next time", () => {
  const at = folder();
  const secret = installationSecret(at, null);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(installationSecret(at, null)).toBe(secret);
  expect(statSync(path.join(at, "secret")).mode & 0o777).toBe(0o600);
});

it("a given one is used and nothing is written", () => {
  const at = folder();
  expect(installationSecret(at, "g".repeat(40))).toBe("g".repeat(40));
  expect(() => readFileSync(path.join(at, "secret"))).toThrow();
});

it("a damaged one is said, not replaced: what it sealed would be lost", () => {
  const at = folder();
  writeFileSync(path.join(at, "secret"), "short");
  expect(() => installationSecret(at, null)).toThrow(/too short: restore the file/);
});

it("each purpose has its own key", () => {
  const secret = "s".repeat(64);
  const keys = [keyFor(secret, "cookies"), keyFor(secret, "database roles"), keyFor(secret, "person keys")];
  expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(3);
  expect(keyFor(secret, "cookies")).toEqual(keys[0]);
});

it("what is sealed opens with the same key and binding, and with nothing else", () => {
  const key = keyFor("s".repeat(64), "person keys");
  const sealed = seal(key, Buffer.from("written for myself"), "journal:7");
  expect(unseal(key, sealed, "journal:7").toString()).toBe("written for myself");
  expect(() => unseal(key, sealed, "journal:8")).toThrow();
  expect(() => unseal(keyFor("t".repeat(64), "person keys"), sealed, "journal:7")).toThrow();
  const touched = Buffer.from(sealed);
  touched[touched.length - 1]! ^= 1;
  expect(() => unseal(key, touched, "journal:7")).toThrow();
});
