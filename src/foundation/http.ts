import { randomBytes } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { streamSSE } from "hono/streaming";
import type { Operation } from "./contract.ts";
import type { LiveMessage } from "./live.ts";
import { log } from "./log.ts";
import { commonRefusals, Refusal, refuse } from "./refusal.ts";
import { type Caller, type Engine, run, type SignedIn } from "./run.ts";
import { localeFor } from "./words.ts";

/** Who sent a request, and in which session; null for nobody. */
export type Identify = (headers: Headers) => Promise<SignedIn | null>;

/** A refusal as it travels. */
export type RefusalBody = { error: { code: string; message: string; fields?: Record<string, string> } };

type HttpOptions = {
  identify: Identify;
  /** Whether a proxy in front tells the caller's address (`X-Forwarded-For`) and scheme. */
  trustProxy: boolean;
  /** Cookie that keeps a chosen interface language before signing in. */
  localeCookie: string;
  /** Who may hear a workspace's news: the member's id there, or a refusal. */
  memberIn(workspace: string, caller: Caller): Promise<string>;
};

const oneMegabyte = 1_048_576;

/**
 * The HTTP door: every operation of the house below `/api`, and news as server-sent events.
 * @param engine the running house
 * @param options who is who, and what stands in front
 */
export function httpDoor(engine: Engine, options: HttpOptions): Hono {
  const app = new Hono();
  const statuses = statusTable(engine);

  const answerError = (context: Context, error: unknown, caller?: Caller) => {
    const locale = caller?.locale ?? localeOf(context, options.localeCookie);
    if (!(error instanceof Refusal)) {
      const reference = randomBytes(4).toString("hex");
      log.error({ err: error, reference, path: context.req.path }, "a bug");
      const message = engine.house.say("foundation", locale)("refusal.bug", { reference });
      return context.json({ error: { code: "bug", message } } satisfies RefusalBody, 500);
    }
    return context.json(refusalBody(engine, error, locale), (statuses.get(error.code) ?? 400) as 400);
  };
  app.onError((error, context) => answerError(context, error));

  for (const { contract } of engine.house.rooms) {
    for (const [key, operation] of Object.entries(contract.operations)) {
      const name = `${contract.name}.${key}`;
      const path = `/api${operation.path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
      const limit = bodyLimit({
        maxSize: operation.bodyLimit ?? oneMegabyte,
        onError: (context) => answerError(context, refuse("too_large")),
      });
      app.on(operation.method, path, limit, async (context) => {
        let caller: Caller | undefined;
        try {
          caller = await callerOf(context, options);
          if (operation.method === "POST") sameOriginOnly(context, caller);
          const output = await run(engine, name, await inputOf(context, operation), caller);
          return reply(context, caller, operation, output);
        } catch (error) {
          return answerError(context, error, caller);
        }
      });
    }
  }

  app.get("/api/workspaces/:workspace/live", async (context) => {
    const caller = await callerOf(context, options);
    const workspace = context.req.param("workspace");
    const member = await options.memberIn(workspace, caller);
    return streamLive(context, engine, workspace, member);
  });
  app.all("/api/*", (context) => answerError(context, refuse("not_found")));
  return app;
}

/** The caller behind a request. */
async function callerOf(context: Context, options: HttpOptions): Promise<Caller> {
  const headers = context.req.raw.headers;
  const user = await options.identify(headers);
  const url = new URL(context.req.url);
  const forwardedProto = options.trustProxy ? headers.get("x-forwarded-proto") : null;
  const forwardedFor = options.trustProxy ? headers.get("x-forwarded-for")?.split(",")[0]?.trim() : null;
  return {
    user,
    locale: localeOf(context, options.localeCookie),
    headers,
    origin: `${forwardedProto ?? url.protocol.slice(0, -1)}://${headers.get("host") ?? url.host}`,
    ip: forwardedFor ?? remoteAddress(context),
    reply: new Headers(),
    idempotencyKey: headers.get("idempotency-key")?.slice(0, 100),
  };
}

function remoteAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "";
  } catch {
    return ""; // a request handed in without a socket, as in tests
  }
}

function localeOf(context: Context, cookie: string): string {
  const chosen = new RegExp(`(?:^|; )${cookie}=([\\w-]+)`).exec(context.req.header("cookie") ?? "")?.[1];
  return localeFor([...(chosen ? [chosen] : []), ...(context.req.header("accept-language") ?? "").split(",")]);
}

/** A page elsewhere cannot make a browser change anything here: its origin differs, and forms do not send JSON. */
function sameOriginOnly(context: Context, caller: Caller): void {
  const origin = context.req.header("origin");
  if (origin && new URL(origin).host !== new URL(caller.origin).host) throw refuse("foreign_origin");
  if (!/^application\/json\b/.test(context.req.header("content-type") ?? "")) throw refuse("foreign_origin");
}

async function inputOf(context: Context, operation: Operation): Promise<Record<string, unknown>> {
  if (operation.method === "GET") return { ...context.req.query(), ...context.req.param() };
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    throw refuse("invalid");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw refuse("invalid");
  return { ...body, ...context.req.param() };
}

function reply(context: Context, caller: Caller, operation: Operation, output: unknown): Response {
  for (const [name, value] of caller.reply) context.header(name, value, { append: true });
  context.header("cache-control", "no-store");
  if (!operation.download) return context.json(output ?? null);
  const file = output as { fileName: string; contentType: string; body: string | Uint8Array };
  context.header("content-type", file.contentType);
  context.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
  return context.body(file.body as string);
}

function statusTable(engine: Engine): Map<string, number> {
  const table = new Map<string, number>(Object.entries(commonRefusals));
  for (const { contract } of engine.house.rooms) {
    for (const [name, status] of Object.entries(contract.refusals)) table.set(`${contract.name}.${name}`, status);
  }
  return table;
}

/**
 * A refusal in the reader's words.
 * @param engine the house, for its words
 * @param refusal what was refused
 * @param locale the language where the refusal does not know its reader
 */
export function refusalBody(engine: Engine, refusal: Refusal, locale: string): RefusalBody {
  const language = refusal.reader?.locale ?? locale;
  const nouns = refusal.reader?.nouns;
  const [room, name] = refusal.code.includes(".") ? refusal.code.split(".", 2) : ["foundation", refusal.code];
  const message = engine.house.say(room!, language, nouns)(`refusal.${name}`, refusal.params);
  if (!refusal.fields) return { error: { code: refusal.code, message } };
  const fields: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(refusal.fields)) {
    const [key, limit] = sentence.split("|") as [string, string?];
    const from = key.startsWith("field.") && room === "foundation" ? "foundation" : room!;
    fields[path] = engine.house.say(from, language, nouns)(key, { ...refusal.params, limit });
  }
  return { error: { code: refusal.code, message, fields } };
}

const heartbeatMs = 25_000;
/** A stream ends after this, and the browser knocks again: whoever lost their seat stops hearing. */
const streamForMs = 600_000;

function streamLive(context: Context, engine: Engine, workspace: string, member: string): Response {
  context.header("x-accel-buffering", "no");
  return streamSSE(context, async (stream) => {
    const send = (message: LiveMessage) => void stream.writeSSE({ data: JSON.stringify(message) });
    const leave = engine.live.subscribe({ workspace, member, send });
    stream.onAbort(leave);
    await stream.writeSSE({ event: "open", data: "{}" });
    const end = Date.now() + streamForMs;
    while (!stream.aborted && !stream.closed && Date.now() < end) {
      await stream.sleep(heartbeatMs);
      await stream.write(": here\n\n");
    }
    leave();
  });
}
