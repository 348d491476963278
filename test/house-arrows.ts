import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "vite";

/** One import: the file it stands in, what it names, and whether it is for types alone. */
export type Arrow = { from: string; to: string; ours: boolean; typeOnly: boolean };
/** A source file of the house, by its path below `src`. */
export type SourceFile = {
  file: string;
  arrows: Arrow[];
  /** Hands on what another file of ours exports; what a library exports may be gathered, so that it loads as one part. */
  reExports: boolean;
  defaultExport: boolean;
};

const script = /\.tsx?$/;

/**
 * Reads every source file below a folder.
 * @param root the `src` folder
 * @returns all file names, and the scripts among them with their imports
 */
export function readHouse(root: string): { files: string[]; sources: SourceFile[] } {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
  const sources = files.filter((file) => script.test(file)).map((file) => readSource(root, file));
  return { files, sources };
}

function readSource(root: string, file: string): SourceFile {
  const code = readFileSync(path.join(root, file), "utf8");
  const { module, errors } = parseSync(file, code, { lang: file.endsWith("x") ? "tsx" : "ts" });
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]!.message}`);
  const arrow = (named: string, typeOnly: boolean): Arrow => {
    const ours = named.startsWith(".");
    const to = ours ? path.posix.normalize(path.posix.join(path.posix.dirname(file), named)) : named;
    return { from: file, to, ours, typeOnly };
  };
  const arrows = module.staticImports.map(({ moduleRequest, entries }) =>
    arrow(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)),
  );
  for (const { moduleRequest } of module.dynamicImports) {
    const named = /^["'`](.*)["'`]$/.exec(code.slice(moduleRequest.start, moduleRequest.end))?.[1];
    if (named) arrows.push(arrow(named, false));
  }
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  for (const { moduleRequest, isType } of exported) if (moduleRequest) arrows.push(arrow(moduleRequest.value, isType));
  return {
    file,
    arrows,
    // a choice from a library is none of our files' exports
    reExports: exported.some((entry) => entry.moduleRequest?.value.startsWith(".")),
    defaultExport: exported.some((entry) => entry.exportName.kind === "Default"),
  };
}
