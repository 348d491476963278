import type { DecisionView } from "./decisions-client.ts";

type Step = DecisionView["steps"][number];
type Reversal = DecisionView["reversals"][number];

/** Something that happened to a decision. `on` is an ISO date. */
export type Happening =
  | { what: "opened"; on: string }
  | { what: "decided"; on: string }
  | ({ what: "step" } & Step)
  | ({ what: "reversal" } & Reversal);

const rank: Readonly<Record<Happening["what"], number>> = { opened: 0, step: 1, reversal: 1, decided: 2 };

/**
 * Everything dated that is known of a decision, the earliest first. A change of status that took a verdict back is told once,
 * as the reversal it was; the verdict comes after the changes of its day.
 * @param view the decision
 */
export function historyOf(
  view: Pick<DecisionView, "openedOn" | "decidedOn" | "decidedBy" | "steps" | "reversals">,
): Happening[] {
  const reversed = new Set(view.reversals.map(({ on, from, to }) => `${on} ${from} ${to}`));
  // the first status of that day says it already, and more
  const begun = view.steps.some(({ on, from }) => from === null && on === view.openedOn);
  const happenings: Happening[] = [
    ...(view.openedOn && !begun ? [{ what: "opened" as const, on: view.openedOn }] : []),
    ...view.steps
      .filter(({ on, from, to }) => !reversed.has(`${on} ${from} ${to}`))
      .map((step) => ({ what: "step" as const, ...step })),
    ...view.reversals.map((reversal) => ({ what: "reversal" as const, ...reversal })),
    ...(view.decidedOn && view.decidedBy ? [{ what: "decided" as const, on: view.decidedOn }] : []),
  ];
  // sorting is stable, so that changes of one day stay in the record's order
  return happenings.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rank[a.what] - rank[b.what]));
}
