import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { rooms } from "../src/app/house.ts";
import { readHouse } from "./house-arrows.ts";
import { type Plan, whatIsWrong } from "./house-rules.ts";

/** Files of rooms that are no storey by name, and the storey each belongs to. A new one is added here on purpose or not at all. */
const named: Plan["named"] = {
  "people/retention.ts": "server",
  // counts words and nothing else: the limit of an intent is counted the same way on the page and behind it
  "ui/count-words.ts": "pure",
  "people/sign-in.ts": "server",
  "records/csv.ts": "method",
  "records/dates.ts": "pure",
  "records/exporting.ts": "method",
  "records/guess.ts": "method",
  "records/madr.ts": "method",
  "records/history.ts": "method",
  "records/importing.ts": "method",
  "records/mapping.ts": "pure",
  "records/overview.ts": "pure",
  "records/plan.ts": "method",
  "records/reading.ts": "method",
  "records/reversals.ts": "method",
  "records/table.ts": "method",
};

describe("the house", () => {
  it("stands as it is drawn", () => {
    expect(whatIsWrong({ rooms, named }, readHouse(path.resolve(import.meta.dirname, "../src")))).toEqual([]);
  });
});

describe("the house test", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bellwether-house-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  let houses = 0;

  /** A small house with everything in its place, and the given files beside or instead. */
  function wrongIn(planted: Record<string, string>): string[] {
    const root = path.join(folder, String(houses++));
    const sound: Record<string, string> = {
      "foundation/run.ts": `import { readFile } from "node:fs/promises"; export const run = () => readFile("x");`,
      "foundation/clock.ts": "export const now = () => 0;",
      "ui/button.tsx": `import { useId } from "react"; export const Button = () => useId();`,
      "people/contract.ts": `import { z } from "zod"; export const people = z.object({});`,
      "people/rules.ts": `import { now } from "../foundation/clock.ts"; export const lead = now;`,
      "people/store.ts": `import { sql } from "kysely"; export const rows = sql;`,
      "people/actions.ts": `import { rows } from "./store.ts"; import { lead } from "./rules.ts"; export const actions = [rows, lead];`,
      "people/page.tsx": `import { Button } from "../ui/button.tsx"; import { lead } from "./rules.ts"; export const Page = [Button, lead];`,
      "people/words.en.json": "{}",
      "records/dates.ts": "export const dates = 1;",
      "records/table.ts": "export const rows = 1;",
      "records/rules.ts": `import { lead } from "../people/rules.ts"; export const median = lead;`,
      "records/page.tsx": `import type { run } from "../foundation/run.ts"; export const Page = null as unknown as typeof run;`,
      "records/rules.test.ts": `import { aTeam } from "../../test/team.ts"; import { house } from "../app/house.ts"; aTeam(house);`,
      "home/actions.ts": `import { rows } from "../people/store.ts"; export const today = rows;`,
      "app/house.ts": `import { actions } from "../people/actions.ts"; export const house = actions;`,
    };
    for (const [file, code] of Object.entries({ ...sound, ...planted })) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), code);
    }
    return whatIsWrong(
      { rooms: ["people", "records"], named: { "records/dates.ts": "pure", "records/table.ts": "method" } },
      readHouse(root),
    );
  }

  it("has nothing to say about a sound house", () => {
    expect(wrongIn({})).toEqual([]);
  });

  it.each<[name: string, planted: Record<string, string>, says: RegExp]>([
    ["a foundation that knows a room", { "foundation/run.ts": `import "../people/rules.ts";` }, /knows nothing above/],
    [
      "a ui that knows the foundation",
      { "ui/button.tsx": `import { now } from "../foundation/clock.ts"; now();` },
      /another product/,
    ],
    [
      "a ui that knows a room",
      { "ui/button.tsx": `import type { people } from "../people/contract.ts"; export type P = typeof people;` },
      /another product/,
    ],
    [
      "a room that reaches past its order",
      { "people/rules.ts": `import { median } from "../records/rules.ts"; median;` },
      /records stands after people/,
    ],
    [
      "a room that reaches past its order for a type",
      { "people/rules.ts": `import type { median } from "../records/rules.ts"; export type M = typeof median;` },
      /stands after/,
    ],
    [
      "a room that reaches past its order later",
      { "people/actions.ts": `export const late = () => import("../records/rules.ts");` },
      /stands after/,
    ],
    [
      "a room that imports the roof",
      { "people/actions.ts": `import { house } from "../app/house.ts"; house;` },
      /imports the roof/,
    ],
    [
      "a room that imports home",
      { "people/actions.ts": `import { today } from "../home/actions.ts"; today;` },
      /no room reads home/,
    ],
    ["a page that reaches a store", { "people/page.tsx": `import { rows } from "./store.ts"; rows;` }, /never a store/],
    [
      "a page that reaches another room's action",
      { "records/page.tsx": `import { actions } from "../people/actions.ts"; actions;` },
      /never a store/,
    ],
    [
      "a page that reaches a store for its type",
      { "people/page.tsx": `import type { rows } from "./store.ts"; export type R = typeof rows;` },
      /never a store/,
    ],
    [
      "a web folder that reaches a store",
      { "people/web/list.tsx": `import { rows } from "../store.ts"; rows;` },
      /never a store/,
    ],
    [
      "a page that pulls server code along",
      { "people/page.tsx": `import { run } from "../foundation/run.ts"; run;` },
      /pulls server code along: people\/page.tsx → foundation\/run.ts → node:fs/,
    ],
    ["rules that reach a store", { "people/rules.ts": `import { rows } from "./store.ts"; rows;` }, /stay pure/],
    [
      "a contract with a database in it",
      { "people/contract.ts": `import pg from "pg"; pg;` },
      /pure file pulls server code/,
    ],
    [
      "rules with a screen in them",
      { "people/rules.ts": `import { useId } from "react"; useId();` },
      /pure file pulls browser code/,
    ],
    [
      "an action that knows a page",
      { "people/actions.ts": `import { Page } from "./page.tsx"; Page;` },
      /does not know the page/,
    ],
    [
      "the app importing its tests",
      { "people/rules.ts": `import { aTeam } from "../../test/team.ts"; aTeam;` },
      /below src/,
    ],
    [
      "a way that is no way",
      { "people/rules.ts": `import { now } from "src/foundation/clock.ts"; now;` },
      /write the way to it/,
    ],
    [
      "folders in a circle",
      {
        "people/web/list.tsx": `import { Page } from "../page.tsx"; export const list = Page;`,
        "people/page.tsx": `import { other } from "./web/other.tsx"; export const Page = other;`,
        "people/web/other.tsx": "export const other = 1;",
      },
      /folders import each other in a circle: people/,
    ],
    [
      "files in a circle",
      {
        "foundation/a.ts": `import { b } from "./b.ts"; export const a = b;`,
        "foundation/b.ts": `import { a } from "./a.ts"; export const b = a;`,
      },
      /files import each other in a circle: foundation\/a.ts → foundation\/b.ts → foundation\/a.ts/,
    ],
    ["a barrel by name", { "ui/index.ts": "export const x = 1;" }, /barrel by name/],
    ["a barrel by any other name", { "ui/all.ts": `export { Button } from "./button.tsx";` }, /hands on/],
    ["a barrel with a star", { "ui/all.ts": `export * from "./button.tsx";` }, /hands on/],
    ["a default export", { "people/page.tsx": "export default function Page() {}" }, /default export/],
    ["a room's file that is no storey", { "people/thing.ts": "export const x = 1;" }, /none of a room's files/],
    ["a folder that says nothing", { "people/web/utils/x.ts": "export const x = 1;" }, /says nothing/],
    ["a file that says nothing", { "foundation/helpers.ts": "export const x = 1;" }, /says nothing/],
    ["a name in capitals", { "ui/Button.tsx": "export const x = 1;" }, /small letters/],
    ["a file in no part of the house", { "garage/car.ts": "export const x = 1;" }, /no part of the house/],
    ["a file on the doorstep", { "main.ts": "export const x = 1;" }, /no part of the house/],
  ])("catches %s", (_, planted, says) => {
    expect(wrongIn(planted).join("\n")).toMatch(says);
  });

  it("lets a listed method read a file's text, and nothing of the machine", () => {
    expect(
      wrongIn({ "records/table.ts": `import { parse } from "csv-parse/sync"; export const rows = parse;` }),
    ).toEqual([]);
    expect(wrongIn({ "records/table.ts": `import "node:fs";` }).join("\n")).toMatch(/a method reaches outside/);
    expect(
      wrongIn({
        "records/table.ts": `import { parse } from "csv-parse/sync"; export const rows = parse;`,
        "records/page.tsx": `import { rows } from "./table.ts"; rows;`,
      }).join("\n"),
    ).toMatch(/a browser file pulls server code along/);
  });

  it("notices a list that names what is gone", () => {
    const gone = whatIsWrong({ rooms: ["people"], named: { "people/gone.ts": "pure" } }, { files: [], sources: [] });
    expect(gone.join("\n")).toMatch(/people\/gone.ts is listed and is not there/);
  });

  it("lets a listed name stand, on its storey", () => {
    expect(wrongIn({ "records/dates.ts": "export const x = 1;" })).toEqual([]);
    expect(wrongIn({ "records/dates.ts": `import "pg";` }).join("\n")).toMatch(/pure file pulls server code/);
  });
});
