import {
  type DecidingStand,
  type DecidingState,
  mayDecideHere,
  whyNotBegin,
  whyNotDecide,
  whyNotTakeUp,
} from "./deciding-rules.ts";
import { methodRules } from "./method-rules.ts";
import { processAt } from "./process-rules.ts";

/** A decision as far as it may wait for one person. Days are ISO dates where that person is. */
export type Matter = {
  state: DecidingState;
  stand: DecidingStand;
  /** I am among those who may take it up. */
  taker: boolean;
  /** Whoever holds it is among them, or stepped in on it. */
  held: boolean;
  /** I hold it; or I proposed it, and nobody who is still here holds it. */
  keeper: boolean;
  /** As what I may speak in its latest round, and whether I have. Of others nothing is known here. */
  part: "voice" | "lead" | null;
  spoke: boolean;
  /** Objections that stand. */
  standing: number;
  /** Questions of others that nobody has answered. */
  questions: number;
  /** I have a voice in the latest round, and it is open. */
  contributed: boolean;
  /** I said of the sum-up heard, or not quite. */
  saidHeard: boolean;
  today: string;
  days: {
    /** When its round opens at the latest, and until when the leads speak. */
    due: string | null;
    leadsUntil: string | null;
    /** When it came to its phase, and since when it has stalled. */
    since: string;
    stalled: string | null;
    review: string | null;
    wait: string | null;
  };
};

export type WaitingKind =
  | "voice_asked"
  | "lead_voice_asked"
  | "take_up_asked"
  | "decide_ready"
  | "objection_stands"
  | "questions_open"
  | "heard_asked"
  | "decision_stalled"
  | "decision_review_due"
  | "wait_over";
/** Something that waits for one person: what, how many of it, and until when or since when. */
export type Waits = { kind: WaitingKind; n: number; on: string | null };

const holdsRightly = ({ state, stand }: Matter) => stand.holds && mayDecideHere(state.level, stand);

/** Whether nothing is in the way of deciding any more, but what whoever decides writes themselves. */
function isReady({ state, stand }: Matter): boolean {
  if (state.phase !== "opened" || !state.round?.current || state.round.leadsToSpeak) return false;
  return (["accepted", "rejected"] as const).some((outcome) => {
    const whyNot = whyNotDecide(state, stand, outcome);
    return whyNot === null || whyNot.code === "decisions.sum_up_first";
  });
}

/** Whether an objection that stands is in the way of what a round decides. */
function isObjectedTo({ state, standing }: Matter): boolean {
  return standing > 0 && state.phase === "opened" && state.round !== null && methodRules[state.round.method].binding;
}

/**
 * What of a decision waits for one person now. Whether anybody else has spoken in a round makes no difference to it before that
 * round is open.
 */
export function waitsFor(matter: Matter): Waits[] {
  const { state, stand, days, today } = matter;
  const { phase } = state;
  const found: Waits[] = [];
  const waits = (kind: WaitingKind, on: string | null, n = 1) => void found.push({ kind, n, on });
  const round = state.round?.dropped ? null : state.round;

  if (phase === "sealed" && round && !round.opened && matter.part === "voice" && !matter.spoke) {
    waits("voice_asked", days.due);
  }
  if (phase === "opened" && round?.current && round.leadsToSpeak && matter.part === "lead" && !matter.spoke) {
    waits("lead_voice_asked", days.leadsUntil);
  }
  // whoever is asked from outside the team has their voice, and nothing else waits for them
  if (stand.role === null || stand.role === "observer") return found;

  if (matter.taker && !matter.held && whyNotTakeUp(state, stand) === null) waits("take_up_asked", days.since);
  if (phase === "opened" && state.summedUp && matter.contributed && !matter.saidHeard && !holdsRightly(matter)) {
    waits("heard_asked", null);
  }
  if (holdsRightly(matter)) {
    if (isObjectedTo(matter)) waits("objection_stands", days.since, matter.standing);
    else if (days.stalled === null && isReady(matter)) waits("decide_ready", days.since);
    if (days.stalled !== null && (phase === "shaping" || phase === "opened")) waits("decision_stalled", days.stalled);
  }
  const leadDecides = processAt(state.level).decides === "lead" && stand.role === "lead";
  const open = !["withdrawn", "reviewed"].includes(phase);
  if (leadDecides && open && matter.questions > 0 && (matter.held ? stand.holds : matter.taker)) {
    waits("questions_open", null, matter.questions);
  }
  if (phase === "decided" && days.review !== null && days.review <= today && matter.keeper) {
    waits("decision_review_due", days.review);
  }
  if (phase === "waiting" && days.wait !== null && days.wait <= today && (matter.held ? stand.holds : matter.taker)) {
    waits("wait_over", days.wait);
  }
  return found;
}

export type Mine =
  | "voice"
  | "lead_voice"
  | "take_up"
  | "begin"
  | "decide"
  | "integrate"
  | "answer"
  | "heard"
  | "review"
  | "resume";

const inOneWord: readonly [WaitingKind, Mine][] = [
  ["voice_asked", "voice"],
  ["lead_voice_asked", "lead_voice"],
  ["heard_asked", "heard"],
  ["take_up_asked", "take_up"],
  ["objection_stands", "integrate"],
  ["decide_ready", "decide"],
  ["wait_over", "resume"],
  ["decision_review_due", "review"],
  ["questions_open", "answer"],
];

/** What waits for me in a decision, in one word: the first of what does, or the next step of what is mine while it is shaped. */
export function mineIn(matter: Matter): Mine | null {
  const kinds = new Set(waitsFor(matter).map(({ kind }) => kind));
  const first = inOneWord.find(([kind]) => kinds.has(kind));
  if (first && first[1] !== "answer") return first[1];
  const next = nextStep(matter);
  return next ?? first?.[1] ?? null;
}

function nextStep(matter: Matter): Mine | null {
  const { state, stand } = matter;
  if (!holdsRightly(matter)) return null;
  if (isReady(matter)) return "decide";
  if (state.phase !== "shaping") return null;
  const heardFirst = processAt(state.level).round || (state.asks && !stand.steppedIn);
  if (heardFirst) return whyNotBegin(state, stand) === null ? "begin" : null;
  return whyNotDecide(state, stand) === null ? "decide" : null;
}
