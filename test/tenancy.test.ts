import { beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "./open-house.ts";
import { aTeam, type Team } from "./team.ts";

/** Tables that belong to no workspace. */
const global = ["migration"];

let house: TestHouse;
let ours: Team<"Nomsa" | "Grace">;
let theirs: Team<"Nomsa">;
let tables: string[];
beforeAll(async () => {
  house = await testHouse();
  ours = await aTeam({ lead: "Nomsa", members: ["Grace"] });
  theirs = await aTeam({ lead: "Nomsa" });
  const { rows } = await house.owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  tables = rows.map(({ name }) => name).filter((name) => !global.includes(name));
});

const workspaceColumn = (table: string) => (table === "workspace" ? "id" : "workspace_id");

describe("every table of a workspace", () => {
  it("is guarded by row security, and its keys are led by the workspace", async () => {
    const { rows } = await house.owner.query<{ name: string; guarded: boolean; policies: number }>(
      `select relname as name, relrowsecurity as guarded,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid and pg_get_expr(p.polqual, p.polrelid) like '%app.workspace%') as policies
       from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    expect(
      rows.filter(({ name, guarded, policies }) => !global.includes(name) && (!guarded || policies === 0)),
    ).toEqual([]);
    const { rows: keys } = await house.owner.query<{ table: string; definition: string }>(
      `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
       from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')`,
    );
    const loose = keys.filter(
      ({ table, definition }) =>
        ![...global, "workspace"].includes(table) &&
        !/^(PRIMARY KEY|UNIQUE[^(]*|FOREIGN KEY) \(workspace_id/.test(definition),
    );
    expect(loose).toEqual([]);
  });

  it("has no time of its own: the clock is handed in", async () => {
    const { rows } = await house.owner.query(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'public' and column_default ~* 'now\\(|current_(timestamp|date)|clock_timestamp' and table_name <> 'migration'`,
    );
    expect(rows).toEqual([]);
  });
});

describe("the app's own role", () => {
  it("is no superuser, owns nothing, and cannot pass row security", async () => {
    const { rows } = await house.engine.pool.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 }]);
  });

  it("cannot read signing in", async () => {
    for (const table of ["user", "session", "account", "verification", "installation"]) {
      await expect(house.engine.pool.query(`select from auth."${table}"`)).rejects.toThrow(/permission denied/);
    }
  });

  it("sees no row of any table without a workspace", async () => {
    for (const table of tables) {
      const { rows } = await house.engine.pool.query(`select count(*)::int as n from "${table}"`);
      expect([table, rows[0].n]).toEqual([table, 0]);
    }
  });

  it("sees, changes and deletes no row of another workspace, in any table", async () => {
    const client = await house.engine.pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.workspace', $1, true)", [theirs.workspace]);
      for (const table of tables) {
        const column = workspaceColumn(table);
        const { rows } = await client.query(`select count(*)::int as n from "${table}" where ${column} <> $1`, [
          theirs.workspace,
        ]);
        expect([table, rows[0].n]).toEqual([table, 0]);
        for (const statement of [
          `delete from "${table}" where ${column} = $1`,
          `update "${table}" set ${column} = ${column} where ${column} = $1`,
        ]) {
          await client.query("savepoint s");
          const changed = await client.query(statement, [ours.workspace]).then(
            ({ rowCount }) => rowCount,
            async (error: Error) => {
              await client.query("rollback to s");
              if (!/permission denied/.test(error.message)) throw error;
              return 0;
            },
          );
          expect([statement, changed]).toEqual([statement, 0]);
        }
      }
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it("cannot write a row into another workspace", async () => {
    const client = await house.engine.pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.workspace', $1, true)", [theirs.workspace]);
      await expect(
        client.query(
          "insert into team (workspace_id, id, name, created_at, created_by) values ($1, gen_random_uuid(), 'x', $2, $3)",
          [ours.workspace, new Date(), ours.nomsa.member],
        ),
      ).rejects.toThrow(/row-level security/);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});

describe("ids of another workspace, asked in one's own", () => {
  it("are not there: teams, members, invitations", async () => {
    const { id } = await ours.nomsa.ask("people.invite", { role: "member" });
    const lead = theirs.nomsa;
    expect(await lead.refused("people.showTeam", { team: ours.team })).toBe("people.no_such_team");
    expect(await lead.refused("people.showMember", { member: ours.grace.member })).toBe("people.no_such_member");
    expect(await lead.refused("people.removeMember", { member: ours.grace.member })).toBe("people.no_such_member");
    expect(await lead.refused("people.setRole", { member: ours.grace.member, role: "lead" })).toBe(
      "people.no_such_member",
    );
    expect(await lead.refused("people.makeTeam", { name: "x", parent: ours.team })).toBe("people.no_such_team");
    expect(await lead.refused("people.revokeInvitation", { invitation: id })).toBe("people.no_such_invitation");
  });
});

describe("news", () => {
  it("reaches the workspace it is of, says only what changed, and progress reaches only its own member", async () => {
    const heard = { ours: [] as unknown[], theirs: [] as unknown[], grace: [] as unknown[] };
    const live = house.engine.live;
    const stops = [
      live.subscribe({ workspace: ours.workspace, member: ours.nomsa.member, send: (m) => heard.ours.push(m) }),
      live.subscribe({ workspace: ours.workspace, member: ours.grace.member, send: (m) => heard.grace.push(m) }),
      live.subscribe({ workspace: theirs.workspace, member: theirs.nomsa.member, send: (m) => heard.theirs.push(m) }),
    ];
    await ours.nomsa.ask("people.makeTeam", { name: "Secret plan", parent: ours.team });
    live.progress(ours.workspace, ours.nomsa.member, { key: "k", done: 1, total: 2 });
    // on a busy machine what was told before this may still be on its way, and says the same once more
    const kinds = (all: readonly unknown[]) => [...new Set(all.map((one) => JSON.stringify(one)))].sort();
    await expect.poll(() => kinds(heard.ours).length, { timeout: 3000 }).toBe(2);
    expect(heard.ours).toContainEqual({ changed: ["people"] });
    await expect.poll(() => kinds(heard.grace), { timeout: 3000 }).toEqual([JSON.stringify({ changed: ["people"] })]);
    expect(heard.theirs).toEqual([]);
    for (const stop of stops) stop();
  });
});
