import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Context } from "hono";

type File = { body: Buffer; type: string; etag: string; br?: Buffer; gz?: Buffer };

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves the built web app from memory-mapped names: files by path, compressed ahead where the browser takes it, and the
 * page itself for every other address, so that links into the app work.
 * @param folder the built app
 * @returns answers a GET; null where there is no built app
 */
export function staticFiles(folder: string): (context: Context) => Response | null {
  const names = existsSync(folder) ? new Set(listFiles(folder, "")) : new Set<string>();
  const read = new Map<string, File>();

  const open = (name: string): File => {
    const known = read.get(name);
    if (known) return known;
    const at = path.join(folder, name);
    const body = readFileSync(at);
    const file: File = {
      body,
      type: types[path.extname(name)] ?? "application/octet-stream",
      etag: `"${createHash("sha1").update(body).digest("base64url")}"`,
    };
    if (names.has(`${name}.br`)) file.br = readFileSync(`${at}.br`);
    if (names.has(`${name}.gz`)) file.gz = readFileSync(`${at}.gz`);
    read.set(name, file);
    return file;
  };

  return (context) => {
    const wanted = context.req.path.slice(1);
    const isAsset = names.has(wanted) && !/\.(br|gz)$/.test(wanted);
    if (wanted.startsWith("assets/") && !isAsset) return gone(context);
    if (!isAsset && !names.has("index.html")) return null;
    let file: File;
    try {
      file = open(isAsset ? wanted : "index.html");
    } catch {
      return gone(context); // a newer build took its place
    }
    const hashed = isAsset && wanted.startsWith("assets/");
    const headers: Record<string, string> = {
      "content-type": file.type,
      "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
      etag: file.etag,
      vary: "accept-encoding",
    };
    if (context.req.header("if-none-match") === file.etag) return context.body(null, 304, headers);
    const accepts = context.req.header("accept-encoding") ?? "";
    const packed = /\bbr\b/.test(accepts) && file.br ? "br" : /\bgzip\b/.test(accepts) && file.gz ? "gzip" : null;
    const body = packed === "br" ? file.br! : packed === "gzip" ? file.gz! : file.body;
    if (packed) headers["content-encoding"] = packed;
    return context.body(new Uint8Array(body), 200, headers);
  };
}

function gone(context: Context): Response {
  return context.text("Not here any more: reload the page.", 404);
}

function listFiles(folder: string, below: string): string[] {
  return readdirSync(path.join(folder, below)).flatMap((name) => {
    const at = path.posix.join(below, name);
    return statSync(path.join(folder, at)).isDirectory() ? listFiles(folder, at) : [at];
  });
}
