import type { Level } from "../areas/rules.ts";
import type { Method } from "./method-rules.ts";

/** What the levels say of a decision's life: one row of PRODUCT.md's table. */
export type Process = {
  /** Who decides: a lead, the round, or whoever owns it. */
  decides: "lead" | "round" | "owner";
  /** Who may take it up. */
  takesUp: "lead" | "keeper" | "owner";
  /** Whether a sealed round comes first, whoever decides. */
  round: boolean;
  /** Whom the round hears by itself: everybody, those affected, or whom the owner names. */
  hears: "none" | "team" | "affected" | "chosen";
  /** What the leads who do not decide may say in the round: nothing, or one voice after the others. */
  leadsSpeak: boolean;
  /** The methods whoever opens may choose among; the first is the usual. */
  methods: readonly Method[];
  /** "What I heard" is written before it is decided. */
  sumUp: boolean;
  /** Reasons are written when it is decided. */
  reasons: boolean;
  /** It takes effect on a later day, so that questions are answered first. */
  effectLater: boolean;
  /** Who is told, and when: the team after it or before it takes effect; the leads on opening or after; nobody. */
  tells: "team_after" | "team_before" | "team" | "leads_opening" | "leads_after" | "nobody";
};

const processes: Readonly<Record<Level, Process>> = {
  1: {
    decides: "lead",
    takesUp: "lead",
    round: false,
    hears: "none",
    leadsSpeak: false,
    methods: ["advice"],
    sumUp: false,
    reasons: true,
    effectLater: false,
    tells: "team_after",
  },
  2: {
    decides: "lead",
    takesUp: "lead",
    round: false,
    hears: "none",
    leadsSpeak: false,
    methods: ["advice"],
    sumUp: false,
    reasons: true,
    effectLater: true,
    tells: "team_before",
  },
  3: {
    decides: "lead",
    takesUp: "lead",
    round: true,
    hears: "team",
    leadsSpeak: true,
    methods: ["advice"],
    sumUp: true,
    reasons: true,
    effectLater: false,
    tells: "team",
  },
  4: {
    decides: "round",
    takesUp: "keeper",
    round: true,
    hears: "team",
    leadsSpeak: true,
    methods: ["consent", "majority"],
    sumUp: true,
    reasons: false,
    effectLater: false,
    tells: "team",
  },
  5: {
    decides: "owner",
    takesUp: "owner",
    round: true,
    hears: "affected",
    leadsSpeak: true,
    methods: ["advice"],
    sumUp: true,
    reasons: false,
    effectLater: false,
    tells: "leads_opening",
  },
  6: {
    decides: "owner",
    takesUp: "owner",
    round: false,
    hears: "chosen",
    leadsSpeak: false,
    methods: ["advice", "consent", "majority"],
    sumUp: false,
    reasons: false,
    effectLater: false,
    tells: "leads_after",
  },
  7: {
    decides: "owner",
    takesUp: "owner",
    round: false,
    hears: "chosen",
    leadsSpeak: false,
    methods: ["advice", "consent", "majority"],
    sumUp: false,
    reasons: false,
    effectLater: false,
    tells: "nobody",
  },
};

/** What a level says of a decision's life. */
export function processAt(level: Level): Process {
  return processes[level];
}
