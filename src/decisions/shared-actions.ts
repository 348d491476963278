import type { z } from "zod";
import type { Level } from "../areas/rules.ts";
import { dayIn } from "../foundation/clock.ts";
import { refuse } from "../foundation/refusal.ts";
import type { Actions, MemberContext, WorkspaceContext } from "../foundation/run.ts";
import { giveNotice } from "../notices/notice-actions.ts";
import type { decisions } from "./contract.ts";
import { type DecidingStand, type DecidingState, levelWith, type Phase } from "./deciding-rules.ts";
import * as store from "./deciding-store.ts";
import { methodRules, type Verdict } from "./method-rules.ts";
import { standingObjections } from "./objection-store.ts";
import { processAt } from "./process-rules.ts";
import * as roundStore from "./round-store.ts";
import type { ahead as aheadShape } from "./shared-contract.ts";
import { type Weighed, weigh } from "./weigh-actions.ts";

/** Some of the room's actions. */
export type DecisionActions<K extends keyof Actions<typeof decisions>> = Pick<Actions<typeof decisions>, K>;

type Ahead = z.output<typeof aheadShape>;

/** A decision with everything its rules look at. */
export type Deciding = {
  row: store.DecidingRow;
  weighed: Weighed;
  /** The level at which it is decided now, with what was handed over and what is on loan. */
  level: Level;
  state: DecidingState;
  stand: DecidingStand;
  /** The latest first. */
  rounds: roundStore.RoundRow[];
  loan: Awaited<ReturnType<typeof store.loanOn>>;
};

/** Whose a decision is at 5 to 7: theirs whom it was handed to, while they are in the team; otherwise its area's owner's. */
function ownersOf(row: Pick<store.DecidingRow, "handedTo">, weighed: Weighed): string[] {
  const handedTo = weighed.people.find(({ id, role }) => id === row.handedTo && role !== "observer");
  return handedTo ? [handedTo.id] : weighed.owners;
}

/** What a team's people and an area's owners are to a decision, for any one of them. */
export function standOf(
  row: Pick<store.DecidingRow, "proposedBy" | "holder" | "handedTo" | "area">,
  weighed: Weighed,
  loan: { by: string } | null,
  member: string,
): DecidingStand {
  const role = weighed.people.find(({ id }) => id === member)?.role ?? null;
  const owners = ownersOf(row, weighed);
  const steppedIn = loan?.by === member && role === "lead";
  return {
    role,
    proposed: row.proposedBy === member,
    holds: row.holder === member || steppedIn,
    owns: owners.includes(member),
    owned: owners.length > 0,
    inArea: row.area !== null,
    steppedIn,
  };
}

/** Where a decision stands, from its row, its rounds (the latest first) and its objections. */
export function stateOf(
  row: Pick<store.DecidingRow, "phase" | "shape" | "holder" | "heard" | "heardAt" | "handedAt" | "version">,
  level: Level,
  weighed: Weighed,
  rounds: readonly roundStore.RoundStanding[],
  standing: number,
  now: Date,
): DecidingState {
  const latest = rounds[0];
  return {
    phase: row.phase,
    shape: row.shape,
    level,
    taken: row.holder !== null,
    asks: weighed.asks.some(({ member }) => member !== row.holder),
    // a sum-up is of the voices that were open when it was written
    summedUp: row.heardAt !== null && (!latest?.openedAt || row.heardAt >= latest.openedAt),
    round: latest
      ? {
          method: latest.method,
          opened: latest.openedAt !== null,
          dropped: latest.droppedAt !== null,
          // what was heard before it was handed over was heard for another decider
          current:
            latest.version === row.version &&
            latest.droppedAt === null &&
            (row.handedAt === null || latest.begunAt >= row.handedAt),
          leadsToSpeak: isLeadsWindowOpen(latest, now),
          verdict: verdictOf(latest, standing),
          exit: latest.exit,
        }
      : null,
  };
}

/** What a round says, with so many objections that stand. A lead's voice counts like any other once it is given. */
export function verdictOf(round: roundStore.RoundStanding, standing: number): Verdict {
  const spokenLeads = round.leads.filter(({ spoke }) => spoke).length;
  return methodRules[round.method].verdict({
    tally: round.tally,
    spoken: round.spoken + spokenLeads,
    electors: round.electors + spokenLeads,
    quorum: round.quorum,
    standing,
  });
}

/** Whether a lead may still give the last voice in a round. */
export function isLeadsWindowOpen(
  round: Pick<roundStore.RoundStanding, "openedAt" | "leadsUntil" | "leads">,
  now: Date,
): boolean {
  return (
    round.openedAt !== null &&
    round.leadsUntil !== null &&
    now < round.leadsUntil &&
    round.leads.some(({ spoke }) => !spoke)
  );
}

/**
 * A decision that is made here and that I may read: as somebody of its team, or as somebody asked for a voice in it.
 * @param how `change` holds it until this transaction ends, and is refused where the team is closed
 */
export async function decidingForMe(
  context: MemberContext,
  decision: string,
  how: { change?: boolean } = {},
): Promise<Deciding> {
  const { db, workspace, me } = context;
  if (how.change) await store.holdDeciding(db, workspace, decision);
  const row = await store.decidingById(db, workspace, decision);
  if (!row) throw refuse("decisions.no_such_decision");
  const deciding = await decidingOf(context, row, me.id);
  if (deciding.stand.role === null && !(await roundStore.isElector(db, workspace, decision, me.id))) {
    throw refuse("decisions.not_in_team");
  }
  // what a closed team was deciding stays as it is, to be read
  if (how.change && row.teamClosed) throw refuse("people.team_closed");
  return deciding;
}

/** Everything of a decision that its rules look at, for one member, or for the clock. */
export async function decidingOf(
  context: Pick<WorkspaceContext, "db" | "workspace" | "now">,
  row: store.DecidingRow,
  member: string | null,
): Promise<Deciding> {
  const { db, workspace, now } = context;
  const weighed = await weigh(context, row.team, row);
  const rounds = await roundStore.roundsOf(db, workspace, row.id, member);
  const loan = await store.loanOn(db, workspace, row.id, now);
  const standing = rounds.length > 0 ? await standingObjections(db, workspace, row.id) : 0;
  const level = levelOf(row, weighed, loan);
  return {
    row,
    weighed,
    level,
    state: stateOf(row, level, weighed, rounds, standing, now),
    stand: standOf(row, weighed, loan, member ?? ""),
    rounds,
    loan,
  };
}

/** The latest round that has opened: whoever has a voice in it contributed. */
export function latestOpened({ rounds }: Pick<Deciding, "rounds">): roundStore.RoundRow | undefined {
  return rounds.find(({ openedAt }) => openedAt !== null);
}

/**
 * The level at which something is decided: frozen, or weighed; with what was handed over, and what is on loan.
 * @param loan the step-in that bears on it; null for the level to which it goes back
 */
export function levelOf(
  row: Pick<store.DecidingRow, "level" | "handedLevel">,
  weighed: Weighed,
  loan: { level: number } | null,
): Level {
  return levelWith(row.level ?? weighed.effective.level, row.handedLevel, loan?.level ?? null);
}

/** Who decides here, and who may take it up, by id. */
export function decidersAt(
  level: Level,
  row: Pick<store.DecidingRow, "proposedBy" | "holder" | "handedTo">,
  weighed: Weighed,
): { deciders: string[]; takers: string[] } {
  const leads = weighed.people.filter(({ role }) => role === "lead").map(({ id }) => id);
  const owners = ownersOf(row, weighed);
  const { decides, takesUp } = processAt(level);
  const keepers = owners.length > 0 ? owners : [row.holder ?? row.proposedBy];
  return {
    deciders: { lead: leads, owner: owners, round: [] }[decides],
    takers: { lead: leads, owner: owners, keeper: keepers }[takesUp],
  };
}

/** How it goes from here, as it is shown before it opens and frozen when it does. */
export async function aheadOf(
  context: Pick<WorkspaceContext, "db" | "workspace">,
  row: Pick<store.DecidingRow, "proposedBy" | "holder" | "handedTo" | "handedBy" | "handedLevel" | "level" | "because">,
  weighed: Weighed,
  loan: Deciding["loan"],
): Promise<Ahead> {
  const level = levelOf(row, weighed, loan);
  const { deciders, takers } = decidersAt(level, row, weighed);
  const ids = [...deciders, ...takers, row.handedTo, row.handedBy].filter((id) => id !== null);
  const names = await store.namesOf(context.db, context.workspace, ids);
  const person = (member: string) => ({ member, name: names.get(member) ?? "", expected: false });
  const { takesUp: _, ...process } = processAt(level);
  const { effective, asks } = weighed;
  const others = asks.filter(({ member }) => member !== row.holder);
  return {
    ...process,
    methods: [...process.methods],
    round: process.round || others.length > 0,
    level,
    because: row.because ?? effective.because,
    frozen: row.level !== null,
    handed:
      row.handedLevel === null
        ? null
        : {
            by: names.get(row.handedBy!) ?? "",
            to: row.handedTo ? (names.get(row.handedTo) ?? null) : null,
            level: row.handedLevel,
          },
    loan: loan && {
      stepIn: loan.id,
      by: loan.byName,
      level: loan.level,
      until: loan.until,
      back: levelOf(row, weighed, null),
    },
    deciders: deciders.map(person),
    takers: takers.map(person),
    asks: others.map(({ member, name }) => ({ member, name, expected: false })),
    mustNameGoal: effective.mustNameGoal,
    acknowledge: effective.acknowledge,
    depends: effective.depends,
  };
}

/** The sentence code of what must be known before a decision opens or is taken, or null. */
export function missingFact(weighed: Weighed, acknowledged: boolean): string | null {
  const { depends, mustNameGoal, acknowledge } = weighed.effective;
  if (depends.includes("cost")) return "decisions.cost_needed";
  if (depends.includes("reversible")) return "decisions.door_needed";
  if (mustNameGoal) return "decisions.goal_needed";
  return acknowledge.length > 0 && !acknowledged ? "decisions.read_them_first" : null;
}

/** Where a decision's page is. */
export const pathOf = (row: { id: string; team: string }) => `/t/${row.team}/decisions/${row.id}`;

/**
 * Moves a decision to its next phase: on its own row, in the log and in its history, with an event and no words in it.
 * @param by who moves it, by name; null for the clock
 */
export async function moveOn(
  context: WorkspaceContext,
  row: store.DecidingRow,
  to: {
    phase: Phase;
    deciding?: Parameters<typeof store.changeDeciding>[3];
    logged?: Parameters<typeof store.changeLogged>[3];
    by: string | null;
    today: string;
    note?: string;
  },
): Promise<void> {
  const { db, workspace, now } = context;
  await store.changeDeciding(db, workspace, row.id, { ...to.deciding, phase: to.phase, phase_since: now });
  await store.changeLogged(db, workspace, row.id, { ...to.logged, status: to.phase, changed_at: now });
  await store.addStep(db, {
    workspace,
    decision: row.id,
    on: to.today,
    from: row.phase,
    to: to.phase,
    by: to.by,
    note: to.note ?? "",
  });
  await context.record({ kind: `decisions.${to.phase}`, subject: row.id, team: row.team, data: { from: row.phase } });
  context.tell("decisions");
}

/** Today where nobody in particular is: what the clock writes into a history. */
export const dayOfClock = (now: Date) => dayIn(now, "UTC");

/** Tells people of something about a decision. Nobody's stance or words travel with it. */
export async function tellOfDecision(
  context: WorkspaceContext,
  row: Pick<store.DecidingRow, "id" | "team" | "title">,
  notice: {
    kind: string;
    to: readonly string[];
    actor: string | null;
    subject?: string;
    params?: Record<string, string | number>;
    needsYes?: boolean;
    once?: string;
    /** People who were asked for a voice from outside the team are told too. */
    beyondTeam?: boolean;
  },
): Promise<void> {
  await giveNotice(context, {
    to: notice.to,
    kind: `decisions.${notice.kind}`,
    team: row.team,
    subject: notice.subject ?? row.id,
    params: { decision_title: row.title, ...notice.params },
    path: pathOf(row),
    actor: notice.actor,
    ...(notice.needsYes ? { needsYes: true } : {}),
    ...(notice.once ? { once: notice.once } : {}),
    ...(notice.beyondTeam ? { beyondTeam: true } : {}),
  });
}
