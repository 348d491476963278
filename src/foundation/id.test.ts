import { expect, it } from "vitest";
import { linkSecret, timedId } from "./id.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it("ids made in one millisecond are different, well formed, and in order", () => {
  const at = new Date("2026-11-24T12:00:00Z");
  const ids = Array.from({ length: 2000 }, () => timedId(at));
  expect(ids.every((id) => uuid.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(2000);
  expect([...ids].sort()).toEqual(ids);
});

it("later ids sort later", () => {
  const early = timedId(new Date("2026-01-01T00:00:00Z"));
  expect(timedId(new Date("2026-01-01T00:00:00.001Z")) > early).toBe(true);
  expect(Number.parseInt(early.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 0, 1));
});

it("a link's secret is long and different each time", () => {
  expect(linkSecret()).toMatch(/^[\w-]{32}$/);
  expect(linkSecret()).not.toBe(linkSecret());
});
