import { keptWords } from "../../people/web/kept-words.ts";
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

/** What was typed into the intent of a team, kept in this browser until the server has it. `at` is the moment, ISO. */
export const keptDraft = (team: string, member: string) => keptWords<Kept>("draft", team, member);

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
