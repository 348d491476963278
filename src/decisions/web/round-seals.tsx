import { classes } from "../../ui/classes.ts";
import { say } from "./deciding-words.ts";

/** More than these are no row that one counts at a glance. */
const mostSeals = 40;

/** A seal: whole where a voice lies under it, an outline where none does yet. */
export function Seal({ empty = false, className }: { empty?: boolean; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className={classes("shrink-0", className)}>
      {empty ? (
        <circle
          cx="12"
          cy="12"
          r="8.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="2.4 2.6"
          opacity="0.75"
        />
      ) : (
        <>
          <path
            fill="currentColor"
            d="M12 2.4A3.3 3.3 0 0 1 17.6 4.2A3.3 3.3 0 0 1 21.1 9A3.3 3.3 0 0 1 21.1 15A3.3 3.3 0 0 1 17.6 19.8A3.3 3.3 0 0 1 12 21.6A3.3 3.3 0 0 1 6.4 19.8A3.3 3.3 0 0 1 2.9 15A3.3 3.3 0 0 1 2.9 9A3.3 3.3 0 0 1 6.4 4.2A3.3 3.3 0 0 1 12 2.4Z"
          />
          <path
            fill="none"
            stroke="var(--seal-ground, var(--color-surface))"
            strokeWidth="1.4"
            strokeLinecap="round"
            strokeLinejoin="round"
            d="M8.6 14.4h6.8c-.9-.9-1-1.9-1-3.1a2.4 2.4 0 0 0-4.8 0c0 1.2-.1 2.2-1 3.1Zm2.6 1.9c.4.5 1.2.5 1.6 0"
          />
        </>
      )}
    </svg>
  );
}

/**
 * How many have spoken, as a row of seals. It begins with the whole ones, so that no place in it is anybody's.
 * @param spoken how many voices lie sealed
 * @param electors how many may speak
 */
export function SealRow({ spoken, electors }: { spoken: number; electors: number }) {
  const words = say("web.round.have_spoken", { spoken, electors });
  return (
    <div>
      {electors <= mostSeals ? (
        <div aria-hidden="true" className="flex flex-wrap gap-1.5 text-sky">
          {Array.from({ length: electors }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a seal is nothing but its place
            <Seal key={place} empty={place >= spoken} className={electors > 16 ? "size-5.5" : "size-7"} />
          ))}
        </div>
      ) : (
        <div aria-hidden="true" className="h-2.5 overflow-hidden rounded-full border border-sky-edge bg-surface">
          <div
            className="h-full bg-sky forced-colors:bg-[Highlight]"
            style={{ width: `${(spoken / electors) * 100}%` }}
          />
        </div>
      )}
      <p aria-live="polite" className="mt-2 font-semibold tabular-nums">
        {words}
      </p>
    </div>
  );
}
