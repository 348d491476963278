import { goalById, goalsOfTeam } from "../direction/goal-store.ts";
import { type LineNow, linesOfTeamNow } from "../direction/intent-store.ts";
import { dayIn } from "../foundation/clock.ts";
import type { MemberContext } from "../foundation/run.ts";
import type { WhyNot } from "../people/rules.ts";
import { whySentence } from "../people/shared-actions.ts";
import {
  allFields,
  type Guardrail,
  mayNeedYes,
  maySeeProposal,
  type Stand,
  sidesOf,
  whyNotAnswer,
  whyNotClose,
  whyNotHand,
  whyNotName,
  whyNotWrite,
} from "./card-rules.ts";
import * as cardStore from "./card-store.ts";
import { entriesOf, type Sayer } from "./history-rules.ts";
import * as holderStore from "./holder-store.ts";
import { levelStretches, movesIn90Days } from "./level-rules.ts";
import { mostAreas } from "./rules.ts";
import {
  type AreaSeen,
  areasSeen,
  guardrailsShown,
  type Look,
  namesFor,
  onBoard,
  seesDesired,
  whyNotNow,
} from "./seen-actions.ts";
import { type AreaActions, areaForMe, teamInWhichIAm, whoMayHold } from "./shared-actions.ts";
import { whyNotStepIn } from "./step-in-rules.ts";
import { loansOf } from "./step-in-store.ts";
import * as store from "./store.ts";
import { endOfDay } from "./time-rules.ts";

const changesOnAPage = 50;

/** The moment that is looked at: now, or the end of an earlier day where the reader is. */
function lookAt(context: MemberContext, asOf: string | undefined) {
  const { now, today, me } = context;
  if (!asOf || asOf >= today) return { at: now, today, current: true };
  return { at: endOfDay(asOf, me.timeZone), today: asOf, current: false };
}

/** What an area serves, in words; null where nothing is named or it is no longer in the intent. */
export async function servedBy(
  { db, workspace }: MemberContext,
  card: cardStore.CardWritten,
  lines: readonly LineNow[],
) {
  if (card.mattersGoal) {
    const goal = await goalById(db, workspace, card.mattersGoal);
    return goal ? ({ kind: "goal", goal: goal.id, words: goal.outcome } as const) : null;
  }
  const line = lines.find((one) => one.line === card.mattersLine);
  return line ? ({ kind: "line", line: line.line, words: line.words, teamName: line.teamName } as const) : null;
}

function proposalsShown(context: MemberContext, area: AreaSeen, look: Look, stand: Stand) {
  const sees = seesDesired(area, stand);
  return area.proposals
    .filter((one) => maySeeProposal(one, sees))
    .map((one) => {
      const { card, level, owner } = one.change;
      return {
        id: one.id,
        what: one.what,
        madeAt: one.madeAt,
        madeBy: { member: one.madeBy, name: one.maker, expected: false },
        needs: one.needs,
        why: one.why,
        level: level ?? null,
        trialWeeks: one.trialWeeks,
        fields: allFields.filter((field) => card && field in card),
        card: card
          ? { ...card, ...(card.guardrails ? { guardrails: guardrailsShown([...card.guardrails], look.names) } : {}) }
          : null,
        owner: owner ? (look.names.people.get(owner) ?? null) : null,
        mine: one.madeBy === context.me.id,
        whyNotAnswer: whyNotNow(context, area, look) ?? whySentence(context, whyNotAnswer(one.needs, stand)),
      };
    });
}

/** The board, the handover card, and the history. */
export const boardActions: AreaActions<"board" | "show" | "history"> = {
  async board(context, { team, asOf }) {
    const { row, role } = await teamInWhichIAm(context, team);
    const { at, today, current } = lookAt(context, asOf);
    const seen = await areasSeen(context, { teams: [team] }, at);
    const open = seen.areas.filter(({ closed }) => !closed);
    const closedTeam = row.closed_at !== null;
    const look = { role, today, current, names: await namesFor(context, open) };
    const areas = open.map((area) => onBoard(context, closedTeam ? { ...area, closed: true } : area, look));
    const openNow = current ? open.length : await store.countOpen(context.db, context.workspace, team);
    const mayNotMake: WhyNot =
      role !== "lead"
        ? { code: "areas.only_the_lead" }
        : openNow >= mostAreas
          ? { code: "areas.too_many_areas", params: { most: mostAreas } }
          : closedTeam
            ? { code: "people.team_closed" }
            : null;
    return {
      asOf: today,
      current,
      areas,
      ...movesIn90Days(areas),
      closed: seen.areas.length - open.length,
      since: seen.since && dayIn(seen.since, context.me.timeZone),
      whyNotMake: current ? whySentence(context, mayNotMake) : context.sayTo(context.locale, "areas")("said.past"),
      people: await whoMayHold(context, seen, team),
    };
  },
  async show(context, { area: id, asOf }) {
    const { db, workspace } = context;
    const { at, today, current } = lookAt(context, asOf);
    const { area, stand, role, leads, teamName, seen } = await areaForMe(context, id, at);
    const look: Look = { role, today, current, names: await namesFor(context, [area]) };
    const lines = await linesOfTeamNow(db, workspace, area.team);
    const { card } = area;
    const notNow = whyNotNow(context, area, look);
    const why = (whyNot: WhyNot) => notNow ?? whySentence(context, whyNot);
    const candidates = await whoMayHold(context, seen, area.team);
    const ownerLeads = leads.includes(area.presentOwner?.member ?? "");
    return {
      ...onBoard(context, area, look),
      team: area.team,
      teamName,
      closed: area.closed,
      // who cannot write needs none, and would learn from it that an owner's wish has changed
      version: sidesOf(stand).size > 0 ? card.n : 0,
      good: card.good,
      money: card.money,
      scope: card.scope,
      people: card.people,
      budget: card.budget,
      information: card.information,
      rhythm: card.rhythm,
      escalation: card.escalation,
      matters: card.matters,
      serves: await servedBy(context, card, lines),
      proposals: proposalsShown(context, area, look, stand),
      whyNotWrite: Object.fromEntries(
        allFields.flatMap((field) => {
          const sentence = why(whyNotWrite(field, stand));
          return sentence ? [[field, sentence]] : [];
        }),
      ),
      needsYes: allFields.filter((field) => mayNeedYes(field, stand)),
      whyNotHand: why(whyNotHand(stand)),
      whyNotName: why(whyNotName(stand)),
      whyNotClose:
        current && area.closed
          ? whySentence(context, role === "lead" ? null : { code: "areas.only_the_lead" })
          : why(whyNotClose(stand, ownerLeads)),
      whyNotStepIn: why(
        whyNotStepIn({ leads: role === "lead", owns: stand.owns, level: area.level, onLoan: area.loan !== null }),
      ),
      candidates,
      goals: await goalsOfTeam(db, workspace, area.team),
      lines: lines.map(({ line, words, teamName }) => ({ line, words, teamName })),
    };
  },
  async history(context, { area: id, offset }) {
    const { db, workspace, now, me } = context;
    const { area, stand } = await areaForMe(context, id);
    const cards = await cardStore.cardsOf(db, workspace, id);
    const holds = await holderStore.holdersOf(db, workspace, [id]);
    const loans = await loansOf(db, workspace, [id], { from: null, until: now });
    const actors = [...holds, ...loans].flatMap((one) =>
      "givenBy" in one ? [one.givenBy, one.endedBy] : [one.by, one.endedBy],
    );
    const say = await sayerFor(context, area.team, cards, actors);
    const mineSince = holds.find((hold) => hold.part === "owner" && hold.until === null)?.from;
    const seesAt = (at: Date) =>
      seesDesired(area, stand) && (stand.role === "lead" || (mineSince !== undefined && at >= mineSince));
    const entries = entriesOf(cards, holds, loans, now, say, seesAt);
    return {
      total: entries.length,
      changes: entries.slice(offset, offset + changesOnAPage).map(({ trialUntil, ...entry }) => ({
        ...entry,
        trialUntil: trialUntil && dayIn(trialUntil, me.timeZone),
      })),
      levels: levelStretches(
        cards.map(({ card }) => card),
        loans,
        now,
      ),
    };
  },
};

/** How the values of a history are said to its reader, with all names that it needs. */
async function sayerFor(
  context: MemberContext,
  team: string,
  cards: Awaited<ReturnType<typeof cardStore.cardsOf>>,
  members: readonly (string | null)[],
): Promise<Sayer> {
  const { db, workspace, locale } = context;
  const say = context.sayTo(locale, "areas");
  const asks = cards.flatMap(({ card }) => card.guardrails).filter((one) => one.kind === "ask");
  const people = await store.peopleByIds(
    db,
    workspace,
    asks.flatMap((one) => one.members),
  );
  const teams = await store.teamNames(
    db,
    workspace,
    asks.flatMap((one) => one.team ?? []),
  );
  const actors = members.filter((one) => one !== null);
  const here = await store.membersHere(db, workspace, [...new Set(actors)]);
  const names = await store.peopleByIds(db, workspace, actors);
  const goals = new Map<string, string>();
  for (const goal of new Set(cards.flatMap(({ card }) => card.mattersGoal ?? []))) {
    goals.set(goal, (await goalById(db, workspace, goal))?.outcome ?? say("said.gone"));
  }
  const served = cards.some(({ card }) => card.mattersLine) ? await linesOfTeamNow(db, workspace, team) : [];
  const lines = new Map(served.map(({ line, words }) => [line, words]));
  const money = (amount: number, currency: string) =>
    new Intl.NumberFormat(locale, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" }).format(
      amount,
    );
  return {
    money,
    day: (day) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)),
    guardrail: (one) => guardrailSentence(one, say, { money, people, teams, locale }),
    goal: (id) => goals.get(id) ?? say("said.gone"),
    line: (id) => lines.get(id) ?? say("said.gone"),
    member: (id) => (id && here.has(id) ? (names.get(id)?.name ?? null) : null),
  };
}

/** A guardrail as one sentence. */
function guardrailSentence(
  one: Guardrail,
  say: (key: string, params?: Record<string, unknown>) => string,
  known: {
    money: (amount: number, currency: string) => string;
    people: Map<string, store.Person>;
    teams: Map<string, string>;
    locale: string;
  },
): string {
  if (one.kind === "cost") {
    return say("said.guardrail.cost", {
      amount: known.money(one.over, one.currency),
      level: say(`level.${one.level}`),
    });
  }
  if (one.kind === "one_way") return say("said.guardrail.one_way", { level: say(`level.${one.level}`) });
  if (one.kind === "goal") return say("said.guardrail.goal");
  if (one.kind === "text") return one.words;
  const team = one.team && known.teams.get(one.team);
  const who = [
    ...one.members.flatMap((id) => known.people.get(id)?.name ?? []),
    ...(team ? [say("said.everybody_in", { team_name: team })] : []),
  ];
  return say("said.guardrail.ask", { who: new Intl.ListFormat(known.locale).format(who) });
}
