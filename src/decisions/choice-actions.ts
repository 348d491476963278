import { areasSeen } from "../areas/seen-actions.ts";
import { goalsOfTeam } from "../direction/goal-store.ts";
import { insist, teamForMe, whySentence } from "../people/shared-actions.ts";
import { peopleIn } from "../people/team-store.ts";
import { whyNotPropose, whyNotTakePart } from "./deciding-rules.ts";
import { asProposer, insistOnPlace } from "./draft-actions.ts";
import { whyNotNoteHere } from "./note-rules.ts";
import { whyNotRead } from "./rules.ts";
import { aheadOf, type DecisionActions, decidersAt, standOf } from "./shared-actions.ts";
import { weigh } from "./weigh-actions.ts";

/** Before something is proposed: at which level it would be decided, and what it can name. */
export const choiceActions: DecisionActions<"weigh" | "choicesForDraft"> = {
  async weigh(context, { team, ...facts }) {
    const { me } = context;
    const { standing } = await teamForMe(context, team);
    insist(whyNotRead(standing));
    const weighed = await weigh(context, team, facts);
    await insistOnPlace(context, team, facts, weighed);
    const { level } = weighed.effective;
    const { takers } = decidersAt(level, asProposer(me.id, facts.area), weighed);
    const mineAtOnce = whyNotTakePart(standing.role) === null && takers.includes(me.id);
    const row = asProposer(me.id, facts.area, mineAtOnce ? me.id : null);
    const stand = standOf(row, weighed, null, me.id);
    const asks = weighed.asks.some(({ member }) => member !== me.id);
    return {
      ahead: await aheadOf(context, row, weighed, null),
      mineAtOnce,
      whyNotNoteAlone: whySentence(context, whyNotNoteHere(level, stand, "alone", asks)),
      whyNotNoteTogether: whySentence(context, whyNotNoteHere(level, stand, "together", asks)),
    };
  },

  async choicesForDraft(context, { team }) {
    const { db, workspace } = context;
    const { row, standing } = await teamForMe(context, team);
    insist(whyNotRead(standing));
    const { areas } = await areasSeen(context, { teams: [team] });
    const people = await peopleIn(db, workspace, team);
    return {
      areas: areas
        .filter(({ closed }) => !closed)
        .map(({ id, card, level, owner }) => ({
          area: id,
          name: card.name,
          level,
          owner,
          currency: card.guardrails.find((one) => one.kind === "cost")?.currency ?? card.money?.currency ?? null,
        }))
        .sort((a, b) => a.name.localeCompare(b.name, context.locale)),
      goals: await goalsOfTeam(db, workspace, team),
      people: people.map(({ id, name, role }) => ({ member: id, name, lead: role === "lead" })),
      whyNotPropose: whySentence(context, whyNotPropose(standing.role, row.closed_at !== null)),
    };
  },
};
