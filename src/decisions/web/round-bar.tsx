import { classes } from "../../ui/classes.ts";
import type { Tone } from "../../ui/tone.ts";
import type { Stance } from "../method-rules.ts";
import { say, stanceTone } from "./deciding-words.ts";
import type { Round } from "./decisions-client.ts";

const fills: Readonly<Partial<Record<Tone, string>>> = {
  pasture: "bg-pasture",
  brass: "bg-[light-dark(#c9952f,#e0b35a)]",
  clay: "bg-clay",
  neutral: "bg-[light-dark(#b9b09a,#56655c)]",
};

/** The stances that were taken, in their method's order, with how many took each. */
function taken(round: Round): { stance: Stance; n: number }[] {
  const tally = round.result?.tally ?? {};
  return round.stances.map((stance) => ({ stance, n: tally[stance] ?? 0 })).filter(({ n }) => n > 0);
}

/** What the voices say in numbers: a bar to look at, and the same in words under it. */
export function StanceBar({ round }: { round: Round }) {
  const parts = taken(round);
  if (parts.length === 0) return null;
  return (
    <div>
      <div aria-hidden="true" className="flex h-3 gap-0.75 overflow-hidden rounded-full forced-colors:hidden">
        {parts.map(({ stance, n }) => (
          <div key={stance} className={fills[stanceTone[stance]]} style={{ flexGrow: n, flexBasis: 0, minWidth: 6 }} />
        ))}
      </div>
      <ul className="mt-2 flex flex-wrap justify-between gap-x-5 gap-y-1 text-sm text-ink-2">
        {parts.map(({ stance, n }) => (
          <li key={stance} className="inline-flex items-center gap-1.5 tabular-nums">
            <span
              aria-hidden="true"
              className={classes("size-2 rounded-full forced-colors:hidden", fills[stanceTone[stance]])}
            />
            {say(`web.round.count.${stance}`, { n })}
          </li>
        ))}
      </ul>
    </div>
  );
}
