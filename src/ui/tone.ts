/**
 * The family's tones. pasture: going well, ahead · brass: waiting, the lead · clay: needs care · sky: sealed,
 * information · plum: private, confidential. A tone never carries meaning alone: words or an icon stand beside it.
 */
export const tones = ["pasture", "brass", "clay", "sky", "plum", "neutral"] as const;
export type Tone = (typeof tones)[number];

/** Small text on the tone's own soft ground. */
export const softTone: Readonly<Record<Tone, string>> = {
  pasture: "bg-pasture-soft text-pasture-ink",
  brass: "bg-brass-soft text-brass-ink",
  clay: "bg-clay-soft text-clay-ink",
  sky: "bg-sky-soft text-sky-ink",
  plum: "bg-plum-soft text-plum-ink",
  neutral: "bg-neutral-soft text-ink-2",
};

/** A bordered ground in the tone, with ordinary ink on it. */
export const groundTone: Readonly<Record<Tone, string>> = {
  pasture: "border-pasture-edge bg-pasture-soft",
  brass: "border-brass-edge bg-brass-soft",
  clay: "border-clay-edge bg-clay-soft",
  sky: "border-sky-edge bg-sky-soft",
  plum: "border-plum-edge bg-plum-soft",
  neutral: "border-line bg-neutral-soft",
};

/** Text or an icon in the tone. */
export const inkTone: Readonly<Record<Tone, string>> = {
  pasture: "text-pasture-ink",
  brass: "text-brass-ink",
  clay: "text-clay-ink",
  sky: "text-sky-ink",
  plum: "text-plum-ink",
  neutral: "text-ink-2",
};

/** The tone as a CSS colour, for what is drawn. */
export function toneColour(tone: Tone): string {
  return tone === "neutral" ? "var(--color-ink-3)" : `var(--color-${tone})`;
}
