import { dayIn } from "../foundation/clock.ts";
import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { giveNotice, settleNotices } from "../notices/notice-actions.ts";
import { insist } from "../people/shared-actions.ts";
import { type AreaActions, areaToChange, pathOf, teamInWhichIAm } from "./shared-actions.ts";
import {
  type Answers,
  lightestRung,
  whyNotExtend,
  whyNotHandBack,
  whyNotLend,
  whyNotReview,
  whyNotStepIn,
  whyNotUntil,
} from "./step-in-rules.ts";
import { backTo, bothSides, standTo, stepInSeen, tellOfStepIn } from "./step-in-seen-actions.ts";
import * as stepInStore from "./step-in-store.ts";
import { endOfDay } from "./time-rules.ts";

/** What a step-in is on: an area, or one decision. */
export type Lent = ({ area: string; decision: null } | { area: null; decision: string }) & { team: string };
/** What a step-in is written with. */
export type Draft = { reason: string; scope: string; level: number; until: string; message: string };

/**
 * Steps in: lowers a level until the end of a day where the lead is. Whoever calls it has made sure that this member may, and
 * holds the area or decision, so that two cannot step in at once.
 * @param loan on what; how the four questions were answered; what was written; whose it is, who is told of it; the level without
 * the loan; and what it is called and where it is, for the notice
 * @returns the step-in
 * @throws areas.loan_ends_past, areas.loan_too_long, areas.loan_level_not_lower
 */
export async function lend(
  context: MemberContext,
  loan: Lent & {
    answers: Answers;
    draft: Draft;
    owner: string | null;
    levelBefore: number;
    title: string;
    path: string;
  },
): Promise<string> {
  const { db, workspace, now, today, me } = context;
  const { answers, draft, owner, levelBefore } = loan;
  insist(whyNotUntil(draft.until, today));
  insist(whyNotLend(draft.level, levelBefore));
  const untilAt = endOfDay(draft.until, me.timeZone);
  // in the last millisecond of a day there is nothing left of it to lend
  if (untilAt <= now) throw refuse("areas.loan_ends_past");
  const id = context.id();
  await stepInStore.addStepIn(db, {
    workspace,
    id,
    team: loan.team,
    area: loan.area,
    decision: loan.decision,
    at: now,
    by: me.id,
    answers,
    rung: lightestRung(answers),
    reason: draft.reason,
    scope: draft.scope,
    message: draft.message,
    owner,
    level: draft.level,
    levelBefore,
    untilAt,
  });
  await context.record({
    kind: "areas.stepped_in",
    subject: loan.area ?? loan.decision,
    team: loan.team,
    data: { stepIn: id, level: draft.level, from: levelBefore, until: untilAt.toISOString() },
  });
  await giveNotice(context, {
    to: owner ? [owner] : [],
    kind: "areas.stepped_in",
    team: loan.team,
    subject: id,
    params: { name: loan.title, level: draft.level, back: levelBefore, until: draft.until },
    path: loan.path,
    actor: me.id,
  });
  tellOfLoan(context, loan);
  return id;
}

/** The level on everybody's screens is another one now. */
function tellOfLoan(context: Pick<MemberContext, "tell">, { decision }: { decision: string | null }): void {
  context.tell("areas");
  if (decision) context.tell("decisions");
}

/** Step-ins, for everybody they affect. */
export const stepInActions: AreaActions<
  "stepIn" | "stepIns" | "handBack" | "extend" | "answerExtension" | "reviewStepIn"
> = {
  async stepIn(context, { area: id, howBad, howSoon, howLong, undo, reason, scope, level, until, message }) {
    const mine = await areaToChange(context, id);
    const { area, stand, role } = mine;
    insist(whyNotStepIn({ leads: role === "lead", owns: stand.owns, level: area.level, onLoan: area.loan !== null }));
    const stepIn = await lend(context, {
      team: area.team,
      area: area.id,
      decision: null,
      answers: { howBad, howSoon, howLong, undo },
      draft: { reason, scope, level, until, message },
      owner: area.presentOwner?.member ?? null,
      levelBefore: area.level,
      title: area.card.name,
      path: pathOf(area),
    });
    return { stepIn };
  },
  async stepIns(context, { team, area, decision, offset, limit }) {
    const { db, workspace, now } = context;
    const { role } = await teamInWhichIAm(context, team);
    const rows = await stepInStore.stepInsOf(db, workspace, { team, area, decision }, { now, offset, limit });
    const total = await stepInStore.countStepIns(db, workspace, { team, area, decision });
    return { total, stepIns: rows.map((row) => stepInSeen(context, row, role === "lead")) };
  },
  async handBack(context, { stepIn: id }) {
    const { db, workspace, now, me } = context;
    const { row, stand } = await stepInToChange(context, id);
    insist(whyNotHandBack(stand));
    await stepInStore.changeStepIn(db, workspace, id, { ...noExtension, ended_at: now, ended_by: me.id });
    await settleNotices(context, id, ["areas.step_in_ending", "areas.extension_asked"]);
    await context.record({ kind: "areas.handed_back", ...ofLoan(row), data: { stepIn: id, level: row.level } });
    await tellOfStepIn(context, row, {
      kind: "handed_back",
      to: bothSides(row),
      params: { back: backTo(row, now), how: "early" },
    });
    tellOfLoan(context, row);
    return {};
  },
  async extend(context, { stepIn: id, until, why }) {
    const { db, workspace, now, today, me } = context;
    const { row, stand } = await stepInToChange(context, id);
    insist(whyNotExtend(stand));
    insist(whyNotUntil(until, today, dayIn(row.untilAt, me.timeZone)));
    const extendTo = endOfDay(until, me.timeZone);
    // another end is asked for: the answer is to this one
    await settleNotices(context, id, ["areas.extension_asked"]);
    await stepInStore.changeStepIn(db, workspace, id, { extend_to: extendTo, extend_why: why, extend_at: now });
    await context.record({
      kind: "areas.extension_asked",
      ...ofLoan(row),
      data: { stepIn: id, until: extendTo.toISOString() },
    });
    await tellOfStepIn(context, row, { kind: "extension_asked", to: [row.answerer], needsYes: true });
    tellOfLoan(context, row);
    return {};
  },
  async answerExtension(context, { stepIn: id, yes }) {
    const { db, workspace, me } = context;
    const { row, stand } = await stepInToChange(context, id);
    if (!stand.inForce) throw refuse("areas.loan_over");
    if (!row.extendTo) throw refuse("areas.no_extension");
    if (row.answerer !== me.id) throw refuse("areas.not_your_yes");
    await stepInStore.changeStepIn(db, workspace, id, { ...noExtension, ...(yes ? { until_at: row.extendTo } : {}) });
    await settleNotices(context, id, ["areas.extension_asked", ...(yes ? ["areas.step_in_ending"] : [])]);
    await context.record({
      kind: "areas.extension_answered",
      ...ofLoan(row),
      data: { stepIn: id, yes, until: (yes ? row.extendTo : row.untilAt).toISOString() },
    });
    await tellOfStepIn(context, row, {
      kind: "extension_answered",
      to: [row.by],
      params: { yes: yes ? "yes" : "no" },
    });
    tellOfLoan(context, row);
    return {};
  },
  async reviewStepIn(context, { stepIn: id, intended, happened, because, keep }) {
    const { db, workspace, now, me } = context;
    const { row, stand } = await stepInToChange(context, id);
    insist(whyNotReview(stand));
    await stepInStore.changeStepIn(db, workspace, id, {
      reviewed_at: now,
      reviewed_by: me.id,
      intended,
      happened,
      because,
      keep,
    });
    await settleNotices(context, id);
    await context.record({ kind: "areas.step_in_reviewed", ...ofLoan(row), data: { stepIn: id } });
    tellOfLoan(context, row);
    return {};
  },
};

const noExtension = { extend_to: null, extend_why: null, extend_at: null };

const ofLoan = (row: stepInStore.StepInRow) => ({ subject: row.area ?? row.decision!, team: row.team });

/** A step-in of a team in which I am, held until this transaction ends. */
async function stepInToChange(context: MemberContext, id: string) {
  const { db, workspace } = context;
  const row = await stepInStore.stepInById(db, workspace, id, true);
  if (!row) throw refuse("areas.no_such_step_in");
  const { role } = await teamInWhichIAm(context, row.team);
  return { row, stand: standTo(context, row, role === "lead") };
}
