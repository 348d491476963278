import type { z } from "zod";
import { stepInSeen as stepInShownTo } from "../areas/step-in-seen-actions.ts";
import { stepInsOf } from "../areas/step-in-store.ts";
import { Refusal, refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import type { WhyNot } from "../people/rules.ts";
import { insist, whySentence } from "../people/shared-actions.ts";
import { standingIn } from "../people/team-store.ts";
import {
  whyNotBegin,
  whyNotChange,
  whyNotDecide,
  whyNotHandOver,
  whyNotNewVersion,
  whyNotRemark,
  whyNotReview,
  whyNotStepIn,
  whyNotTakeUp,
  whyNotWait,
  whyNotWithdraw,
} from "./deciding-rules.ts";
import { affectedBy, namesOf } from "./deciding-store.ts";
import { methodRules, quorumNeeded } from "./method-rules.ts";
import { isFreshNote } from "./note-rules.ts";
import { type ObjectionRow, objectionsOf } from "./objection-store.ts";
import { whyNotResume, whyNotSayHeard, whyNotSumUp } from "./outcome-rules.ts";
import type { RoundRow } from "./round-store.ts";
import { whyNotRead } from "./rules.ts";
import { besideOf, teamOfImported } from "./seen-store.ts";
import {
  aheadOf,
  type Deciding,
  type DecisionActions,
  decidingForMe,
  isLeadsWindowOpen,
  latestOpened,
  verdictOf,
} from "./shared-actions.ts";
import type { roundShown } from "./shared-contract.ts";
import { whyNotGrow, whyNotOverrule, whyNotSpeak, whyNotWithdrawObjection } from "./voicing-rules.ts";

type Answer = Awaited<ReturnType<DecisionActions<"deciding">["deciding"]>>;
type Say = (whyNot: WhyNot) => string | null;

/** So many step-ins on one decision are shown; each is a loan of some days, so that more are hardly made. */
const mostStepIns = 20;

/** A decision that I may read and that is made here; of an imported one the log alone tells. */
export async function madeHereForMe(context: MemberContext, decision: string): Promise<Deciding> {
  const { db, workspace, me } = context;
  try {
    return await decidingForMe(context, decision);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "decisions.no_such_decision") throw error;
    const team = await teamOfImported(db, workspace, decision);
    if (!team) throw error;
    insist(whyNotRead(await standingIn(db, workspace, team, me.id)));
    throw refuse("decisions.not_made_here");
  }
}

/** A round as I see it: while it is sealed, only how many spoke, and my own voice. */
function roundSeen(
  { now }: MemberContext,
  { row, rounds }: Deciding,
  one: RoundRow,
  objections: readonly ObjectionRow[],
  say: Say,
): z.output<typeof roundShown> {
  const { stances, reasoned, binding } = methodRules[one.method];
  // once another version stands, this round says what it said: what was integrated since does not make it carry
  const latest = one === rounds[0] && one.version === row.version;
  const raised = objections.filter(({ round, kind, ended }) => round === one.id && kind === "objection" && !ended);
  const standing = latest ? objections.filter(({ kind, ended }) => kind === "objection" && !ended) : raised;
  const goesOn = row.phase === "opened" && row.version === one.version;
  return {
    id: one.id,
    n: one.n,
    version: one.version,
    method: one.method,
    stances: [...stances],
    reasoned: [...reasoned],
    binding,
    quorum: one.quorum,
    quorumNeeded: quorumNeeded(one.electors, one.quorum),
    exit: one.exit,
    exitNote: one.exitNote,
    begunAt: one.begunAt,
    dueAt: one.dueAt,
    extendedFrom: one.extendedFrom,
    openedAt: one.openedAt,
    openedBecause: one.openedBecause,
    droppedAt: one.droppedAt,
    electors: one.electors,
    spoken: one.spoken,
    leads:
      one.leads.length === 0
        ? null
        : {
            people: one.leads.map(({ member, name }) => ({ member, name, expected: false })),
            until: one.leadsUntil,
            open: goesOn && isLeadsWindowOpen(one, now),
          },
    mine: one.mine,
    whyNotSpeak: say(
      whyNotSpeak({
        opened: one.openedAt !== null,
        dropped: one.droppedAt !== null,
        part: one.myPart,
        spoke: one.mine !== null,
        windowOver: !goesOn || one.leadsUntil === null || now >= one.leadsUntil,
      }),
    ),
    result: one.openedAt && {
      tally: one.tally,
      standing: standing.length,
      // what an earlier round said, it said with the objections that were raised in it
      verdict: verdictOf(one, latest ? standing.length : (one.tally.object ?? 0)),
    },
  };
}

/** Why I may not do each of the things that are done with a decision. */
function whyNotEach(context: MemberContext, { row, state, stand }: Deciding, say: Say): Answer["whyNot"] {
  return {
    change: say(whyNotChange(state, stand)),
    takeUp: say(whyNotTakeUp(state, stand)),
    begin: say(whyNotBegin(state, stand)),
    newVersion: say(whyNotNewVersion(state, stand)),
    comment: say(whyNotRemark(state, stand, "comment")),
    question: say(whyNotRemark(state, stand, "question")),
    fact: say(whyNotRemark(state, stand, "fact")),
    sumUp: say(whyNotSumUp(state, stand)),
    accept: say(whyNotDecide(state, stand, "accepted")),
    reject: say(whyNotDecide(state, stand, "rejected")),
    wait: say(whyNotWait(state, stand)),
    resume: say(whyNotResume(state, stand)),
    withdraw: say(whyNotWithdraw(state, stand, isFreshNote(row, context.now))),
    grow: say(whyNotGrow(state, stand)),
    overToYou: say(whyNotHandOver(state, stand)),
    stepIn: say(whyNotStepIn(state, stand)),
    review: say(whyNotReview(state, stand)),
  };
}

/** Step-ins on one decision, the latest first. */
async function stepInsSeen(context: MemberContext, { row, stand }: Deciding): Promise<Answer["stepIns"]> {
  const { db, workspace, now } = context;
  const which = { team: row.team, decision: row.id };
  const rows = await stepInsOf(db, workspace, which, { now, offset: 0, limit: mostStepIns });
  return rows
    .map((one) => stepInShownTo(context, one, stand.role === "lead"))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ by, review, ...one }) => ({ ...one, by: by.name, reviewed: review !== null }));
}

/** A decision that is being made here, with all that one who looks at it may see and do. */
export const seenActions: DecisionActions<"deciding"> = {
  async deciding(context, { decision }) {
    const { db, workspace, me } = context;
    const deciding = await madeHereForMe(context, decision);
    const { row, weighed, state, stand, rounds, loan } = deciding;
    const say: Say = (whyNot) => whySentence(context, whyNot);
    const objections = await objectionsOf(db, workspace, decision);
    const beside = await besideOf(db, workspace, decision);
    const affected = await affectedBy(db, workspace, decision);
    const names = await namesOf(
      db,
      workspace,
      [row.proposedBy, row.holder, row.deciderMember].filter((id) => id !== null),
    );
    const leads = new Set(weighed.people.filter(({ role }) => role === "lead").map(({ id }) => id));
    const voicing = (member: string, name: string) => ({ member, name, lead: leads.has(member) });
    const person = (member: string, name: string) => ({ member, name, expected: false });
    const mineOfSumUp = beside.heard.find(({ by }) => by === me.id);
    const isDecided = row.decidedAt !== null && (row.phase === "decided" || row.phase === "reviewed");

    return {
      id: row.id,
      team: row.team,
      teamName: row.teamName,
      ref: row.ref,
      n: row.n,
      title: row.title,
      shape: row.shape,
      phase: row.phase,
      phaseSince: row.phaseSince,
      proposedAt: row.proposedAt,
      proposedBy: voicing(row.proposedBy, names.get(row.proposedBy)!),
      holder: row.holder === null ? null : person(row.holder, names.get(row.holder)!),
      context: row.context,
      version: row.version,
      proposal: row.proposal,
      options: row.options,
      area:
        row.area === null || weighed.areaName === null
          ? null
          : { area: row.area, name: weighed.areaName, owner: weighed.area?.owner ?? null },
      cost: row.cost,
      reversible: row.reversible,
      decideBy: row.decideBy,
      goal: row.goal === null ? null : { goal: row.goal, words: row.goalWords! },
      affected: affected.map(({ member, name }) => person(member, name)),
      outside: row.outside,
      stopRule: row.stopRule,
      endsOn: row.endsOn,
      ahead: await aheadOf(context, row, weighed, loan),
      rounds: rounds.map((one) => roundSeen(context, deciding, one, objections, say)),
      objections: objections.map((one) => {
        const raised = { kind: one.kind, ended: one.ended !== null, mine: one.member === me.id };
        return {
          id: one.id,
          round: one.roundN,
          kind: one.kind,
          by: voicing(one.member, one.name),
          words: one.words,
          raisedAt: one.raisedAt,
          state: one.ended ?? ("raised" as const),
          endedAt: one.endedAt,
          endedBy: one.endedBy,
          endedVersion: one.endedVersion,
          why: one.why,
          mine: raised.mine,
          whyNotWithdraw: say(whyNotWithdrawObjection(state, raised)),
          whyNotOverrule: say(whyNotOverrule(state, stand, raised)),
        };
      }),
      remarks: beside.remarks.map(({ by, name, ...one }) => ({ ...one, by: voicing(by, name), mine: by === me.id })),
      sumUp:
        row.heard === null || row.heardAt === null
          ? null
          : {
              words: row.heard,
              at: row.heardAt,
              heard: beside.heard.filter(({ heard }) => heard).length,
              notQuite: beside.heard
                .filter(({ heard }) => !heard)
                .map(({ by, name, words }) => ({ by: voicing(by, name), words })),
              mine: mineOfSumUp?.heard ?? null,
              whyNotSay: say(whyNotSayHeard(state, latestOpened(deciding)?.mine != null)),
            },
      decided: isDecided
        ? {
            at: row.decidedAt!,
            by: row.deciderMember && (names.get(row.deciderMember) ?? null),
            // what took its place does not change what was decided
            outcome: row.outcome === "rejected" ? ("rejected" as const) : ("accepted" as const),
            reasons: row.reasons,
            confidence: row.confidence,
            effectOn: row.effectOn,
            review: row.reviewOn,
            credits: beside.credits,
          }
        : null,
      expected: row.expected,
      waitUntil: row.waitUntil,
      why: row.why,
      reviews: beside.reviews,
      adapts: beside.adapts,
      stepIns: await stepInsSeen(context, deciding),
      people: weighed.people.filter(({ role }) => role !== "observer").map(({ id, name }) => voicing(id, name)),
      whyNot: whyNotEach(context, deciding, say),
    };
  },
};
