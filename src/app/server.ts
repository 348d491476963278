import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Config } from "../foundation/config.ts";
import { httpDoor } from "../foundation/http.ts";
import { PlainError } from "../foundation/plain-error.ts";
import { refuse } from "../foundation/refusal.ts";
import { run } from "../foundation/run.ts";
import type { Running } from "./engine.ts";
import { openApi } from "./openapi.ts";
import { staticFiles } from "./static.ts";

/** Cookie with the interface language chosen before signing in. */
export const localeCookie = "bellwether.language";

const contentPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * The whole app as one request handler: operations and news below `/api`, the web app everywhere else.
 * @param running the open house
 * @param webFolder the built web app
 */
export function makeApp(running: Running, config: Pick<Config, "trustProxy">, webFolder: string): Hono {
  const { engine, signIn } = running;
  const app = new Hono();
  const files = staticFiles(webFolder);
  app.use(async (context, next) => {
    await next();
    context.res.headers.set("content-security-policy", contentPolicy);
    context.res.headers.set("x-content-type-options", "nosniff");
    context.res.headers.set("referrer-policy", "same-origin");
  });
  app.get("/api/health", async (context) => {
    await engine.pool.query("select 1");
    return context.json({ ok: true });
  });
  app.get("/api/openapi.json", (context) => context.json(openApi(engine.house)));
  app.get("/api/demo", async (context) => {
    const cookie = running.demo ? await signIn.sessionFor(running.demo) : null;
    if (!cookie) return context.notFound();
    context.header("set-cookie", `${cookie}; Path=/; HttpOnly; SameSite=Lax`);
    return context.redirect("/");
  });
  app.route(
    "/",
    httpDoor(engine, {
      identify: signIn.identify,
      trustProxy: config.trustProxy,
      localeCookie,
      async memberIn(workspace, caller) {
        const answer = (await run(engine, "people.workspace", { workspace }, caller)) as { me: { id: string } };
        return answer.me.id;
      },
    }),
  );
  app.get("*", (context) => {
    const answer = files(context);
    if (!answer) throw refuse("not_found");
    return answer;
  });
  return app;
}

/**
 * Listens.
 * @returns the server and the port it got
 * @throws PlainError when the port is taken or not allowed
 */
export async function listen(app: Hono, host: string, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") {
        reject(
          new PlainError(
            `Port ${port} is taken by another program: stop it, or choose another port, as in PORT=${port + 1} npm start.`,
          ),
        );
      } else if (error.code === "EACCES") {
        reject(
          new PlainError(`Port ${port} is not allowed for you: choose one from 1024 up, as in PORT=3000 npm start.`),
        );
      } else if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
        reject(
          new PlainError(`This machine has no address ${host}: set BELLWETHER_HOST to one it has, or leave it out.`),
        );
      } else reject(error);
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : port };
}
