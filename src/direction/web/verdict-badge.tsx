import { Check, CircleDashed, Split } from "lucide-react";
import { Badge } from "../../ui/badge.tsx";
import { classes } from "../../ui/classes.ts";
import type { Verdict } from "./direction-client.ts";
import { say, verdictName, verdicts, verdictTone } from "./direction-words.ts";

const icons: Readonly<Record<Verdict, typeof Check>> = { same: Check, partly: CircleDashed, different: Split };

/** How a back-brief was marked. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const Icon = icons[verdict];
  return (
    <Badge tone={verdictTone[verdict]} icon={<Icon aria-hidden="true" />}>
      {verdictName(verdict)}
    </Badge>
  );
}

const fills: Readonly<Record<Verdict, string>> = { same: "bg-pasture", partly: "bg-brass", different: "bg-clay" };

/** How the back-briefs were marked, as a bar and in words. */
export function VerdictBar({ counts }: { counts: Readonly<Record<Verdict, number>> }) {
  return (
    <div>
      <div aria-hidden="true" className="flex h-3 gap-0.5 overflow-hidden rounded-full forced-colors:border">
        {verdicts.map((verdict) =>
          counts[verdict] > 0 ? (
            <span
              key={verdict}
              className={classes("min-w-1.5", fills[verdict])}
              style={{ flexGrow: counts[verdict], flexBasis: 0 }}
            />
          ) : null,
        )}
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
        {verdicts.map((verdict) => (
          <li key={verdict} className="inline-flex items-center gap-2">
            <span aria-hidden="true" className={classes("size-2.5 rounded-full", fills[verdict])} />
            {say(`web.read.count.${verdict}`, { n: counts[verdict] })}
          </li>
        ))}
      </ul>
    </div>
  );
}
