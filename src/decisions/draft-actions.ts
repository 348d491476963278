import type { z } from "zod";
import { goalsOfTeam } from "../direction/goal-store.ts";
import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import { insist, teamForMe } from "../people/shared-actions.ts";
import { whyNotChange, whyNotTakePart, whyNotTakeUp } from "./deciding-rules.ts";
import { addStep, affectedBy, changeDeciding, changeLogged, type DecidingRow } from "./deciding-store.ts";
import * as store from "./draft-store.ts";
import { setGoalServed } from "./goal-store.ts";
import {
  type Deciding,
  type DecisionActions,
  decidersAt,
  decidingForMe,
  levelOf,
  tellOfDecision,
} from "./shared-actions.ts";
import type { draftFields } from "./shared-contract.ts";
import { type Weighed, weigh } from "./weigh-actions.ts";

/** What is written of a decision while it is shaped. */
export type Draft = { [K in keyof typeof draftFields]: z.output<(typeof draftFields)[K]> };

/** The stand of somebody who would propose this. */
export const asProposer = (member: string, area: string | null, holder: string | null = null) => ({
  proposedBy: member,
  holder,
  handedTo: null,
  handedBy: null,
  handedLevel: null,
  level: null,
  because: null,
  area,
});

/** Refuses an area that is not open in the team, and a goal that is not open in it. */
export async function insistOnPlace(
  context: MemberContext,
  team: string,
  draft: Partial<Pick<Draft, "area" | "goal">>,
  weighed: Weighed,
): Promise<void> {
  if (draft.area && !weighed.area) throw refuse("decisions.no_such_area");
  if (!draft.goal) return;
  const goals = await goalsOfTeam(context.db, context.workspace, team);
  if (!goals.some(({ goal }) => goal === draft.goal)) throw refuse("decisions.no_such_goal");
}

/**
 * Refuses what a draft may not say.
 * @param said what is new in it: what stood there before is not looked at again
 * @param whole the draft as it would be
 */
async function insistOnDraft(
  context: MemberContext,
  team: string,
  said: Partial<Draft>,
  whole: Pick<Draft, "shape" | "stopRule" | "endsOn">,
  weighed: Weighed,
): Promise<void> {
  await insistOnPlace(context, team, said, weighed);
  const here = new Set(weighed.people.map(({ id }) => id));
  if (said.affected?.some((member) => !here.has(member))) throw refuse("decisions.not_in_the_team");
  for (const on of [said.decideBy, said.endsOn]) {
    if (on && on < context.today) throw refuse("decisions.day_is_past");
  }
  if (whole.shape === "experiment" && (whole.stopRule === "" || whole.endsOn === null)) {
    throw refuse("decisions.experiment_needs");
  }
}

/** Asks those who may take a decision up to do so. */
async function askToTakeUp(
  context: MemberContext,
  row: Pick<DecidingRow, "id" | "team" | "title">,
  takers: readonly string[],
): Promise<void> {
  await tellOfDecision(context, row, { kind: "proposed", to: takers, actor: context.me.id, needsYes: true });
}

/**
 * Writes a decision that is proposed in a team. It is mine at once where I may take it up; whoever may is asked otherwise.
 * @param adapts the decision that this one adapts
 * @returns the decision, what the team calls it, and whether it is mine
 */
export async function proposeDecision(
  context: MemberContext,
  team: string,
  draft: Draft,
  adapts: string | null = null,
): Promise<{ decision: string; ref: string; taken: boolean }> {
  const { db, workspace, me, now, today } = context;
  // held, so that its next key is nobody else's and who is in it stays
  const { standing } = await teamForMe(context, team, { change: true, open: true });
  insist(whyNotTakePart(standing.role));
  const weighed = await weigh(context, team, draft);
  await insistOnDraft(context, team, draft, draft, weighed);
  const { takers } = decidersAt(weighed.effective.level, asProposer(me.id, draft.area), weighed);
  const taken = takers.includes(me.id);
  const id = context.id();
  const ref = await store.nextRef(db, workspace, team);
  const experiment = draft.shape === "experiment";
  await store.addDecision(db, {
    workspace,
    id,
    team,
    at: now,
    today,
    by: me,
    logged: {
      ref,
      title: draft.title,
      kind: experiment ? "experiment" : null,
      context: draft.context || null,
      status: "shaping",
    },
    made: {
      shape: draft.shape,
      phase: "shaping",
      holder_id: taken ? me.id : null,
      taken_up_at: taken ? now : null,
      ...madeOf(draft),
      adapts,
    },
  });
  await addStep(db, { workspace, decision: id, on: today, from: null, to: "shaping", by: me.name, note: "" });
  if (draft.goal) await setGoalServed(db, { workspace, decision: id, goal: draft.goal, at: now, by: me.id });
  if (draft.affected.length > 0) await store.setAffected(db, workspace, id, draft.affected);
  await context.record({ kind: "decisions.proposed", subject: id, team, data: { ref, shape: draft.shape } });
  if (!taken) await askToTakeUp(context, { id, team, title: draft.title }, takers);
  context.tell("decisions");
  return { decision: id, ref, taken };
}

/** The part of a draft that stands with how a decision is made. */
const madeOf = (draft: Draft) => ({
  area_id: draft.area,
  proposal: draft.proposal,
  options: draft.options,
  cost: draft.cost?.amount ?? null,
  currency: draft.cost?.currency ?? null,
  reversible: draft.reversible,
  decide_by: draft.decideBy,
  outside: draft.outside,
  stop_rule: draft.stopRule,
  ends_on: draft.endsOn,
  expected: draft.expected,
});

/** A decision's draft as it reads now. */
const draftOf = (row: DecidingRow, affected: readonly string[]): Draft => ({
  title: row.title,
  context: row.context,
  proposal: row.proposal,
  options: row.options,
  area: row.area,
  cost: row.cost,
  reversible: row.reversible,
  decideBy: row.decideBy,
  goal: row.goal,
  affected: [...affected],
  outside: row.outside,
  expected: row.expected,
  shape: row.shape === "experiment" ? "experiment" : "decision",
  stopRule: row.stopRule,
  endsOn: row.endsOn,
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What of a change is other than before. */
function newIn(before: Draft, change: Partial<Draft>): Partial<Draft> {
  const sorted = (members: readonly string[]) => [...new Set(members)].sort();
  return Object.fromEntries(
    Object.entries(change).filter(([field, value]) => {
      if (value === undefined) return false;
      if (field === "affected") return !same(sorted(value as string[]), sorted(before.affected));
      return !same(value, before[field as keyof Draft]);
    }),
  );
}

/**
 * Who holds a decision after its facts changed: whoever did, while they may; else whoever changed it, where that is theirs to
 * take up; else nobody, and those who may are asked. A step-in moves nobody: what is lent comes back.
 */
async function holderAfter(
  context: MemberContext,
  { row }: Deciding,
  draft: Draft,
  weighed: Weighed,
): Promise<string | null> {
  const level = levelOf(row, weighed, null);
  const { takers } = decidersAt(level, row, weighed);
  if (row.holder && takers.includes(row.holder)) return row.holder;
  await settleNotices(context, row.id, ["decisions.proposed"]);
  if (takers.includes(context.me.id)) return context.me.id;
  await askToTakeUp(context, { ...row, title: draft.title }, takers);
  return null;
}

/** A proposal's new words: in the version that stands while nobody was asked about it, else in one of their own. */
async function versionWith(context: MemberContext, row: DecidingRow, proposal: string): Promise<number> {
  const { db, workspace, me, now } = context;
  const one = { workspace, decision: row.id, at: now, by: me.id, proposal };
  if (await store.rewriteVersion(db, { ...one, n: row.version })) return row.version;
  await store.addVersion(db, { ...one, n: row.version + 1 });
  return row.version + 1;
}

/** A decision is proposed, changed while it is shaped, and taken up. */
export const draftActions: DecisionActions<"propose" | "change" | "takeUp"> = {
  async propose(context, { workspace: _, team, ...draft }) {
    return proposeDecision(context, team, draft);
  },

  async change(context, { decision, n, draft: change }) {
    const { db, workspace, me, now } = context;
    const deciding = await decidingForMe(context, decision, { change: true });
    const { row, state, stand } = deciding;
    insist(whyNotChange(state, stand));
    if (row.n !== n) throw refuse("decisions.changed_meanwhile");
    const affected = (await affectedBy(db, workspace, decision)).map(({ member }) => member);
    const before = draftOf(row, affected);
    const said = newIn(before, change as Partial<Draft>);
    if (Object.keys(said).length === 0) return { n };
    const draft = { ...before, ...said };
    const weighed = await weigh(context, row.team, draft);
    // somebody who has left since stays affected; whoever is named now is in the team
    const added = said.affected && { affected: said.affected.filter((member) => !affected.includes(member)) };
    await insistOnDraft(context, row.team, { ...said, ...added }, draft, weighed);
    const holder = await holderAfter(context, deciding, draft, weighed);
    const version = said.proposal === undefined ? row.version : await versionWith(context, row, draft.proposal);
    await changeDeciding(db, workspace, decision, {
      ...madeOf(draft),
      shape: draft.shape,
      version,
      ...(holder === row.holder ? {} : { holder_id: holder, taken_up_at: holder && now }),
      // what another area's guardrails say was not read yet
      ...(said.area === undefined ? {} : { acknowledged_at: null }),
    });
    await changeLogged(db, workspace, decision, {
      title: draft.title,
      context: draft.context || null,
      kind: draft.shape === "experiment" ? "experiment" : null,
      changed_at: now,
    });
    if (said.goal !== undefined) {
      await setGoalServed(db, { workspace, decision, goal: draft.goal, at: now, by: me.id });
    }
    if (said.affected) await store.setAffected(db, workspace, decision, said.affected);
    await context.record({
      kind: "decisions.changed",
      subject: decision,
      team: row.team,
      data: { fields: Object.keys(said).sort() },
    });
    context.tell("decisions");
    return { n: row.n + 1 };
  },

  async takeUp(context, { decision }) {
    const { db, workspace, me, now } = context;
    const { row, state, stand } = await decidingForMe(context, decision, { change: true });
    insist(whyNotTakeUp(state, stand));
    await changeDeciding(db, workspace, decision, { holder_id: me.id, taken_up_at: now });
    await settleNotices(context, decision, ["decisions.proposed"]);
    await context.record({ kind: "decisions.taken_up", subject: decision, team: row.team });
    context.tell("decisions");
    return {};
  },
};
