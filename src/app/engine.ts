import path from "node:path";
import { type Clock, systemClock } from "../foundation/clock.ts";
import type { Config } from "../foundation/config.ts";
import { type Connection, openPool } from "../foundation/db.ts";
import { openLive } from "../foundation/live.ts";
import { type Mailer, openMailer } from "../foundation/mail.ts";
import { migrate } from "../foundation/migrate.ts";
import type { Engine } from "../foundation/run.ts";
import { installationSecret, keyFor } from "../foundation/secret.ts";
import { openSignIn, type SignIn } from "../people/sign-in.ts";
import { makeHouse } from "./house.ts";

/** A running house with its way in, and how to stop it. */
export type Running = {
  engine: Engine;
  signIn: SignIn;
  /** The way to the mail server; null where none is named. */
  mailer: Mailer | null;
  /** The email of the demo's lead, where this house was opened for the demo. */
  demo?: string;
  stop(): Promise<void>;
};

/**
 * Migrates the database and opens the house on it, as roles that cannot pass row security.
 * @param config the settings
 * @param owner the database as the one who may migrate
 * @param clock the time; another than the machine's for playing a history
 */
export async function openHouse(config: Config, owner: Connection, clock: Clock = systemClock): Promise<Running> {
  const secret = installationSecret(config.dataFolder, config.secret);
  const { app, auth } = await migrate(owner, {
    roles: config.roles,
    passwordKey: config.database ? keyFor(secret, "database roles") : null,
  });
  const pool = openPool(app, 20);
  const authPool = openPool(auth, 5, "-c search_path=auth");
  const live = await openLive(app);
  const signIn = openSignIn(authPool, keyFor(secret, "cookies").toString("hex"), () => live.sessionEnded());
  live.onSessionEnded(() => signIn.forget());
  const { smtp, from } = config.mail;
  const mailer = smtp ? openMailer({ smtp, from }, signIn.emailOf) : null;
  return {
    engine: {
      house: makeHouse(signIn, mailer ? "smtp" : "here"),
      pool,
      clock,
      random: Math.random,
      live,
      address: config.address ?? `http://localhost:${config.port}`,
    },
    signIn,
    mailer,
    async stop() {
      mailer?.close();
      await live.stop();
      await Promise.all([pool.end(), authPool.end()]);
    },
  };
}

/** Where the built web app lies, beside the built server. */
export function webFolder(): string {
  return path.resolve(import.meta.dirname, "../web");
}
