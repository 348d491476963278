import { contracts } from "../src/app/contracts.ts";
import { Refusal } from "../src/foundation/refusal.ts";
import type { Asker, OperationName } from "./team.ts";

/** Reads one's own sessions, so that it takes a browser; `own data` below looks at what else is in it. */
const ofASession: readonly OperationName[] = ["people.myData"];

/** Every read there is, by every id there is: what one person can get out of a workspace through the contract. */
export async function everythingReadableBy(
  asker: Asker,
  ids: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const answers: string[] = [];
  for (const contract of contracts) {
    for (const [key, operation] of Object.entries(contract.operations)) {
      const reads = operation.method === "GET" || operation.download === true;
      const name = `${contract.name}.${key}` as OperationName;
      if (operation.who !== "member" || !reads || ofASession.includes(name)) continue;
      const wanted = [...operation.path.matchAll(/\{(\w+)\}/g)]
        .map((match) => match[1]!)
        .filter((at) => at !== "workspace");
      let inputs: Record<string, string>[] = [{}];
      for (const at of wanted)
        inputs = inputs.flatMap((input) => (ids[at] ?? []).map((id) => ({ ...input, [at]: id })));
      for (const input of inputs) {
        for (const more of [{}, { format: "json" }, { format: "csv" }, { format: "madr" }]) {
          try {
            answers.push(JSON.stringify(await asker.ask(name, { ...input, ...more } as never)));
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          if (!operation.download) break;
        }
      }
    }
  }
  return answers.join("\n");
}
