import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { giveNotice, settleNotices } from "../notices/notice-actions.ts";
import { insist, teamForMe, whySentence } from "../people/shared-actions.ts";
import { peopleIn } from "../people/team-store.ts";
import {
  type Above,
  chainFrom,
  goalState,
  isOverdue,
  type LineAbove,
  measureWords,
  sameMeasure,
  servesNow,
  whyNotMeasure,
  whyNotRead,
  whyNotReopen,
  whyNotServe,
  whyNotTouch,
} from "./goal-rules.ts";
import * as store from "./goal-store.ts";
import * as history from "./history-store.ts";
import { linesSeenFrom } from "./intent-store.ts";
import { whyNotOwn, whyNotTakePart } from "./rules.ts";
import { type DirectionActions, readableTeam, whyNotOpen, withASay } from "./team-actions.ts";

type Serves = { kind: "line"; line: string } | { kind: "goal"; goal: string } | { kind: "nothing" };

/** All that the goals of a team can serve. */
async function aboveOf(context: MemberContext, team: string): Promise<Above> {
  const { db, workspace } = context;
  const lines = await linesSeenFrom(db, workspace, [team]);
  const goals = await store.goalsSeenFrom(db, workspace, [team]);
  return {
    lines: new Map(lines.map((line) => [line.line, line])),
    goals: new Map(goals.map((goal) => [goal.goal, goal])),
  };
}

const lineOf = ({ line, part, words, team, teamName }: LineAbove) => ({
  line,
  part,
  words,
  team,
  teamName,
});

function shown(row: store.GoalRow, above: Above, today: string) {
  const served = servesNow(row, above);
  return {
    id: row.id,
    team: row.team,
    outcome: row.outcome,
    measure: row.measure,
    owner: { member: row.owner, name: row.ownerName },
    due: row.due,
    state: goalState(row.ended),
    serves:
      served?.kind === "line"
        ? { kind: "line" as const, line: lineOf(served.line) }
        : served && { kind: "goal" as const, goal: served.goal.goal, outcome: served.goal.outcome },
    confidence: row.confidence,
    value: row.value,
    readAt: row.readAt,
    overdue: isOverdue(row, today),
  };
}

/** A goal that I may read, and how I stand to its team; `change` holds the team, and so every goal in it. */
async function goalForMe(context: MemberContext, goal: string, how: { change?: boolean } = {}) {
  const { db, workspace } = context;
  const found = await store.goalById(db, workspace, goal);
  if (!found) throw refuse("direction.no_such_goal");
  const { standing } = await readableTeam(context, found.team, how);
  const row = how.change ? (await store.goalById(db, workspace, goal))! : found;
  return { row, standing };
}

/**
 * What a goal is to serve, checked: a line or an open goal that is there for it.
 * @param goal the goal that would serve it; null for a new one
 */
function servedOrRefuse(serves: Serves, above: Above, goal: string | null) {
  if (serves.kind === "line") {
    const line = above.lines.get(serves.line);
    if (!line) throw refuse("direction.no_such_line", {}, { serves: "direction.field.line_gone" });
    return { servesLine: line.line, servesGoal: null, words: line.words };
  }
  if (serves.kind === "nothing") return { servesLine: null, servesGoal: null, words: null };
  const servesGoal = new Map([...above.goals.values()].map((one) => [one.goal, one.servesGoal]));
  if (goal) insist(whyNotServe(goal, serves.goal, servesGoal));
  const parent = above.goals.get(serves.goal);
  if (!parent || parent.ended) throw refuse("direction.no_such_goal", {}, { serves: "direction.field.goal_gone" });
  return { servesLine: null, servesGoal: parent.goal, words: parent.outcome };
}

/** What it serves in words, as it was or is called; null for nothing. */
function servedWords(goal: { servesLine: string | null; servesGoal: string | null }, above: Above): string | null {
  if (goal.servesGoal) return above.goals.get(goal.servesGoal)?.outcome ?? null;
  return (goal.servesLine && above.lines.get(goal.servesLine)?.words) || null;
}

/** Insists that somebody can be handed a goal of this team. */
async function insistOnOwner(context: MemberContext, team: string, owner: string): Promise<void> {
  const people = await peopleIn(context.db, context.workspace, team);
  insist(whyNotOwn(people.find((person) => person.id === owner)?.role ?? null));
}

async function tellOwner(context: MemberContext, goal: { id: string; team: string; owner: string; outcome: string }) {
  await giveNotice(context, {
    to: [goal.owner],
    kind: "direction.goal_given",
    team: goal.team,
    subject: goal.id,
    params: { outcome: goal.outcome },
    path: `/t/${goal.team}/goals/${goal.id}`,
    actor: context.me.id,
  });
}

/** Goals: set, changed with their history, read by their owners, ended. */
export const goalActions: DirectionActions<
  "goals" | "goal" | "makeGoal" | "changeGoal" | "readGoal" | "endGoal" | "reopenGoal"
> = {
  async goals(context, { team, state }) {
    const { db, workspace, today } = context;
    const { row, standing } = await readableTeam(context, team);
    const above = await aboveOf(context, team);
    const rows = await store.goalsIn(db, workspace, team, state);
    const open = [...above.goals.values()].filter((goal) => !goal.ended);
    return {
      goals: rows.map((goal) => shown(goal, above, today)),
      orphans: open.filter((goal) => goal.team === team && !servesNow(goal, above)).length,
      whyNotMake: whySentence(context, whyNotTakePart(standing) ?? whyNotOpen(row)),
      owners: (await withASay(context, team)).map(({ id, name }) => ({ member: id, name })),
      lines: [...above.lines.values()].map(lineOf),
      parents: open.map(({ goal, outcome, teamName }) => ({ goal, outcome, teamName })),
    };
  },

  async goal(context, { goal }) {
    const { db, workspace, me, today } = context;
    const { row, standing } = await goalForMe(context, goal);
    const above = await aboveOf(context, row.team);
    const { chain, reachesTop } = chainFrom({ ...row, goal: row.id }, above);
    const mine = await store.teamsOf(db, workspace, me.id);
    const below = await store.goalsBelow(db, workspace, goal, me.id);
    return {
      ...shown(row, above, today),
      teamName: row.teamName,
      madeAt: row.madeAt,
      endedAt: row.endedAt,
      endedWhy: row.endedWhy,
      chain: chain.map((link) => ({ ...link, mine: mine.has(link.team) })),
      reachesTop,
      readings: await history.readingsOf(db, workspace, goal),
      steps: await history.stepsOf(db, workspace, goal),
      below: below.map(({ ended, ...one }) => ({ ...one, state: goalState(ended) })),
      whyNotRead: whySentence(context, whyNotRead(standing, me.id, row)),
      whyNotChange: whySentence(context, whyNotTouch(standing, me.id, row)),
      whyNotEnd: whySentence(context, whyNotTouch(standing, me.id, row)),
    };
  },

  async makeGoal(context, { team, outcome, measure, owner, due, serves }) {
    const { db, workspace, me, now } = context;
    const { standing } = await teamForMe(context, team, { change: true, open: true });
    insist(whyNotTakePart(standing));
    insist(whyNotMeasure(measure));
    await insistOnOwner(context, team, owner);
    const { servesLine, servesGoal } = servedOrRefuse(serves, await aboveOf(context, team), null);
    const goal = context.id();
    const row = { workspace, id: goal, team, outcome, measure, owner, due, servesLine, servesGoal, at: now, by: me.id };
    await store.addGoal(db, row);
    await context.record({ kind: "direction.goal_made", subject: goal, team });
    await tellOwner(context, row);
    context.tell("direction");
    return { goal };
  },

  async changeGoal(context, { goal, outcome, measure, owner, due, serves, why }) {
    const { db, workspace, me, now } = context;
    const { row, standing } = await goalForMe(context, goal, { change: true });
    insist(whyNotTouch(standing, me.id, row));
    const above = await aboveOf(context, row.team);
    const next = {
      outcome: outcome ?? row.outcome,
      measure: measure ?? row.measure,
      owner: owner ?? row.owner,
      due: due ?? row.due,
      servesLine: row.servesLine,
      servesGoal: row.servesGoal,
    };
    const steps: history.Step[] = [];
    const step = (what: history.StepKind, from: string | null, to: string | null) =>
      void steps.push({ what, from, to, why: why || null });
    if (next.outcome !== row.outcome) step("words", row.outcome, next.outcome);
    if (!sameMeasure(next.measure, row.measure)) {
      insist(whyNotMeasure(next.measure));
      step("words", measureWords(row.measure), measureWords(next.measure));
    }
    if (next.owner !== row.owner) {
      await insistOnOwner(context, row.team, next.owner);
      step("owner", row.owner, next.owner);
    }
    if (next.due !== row.due) {
      if (!why) throw refuse("direction.say_all_of_it", {}, { why: "field.needed" });
      step("moved", row.due, next.due);
    }
    if (serves && !isServed(serves, row)) {
      const { words, ...served } = servedOrRefuse(serves, above, goal);
      Object.assign(next, served);
      step("serves", servedWords(row, above), words);
    }
    if (steps.length === 0) return {};
    await store.changeGoal(db, workspace, goal, next);
    await history.addSteps(db, { workspace, goal, at: now, by: me.id, id: context.id }, steps);
    const what = [...new Set(steps.map((one) => one.what))];
    await context.record({ kind: "direction.goal_changed", subject: goal, team: row.team, data: { what } });
    if (next.owner !== row.owner) {
      await settleNotices(context, goal, ["direction.goal_given"]);
      await tellOwner(context, { id: goal, team: row.team, owner: next.owner, outcome: next.outcome });
    }
    context.tell("direction");
    return {};
  },

  async readGoal(context, { goal, confidence, value, note }) {
    const { db, workspace, me, now } = context;
    const { row, standing } = await goalForMe(context, goal, { change: true });
    insist(whyNotRead(standing, me.id, row));
    await history.addReading(db, {
      workspace,
      id: context.id(),
      goal,
      at: now,
      by: me.id,
      confidence,
      value: row.measure.kind === "number" ? value : null,
      note: note || null,
    });
    await context.record({ kind: "direction.goal_read", subject: goal, team: row.team });
    context.tell("direction");
    return {};
  },

  async endGoal(context, { goal, as, why }) {
    const { db, workspace, me, now } = context;
    const { row, standing } = await goalForMe(context, goal, { change: true });
    insist(whyNotTouch(standing, me.id, row));
    if (as === "dropped" && !why) throw refuse("direction.say_all_of_it", {}, { why: "field.needed" });
    await store.endGoal(db, workspace, goal, { as, at: now, by: me.id, why: why || null });
    const step = { what: as, from: null, to: null, why: why || null };
    await history.addSteps(db, { workspace, goal, at: now, by: me.id, id: context.id }, [step]);
    await context.record({ kind: "direction.goal_ended", subject: goal, team: row.team, data: { as } });
    await settleNotices(context, goal);
    const leads = (await withASay(context, row.team)).filter((person) => person.role === "lead");
    await giveNotice(context, {
      to: [...new Set([...leads.map(({ id }) => id), row.owner])],
      kind: "direction.goal_ended",
      team: row.team,
      subject: goal,
      params: { outcome: row.outcome, as },
      path: `/t/${row.team}/goals/${goal}`,
      actor: me.id,
    });
    context.tell("direction");
    return {};
  },

  async reopenGoal(context, { goal }) {
    const { db, workspace, me, now } = context;
    const { row, standing } = await goalForMe(context, goal, { change: true });
    insist(whyNotReopen(standing, me.id, row));
    await store.endGoal(db, workspace, goal, null);
    const step = { what: "reopened" as const, from: null, to: null, why: null };
    await history.addSteps(db, { workspace, goal, at: now, by: me.id, id: context.id }, [step]);
    await context.record({ kind: "direction.goal_reopened", subject: goal, team: row.team });
    await settleNotices(context, goal, ["direction.goal_ended"]);
    context.tell("direction");
    return {};
  },
};

/** Whether a goal names this as what it serves already, whether or not that still stands. */
function isServed(serves: Serves, row: store.GoalRow): boolean {
  if (serves.kind === "goal") return row.servesGoal === serves.goal;
  if (serves.kind === "line") return row.servesLine === serves.line;
  return !row.servesGoal && !row.servesLine;
}
