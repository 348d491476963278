import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
// we only ever visit our own app, and containers forbid the sandbox's namespaces
const args = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
];

const cache = path.resolve(import.meta.dirname, "../node_modules/.cache/browser");

let found: Promise<LaunchOptions | null> | undefined;

/**
 * Starts a browser: the one in BELLWETHER_BROWSER, one that the machine has, or the one that npm brought.
 * @returns null where none of them runs
 */
export async function launchBrowser(): Promise<Browser | null> {
  found ??= findBrowser();
  const options = await found;
  return options ? chromium.launch(options) : null;
}

async function findBrowser(): Promise<LaunchOptions | null> {
  for (const executablePath of [process.env.BELLWETHER_BROWSER, ...usual]) {
    if (executablePath && existsSync(executablePath) && (await runs({ executablePath, args })))
      return { executablePath, args };
  }
  // a second try from a clean cache: the first unpacking may have been interrupted, and cannot be told from a whole one
  const first = await fromNpm();
  if (first) return first;
  rmSync(cache, { recursive: true, force: true });
  return fromNpm();
}

/** It is unpacked once into the cache; where the machine lacks Chromium's libraries, those that came along are unpacked too. */
async function fromNpm(): Promise<LaunchOptions | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  mkdirSync(cache, { recursive: true });
  const tmpdir = process.env.TMPDIR;
  process.env.TMPDIR = cache;
  try {
    const packed = await import("@sparticuz/chromium");
    const bin = path.join(path.dirname(new URL(import.meta.resolve("@sparticuz/chromium")).pathname), "../bin");
    const executablePath = await packed.default.executablePath(bin);
    const plain = { executablePath, args: [...args, "--headless=shell", "--no-zygote"] };
    if (await runs(plain)) return plain;
    const libraries = await packed.inflate(path.join(bin, "al2023.tar.br"));
    const env = {
      ...process.env,
      LD_LIBRARY_PATH: path.join(libraries, "lib"),
      FONTCONFIG_PATH: path.join(cache, "fonts"),
    };
    const whole = { ...plain, env: env as Record<string, string> };
    return (await runs(whole)) ? whole : null;
  } catch {
    return null;
  } finally {
    if (tmpdir === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = tmpdir;
  }
}

async function runs(options: LaunchOptions): Promise<boolean> {
  try {
    const browser = await chromium.launch({ ...options, timeout: 20_000 });
    const page = await browser.newPage();
    await page.setContent("<p>there</p>");
    const seen = await page.textContent("p");
    await browser.close();
    return seen === "there";
  } catch {
    return false;
  }
}
