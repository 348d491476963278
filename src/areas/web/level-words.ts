import type { Level } from "../rules.ts";
import { say } from "./areas-words.ts";

/** What a level is called: “Advise”. */
export function levelName(level: number): string {
  return say(`level.${level as Level}`);
}

/** What a level means, in a sentence. */
export function levelMeans(level: number): string {
  return say(`level_means.${level as Level}`);
}

/** A level with its number: “5 Advise”. */
export function levelText(level: number): string {
  return say("web.level", { level, name: levelName(level) });
}
