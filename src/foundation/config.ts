import path from "node:path";
import { parse } from "pg-connection-string";
import type { Connection } from "./db.ts";
import { PlainError } from "./plain-error.ts";

/** One setting: what it is for, the environment variable it comes from, and what holds without it. */
export type Setting = { readonly env: string; readonly doc: string; readonly fallback: string };

/** Every setting there is; the README's table is made from it. */
export const settings = {
  port: { env: "PORT", doc: "The port the web app is served on.", fallback: "3000" },
  host: { env: "BELLWETHER_HOST", doc: "The address it listens on; 0.0.0.0 for every network.", fallback: "127.0.0.1" },
  dataFolder: {
    env: "BELLWETHER_DATA",
    doc: "The folder for the database and the installation's secret.",
    fallback: "data",
  },
  databaseUrl: {
    env: "DATABASE_URL",
    doc: "A PostgreSQL server (15 or newer) to use instead of the one that comes along: postgres://…",
    fallback: "",
  },
  secret: {
    env: "BELLWETHER_SECRET",
    doc: "The installation's secret, at least 32 characters, where several copies serve one database.",
    fallback: "",
  },
  roles: {
    env: "BELLWETHER_ROLES",
    doc: "First part of the names of the two database roles, where two installations share a server.",
    fallback: "bellwether",
  },
  address: {
    env: "BELLWETHER_ADDRESS",
    doc: "Where people reach it, for the links in mail: https://bellwether.example.org.",
    fallback: "",
  },
  smtp: {
    env: "BELLWETHER_SMTP",
    doc: "The mail server: smtp://name:password@host:587. Without it, mail can be read in the app by whom it is for.",
    fallback: "",
  },
  mailFrom: {
    env: "BELLWETHER_MAIL_FROM",
    doc: "Whom mail comes from.",
    fallback: "Bellwether <bellwether@localhost>",
  },
  trustProxy: {
    env: "BELLWETHER_TRUST_PROXY",
    doc: "yes when a proxy in front sets X-Forwarded-For and X-Forwarded-Proto.",
    fallback: "",
  },
} as const satisfies Record<string, Setting>;

/** The settings as the app uses them. */
export type Config = {
  port: number;
  host: string;
  dataFolder: string;
  database: Connection | null;
  secret: string | null;
  roles: { app: string; auth: string };
  trustProxy: boolean;
  /** Without a slash at its end; null where it is not known before a port is. */
  address: string | null;
  mail: { smtp: string | null; from: string };
};

/**
 * Reads the settings.
 * @param env the environment
 * @throws PlainError naming the variable that cannot be used
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const of = (key: keyof typeof settings) => env[settings[key].env] || settings[key].fallback;
  const port = Number(of("port"));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new PlainError(`PORT is “${of("port")}”: give a number from 1 to 65535.`);
  }
  const secret = of("secret") || null;
  if (secret && secret.length < 32)
    throw new PlainError("BELLWETHER_SECRET is too short: give at least 32 characters.");
  const roles = of("roles");
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(roles)) {
    throw new PlainError(`BELLWETHER_ROLES is “${roles}”: use lower-case letters, digits and underscores.`);
  }
  const address = of("address").replace(/\/+$/, "");
  if (address && !/^https?:\/\/[^\s/]+/.test(address)) {
    throw new PlainError(`BELLWETHER_ADDRESS is “${address}”: write it as https://bellwether.example.org.`);
  }
  const smtp = of("smtp");
  if (smtp && !/^smtps?:\/\/\S+$/.test(smtp)) {
    throw new PlainError("BELLWETHER_SMTP cannot be read: write it as smtp://name:password@host:587.");
  }
  return {
    port,
    host: of("host"),
    dataFolder: path.resolve(of("dataFolder")),
    database: of("databaseUrl") ? connectionFrom(of("databaseUrl")) : null,
    secret,
    roles: { app: `${roles}_app`, auth: `${roles}_auth` },
    trustProxy: /^(yes|true|1)$/i.test(of("trustProxy")),
    address: address || null,
    mail: { smtp: smtp || null, from: of("mailFrom") },
  };
}

/**
 * A server's address taken apart.
 * @param url `postgres://owner:password@host:5432/database`
 * @throws PlainError when it is no such address
 */
export function connectionFrom(url: string): Connection {
  const wrong = new PlainError(
    "DATABASE_URL cannot be read: write it as postgres://owner:password@host:5432/database (the database must be there).",
  );
  if (!/^postgres(ql)?:\/\//.test(url)) throw wrong;
  try {
    const parts = parse(url);
    if (!parts.database) throw wrong;
    return {
      host: parts.host || "127.0.0.1",
      port: parts.port ? Number(parts.port) : 5432,
      user: parts.user ?? "postgres",
      database: parts.database,
      password: parts.password,
      ssl: parts.ssl as Connection["ssl"],
    };
  } catch {
    throw wrong;
  }
}
