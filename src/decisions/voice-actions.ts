import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import { insist } from "../people/shared-actions.ts";
import { standingIn } from "../people/team-store.ts";
import { decidingById, holdDeciding } from "./deciding-store.ts";
import { methodRules } from "./method-rules.ts";
import { attendToRound, raiseFromVoices, tellReady } from "./opening-actions.ts";
import { methodsTaking, whyNotSaySo } from "./round-rules.ts";
import * as roundStore from "./round-store.ts";
import { type DecisionActions, tellOfDecision } from "./shared-actions.ts";
import * as store from "./voice-store.ts";
import { whyNotSpeak } from "./voicing-rules.ts";

/** A round of a decision that I may read. */
async function roundForMe(context: MemberContext, round: string): Promise<roundStore.RoundHeld> {
  const { db, workspace, me } = context;
  const found = await roundStore.roundById(db, workspace, round);
  if (!found) throw refuse("decisions.no_such_round");
  const { role } = await standingIn(db, workspace, found.team, me.id);
  if (role === null && !(await roundStore.isElector(db, workspace, found.decision, me.id))) {
    throw refuse("decisions.not_in_team");
  }
  return found;
}

/**
 * A lead's voice, which comes last: once, while the window is open and the decision is where the round left it. What it objects to
 * stands like any objection. Refuses with the reason where this voice, or any, may not be given so now.
 */
async function speakLast(context: MemberContext, said: store.GivenVoice): Promise<void> {
  const { db, workspace, me, now } = context;
  const { decision } = await roundForMe(context, said.round);
  const part = (await roundStore.electorIn(db, workspace, said.round, me.id))?.part;
  // whoever decides meanwhile, or presses twice, comes before this voice or after it
  if (part === "lead") await holdDeciding(db, workspace, decision);
  const elector = await roundStore.electorIn(db, workspace, said.round, me.id);
  const round = (await roundStore.roundById(db, workspace, said.round))!;
  const row = (await decidingById(db, workspace, decision))!;
  const goesOn = row.phase === "opened" && row.version === round.version;
  insist(
    whyNotSpeak({
      opened: round.openedAt !== null,
      dropped: round.droppedAt !== null,
      part: elector?.part ?? null,
      spoke: elector?.spoke ?? false,
      windowOver: !goesOn || round.leadsUntil === null || now >= round.leadsUntil,
    }),
  );
  insist(whyNotSaySo(round.method, said));
  if (elector?.part !== "lead" || !(await store.giveLastVoice(db, said))) {
    throw new Error(`a voice in round ${round.id} was neither taken nor refused`);
  }
  await raiseFromVoices(context, round, me.id);
  await settleNotices(context, decision, ["decisions.lead_voice_asked"], me.id);
  const raised = methodRules[round.method].raises[said.stance];
  if (raised === "objection" && row.holder) {
    await tellOfDecision(context, row, { kind: "objection_raised", to: [row.holder], actor: me.id });
  }
  if (await store.leadsSpoke(db, workspace, round.id)) await tellReady(context, row, round, me.id);
}

/** Voices in a round: given, changed, and read once it is open. */
export const voiceActions: DecisionActions<"voice" | "voices"> = {
  async voice(context, { round, stance, reason }) {
    const { db, workspace, me, now } = context;
    const said = { workspace, round, member: me.id, stance, reason, at: now };
    const { decision, taken, first, others } = await store.giveVoice(db, said, methodsTaking(said));
    if (!taken) {
      await speakLast(context, said);
    } else if (first) {
      await settleNotices(context, decision!, ["decisions.voice_asked", "decisions.voice_reminder"], me.id);
      if (others <= store.fewOthers) {
        // only after the commit does each of two last voices see the other; what fails then leaves the voice where it is
        context.afterAsTheClock(async (clock) => {
          if (await store.everybodySpoke(clock.db, workspace, round)) await attendToRound(clock, round);
        });
      }
    }
    // nothing else is written of it, and nobody is named: how many have spoken is all that anybody learns
    context.tell("decisions");
    return {};
  },

  async voices(context, { round, stance, offset, limit }) {
    const { db, workspace } = context;
    const found = await roundForMe(context, round);
    if (found.openedAt === null) throw refuse("decisions.still_sealed");
    const of = { workspace, round, team: found.team };
    const { total, rows } = await store.voicesOf(db, of, { stance, offset, limit });
    return {
      total,
      voices: rows.map(({ member, name, lead, ...row }) => ({
        by: { member, name, lead },
        stance: row.stance,
        reason: row.reason,
        at: row.at,
        last: row.last,
      })),
    };
  },
};
