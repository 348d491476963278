import { Kysely, PostgresDialect, type RawBuilder, sql } from "kysely";
import pg from "pg";
import type { DB } from "./tables.ts";

/** A transaction (or connection) that SQL runs on. */
export type Db = Kysely<DB>;

/** Where a server is and as whom. */
export type Connection = {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string | undefined;
  /** As the server's address asked for it (`sslmode`). */
  ssl?: pg.PoolConfig["ssl"];
};

// dates stay the day they are, whatever zone the server runs in; counts are numbers
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

/**
 * A pool of connections.
 * @param connection where and as whom
 * @param max how many at the most
 * @param options settings of each connection, as in `-c search_path=auth`
 */
export function openPool(connection: Connection, max: number, options?: string): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 15_000,
    ...(options ? { options } : {}),
  });
  // a connection that breaks while idle is replaced by the pool; without a listener it would end the process
  pool.on("error", () => {});
  return pool;
}

/**
 * Enters a workspace for the rest of this transaction: row security shows its rows and no others. Requests enter through
 * `run`; what has no session (a link, a new workspace) enters by itself, and a test lists who does.
 * @param db the transaction
 * @param workspace whose rows are to be seen
 */
export async function enterWorkspace(db: Db, workspace: string): Promise<void> {
  await sql`select set_config('app.workspace', ${workspace}, true)`.execute(db);
}

/**
 * Kysely on one client that is already held, so that a request's statements share its transaction.
 * @param client a connected client; its holder releases it
 */
export function dbOn(client: pg.ClientBase): Db {
  const query = (text: unknown, values?: unknown[]) => {
    const name = typeof text === "string" ? preparedAs.get(text) : undefined;
    // a cursor or a plain statement goes on as it came
    return name
      ? client.query({ name, text: text as string, values: values ?? [] })
      : client.query(text as string, values);
  };
  const held = { query, release() {} };
  const pool = { connect: async () => held, end: async () => {} } as unknown as pg.Pool;
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** Statements that connections prepare, by their text. */
const preparedAs = new Map<string, string>();

/**
 * Runs a statement that each connection plans once and keeps: for what is asked many times a second and takes longer to plan than
 * to do. Its text must be the same every time, with all that differs in its parameters.
 * @param name what the statement is called on a connection
 * @returns its rows
 */
export async function prepared<T>(db: Db, name: string, statement: RawBuilder<T>): Promise<T[]> {
  const compiled = statement.compile(db);
  const known = preparedAs.get(compiled.sql);
  if (known === undefined) {
    if ([...preparedAs.values()].includes(name)) throw new Error(`the statement ${name} reads otherwise than before`);
    preparedAs.set(compiled.sql, name);
  } else if (known !== name) throw new Error(`the statement ${name} is known as ${known}`);
  return (await db.executeQuery(compiled)).rows;
}
