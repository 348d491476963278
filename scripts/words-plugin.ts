import { readFile } from "node:fs/promises";
import path from "node:path";
import MessageFormat from "@messageformat/core";
import compileModule from "@messageformat/core/compile-module.js";
import { normalizePath, type Plugin } from "vite";

const wordsFile = /(?:^|[\\/])words\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.json$/;
// `words.en.json?only=level,web.field`: a few branches of a catalogue, for a screen that says no more of it
const onlyPart = /\?only=([\w.,]+)$/;
// not ending in .json, so that the bundler's own JSON handling leaves it alone
const prefix = "\0words:";
const suffix = ".compiled.js";

type Sentences = { [key: string]: string | Sentences };

/**
 * Turns `import words from "./words.en.json"` (ICU MessageFormat in nested objects) into a tree of ready functions,
 * `(params) => string`, so that no parser travels to the browser. A sentence that cannot be understood fails the build
 * with its key. With `?only=` and keys behind the name, only those branches come along.
 */
export function words(): Plugin {
  return {
    name: "bellwether:words",
    enforce: "pre",
    async resolveId(source, importer, options) {
      const [file = "", ...part] = source.split(onlyPart);
      if (!wordsFile.test(file)) return null;
      const found = await this.resolve(file, importer, { ...options, skipSelf: true });
      return found ? prefix + found.id + (part[0] ? `?only=${part[0]}` : "") + suffix : null;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const [file = "", only] = id.slice(prefix.length, -suffix.length).split(onlyPart);
      this.addWatchFile(file);
      const json = await readFile(file, "utf8");
      return { code: compileWords(only ? branches(json, only.split(",")) : json, file), moduleType: "js", map: null };
    },
    hotUpdate({ file, modules }) {
      if (!wordsFile.test(file)) return;
      const compiled = this.environment.moduleGraph.getModuleById(prefix + normalizePath(file) + suffix);
      return compiled ? [...modules, compiled] : modules;
    },
  };
}

/**
 * The source of an ES module whose default export is the catalogue as functions.
 * @param json a words file's text
 * @param file its path; the language is read from its name
 * @throws naming file and key where a sentence is not valid MessageFormat
 */
export function compileWords(json: string, file: string): string {
  const locale = wordsFile.exec(file)?.[1];
  if (!locale) throw new Error(`${path.basename(file)} is not called words.<language>.json`);
  const sentences = JSON.parse(json) as Sentences;
  const format = new MessageFormat(locale, { localeCodeFromKey: null });
  try {
    return compileModule(format, sentences);
  } catch (error) {
    const broken = firstBroken(format, sentences, "");
    throw new Error(`${file}: ${broken ?? String(error)}`);
  }
}

/**
 * A few branches of a catalogue.
 * @param json a words file's text
 * @param keys which: `level`, `web.field`
 * @throws where the catalogue has no such branch
 */
export function branches(json: string, keys: readonly string[]): string {
  const all = JSON.parse(json) as Sentences;
  const some: Sentences = {};
  for (const key of keys) {
    const path = key.split(".");
    let from: string | Sentences | undefined = all;
    let to = some;
    for (const [at, part] of path.entries()) {
      from = typeof from === "object" ? from[part] : undefined;
      if (from === undefined) throw new Error(`there are no words under “${key}”`);
      if (at === path.length - 1) to[part] = from;
      else {
        to[part] ??= {};
        to = to[part] as Sentences;
      }
    }
  }
  return JSON.stringify(some);
}

function firstBroken(format: MessageFormat, sentences: Sentences, above: string): string | undefined {
  for (const [key, value] of Object.entries(sentences)) {
    const at = above ? `${above}.${key}` : key;
    if (typeof value !== "string") {
      const inside = firstBroken(format, value, at);
      if (inside) return inside;
      continue;
    }
    try {
      format.compile(value);
    } catch (error) {
      return `“${at}” is not a valid message: ${(error as Error).message}`;
    }
  }
  return undefined;
}
