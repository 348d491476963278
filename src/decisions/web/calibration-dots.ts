/** How a decision turned out, from the bottom row to the top one. */
export const verdictRows = ["not", "partly", "worked"] as const;

/** How far up the next one stands, where a row is 1 high; more than five would reach into the row above, and come closer. */
const step = 0.16;
const room = 0.66;

/**
 * Where each decision is drawn: dots that would lie on one another stand on one another instead.
 * @param points with how sure somebody was, and how it turned out
 * @returns the same in the same order, each with its height: its row, and a little more for each that stands there already
 */
export function stacked<P extends { confidence: number; verdict: (typeof verdictRows)[number] }>(
  points: readonly P[],
): (P & { y: number })[] {
  const place = (point: P) => `${point.verdict} ${point.confidence}`;
  const total = new Map<string, number>();
  for (const point of points) total.set(place(point), (total.get(place(point)) ?? 0) + 1);
  const there = new Map<string, number>();
  return points.map((point) => {
    const before = there.get(place(point)) ?? 0;
    there.set(place(point), before + 1);
    const apart = Math.min(step, room / Math.max(1, total.get(place(point))! - 1));
    return { ...point, y: verdictRows.indexOf(point.verdict) + before * apart };
  });
}
