import { intentWords, mostWords } from "../intent-rules.ts";
import { say } from "./direction-words.ts";
import type { DraftParts } from "./kept-draft.ts";

/**
 * What a draft still needs before it can be published, as a sentence; null where nothing is missing.
 * @param today the day it is for whoever writes
 */
export function whyNotReady(parts: DraftParts, today: string): string | null {
  const { why, done, keep, until, review } = parts;
  if (!why.trim()) return say("web.draft.needs.why");
  if (!done.trim()) return say("web.draft.needs.done");
  if (!keep.trim()) return say("web.draft.needs.keep");
  const over = intentWords(parts) - mostWords;
  if (over > 0) return say("web.draft.needs.fewer", { n: over });
  if (!until) return say("web.draft.needs.until");
  if (!review) return say("web.draft.needs.review");
  if (until <= today || review <= today) return say("web.draft.needs.ahead");
  if (review > until) return say("web.draft.needs.review_first");
  return null;
}
