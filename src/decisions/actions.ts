import { goalsOfTeam } from "../direction/goal-store.ts";
import { refuse } from "../foundation/refusal.ts";
import type { Actions, MemberContext } from "../foundation/run.ts";
import { insist, whySentence } from "../people/shared-actions.ts";
import { standingIn, teamById } from "../people/team-store.ts";
import type { decisions } from "./contract.ts";
import { decidingActions } from "./deciding-actions.ts";
import { decisionsServing, goalServedBy, setGoalServed, teamOfGoal } from "./goal-store.ts";
import * as store from "./log-store.ts";
import { outcomeActions } from "./outcome-actions.ts";
import { roundActions } from "./round-actions.ts";
import { isElector } from "./round-store.ts";
import { daysBetween, whyNotRead, whyNotServe } from "./rules.ts";
import { searchTerms } from "./search-rules.ts";

/** A team whose log I may read. */
async function readableTeam(context: MemberContext, team: string) {
  const { db, workspace, me } = context;
  const row = await teamById(db, workspace, team);
  if (!row) throw refuse("people.no_such_team");
  insist(whyNotRead(await standingIn(db, workspace, team, me.id)));
  return row;
}

const orNone = <T extends string>(choice: T | "none" | undefined) => {
  return choice === "none" ? null : (choice as Exclude<T, "none"> | undefined);
};

/** A decision with how I stand to its team; refused where I may not read it: not in its team, and asked for no voice in it. */
async function decisionForMe(context: MemberContext, decision: string) {
  const { db, workspace, me } = context;
  const found = await store.decisionById(db, workspace, decision);
  if (!found) throw refuse("decisions.no_such_decision");
  const standing = await standingIn(db, workspace, found.row.team_id, me.id);
  const whyNot = whyNotRead(standing);
  if (whyNot && !(await isElector(db, workspace, decision, me.id))) insist(whyNot);
  return { ...found, standing };
}

/** The actions of `decisions`. */
export const decisionActions: Actions<typeof decisions> = {
  ...decidingActions,
  ...roundActions,
  ...outcomeActions,
  async list(context, input) {
    const { db, workspace, now, today } = context;
    await readableTeam(context, input.team);
    const asOf = input.asOf ?? today;
    const filter = {
      asOf,
      current: asOf >= today,
      now,
      terms: searchTerms(input.search ?? ""),
      year: input.year,
      decidedBy: orNone(input.decidedBy),
      outcome: orNone(input.outcome),
      kind: input.kind,
      topic: input.topic,
      selfDecided: input.selfDecided,
      reversed: input.reversed,
      area: input.area,
      level: input.level,
      method: input.method,
      phase: input.phase,
      goal: input.goal,
    };
    const order = { by: input.sort, descending: input.descending };
    const { offset, limit } = input;
    const page = await store.logPage(db, workspace, input.team, filter, order, { offset, limit });
    return {
      asOf,
      total: page.total,
      onRecord: page.onRecord,
      decisions: page.rows.map((row) => ({
        id: row.id,
        ref: row.ref,
        title: row.title,
        kind: row.kind,
        topics: row.topics,
        status: row.status,
        openedOn: row.opened_on,
        decidedOn: row.decided_on,
        days: row.days,
        outcome: row.outcome,
        decidedBy: row.decided_by,
        decider: row.decider,
        selfDecided: row.self_decided,
        reversed: row.reversed,
        phase: row.phase,
        level: row.level,
      })),
    };
  },

  async choices(context, { team }) {
    await readableTeam(context, team);
    return store.choicesIn(context.db, context.workspace, team, context.now);
  },

  async show(context, { decision }) {
    const { db, workspace } = context;
    const { row, facts, standing } = await decisionForMe(context, decision);
    // whoever was asked for a voice from outside reads this decision, and not what else the team is after
    const goals = standing.role ? await goalsOfTeam(db, workspace, row.team_id) : [];
    const related = await store.relatedIn(db, workspace, row.team_id, facts.ref, [
      ...facts.supersedes,
      ...facts.supersededBy,
    ]);
    const withLinks = (refs: readonly string[], saidByOthers: readonly string[]) =>
      [...new Set([...refs, ...saidByOthers])].map((ref) => {
        const other = related.find((one) => one.ref === ref);
        return { ref, decision: other?.id ?? null, title: other?.title ?? null };
      });
    const days =
      facts.openedOn !== null && facts.decidedOn !== null && facts.decidedOn >= facts.openedOn
        ? daysBetween(facts.openedOn, facts.decidedOn)
        : null;
    return {
      id: row.id,
      team: row.team_id,
      teamName: row.team_name,
      origin: row.origin,
      ...facts,
      decider: row.member_name ?? facts.decider,
      deciderMember: row.decider_member,
      days,
      selfDecided: row.self_decided,
      leadsOwn: row.leads_own,
      supersedes: withLinks(
        facts.supersedes,
        related.filter((one) => one.replaced_by_it).map((one) => one.ref),
      ),
      supersededBy: withLinks(
        facts.supersededBy,
        related.filter((one) => one.replaces_it).map((one) => one.ref),
      ),
      serves: (await goalServedBy(db, workspace, decision)) ?? null,
      goals: goals.map(({ goal, words }) => ({ goal, outcome: words })),
      whyNotServe: whySentence(context, whyNotServe(standing)),
      changedAt: row.changed_at,
    };
  },

  async serveGoal(context, { decision, goal }) {
    const { db, workspace, me, now, record, tell } = context;
    const { row, standing } = await decisionForMe(context, decision);
    insist(whyNotServe(standing));
    if (goal && (await teamOfGoal(db, workspace, goal)) !== row.team_id) throw refuse("decisions.no_such_goal");
    await setGoalServed(db, { workspace, decision, goal, at: now, by: me.id });
    await record({ kind: "decisions.goal_named", subject: decision, team: row.team_id, data: { goal } });
    tell("decisions");
    return {};
  },

  async serving(context, { goal, offset, limit }) {
    const { db, workspace, me } = context;
    const team = await teamOfGoal(db, workspace, goal);
    if (!team) throw refuse("decisions.no_such_goal");
    insist(whyNotRead(await standingIn(db, workspace, team, me.id)));
    const { total, rows } = await decisionsServing(db, workspace, goal, { offset, limit });
    return {
      total,
      decisions: rows.map((row) => ({
        id: row.id,
        team: row.team_id,
        ref: row.ref,
        title: row.title,
        decidedOn: row.decided_on,
        outcome: row.outcome,
      })),
    };
  },
};
