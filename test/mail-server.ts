import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

/** A mail that a server took: who to, and all of it as it travelled. */
export type TakenMail = { to: string[]; raw: string };

/**
 * A mail server on this machine that keeps what it is handed, as far as RFC 5321 is needed for that.
 * @returns `refuse` makes it answer the next deliveries with this line instead of taking them
 */
export async function mailServer() {
  const taken: TakenMail[] = [];
  const refusals: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    const say = (line: string) => socket.write(`${line}\r\n`);
    let typed = "";
    let to: string[] = [];
    let body: string | null = null;
    const line = (text: string) => {
      if (body !== null) {
        if (text !== ".") {
          body += `${text.startsWith("..") ? text.slice(1) : text}\n`;
          return;
        }
        taken.push({ to, raw: body });
        to = [];
        body = null;
        say("250 taken");
        return;
      }
      const verb = text.slice(0, 4).toUpperCase();
      if (verb === "RCPT") {
        const refusal = refusals.shift();
        if (refusal) return say(refusal);
        to.push(/<([^>]*)>/.exec(text)![1]!);
        return say("250 ok");
      }
      if (verb === "DATA") {
        body = "";
        return say("354 go on");
      }
      if (verb === "QUIT") return void socket.end("221 bye\r\n");
      say("250 ok");
    };
    say("220 test");
    socket.setEncoding("utf8").on("data", (chunk) => {
      typed += chunk;
      const lines = typed.split("\r\n");
      typed = lines.pop()!;
      for (const text of lines) line(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    taken,
    address: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: (...lines: string[]) => void refusals.push(...lines),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
