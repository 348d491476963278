import { expect, it } from "vitest";
import { knownZones, zoneName, zoneOffset } from "./zone-names.ts";

it("says a place by the name it has today", () => {
  expect(zoneName("Asia/Calcutta")).toBe("Kolkata");
  expect(zoneName("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  expect(zoneName("UTC")).toBe("UTC");
});

it("offers each place once, and the one that is chosen already", () => {
  const zones = knownZones("Etc/GMT+3");
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones).toContain("Asia/Kolkata");
  expect(zones).not.toContain("Asia/Calcutta");
  expect(zones).toContain("UTC");
  expect(zones).toContain("Etc/GMT+3");
});

it("offers only zones that dates can be shown in", () => {
  for (const zone of knownZones()) expect(() => zoneOffset(zone, new Date(0), "en")).not.toThrow();
});

it("says how far a zone is from UTC on a day", () => {
  expect(zoneOffset("Europe/Berlin", new Date("2026-07-01T12:00:00Z"), "en")).toBe("GMT+2");
  expect(zoneOffset("Europe/Berlin", new Date("2026-12-01T12:00:00Z"), "en")).toBe("GMT+1");
});
