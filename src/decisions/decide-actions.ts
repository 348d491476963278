import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import { insist } from "../people/shared-actions.ts";
import { tellConcerned } from "./concerned-actions.ts";
import { giveCredits } from "./credit-actions.ts";
import { whyNotDecide, whyNotTakePart } from "./deciding-rules.ts";
import { decidedByAt, readersAmong, reviewDay, toldWhenDecided, wantedWith, wayOf } from "./outcome-rules.ts";
import * as store from "./outcome-store.ts";
import { processAt } from "./process-rules.ts";
import * as roundStore from "./round-store.ts";
import {
  type Deciding,
  type DecisionActions,
  decidingForMe,
  missingFact,
  moveOn,
  tellOfDecision,
} from "./shared-actions.ts";
import { frozenFrom } from "./weigh-actions.ts";

/** What somebody was asked for, and is not any more once it is decided. */
const askedBefore = [
  "proposed",
  "voice_asked",
  "voice_reminder",
  "lead_voice_asked",
  "ready",
  "summed_up",
  "stalled",
  "stalled_lead",
  "wait_over",
].map((kind) => `decisions.${kind}`);

type Outcome = "accepted" | "rejected";

/** Refuses what cannot be decided as it stands: without what has to be known, said or named. */
function insistOnWhatIsWanted(
  { row, weighed, level, state }: Deciding,
  said: { outcome: Outcome; reasons: string; effectOn: string | null; review: string | null; acknowledged: boolean },
  today: string,
): void {
  const heard = state.round?.current && state.round.opened;
  if (!heard) {
    const missing = missingFact(weighed, said.acknowledged || row.acknowledgedAt !== null);
    if (missing) throw refuse(missing);
    if (!processAt(level).round && row.proposal === "" && said.reasons === "") throw refuse("decisions.no_proposal");
  }
  const wanted = wantedWith(level, said, today);
  if (wanted) throw refuse(`decisions.${wanted}`);
  if (said.review !== null && said.review < today) throw refuse("decisions.day_is_past");
}

/** How it came about, in the words of whoever decides: the log keeps it as it was said then. No name is in it. */
function basisOf(context: MemberContext, { row, level, state, loan, weighed }: Deciding): string {
  const { sayTo, me } = context;
  // a step-in on this decision; or one on its area, where the area is what it stands at this level for
  const because = row.because ?? weighed.effective.because;
  const areaLent = weighed.area?.loan?.level === level && because.some(({ kind }) => kind === "area");
  return sayTo(me.locale, "decisions")("basis", {
    level,
    level_name: sayTo(me.locale, "areas")(`level.${level}`),
    way: wayOf(state.round),
    loan: loan?.level === level || areaLent ? "yes" : "no",
  });
}

/** Tells those whom the level names, and those whom it concerns. Nobody is told twice. */
async function tellDecided(context: MemberContext, deciding: Deciding, outcome: Outcome): Promise<void> {
  const { row, weighed, level } = deciding;
  const { kind, whom } = toldWhenDecided(level);
  const byLevel = readersAmong(weighed.people, whom);
  const later = processAt(level).effectLater && outcome === "accepted";
  await tellOfDecision(context, row, {
    kind,
    to: byLevel,
    actor: context.me.id,
    params: kind === "told" ? { what: later ? "effect" : outcome } : { outcome },
  });
  await tellConcerned(context, row, {
    kind: "decided",
    params: { outcome },
    but: byLevel,
  });
}

/** Deciding, or writing down what the round decided. */
export const decideActions: DecisionActions<"decide"> = {
  async decide(context, input) {
    const { db, workspace, me, now, today } = context;
    const { decision, outcome, reasons } = input;
    const deciding = await decidingForMe(context, decision, { change: true });
    const { row, weighed, level, state, stand } = deciding;
    insist(whyNotTakePart(stand.role));
    if (row.n !== input.n) throw refuse("decisions.changed_meanwhile");
    insist(whyNotDecide(state, stand, outcome));
    insistOnWhatIsWanted(deciding, input, today);
    await giveCredits(context, row, input.credits);

    // only a step-in decides while a round is sealed: that round never opens
    if (row.phase === "sealed") await roundStore.dropRound(db, workspace, decision, now);
    const decidedBy = decidedByAt(level, stand.role === "lead");
    // what a round decided is nobody's own verdict
    const decider = decidedBy === "team" ? null : me;
    await moveOn(context, row, {
      phase: "decided",
      by: me.name,
      today,
      deciding: {
        decided_at: now,
        expected: input.expected || row.expected,
        confidence: input.confidence,
        review_on: reviewDay(row.shape, input.review, row.endsOn),
        effect_on: processAt(level).effectLater && outcome === "accepted" ? input.effectOn : null,
        wait_until: null,
        why: null,
        ...(row.holder === null ? { holder_id: me.id, taken_up_at: now } : {}),
        ...(row.level === null ? frozenFrom(weighed) : {}),
        ...(input.acknowledged && row.acknowledgedAt === null ? { acknowledged_at: now } : {}),
      },
      logged: {
        outcome,
        reasons,
        decided_on: today,
        decided_by: decidedBy,
        decider: decider?.name ?? null,
        decider_member: decider?.id ?? null,
        basis: basisOf(context, deciding),
        self_decided: row.handedTo !== null && row.handedTo === row.proposedBy,
        leads_own: decidedBy === "lead" && me.id === row.proposedBy,
      },
    });
    if (row.adapts && outcome === "accepted") {
      await store.supersede(db, { workspace, old: row.adapts, by: decision, at: now });
    }
    await settleNotices(context, decision, askedBefore);
    await tellDecided(context, deciding, outcome);
    return {};
  },
};
