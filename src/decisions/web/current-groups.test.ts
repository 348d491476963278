import { expect, it } from "vitest";
import { grouped } from "./current-groups.ts";

const one = (
  id: number,
  phase: "shaping" | "sealed" | "opened" | "waiting",
  mine: "voice" | "decide" | null = null,
) => ({
  id,
  phase,
  mine,
});

it("puts what waits for me first, whatever its phase, and leaves empty headings out", () => {
  const decisions = [
    one(1, "waiting"),
    one(2, "sealed"),
    one(3, "sealed", "voice"),
    one(4, "opened", "decide"),
    one(5, "sealed"),
  ];
  const found = grouped(decisions).map(([group, list]) => [group, list.map(({ id }) => id)]);
  expect(found).toEqual([
    ["mine", [3, 4]],
    ["sealed", [2, 5]],
    ["waiting", [1]],
  ]);
});
