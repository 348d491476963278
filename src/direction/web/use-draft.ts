import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { Refused } from "../../foundation/client.ts";
import { directionClient, type IntentView } from "./direction-client.ts";
import { type DraftParts, keptDraft } from "./kept-draft.ts";

/** How safe what was typed is. `at` is when the server last had it, in milliseconds; null where nothing was typed yet. */
export type Keeping =
  | { state: "kept"; at: number | null }
  | { state: "typing" }
  | { state: "offline" }
  | { state: "refused"; sentence: string };

const typingMs = 700;
const againMs = 8_000;

/**
 * A draft that keeps itself: a moment after the last key it is on the server; without a connection it is in this browser,
 * and goes to the server when there is one.
 * @param start where writing begins
 * @param from whether that is what the server has, what only this browser kept, or a proposal nobody typed yet
 */
export function useDraft({
  workspace,
  team,
  member,
  start,
  from,
}: {
  workspace: string;
  team: string;
  member: string;
  start: DraftParts;
  from: "server" | "browser" | "nobody";
}) {
  const queries = useQueryClient();
  const [parts, setParts] = useState(start);
  const [keeping, setKeeping] = useState<Keeping>(
    from === "browser" ? { state: "typing" } : { state: "kept", at: null },
  );
  const latest = useRef(parts);
  const onServer = useRef<DraftParts | null>(from === "server" ? start : null);
  /** Whether somebody typed something that the server should have. */
  const typed = useRef(from === "browser");
  const gone = useRef(false);
  const underway = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(
    async (sending: DraftParts) => {
      const input = { ...sending, until: sending.until || null, review: sending.review || null };
      await directionClient.ask("saveDraft", { workspace, team, ...input });
      // the page behind has it too, so that coming back here begins with it
      const { queryKey } = directionClient.queryOptions("show", { workspace, team });
      queries.setQueryData(queryKey, (view: IntentView | undefined) =>
        view ? { ...view, draft: { ...input, changedAt: new Date().toISOString() } } : view,
      );
    },
    [queries, workspace, team],
  );

  /** Brings what was typed to the server; false where that cannot be done now. */
  const save = useCallback((): Promise<boolean> => {
    const bring = async () => {
      clearTimeout(timer.current);
      // what is typed on the way goes along with the next turn
      while (latest.current !== onServer.current) {
        const sending = latest.current;
        try {
          await send(sending);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          if (error.code !== "offline") {
            setKeeping({ state: "refused", sentence: Object.values(error.fields)[0] ?? error.message });
            return false;
          }
          setKeeping({ state: "offline" });
          if (!gone.current) timer.current = setTimeout(() => void save(), againMs);
          return false;
        }
        onServer.current = sending;
      }
      keptDraft(team, member).forget();
      setKeeping({ state: "kept", at: Date.now() });
      return true;
    };
    underway.current ??= bring().finally(() => {
      underway.current = null;
    });
    return underway.current;
  }, [send, team, member]);

  const change = (patch: Partial<DraftParts>) => {
    latest.current = { ...latest.current, ...patch };
    typed.current = true;
    setParts(latest.current);
    keptDraft(team, member).keep({ parts: latest.current, at: new Date().toISOString() });
    setKeeping((now) => (now.state === "offline" ? now : { state: "typing" }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), typingMs);
  };

  /** Nothing of it is brought to the server any more: it was published or thrown away. */
  const letGo = () => {
    clearTimeout(timer.current);
    typed.current = false;
    keptDraft(team, member).forget();
  };

  useEffect(() => {
    const bringTyped = () => {
      if (typed.current && latest.current !== onServer.current) void save();
    };
    gone.current = false;
    bringTyped();
    addEventListener("online", bringTyped);
    return () => {
      gone.current = true;
      removeEventListener("online", bringTyped);
      clearTimeout(timer.current);
      bringTyped();
    };
  }, [save]);

  return { parts, change, keeping, save, letGo };
}
