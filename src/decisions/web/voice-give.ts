import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, newKey, type Refused } from "../../foundation/client.ts";
import { usePlace } from "../../people/web/place.tsx";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";
import { type GivenVoice, withVoice } from "./voice-given.ts";

/** Screens on which a voice makes a difference: besides this room's own, what waits for me and the inbox. */
const changed = ["decisions", "home", "notices"];

/**
 * Gives my voice in a round. As soon as the round has it, it stands on the page; whatever else changed is read after that. A
 * refusal reads again as well, since the round has moved on.
 * @param decision the decision whose page shows it
 */
export function useVoice(decision: string) {
  const { workspace } = usePlace();
  const queries = useQueryClient();
  const { queryKey } = decisionsClient.queryOptions("deciding", { workspace: workspace.id, decision });
  const readAgain = () => {
    for (const room of changed) void queries.invalidateQueries({ queryKey: [room] });
  };
  return useMutation<unknown, Refused, GivenVoice>({
    networkMode: "always",
    mutationFn: (voice) => ask("decisions.voice", { workspace: workspace.id, ...voice }, { key: newKey() }),
    async onSuccess(_, voice) {
      // what is being read now may be from before it
      await queries.cancelQueries({ queryKey });
      const at = new Date().toISOString();
      queries.setQueryData<DecidingView>(queryKey, (view) => view && withVoice(view, voice, at));
      readAgain();
    },
    onError: (refused) => refused.code !== "offline" && readAgain(),
  });
}
