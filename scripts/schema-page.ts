import type pg from "pg";
import type { Migration, Roles } from "../src/foundation/migrate.ts";

type Table = { oid: number; schema: string; name: string; secured: boolean };
type Column = {
  relation: number;
  name: string;
  type: string;
  collation: string | null;
  required: boolean;
  value: string | null;
  /** Its value is worked out from the row by the database. */
  worked: boolean;
};
type Line = { relation: number; line: string };
type Policy = { table: string; policy: string };
type Grant = { role: string; on: string; rights: string };

const tablesQuery = `
  select c.oid::int, n.nspname as schema, quote_ident(c.relname) as name, c.relrowsecurity as secured
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth') and c.relname <> 'migration'
  order by n.nspname desc, c.oid`;
const columnsQuery = `
  select a.attrelid::int as relation, quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
    case when a.attcollation not in (0, t.typcollation) then l.collname end as collation,
    a.attnotnull as required, pg_get_expr(d.adbin, d.adrelid) as value,
    a.attgenerated <> '' as worked
  from pg_attribute a
  join pg_type t on t.oid = a.atttypid
  left join pg_collation l on l.oid = a.attcollation
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped and a.attrelid = any($1)
  order by a.attrelid, a.attnum`;
// from version 18 "not null" is a constraint too; it stands with its column
const constraintsQuery = `
  select conrelid::int as relation, pg_get_constraintdef(oid, true) as line
  from pg_constraint where conrelid = any($1) and contype in ('p', 'u', 'f', 'c', 'x')
  order by conrelid, array_position(array['p', 'u', 'f', 'c', 'x']::"char"[], contype), conname`;
const indexesQuery = `
  select i.indrelid::int as relation, pg_get_indexdef(i.indexrelid) as line
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = any($1) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  order by i.indrelid, c.relname`;
const policiesQuery = `
  select quote_ident(c.relname) as table,
    'create policy ' || quote_ident(p.polname) || ' on …'
      || case when p.polpermissive then '' else ' as restrictive' end
      || case p.polcmd when '*' then '' when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update' else ' for delete' end
      || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', '')
      || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')', '') as policy
  from pg_policy p join pg_class c on c.oid = p.polrelid where p.polrelid = any($1)
  order by p.polname, c.oid`;
const grantsQuery = `
  with rights as (
    select pg_get_userbyid(g.grantee) as role, c.relnamespace, c.oid, quote_ident(c.relname) as on, g.privilege_type as right
    from pg_class c, aclexplode(c.relacl) g where c.oid = any($1)
    union all
    select pg_get_userbyid(g.grantee), c.relnamespace, c.oid, quote_ident(c.relname), g.privilege_type || ' (' || quote_ident(a.attname) || ')'
    from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g where c.oid = any($1)
  ), told as (
    select role, relnamespace, oid, "on", lower(string_agg("right", ', ' order by
      array_position(array['SELECT', 'INSERT', 'UPDATE', 'DELETE'], split_part("right", ' ', 1)), "right")) as rights
    from rights where role = any($2) group by 1, 2, 3, 4
  )
  select role, string_agg("on", ', ' order by oid) as on, rights
  from told group by role, relnamespace, rights order by role, min(oid)`;
const functionsQuery = `
  select pg_get_functiondef(p.oid) as line, 0 as relation
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('public', 'auth') and p.prokind in ('f', 'p') order by p.oid`;
const triggersQuery = `
  select tgrelid::int as relation, pg_get_triggerdef(oid, true) as line from pg_trigger
  where not tgisinternal and tgrelid = any($1) order by tgrelid, tgname`;

/**
 * All data on one page: tables with their columns and keys, indexes, row security, rights and functions, read from the
 * database itself, with the remarks that stand in the migrations.
 * @param client a migrated database
 * @param roles the two roles, shown as `:app` and `:auth`
 * @param migrations the steps that made it, for their remarks
 */
export async function schemaPage(
  client: pg.ClientBase,
  roles: Roles,
  migrations: readonly Migration[],
): Promise<string> {
  const tables = (await client.query<Table>(tablesQuery)).rows;
  const all = tables.map((table) => table.oid);
  const rows = async <T extends pg.QueryResultRow>(query: string, ...values: unknown[]) =>
    (await client.query<T>(query, values)).rows;
  const columns = await rows<Column>(columnsQuery, all);
  const constraints = await rows<Line>(constraintsQuery, all);
  const after = [...(await rows<Line>(indexesQuery, all)), ...(await rows<Line>(triggersQuery, all))];
  const policies = await rows<Policy>(policiesQuery, all);
  const grants = await rows<Grant>(grantsQuery, all, [roles.app, roles.auth]);
  const functions = await rows<Line>(functionsQuery);
  const said = remarks(migrations);

  const page = [
    "-- All data on one page, read from a migrated database by `npm run gen`. Not to be edited: write a migration.",
  ];
  for (const table of tables) {
    const name = table.schema === "public" ? table.name : `${table.schema}.${table.name}`;
    const lines = [
      ...columns
        .filter(({ relation }) => relation === table.oid)
        .map((column) => ({ text: columnLine(column), remark: said.get(`${name}.${column.name}`) })),
      ...constraints
        .filter(({ relation }) => relation === table.oid)
        .map(({ line }) => ({ text: keyLine(line), remark: undefined })),
    ];
    const body = lines.map(({ text, remark }, at) => {
      const line = `  ${text}${at < lines.length - 1 ? "," : ""}`;
      return remark ? `${remark.map((words) => `  -- ${words}`).join("\n")}\n${line}` : line;
    });
    const remark = (said.get(name) ?? []).map((words) => `-- ${words}\n`).join("");
    const below = after.filter(({ relation }) => relation === table.oid).map(({ line }) => `${shortened(line)};\n`);
    page.push(`${remark}create table ${name} (\n${body.join("\n")}\n);\n${below.join("")}`.trimEnd());
  }
  page.push(security(tables, policies));
  page.push(
    grants
      .map(
        ({ role, on, rights }) =>
          `grant ${rights} on\n  ${wrapped(on)}\n  to ${role === roles.app ? ":app" : ":auth"};`,
      )
      .join("\n"),
  );
  for (const { line } of functions) page.push(`${line.trim()};`);
  return `${page.filter(Boolean).join("\n\n")}\n`;
}

function columnLine({ name, type, collation, required, value, worked }: Column): string {
  const parts = [name, type.replace("timestamp with time zone", "timestamptz")];
  if (collation) parts.push(`collate "${collation}"`);
  if (required) parts.push("not null");
  if (value !== null)
    parts.push(worked ? `generated always as (${oneLine(value)}) stored` : `default ${plainly(value)}`);
  return parts.join(" ");
}

/** PostgreSQL tells an expression with every cast spelled out; a reader needs none of them on plain words. */
const plainly = (line: string) =>
  line
    .replaceAll(/'::(?:text|jsonb)\b/g, "'")
    .replaceAll(/ = ANY \(ARRAY\[([^\]]*)\]\)/g, " in ($1)")
    .replaceAll(
      /\b(PRIMARY KEY|FOREIGN KEY|REFERENCES|UNIQUE|CHECK|ON DELETE|ON UPDATE|CASCADE|SET NULL|RESTRICT|AND|OR|NOT|IS|NULL|WHERE|NULLIF)\b(?=(?:[^']*'[^']*')*[^']*$)/g,
      (word) => word.toLowerCase(),
    );

const oneLine = (expression: string) =>
  plainly(expression.replaceAll(/\s+/g, " ").replaceAll(/ COLLATE /g, " collate "));

const keyLine = (line: string) => plainly(line).replace(/(references \S+?)\(/, "$1 (");

const shortened = (line: string) =>
  plainly(line)
    .replace(/^CREATE (unique )?INDEX/, (_, unique) => `create ${unique ? "unique " : ""}index`)
    .replace(/ ON (?:public\.)?/, " on ")
    .replace(" USING btree", "");

/** One policy stands on many tables: it is said once. */
function security(tables: readonly Table[], policies: readonly Policy[]): string {
  const on = new Map<string, string[]>();
  for (const { table, policy } of policies) on.set(policy, [...(on.get(policy) ?? []), table]);
  const parts = [...on].map(
    ([policy, names]) => `-- row security: on each of\n--   ${wrapped(names.join(", "), "--   ")}\n${plainly(policy)};`,
  );
  const open = tables.filter(({ schema, secured }) => schema === "public" && !secured).map(({ name }) => name);
  if (open.length > 0) parts.push(`-- without row security: ${open.join(", ")}`);
  return parts.join("\n");
}

function wrapped(list: string, indent = "  "): string {
  const lines = [""];
  for (const word of list.split(", ")) {
    const at = lines.length - 1;
    if (lines[at] && lines[at].length + word.length > 100) {
      lines[at] += ",";
      lines.push(word);
    } else lines[at] += lines[at] ? `, ${word}` : word;
  }
  return lines.join(`\n${indent}`);
}

/** The remarks in front of tables and columns, as the migrations have them: `table` or `table.column` → lines. */
function remarks(migrations: readonly Migration[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { sql } of migrations) {
    let table = "";
    let waiting: string[] = [];
    for (const line of sql.split("\n")) {
      const remark = /^\s*-- ?(.*)$/.exec(line);
      const made = /^create table (?:if not exists )?(\S+)/i.exec(line) ?? /^alter table (\S+)/i.exec(line);
      const column = table ? /^\s+(?:add column )?("[^"]+"|[a-z_][a-z0-9_]*)\s/i.exec(line) : null;
      if (remark) waiting.push(remark[1]!);
      else {
        const of = made ? made[1]! : column ? `${table}.${column[1]}` : "";
        if (of && waiting.length > 0) found.set(of, waiting);
        if (made) table = made[1]!;
        if (/^\);|;\s*$/.test(line)) table = "";
        waiting = [];
      }
    }
  }
  return found;
}
