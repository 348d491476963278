import { z } from "zod";
import { moment } from "../foundation/contract.ts";

export const workspace = z.uuid();
export const team = z.uuid();
export const area = z.uuid();
export const day = z.iso.date();
export const done = z.object({});
/** Why a button is quiet: a sentence, or null where it may be pressed. */
export const whyNot = z.string().nullable();
/** 1 Tell · 2 Sell · 3 Consult · 4 Agree · 5 Advise · 6 Inquire · 7 Delegate. */
export const level = z.number().int().min(1).max(7);
export const amount = z.number().min(0).max(999_999_999_999);
export const currency = z.string().regex(/^[A-Z]{3}$/);
export const person = z.object({ member: z.uuid(), name: z.string(), /** Not joined yet. */ expected: z.boolean() });
const id = z.uuid();

/**
 * A guardrail: a boundary that software can check, or a sentence it can only show. `id` is the caller's own, so that one
 * that stays can be told from one that is new.
 */
export const guardrail = z.discriminatedUnion("kind", [
  /** A cost over the amount → at the most this level. */
  z.object({ id, kind: z.literal("cost"), over: amount, currency, level }),
  /** A one-way door → at the most this level. */
  z.object({ id, kind: z.literal("one_way"), level }),
  /** These people, or everybody in this team, are asked first. */
  z.object({ id, kind: z.literal("ask"), members: z.array(z.uuid()).max(20), team: z.uuid().nullable() }),
  /** A decision names a goal. */
  z.object({ id, kind: z.literal("goal") }),
  /** Free text: shown, and acknowledged when a decision opens. */
  z.object({ id, kind: z.literal("text"), words: z.string().trim().min(1).max(300) }),
]);
export const guardrails = z.array(guardrail).max(12);
/** As it is shown: with the names that its ids stand for. */
export const guardrailShown = z.discriminatedUnion("kind", [
  z.object({ id, kind: z.literal("cost"), over: z.number(), currency: z.string(), level }),
  z.object({ id, kind: z.literal("one_way"), level }),
  z.object({
    id,
    kind: z.literal("ask"),
    members: z.array(person),
    team: z.object({ team: z.uuid(), name: z.string() }).nullable(),
  }),
  z.object({ id, kind: z.literal("goal") }),
  z.object({ id, kind: z.literal("text"), words: z.string() }),
]);

const text = (most: number) => z.string().trim().max(most);
/** The fields of a handover card, as they are written. */
export const cardFields = {
  name: text(80).min(1),
  purpose: text(400),
  /** What good looks like. */
  good: text(600),
  /** Authority: money and scope. */
  money: z.object({ amount, currency }).nullable(),
  scope: text(400),
  guardrails,
  /** Means. */
  people: text(300),
  budget: text(300),
  information: text(300),
  rhythm: text(200),
  /** Whom to turn to when it gets too big, and when. */
  escalation: text(300),
  review: day.nullable(),
  /** Why it matters, written by the owner, and the goal or intent line it serves. */
  matters: text(400),
  mattersLine: z.uuid().nullable(),
  mattersGoal: z.uuid().nullable(),
  offered: level,
  desired: level.nullable(),
};
export const cardField = z.enum([
  "name",
  "purpose",
  "good",
  "money",
  "scope",
  "guardrails",
  "people",
  "budget",
  "information",
  "rhythm",
  "escalation",
  "review",
  "matters",
  "mattersLine",
  "mattersGoal",
  "offered",
  "desired",
]);

/** A lead stepped in: a level is on loan until then, and goes back by itself. */
export const loan = z.object({
  stepIn: z.uuid(),
  by: z.string(),
  reason: z.string(),
  /** What it covers, and so what it does not. */
  scope: z.string(),
  until: moment,
  back: level,
});

/** What the object itself prompts, without statistics. */
export const prompt = z.discriminatedUnion("kind", [
  /** Nobody holds it (or who held it is no longer in the team). */
  z.object({ kind: z.literal("no_owner"), since: moment.nullable(), was: z.string().nullable() }),
  /** Level 5 or more, and the card lacks what makes it a delegation: “abdicated?”. */
  z.object({ kind: z.literal("abdicated"), missing: z.array(z.enum(["authority", "escalation"])) }),
  z.object({ kind: z.literal("review_due"), on: day }),
  /** Offered and desired are two or more apart. Only for the owner and the leads. */
  z.object({ kind: z.literal("gap"), offered: level, desired: level }),
  z.object({ kind: z.literal("trial_ending"), on: day, back: level }),
  z.object({ kind: z.literal("no_deputy") }),
]);

/** What is about to be decided; over a query numbers and truth are words. */
export const facts = {
  cost: z.coerce.number().min(0).max(999_999_999_999).optional(),
  currency: currency.optional(),
  /** Two-way door: can it be undone? Left out: not known yet. */
  reversible: z.union([z.boolean(), z.stringbool()]).optional(),
  namesGoal: z.union([z.boolean(), z.stringbool()]).optional(),
};

/** Why a level is what it is. */
export const because = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("area"), level }),
  z.object({ kind: z.literal("no_area"), level }),
  z.object({
    kind: z.literal("cost"),
    level,
    over: z.number(),
    currency: z.string(),
    /** The cost is in another currency and cannot be compared. */ otherCurrency: z.boolean(),
  }),
  z.object({ kind: z.literal("one_way"), level }),
  z.object({
    kind: z.literal("authority"),
    level,
    amount: z.number(),
    currency: z.string(),
    otherCurrency: z.boolean(),
  }),
]);
