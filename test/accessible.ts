import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What stands in somebody's way on a page, as axe finds it (WCAG 2.2 A and AA): one line each, none when all is well.
 * @param page shows what is to be looked at
 */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Result = {
      violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
    };
    const { axe } = window as unknown as { axe: { run(context: Document, options: object): Promise<Result> } };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary = "" }) => {
        const why = failureSummary.split("\n").slice(1).join("; ").trim();
        return `${id}: ${help} (${why}): ${html.slice(0, 300)}`;
      }),
    );
  });
}

/** Waits until what was on its way is there and nothing moves any more; what always moves (a spinner on show) is not waited for. */
export async function settled(page: Page): Promise<void> {
  const still = () => {
    const busy = document.querySelector('main [aria-busy="true"]');
    const moving = document.getAnimations().some((animation) => {
      const endless = animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
      return animation.playState === "running" && !endless;
    });
    return !busy && !moving;
  };
  await page.waitForFunction(still, undefined, { timeout: 1500 }).catch(() => {});
}

/** Whether something is wider than the window, so that one has to push the page sideways to read it. */
export function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
