import type { Intent, IntentView } from "./direction-client.ts";

/** A draft as it stands in its form: days are empty texts where none is named. */
export type DraftParts = {
  why: string;
  done: string;
  keep: string;
  until: string;
  review: string;
  serves: string | null;
  whatChanged: string;
};

type Kept = { parts: DraftParts; at: string };

const keyOf = (team: string, member: string) => `bellwether.draft.${team}.${member}`;

/**
 * Keeps what was typed in this browser, until the server has it.
 * @param at the moment, ISO
 */
export function keepTyped(team: string, member: string, parts: DraftParts, at: string): void {
  try {
    localStorage.setItem(keyOf(team, member), JSON.stringify({ parts, at } satisfies Kept));
  } catch {
    // storage may be off or full; then the page itself is the only copy until the server has it
  }
}

/** The server has it, or it was thrown away. */
export function forgetTyped(team: string, member: string): void {
  try {
    localStorage.removeItem(keyOf(team, member));
  } catch {
    // as above
  }
}

/** What this browser kept and the server never got; null where there is none. */
export function typedBefore(team: string, member: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(team, member)) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/**
 * Where writing begins: at what this browser kept, my draft, what holds now, or an empty page.
 * @param view the intent's page
 * @param kept what this browser kept
 * @param today the day it is; days of the present version that are over are not proposed again
 */
export function draftStart(view: Pick<IntentView, "draft" | "intent">, kept: Kept | null, today: string): DraftParts {
  const { draft, intent } = view;
  if (kept && (!draft || kept.at > draft.changedAt)) return kept.parts;
  if (draft) {
    const { changedAt: _, ...parts } = draft;
    return { ...parts, until: draft.until ?? "", review: draft.review ?? "" };
  }
  return intent
    ? fromIntent(intent, today)
    : { why: "", done: "", keep: "", until: "", review: "", serves: null, whatChanged: "" };
}

function fromIntent(intent: Intent, today: string): DraftParts {
  const ahead = (day: string) => (day > today ? day : "");
  return {
    why: intent.why,
    done: intent.done,
    keep: intent.keep,
    until: ahead(intent.until),
    review: ahead(intent.review),
    serves: intent.serves?.line ?? null,
    whatChanged: "",
  };
}
