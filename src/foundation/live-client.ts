import type { LiveMessage } from "./live.ts";

/** Where the connection for news stands. */
export type LiveState = "connecting" | "open" | "lost";

/**
 * Listens to a workspace's news and connects again by itself.
 * @param workspace its id
 * @param hear what to do with a message; after a reconnect, `everything` says that any of it may have changed
 * @returns how to stop
 */
export function listen(
  workspace: string,
  hear: { message(message: LiveMessage): void; everything(): void; state(state: LiveState): void },
): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = 1_000;
  let lost = false;
  let stopped = false;

  const connect = () => {
    hear.state("connecting");
    source = new EventSource(`/api/workspaces/${workspace}/live`);
    source.addEventListener("open", () => {
      waitMs = 1_000;
      hear.state("open");
      if (lost) hear.everything();
      lost = false;
    });
    source.addEventListener("message", (event) => hear.message(JSON.parse(event.data) as LiveMessage));
    source.addEventListener("error", () => {
      source?.close();
      if (stopped) return;
      lost = true;
      hear.state("lost");
      timer = setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, 30_000);
    });
  };
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
