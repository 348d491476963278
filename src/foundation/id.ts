import { randomBytes } from "node:crypto";

let lastMs = 0;
let counter = 0;

/**
 * A UUID version 7 (RFC 9562, §5.7): its first 48 bits are the time, so ids made later sort later; within a millisecond of one
 * process a counter of 12 bits keeps their order (§6.2, method 1).
 * Where people are promised that an id says nothing, use `randomId`.
 * @param at the time it carries
 */
export function timedId(at: Date): string {
  const bytes = randomBytes(16);
  const ms = at.getTime();
  // starts in the lower half, so that a busy millisecond has 2,048 places at least before it would wrap
  counter = ms === lastMs ? (counter + 1) & 0xfff : bytes.readUInt16BE(6) & 0x7ff;
  lastMs = ms;
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A secret for a link: 192 random bits, safe in an address. */
export function linkSecret(): string {
  return randomBytes(24).toString("base64url");
}
