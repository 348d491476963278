import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { openHouse, type Running } from "../src/app/engine.ts";
import { systemClock } from "../src/foundation/clock.ts";
import type { Config } from "../src/foundation/config.ts";
import type { Connection } from "../src/foundation/db.ts";
import { testRoles, testSecret } from "./secrets.ts";

/** An open house on a test database, with a way in as the tables' owner for what a test must set up or look at behind the door. */
export type TestHouse = Running & { config: Config; owner: pg.Pool };

let shared: Promise<TestHouse> | undefined;

// after whatever the file itself takes down: hooks run in the reverse order of their making
afterAll(async () => (await shared)?.stop());

/** The house that all tests of a worker share; each test makes its own workspace in it. */
export function testHouse(): Promise<TestHouse> {
  shared ??= open(`${inject("template").replace(/template$/, "worker")}${process.env.VITEST_POOL_ID ?? 0}`);
  return shared;
}

/** A house where nobody has ever signed up: for tests of the first person, and of what belongs to the whole installation. */
export function freshHouse(): Promise<TestHouse> {
  return open(
    `${inject("template").replace(/template$/, "fresh")}_${process.pid}_${Math.random().toString(36).slice(2, 10)}`,
  );
}

async function open(database: string): Promise<TestHouse> {
  const server = inject("server");
  await copyTemplate(server, database);
  const config: Config = {
    port: 0,
    host: "127.0.0.1",
    dataFolder: path.join(import.meta.dirname, "no-folder"),
    database: inject("external") ? server : null,
    secret: testSecret,
    roles: testRoles,
    trustProxy: false,
    address: "https://bellwether.test",
    mail: { smtp: null, from: "Bellwether <bellwether@bellwether.test>" },
  };
  const connection = { ...server, database };
  const running = await openHouse(config, connection, systemClock);
  const owner = new pg.Pool({ ...connection, max: 2 });
  owner.on("error", () => {});
  return {
    ...running,
    config,
    owner,
    async stop() {
      await owner.end();
      await running.stop();
    },
  };
}

async function copyTemplate(server: Connection, database: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(`create database ${database} template ${inject("template")}`);
  } catch (error) {
    // the file before this one made it for the same worker
    if (!["42P04", "23505"].includes((error as pg.DatabaseError).code ?? "")) throw error;
  } finally {
    await client.end();
  }
}
