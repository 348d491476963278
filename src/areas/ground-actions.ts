import { goalById } from "../direction/goal-store.ts";
import { linesOfTeamNow } from "../direction/intent-store.ts";
import { dayIn } from "../foundation/clock.ts";
import { refuse } from "../foundation/refusal.ts";
import type { MemberContext } from "../foundation/run.ts";
import { servedBy } from "./board-actions.ts";
import { clearlyMeant, guessAreas } from "./guess-rules.ts";
import { effectiveLevel, type Heard, mayI } from "./level-rules.ts";
import type { Prompt } from "./prompt-rules.ts";
import { areasSeen, type Look, leadsOf, loanShown, namesFor, onBoard, partIn } from "./seen-actions.ts";
import { type AreaActions, teamInWhichIAm } from "./shared-actions.ts";
import { endOf, inForce } from "./step-in-rules.ts";
import { type StepInRow, stepInsAsking } from "./step-in-store.ts";
import * as store from "./store.ts";
import { daysBefore } from "./time-rules.ts";

/** So long after its end a step-in asks to be looked back at. */
const daysToLookBack = 31;

type Team = Awaited<ReturnType<typeof store.teamsOfMember>>[number];

/** The open areas of teams, each as it is for me. */
async function openAreasOf(context: MemberContext, teams: readonly Team[]) {
  const seen = await areasSeen(context, { teams: teams.map(({ id }) => id) });
  const open = seen.areas.filter(({ closed }) => !closed);
  const names = await namesFor(context, open);
  return teams.map((team) => {
    const look: Look = { role: team.role, today: context.today, current: true, names };
    const areas = open
      .filter((area) => area.team === team.id)
      .map((area) => ({ area, shown: onBoard(context, area, look) }));
    return { team, areas };
  });
}

/** My ground, “may I?”, and what waits for me. */
export const groundActions: AreaActions<"ground" | "mayI" | "serving" | "waiting"> = {
  async ground(context) {
    const { db, workspace, me } = context;
    const teams = await store.teamsOfMember(db, workspace, me.id);
    const all = await openAreasOf(context, teams);
    return {
      teams: await inTurn(all, async ({ team, areas }) => {
        const mine = areas.filter(({ shown }) => shown.mine);
        const needsLines = mine.some(({ area }) => area.card.mattersLine);
        const lines = needsLines ? await linesOfTeamNow(db, workspace, team.id) : [];
        return {
          team: team.id,
          teamName: team.name,
          role: team.role,
          areas: await inTurn(mine, async ({ area, shown }) => {
            const level = shown.proposed.find(({ what }) => what === "level");
            return {
              area: area.id,
              name: shown.name,
              purpose: shown.purpose,
              part: shown.mine!,
              level: shown.level,
              trialUntil: shown.trialUntil,
              loan: shown.loan,
              offered: shown.offered,
              desired: shown.mine === "owner" ? shown.desired : null,
              guardrails: shown.guardrails,
              money: area.card.money,
              scope: area.card.scope,
              escalation: area.card.escalation,
              review: shown.review,
              matters: area.card.matters,
              serves: (await servedBy(context, area.card, lines))?.words ?? null,
              owner: shown.owner,
              proposed: level ? { id: level.id, level: level.level!, mineToAnswer: level.mineToAnswer } : null,
            };
          }),
          others: areas
            .filter(({ shown }) => !shown.mine)
            .map(({ shown }) => ({ area: shown.id, name: shown.name, level: shown.level, owner: shown.owner })),
        };
      }),
    };
  },
  async mayI(context, { team, what, area: named, ...facts }) {
    const { me } = context;
    const { role } = await teamInWhichIAm(context, team);
    const seen = await areasSeen(context, { teams: [team] });
    const open = seen.areas.filter(({ closed }) => !closed);
    const guesses = what
      ? guessAreas(
          what,
          open.map(({ id, card }) => ({ area: id, name: card.name, purpose: card.purpose })),
          context.locale,
        )
      : [];
    const meant = named ?? clearlyMeant(guesses);
    const area = open.find(({ id }) => id === meant);
    if (named && !area) throw refuse("areas.no_such_area");
    const bounds = area ? { level: area.level, guardrails: area.card.guardrails, money: area.card.money } : null;
    const effective = effectiveLevel(bounds, facts);
    const others = effective.ask.members.filter((member) => member !== me.id);
    const guarded = others.length + effective.ask.teams.length > 0;
    const part = area ? partIn(area, me.id) : null;
    const may = mayI(effective.level, { role, part }, area?.owner !== null, guarded);
    const leads = leadsOf(seen, team);
    return {
      answer: may.answer,
      level: effective.level,
      because: effective.because,
      area: area ? { area: area.id, name: area.card.name } : null,
      loan: area ? loanShown(area) : null,
      owner: area?.owner ?? null,
      leads,
      ask: may.asks ? await askedFirst(context, others, effective.ask.teams, may.hear, leads) : [],
      mustNameGoal: effective.mustNameGoal,
      acknowledge: effective.acknowledge,
      depends: effective.depends,
      guesses: guesses.map(({ area, name }) => ({ area, name })),
    };
  },
  async serving(context, { goal }) {
    const { db, workspace, me } = context;
    const row = await goalById(db, workspace, goal);
    if (!row) throw refuse("areas.no_such_goal");
    const teams = await store.teamsOfMember(db, workspace, me.id);
    if (!teams.some(({ id }) => id === row.team)) await teamInWhichIAm(context, row.team);
    const serving = new Set(await store.teamsServing(db, workspace, goal));
    const seen = await areasSeen(context, { teams: teams.map(({ id }) => id).filter((id) => serving.has(id)) });
    const areas = seen.areas.filter(({ closed, card }) => !closed && card.mattersGoal === goal);
    return {
      areas: areas.map(({ id, team, card, level, owner }) => ({ area: id, name: card.name, team, level, owner })),
    };
  },
  async waiting(context) {
    const { db, workspace, me, now } = context;
    const teams = await store.teamsOfMember(db, workspace, me.id);
    const all = await openAreasOf(context, teams);
    const ids = teams.map(({ id }) => id);
    const endedAfter = daysBefore(now, daysToLookBack);
    const loans = await stepInsAsking(db, workspace, { member: me.id, teams: ids, now, endedAfter });
    const waiting = all.flatMap(({ team, areas }) =>
      areas.flatMap(({ area, shown }) => {
        const of = (kind: Kind, on: string | null = null, proposal: Waiting["proposal"] = null): Waiting => ({
          kind,
          team: team.id,
          teamName: team.name,
          area: area.id,
          areaName: shown.name,
          by: proposal?.by ?? null,
          proposal,
          on,
        });
        const owns = shown.mine === "owner";
        const answers = shown.proposed
          .filter(({ mineToAnswer }) => mineToAnswer)
          .map(({ id, what, level }) => {
            const by = area.proposals.find((one) => one.id === id)!.maker;
            return of("yes_needed", null, { id, by, what, level });
          });
        const prompts = team.role === "lead" || owns ? shown.prompts.flatMap((one) => waitsOf(one, of)) : [];
        const says = owns
          ? [
              ...(area.card.desired === null ? [of("say_desired")] : []),
              ...(area.card.matters ? [] : [of("say_matters")]),
            ]
          : [];
        return [...answers, ...prompts, ...says];
      }),
    );
    return { waiting: [...waiting, ...loans.flatMap((loan) => loanWaits(context, loan))] };
  },
};

/** A longer loan asks whoever can say yes to it; one that is over asks whoever made it to look back. */
function loanWaits({ now, me }: MemberContext, loan: StepInRow): Waiting[] {
  const of = (kind: Kind, on: Date): Waiting => ({
    kind,
    team: loan.team,
    teamName: loan.teamName,
    area: loan.area!,
    areaName: loan.title,
    by: loan.byName,
    proposal: null,
    on: dayIn(on, me.timeZone),
  });
  if (!inForce(loan, now)) return [of("loan_review", endOf(loan))];
  return loan.answerer === me.id ? [of("more_time_asked", loan.extendTo!)] : [];
}

type Kind =
  | "yes_needed"
  | "no_owner"
  | "abdicated"
  | "review_due"
  | "gap"
  | "trial_ending"
  | "say_desired"
  | "say_matters"
  | "more_time_asked"
  | "loan_review";
type Waiting = {
  kind: Kind;
  team: string;
  teamName: string;
  area: string;
  areaName: string;
  by: string | null;
  proposal: { id: string; by: string; what: "level" | "card" | "owner"; level: number | null } | null;
  on: string | null;
};

function waitsOf(prompt: Prompt, of: (kind: Kind, on?: string) => Waiting): Waiting[] {
  if (prompt.kind === "no_deputy") return [];
  if (prompt.kind === "review_due" || prompt.kind === "trial_ending") return [of(prompt.kind, prompt.on)];
  return [of(prompt.kind)];
}

/** Whom to ask or hear first, in words: those whom guardrails name, then those whom the level does. */
async function askedFirst(
  context: MemberContext,
  members: readonly string[],
  teams: readonly string[],
  hear: readonly Heard[],
  leads: readonly store.Person[],
) {
  const { db, workspace, me } = context;
  const say = context.sayTo(context.locale, "areas");
  const people = await store.peopleByIds(db, workspace, members);
  const named = await store.teamNames(db, workspace, teams);
  const byGuardrail = [
    ...members.flatMap((id) => people.get(id)?.name ?? []),
    ...teams.flatMap((id) => (named.has(id) ? say("said.everybody_in", { team_name: named.get(id) }) : [])),
  ];
  const byLevel = hear.flatMap((who) =>
    who === "leads"
      ? leads.filter(({ member }) => member !== me.id).map(({ name }) => name)
      : [say(`said.hear.${who}`)],
  );
  return [
    ...byGuardrail.map((who) => ({ who, because: "guardrail" as const })),
    ...byLevel.filter((who) => !byGuardrail.includes(who)).map((who) => ({ who, because: "level" as const })),
  ];
}

/** One after the other: all share one connection. */
async function inTurn<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of list) done.push(await work(one));
  return done;
}
