/**
 * A made-up record as a CSV file, the same each time.
 * @param rows how many decisions
 */
export function recordOf(rows: number): string {
  const outcomes = ["accepted", "accepted", "accepted", "rejected", "withdrawn"];
  const people = ["Nomsa Mthembu", "Amara Okafor", "Bongani Khumalo", "Chen Liu", "Divya Varma", "Grace Rotich"];
  const deciders = ["lead", "delegate", "team", "other", ""];
  const lines = ["id,title,area,status,proposed by,opened,decided,outcome,decided by,decider,handed to"];
  const day = (from: number) => new Date(Date.UTC(2012, 0, 1) + from * 86_400_000).toISOString().slice(0, 10);
  for (let n = 1; n <= rows; n++) {
    const opened = Math.floor((n * 4500) / rows);
    const outcome = outcomes[n % outcomes.length]!;
    const kind = deciders[n % deciders.length]!;
    const decider = kind === "" ? "" : people[n % people.length]!;
    const title = `"What the harbour does about question ${n}, and why that is so"`;
    lines.push(
      [
        `B-${n}`,
        title,
        `Area ${n % 40}`,
        outcome,
        people[(n * 7) % people.length],
        day(opened),
        day(opened + 1 + ((n * 13) % 90)),
        outcome,
        kind,
        decider,
        decider,
      ].join(","),
    );
  }
  return lines.join("\n");
}
