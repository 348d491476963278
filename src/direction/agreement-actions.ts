import { writeEvent } from "../foundation/event.ts";
import { refuse } from "../foundation/refusal.ts";
import type { MemberContext, WorkspaceContext } from "../foundation/run.ts";
import { giveNotice, settleNotices } from "../notices/notice-actions.ts";
import { insist, teamForMe, whySentence } from "../people/shared-actions.ts";
import { agreementState, holds, isYesWanted, sideOf, whyNotSayYes, whyNotWithdraw } from "./agreement-rules.ts";
import * as store from "./agreement-store.ts";
import { whyNotSee, whyNotTakePart } from "./rules.ts";
import { type DirectionActions, readableTeam, whyNotOpen, withASay } from "./team-actions.ts";

const pathTo = (team: string) => `/t/${team}/agreement`;

const yesesOf = (row: store.AgreementRow) => ({ lead: row.leadYes, team: row.teamYes, of: row.teamOf });

function shown(row: store.AgreementRow, inForce: string | null) {
  return {
    id: row.id,
    version: row.version,
    answerDays: row.answerDays,
    speaksLast: row.speaksLast,
    stepsIn: row.stepsIn,
    leadPromises: row.leadPromises,
    teamPromises: row.teamPromises,
    state: agreementState(row, inForce),
    proposedAt: row.proposedAt,
    proposedBy: { member: row.proposedBy, name: row.proposer },
    inForceAt: row.inForceAt,
    leadYes: row.leadYes > 0,
    teamYes: row.teamYes,
    teamOf: row.teamOf,
    mine: row.mySide !== null,
  };
}

/**
 * Brings a proposal into force when enough said yes. Nobody is named in it: whose yes was the last one is nobody's business.
 * @param row the proposal as it stands now
 * @param but who need not be told
 * @returns whether it holds now
 */
export async function bringIntoForce(
  context: WorkspaceContext,
  row: store.AgreementRow,
  but: string | null,
): Promise<boolean> {
  const { db, workspace, now } = context;
  if (!holds(yesesOf(row))) return false;
  await store.settleAgreement(db, workspace, row.id, { in_force_at: now });
  await writeEvent(
    db,
    { workspace, actor: null, at: now, id: context.id() },
    { kind: "direction.agreement_in_force", subject: row.id, team: row.team, data: { version: row.version } },
  );
  await settleNotices(context, row.id);
  await giveNotice(context, {
    to: (await withASay(context, row.team)).map(({ id }) => id).filter((id) => id !== but),
    kind: "direction.agreement_in_force",
    team: row.team,
    subject: row.id,
    path: pathTo(row.team),
    actor: null,
  });
  context.tell("direction");
  return true;
}

/** A proposal whose team is held, so that yeses are counted one after the other. */
async function agreementForMe(context: MemberContext, id: string) {
  const { db, workspace, me, now } = context;
  const at = { now, member: me.id };
  const found = await store.agreementById(db, workspace, id, at);
  if (!found) throw refuse("direction.no_such_agreement");
  const { standing } = await teamForMe(context, found.team, { change: true });
  const row = (await store.agreementById(db, workspace, id, at))!;
  // whether it is the one in force or one that was replaced makes no difference here
  return { row, standing, state: agreementState(row, row.id) };
}

/** The team agreement: proposed by either side, held by both. */
export const agreementActions: DirectionActions<"agreement" | "proposeAgreement" | "sayYes" | "withdrawAgreement"> = {
  async agreement(context, { team }) {
    const { db, workspace, me, now } = context;
    const { row, standing } = await readableTeam(context, team);
    const rows = await store.agreementsOf(db, workspace, team, { now, member: me.id });
    const held = await store.currentAgreement(db, workspace, team);
    const all = rows.map((one) => shown(one, held?.agreement ?? null));
    const proposed = all.find((one) => one.state === "proposed") ?? null;
    const mySide = rows.find((one) => one.id === proposed?.id)?.mySide ?? null;
    const said = mySide !== null && mySide === sideOf(standing.role);
    return {
      inForce: all.find((one) => one.state === "in_force") ?? null,
      proposed,
      before: all.filter((one) => one.state === "replaced"),
      whyNotPropose: whySentence(context, whyNotTakePart(standing) ?? whyNotOpen(row)),
      whyNotSayYes: whySentence(context, whyNotSayYes(standing, proposed?.state ?? null, said)),
      whyNotWithdraw: whySentence(
        context,
        whyNotWithdraw(me.id, proposed && { proposedBy: proposed.proposedBy.member, state: proposed.state }),
      ),
    };
  },

  async proposeAgreement(context, { team, workspace, ...promises }) {
    const { db, me, now } = context;
    const { standing } = await teamForMe(context, team, { change: true, open: true });
    insist(whyNotTakePart(standing));
    const at = { now, member: me.id };
    const earlier = await store.agreementsOf(db, workspace, team, at);
    for (const open of earlier.filter((one) => !one.inForceAt && !one.withdrawnAt)) {
      await store.settleAgreement(db, workspace, open.id, { withdrawn_at: now });
      await settleNotices(context, open.id);
    }
    const agreement = context.id();
    const version = (earlier[0]?.version ?? 0) + 1;
    await store.addAgreement(db, { workspace, id: agreement, team, version, promises, at: now, by: me.id });
    await store.addYes(db, { workspace, agreement, member: me.id, side: sideOf(standing.role)!, at: now });
    await context.record({ kind: "direction.agreement_proposed", subject: agreement, team, data: { version } });
    const row = (await store.agreementById(db, workspace, agreement, at))!;
    if (!(await bringIntoForce(context, row, me.id))) {
      const wanted = (await withASay(context, team)).filter(({ id, role }) =>
        isYesWanted(sideOf(role), yesesOf(row), id === me.id),
      );
      await giveNotice(context, {
        to: wanted.map(({ id }) => id),
        kind: "direction.agreement_proposed",
        team,
        subject: agreement,
        path: pathTo(team),
        actor: me.id,
        needsYes: true,
      });
    }
    context.tell("direction");
    return { agreement };
  },

  async sayYes(context, { agreement }) {
    const { db, workspace, me, now } = context;
    const { row, standing, state } = await agreementForMe(context, agreement);
    const side = sideOf(standing.role);
    insist(whyNotSayYes(standing, state, side !== null && row.mySide === side));
    // no event: how many said yes is told, never who
    await store.addYes(db, { workspace, agreement, member: me.id, side: side!, at: now });
    const next = (await store.agreementById(db, workspace, agreement, { now, member: me.id }))!;
    const inForce = await bringIntoForce(context, next, me.id);
    context.tell("direction");
    return { inForce };
  },

  async withdrawAgreement(context, { agreement }) {
    const { db, workspace, me, now } = context;
    const { row, standing, state } = await agreementForMe(context, agreement);
    if (whyNotSee(standing)) throw refuse("direction.no_such_agreement");
    insist(whyNotWithdraw(me.id, { proposedBy: row.proposedBy, state }));
    await store.settleAgreement(db, workspace, agreement, { withdrawn_at: now });
    await settleNotices(context, agreement);
    await context.record({ kind: "direction.agreement_withdrawn", subject: agreement, team: row.team });
    context.tell("direction");
    return {};
  },
};
