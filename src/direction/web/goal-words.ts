import type { WhyNot } from "../../people/rules.ts";
import type { Tone } from "../../ui/tone.ts";
import type { GoalEntry, GoalsView, Measure, Serves } from "./direction-client.ts";
import { amountText, partName, say } from "./direction-words.ts";

export type GoalState = GoalEntry["state"];

export const goalStateTone: Readonly<Record<GoalState, Tone>> = {
  open: "sky",
  reached: "pasture",
  dropped: "neutral",
};

export function goalStateName(state: GoalState): string {
  return say(`web.goal.state.${state}`);
}

/** The sentence of a reason that this room's rules give. */
export function whySentence(whyNot: WhyNot): string | null {
  return whyNot ? say(`refusal.${whyNot.code.slice("direction.".length) as "only_the_owner"}`) : null;
}

/** How far a number has come from its start to its target, from 0 to 1; null where it is not known or no number. */
export function partOfTheWay(measure: Measure, value: number | null): number | null {
  if (measure.kind === "done" || value === null) return null;
  const way = measure.target - measure.start;
  return way === 0 ? null : Math.min(1, Math.max(0, (value - measure.start) / way));
}

/** An amount of what a goal measures, with its unit. */
export function measured(measure: Measure, value: number, locale: string): string {
  return amountText(value, measure.kind === "number" ? measure.unit : "", locale);
}

export const servesNothing = "nothing";

/** What a goal can serve as choices of a list, in groups: lines by team, then goals. */
export function servesChoices({ lines, parents }: Pick<GoalsView, "lines" | "parents">, without?: string) {
  const teams = [...new Map(lines.map(({ team, teamName }) => [team, teamName]))];
  return [
    { value: servesNothing, label: say("web.goal.serves_nothing") },
    ...teams.map(([id, name]) => ({
      group: say("web.goal.lines_of", { name }),
      choices: lines
        .filter(({ team }) => team === id)
        .map(({ line, part, words }) => ({ value: `line:${line}`, label: `${words} (${partName(part)})` })),
    })),
    ...(parents.some(({ goal }) => goal !== without)
      ? [
          {
            group: say("web.goal.goals"),
            choices: parents
              .filter(({ goal }) => goal !== without)
              .map(({ goal, outcome, teamName }) => ({ value: `goal:${goal}`, label: `${outcome} (${teamName})` })),
          },
        ]
      : []),
  ];
}

/** What a choice of that list stands for. */
export function servesFrom(choice: string | undefined): Serves {
  const [kind, id = ""] = (choice ?? servesNothing).split(":");
  if (kind === "line") return { kind, line: id };
  return kind === "goal" ? { kind, goal: id } : { kind: "nothing" };
}

/** The choice that stands for what a goal serves now. */
export function servesValue(serves: GoalEntry["serves"]): string {
  if (!serves) return servesNothing;
  return serves.kind === "line" ? `line:${serves.line.line}` : `goal:${serves.goal}`;
}
