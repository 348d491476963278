import { useEffect, useState } from "react";

/** What a timer can wait for at most, in milliseconds. */
const longest = 2_147_000_000;
/** The clock that opens a round looks every so often: it is asked again after these, in milliseconds. */
const asksAfter = [400, 2_500, 6_000, 15_000, 30_000];

/** Now, told anew every minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/**
 * Does something when a moment has come, and a few times after it.
 * @param iso the moment, or null where nothing is waited for
 * @param work what is done, as reading the page again
 */
export function useWhenDue(iso: string | null, work: () => unknown): void {
  useEffect(() => {
    if (!iso) return;
    const due = Date.parse(iso);
    const timers = asksAfter.map((after) => {
      const wait = due + after - Date.now();
      return wait > 0 && wait < longest ? setTimeout(work, wait) : undefined;
    });
    return () => timers.forEach(clearTimeout);
  }, [iso, work]);
}
