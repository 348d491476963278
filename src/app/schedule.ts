import { log } from "../foundation/log.ts";
import type { Engine } from "../foundation/run.ts";
import { forgetOldRows } from "../people/retention.ts";

const dayMs = 86_400_000;

/**
 * All timed work, on one page. What is due is decided by the clock handed in, so a history can be played.
 *
 * - daily, and once after a start: rows whose time to be kept is over are deleted
 *
 * @param engine the running house
 * @returns how to stop it
 */
export function startSchedule(engine: Engine): () => void {
  const sweep = () => {
    forgetOldRows(engine.pool, engine.clock.now()).catch((error: unknown) => {
      log.error({ err: error }, "old rows could not be deleted; the next sweep tries again");
    });
  };
  const first = setTimeout(sweep, 30_000);
  const daily = setInterval(sweep, dayMs);
  first.unref();
  daily.unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}
