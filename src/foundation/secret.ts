import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PlainError } from "./plain-error.ts";

/**
 * The installation's secret: given, or kept in the data folder and made the first time.
 * @param dataFolder where it is kept, readable by its owner alone
 * @param given the one from the settings
 * @returns at least 32 characters
 * @throws PlainError when it can neither be read nor made
 */
export function installationSecret(dataFolder: string, given: string | null): string {
  if (given) return given;
  const file = path.join(dataFolder, "secret");
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    // "wx": of two copies that start at once, one writes and both read the same
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw cannot(file, error);
  }
  try {
    const secret = readFileSync(file, "utf8").trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    throw cannot(file, error);
  }
  throw new PlainError(
    `The installation's secret in ${file} is too short: restore the file, or set BELLWETHER_SECRET.`,
  );
}

function cannot(file: string, error: unknown): PlainError {
  return new PlainError(
    `The installation's secret in ${file} cannot be read or written: give this folder to the person who runs Bellwether, or choose another with BELLWETHER_DATA.`,
    error,
  );
}

/** What a key made from the secret is for; each purpose has its own. */
export type Purpose = "cookies" | "database roles" | "person keys";

/**
 * A key for one purpose (HKDF, RFC 5869), so that one that leaks opens nothing else.
 * @returns 32 bytes
 */
export function keyFor(secret: string, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "bellwether", purpose, 32));
}

/**
 * Encrypts with AES-256-GCM.
 * @param key 32 bytes
 * @param plain what to seal
 * @param bound what it belongs to; it opens nowhere else
 * @returns nonce (12 bytes), tag (16) and ciphertext together
 */
export function seal(key: Buffer, plain: Buffer, bound: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/**
 * Opens what `seal` made; throws when key, binding or bytes are not the same.
 */
export function unseal(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
