import { randomUUID } from "node:crypto";
import { betterAuth } from "better-auth";
import { makeSignature } from "better-auth/crypto";
import type pg from "pg";
import { refuse } from "../foundation/refusal.ts";
import type { Caller, SignedIn } from "../foundation/run.ts";

/** One of a person's sessions, without its token. */
export type SessionRow = {
  id: string;
  here: boolean;
  since: Date;
  until: Date;
  address: string | null;
  browser: string | null;
};

/** The installation: who keeps it, and whether sign-up is open. */
export type Installation = { fresh: boolean; keptBy: string | null; signUpOpen: boolean };

/** Signing in, on better-auth over the `auth` schema; nothing else reads a password or a session. */
export type SignIn = {
  signUp(caller: Caller, who: { name: string; email: string; password: string }, now: Date): Promise<void>;
  signIn(caller: Caller, who: { email: string; password: string }): Promise<void>;
  signOut(caller: Caller): Promise<void>;
  sessions(caller: Caller): Promise<SessionRow[]>;
  endSession(caller: Caller, id: string): Promise<boolean>;
  endOtherSessions(caller: Caller): Promise<void>;
  changePassword(caller: Caller, current: string, next: string): Promise<void>;
  /** Whether this is the caller's password. */
  passwordFits(caller: Caller, password: string): Promise<boolean>;
  erase(user: SignedIn): Promise<void>;
  installation(): Promise<Installation>;
  setSignUp(open: boolean, now: Date): Promise<void>;
  /** Who sent a request; cookies to renew go into `reply`. */
  identify(headers: Headers, reply?: Headers): Promise<SignedIn | null>;
  /** A session made without a password, for the command line, the demo and tests: the cookie that carries it. */
  sessionFor(email: string): Promise<string | null>;
  /** Gives somebody who lost theirs a new password and ends their sessions; false where nobody has this email. */
  newPassword(email: string, password: string): Promise<boolean>;
  /** Where somebody who signs in gets mail; null where nobody signs in by this id any more. */
  emailOf(userId: string): Promise<string | null>;
  /** Whom the command line acts as: the one with this email, or whoever keeps the installation. */
  personFor(email: string | undefined): Promise<SignedIn | null>;
  /** Whoever was remembered is forgotten. */
  forget(): void;
};

// better-auth is asked under one made-up address: our own door has checked where a request came from
const inside = "http://bellwether.internal";
const cookieName = "bellwether.session_token";
const rememberMs = 10_000;
const rememberAtMost = 10_000;

/**
 * Opens signing in.
 * @param pool connections as the `auth` role
 * @param secret the installation's secret, which signs cookies
 * @param onSessionEnded told when a session ends, so that every process forgets it
 */
export function openSignIn(pool: pg.Pool, secret: string, onSessionEnded: () => void): SignIn {
  const auth = betterAuth({
    database: pool,
    secret,
    baseURL: inside,
    basePath: "/auth",
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128, autoSignIn: true },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    advanced: {
      cookiePrefix: "bellwether",
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: ["x-bellwether-caller"] },
      database: { generateId: () => randomUUID() },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: {
        "/sign-in/email": { window: 60, max: 10 },
        "/sign-up/email": { window: 60, max: 20 },
        "/change-password": { window: 60, max: 10 },
      },
    },
  });
  const remembered = new Map<string, { user: SignedIn; until: number }>();

  /** Asks better-auth as the caller; its cookies go back with ours. */
  async function post(caller: Caller, path: string, body: object): Promise<Response> {
    const headers = new Headers({
      "content-type": "application/json",
      origin: inside,
      "x-bellwether-caller": caller.ip || "127.0.0.1",
    });
    for (const name of ["cookie", "user-agent"]) {
      const value = caller.headers.get(name);
      if (value) headers.set(name, value);
    }
    const response = await auth.handler(
      new Request(`${inside}/auth${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
    );
    copyCookies(response.headers, caller.reply, caller.origin.startsWith("https:"));
    if (response.status === 429) {
      throw refuse("too_many_tries", { seconds: Number(response.headers.get("x-retry-after") ?? 60) });
    }
    return response;
  }
  const codeOf = async (response: Response) =>
    ((await response.json().catch(() => ({}))) as { code?: string }).code ?? String(response.status);
  const ended = () => {
    remembered.clear();
    onSessionEnded();
  };
  const current = (caller: Caller) => auth.api.getSession({ headers: caller.headers });

  return {
    async signUp(caller, who, now) {
      const response = await post(caller, "/sign-up/email", who);
      if (!response.ok) {
        const code = await codeOf(response);
        if (/USER_ALREADY_EXISTS/.test(code)) throw refuse("people.email_taken");
        throw new Error(`sign-up failed: ${code}`);
      }
      const { user } = (await response.json()) as { user: { id: string } };
      await pool.query(
        "insert into auth.installation (kept_by, created_at) values ($1, $2) on conflict (one) do nothing",
        [user.id, now],
      );
    },
    async signIn(caller, who) {
      const response = await post(caller, "/sign-in/email", who);
      if (response.ok) return;
      const code = await codeOf(response);
      if (/INVALID_EMAIL_OR_PASSWORD|INVALID_EMAIL|USER_NOT_FOUND/.test(code))
        throw refuse("people.wrong_email_or_password");
      throw new Error(`sign-in failed: ${code}`);
    },
    async signOut(caller) {
      await post(caller, "/sign-out", {});
      ended();
    },
    async sessions(caller) {
      const [here, all] = await Promise.all([current(caller), auth.api.listSessions({ headers: caller.headers })]);
      return all
        .map((session) => ({
          id: session.id,
          here: session.id === here?.session.id,
          since: session.createdAt,
          until: session.expiresAt,
          address: session.ipAddress || null,
          browser: session.userAgent || null,
        }))
        .sort((a, b) => Number(b.here) - Number(a.here) || b.since.getTime() - a.since.getTime());
    },
    async endSession(caller, id) {
      const session = (await auth.api.listSessions({ headers: caller.headers })).find((row) => row.id === id);
      if (!session) return false;
      await post(caller, "/revoke-session", { token: session.token });
      ended();
      return true;
    },
    async endOtherSessions(caller) {
      await post(caller, "/revoke-other-sessions", {});
      ended();
    },
    async changePassword(caller, currentPassword, newPassword) {
      const response = await post(caller, "/change-password", {
        currentPassword,
        newPassword,
        revokeOtherSessions: true,
      });
      if (!response.ok) {
        const code = await codeOf(response);
        if (code === "INVALID_PASSWORD") throw refuse("people.wrong_password");
        throw new Error(`the password could not be changed: ${code}`);
      }
      ended();
    },
    async passwordFits(caller, password) {
      return auth.api.verifyPassword({ body: { password }, headers: caller.headers }).then(
        () => true,
        () => false,
      );
    },
    async erase(user) {
      await pool.query(`delete from auth."user" where id = $1`, [user.id]);
      ended();
    },
    async installation() {
      const { rows } = await pool.query<{ kept_by: string | null; sign_up_closed_at: Date | null }>(
        "select kept_by, sign_up_closed_at from auth.installation",
      );
      const row = rows[0];
      return { fresh: !row, keptBy: row?.kept_by ?? null, signUpOpen: !row?.sign_up_closed_at };
    },
    async setSignUp(open, now) {
      await pool.query("update auth.installation set sign_up_closed_at = $1", [open ? null : now]);
    },
    async identify(headers, reply) {
      const cookie = new RegExp(`(?:^|; )${cookieName.replace(".", "\\.")}=([^;]+)`).exec(
        headers.get("cookie") ?? "",
      )?.[1];
      if (!cookie) return null;
      const known = remembered.get(cookie);
      if (known && known.until > Date.now()) return known.user;
      const { headers: fresh, response: session } = await auth.api.getSession({ headers, returnHeaders: true });
      if (!session) {
        remembered.delete(cookie);
        return null;
      }
      if (reply) copyCookies(fresh, reply, false);
      const user = { id: session.user.id, name: session.user.name, email: session.user.email };
      if (remembered.size >= rememberAtMost) remembered.clear();
      remembered.set(cookie, { user, until: Date.now() + rememberMs });
      return user;
    },
    async sessionFor(email) {
      const { internalAdapter, authCookies, secret: signingSecret } = await auth.$context;
      const found = await internalAdapter.findUserByEmail(email);
      if (!found) return null;
      const session = await internalAdapter.createSession(found.user.id);
      const signature = await makeSignature(session.token, signingSecret);
      return `${authCookies.sessionToken.name}=${encodeURIComponent(`${session.token}.${signature}`)}`;
    },
    async newPassword(email, password) {
      const { internalAdapter, password: passwords } = await auth.$context;
      const found = await internalAdapter.findUserByEmail(email);
      if (!found) return false;
      await internalAdapter.updatePassword(found.user.id, await passwords.hash(password));
      await pool.query(`delete from auth.session where "userId" = $1`, [found.user.id]);
      ended();
      return true;
    },
    async emailOf(userId) {
      const { rows } = await pool.query<{ email: string }>(`select email from auth."user" where id = $1`, [userId]);
      return rows[0]?.email ?? null;
    },
    async personFor(email) {
      const { rows } = await pool.query<SignedIn>(
        email
          ? `select id, name, email from auth."user" where email = lower($1)`
          : `select u.id, u.name, u.email from auth."user" u join auth.installation i on i.kept_by = u.id where $1::text is null`,
        [email ?? null],
      );
      return rows[0] ?? null;
    },
    forget: () => remembered.clear(),
  };
}

function copyCookies(from: Headers, to: Headers, secure: boolean): void {
  for (const cookie of from.getSetCookie()) {
    to.append("set-cookie", secure && !/; *secure/i.test(cookie) ? `${cookie}; Secure` : cookie);
  }
}
