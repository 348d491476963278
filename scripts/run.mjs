// Runs a TypeScript file of this repository in Node, with compiled words and raw SQL imports as the build has them:
// node scripts/run.mjs scripts/gen.ts [arguments]
import path from "node:path";
import { createRunnableDevEnvironment, resolveConfig, runnerImport } from "vite";

const root = path.resolve(import.meta.dirname, "..");
const { words } = (await runnerImport(path.join(root, "scripts/words-plugin.ts"), { root })).module;
const config = await resolveConfig(
  {
    root,
    configFile: false,
    envDir: false,
    logLevel: "warn",
    plugins: [words()],
    environments: { script: { consumer: "server", resolve: { external: true } } },
  },
  "serve",
);
// kept open for as long as the script runs: it may import more later
const environment = createRunnableDevEnvironment("script", config, { runnerOptions: { hmr: false }, hot: false });
await environment.init();
const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error("which file? node scripts/run.mjs scripts/….ts");
process.argv = [process.argv[0], path.resolve(file), ...args];
await environment.runner.import(path.resolve(file));
