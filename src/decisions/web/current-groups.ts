import type { InProgress } from "./decisions-client.ts";

/** In the order in which they are read: what waits for me first. */
export const groupsInOrder = ["mine", "sealed", "opened", "shaping", "waiting"] as const;
export type Group = (typeof groupsInOrder)[number];

/** Under which heading a decision stands. */
function groupOf({ mine, phase }: Pick<InProgress, "mine" | "phase">): Group {
  if (mine) return "mine";
  return groupsInOrder.find((one) => one === phase) ?? "shaping";
}

/** Decisions under their headings, the empty ones left out; within each in the order they came. */
export function grouped<T extends Pick<InProgress, "mine" | "phase">>(decisions: readonly T[]): [Group, T[]][] {
  return groupsInOrder
    .map((group): [Group, T[]] => [group, decisions.filter((one) => groupOf(one) === group)])
    .filter(([, found]) => found.length > 0);
}
