import pg from "pg";
import { afterAll, afterEach, describe, expect, inject, it, vi } from "vitest";
import type { Connection } from "./db.ts";
import { builtIn, type Migration, migrate } from "./migrate.ts";
import { PlainError } from "./plain-error.ts";

const server = inject("server");
const stem = `bellwether_test_migrate_${process.pid}_${Date.now().toString(36)}`;
const databases: string[] = [];
const roleNames = new Set<string>();

async function query<T extends pg.QueryResultRow>(connection: Connection, sql: string): Promise<T[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function newDatabase(): Promise<Connection> {
  const database = `${stem}_${databases.length}`;
  databases.push(database);
  await query(server, `create database ${database} template template0`);
  return { ...server, database };
}

function newRoles() {
  const name = `${stem}_r${roleNames.size}`;
  const roles = { app: `${name}_app`, auth: `${name}_auth` };
  roleNames.add(roles.app).add(roles.auth);
  return roles;
}

const steps: Migration[] = [
  {
    name: "0001-boxes",
    sql: "create table box (id int primary key, note text default 'a::app'); grant select on box to :app;",
  },
  { name: "0002-lids", sql: "create table lid (id int); insert into box values (1); grant select on lid to :auth" },
];

afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  for (const database of databases) await query(server, `drop database if exists ${database} with (force)`);
  for (const role of roleNames) await query(server, `drop role if exists ${role}`);
});

describe("migrating", () => {
  it("runs each step once, in order, with the roles in place", async () => {
    const owner = await newDatabase();
    const options = { roles: newRoles(), passwordKey: null, migrations: steps };
    expect((await migrate(owner, options)).ran).toEqual(["0001-boxes", "0002-lids"]);
    expect((await migrate(owner, options)).ran).toEqual([]);
    expect(await query(owner, "select id, note from box")).toEqual([{ id: 1, note: "a::app" }]);
    expect(
      await query(
        owner,
        `select has_table_privilege('${options.roles.app}', 'box', 'select') as app, has_table_privilege('${options.roles.auth}', 'box', 'select') as auth`,
      ),
    ).toEqual([{ app: true, auth: false }]);
    const more = [...steps, { name: "0003-shelves", sql: "create table shelf (id int)" }];
    expect((await migrate(owner, { ...options, migrations: more })).ran).toEqual(["0003-shelves"]);
  });

  it("is one query when nothing is to do", async () => {
    const owner = await newDatabase();
    const options = { roles: newRoles(), passwordKey: null, migrations: steps };
    await migrate(owner, options);
    const asked = vi.spyOn(pg.Client.prototype, "query");
    await migrate(owner, options);
    expect(asked).toHaveBeenCalledOnce();
  });

  it("lets copies that start together, on one database or several, wait for each other", async () => {
    const owners = await Promise.all([newDatabase(), newDatabase(), newDatabase()]);
    const options = { roles: newRoles(), passwordKey: Buffer.from("key"), migrations: steps };
    const results = await Promise.all([...owners, ...owners, ...owners].map((owner) => migrate(owner, options)));
    expect(results.flatMap(({ ran }) => ran).sort()).toEqual([
      ...["0001-boxes", "0001-boxes", "0001-boxes"],
      ...["0002-lids", "0002-lids", "0002-lids"],
    ]);
    for (const owner of owners) expect(await query(owner, "select id from box")).toEqual([{ id: 1 }]);
  });

  it("makes roles that neither own anything nor pass by row security", async () => {
    const owner = await newDatabase();
    const roles = newRoles();
    await migrate(owner, { roles, passwordKey: null, migrations: steps });
    const rows = await query(
      owner,
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolcanlogin from pg_roles where rolname in ('${roles.app}', '${roles.auth}')`,
    );
    const plain = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, rolcanlogin: true };
    expect(rows).toEqual([plain, plain]);
  });

  it("refuses roles that could pass by row security", async () => {
    const roles = newRoles();
    await query(server, `create role ${roles.app} login bypassrls`);
    const migrating = migrate(await newDatabase(), { roles, passwordKey: null, migrations: steps });
    await expect(migrating).rejects.toThrow(/may pass by row security.*nobypassrls/);
    await expect(migrating).rejects.toBeInstanceOf(PlainError);
  });

  it("gives roles passwords of their own where the server asks for them, and new ones when the secret changes", async () => {
    const owner = await newDatabase();
    const roles = newRoles();
    const kept = () =>
      query<{ rolpassword: string }>(owner, `select rolpassword from pg_authid where rolname = '${roles.app}'`);
    const first = await migrate(owner, { roles, passwordKey: Buffer.from("one"), migrations: steps });
    const before = await kept();
    expect(before[0]!.rolpassword).toMatch(/^SCRAM-SHA-256/);
    expect(first.app).toMatchObject({ user: roles.app, database: owner.database, host: owner.host });
    expect(first.app.password).toMatch(/^[\w-]{43}$/);
    expect(first.app.password).not.toBe(first.auth.password);
    expect(await query(first.app, "select current_user::text as me")).toEqual([{ me: roles.app }]);
    await migrate(owner, { roles, passwordKey: Buffer.from("one"), migrations: steps });
    expect(await kept()).toEqual(before);
    const second = await migrate(owner, { roles, passwordKey: Buffer.from("two"), migrations: steps });
    expect(await kept()).not.toEqual(before);
    expect(second.app.password).not.toBe(first.app.password);
    expect(await query(second.app, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  it("works as an account that is no superuser and may make roles, and says so where it may not", async () => {
    const owner = await newDatabase();
    const [may, mayNot] = [`${stem}_may`, `${stem}_may_not`];
    roleNames.add(may).add(mayNot);
    await query(server, `create role ${may} login createrole password 'x'; create role ${mayNot} login password 'x'`);
    const options = { roles: newRoles(), passwordKey: Buffer.from("key"), migrations: steps };
    const tables = migrate({ ...owner, user: mayNot, password: "x" }, options);
    await expect(tables).rejects.toThrow(/may not make tables: make it the owner/);
    await query(owner, `grant create on schema public to ${may}, ${mayNot}`);
    const refused = migrate({ ...owner, user: mayNot, password: "x" }, options);
    await expect(refused).rejects.toThrow(/account in DATABASE_URL may not set up the roles .* CREATEROLE/);
    await expect(refused).rejects.toBeInstanceOf(PlainError);
    const { app, ran } = await migrate({ ...owner, user: may, password: "x" }, options);
    expect(ran).toEqual(["0001-boxes", "0002-lids"]);
    expect(await query(app, "select id from box")).toEqual([{ id: 1 }]);
    // roles can only go when nothing is theirs any more
    await query(server, `drop database ${owner.database} with (force)`);
    await query(server, `drop role ${options.roles.app}, ${options.roles.auth}`);
  });

  it("keeps nothing of a step that fails, names it, and goes no further", async () => {
    const owner = await newDatabase();
    const broken = [
      ...steps,
      { name: "0003-broken", sql: "create table half (id int); select 1/0;" },
      { name: "0004-after", sql: "create table after (id int)" },
    ];
    const options = { roles: newRoles(), passwordKey: null, migrations: broken };
    await expect(migrate(owner, options)).rejects.toThrow(/^0003-broken: division by zero/);
    expect(await query(owner, "select to_regclass('half')::text as half, to_regclass('after')::text as after")).toEqual(
      [{ half: null, after: null }],
    );
    const mended = broken.map((step) =>
      step.name === "0003-broken" ? { ...step, sql: "create table half (id int)" } : step,
    );
    expect((await migrate(owner, { ...options, migrations: mended })).ran).toEqual(["0003-broken", "0004-after"]);
  });

  it("refuses a step that changed after it ran, whatever its line ends", async () => {
    const owner = await newDatabase();
    const options = { roles: newRoles(), passwordKey: null };
    const lines = [{ name: "0001-lines", sql: "create table line (\n  id int\n)" }];
    await migrate(owner, { ...options, migrations: lines });
    const turned = [{ name: "0001-lines", sql: lines[0]!.sql.replaceAll("\n", "\r\n") }];
    expect((await migrate(owner, { ...options, migrations: turned })).ran).toEqual([]);
    const changed = [{ name: "0001-lines", sql: "create table line (id bigint)" }];
    await expect(migrate(owner, { ...options, migrations: changed })).rejects.toThrow(
      /Step 0001-lines .* has changed since it ran/,
    );
  });

  it("refuses a database that a newer version made", async () => {
    const owner = await newDatabase();
    const options = { roles: newRoles(), passwordKey: null };
    await migrate(owner, { ...options, migrations: steps });
    const migrating = migrate(owner, { ...options, migrations: steps.slice(0, 1) });
    await expect(migrating).rejects.toThrow(/newer Bellwether \(it has step 0002-lids\)/);
  });

  it("says what to do where the server is not reached or does not let us in", async () => {
    const options = { roles: newRoles(), passwordKey: null, migrations: steps };
    const nowhere = { ...server, host: "127.0.0.1", port: 1 };
    await expect(migrate(nowhere, options)).rejects.toThrow(
      /No PostgreSQL server answers at 127.0.0.1:1 \(ECONNREFUSED\)/,
    );
    await expect(migrate({ ...server, database: `${stem}_none` }, options)).rejects.toThrow(
      /There is no database “.*_none”/,
    );
    await expect(migrate({ ...server, user: `${stem}_nobody` }, options)).rejects.toThrow(/does not let .*_nobody in/);
  });

  it("brings the steps of db/migrations along", () => {
    expect(builtIn[0]!.name).toBe("0001-house");
    expect(builtIn.map(({ name }) => name)).toEqual(builtIn.map(({ name }) => name).sort());
    for (const { name } of builtIn) expect(name).toMatch(/^\d{4}-[a-z0-9-]+$/);
  });
});
