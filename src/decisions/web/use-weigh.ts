import { useSettled } from "../../people/web/settled.ts";
import { decisionsClient } from "./decisions-client.ts";
import type { DraftFacts } from "./propose-draft.ts";

/**
 * At which level something would be decided, as its facts change. The last answer stays until the next is there, so that
 * nothing jumps while somebody types.
 * @param facts what is known so far
 * @returns the answer, and the area that it is about, where that is known for sure
 */
export function useWeigh(workspace: string, team: string, facts: DraftFacts) {
  const settled = JSON.parse(useSettled(JSON.stringify(facts))) as DraftFacts;
  const input = { workspace, team, ...settled };
  const asked = decisionsClient.useAsk("weigh", input, { placeholderData: (last: unknown) => last });
  return { ...asked, area: asked.isPlaceholderData ? null : settled.area };
}
