import { wordsOf } from "../../foundation/words-browser.ts";
import type { Tone } from "../../ui/tone.ts";
import type { Role } from "../rules.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("people");

/** Roles in the order they are offered. */
export const roles: readonly Role[] = ["lead", "member", "observer"];

/** A role's name, with a capital. */
export function roleName(role: Role): string {
  return say(`web.role.${role}`);
}

/** A role's name inside a sentence. */
export function roleWord(role: Role): string {
  return say(`web.role_word.${role}`);
}

/** My own role, as it is said to me. */
export function myRoleName(role: Role): string {
  return say(`web.my_role.${role}`);
}

/** What a role means, in a sentence. */
export function roleMeaning(role: Role): string {
  return say(`web.role_meaning.${role}`);
}

export const roleTone: Readonly<Record<Role, Tone>> = { lead: "brass", member: "pasture", observer: "neutral" };
