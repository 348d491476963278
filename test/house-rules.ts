import type { Arrow, SourceFile } from "./house-arrows.ts";

/** What the house is made of: its rooms in standing order, and files whose name is none of the storeys. */
export type Plan = {
  rooms: readonly string[];
  /** Path below `src` → the storey it belongs to. */
  named: Readonly<Record<string, Storey>>;
};
/**
 * What a file of a room may be. `pure` runs anywhere and knows nothing but values; a `method` works something out on the
 * server, without database or screen; `server` and `browser` are what they say.
 */
export type Storey = "pure" | "method" | "server" | "browser";

const storeys: Readonly<Record<string, Storey>> = {
  contract: "pure",
  rules: "pure",
  privacy: "pure",
  store: "server",
  actions: "server",
  page: "browser",
};
const words = /^words\.[a-z]{2,3}(-[A-Za-z]+)?\.json$/;
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const vague =
  /(?:^|\/)(?:utils?|helpers?|services?|common|shared|lib|misc|core|models?|interfaces|hooks|managers?|types)(?:\/|\.tsx?$)/;
/** What only a server has; a browser file that reaches one of these ships it, or breaks. */
const serverOnly = /^(?:node:|pg$|kysely|better-auth|pino|hono|@hono\/|csv-(?:parse|stringify)|yaml$)/;
/** What a method has no business with: it is given values and gives values back. */
const outside = /^(?:node:(?!crypto$|buffer$|util$|string_decoder$)|pg$|kysely|better-auth|pino|hono|@hono\/)/;
const browserOnly = /^(?:react|@tanstack\/|@base-ui\/|lucide-react|@observablehq\/plot)/;

const zoneOf = (file: string) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "");

/**
 * Everything in a house that stands where it should not, one sentence each.
 * @param house all files below `src`, and the scripts among them
 */
export function whatIsWrong(plan: Plan, house: { files: readonly string[]; sources: readonly SourceFile[] }): string[] {
  const built = house.sources.filter(({ file }) => !isTest(file));
  return [
    ...house.files.flatMap((file) => namingOf(plan, file)),
    ...Object.keys(plan.named).flatMap((file) =>
      house.files.includes(file) ? [] : [`${file} is listed and is not there: take it off the list`],
    ),
    ...house.sources.flatMap((source) => source.arrows.flatMap((arrow) => arrowTrouble(plan, arrow))),
    ...built.flatMap((source) => storeyTrouble(plan, source)),
    ...built.flatMap(exportTrouble),
    ...reachTrouble(plan, built),
    ...cycles(folderGraph(built)).map((cycle) => `folders import each other in a circle: ${cycle.join(" → ")}`),
    ...cycles(fileGraph(built)).map((cycle) => `files import each other in a circle: ${cycle.join(" → ")}`),
  ];
}

/** Which storey a file is on, where that is known. */
function storeyOf(plan: Plan, file: string): Storey | undefined {
  const zone = zoneOf(file);
  if (plan.named[file]) return plan.named[file];
  if (zone === "ui" || /^[^/]+\/web\//.test(file)) return "browser";
  if (!plan.rooms.includes(zone) && zone !== "home") return undefined;
  const name = /^[^/]+\/(?:[a-z0-9-]+-)?([a-z]+)\.tsx?$/.exec(file)?.[1];
  return name ? storeys[name] : undefined;
}

function namingOf(plan: Plan, file: string): string[] {
  const zone = zoneOf(file);
  const zones = ["foundation", "ui", ...plan.rooms, "home", "app"];
  if (!zones.includes(zone)) return [`${file} is in no part of the house (${zones.join(", ")})`];
  if (vague.test(file)) return [`${file} has a name that says nothing: call it after what it holds`];
  if (!/^[a-z0-9.-]+$/.test(file.slice(file.lastIndexOf("/") + 1)) && !/\.(?:png|svg|woff2)$/.test(file)) {
    return [`${file}: names are small letters with hyphens`];
  }
  if (!plan.rooms.includes(zone) || isTest(file) || /^[^/]+\/web\//.test(file)) return [];
  const name = file.slice(zone.length + 1);
  if (words.test(name) || storeyOf(plan, file)) return [];
  return [
    `${file} is none of a room's files (${Object.keys(storeys).join(", ")}, words, web/, or one of these with a noun in front): rename it, or list it in the house test with its storey`,
  ];
}

function arrowTrouble(plan: Plan, { from, to, ours }: Arrow): string[] {
  const here = zoneOf(from);
  const said = (sentence: string) => [`${from} imports ${to}: ${sentence}`];
  if (!ours) return /^(?:src\/|@\/|~\/|\/)/.test(to) ? said("write the way to it, from here") : [];
  if (to.startsWith("..")) {
    if (to.endsWith("?raw")) return [];
    return isTest(from) && /^\.\.\/(?:test|scripts)\//.test(to) ? [] : said("the app is what is below src");
  }
  const there = zoneOf(to);
  if (here === there) return [];
  if (here === "foundation") return said("the foundation knows nothing above it");
  if (here === "ui") return said("ui could ship in another product, so it knows nothing of ours");
  if (there === "app") return isTest(from) ? [] : said("nobody imports the roof");
  if (there === "home" && here !== "app") return said("home reads the rooms, no room reads home");
  const order = plan.rooms.indexOf(there);
  const mine = plan.rooms.indexOf(here);
  if (mine >= 0 && order > mine) return said(`${there} stands after ${here}`);
  return [];
}

function storeyTrouble(plan: Plan, { file, arrows }: SourceFile): string[] {
  const storey = storeyOf(plan, file);
  return arrows.flatMap(({ to, ours }) => {
    const meets = ours ? storeyOf(plan, to) : undefined;
    const said = (sentence: string) => [`${file} imports ${to}: ${sentence}`];
    if (storey === "browser" && meets === "server")
      return said("a page asks through the contract, never a store or an action");
    if (storey === "server" && meets === "browser") return said("a server file does not know the page");
    if ((storey === "pure" || storey === "method") && (meets === "server" || meets === "browser")) {
      return said("this file is to stay pure");
    }
    return [];
  });
}

function exportTrouble({ file, reExports, defaultExport }: SourceFile): string[] {
  const trouble: string[] = [];
  if (/(?:^|\/)index\.tsx?$/.test(file)) trouble.push(`${file} is a barrel by name: import from the file that has it`);
  if (reExports) trouble.push(`${file} hands on what another file exports: import from the file that has it`);
  if (defaultExport) trouble.push(`${file} has a default export: name it`);
  return trouble;
}

/** Follows imports of values to the end: what a browser or a pure file pulls along, however far away. */
function reachTrouble(plan: Plan, sources: readonly SourceFile[]): string[] {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const browserRoots = sources.filter(({ file }) => storeyOf(plan, file) === "browser");
  const pureRoots = sources.filter(({ file }) => storeyOf(plan, file) === "pure");
  const methodRoots = sources.filter(({ file }) => storeyOf(plan, file) === "method");
  const pulled = (root: SourceFile, forbidden: RegExp) => {
    const seen = new Set<string>([root.file]);
    const queue: [SourceFile, string[]][] = [[root, [root.file]]];
    for (const [source, way] of queue) {
      for (const { to, ours, typeOnly } of source.arrows) {
        if (typeOnly || seen.has(to)) continue;
        seen.add(to);
        if (!ours && forbidden.test(to)) return [...way, to].join(" → ");
        const next = byFile.get(to);
        if (next) queue.push([next, [...way, to]]);
      }
    }
    return undefined;
  };
  const told = (roots: readonly SourceFile[], forbidden: RegExp, sentence: string) =>
    roots.flatMap((root) => {
      const way = pulled(root, forbidden);
      return way ? [`${sentence}: ${way}`] : [];
    });
  return [
    ...told(browserRoots, serverOnly, "a browser file pulls server code along"),
    ...told(pureRoots, serverOnly, "a pure file pulls server code along"),
    ...told(methodRoots, outside, "a method reaches outside"),
    ...told([...pureRoots, ...methodRoots], browserOnly, "a pure file pulls browser code along"),
  ];
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

function fileGraph(sources: readonly SourceFile[]): Graph {
  const there = new Set(sources.map(({ file }) => file));
  return new Map(
    sources.map(({ file, arrows }) => [
      file,
      new Set(arrows.filter(({ to, typeOnly }) => !typeOnly && there.has(to) && to !== file).map(({ to }) => to)),
    ]),
  );
}

function folderGraph(sources: readonly SourceFile[]): Graph {
  const graph = new Map<string, Set<string>>();
  const folderOf = (file: string) => file.slice(0, file.lastIndexOf("/"));
  for (const { file, arrows } of sources) {
    const from = folderOf(file);
    const tos = graph.get(from) ?? new Set();
    graph.set(from, tos);
    for (const { to, ours } of arrows) if (ours && /\.tsx?$/.test(to) && folderOf(to) !== from) tos.add(folderOf(to));
  }
  return graph;
}

/** One circle for each group of nodes that reach each other. */
function cycles(graph: Graph): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (node: string, way: string[]) => {
    const at = way.indexOf(node);
    if (at >= 0) return void found.push([...way.slice(at), node]);
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...way, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}
