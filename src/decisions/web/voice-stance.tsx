import { Check, CircleAlert, Hand, type LucideIcon, Minus, X } from "lucide-react";
import { Badge } from "../../ui/badge.tsx";
import { classes } from "../../ui/classes.ts";
import { groundTone, inkTone } from "../../ui/tone.ts";
import type { Stance } from "../method-rules.ts";
import { say, stanceName, stanceTone } from "./deciding-words.ts";

const icons: Readonly<Record<Stance, LucideIcon>> = {
  agree: Check,
  consent: Check,
  yes: Check,
  concern: CircleAlert,
  against: X,
  object: Hand,
  no: X,
  aside: Minus,
  abstain: Minus,
};

/** A stance as a sign, in its tone. */
export function StanceIcon({ stance, className }: { stance: Stance; className?: string }) {
  const Icon = icons[stance];
  return <Icon aria-hidden="true" size={19} className={classes("shrink-0", inkTone[stanceTone[stance]], className)} />;
}

/** The ground of a stance that is chosen. */
export function stanceGround(stance: Stance): string {
  const tone = stanceTone[stance];
  return tone === "neutral" ? "border-edge bg-neutral-soft" : classes(groundTone[tone], edges[tone]);
}

const edges = {
  pasture: "border-pasture!",
  brass: "border-brass!",
  clay: "border-clay!",
  sky: "border-sky!",
  plum: "border-plum!",
} as const;

/** A stance beside a name. In consent a concern is consent, with a concern. */
export function StanceBadge({ stance, method }: { stance: Stance; method: string }) {
  const words = stance === "concern" && method === "consent" ? say("web.voice.with_concern") : stanceName(stance);
  return <Badge tone={stanceTone[stance]}>{words}</Badge>;
}
