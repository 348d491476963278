import type { Remark } from "./decisions-client.ts";

type Placed = Pick<Remark, "id" | "at" | "answers">;

/**
 * What was said, in threads: each first remark with every answer under it, also to answers, all in the order they were said. An
 * answer to something that was taken back stands by itself.
 */
export function remarkThreads<R extends Placed>(remarks: readonly R[]): { remark: R; answers: R[] }[] {
  const byId = new Map(remarks.map((one) => [one.id, one]));
  const threads = new Map<string, { remark: R; answers: R[] }>();
  const firstOf = (one: R): R => {
    const above = one.answers === null ? undefined : byId.get(one.answers);
    return above ? firstOf(above) : one;
  };
  for (const one of remarks.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const first = firstOf(one);
    const thread = threads.get(first.id) ?? { remark: first, answers: [] };
    threads.set(first.id, thread);
    if (first !== one) thread.answers.push(one);
  }
  return [...threads.values()];
}
