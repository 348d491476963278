import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { build, createServer } from "vite";

const root = path.resolve(import.meta.dirname, "..");
const appPort = process.env.PORT ?? "3000";
const webPort = process.env.BELLWETHER_DEV_PORT ?? "5173";
process.env.BELLWETHER_DEV_APP = `http://localhost:${appPort}`;

let app: ChildProcess | undefined;
let stopping = false;

/** The app runs as a process of its own, so that a restart leaves nothing of the old one behind. */
async function restartApp(): Promise<void> {
  const old = app;
  app = undefined;
  if (old && old.exitCode === null) {
    await new Promise((resolve) => {
      old.once("exit", resolve);
      old.kill("SIGTERM");
    });
  }
  if (stopping) return;
  app = spawn(process.execPath, [path.join(root, "dist/server/main.js"), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PORT: appPort, BELLWETHER_DATA: process.env.BELLWETHER_DATA ?? path.join(root, "data") },
  });
}

// what is built here is built from what the editor holds now, not from what the last stamp says
rmSync(path.join(root, "dist/.stamp.json"), { force: true });

const watcher = await build({
  configFile: path.join(root, "vite.server.config.ts"),
  logLevel: "warn",
  build: { watch: {} },
});
let queue = Promise.resolve();
if ("on" in watcher) {
  watcher.on("event", (event) => {
    if (event.code === "ERROR") console.error(event.error);
    if (event.code === "END") queue = queue.then(restartApp);
  });
}
const web = await createServer({ configFile: path.join(root, "vite.config.ts"), logLevel: "warn" });
await web.listen();
console.log(`Open http://localhost:${webPort}: pages change as you save, the server starts again when it changed.`);

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  if ("close" in watcher) await watcher.close();
  await web.close();
  await queue;
  await restartApp();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
