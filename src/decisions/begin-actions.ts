import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import { insist } from "../people/shared-actions.ts";
import { whyNotBegin } from "./deciding-rules.ts";
import { affectedBy, namesHere } from "./deciding-store.ts";
import { methodRules } from "./method-rules.ts";
import { openRound } from "./opening-actions.ts";
import { processAt } from "./process-rules.ts";
import { type Elector, electorate, raisesObjections, whyNotDue, whyNotHeldSo } from "./round-rules.ts";
import { addRound, type RoundHeld } from "./round-store.ts";
import {
  type Deciding,
  type DecisionActions,
  decidingForMe,
  missingFact,
  moveOn,
  tellOfDecision,
} from "./shared-actions.ts";
import { frozenFrom } from "./weigh-actions.ts";

/** What asked for a round, and need not do so any more. */
const askedForRound = ["decisions.proposed", "decisions.new_version", "decisions.ready", "decisions.handed_over"];

/** Who may speak from now on; refused where somebody is wished for who is not there. */
async function electorsNow(
  context: MemberContext,
  { row, weighed, level }: Deciding,
  asked: { method: Parameters<typeof electorate>[1]; electors: readonly string[] },
): Promise<Elector[]> {
  const { db, workspace, me } = context;
  const affected = (await affectedBy(db, workspace, row.id)).map(({ member }) => member);
  const named = [...weighed.people.map(({ id }) => id), ...weighed.asks.map(({ member }) => member)];
  const here = await namesHere(db, workspace, named);
  const team = weighed.people.filter(({ id }) => here.has(id)).map(({ id, role }) => ({ member: id, role }));
  if (processAt(level).takesUp === "owner") {
    const inTeam = new Set(team.filter(({ role }) => role !== "observer").map(({ member }) => member));
    if (asked.electors.some((member) => !inTeam.has(member))) throw refuse("decisions.not_in_the_team");
  }
  return electorate(level, asked.method, me.id, {
    team,
    affected,
    asks: weighed.asks.map(({ member }) => member).filter((member) => here.has(member)),
    chosen: asked.electors,
  });
}

/** Asks each of them for a voice; at 5 the leads learn now what goes on. */
async function askForVoices(context: MemberContext, deciding: Deciding, electors: readonly Elector[]): Promise<void> {
  const { me } = context;
  const { row, weighed, level } = deciding;
  const first = electors.filter(({ part }) => part === "voice").map(({ member }) => member);
  await tellOfDecision(context, row, {
    kind: "voice_asked",
    to: first,
    actor: me.id,
    needsYes: true,
    beyondTeam: true,
  });
  if (processAt(level).tells !== "leads_opening") return;
  const leads = weighed.people.filter(({ role }) => role === "lead").map(({ id }) => id);
  await tellOfDecision(context, row, { kind: "told", to: leads, actor: me.id, params: { what: "round" } });
}

/** A sealed round begins: what is fixed then stays fixed. */
export const beginActions: DecisionActions<"beginRound"> = {
  async beginRound(context, input) {
    const { db, workspace, me, now, today } = context;
    const deciding = await decidingForMe(context, input.decision, { change: true });
    const { row, weighed, level, state, stand, rounds } = deciding;
    insist(whyNotBegin(state, stand));
    if (row.n !== input.n) throw refuse("decisions.changed_meanwhile");
    if (row.proposal.trim() === "") throw refuse("decisions.no_proposal");
    const acknowledged = input.acknowledged || row.acknowledgedAt !== null;
    const missing = missingFact(weighed, acknowledged);
    if (missing) throw refuse(missing);
    insist(whyNotHeldSo(level, input));
    const dueAt = new Date(input.dueAt);
    insist(whyNotDue(dueAt, now));
    const electors = await electorsNow(context, deciding, input);

    const { method, windowHours } = input;
    const binds = raisesObjections(method);
    const held: RoundHeld = {
      id: context.id(),
      decision: row.id,
      team: row.team,
      n: (rounds[0]?.n ?? 0) + 1,
      version: row.version,
      method,
      quorum: methodRules[method].quorum ? input.quorum : 0,
      begunAt: now,
      dueAt,
      extendedFrom: null,
      remindedAt: null,
      windowHours,
      openedAt: null,
      droppedAt: null,
      leadsUntil: null,
      readyAt: null,
    };
    await addRound(
      db,
      {
        ...held,
        workspace,
        at: now,
        by: me.id,
        exit: binds ? input.exit : null,
        exitNote: binds ? input.exitNote : "",
      },
      electors,
    );
    await moveOn(context, row, {
      phase: "sealed",
      by: me.name,
      today,
      deciding: {
        // what was shown before is what holds from now on
        ...(row.level === null ? frozenFrom(weighed) : {}),
        ...(weighed.effective.acknowledge.length > 0 && row.acknowledgedAt === null ? { acknowledged_at: now } : {}),
      },
    });
    await settleNotices(context, row.id, askedForRound);
    await askForVoices(context, deciding, electors);
    const first = electors.filter(({ part }) => part === "voice").length;
    // nobody speaks before the others: it is open at once, for the leads or for nobody
    if (first === 0) {
      await openRound(context, { ...row, phase: "sealed" }, held, { because: "all_spoke", by: me, today });
    }
    return { round: held.id, electors: first, opened: first === 0 };
  },
};
