// The least that could answer: node:http, a pool and the same statements; no sign-in, no row security, no checks.
// Told over its parent's channel: { connection, statements: [{ text, values }] }; answers with its port.
import { createServer } from "node:http";
import pg from "pg";

process.once("message", ({ connection, statements }) => {
  const pool = new pg.Pool({ ...connection, max: 20 });
  const server = createServer(async (_, response) => {
    const client = await pool.connect();
    try {
      const answers = [];
      for (const { text, values } of statements) answers.push((await client.query(text, values)).rows);
      const body = JSON.stringify(answers);
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
      response.end(body);
    } finally {
      client.release();
    }
  });
  server.listen(0, "127.0.0.1", () => process.send(server.address().port));
});
process.on("disconnect", () => process.exit(0));
