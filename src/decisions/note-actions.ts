import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { insist, teamForMe } from "../people/shared-actions.ts";
import { giveCredits } from "./credit-actions.ts";
import { whyNotTakePart } from "./deciding-rules.ts";
import { addStep, changeDeciding, changeLogged } from "./deciding-store.ts";
import { asProposer, insistOnPlace } from "./draft-actions.ts";
import * as store from "./draft-store.ts";
import { setGoalServed } from "./goal-store.ts";
import { type How, noteDecidedBy, toldOfNote, whyNotNoteHere } from "./note-rules.ts";
import { readersAmong } from "./outcome-rules.ts";
import { isLeadsOwn } from "./rules.ts";
import { type DecisionActions, decidingForMe, standOf, tellOfDecision } from "./shared-actions.ts";
import { whyNotGrow } from "./voicing-rules.ts";
import { weigh } from "./weigh-actions.ts";

/** How it is known who decided, in the words of whoever writes it. No name is in it. */
function basisOf({ sayTo, me }: MemberContext, level: number, how: How): string {
  const levelName = sayTo(me.locale, "areas")(`level.${level}`);
  return sayTo(me.locale, "decisions")("note_basis", { how, level, level_name: levelName });
}

/** "We decided": one line for what was settled, which can grow into a full record. */
export const noteActions: DecisionActions<"note" | "grow"> = {
  async note(context, { team, words, how, ...known }) {
    const { db, workspace, me, now, today } = context;
    const { standing } = await teamForMe(context, team, { change: true, open: true });
    insist(whyNotTakePart(standing.role));
    const facts = { ...known, goal: null };
    const weighed = await weigh(context, team, facts);
    await insistOnPlace(context, team, facts, weighed);
    const { level, because } = weighed.effective;
    const stand = standOf(asProposer(me.id, facts.area), weighed, null, me.id);
    const asks = weighed.asks.some(({ member }) => member !== me.id);
    insist(whyNotNoteHere(level, stand, how, asks));

    const id = context.id();
    const ref = await store.nextRef(db, workspace, team);
    const decidedBy = noteDecidedBy(level, how, standing.role === "lead");
    // what was settled together is nobody's own verdict
    const decider = decidedBy === "team" ? null : me;
    const authors = [me.name];
    await store.addDecision(db, {
      workspace,
      id,
      team,
      at: now,
      today,
      by: me,
      logged: {
        ref,
        title: words,
        kind: "note",
        status: "decided",
        outcome: "accepted",
        decided_on: today,
        decided_by: decidedBy,
        decider: decider?.name ?? null,
        decider_member: decider?.id ?? null,
        basis: basisOf(context, level, how),
        leads_own: isLeadsOwn({ decidedBy, decider: decider?.name ?? null, authors }),
      },
      made: {
        shape: "note",
        phase: "decided",
        holder_id: me.id,
        taken_up_at: now,
        area_id: facts.area,
        proposal: "",
        options: [],
        cost: facts.cost?.amount ?? null,
        currency: facts.cost?.currency ?? null,
        reversible: facts.reversible,
        outside: "",
        stop_rule: "",
        expected: "",
        level,
        because: JSON.stringify(because),
        decided_at: now,
      },
    });
    await addStep(db, { workspace, decision: id, on: today, from: null, to: "decided", by: me.name, note: "" });
    await context.record({ kind: "decisions.noted", subject: id, team, data: { ref, level, how } });
    const { kind, whom } = toldOfNote(level);
    await tellOfDecision(
      context,
      { id, team, title: words },
      {
        kind,
        to: readersAmong(weighed.people, whom),
        actor: me.id,
        params: kind === "told" ? { what: "accepted" } : { outcome: "accepted" },
      },
    );
    context.tell("decisions");
    return { decision: id, ref, level };
  },

  async grow(context, { decision, n, ...record }) {
    const { db, workspace, me, now, today } = context;
    const { row, state, stand, weighed } = await decidingForMe(context, decision, { change: true });
    insist(whyNotGrow(state, stand));
    if (row.n !== n) throw refuse("decisions.changed_meanwhile");
    if (record.goal !== row.goal) await insistOnPlace(context, row.team, { goal: record.goal }, weighed);
    if (record.review !== null && record.review < today) throw refuse("decisions.day_is_past");
    await giveCredits(context, row, record.credits);

    // nobody was asked for a voice on a note, so its first version takes the words
    const version = { workspace, decision, n: row.version, at: now, by: me.id, proposal: record.proposal };
    await store.rewriteVersion(db, version);
    await changeDeciding(db, workspace, decision, {
      shape: "decision",
      proposal: record.proposal,
      options: record.options,
      expected: record.expected,
      confidence: record.confidence,
      review_on: record.review,
      outside: record.outside,
    });
    await changeLogged(db, workspace, decision, {
      kind: null,
      context: record.context || null,
      reasons: record.reasons || null,
      changed_at: now,
    });
    if (record.goal !== row.goal) {
      await setGoalServed(db, { workspace, decision, goal: record.goal, at: now, by: me.id });
    }
    await context.record({ kind: "decisions.grown", subject: decision, team: row.team });
    context.tell("decisions");
    return {};
  },
};
