import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  Clock3,
  History,
  Lock,
  LockOpen,
  Milestone,
  PencilLine,
  Replace,
  Undo2,
  UserCheck,
} from "lucide-react";
import type { ReactNode } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Badge } from "../../ui/badge.tsx";
import type { Tone } from "../../ui/tone.ts";
import { type Phase, type Shape, shapes } from "../deciding-rules.ts";
import type { DeciderKind, Outcome, ReversalKind } from "../rules.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("decisions");

/** A kind of decider's tone, the same in every badge and plot. */
export const deciderTone: Readonly<Record<DeciderKind, Tone>> = {
  lead: "brass",
  delegate: "pasture",
  team: "sky",
  other: "plum",
  unknown: "neutral",
};

const outcomeTone: Readonly<Record<Outcome, Tone>> = {
  accepted: "pasture",
  rejected: "clay",
  withdrawn: "neutral",
  superseded: "sky",
  waiting: "brass",
  other: "neutral",
};
const outcomeIcon: Readonly<Record<Outcome, ReactNode>> = {
  accepted: <CircleCheck aria-hidden="true" />,
  rejected: <CircleX aria-hidden="true" />,
  withdrawn: <Undo2 aria-hidden="true" />,
  superseded: <Replace aria-hidden="true" />,
  waiting: <Clock3 aria-hidden="true" />,
  other: <CircleDashed aria-hidden="true" />,
};

const phaseIcon: Readonly<Record<Phase, ReactNode>> = {
  shaping: <PencilLine aria-hidden="true" />,
  sealed: <Lock aria-hidden="true" />,
  opened: <LockOpen aria-hidden="true" />,
  decided: <Milestone aria-hidden="true" />,
  reviewed: <History aria-hidden="true" />,
  withdrawn: <Undo2 aria-hidden="true" />,
  waiting: <Clock3 aria-hidden="true" />,
};

/** What became of a decision, in a word. */
export function outcomeName(outcome: Outcome | null): string {
  return say(`outcome.${outcome ?? "none"}`);
}

/** Who had the last word, in kind. */
export function deciderName(kind: DeciderKind | null): string {
  return say(`decidedBy.${kind ?? "none"}`);
}

/** How a verdict was taken back, in a word or two. */
export function reversalName(kind: ReversalKind): string {
  return say(`reversal.${kind}`);
}

/** How far a decision made here has come, in a word or two. */
export function phaseName(phase: Phase): string {
  return say(`phase.${phase}`);
}

/** What kind a decision is: a record's own word, or what one made here is besides a decision: a note, an experiment. */
export function kindName(kind: string): string {
  return shapes.some((shape) => shape === kind) ? say(`shape.${kind as Shape}`) : kind;
}

/** Marks a decision as made here, by how far it has come. */
export function PhaseBadge({ phase }: { phase: Phase }) {
  return <Badge icon={phaseIcon[phase]}>{phaseName(phase)}</Badge>;
}

export function OutcomeBadge({ outcome }: { outcome: Outcome | null }) {
  return (
    <Badge
      tone={outcome ? outcomeTone[outcome] : "neutral"}
      icon={outcome ? outcomeIcon[outcome] : <CircleDashed aria-hidden="true" />}
    >
      {outcomeName(outcome)}
    </Badge>
  );
}

export function DeciderBadge({ kind }: { kind: DeciderKind | null }) {
  const icon = kind === "unknown" ? <CircleHelp aria-hidden="true" /> : undefined;
  return (
    <Badge tone={kind ? deciderTone[kind] : "neutral"} icon={icon}>
      {deciderName(kind)}
    </Badge>
  );
}

/** Marks a verdict that was taken back. */
export function ReversedBadge({ kind }: { kind: ReversalKind }) {
  return (
    <Badge tone="clay" icon={<Undo2 aria-hidden="true" />}>
      {reversalName(kind)}
    </Badge>
  );
}

/** Marks a decision that somebody it was handed to also wrote. */
export function SelfDecidedBadge() {
  return (
    <Badge tone="brass" icon={<UserCheck aria-hidden="true" />}>
      {say("web.self_decided")}
    </Badge>
  );
}
