import path from "node:path";
import { type Plugin, runnerImport } from "vite";

const name = "virtual:operations";
const resolved = `\0${name}`;
const source = path.resolve(import.meta.dirname, "../src/app/contracts.ts");

/**
 * Gives the browser the table of operations (`room.operation` → method and path) made from the contracts at build time, so
 * that neither a schema nor a schema library travels.
 */
export function operations(): Plugin {
  return {
    name: "bellwether:operations",
    resolveId: (id) => (id === name ? resolved : null),
    async load(id) {
      if (id !== resolved) return null;
      const { module, dependencies } = await runnerImport<typeof import("../src/app/contracts.ts")>(source, {
        configFile: false,
        logLevel: "error",
      });
      for (const file of dependencies) this.addWatchFile(file);
      return `export const routes = ${JSON.stringify(module.routesOf(module.contracts))};`;
    },
  };
}
