import { areasClient } from "../../areas/web/areas-client.ts";
import { directionClient } from "../../direction/web/direction-client.ts";

/** What a ground map is drawn from, read from where it is kept; null until all of it is there. */
export function useGroundMap(at: { workspace: string; team: string }) {
  const intent = directionClient.useAsk("show", at);
  const agreement = directionClient.useAsk("agreement", at);
  const board = areasClient.useAsk("board", at);
  const error = intent.error ?? agreement.error ?? board.error;
  const again = () => {
    for (const asked of [intent, agreement, board]) if (asked.error) void asked.refetch();
  };
  const ground =
    intent.data && agreement.data && board.data
      ? { intent: intent.data, agreement: agreement.data, board: board.data }
      : null;
  return { ground, error, again };
}

export type Ground = NonNullable<ReturnType<typeof useGroundMap>["ground"]>;
