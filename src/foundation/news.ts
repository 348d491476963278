import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type LiveState, listen } from "./live-client.ts";

/** How far one's own long work has come. */
export type Progress = { done: number; total: number };

const progressHeard = new Map<string, Progress>();
const progressListeners = new Set<() => void>();

/**
 * Hears a workspace's news: what changed is read again; after a lost connection, everything.
 * @param workspace its id
 * @returns where the connection stands
 */
export function useNews(workspace: string): LiveState {
  const queries: QueryClient = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  useEffect(
    () =>
      listen(workspace, {
        message(message) {
          if ("progress" in message) {
            progressHeard.set(message.progress.key, message.progress);
            for (const tell of progressListeners) tell();
            return;
          }
          for (const room of message.changed) void queries.invalidateQueries({ queryKey: [room] });
        },
        everything: () => void queries.invalidateQueries(),
        state: setState,
      }),
    [workspace, queries],
  );
  return state;
}

/**
 * How far a piece of one's own work has come.
 * @param key the one handed to the operation; null for none
 */
export function useProgress(key: string | null): Progress | null {
  return useSyncExternalStore(
    (tell) => {
      progressListeners.add(tell);
      return () => void progressListeners.delete(tell);
    },
    () => (key ? (progressHeard.get(key) ?? null) : null),
  );
}

/** Whether the browser believes it has a connection. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (tell) => {
      addEventListener("online", tell);
      addEventListener("offline", tell);
      return () => {
        removeEventListener("online", tell);
        removeEventListener("offline", tell);
      };
    },
    () => navigator.onLine,
  );
}
