import type { Level } from "../areas/rules.ts";
import type { Role, WhyNot } from "../people/rules.ts";
import { type Method, methodRules, methods, quorumNeeded, type Stance } from "./method-rules.ts";
import { processAt } from "./process-rules.ts";

/** Somebody who may speak in a round: at once, or as a lead when the others' voices are open. */
export type Elector = { member: string; part: "voice" | "lead" };

/** Who is there when a round begins. Only people who have joined. */
export type Present = {
  /** Everybody in the team. */
  team: readonly { member: string; role: Role }[];
  /** Who inside is affected. */
  affected: readonly string[];
  /** Whom guardrails name; they may stand outside the team. */
  asks: readonly string[];
  /** Whom whoever begins wishes to hear besides. */
  chosen: readonly string[];
};

/**
 * Who may speak in a round, fixed when it begins: by PRODUCT.md's table of levels, and whom guardrails name at every level.
 * Leads of the team come last wherever they speak; observers never speak. Whoever decides does not hear themselves, but where the
 * round itself decides they have a voice like anybody.
 * @param level at which it is decided
 * @param method how
 * @param decider whoever begins it: who decides, or looks after it at 4
 */
export function electorate(level: Level, method: Method, decider: string, present: Present): Elector[] {
  const { hears, leadsSpeak } = processAt(level);
  const roles = new Map(present.team.map(({ member, role }) => [member, role]));
  const ofRole = (role: Role) => present.team.filter((one) => one.role === role).map(({ member }) => member);
  const inside = (members: readonly string[]) => members.filter((member) => roles.has(member));
  const heard = new Set(present.asks);
  const hear = (members: readonly string[]) => {
    for (const member of members) heard.add(member);
  };
  if (hears === "team") hear(ofRole("member"));
  if (hears === "affected" || hears === "chosen") {
    // at 6 and 7 a lead has no part but where somebody wishes to hear them
    hear(inside(present.affected).filter((member) => leadsSpeak || roles.get(member) !== "lead"));
    hear(inside(present.chosen));
  }
  if (leadsSpeak) hear(ofRole("lead"));
  if (methodRules[method].binding) {
    if (hears !== "team") hear(inside([decider]));
  } else {
    heard.delete(decider);
  }
  return [...heard]
    .filter((member) => roles.get(member) !== "observer")
    .map((member) => ({ member, part: roles.get(member) === "lead" ? "lead" : "voice" }));
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A round lasts so long at least, and at most. */
export const shortestMs = 15 * minuteMs;
export const longestMs = 60 * dayMs;

/** Why a round may not end at a moment: people need time to speak, and nothing is decided by being forgotten. */
export function whyNotDue(due: Date, now: Date): WhyNot {
  const ahead = due.getTime() - now.getTime();
  if (ahead < shortestMs) return { code: "decisions.due_too_soon" };
  return ahead > longestMs ? { code: "decisions.due_too_late" } : null;
}

/**
 * Why a round may not begin as it is asked for.
 * @param exit what is done about an objection that stays; a method that raises objections needs one
 */
export function whyNotHeldSo(level: Level, { method, exit }: { method: Method; exit: string | null }): WhyNot {
  if (!processAt(level).methods.includes(method)) return { code: "decisions.method_not_here" };
  return raisesObjections(method) && exit === null ? { code: "decisions.exit_needed" } : null;
}

/** Whether somebody can object in a method, so that an exit is named beforehand. */
export function raisesObjections(method: Method): boolean {
  return Object.values(methodRules[method].raises).includes("objection");
}

/** Why a voice may not be given so. */
export function whyNotSaySo(method: Method, voice: { stance: Stance; reason: string }): WhyNot {
  const { stances, reasoned } = methodRules[method];
  if (!stances.includes(voice.stance)) return { code: "decisions.stance_not_here" };
  return reasoned.includes(voice.stance) && voice.reason === "" ? { code: "decisions.reason_needed" } : null;
}

/** The methods in which a voice may be given so. */
export function methodsTaking(voice: { stance: Stance; reason: string }): Method[] {
  return methods.filter((method) => whyNotSaySo(method, voice) === null);
}

/** The stances of a method that become a thing with a state, and which. */
export function raisingStances(method: Method): Stance[] {
  return Object.keys(methodRules[method].raises) as Stance[];
}

/** A sealed round as far as its time goes. */
export type SealedRound = {
  method: Method;
  quorum: number;
  begunAt: Date;
  dueAt: Date;
  extendedFrom: Date | null;
  remindedAt: Date | null;
  electors: number;
  spoken: number;
};

/** What is due about a sealed round: it opens, it gets more time, those who have not spoken are reminded; or nothing. */
export type RoundDue = { open: "all_spoke" | "deadline" } | { extendTo: Date } | "remind" | null;

/**
 * What is due about a sealed round at a moment. It opens when everybody spoke, or at the deadline, never earlier. A deadline that
 * comes without the quorum moves once, by as long as the round was to last, and then counts.
 */
export function dueAbout(round: SealedRound, now: Date): RoundDue {
  const { begunAt, dueAt, electors, spoken } = round;
  if (spoken >= electors) return { open: "all_spoke" };
  const length = dueAt.getTime() - begunAt.getTime();
  if (now >= dueAt) {
    const short = spoken < quorumNeeded(electors, round.quorum);
    if (!short || round.extendedFrom) return { open: "deadline" };
    // a house that was off meanwhile gives the whole time from now on
    const later = dueAt.getTime() + length;
    return { extendTo: new Date(later > now.getTime() ? later : now.getTime() + length) };
  }
  if (round.remindedAt === null && now.getTime() >= begunAt.getTime() + length / 2) return "remind";
  return null;
}
