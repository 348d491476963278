import { createHash, createHmac } from "node:crypto";
import pg from "pg";
import type { Connection } from "./db.ts";
import { PlainError } from "./plain-error.ts";

/** One step of the schema, `NNNN-name`, and its SQL, where `:app` and `:auth` stand for the two roles. */
export type Migration = { name: string; sql: string };

/** The two roles the app logs in as: neither owns a table nor passes by row security. */
export type Roles = { app: string; auth: string };

export type MigrateOptions = {
  roles: Roles;
  /** For a server that asks for passwords: the roles' own are made from this key. The bundled server needs none. */
  passwordKey: Buffer | null;
  /** The steps; those of `db/migrations` unless told otherwise. */
  migrations?: readonly Migration[];
};

const oldestServer = 150_000;
// any number that is the same in every copy of the app
const lockKey = 0x62656c6c;

const files = import.meta.glob<string>("../../db/migrations/*.sql", { query: "?raw", import: "default", eager: true });

/** The steps that came with this build, in order. */
export const builtIn: readonly Migration[] = Object.entries(files)
  .map(([file, sql]) => ({ name: file.slice(file.lastIndexOf("/") + 1, -".sql".length), sql }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

type State = { server: number; database: string; applied: Record<string, string> };

/**
 * Brings a database to the schema of this build: makes the roles, then runs each step that has not run, once, in order, each
 * in a transaction of its own. Copies of the app that start together wait for each other. With nothing to do it is one query.
 * @param owner where the database is, as the account that shall own the tables
 * @returns how the two roles log in, and the names of the steps that ran
 * @throws PlainError for a server too old, a database newer than the app, a changed step, or an account that may not
 */
export async function migrate(
  owner: Connection,
  options: MigrateOptions,
): Promise<{ app: Connection; auth: Connection; ran: string[] }> {
  const migrations = options.migrations ?? builtIn;
  const client = new pg.Client(owner);
  // a connection that breaks rejects the query that runs; without a listener it would end the process
  client.on("error", () => {});
  await client.connect().catch((error: unknown) => {
    throw notReached(owner, error);
  });
  try {
    const state = await stateOf(client);
    if (state.server < oldestServer) {
      throw new PlainError(
        `This PostgreSQL is version ${Math.floor(state.server / 10_000)}, and Bellwether needs 15 or newer: upgrade the server, or unset DATABASE_URL to use the bundled one.`,
      );
    }
    const wanted = passwordMarks(options);
    const rolesStand = Object.entries(wanted).every(([name, mark]) => state.applied[name] === mark);
    const steps = stepsLeft(migrations, state);
    if (!rolesStand) await inTurn(client, () => makeRoles(client, options, wanted));
    const ran: string[] = [];
    for (const step of steps) if (await inTurn(client, () => runStep(client, step, options.roles))) ran.push(step.name);
    return { app: loginOf(owner, options, "app"), auth: loginOf(owner, options, "auth"), ran };
  } finally {
    await client.end();
  }
}

/** What the server is and what has run there, in one query; a database nobody has migrated yet has no such table. */
async function stateOf(client: pg.Client): Promise<State> {
  const facts = "current_setting('server_version_num')::int as server, current_database() as database";
  const applied = "(select coalesce(json_object_agg(name, sha256), '{}') from public.migration) as applied";
  try {
    const { rows } = await client.query<State>(`select ${facts}, ${applied}`);
    return rows[0]!;
  } catch (error) {
    if ((error as pg.DatabaseError).code !== "42P01") throw error;
    const { rows } = await client.query<State>(`select ${facts}, '{}'::json as applied`);
    return rows[0]!;
  }
}

function stepsLeft(migrations: readonly Migration[], { applied, database }: State): Migration[] {
  const known = new Set(migrations.map((migration) => migration.name));
  const newer = Object.keys(applied).find((name) => !known.has(name) && !isRoleMark(name));
  if (newer) {
    throw new PlainError(
      `The database “${database}” was last used by a newer Bellwether (it has step ${newer}): start that version, or restore a copy made before it.`,
    );
  }
  const left: Migration[] = [];
  for (const migration of migrations) {
    const before = applied[migration.name];
    if (before === undefined) left.push(migration);
    else if (before !== sha256(normalised(migration.sql))) {
      throw new PlainError(
        `Step ${migration.name} of the database has changed since it ran on “${database}”: put the file back as it was and write the change as a new step.`,
      );
    }
  }
  return left;
}

/** One transaction that only one copy of the app is in at a time. A pooler in between does not loosen it. */
async function inTurn<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query(`begin; select pg_advisory_xact_lock(${lockKey})`);
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function runStep(client: pg.Client, step: Migration, roles: Roles): Promise<boolean> {
  const { rowCount } = await client.query("select from public.migration where name = $1", [step.name]);
  if (rowCount) return false;
  const sql = step.sql.replace(/(?<![:\w]):(app|auth)\b/g, (_, role: "app" | "auth") =>
    pg.escapeIdentifier(roles[role]),
  );
  try {
    await client.query(sql);
  } catch (error) {
    throw Object.assign(error as Error, { message: `${step.name}: ${(error as Error).message}` });
  }
  await client.query("insert into public.migration (name, sha256, applied_at) values ($1, $2, $3)", [
    step.name,
    sha256(normalised(step.sql)),
    new Date(),
  ]);
  return true;
}

async function makeRoles(client: pg.Client, options: MigrateOptions, marks: Record<string, string>): Promise<void> {
  const noted = `create table if not exists public.migration (
    name text collate "C" primary key, sha256 text not null, applied_at timestamptz not null)`;
  await client.query(noted).catch((error: pg.DatabaseError) => {
    if (error.code !== "42501") throw error;
    throw new PlainError(
      "The account in DATABASE_URL may not make tables: make it the owner of the database, as in “alter database … owner to …”.",
      error,
    );
  });
  for (const kind of ["app", "auth"] as const) {
    const role = options.roles[kind];
    // roles belong to the whole server, and the lock to one database: two databases may be at it at once
    for (let attempt = 1; ; attempt++) {
      await client.query("savepoint role");
      try {
        await makeRole(client, role, passwordOf(options, kind));
        break;
      } catch (error) {
        await client.query("rollback to savepoint role");
        if (error instanceof PlainError) throw error;
        const { code, message } = error as pg.DatabaseError;
        if (code === "42501") throw mayNot(options.roles, error);
        const metAnother = code === "23505" || code === "42710" || /concurrently updated/.test(message);
        if (!metAnother || attempt === 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 40));
      }
    }
  }
  for (const [name, mark] of Object.entries(marks)) {
    await client.query(
      `insert into public.migration (name, sha256, applied_at) values ($1, $2, $3)
       on conflict (name) do update set sha256 = excluded.sha256, applied_at = excluded.applied_at`,
      [name, mark, new Date()],
    );
  }
}

async function makeRole(client: pg.Client, role: string, password: string | undefined): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean; connects: boolean }>(
    `select rolsuper, rolbypassrls, has_database_privilege(oid, current_database(), 'connect') as connects
     from pg_roles where rolname = $1`,
    [role],
  );
  if (rows[0]?.rolsuper || rows[0]?.rolbypassrls) {
    throw new PlainError(
      `The database role ${role} may pass by row security, which keeps workspaces apart: run “alter role ${name} nosuperuser nobypassrls” on the server and start again.`,
    );
  }
  if (!rows[0]) await client.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  if (password !== undefined) await client.query(`alter role ${name} login password ${pg.escapeLiteral(password)}`);
  if (rows[0]?.connects) return;
  const { rows: there } = await client.query<{ database: string; connects: boolean }>(
    "select current_database() as database, has_database_privilege($1, current_database(), 'connect') as connects",
    [role],
  );
  if (!there[0]!.connects)
    await client.query(`grant connect on database ${pg.escapeIdentifier(there[0]!.database)} to ${name}`);
}

/** The sentence for a server that could not be reached or that does not let us in. */
function notReached(owner: Connection, error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string };
  const at = `${owner.host}:${owner.port}`;
  const plain = (sentence: string) => new PlainError(sentence, error);
  if (code === "28P01" || code === "28000") {
    return plain(
      `The PostgreSQL server at ${at} does not let ${owner.user} in: correct the name or password in DATABASE_URL.`,
    );
  }
  if (code === "3D000") {
    return plain(
      `There is no database “${owner.database}” at ${at}: make it with “create database”, or correct DATABASE_URL.`,
    );
  }
  if (code === "53300")
    return plain(`The PostgreSQL server at ${at} has no connection left: raise its max_connections.`);
  if (code && /^E[A-Z_]+$/.test(code)) {
    return plain(`No PostgreSQL server answers at ${at} (${code}): start it, or correct DATABASE_URL.`);
  }
  if (/SSL|certificate/i.test(`${code} ${message}`)) {
    return plain(
      `The PostgreSQL server at ${at} and we do not agree on encryption (${message}): set sslmode in DATABASE_URL.`,
    );
  }
  return error;
}

function mayNot(roles: Roles, cause: unknown): PlainError {
  return new PlainError(
    `The account in DATABASE_URL may not set up the roles ${roles.app} and ${roles.auth}: give it CREATEROLE (and, should they exist, the right to change them) and start again.`,
    cause,
  );
}

const isRoleMark = (name: string) => name.startsWith("role ");

function passwordOf({ roles, passwordKey }: MigrateOptions, kind: keyof Roles): string | undefined {
  return passwordKey ? createHmac("sha256", passwordKey).update(roles[kind]).digest("base64url") : undefined;
}

function loginOf(owner: Connection, options: MigrateOptions, kind: keyof Roles): Connection {
  return { ...owner, user: options.roles[kind], password: passwordOf(options, kind) };
}

/** What is noted of a role's password: enough to see that it changed, nothing to log in with. */
function passwordMarks(options: MigrateOptions): Record<string, string> {
  return Object.fromEntries(
    (["app", "auth"] as const).map((kind) => [
      `role ${options.roles[kind]}`,
      sha256(`mark of ${passwordOf(options, kind) ?? "no password"}`),
    ]),
  );
}

/** A checkout may have turned line ends; the step is the same. */
const normalised = (sql: string) => sql.replaceAll("\r\n", "\n");

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
