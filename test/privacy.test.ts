import { expect, it } from "vitest";
import type { RoomPrivacy } from "../src/foundation/privacy.ts";
import { testHouse } from "./open-house.ts";

const storeys = import.meta.glob<{ privacy: RoomPrivacy }>("../src/*/privacy.ts", { eager: true });
const said = Object.entries(storeys)
  .filter(([file]) => !file.includes("/foundation/"))
  .flatMap(([file, { privacy }]) => Object.entries(privacy).map(([table, what]) => ({ file, table, what })));

it("every column of every table stands in one room's privacy storey, and nothing else does", async () => {
  const { owner } = await testHouse();
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and table_name <> 'migration' order by 1, 2`,
  );
  const there = rows.map(({ table, column }) => `${table}.${column}`);
  const listed = said.flatMap(({ table, what }) => Object.keys(what.columns).map((column) => `${table}.${column}`));
  expect([...listed].sort()).toEqual([...there].sort());
});

it("a table about a person says by which column, and what erasure does", () => {
  for (const { table, what } of said) {
    expect(what.keep.length, table).toBeGreaterThan(5);
    if (what.erase === "none about a person") expect(what.about, table).toBeUndefined();
    else expect(Object.keys(what.columns), table).toContain(what.about);
  }
});

it("what is sealed is kept by the database itself from everybody but its giver until its round opens", async () => {
  const { owner } = await testHouse();
  const sealed = said.filter(({ what }) => Object.values(what.columns).includes("sealed")).map(({ table }) => table);
  expect(sealed).toEqual(["voice"]);
  const { rows } = await owner.query<{ table: string; guard: string }>(
    `select tablename as table, string_agg(qual, ' and ') as guard from pg_policies
     where permissive = 'PERMISSIVE' and tablename = any($1) group by 1`,
    [sealed],
  );
  expect(rows.map(({ table }) => table)).toEqual(sealed);
  for (const { guard } of rows) {
    expect(guard).toMatch(/member_id = .*app\.member/);
    expect(guard).toMatch(/opened_at IS NOT NULL/);
  }
});
