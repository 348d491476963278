import type pg from "pg";

const dayMs = 86_400_000;
/** How long is kept what `privacy.ts` promises an end to. */
export const keepDays = { accessLog: 730, answers: 7, mail: 30, notices: 365 } as const;

/**
 * Deletes what was kept long enough, in every workspace, by the one function that may.
 * @param pool connections as the app's role
 * @param now the time
 * @returns how many rows went
 */
export async function forgetOldRows(pool: pg.Pool, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const { rows } = await pool.query<{ gone: number }>("select door_forget($1, $2, $3, $4) as gone", [
    before(keepDays.accessLog),
    before(keepDays.answers),
    before(keepDays.mail),
    before(keepDays.notices),
  ]);
  return rows[0]!.gone;
}
