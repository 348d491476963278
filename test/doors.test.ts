import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { contracts } from "../src/app/contracts.ts";
import { openApi } from "../src/app/openapi.ts";
import { makeApp } from "../src/app/server.ts";
import type { Operation } from "../src/foundation/contract.ts";
import { Refusal } from "../src/foundation/refusal.ts";
import { callerWithoutRequest, run } from "../src/foundation/run.ts";
import { testHouse } from "./open-house.ts";
import { aTeam } from "./team.ts";

const source = path.resolve(import.meta.dirname, "../src");
const operations = contracts.flatMap((contract) =>
  Object.entries(contract.operations).map(([key, operation]) => ({ name: `${contract.name}.${key}`, operation })),
);
const named = (who: string) =>
  operations.filter(({ operation }) => operation.who === who).map((one) => [one.name, one.operation] as const);

/** Something that the input's shape lets in: ids of nothing, short words, whole numbers. */
function plausible(operation: Operation, known: Record<string, unknown>): Record<string, unknown> {
  const input: Record<string, unknown> = { ...known };
  const tries = [
    randomUUID(),
    "x",
    "name@example.org",
    "a password of mine",
    `${randomUUID()}.${"s".repeat(32)}`,
    "member",
    "en",
    "csv",
    "2026-01-01",
    1,
    true,
    "1",
    "same",
    "owner",
    "reached",
    "areas.gap",
    "comment",
    "alone",
    "advice",
    "agree",
    "withdrawn",
    "accepted",
    "worked",
    "keep",
    "2026-01-01T09:00:00Z",
    {},
    [],
    { kind: "done" },
    { kind: "nothing" },
    [{ name: "Release timing", level: 5 }],
    { name: "a.csv", text: "id,title\n1,One\n" },
    null,
  ];
  for (const [key, schema] of Object.entries(operation.input.shape as Record<string, z.ZodType>)) {
    if (key in input || schema.safeParse(undefined).success) continue;
    input[key] = tries.find((value) => schema.safeParse(value).success);
  }
  return input;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "no refusal";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe("the tests below reach every operation", () => {
  it.each(operations.map(({ name, operation }) => [name, operation] as const))(
    "%s has an input that fits",
    (_, operation) => {
      expect(operation.input.safeParse(plausible(operation, {})).error?.issues ?? []).toEqual([]);
    },
  );
});

describe("nobody who is not signed in", () => {
  it.each([...named("person"), ...named("member")])("asks %s", async (name, operation) => {
    const { engine } = await testHouse();
    expect(await codeOf(run(engine, name, plausible(operation, {}), callerWithoutRequest(null)))).toBe("not_signed_in");
  });
});

describe("a stranger finds nothing in a workspace that is there", () => {
  it.each(named("member"))("%s", async (name, operation) => {
    const t = await aTeam({ lead: "Nomsa" });
    const sam = await t.stranger();
    const input = plausible(operation, { workspace: t.workspace });
    expect(await codeOf(run(t.engine, name, input, callerWithoutRequest(sam.user)))).toBe("not_found");
  });
});

describe("somebody who was removed is out at once", () => {
  it.each(named("member"))("%s", async (name, operation) => {
    const t = await aTeam({ lead: "Nomsa", members: ["Grace"] });
    await t.nomsa.ask("people.removeMember", { member: t.grace.member });
    const input = plausible(operation, { workspace: t.workspace });
    expect(await codeOf(run(t.engine, name, input, callerWithoutRequest(t.grace.user)))).toBe("not_found");
  });
});

describe("the same through HTTP", () => {
  it("every operation below /api answers 401 without a session, and nothing else is there", async () => {
    const house = await testHouse();
    const app = makeApp(house, { trustProxy: false }, "no-such-folder");
    for (const { name, operation } of operations) {
      if (operation.who === "anyone") continue;
      const address = `http://localhost/api${operation.path.replaceAll(/\{\w+\}/g, () => randomUUID())}`;
      const response = await app.request(address, {
        method: operation.method,
        headers: { host: "localhost", "content-type": "application/json" },
        ...(operation.method === "POST" ? { body: "{}" } : {}),
      });
      expect([name, response.status]).toEqual([name, 401]);
    }
    const live = await app.request(`http://localhost/api/workspaces/${randomUUID()}/live`, {
      headers: { host: "localhost" },
    });
    expect(live.status).toBe(401);
    expect((await app.request("http://localhost/api/nothing/here")).status).toBe(404);
    expect((await app.request("http://localhost/api/demo")).status).toBe(404);
  });

  it("an input that is no object, no JSON or too large is refused with a sentence", async () => {
    const house = await testHouse();
    const app = makeApp(house, { trustProxy: false }, "no-such-folder");
    for (const [body, status] of [
      ["[1]", 400],
      ["{", 400],
      ['"x"', 400],
      [`{"email":"${"x".repeat(1_100_000)}"}`, 413],
    ] as const) {
      const response = await app.request("http://localhost/api/sign-in", {
        method: "POST",
        headers: { host: "localhost", "content-type": "application/json", "content-length": String(body.length) },
        body,
      });
      expect(response.status).toBe(status);
      expect((await response.json()).error.message).toMatch(/[.]$/);
    }
  });
});

describe("contracts", () => {
  it("every listed refusal is declared and has a sentence in English", async () => {
    const { engine } = await testHouse();
    const say = engine.house.say;
    for (const { name, operation } of operations) {
      for (const code of operation.refusals) {
        const [room, refusal] = code.split(".", 2) as [string, string];
        expect(
          contracts.find((contract) => contract.name === room)?.refusals[refusal],
          `${name}: ${code}`,
        ).toBeDefined();
        expect(say(room, "en")(`refusal.${refusal}`, {}), code).not.toBe(`refusal.${refusal}`);
      }
    }
  });

  it("a member's operation names its workspace, a GET's path is its own, and every path is used once", () => {
    const seen = new Set<string>();
    for (const { name, operation } of operations) {
      if (operation.who === "member") expect(operation.path, name).toMatch(/^\/workspaces\/\{workspace\}(\/|$)/);
      const key = `${operation.method} ${operation.path.replaceAll(/\{\w+\}/g, "{}")}`;
      expect(seen.has(key), `${name}: ${key}`).toBe(false);
      seen.add(key);
    }
  });

  it("no path hides another: where one has a word, an earlier one has no parameter in its place", () => {
    const hidden = operations.flatMap(({ name, operation }, at) =>
      operations.slice(0, at).flatMap((earlier) => {
        const pattern = new RegExp(`^${earlier.operation.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
        return earlier.operation.method === operation.method && pattern.test(operation.path)
          ? [`${earlier.name} hides ${name}`]
          : [];
      }),
    );
    expect(hidden).toEqual([]);
  });

  it("make one OpenAPI document with every operation", async () => {
    const { engine } = await testHouse();
    const document = openApi(engine.house) as { paths: Record<string, Record<string, { operationId: string }>> };
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(ids.sort()).toEqual(operations.map(({ name }) => name).sort());
  });
});

describe("who may cross or enter a workspace", () => {
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const at = path.join(folder, name);
      if (statSync(at).isDirectory()) return files(at);
      return /\.tsx?$/.test(name) && !/\.test\./.test(name) ? [at] : [];
    });
  const users = (pattern: RegExp) =>
    files(source)
      .filter((file) => pattern.test(readFileSync(file, "utf8")))
      .map((file) => path.relative(source, file).replaceAll(path.sep, "/"))
      .sort();

  it("enters by itself: the clock, invitations, new workspaces, erasure", () => {
    expect(users(/\benterWorkspace\(/)).toEqual([
      "foundation/as-the-clock.ts",
      "foundation/db.ts",
      "people/invitation-actions.ts",
      "people/sign-in-actions.ts",
      "people/workspace-actions.ts",
    ]);
  });
  it("asks a door across workspaces: my workspaces, addresses; the clock: forgetting, mail, digests, rounds, each workspace in turn", () => {
    expect(users(/\bdoor_\w+\(/)).toEqual([
      "app/schedule.ts",
      "decisions/round-store.ts",
      "notices/digest-store.ts",
      "notices/mail-store.ts",
      "people/retention.ts",
      "people/store.ts",
    ]);
  });
  it("asks what somebody did: one question, whose only answer goes to oneself", () => {
    expect(users(/where\("actor_id"|\bactor_id =/)).toEqual(["people/store.ts"]);
    expect(users(/\bactsOf\(/)).toEqual(["people/member-actions.ts", "people/store.ts"]);
    const actions = readFileSync(path.join(source, "people/member-actions.ts"), "utf8");
    expect(actions.match(/actsOf\([^)]*\)/g)).toEqual(["actsOf(db, workspace, me.id)"]);
    expect(actions.match(/heldOf\([^)]*\)/g)).toEqual(["heldOf(db, workspace, me.id)"]);
    expect(users(/\bheldOf\b/)).toEqual([
      "app/house.ts",
      "app/reactions.ts",
      "people/member-actions.ts",
      "people/shared-actions.ts",
    ]);
    expect(users(/\b(ownDirection|ownAreas|ownDecisions|ownNotices)\(/)).toEqual([
      "app/reactions.ts",
      "areas/own-store.ts",
      "decisions/own-store.ts",
      "direction/own-store.ts",
      "notices/store.ts",
    ]);
  });
  it("asks how sure somebody was and how it turned out: of oneself alone", () => {
    expect(users(/\bcalibrationOf\(/)).toEqual(["decisions/outcome-store.ts", "decisions/review-actions.ts"]);
    const actions = readFileSync(path.join(source, "decisions/review-actions.ts"), "utf8");
    expect(actions.match(/calibrationOf\([^)]*\)/g)).toEqual(["calibrationOf(db, workspace, me.id, mostPoints)"]);
  });
  it("says who reads, to whom the database shows a sealed voice: where a transaction enters, and nobody else", () => {
    // the function that says who enters does so in the database; a knock is noted for whoever that was
    expect(users(/'app\.member'/)).toEqual(["foundation/knock.ts"]);
    expect(users(/set_config\('app\.member'/)).toEqual([]);
    expect(users(/\bmember_entering\b/)).toEqual(["people/store.ts"]);
  });
  it("sets the workspace of a transaction: the door and nobody else", () => {
    expect(users(/set_config\('app\.workspace'/)).toEqual(["foundation/db.ts", "foundation/run.ts"]);
  });
});
