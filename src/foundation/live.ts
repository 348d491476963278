import pg from "pg";
import type { Connection } from "./db.ts";
import { log } from "./log.ts";

/** What a screen is told: only *what changed*, never its content; and how far one's own long work has come. */
export type LiveMessage = { changed: readonly string[] } | { progress: { key: string; done: number; total: number } };

type Listener = { workspace: string; member: string; send: (message: LiveMessage) => void };
type Wire = { w?: string; c?: string[]; m?: string; p?: { key: string; done: number; total: number }; s?: 1 };

/** News between the app's processes and their screens, over PostgreSQL's NOTIFY on one connection of its own. */
export type Live = {
  /** After a commit: these rooms of a workspace changed. Gathered for a moment, so that a burst is one message. */
  publish(workspace: string, rooms: Iterable<string>): void;
  /** At once, to one member's own screens. */
  progress(workspace: string, member: string, progress: { key: string; done: number; total: number }): void;
  /** A session ended somewhere: every process forgets whom it remembered. */
  sessionEnded(): void;
  onSessionEnded(forget: () => void): void;
  /** Begins to listen; returns how to stop. */
  subscribe(listener: Listener): () => void;
  stop(): Promise<void>;
};

const channel = "bellwether_live";
const gatherMs = 40;

/**
 * Opens the connection that carries news. It opens again by itself when it breaks; screens refetch when they reconnect,
 * so a lost message costs a moment, never truth.
 * @param connection the database, as the app's own role
 */
export async function openLive(connection: Connection): Promise<Live> {
  const listeners = new Set<Listener>();
  const forgetters = new Set<() => void>();
  const gathered = new Map<string, Set<string>>();
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let stopped = false;

  const hear = (payload: string) => {
    const wire = JSON.parse(payload) as Wire;
    if (wire.s) for (const forget of forgetters) forget();
    for (const listener of listeners) {
      if (listener.workspace !== wire.w) continue;
      if (wire.c) listener.send({ changed: wire.c });
      if (wire.p && wire.m === listener.member) listener.send({ progress: wire.p });
    }
  };

  const connect = async () => {
    const next = new pg.Client(connection);
    next.on("error", (error) => {
      log.warn({ error: error.message }, "the live connection broke");
      client = undefined;
      for (const forget of forgetters) forget();
      reconnectSoon();
    });
    next.on("notification", (message) => message.payload && hear(message.payload));
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
  };
  const reconnectSoon = () => {
    if (stopped) return;
    setTimeout(() => {
      if (!stopped && !client) connect().catch(reconnectSoon);
    }, 500).unref();
  };

  // one after the other: a client takes one statement at a time
  let said: Promise<unknown> = Promise.resolve();
  const say = (wire: Wire) => {
    said = said
      .then(() => client?.query("select pg_notify($1, $2)", [channel, JSON.stringify(wire)]))
      .catch((error: Error) => log.warn({ error: error.message }, "news could not be sent"));
  };
  const flush = () => {
    timer = undefined;
    for (const [workspace, rooms] of gathered) say({ w: workspace, c: [...rooms] });
    gathered.clear();
  };

  await connect();
  return {
    publish(workspace, rooms) {
      const set = gathered.get(workspace) ?? new Set();
      for (const room of rooms) set.add(room);
      if (set.size === 0) return;
      gathered.set(workspace, set);
      timer ??= setTimeout(flush, gatherMs);
    },
    progress: (workspace, member, progress) => say({ w: workspace, m: member, p: progress }),
    sessionEnded: () => say({ s: 1 }),
    onSessionEnded: (forget) => void forgetters.add(forget),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await said;
      await client?.end().catch(() => {});
    },
  };
}
