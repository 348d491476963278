import type { Role } from "../people/rules.ts";
import type { Guardrail, Money } from "./card-rules.ts";
import { type Level, levelWithoutArea } from "./rules.ts";
import { endOf, inForce, type Loan, levelOnLoan } from "./step-in-rules.ts";

/** A level as it is written: perhaps on trial until a moment, from which on it is the one before again. */
export type LevelWritten = { level: number; trialUntil: Date | null; levelBefore: number | null };

/** Whether a level is on trial at a moment. */
export function onTrial(written: LevelWritten, at: Date): boolean {
  return written.trialUntil !== null && at.getTime() < written.trialUntil.getTime();
}

/** The level in force at a moment: a trial that is over has gone back by itself. */
export function levelInForce(written: LevelWritten, at: Date): Level {
  const over = written.trialUntil !== null && !onTrial(written, at);
  return (over ? written.levelBefore! : written.level) as Level;
}

/** The level without trials: what is agreed for good. */
export function levelForGood(written: LevelWritten): Level {
  return (written.trialUntil === null ? written.level : written.levelBefore!) as Level;
}

/** As it is carried into the next row of the card: a trial that is over is forgotten. */
export function carriedOn(written: LevelWritten, at: Date): LevelWritten {
  if (onTrial(written, at)) return written;
  return { level: levelInForce(written, at), trialUntil: null, levelBefore: null };
}

/** A stretch of time at one level: agreed for good, on trial, or on loan because a lead stepped in. */
export type Stretch = { from: Date; level: Level; trial: boolean; loan: boolean };

/**
 * Each stretch of time at one level, the earliest first. A loan that lowers nothing, because the level came down below it, is none.
 * @param rows what was written, in order
 * @param loans step-ins, in order
 * @param now nothing later is told
 */
export function levelStretches(
  rows: readonly (LevelWritten & { at: Date })[],
  loans: readonly Loan[],
  now: Date,
): Stretch[] {
  const edges = [
    ...rows.flatMap(({ at, trialUntil }) => (trialUntil && trialUntil > at ? [trialUntil] : [])),
    ...loans.flatMap((loan) => [loan.at, endOf(loan)]),
  ];
  const moments = [
    ...rows.map((row) => ({ from: row.at, row })),
    ...edges.flatMap((from) => {
      const row = rows.findLast(({ at }) => at <= from);
      return row ? [{ from, row }] : [];
    }),
  ]
    .filter(({ from }) => from <= now)
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  const stretches: Stretch[] = [];
  for (const { from, row } of moments) {
    const agreed = levelInForce(row, from);
    const level = levelOnLoan(agreed, loans.find((one) => inForce(one, from)) ?? null, from);
    const loan = level < agreed;
    const next = { from, level, trial: !loan && onTrial(row, from), loan };
    const last = stretches.at(-1);
    if (last?.level === next.level && last.trial === next.trial && last.loan === next.loan) continue;
    stretches.push(next);
  }
  return stretches;
}

/** Areas that went ahead and that came back since they stood where they stood before. */
export function movesIn90Days(areas: readonly { level: number; levelBefore: number | null }[]): {
  ahead: number;
  back: number;
} {
  const moved = areas.filter(({ levelBefore }) => levelBefore !== null);
  return {
    ahead: moved.filter(({ level, levelBefore }) => level > levelBefore!).length,
    back: moved.filter(({ level, levelBefore }) => level < levelBefore!).length,
  };
}

/** What is about to be decided, as far as it is known. */
export type Facts = {
  cost?: number | undefined;
  currency?: string | undefined;
  reversible?: boolean | undefined;
  namesGoal?: boolean | undefined;
};
/** What bounds decisions in an area: its level in force, its guardrails, and the money in its authority. */
export type Bounds = { level: number; guardrails: readonly Guardrail[]; money: Money | null };

export type Because =
  | { kind: "area"; level: number }
  | { kind: "no_area"; level: number }
  | { kind: "cost"; level: number; over: number; currency: string; otherCurrency: boolean }
  | { kind: "one_way"; level: number }
  | { kind: "authority"; level: number; amount: number; currency: string; otherCurrency: boolean };

/** The level at which something is decided, and what goes with it. */
export type Effective = {
  level: Level;
  because: Because[];
  /** Whom guardrails name to be asked first. */
  ask: { members: string[]; teams: string[] };
  mustNameGoal: boolean;
  /** Sentences to acknowledge. */
  acknowledge: string[];
  /** What is not known and could bring the level down further. */
  depends: ("cost" | "reversible")[];
};

/** Beyond the money in the authority nobody decides alone. */
const levelBeyondAuthority = 4;

type Bound = { because: Because; of: "cost" | "reversible"; holds: boolean | undefined };

function boundsOf(bounds: Bounds, facts: Facts): Bound[] {
  const over = (amount: number, currency: string): { holds: boolean | undefined; otherCurrency: boolean } => {
    if (facts.cost === undefined) return { holds: undefined, otherCurrency: false };
    // nothing is nothing in every currency; anything else in another one cannot be compared and counts as over
    const otherCurrency = facts.cost > 0 && facts.currency !== undefined && facts.currency !== currency;
    return { holds: otherCurrency || facts.cost > amount, otherCurrency };
  };
  const found: Bound[] = [];
  for (const one of bounds.guardrails) {
    if (one.kind === "cost") {
      const { holds, otherCurrency } = over(one.over, one.currency);
      const { level, currency } = one;
      found.push({ because: { kind: "cost", level, over: one.over, currency, otherCurrency }, of: "cost", holds });
    }
    if (one.kind === "one_way") {
      const holds = facts.reversible === undefined ? undefined : !facts.reversible;
      found.push({ because: { kind: "one_way", level: one.level }, of: "reversible", holds });
    }
  }
  if (bounds.money) {
    const { amount, currency } = bounds.money;
    const { holds, otherCurrency } = over(amount, currency);
    const because = { kind: "authority", level: levelBeyondAuthority, amount, currency, otherCurrency } as const;
    found.push({ because, of: "cost", holds });
  }
  return found;
}

/**
 * The level at which something is decided in an area. It is the area's level, or the lowest that a guardrail or the authority
 * brings it down to; never higher, and in whatever order the guardrails stand.
 * @param bounds the area's level in force, guardrails and money; null where there is no area
 * @param facts what is about to be decided, as far as it is known
 */
export function effectiveLevel(bounds: Bounds | null, facts: Facts): Effective {
  if (!bounds) {
    const because: Because[] = [{ kind: "no_area", level: levelWithoutArea }];
    const ask = { members: [], teams: [] };
    return { level: levelWithoutArea, because, ask, mustNameGoal: false, acknowledge: [], depends: [] };
  }
  const all = boundsOf(bounds, facts);
  const holding = all.filter(({ holds }) => holds).map(({ because }) => because);
  const level = Math.min(bounds.level, ...holding.map((because) => because.level)) as Level;
  const down = holding.filter((because) => because.level === level && level < bounds.level);
  const open = all.filter(({ holds, because }) => holds === undefined && because.level < level);
  const asks = bounds.guardrails.filter((one) => one.kind === "ask");
  const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort();
  return {
    level,
    because:
      down.length > 0
        ? down.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
        : [{ kind: "area", level: bounds.level }],
    ask: {
      members: inOrder(asks.flatMap(({ members }) => members)),
      teams: inOrder(asks.flatMap(({ team }) => team ?? [])),
    },
    mustNameGoal: !facts.namesGoal && bounds.guardrails.some(({ kind }) => kind === "goal"),
    acknowledge: bounds.guardrails.flatMap((one) => (one.kind === "text" ? one.words : [])),
    depends: (["cost", "reversible"] as const).filter((fact) => open.some(({ of }) => of === fact)),
  };
}

export type MayI = "yes" | "yes_after" | "together" | "lead_after" | "lead" | "owner" | "deputy" | "nobody";
/** Whom the level itself says to hear first: the team, those whom it touches, the leads. */
export type Heard = "team" | "affected" | "leads";

/**
 * May somebody decide this? By the level at which it is decided and what they are.
 * @param level at which it is decided
 * @param asker their role, and their part in the area
 * @param held whether somebody holds the area
 * @param guarded whether guardrails name people to be asked first
 * @returns the answer, whom the level says to hear first, and whether those whom guardrails name are asked by whoever asks this
 */
export function mayI(
  level: Level,
  asker: { role: Role; part: "owner" | "deputy" | "learning" | null },
  held: boolean,
  guarded: boolean,
): { answer: MayI; hear: Heard[]; asks: boolean } {
  const yes = (hear: Heard[]) =>
    ({ answer: guarded || hear.length > 0 ? "yes_after" : "yes", hear, asks: true }) as const;
  const leads = asker.role === "lead";
  if (level <= 2) return leads ? yes([]) : { answer: "lead", hear: [], asks: false };
  if (level === 3) return leads ? yes(["team"]) : { answer: "lead_after", hear: [], asks: true };
  if (level === 4) return { answer: "together", hear: [], asks: true };
  if (!held) return { answer: "nobody", hear: [], asks: false };
  if (asker.part === "owner") return yes(level === 5 ? ["affected", "leads"] : []);
  if (asker.part === "deputy") return { answer: "deputy", hear: level === 5 ? ["affected", "leads"] : [], asks: true };
  return { answer: "owner", hear: [], asks: false };
}
