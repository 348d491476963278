import { useToday } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import type { AreaView } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { dayInYear } from "./day-words.ts";
import { LevelHeads, LevelTrack } from "./level-track.tsx";
import { levelMeans, levelText } from "./level-words.ts";

/**
 * The level of an area, large: what holds, what it means, and what is offered and wished.
 * @param pending a level that is just being proposed
 * @param propose where the bead can be moved
 */
export function AreaLevel({
  view,
  pending,
  propose,
}: {
  view: AreaView;
  pending: number | null;
  propose: ((level: number) => void) | null;
}) {
  const { locale } = useReader();
  const today = useToday();
  const proposed = view.proposals.find(({ what }) => what === "level")?.level ?? null;
  return (
    <Card className="px-5! sm:px-7!">
      <h2 className="sr-only">{say("web.column.level")}</h2>
      <div className="max-sm:hidden">
        <LevelHeads chosen={view.level} />
      </div>
      <LevelTrack
        size="large"
        name={view.name}
        level={view.level}
        offered={view.offered}
        desired={view.desired}
        proposed={proposed}
        trial={view.trialUntil !== null}
        loanBack={view.loan?.back ?? null}
        {...(propose ? { onPropose: propose, why: view.whyNotPropose, pending } : {})}
      />
      <p className="serif mt-1 text-xl">{levelText(view.level)}</p>
      <p className="mt-0.5 max-w-prose text-ink-2">{levelMeans(view.level)}</p>
      <Beside view={view} />
      {view.trialUntil && (
        <p className="mt-2 text-sm">
          {say("web.area.trial", {
            day: dayInYear(view.trialUntil, today, locale),
            back: levelText(view.trialBack ?? view.level),
          })}
        </p>
      )}
    </Card>
  );
}

/** What the lead offers and what the owner wishes, where that is another level. */
function Beside({ view: { level: now, loan, offered, desired, mine } }: { view: AreaView }) {
  const level = loan?.back ?? now;
  const sentences = [
    offered !== level && { key: "offered", words: say("web.area.offered", { level: levelText(offered) }) },
    desired !== null &&
      desired !== level && {
        key: "desired",
        words: say(mine === "owner" ? "web.area.desired_mine" : "web.area.desired", { level: levelText(desired) }),
      },
  ].filter((one) => one !== false);
  if (sentences.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1.5 text-sm">
      {sentences.map(({ key, words }) => (
        <li key={key} className="flex items-center gap-2.5">
          <span aria-hidden="true" className="grid size-4.5 shrink-0 place-items-center">
            <span
              className={
                key === "offered"
                  ? "size-3.5 rounded-full border-2 border-pasture"
                  : "size-2.5 rotate-45 border-2 border-plum bg-plum-soft"
              }
            />
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
