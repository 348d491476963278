import { describe, expect, it } from "vitest";
import { connectionFrom, readConfig } from "./config.ts";

it("stands by itself", () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 3000, host: "127.0.0.1", database: null, secret: null, trustProxy: false });
  expect(config.roles).toEqual({ app: "bellwether_app", auth: "bellwether_auth" });
});

describe("what cannot be used is said in one sentence that names the setting", () => {
  it.each([
    [{ PORT: "http" }, /PORT is “http”/],
    [{ PORT: "70000" }, /PORT is “70000”/],
    [{ DATABASE_URL: "mysql://x" }, /DATABASE_URL cannot be read/],
    [{ DATABASE_URL: "postgres://host:5432" }, /DATABASE_URL cannot be read/],
    [{ BELLWETHER_SECRET: "short" }, /BELLWETHER_SECRET is too short/],
    [{ BELLWETHER_ROLES: "a; drop" }, /BELLWETHER_ROLES is “a; drop”/],
  ])("%j", (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });
});

it("takes a server's address apart", () => {
  expect(connectionFrom("postgres://me:p%40ss@db.example:6543/bell")).toMatchObject({
    host: "db.example",
    port: 6543,
    user: "me",
    password: "p@ss",
    database: "bell",
  });
});
