import { Check } from "lucide-react";
import { Badge } from "../../ui/badge.tsx";
import { classes } from "../../ui/classes.ts";
import type { Agreement } from "./direction-client.ts";
import { say } from "./direction-words.ts";

type Kept = Pick<Agreement, "answerDays" | "speaksLast" | "stepsIn" | "leadPromises" | "teamPromises">;
/** One thing that is promised. `own` are somebody's own words. */
export type OnePromise = { key: string; words: string; own: boolean; changed: boolean };

const linesIn = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * What an agreement promises, side by side, one promise each.
 * @param agreement the promises
 * @param before what holds now: promises that are not in it are marked as changed
 */
export function promisesOf(agreement: Kept, before?: Kept): { lead: OnePromise[]; team: OnePromise[] } {
  const said = before ? [...plainPromises(before), ...ownPromises(before)] : [];
  const known = new Set(said.map(({ words }) => words));
  const mark = (promise: Omit<OnePromise, "changed">): OnePromise => ({
    ...promise,
    changed: before !== undefined && !known.has(promise.words),
  });
  const own = ownPromises(agreement);
  return {
    lead: [...plainPromises(agreement), ...own.filter(({ key }) => !key.startsWith("team"))].map(mark),
    team: own.filter(({ key }) => key.startsWith("team")).map(mark),
  };
}

function plainPromises({ answerDays, speaksLast }: Kept) {
  const promises = [{ key: "answer", words: say("web.agreement.answers", { n: answerDays }), own: false }];
  return speaksLast ? [...promises, { key: "last", words: say("web.agreement.speaks_last"), own: false }] : promises;
}

function ownPromises({ stepsIn, leadPromises, teamPromises }: Kept) {
  const stepping = stepsIn.trim();
  return [
    ...(stepping ? [{ key: "steps", words: say("web.agreement.steps_in_when", { words: stepping }), own: true }] : []),
    ...linesIn(leadPromises).map((words, n) => ({ key: `lead${n}`, words, own: true })),
    ...linesIn(teamPromises).map((words, n) => ({ key: `team${n}`, words, own: true })),
  ];
}

/**
 * One side's promises as a list.
 * @param title whose they are
 * @param small where it stands beside other things
 */
export function PromiseList({
  title,
  promises,
  small = false,
}: {
  title: string;
  promises: readonly OnePromise[];
  small?: boolean;
}) {
  return (
    <div>
      <h3
        className={classes("font-sans font-semibold tracking-normal text-ink-2", small ? "text-sm" : "mb-2.5 text-sm")}
      >
        {title}
      </h3>
      {promises.length === 0 ? (
        <p className="text-sm text-ink-2">{say("web.agreement.nothing")}</p>
      ) : (
        <ul className={classes("grid", small ? "mt-1 gap-1" : "gap-2.5")}>
          {promises.map(({ key, words, own, changed }) => (
            <li key={key} className="flex items-start gap-2.5">
              <Check
                aria-hidden="true"
                size={small ? 14 : 16}
                className={classes("shrink-0 text-pasture-ink", small ? "mt-0.75" : "mt-1")}
              />
              <span className={classes("min-w-0", !small && "serif text-lg leading-snug font-normal")}>
                {own ? <bdi>{words}</bdi> : words}
                {changed && (
                  <Badge tone="brass" className="ms-2 font-sans">
                    {say("web.agreement.changed")}
                  </Badge>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
