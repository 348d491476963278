import { z } from "zod";
import { amount, because, currency, day, level, person } from "../areas/shared-contract.ts";
import { moment } from "../foundation/contract.ts";
import { phases, remarkKinds, shapes } from "./deciding-rules.ts";
import { exits, methods, stances } from "./method-rules.ts";

export const workspace = z.uuid();
export const team = z.uuid();
export const decision = z.uuid();
export const round = z.uuid();
export const done = z.object({});
/** Why a button is quiet: a sentence, or null where it may be pressed. */
export const whyNot = z.string().nullable();
export const phase = z.enum(phases);
export const shape = z.enum(shapes);
export const method = z.enum(methods);
export const stance = z.enum(stances);
export const exit = z.enum(exits);
export const remarkKind = z.enum(remarkKinds);
/** lead · owner · round, and who that is where it is somebody. */
export const decides = z.enum(["lead", "round", "owner"]);
/** Where somebody stands in the team, beside their name. */
export const voicing = z.object({ member: z.uuid(), name: z.string(), lead: z.boolean() });

export const text = (most: number) => z.string().trim().max(most);
export const money = z.object({ amount, currency });

/** What is written of a decision while it is shaped. */
export const draftFields = {
  /** What is to be decided, as the team will find it again. */
  title: text(200).min(1),
  /** Why now, and what one has to know. */
  context: text(4_000),
  proposal: text(6_000),
  /** What else could be done. */
  options: z.array(text(400).min(1)).max(12),
  area: z.uuid().nullable(),
  cost: money.nullable(),
  /** A two-way door: it can be undone. Null: not known yet. */
  reversible: z.boolean().nullable(),
  decideBy: day.nullable(),
  goal: z.uuid().nullable(),
  /** Who inside is affected. */
  affected: z.array(z.uuid()).max(200),
  /** Who outside the team is affected, in words. */
  outside: text(1_000),
  /** What we expect of it. */
  expected: text(2_000),
  shape: z.enum(["decision", "experiment"]),
  /** When an experiment is stopped early. */
  stopRule: text(600),
  /** The day an experiment ends. */
  endsOn: day.nullable(),
};

/** At which level something is decided and what goes with it: shown before it opens, frozen when it does. */
export const ahead = z.object({
  level,
  because: z.array(because),
  /** True once the level can change no more. */
  frozen: z.boolean(),
  /** A lead handed it over, or stepped in on it. */
  handed: z.object({ by: z.string(), to: z.string().nullable(), level }).nullable(),
  loan: z.object({ stepIn: z.uuid(), by: z.string(), level, until: moment, back: level }).nullable(),
  decides,
  /** Whoever decides, by name: the leads, the owner; empty at level 4 and where nobody holds the area. */
  deciders: z.array(person),
  /** Who may take it up. */
  takers: z.array(person),
  round: z.boolean(),
  hears: z.enum(["none", "team", "affected", "chosen"]),
  leadsSpeak: z.boolean(),
  methods: z.array(method),
  sumUp: z.boolean(),
  reasons: z.boolean(),
  effectLater: z.boolean(),
  tells: z.enum(["team_after", "team_before", "team", "leads_opening", "leads_after", "nobody"]),
  /** Whom guardrails name to be asked first. */
  asks: z.array(person),
  mustNameGoal: z.boolean(),
  /** Sentences to acknowledge when it opens. */
  acknowledge: z.array(z.string()),
  /** What must be known before it opens. */
  depends: z.array(z.enum(["cost", "reversible"])),
});

/** A round as everybody sees it: while it is sealed, only how many spoke. */
export const roundShown = z.object({
  id: round,
  n: z.number().int(),
  version: z.number().int(),
  method,
  stances: z.array(stance),
  /** Stances that need a reason. */
  reasoned: z.array(stance),
  binding: z.boolean(),
  quorum: z.number().int(),
  quorumNeeded: z.number().int(),
  exit: exit.nullable(),
  exitNote: z.string(),
  begunAt: moment,
  dueAt: moment,
  /** The deadline before it moved, for want of a quorum. */
  extendedFrom: moment.nullable(),
  openedAt: moment.nullable(),
  openedBecause: z.enum(["all_spoke", "deadline"]).nullable(),
  droppedAt: moment.nullable(),
  /** How many may speak before it opens, and how many did. Never who. */
  electors: z.number().int(),
  spoken: z.number().int(),
  /** Leads whose voice comes last, until when, and whether all of them spoke. Null where no lead has a voice in it. */
  leads: z.object({ people: z.array(person), until: moment.nullable(), open: z.boolean() }).nullable(),
  /** My own voice, and whether I may give or change it now. */
  mine: z.object({ stance, reason: z.string(), at: moment }).nullable(),
  whyNotSpeak: whyNot,
  /** Once it is open: how many took each stance, and what that says. Null while it is sealed. */
  result: z
    .object({
      tally: z.partialRecord(stance, z.number().int()),
      standing: z.number().int(),
      verdict: z.enum(["carried", "not_carried", "open"]),
    })
    .nullable(),
});

export const remark = z.object({
  id: z.uuid(),
  at: moment,
  by: voicing,
  kind: remarkKind,
  words: z.string(),
  answers: z.uuid().nullable(),
  mine: z.boolean(),
});

export const objection = z.object({
  id: z.uuid(),
  round: z.number().int(),
  kind: z.enum(["objection", "concern"]),
  by: voicing,
  words: z.string(),
  raisedAt: moment,
  state: z.enum(["raised", "integrated", "withdrawn", "overruled"]),
  endedAt: moment.nullable(),
  endedBy: z.string().nullable(),
  endedVersion: z.number().int().nullable(),
  why: z.string().nullable(),
  mine: z.boolean(),
  whyNotWithdraw: whyNot,
  whyNotOverrule: whyNot,
});

export const credit = z.object({ member: z.uuid(), part: z.enum(["did", "decided", "helped"]) });
