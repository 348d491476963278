// Load in a process of its own: N connections kept open, each asking again as soon as it was answered.
// node load.mjs <port> <path> <cookie> <connections> <seconds>  →  one line of JSON
import net from "node:net";

const [port, path, cookie, connections, seconds] = process.argv.slice(2);
const request = Buffer.from(
  `GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\naccept: application/json\r\n${cookie ? `cookie: ${cookie}\r\n` : ""}\r\n`,
);
const until = performance.now() + Number(seconds) * 1000;
const took = [];
let bytes = 0;

/** Where the first whole answer in a buffer ends; 0 while it is not whole. */
function endOfAnswer(buffer) {
  const head = buffer.indexOf("\r\n\r\n");
  if (head < 0) return 0;
  const headers = buffer.toString("latin1", 0, head).toLowerCase();
  if (!headers.startsWith("http/1.1 200")) throw new Error(headers.split("\r\n")[0]);
  const length = /\r\ncontent-length: *(\d+)/.exec(headers)?.[1];
  if (length) return buffer.length >= head + 4 + Number(length) ? head + 4 + Number(length) : 0;
  const last = buffer.indexOf("0\r\n\r\n", head + 4, "latin1");
  return last < 0 ? 0 : last + 5;
}

function connection() {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), "127.0.0.1");
    let buffer = Buffer.alloc(0);
    let asked = 0;
    const ask = () => {
      asked = performance.now();
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on("connect", ask);
    socket.on("error", reject);
    socket.on("data", (data) => {
      buffer = buffer.length === 0 ? data : Buffer.concat([buffer, data]);
      const end = endOfAnswer(buffer);
      if (end === 0) return;
      bytes += end;
      buffer = buffer.subarray(end);
      const now = performance.now();
      took.push(now - asked);
      if (now < until) return ask();
      socket.end();
      resolve();
    });
  });
}

const began = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, connection));
const elapsed = (performance.now() - began) / 1000;
took.sort((a, b) => a - b);
const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
console.log(
  JSON.stringify({ perSecond: took.length / elapsed, median: at(0.5), p99: at(0.99), bytesEach: bytes / took.length }),
);
process.exit(0);
