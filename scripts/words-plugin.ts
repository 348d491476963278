import { readFile } from "node:fs/promises";
import path from "node:path";
import MessageFormat from "@messageformat/core";
import compileModule from "@messageformat/core/compile-module.js";
import { normalizePath, type Plugin } from "vite";

const wordsFile = /(?:^|[\\/])words\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.json$/;
// not ending in .json, so that the bundler's own JSON handling leaves it alone
const prefix = "\0words:";
const suffix = ".compiled.js";

type Sentences = { [key: string]: string | Sentences };

/**
 * Turns `import words from "./words.en.json"` (ICU MessageFormat in nested objects) into a tree of ready functions,
 * `(params) => string`, so that no parser travels to the browser. A sentence that cannot be understood fails the build
 * with its key.
 */
export function words(): Plugin {
  return {
    name: "bellwether:words",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (!wordsFile.test(source)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found ? prefix + found.id + suffix : null;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const file = id.slice(prefix.length, -suffix.length);
      this.addWatchFile(file);
      return { code: compileWords(await readFile(file, "utf8"), file), moduleType: "js", map: null };
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
