import { dbOn, enterWorkspace } from "./db.ts";
import { writeEvent } from "./event.ts";
import { timedId } from "./id.ts";
import type { Engine, WorkspaceContext } from "./run.ts";
import type { Nouns } from "./words.ts";

/**
 * Does timed work in one workspace: one transaction, under row security, with nobody as the actor; screens are told after the
 * commit. Where it throws, nothing of it is kept.
 * @param engine the running house
 * @param workspace whose rows it sees
 * @param work what is done; its result comes back
 */
export async function asTheClock<T>(
  engine: Engine,
  workspace: string,
  work: (context: WorkspaceContext) => Promise<T>,
): Promise<T> {
  const now = engine.clock.now();
  const told = new Set<string>();
  const client = await engine.pool.connect();
  let broken = false;
  let result: T;
  try {
    await client.query("begin");
    const db = dbOn(client);
    await enterWorkspace(db, workspace);
    const { rows } = await client.query<{ nouns: Nouns }>("select nouns from workspace");
    const id = () => timedId(now);
    result = await work({
      db,
      now,
      workspace,
      address: engine.address,
      id,
      random: engine.random,
      sayTo: (locale, room) => engine.house.say(room, locale, engine.house.nouns(locale, rows[0]?.nouns)),
      record: (what) => writeEvent(db, { workspace, actor: null, at: now, id: id() }, what),
      tell: (room) => void told.add(room),
    });
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
  engine.live.publish(workspace, told);
  return result;
}
