import { z } from "zod";

export const workspace = z.uuid();
export const team = z.uuid();
export const day = z.iso.date();
export const done = z.object({});
/** Why a button is quiet: a sentence, or null where it may be pressed. */
export const whyNot = z.string().nullable();
export const person = z.object({ member: z.uuid(), name: z.string() });
/** Which part of an intent a line stands in. */
export const part = z.enum(["why", "done", "keep"]);
/** A line of an intent, with the team whose it is. */
export const lineOf = z.object({ line: z.uuid(), part, words: z.string(), team, teamName: z.string() });
