/** How a round is decided. More methods stand here when they come: each is one entry of `methodRules`. */
export const methods = ["advice", "consent", "majority"] as const;
export type Method = (typeof methods)[number];

/** What a voice may say, in all methods together. */
export const stances = ["agree", "concern", "against", "aside", "consent", "object", "yes", "no", "abstain"] as const;
export type Stance = (typeof stances)[number];

/** How many voices take each stance; a stance that nobody took may be missing. */
export type Tally = Readonly<Partial<Record<Stance, number>>>;
/** What a round says: it carries the proposal, it does not, or it says nothing by itself (advice; a quorum that was missed). */
export type Verdict = "carried" | "not_carried" | "open";

export type MethodRules = {
  /** In the order in which they are shown. */
  stances: readonly Stance[];
  /** Stances that need a reason. */
  reasoned: readonly Stance[];
  /** Stances that become an objection or a concern, with a state of its own. */
  raises: Readonly<Partial<Record<Stance, "objection" | "concern">>>;
  /** Whether the round decides; otherwise whoever decides does so after it. */
  binding: boolean;
  /** Whether a number of voices may be asked for. */
  quorum: boolean;
  /** What the voices say. Nobody's silence counts as a stance. */
  verdict(round: { tally: Tally; spoken: number; electors: number; quorum: number; standing: number }): Verdict;
};

/** How many voices a quorum of some per cent needs among so many electors. */
export function quorumNeeded(electors: number, quorum: number): number {
  return Math.ceil((electors * quorum) / 100);
}

/**
 * The rules of each method.
 * advice: whoever decides hears first. consent: carried when somebody spoke and no objection stands (sociocratic consent:
 * Endenburg, 1981). majority: more yes than no among those who took a side, with the quorum met; abstaining counts for the quorum.
 */
export const methodRules: Readonly<Record<Method, MethodRules>> = {
  advice: {
    stances: ["agree", "concern", "against", "aside"],
    reasoned: ["concern", "against"],
    raises: { concern: "concern" },
    binding: false,
    quorum: false,
    verdict: () => "open",
  },
  consent: {
    stances: ["consent", "concern", "object", "aside"],
    reasoned: ["concern", "object"],
    raises: { concern: "concern", object: "objection" },
    binding: true,
    quorum: false,
    verdict({ tally, standing }) {
      if (standing > 0) return "not_carried";
      const said = (tally.consent ?? 0) + (tally.concern ?? 0) + (tally.object ?? 0);
      return said > 0 ? "carried" : "open";
    },
  },
  majority: {
    stances: ["yes", "no", "abstain"],
    reasoned: [],
    raises: {},
    binding: true,
    quorum: true,
    verdict({ tally, spoken, electors, quorum }) {
      if (spoken === 0 || spoken < quorumNeeded(electors, quorum)) return "open";
      return (tally.yes ?? 0) > (tally.no ?? 0) ? "carried" : "not_carried";
    },
  },
};

/** What is done about an objection that stays; named before the round begins. */
export const exits = ["another_round", "mediator", "smaller_try", "holder_decides", "wait"] as const;
export type Exit = (typeof exits)[number];
