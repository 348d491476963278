import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { direction, isDark, keptTheme, setDirection, setTheme } from "./theme.ts";

const kept = new Map<string, string>();
const root = { dataset: {} as Record<string, string | undefined>, dir: "" };
const bars = [
  { media: "(prefers-color-scheme: light)", content: "" },
  { media: "(prefers-color-scheme: dark)", content: "" },
];
let deviceIsDark = false;

beforeEach(() => {
  kept.clear();
  root.dataset = {};
  root.dir = "";
  deviceIsDark = false;
  vi.stubGlobal("document", { documentElement: root, querySelectorAll: () => bars });
  vi.stubGlobal("matchMedia", () => ({ matches: deviceIsDark }));
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("theme", () => {
  it("follows the device until somebody chooses", () => {
    expect(keptTheme()).toBe("system");
    expect(isDark("system")).toBe(false);
    deviceIsDark = true;
    expect(isDark("system")).toBe(true);
    expect(isDark("light")).toBe(false);
  });

  it("keeps a choice and shows it on the page and the browser's bar", () => {
    setTheme("dark");
    expect(keptTheme()).toBe("dark");
    expect(root.dataset.theme).toBe("dark");
    expect(bars.map((bar) => bar.content)).toEqual(["#121a16", "#121a16"]);
    setTheme("system");
    expect(keptTheme()).toBe("system");
    expect(root.dataset.theme).toBeUndefined();
    expect(bars.map((bar) => bar.content)).toEqual(["#faf7f0", "#121a16"]);
  });

  it("takes no notice of what it does not know", () => {
    kept.set("ui.theme", "sepia");
    expect(keptTheme()).toBe("system");
  });

  it("still shows a theme where nothing can be kept", () => {
    vi.stubGlobal("localStorage", {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("denied");
      },
    });
    setTheme("dark");
    expect(root.dataset.theme).toBe("dark");
    expect(keptTheme()).toBe("system");
  });

  it("turns the page round", () => {
    expect(direction()).toBe("ltr");
    setDirection("rtl");
    expect(direction()).toBe("rtl");
  });
});
