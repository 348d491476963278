import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Connection } from "../src/foundation/db.ts";
import { openPostgres } from "../src/foundation/postgres.ts";

/** A database server for as long as a script or a test run lasts: the bundled one, in a folder that is removed. */
export type Scratch = { connection: Connection; stop(): Promise<void> };

/** Starts it. Nothing in it is meant to last, so nothing waits for the disk. */
export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "bellwether-scratch-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const postgres = await openPostgres(folder, {
      log: (sentence) => console.error(sentence),
      settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
    });
    return {
      connection: postgres.connection,
      async stop() {
        await postgres.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
