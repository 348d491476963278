import { z } from "zod";

/** What somebody is in a team. */
export const role = z.enum(["lead", "member", "observer"]);
export const name = z.string().trim().min(1).max(80);
export const email = z.email().max(200);
export const password = z.string().min(10).max(128);
export const workspace = z.uuid();
export const team = z.uuid();
export const member = z.uuid();
export const done = z.object({});
export const zoneAndLanguage = { timeZone: z.string().max(60), locale: z.enum(["en", "ar"]) };
/** A link's token: the workspace and a secret, `<workspace>.<secret>`. */
export const token = z.string().min(40).max(120);
/** Why a button is quiet: a sentence, or null where it may be pressed. */
export const whyNot = z.string().nullable();
