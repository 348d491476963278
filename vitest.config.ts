import path from "node:path";
import { defineConfig } from "vitest/config";
import { operations } from "./scripts/operations-plugin.ts";
import { words } from "./scripts/words-plugin.ts";

// Vitest 5 is written for Node 22: on 20 its reporter needs this to show a failed test
(Map as { groupBy?: unknown }).groupBy ??= <T, K>(items: Iterable<T>, keyOf: (item: T) => K) => {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const database = path.resolve(import.meta.dirname, "test/database-for-all.ts");
const plugins = () => [words(), operations()];
const slow = { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false };

/** `house`: rules, rooms and the house itself. `start`: really starting the app. `stories`: a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: plugins(),
        test: {
          name: "house",
          include: ["src/**/*.test.{ts,tsx}", "test/*.test.ts"],
          exclude: ["test/start*.test.ts"],
          globalSetup: [database],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      { plugins: plugins(), test: { name: "start", include: ["test/start*.test.ts"], ...slow } },
      {
        plugins: plugins(),
        // once more where a browser on a busy machine was late; what is wrong fails twice
        test: {
          name: "stories",
          include: ["test/stories/*.story.test.ts"],
          globalSetup: [database],
          ...slow,
          retry: 1,
        },
      },
    ],
  },
});
