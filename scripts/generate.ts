import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import type { Connection } from "../src/foundation/db.ts";
import { builtIn, migrate } from "../src/foundation/migrate.ts";
import { schemaPage } from "./schema-page.ts";

const root = path.resolve(import.meta.dirname, "..");

/** What is made from the migrations and kept in the repository: path → text. */
export type Generated = Readonly<Record<"db/schema.sql" | "src/foundation/tables.ts", string>>;

/**
 * Makes `db/schema.sql` and `src/foundation/tables.ts` from the migrations.
 * @param server a server on which a database may be made and dropped again
 */
export async function generate(server: Connection): Promise<Generated> {
  const roles = { app: "bellwether_gen_app", auth: "bellwether_gen_auth" };
  const database = `bellwether_gen_${process.pid}_${Date.now()}`;
  const outer = new pg.Client(server);
  await outer.connect();
  try {
    await outer.query(`create database ${database} template template0`);
    const connection = { ...server, database };
    await migrate(connection, { roles, passwordKey: null });
    const inner = new pg.Client(connection);
    await inner.connect();
    try {
      return {
        "db/schema.sql": await schemaPage(inner, roles, builtIn),
        "src/foundation/tables.ts": await tableTypes(connection),
      };
    } finally {
      await inner.end();
    }
  } finally {
    await outer.query(`drop database if exists ${database} with (force)`);
    await outer.end();
  }
}

async function tableTypes(connection: Connection): Promise<string> {
  const url = new URL("postgres://server");
  url.username = connection.user;
  url.password = connection.password ?? "";
  url.pathname = connection.database;
  url.searchParams.set("host", connection.host);
  url.searchParams.set("port", String(connection.port));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      path.join(root, "node_modules/kysely-codegen/dist/cli/bin.js"),
      "--print",
      ...["--dialect", "postgres", "--url", url.href, "--default-schema", "public", "--include-pattern", "public.*"],
      ...["--exclude-pattern", "public.migration", "--date-parser", "string", "--log-level", "error"],
      // as the drivers hand them over: see the parsers in db.ts
      ...["--type-mapping", JSON.stringify({ int8: "number" })],
    ],
    { cwd: root, maxBuffer: 10_000_000 },
  );
  return `${stdout.trim()}\n`;
}
