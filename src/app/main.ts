import { readConfig } from "../foundation/config.ts";
import { PlainError } from "../foundation/plain-error.ts";
import type { Postgres } from "../foundation/postgres.ts";

/**
 * Starts everything: the database while the rest of the program is read, then the house, then the door.
 * Ends with one plain sentence for whatever the person who starts it can put right.
 */
async function start(): Promise<void> {
  const began = performance.now();
  const config = readConfig(process.env);
  const demo = process.argv.includes("--demo");
  const say = (sentence: string) => console.log(sentence);
  let postgres: Postgres | undefined;
  let stopping: Promise<void> | undefined;
  let close = async () => {};

  const stop = (code: number) => {
    stopping ??= (async () => {
      await close().catch(() => {});
      await postgres?.stop();
    })().finally(() => process.exit(code));
  };
  process.on("SIGINT", () => stop(0));
  process.on("SIGTERM", () => stop(0));
  process.on("SIGHUP", () => stop(0));

  const [database, { openHouse, webFolder }, { makeApp, listen }, { startSchedule }] = await Promise.all([
    config.database
      ? null
      : import("../foundation/postgres.ts").then(({ openPostgres }) =>
          openPostgres(config.dataFolder, { log: say, mode: "own" }),
        ),
    import("./engine.ts"),
    import("./server.ts"),
    import("./schedule.ts"),
  ]);
  if (stopping) return;
  postgres = database ?? undefined;
  try {
    const running = await openHouse(config, config.database ?? postgres!.connection);
    // whatever stops us from here on, the house lets go of the database before the database ends
    close = () => running.stop();
    if (demo) {
      const { seedDemo } = await import("./demo.ts");
      running.demo = await seedDemo(running, say);
    }
    const { server, port } = await listen(makeApp(running, config, webFolder()), config.host, config.port);
    const stopSchedule = startSchedule(running.engine, running.mailer);
    close = async () => {
      await stopSchedule();
      server.close();
      server.closeAllConnections();
      await running.stop();
    };
    const shownHost = config.host === "0.0.0.0" || config.host === "::" ? "localhost" : config.host;
    const address = `http://${shownHost === "127.0.0.1" ? "localhost" : shownHost}:${port}`;
    postgres?.announce(address);
    say(`Bellwether is at ${address}${demo ? "/api/demo (a made-up team, already signed in)" : ""}`);
    say(`Ready in ${((performance.now() - began) / 1000).toFixed(2)} s. Stop it with Ctrl-C.`);
  } catch (error) {
    await close().catch(() => {});
    await postgres?.stop();
    throw error;
  }
}

start().catch((error: unknown) => {
  if (error instanceof PlainError) console.error(error.message);
  else console.error("Bellwether could not start, and this is a mistake of ours:\n", error);
  process.exit(1);
});
