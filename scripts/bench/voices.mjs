// People who each give a voice at random moments, in a process of their own: an open loop, so that a slow answer makes nobody
// wait before speaking again, and what is measured begins at the moment at which somebody meant to speak.
// Told over its parent's channel: { turn, port, path, stances, people: [{ cookie, name }], everyMs, forMs }; answers with
// { took: [ms], refused: [status and body], acknowledged: [{ name, reason, sentAt, doneAt }] }.
import http from "node:http";

process.on("message", async ({ turn, port, path, stances, people, everyMs, forMs }) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, noDelay: true });
  const took = [];
  const refused = [];
  const acknowledged = [];
  const underWay = new Set();

  const speak = (person, n, meant) =>
    new Promise((resolve, reject) => {
      const reason = `${turn}: ${person.name} says it the ${n}th time`;
      const body = JSON.stringify({ stance: stances[n % stances.length], reason });
      const request = http.request(
        {
          agent,
          port,
          path,
          method: "POST",
          headers: {
            host: `localhost:${port}`,
            cookie: person.cookie,
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            "idempotency-key": `${turn}-${person.name}-${n}`,
          },
        },
        (response) => {
          let answer = "";
          response.setEncoding("utf8");
          response.on("data", (part) => {
            answer += part;
          });
          response.on("end", () => {
            const doneAt = performance.now();
            if (response.statusCode === 200) {
              took.push(doneAt - meant);
              acknowledged.push({ name: person.name, reason, sentAt: meant, doneAt });
            } else refused.push(`${response.statusCode} ${answer}`);
            resolve();
          });
        },
      );
      request.on("error", reject);
      request.end(body);
    });

  const until = performance.now() + forMs;
  await Promise.all(
    people.map(async (person) => {
      let meant = performance.now();
      for (let n = 1; ; n++) {
        // the time between two arrivals of a Poisson process is exponential
        meant += -Math.log(1 - Math.random()) * everyMs;
        if (meant > until) return;
        const wait = meant - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        const spoken = speak(person, n, meant).finally(() => underWay.delete(spoken));
        underWay.add(spoken);
      }
    }),
  );
  await Promise.all(underWay);
  agent.destroy();
  process.send({ took, refused, acknowledged });
});
process.on("disconnect", () => process.exit(0));
