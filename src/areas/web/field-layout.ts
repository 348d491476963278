/** An area as the field places it. */
export type OnField = { id: string; name: string; level: number; before: number | null };

/** Where an area stands, in pixels from the side on which reading begins and from the top. */
export type Placed = {
  id: string;
  row: number;
  /** The middle of its bead. */
  x: number;
  y: number;
  /** Where it stood before; null where it did not move. */
  from: number | null;
  label: { side: "before" | "after"; start: number; width: number };
};

export type FieldLayout = { width: number; height: number; rows: number; placed: Placed[]; levelX: readonly number[] };

/** Half a bead, and the air between it and its label. */
const bead = 10;
const gap = 5;
const edge = 8;
const between = 10;
const topRoom = 14;
const levelCount = 7;
export const lowestRow = 24;
const highestRow = 52;
/** Up to so many each area has a row of its own: the slope of the herd is then seen at once. */
const rowsAlone = 9;

const narrow = /[iljtfrI.,:;'’|!()[\]\s-]/u;
const wide = /[mwMW@%€]/u;
const fullWidth = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|\p{Extended_Pictographic}/u;
const upper = /\p{Lu}/u;

/** About how wide a text is, in pixels: too much rather than too little, so that nothing has to be measured. */
export function roughWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    if (fullWidth.test(letter)) ems += 1.05;
    else if (narrow.test(letter)) ems += 0.37;
    else if (wide.test(letter)) ems += 0.95;
    else ems += upper.test(letter) ? 0.73 : 0.62;
  }
  return Math.ceil(ems * size) + 2;
}

/** How much room the lead's bell has at the beginning. */
export function bellRoom(width: number): number {
  return width < 480 ? 46 : 66;
}

/** Where each level stands. */
export function levelPlaces(width: number): number[] {
  const begin = bellRoom(width);
  const step = (width - begin - bead - edge * 2) / (levelCount - 0.4);
  return Array.from({ length: levelCount }, (_, at) => begin + step * (at + 0.6));
}

/** The order of the board and of the field: farthest ahead first, then by name. */
export function farthestFirst<A extends { level: number; name: string }>(areas: readonly A[], locale: string): A[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return areas.toSorted((a, b) => b.level - a.level || compare(a.name, b.name));
}

type Stretch = { from: number; to: number };
const meet = (a: Stretch, b: Stretch) => a.from < b.to + between && b.from < a.to + between;

/** The label on the side where its trail is not, where it fits there; else on the other; else the roomier one, cut off. */
function labelOf(x: number, area: OnField, width: number, fontSize: number): Placed["label"] {
  const wanted = roughWidth(area.name, fontSize);
  const room = { before: x - bead - gap - bellRoom(width), after: width - edge - (x + bead + gap) };
  const trailBehind = area.before !== null && area.before < area.level;
  const sides = trailBehind || area.before === null ? (["after", "before"] as const) : (["before", "after"] as const);
  const fits = sides.find((side) => room[side] >= wanted);
  const side = fits ?? (room.before > room.after ? "before" : "after");
  const shown = Math.floor(Math.min(wanted, room[side]));
  return { side, start: side === "after" ? x + bead + gap : x - bead - gap - shown, width: shown };
}

/**
 * Places areas on the field. Each is a bead at its level with its name at one side; with more areas than have rows of their
 * own, those that do not meet share one. The same areas in the same order always stand alike.
 * @param areas farthest ahead first
 * @param width pixels
 * @param least the least height, in pixels; the field grows with its rows
 */
export function fieldLayout(areas: readonly OnField[], width: number, least: number, fontSize = 11): FieldLayout {
  const levelX = levelPlaces(width);
  const xOf = (level: number) => levelX[level - 1]!;
  const taken: Stretch[][] = [];
  const standing = areas.map((area) => {
    const x = xOf(area.level);
    const label = labelOf(x, area, width, fontSize);
    const own = { from: Math.min(x - bead, label.start), to: Math.max(x + bead, label.start + label.width) };
    const alone = areas.length <= rowsAlone;
    const free = alone ? -1 : taken.findIndex((row) => row.every((other) => !meet(own, other)));
    const row = free === -1 ? taken.length : free;
    taken[row] = [...(taken[row] ?? []), own];
    const moved = area.before !== null && area.before !== area.level;
    return { id: area.id, row, x, from: moved ? xOf(area.before!) : null, label };
  });
  const rows = Math.max(1, taken.length);
  const rowHeight = Math.max(lowestRow, Math.min(highestRow, (least - topRoom * 2) / rows));
  const height = Math.max(least, Math.round(rows * rowHeight + topRoom * 2));
  const first = (height - rows * rowHeight) / 2 + rowHeight / 2;
  const placed = standing.map((one) => ({ ...one, y: Math.round(first + one.row * rowHeight) }));
  return { width, height, rows, placed, levelX };
}
