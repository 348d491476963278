import { setTimeout as setTimeoutAsync } from "node:timers/promises";
import { areasDue } from "../areas/due-actions.ts";
import { decisionsDue } from "../decisions/due-actions.ts";
import { attendToRounds } from "../decisions/opening-actions.ts";
import { directionDue } from "../direction/due-actions.ts";
import { asTheClock } from "../foundation/as-the-clock.ts";
import { log } from "../foundation/log.ts";
import type { Mailer } from "../foundation/mail.ts";
import type { Engine, WorkspaceContext } from "../foundation/run.ts";
import { writeDigests } from "../notices/digest-actions.ts";
import { deliverMail } from "../notices/mail-actions.ts";
import { forgetOldRows } from "../people/retention.ts";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** What rooms do by themselves when its time has come, in each workspace. Each tells and changes what is due once. */
const timedWork: readonly TimedWork[] = [directionDue, areasDue, decisionsDue];
type TimedWork = (context: WorkspaceContext) => Promise<void>;

/** One kind of timed work: how often it is looked after, and what it does at a moment. */
type Job = { name: string; everyMs: number; run(engine: Engine, mailer: Mailer | null): Promise<unknown> };

/**
 * All timed work, on one page. What is due is decided by the clock handed in, so that a history can be played. Several
 * processes may do it at once: mail is taken by one, a digest's day is noted by one, and what rooms tell is told once.
 */
const jobs: readonly Job[] = [
  // before what tells of days: a round opens at its deadline, whatever else is due
  { name: "rounds", everyMs: 5 * secondMs, run: attendToRounds },
  { name: "rooms' timed work", everyMs: hourMs, run: (engine) => doTimedWork(engine) },
  { name: "digests", everyMs: 5 * minuteMs, run: writeDigests },
  { name: "mail", everyMs: 15 * secondMs, run: async (engine, mailer) => mailer && deliverMail(engine, mailer) },
  { name: "forgetting", everyMs: 24 * hourMs, run: (engine) => forgetOldRows(engine.pool, engine.clock.now()) },
];

/**
 * Does each room's work in each workspace, in a transaction of its own: what fails in one stops no other.
 * @param engine the running house; its clock says what is due
 * @param works what is done
 */
export async function doTimedWork(engine: Engine, works: readonly TimedWork[] = timedWork): Promise<void> {
  const { rows } = await engine.pool.query<{ workspace_id: string }>("select workspace_id from door_workspaces()");
  for (const { workspace_id: workspace } of rows) {
    for (const work of works) {
      await asTheClock(engine, workspace, work).catch((error: unknown) => {
        log.error({ err: error, workspace, work: work.name }, "timed work failed; the next sweep tries again");
      });
    }
  }
}

async function attempt(job: Job, engine: Engine, mailer: Mailer | null): Promise<void> {
  try {
    await job.run(engine, mailer);
  } catch (error) {
    log.error({ err: error, job: job.name }, "a sweep failed; the next one tries again");
  }
}

/**
 * Does once all that is due at a moment, in order: what rooms do may be told in a digest, and a digest is mail.
 * @param engine the running house
 * @param mailer the way to the mail server; null where mail is kept here
 * @param at the moment
 */
export async function sweep(engine: Engine, mailer: Mailer | null, at: Date): Promise<void> {
  for (const job of jobs) await attempt(job, { ...engine, clock: { now: () => at } }, mailer);
}

/**
 * Looks after timed work from now on, each kind in its own rhythm; one that takes longer than that is not begun again
 * meanwhile.
 * @param engine the running house
 * @param mailer the way to the mail server; null where mail is kept here
 * @returns how to stop it; resolves when what is under way is done, or soon: a mail server may take its time
 */
export function startSchedule(engine: Engine, mailer: Mailer | null): () => Promise<void> {
  const underWay = new Map<Job, Promise<void>>();
  const timers: NodeJS.Timeout[] = [];
  const look = (job: Job) => {
    if (underWay.has(job)) return;
    underWay.set(
      job,
      attempt(job, engine, mailer).finally(() => underWay.delete(job)),
    );
  };
  for (const job of jobs) {
    // a start is left alone first; then each in its rhythm
    timers.push(setTimeout(look, Math.min(job.everyMs, 30 * secondMs), job), setInterval(look, job.everyMs, job));
  }
  for (const timer of timers) timer.unref();
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.race([Promise.all(underWay.values()), setTimeoutAsync(2 * secondMs, undefined, { ref: false })]);
  };
}
