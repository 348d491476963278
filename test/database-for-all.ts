import pg from "pg";
import type { TestProject } from "vitest/node";
import { openScratch } from "../scripts/scratch-database.ts";
import { connectionFrom } from "../src/foundation/config.ts";
import type { Connection } from "../src/foundation/db.ts";
import { migrate } from "../src/foundation/migrate.ts";
import { testPasswordKey, testRoles } from "./secrets.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server, as one who may make databases. */
    server: Connection;
    /** Whether it is somebody's own server, where roles log in with passwords. */
    external: boolean;
    /** A migrated database that is only ever copied. */
    template: string;
  }
}

/**
 * One server for the whole run: the bundled one in a folder of its own, or the one in DATABASE_URL. Migrated once; tests
 * copy what that made.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.DATABASE_URL;
  const scratch = url ? undefined : await openScratch();
  const server = scratch?.connection ?? connectionFrom(url!);
  const run = `bellwether_test_${process.pid}_${Date.now().toString(36)}`;
  const template = `${run}_template`;
  await onServer(server, (client) => client.query(`create database ${template} template template0`));
  await migrate({ ...server, database: template }, { roles: testRoles, passwordKey: url ? testPasswordKey : null });
  project.provide("server", server);
  project.provide("external", scratch === undefined);
  project.provide("template", template);
  return async () => {
    if (scratch) return scratch.stop();
    await onServer(server, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        "select datname as name from pg_database where starts_with(datname, $1)",
        [run],
      );
      for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
    });
  };
}

async function onServer(server: Connection, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
