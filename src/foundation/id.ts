import { randomBytes } from "node:crypto";

/**
 * A UUID version 7 (RFC 9562, §5.7): its first 48 bits are the time, so ids made later sort later.
 * Where people are promised that an id says nothing, use `randomId`.
 * @param at the time it carries
 */
export function timedId(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A secret for a link: 192 random bits, safe in an address. */
export function linkSecret(): string {
  return randomBytes(24).toString("base64url");
}
