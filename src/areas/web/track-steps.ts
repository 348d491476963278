/** The lowest and the highest level. */
export const lowest = 1;
export const highest = 7;

const within = (level: number) => Math.max(lowest, Math.min(highest, level));

/** Where a level stands on a track, in hundredths of its width from its beginning: the middle of the level's seventh. */
export function placeOf(level: number): number {
  return ((level - 0.5) / highest) * 100;
}

/**
 * The level under a pointer.
 * @param x the pointer's place
 * @param track where the track begins at the left, and how wide it is
 * @param rtl whether it is read from the right
 */
export function levelAt(x: number, track: { left: number; width: number }, rtl: boolean): number {
  if (track.width === 0) return lowest;
  const along = (x - track.left) / track.width;
  return within(Math.ceil((rtl ? 1 - along : along) * highest));
}

/**
 * Where a key moves to on a track, or null where it moves nothing.
 * @param key as the browser names it
 * @param from the level now
 * @param rtl whether the arrow to the left goes ahead
 */
export function levelAfterKey(key: string, from: number, rtl: boolean): number | null {
  const ahead = rtl ? "ArrowLeft" : "ArrowRight";
  const back = rtl ? "ArrowRight" : "ArrowLeft";
  if (key === ahead || key === "ArrowUp" || key === "PageUp") return within(from + 1);
  if (key === back || key === "ArrowDown" || key === "PageDown") return within(from - 1);
  if (key === "Home") return lowest;
  return key === "End" ? highest : null;
}
